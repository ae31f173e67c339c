"""A table of what officers and programs do to a good workbook, and what reading must make of it."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from functools import cache
from io import BytesIO

from openpyxl import Workbook, load_workbook
from openpyxl.workbook.defined_name import DefinedName
from openpyxl.worksheet.worksheet import Worksheet

from sopbatch.model import CellValue, Grid, Place, Sheet, Sop, column_letters, column_number
from sopbatch.reading import read_grid
from sopbatch.schema.places import template_cells
from tests.reading.submissions import full_sop, template
from tests.there import there

CELLS = template_cells()
SOP = full_sop()
REFERENCE = re.compile(r"\$([A-Z]+)\$(\d+)")


@dataclass(frozen=True, slots=True)
class Mutation:
    """One named way to tamper with a workbook, and the promised outcome."""

    name: str
    tamper: Callable[[Workbook], object] | None
    change: Callable[[Grid], Grid] | None
    codes: tuple[str, ...]
    """Codes of the problems that reading must state, no others."""
    repairs: tuple[str, ...]
    """Words of the repairs that must be listed, one each, no others."""
    sop: Callable[[Sop], Sop] | None
    """What the read Sop must be made from the written one; None when only the finding matters."""

    def grid(self) -> Grid:
        """The tampered workbook as reading sees it."""
        if self.change is not None:
            return self.change(read_grid(template(SOP)))
        book = load_workbook(BytesIO(saved_elsewhere()))
        if self.tamper is not None:
            self.tamper(book)
        return read_grid(saved(book))


def saved(book: Workbook) -> bytes:
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@cache
def saved_elsewhere() -> bytes:
    """The good workbook as openpyxl saves it, which has not to divide shared formulas again."""
    return saved(load_workbook(BytesIO(template(SOP))))


MUTATIONS: list[Mutation] = []


def same(sop: Sop) -> Sop:
    """Nothing is lost."""
    return sop


def on_file(
    *codes: str, repairs: tuple[str, ...] = (), sop: Callable[[Sop], Sop] | None = same
) -> Callable[[Callable[[Workbook], object]], Callable[[Workbook], object]]:
    """Declares a mutation of the workbook as a file; the function's name is the mutation's."""

    def declare(tamper: Callable[[Workbook], object]) -> Callable[[Workbook], object]:
        name = tamper.__name__.replace("_", " ")
        MUTATIONS.append(Mutation(name, tamper, None, codes, repairs, sop))
        return tamper

    return declare


def on_grid(
    *codes: str, repairs: tuple[str, ...] = (), sop: Callable[[Sop], Sop] | None = same
) -> Callable[[Callable[[Grid], Grid]], Callable[[Grid], Grid]]:
    """Declares a mutation of the cells, for what openpyxl cannot write."""

    def declare(change: Callable[[Grid], Grid]) -> Callable[[Grid], Grid]:
        name = change.__name__.replace("_", " ")
        MUTATIONS.append(Mutation(name, None, change, codes, repairs, sop))
        return change

    return declare


def a1(key: str, row: int = 0, lane: int = 0) -> str:
    """Address of an input cell in the untouched template."""
    return CELLS[Place(key, row, 1, lane)].a1


def label(key: str) -> str:
    """Address of a label in the untouched template."""
    return f"B{CELLS[Place(key)].row}"


def insert_rows(sheet: Worksheet, row: int, count: int = 1) -> None:
    """Rows put in (or taken out, when `count` is negative) as Excel does it, names moved along."""
    _move(sheet, lambda r, c: (_shifted(r, row, count), c))
    if count > 0:
        sheet.insert_rows(row, count)
    else:
        sheet.delete_rows(row, -count)
    _merge_again(sheet)


def insert_columns(sheet: Worksheet, letters: str, count: int = 1) -> None:
    """Columns put in (or taken out) as Excel does it, names moved along; all are shown."""
    column = column_number(letters)
    _move(sheet, lambda r, c: (r, _shifted(c, column, count)))
    if count > 0:
        sheet.insert_cols(column, count)
    else:
        sheet.delete_cols(column, -count)
    for dimension in sheet.column_dimensions.values():
        dimension.hidden = False
    _merge_again(sheet)


_waiting: dict[Worksheet, list[str]] = {}


def _move(sheet: Worksheet, move: Callable[[int, int], tuple[int, int]]) -> None:
    def moved(found: re.Match[str]) -> str:
        row, column = move(int(found[2]), column_number(found[1]))
        return f"${column_letters(column)}${row}"

    merges = [str(merge) for merge in sheet.merged_cells.ranges]
    for merge in merges:
        sheet.unmerge_cells(merge)
    absolute = (re.sub(r"([A-Z]+)(\d+)", r"$\1$\2", merge) for merge in merges)
    _waiting[sheet] = [REFERENCE.sub(moved, merge).replace("$", "") for merge in absolute]
    book = there(sheet.parent)
    for name, defined in book.defined_names.items():
        if defined.attr_text.startswith(f"{sheet.title}!"):
            text = REFERENCE.sub(moved, defined.attr_text)
            book.defined_names[name] = DefinedName(name, attr_text=text)


def _merge_again(sheet: Worksheet) -> None:
    for merge in _waiting.pop(sheet):
        first, _, last = merge.partition(":")
        if first != last:
            sheet.merge_cells(merge)


def _shifted(position: int, start: int, count: int) -> int:
    """Where a row or column comes to stand; that of a range's end when it is taken out."""
    return max(position + count, start - 1) if position >= start else position


def move_names(book: Workbook, old: str, new: str) -> None:
    """Lets every name that points to one sheet point to another."""
    for name, defined in list(book.defined_names.items()):
        if defined.attr_text.startswith(f"{old}!"):
            text = defined.attr_text.replace(f"{old}!", f"'{new}'!")
            book.defined_names[name] = DefinedName(name, attr_text=text)


def drop_names(book: Workbook, start: str = "") -> None:
    """Deletes the defined names that begin so."""
    for name in list(book.defined_names):
        if name.startswith(start):
            del book.defined_names[name]


def with_sheet(grid: Grid, name: str, change: Callable[[Sheet], Sheet]) -> Grid:
    """The grid with one sheet changed."""
    sheets = (change(sheet) if sheet.name == name else sheet for sheet in grid.sheets)
    return replace(grid, sheets=tuple(sheets))


def with_cells(grid: Grid, name: str, values: Mapping[tuple[int, int], CellValue | None]) -> Grid:
    """The grid with cells of one sheet changed; None empties a cell."""

    def change(sheet: Sheet) -> Sheet:
        cells = {**sheet.cells, **values}
        return replace(sheet, cells={at: value for at, value in cells.items() if value is not None})

    return with_sheet(grid, name, change)
