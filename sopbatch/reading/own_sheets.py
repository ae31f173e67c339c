"""What stands on the form's guide and lists, and on the sheets that a returned copy carries."""

import re
from functools import partial
from itertools import takewhile

from sopbatch.model import Grid, Sheet
from sopbatch.reading.form_parts import COUNTER, FormOf, is_formula, shows_formulas, untyped
from sopbatch.reading.labelled import is_ordinal
from sopbatch.reading.labels import text_at
from sopbatch.reading.own_texts import OwnTexts, texts_told_by
from sopbatch.schema.own_texts import DIGEST, DIGESTS, OWN_TEXTS
from sopbatch.schema.places import TEMPLATE_NAMES
from sopbatch.schema.sop import (
    GUIDE_SHEET,
    IDENTITY_SHEET,
    LISTS_SHEET,
    PROCEDURE_SHEET,
)
from sopbatch.text.straight import fold

PLAN_ROW = len(TEMPLATE_NAMES)
LEGEND = "wajib diisi"
IS_DIGEST = re.compile(DIGEST)
GUIDE_HEADINGS = frozenset(("cara mengisi", "simbol", "alur", "status", "semua isian"))
GUIDE_BANDS = (f"{fold(IDENTITY_SHEET)} - ", fold(PROCEDURE_SHEET))
"""How the lines over several fields begin in the guide."""


def own_part(grid: Grid, sheet: Sheet, own: OwnTexts) -> FormOf:
    """The form's guide and lists, and the sheets that a returned copy carries."""
    name = fold(sheet.name)
    if name == fold(LISTS_SHEET):
        part = _own_lists_part(sheet, own) if own else _lists_part(grid, sheet)
        return untyped(sheet, own, part)
    if name != fold(GUIDE_SHEET):
        told = texts_told_by(sheet)
        return partial(_is_note, sheet, told) if told else _notes_part(sheet)
    return partial(own.know, sheet) if own else _guide_part(sheet)


def _is_note(sheet: Sheet, told: OwnTexts, row: int, column: int) -> bool:
    """Whether a returned sheet still says what it said, digests included."""
    says = text_at(sheet, row, column)
    return told.know(sheet, row, column) or re.fullmatch(DIGESTS, says) is not None


def _own_lists_part(sheet: Sheet, own: OwnTexts) -> FormOf:
    """Texts that the form knows for its own; the plan's code and the counters' results besides."""

    def knows(row: int, column: int) -> bool:
        # Most cells of the sheet are such, so they are asked for first.
        if sheet.cells.get((row, column)) in own.digests or own.know(sheet, row, column):
            return True
        text = text_at(sheet, row, column)
        if column == 1 and (row == PLAN_ROW or (row < PLAN_ROW and text.isdigit())):
            return True
        calculated = column == 1 and row > PLAN_ROW
        if calculated and is_formula(sheet, row, column):
            return True
        counted = text.isdigit() or COUNTER.fullmatch(text) is not None
        is_result = calculated and not shows_formulas(sheet) and counted
        is_digest = text == OWN_TEXTS or IS_DIGEST.fullmatch(text) is not None
        return is_result or is_digest

    return knows


def _lists_part(grid: Grid, sheet: Sheet) -> FormOf:
    """Identity and counters down the first two columns, then the lists, each below its name."""
    areas = [area for area in grid.names.values() if area.sheet.casefold() == sheet.name.casefold()]
    ends: dict[int, int] = {}

    def knows(row: int, column: int) -> bool:
        if column <= 2:
            return row <= len(TEMPLATE_NAMES) or text_at(sheet, row, 2).startswith("sopb_")
        if row == 1:
            return text_at(sheet, 1, column).startswith(("daftar_", "sopb_"))
        if areas:
            return any(
                area.left <= column <= area.right and area.top <= row <= area.bottom
                for area in areas
            )
        return row < ends.setdefault(column, _end(sheet, column))

    return knows


def _end(sheet: Sheet, column: int) -> int:
    """First row below the heading of a list that is blank."""
    return next(row for row in range(2, sheet.height + 2) if (row, column) not in sheet.cells)


def _guide_part(sheet: Sheet) -> FormOf:
    """Texts in the second column, with as many beside them as the guide's tables have."""
    wide = {
        ("simbol", "arti"): 4,
        ("keadaan", "cara menulis"): 4,
        ("status", "arti"): 3,
        ("isian", "yang ditulis"): 5,
    }

    widths: dict[int, int] = {}
    width = 0
    for row in sorted({row for row, column in sheet.cells if column == 2}):
        text, beside = text_at(sheet, row, 2), text_at(sheet, row, 3)
        width = wide.get((text, beside), width)
        if (text in GUIDE_HEADINGS and not beside) or text.startswith(GUIDE_BANDS):
            widths[row] = 2
        elif text == LEGEND:
            widths[row] = 3
        elif beside or not width:
            widths[row] = max(width, 2)
        if text in GUIDE_HEADINGS and not beside:
            # What stands directly above a heading fills the blank line that parts two sections.
            widths.pop(row - 1, None)

    def knows(row: int, column: int) -> bool:
        return 2 <= column <= widths.get(row, 0)

    return knows


def _notes_part(sheet: Sheet) -> FormOf:
    """The numbered lines of a returned list, the bands above them, and what stands on top."""
    head = next(
        (
            row
            for row, column in sorted(sheet.cells)
            if (column, text_at(sheet, row, 2)) == (2, "no")
        ),
        0,
    )
    columns = takewhile(lambda column: (head, column) in sheet.cells, range(2, sheet.width + 1))
    last = max(columns, default=2)
    filled = sorted(row for row, column in sheet.cells if column == 2)
    numbered = [row for row in filled if is_ordinal(text_at(sheet, row, 2))]
    lowest = max(numbered, default=head)

    def knows(row: int, column: int) -> bool:
        if column < 2 or row > lowest:
            return False
        is_line = row == head or (row > head and is_ordinal(text_at(sheet, row, 2)))
        return column <= last if is_line else column == 2

    return knows
