"""Which cells of a workbook hold something and were passed over.

Of every cell that holds something it is known whether it was read, is the form's own, or is told by
a finding of its own; whatever is none of these must be told (leftovers). A pure account of a Grid
and of what the reader used of it.
"""

from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass

from sopbatch.model import CellRef, Grid, Sheet
from sopbatch.reading.form_parts import (
    FormOf,
    identity_part,
    moved_part,
    silent_part,
    table_part,
    untyped,
)
from sopbatch.reading.identity import is_own
from sopbatch.reading.labelled import LabelledSheet
from sopbatch.reading.labels import text_at
from sopbatch.reading.own_sheets import own_part
from sopbatch.reading.own_texts import OwnTexts, own_texts
from sopbatch.reading.tables import FoundTables

Unread = Mapping[str, tuple[CellRef, ...]]
"""Sheet to its cells that were passed over, row by row."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Used:
    """What the reader used of a workbook."""

    read: Set[CellRef]
    chrome: Set[CellRef]
    told: Set[CellRef]
    identity: LabelledSheet | None
    tables: FoundTables
    foreign: Set[str]
    """Sheets that another finding calls another SOP."""


def account(grid: Grid, used: Used) -> Unread:
    """What was passed over, after everything was read."""
    copied = {CellRef(copy.sheet.name, *at) for copy, _ in used.tables.copies for at in copy.typed}
    taken = by_sheet(used.read, used.chrome, used.told, copied)
    own = own_texts(grid)
    return {
        sheet.name: cells
        for sheet in grid.sheets
        if sheet.name not in used.foreign
        and (cells := passed_over(sheet, taken, _form_of(grid, sheet, used, own)))
    }


def by_sheet(*cells: Iterable[CellRef]) -> Mapping[str, set[tuple[int, int]]]:
    """Where cells stand, for each sheet."""
    found: dict[str, set[tuple[int, int]]] = {}
    for some in cells:
        for cell in some:
            found.setdefault(cell.sheet, set()).add((cell.row, cell.column))
    return found


def passed_over(
    sheet: Sheet, taken: Mapping[str, Set[tuple[int, int]]], is_form: FormOf
) -> tuple[CellRef, ...]:
    """Cells that are neither taken nor the form's, row by row.

    Those that hold dots and colons only hold nothing; a formula without a stored value does.
    """
    places = {*sheet.cells, *sheet.uncached} - taken.get(sheet.name, frozenset())
    return tuple(
        CellRef(sheet.name, *at)
        for at in sorted(
            at
            for at in places
            if not is_form(*at) and (at in sheet.uncached or text_at(sheet, *at))
        )
    )


def _form_of(grid: Grid, sheet: Sheet, used: Used, own: OwnTexts) -> FormOf:
    """Which cells of a sheet the form put there."""
    if is_own(grid, sheet):
        return own_part(grid, sheet, own)
    home = used.identity if used.identity and used.identity.sheet is sheet else None
    tables = [table for table in used.tables.every if table.sheet is sheet]
    known = [identity_part(home, own)] if home else []
    known += [table_part(tables, _values(used), own)] if tables else []
    if known or any(cell.sheet == sheet.name for cell in used.read):
        # Of a form that no program calculated these are most cells, so they are asked for first.
        known = [silent_part(sheet), *known, moved_part(sheet, own)]
    return untyped(sheet, own, any_of(known))


def any_of(parts: Iterable[FormOf]) -> FormOf:
    """Whether one of these parts of a form put something into a cell."""
    known = tuple(parts)
    if len(known) == 1:
        return known[0]

    def knows(row: int, column: int) -> bool:
        # Asked of every cell: a loop takes half as long as any().
        for part in known:  # noqa: SIM110
            if part(row, column):
                return True
        return False

    return knows


def _values(used: Used) -> frozenset[str]:
    """Texts that were read from the identity: the form repeats them above its tables."""
    home = used.identity.sheet if used.identity else None
    if home is None:
        return frozenset()
    cells = (cell for cell in used.read if cell.sheet == home.name)
    return frozenset(text_at(home, cell.row, cell.column) for cell in cells)
