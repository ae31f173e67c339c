"""Texts that somebody types into blank cells of a form, wherever these stand."""

from hypothesis import strategies as st

from sopbatch.model import CellRef, Sheet
from tests.reading.typed_in import WORDS


def blanks(sheet: Sheet) -> list[tuple[int, int]]:
    """Cells beside, between and below what a sheet holds."""
    covered = {
        (row, column)
        for merge in sheet.merges
        for row in range(merge.top, merge.bottom + 1)
        for column in range(merge.left, merge.right + 1)
    }
    taken = {*sheet.cells, *sheet.formulas, *sheet.uncached, *covered}
    places = ((row, column) for row in range(1, sheet.height + 8)
              for column in range(1, sheet.width + 3))  # fmt: skip
    return [at for at in places if at not in taken]


@st.composite
def typed_texts(draw: st.DrawFn, sheets: tuple[Sheet, ...]) -> dict[CellRef, str]:
    """One to six texts in blank cells of any sheet."""
    typed = {}
    for n in range(draw(st.integers(1, 6))):
        sheet = draw(st.sampled_from(sheets))
        at = draw(st.sampled_from(blanks(sheet)))
        typed[CellRef(sheet.name, *at)] = f"{draw(st.sampled_from(WORDS))} w{n}w"
    return typed
