"""One pass over input cells: their text, their place, and what is wrong with the cell itself."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sopbatch.model import (
    CellError,
    CellRef,
    CellValue,
    Fact,
    Grid,
    Place,
    Problem,
    Repair,
    Sheet,
    column_letters,
)
from sopbatch.reading import limits
from sopbatch.reading.formulas import formula_at
from sopbatch.reading.shown import seen
from sopbatch.text.straight import clean

EMPTY_SHEET = Sheet(name="")
APOSTROPHE = re.compile(r"\s*['’‘](?=\S)(?!.*['’‘](?:\W|$))", re.DOTALL)
"""An apostrophe in front that no other one closes."""
Fault = tuple[str, dict[str, Fact]]
"""Code of the rule that tells it, and the facts for its sentence."""


@dataclass(slots=True, kw_only=True)
class Notebook:
    """What is gathered while a workbook is read; closed into a Reading at the end."""

    grid: Grid
    cells: dict[Place, CellRef] = field(default_factory=dict)
    values: dict[Place, str] = field(default_factory=dict)
    repairs: list[Repair] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    read: set[CellRef] = field(default_factory=set)
    """Every cell that was looked at: what lies beside them was not read."""
    chrome: set[CellRef] = field(default_factory=set)
    """Labels, headings and the like: understood, though no input."""
    told: set[CellRef] = field(default_factory=set)
    """Passed over, and told by a problem of their own."""

    def look(self, cell: CellRef) -> tuple[CellValue | None, tuple[Fault, ...]]:
        """The value of an input cell and what is wrong with it.

        None when blank, an error value, or a formula without a stored value.
        """
        sheet = self.grid.sheet(cell.sheet) or EMPTY_SHEET
        at = (cell.row, cell.column)
        self.read.add(cell)
        if at in sheet.uncached:
            return None, (("F-07", {}),)
        formula = sheet.formulas.get(at, "")
        faults: tuple[Fault, ...] = ()
        if _leaves_workbook(formula):
            faults = (("F-08", {"rumus": f"={formula_at(sheet, at)}"}),)
        value = sheet.cells.get(at)
        if isinstance(value, CellError):
            return None, (*faults, ("F-06", {"nilai": value.code}))
        if isinstance(value, str):
            faults = (*faults, *_too_long(value))
            value = _as_meant(_start(value))
        return value, faults

    def take(self, place: Place, cell: CellRef) -> CellValue | None:
        """The value of a field's cell; notes where it stands and states what is wrong with it."""
        value, faults = self.look(cell)
        self.cells[place] = cell
        self.state(place, faults)
        if value is not None:
            self.values[place] = self.seen(cell)
        return value

    def text(self, place: Place, cell: CellRef) -> str:
        """The cleaned text that a field's cell shows, "" when there is none."""
        return "" if self.take(place, cell) is None else clean(self.seen(cell))

    def seen(self, cell: CellRef) -> str:
        """The text that people see in a cell, as far as it is read."""
        sheet = self.grid.sheet(cell.sheet) or EMPTY_SHEET
        return _as_meant(_start(seen(sheet, (cell.row, cell.column))))

    def joined(self, place: Place, texts: Sequence[str]) -> str:
        """What several cells say of one field, a line each, as far as it is read."""
        text = "\n".join(texts)
        self.state(place, _too_long(text))
        self.values[place] = _start(text)
        return self.values[place]

    def state(self, place: Place, faults: tuple[Fault, ...]) -> None:
        """State what is wrong with the cell of a field."""
        problems = (Problem(place, facts, code) for code, facts in faults)
        self.problems.extend(one for one in problems if one not in self.problems)

    def repair(self, place: Place, cell: CellRef | None, sentence: str) -> None:
        """Note something that was put right by the reader."""
        self.repairs.append(Repair(place, cell, sentence))

    def problem(self, code: str, place: Place, **facts: Fact) -> None:
        """State a problem under the code of the rule that tells it."""
        self.problems.append(Problem(place, facts, code))


def _start(text: str) -> str:
    """As much of a text as is read."""
    return text if len(text) <= limits.READ_TEXT else text.strip()[: limits.READ_TEXT]


def _too_long(text: str) -> tuple[Fault, ...]:
    length = len(text.strip())
    return (
        (("F-24", {"huruf": length, "batas": limits.READ_TEXT}),)
        if length > limits.READ_TEXT
        else ()
    )


def _as_meant(text: str) -> str:
    """A text without the apostrophe that only tells a program to keep it a text."""
    found = APOSTROPHE.match(text)
    return text[found.end() :] if found else text


def _leaves_workbook(formula: str) -> bool:
    """Whether a formula refers to another workbook: [1]Sheet!A1, 'file:///…'#…, [book.xlsx]…."""
    return ("[" in formula and ("]" in formula and "!" in formula)) or "file:" in formula.lower()


def hidden_cells(notebook: Notebook) -> Iterator[tuple[Sheet, tuple[CellRef, ...]]]:
    """Each sheet with input cells that say something and cannot be seen, from the top down."""
    for sheet in notebook.grid.sheets:
        found = sorted(
            cell
            for cell in notebook.read
            if cell.sheet == sheet.name
            and (cell.row, cell.column) in sheet.cells
            and (
                not sheet.visible
                or cell.row in sheet.hidden_rows
                or cell.column in sheet.hidden_columns
            )
        )
        if found:
            yield sheet, tuple(found)


def state_hidden(notebook: Notebook) -> None:
    """State input that cannot be seen, one problem for each sheet."""
    for sheet, cells in hidden_cells(notebook):
        places = (place for place, cell in notebook.cells.items() if cell == cells[0])
        words = _hidden_in_words(sheet, cells)
        notebook.problem("F-10", next(places, Place()), bagian=words)


def _hidden_in_words(sheet: Sheet, cells: tuple[CellRef, ...]) -> str:
    """What to unhide: "baris 12, 14 dan kolom F"; the sheet when it is hidden as a whole."""
    if not sheet.visible:
        return f"lembar “{sheet.name}”"
    rows = sorted({cell.row for cell in cells} & sheet.hidden_rows)
    columns = sorted({cell.column for cell in cells} & sheet.hidden_columns)
    parts = []
    if rows:
        parts.append("baris " + ", ".join(map(str, rows)))
    if columns:
        parts.append("kolom " + ", ".join(map(column_letters, columns)))
    return " dan ".join(parts)
