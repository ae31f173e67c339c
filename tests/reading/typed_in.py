"""Words and formulas typed into cells of a workbook, and whether they are told."""

import re
from collections.abc import Mapping
from dataclasses import replace

from hypothesis import strategies as st

from sopbatch.model import CellRef, CellValue, Grid, Reading, column_number

Typed = Mapping[CellRef, str]


RANGE = re.compile(r"\b([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?\b")


WORDS = ("zirkon", "Qasidah 7", "x9", "lihat lampiran zq", "Wajik; kwetiau", "12 zamrud", "(zz)")


def with_typed(
    grid: Grid, typed: Mapping[CellRef, CellValue], hidden_rows: frozenset[int] = frozenset()
) -> Grid:
    """The workbook with texts typed in and rows hidden."""
    sheets = []
    for sheet in grid.sheets:
        own = {(c.row, c.column): text for c, text in typed.items() if c.sheet == sheet.name}
        sheets.append(
            replace(
                sheet,
                cells={**sheet.cells, **own},
                formulas={at: text for at, text in sheet.formulas.items() if at not in own},
                uncached=sheet.uncached - own.keys(),
                hidden_rows=sheet.hidden_rows | hidden_rows,
            )
        )
    return replace(grid, sheets=tuple(sheets))


def is_accounted(submission: Reading, cell: CellRef, text: str) -> bool:
    """Whether a text became part of a value, or a problem names its cell or a range with it."""
    record = getattr(submission, "sop", None) or getattr(submission, "record", None)
    if text in repr(record) or text in submission.values.values():
        return True
    if any(text in repair.sentence for repair in submission.repairs):
        return True
    return any(_names(submission, problem.code, at, dict(problem.facts), cell)
               for problem in submission.problems
               if (at := submission.cell(problem.place)) is not None)  # fmt: skip


def _names(
    submission: Reading, code: str, at: CellRef, facts: dict[str, str | int], cell: CellRef
) -> bool:
    if at.sheet != cell.sheet:
        return False
    if at == cell:
        return True
    if code == "P-28":
        first, _, last = str(facts["baris"]).partition("–")
        return int(first) <= cell.row <= int(last or first)
    told = str(facts.get("isi", "")) + str(facts.get("daerah", ""))
    return any(
        int(top) <= cell.row <= int(bottom or top)
        and column_number(left) <= cell.column <= column_number(right or left)
        for left, top, right, bottom in RANGE.findall(re.sub("“.*?”", "", told))
    )


FORMULAS = (
    *("{}+{}", "A{}+1", "ROW()-{}", "TODAY()-{}*{}", "Z{}", "SUM(A1:B{})"),
    *('IF(1=1,"{} w{}w","")', '"{}"&B{}'),
)


Formula = tuple[CellRef, str, CellValue | None]
"""Where it is typed, what it says, and its stored result."""


@st.composite
def formulas_typed_over(draw: st.DrawFn, grid: Grid) -> Formula:
    """A formula over one of the form's own, with a result of any kind or none."""
    columns = sorted({(sheet.name, at[1]) for sheet in grid.sheets for at in sheet.formulas})
    name, column = draw(st.sampled_from(columns))
    sheet = next(one for one in grid.sheets if one.name == name)
    own = sorted(CellRef(name, *at) for at in sheet.formulas if at[1] == column)
    formula = draw(st.sampled_from(FORMULAS)).format(draw(st.integers(2, 99)), 7)
    result = draw(st.sampled_from((None, 0, 3, 7.0, "4", 5.5, "zirkon w1w", "✓", True)))
    return draw(st.sampled_from(own)), formula, result


def with_formula(grid: Grid, typed: Formula) -> Grid:
    """The workbook with a formula typed in."""
    cell, formula, result = typed
    at = (cell.row, cell.column)
    sheets = []
    for sheet in grid.sheets:
        if sheet.name == cell.sheet:
            cells = {place: value for place, value in sheet.cells.items() if place != at}
            cells |= {} if result is None else {at: result}
            uncached = sheet.uncached | {at} if result is None else sheet.uncached - {at}
            formulas = {**sheet.formulas, at: formula}
            sheet = replace(sheet, cells=cells, formulas=formulas, uncached=uncached)
        sheets.append(sheet)
    return replace(grid, sheets=tuple(sheets))
