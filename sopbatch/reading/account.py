"""What became of every cell of a workbook that holds something: read, the form's own, or neither.

A pure account of a Grid and of what the reader used of it; whatever stands in neither column was
passed over and must be told (leftovers).
"""

from collections.abc import Iterator, Mapping, Set
from dataclasses import dataclass
from enum import Enum

from sopbatch.model import CellRef, Grid, Sheet
from sopbatch.reading.form_parts import FormOf, identity_part, moved_part, table_part
from sopbatch.reading.identity import IdentitySheet, is_own
from sopbatch.reading.labels import text_at
from sopbatch.reading.own_sheets import own_part
from sopbatch.reading.own_texts import OwnTexts, own_texts
from sopbatch.reading.tables import FoundTables


class Fate(Enum):
    """What became of a cell."""

    READ = "dibaca"
    FORM = "milik formulir"
    TOLD = "disampaikan"
    """Passed over, and told by a finding of its own."""
    UNREAD = "tidak dibaca"


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What the reader used of a workbook."""

    read: Set[CellRef]
    chrome: Set[CellRef]
    told: Set[CellRef]
    identity: IdentitySheet | None
    tables: FoundTables
    foreign: Set[str] = frozenset()
    """Sheets that another finding calls another SOP."""


@dataclass(frozen=True, slots=True)
class Account:
    """The fate of every cell that holds something."""

    fates: Mapping[CellRef, Fate]

    @property
    def unread(self) -> Mapping[str, tuple[CellRef, ...]]:
        """Sheet to its cells that were passed over, row by row."""
        found: dict[str, list[CellRef]] = {}
        for cell, fate in sorted(self.fates.items(), key=lambda item: item[0]):
            if fate is Fate.UNREAD:
                found.setdefault(cell.sheet, []).append(cell)
        return {sheet: tuple(cells) for sheet, cells in found.items()}


def account(grid: Grid, used: Used) -> Account:
    """The account of a workbook after everything was read."""
    copied = {CellRef(copy.sheet.name, *at) for copy, _ in used.tables.copies for at in copy.typed}
    told = used.told | copied
    fates: dict[CellRef, Fate] = {}
    own = own_texts(grid)
    for sheet in grid.sheets:
        is_form = _form_of(grid, sheet, used, own)
        for row, column in held(sheet):
            cell = CellRef(sheet.name, row, column)
            if cell in used.read:
                fates[cell] = Fate.READ
            elif cell in used.chrome or is_form(row, column):
                fates[cell] = Fate.FORM
            elif cell in told or sheet.name in used.foreign:
                fates[cell] = Fate.TOLD
            else:
                fates[cell] = Fate.UNREAD
    return Account(fates)


def held(sheet: Sheet) -> Iterator[tuple[int, int]]:
    """Cells that hold more than dots and colons, a formula without a stored value included."""
    for at in sorted({*sheet.cells, *sheet.uncached}):
        if at in sheet.uncached or text_at(sheet, *at):
            yield at


def _form_of(grid: Grid, sheet: Sheet, used: Used, own: OwnTexts) -> FormOf:
    """Which cells of a sheet the form put there."""
    if is_own(grid, sheet):
        return own_part(grid, sheet, own)
    home = used.identity if used.identity and used.identity.sheet is sheet else None
    tables = [table for table in used.tables.every if table.sheet is sheet]
    known = [identity_part(home, own)] if home else []
    known += [table_part(tables, _values(grid, used), own)] if tables else []
    if known or any(cell.sheet == sheet.name for cell in used.read):
        known.append(moved_part(sheet, own))
    return lambda row, column: any(knows(row, column) for knows in known)


def _values(grid: Grid, used: Used) -> frozenset[str]:
    """Texts that were read from the identity: the form repeats them above its tables."""
    home = used.identity.sheet if used.identity else None
    if home is None:
        return frozenset()
    cells = (cell for cell in used.read if cell.sheet == home.name)
    return frozenset(text_at(home, cell.row, cell.column) for cell in cells)
