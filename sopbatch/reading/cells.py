"""One pass over input cells: their text, their place, and what is wrong with the cell itself."""

from dataclasses import dataclass, field

from sopbatch.model import (
    CellError,
    CellRef,
    CellValue,
    Grid,
    Merge,
    Place,
    Problem,
    Repair,
    Sheet,
    column_letters,
)
from sopbatch.reading.values.text import as_text

EMPTY_SHEET = Sheet("")


@dataclass(slots=True)
class Notebook:
    """What is gathered while a workbook is read; closed into a Submission at the end."""

    grid: Grid
    cells: dict[Place, CellRef] = field(default_factory=dict)
    values: dict[Place, str] = field(default_factory=dict)
    repairs: list[Repair] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)

    def take(self, place: Place, cell: CellRef) -> CellValue | None:
        """The value of an input cell; notes where it stands and states what is wrong with it.

        None when blank, an error value, or a formula without a stored value.
        """
        sheet = self.grid.sheet(cell.sheet) or EMPTY_SHEET
        at = (cell.row, cell.column)
        self.cells[place] = cell
        if at in sheet.uncached:
            self.problems.append(Problem(place, {}, "F-07"))
            return None
        formula = sheet.formulas.get(at, "")
        if _leaves_workbook(formula):
            self.problems.append(Problem(place, {"rumus": f"={formula}"}, "F-08"))
        value = sheet.cells.get(at)
        if isinstance(value, CellError):
            self.problems.append(Problem(place, {"nilai": value.code}, "F-06"))
            return None
        if value is not None:
            self.values[place] = as_text(value)
        return value

    def text(self, place: Place, cell: CellRef) -> str:
        """The cleaned text of an input cell, "" when there is none."""
        value = self.take(place, cell)
        return "" if value is None else as_text(value)

    def repair(self, place: Place, cell: CellRef | None, sentence: str) -> None:
        """Note something that was put right by the reader."""
        self.repairs.append(Repair(place, cell, sentence))

    def problem(self, code: str, place: Place, **facts: str | int) -> None:
        """State a problem under the code of the rule that tells it."""
        self.problems.append(Problem(place, facts, code))


def _leaves_workbook(formula: str) -> bool:
    """Whether a formula refers to another workbook: [1]Sheet!A1, 'file:///…'#…, [book.xlsx]…."""
    return ("[" in formula and ("]" in formula and "!" in formula)) or "file:" in formula.lower()


def hidden_with_data(sheet: Sheet, area: Merge) -> str:
    """Hidden rows and columns within an area that hold values, in words ("baris 12, kolom F")."""
    inside = [at for at in sheet.cells if at in area]
    rows = sorted({row for row, _ in inside} & sheet.hidden_rows)
    columns = sorted({column for _, column in inside} & sheet.hidden_columns)
    parts = []
    if rows:
        parts.append("baris " + ", ".join(map(str, rows)))
    if columns:
        parts.append("kolom " + ", ".join(map(column_letters, columns)))
    return " dan ".join(parts)
