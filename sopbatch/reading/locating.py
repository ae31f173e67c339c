"""Where each field of an identity stands: by its label, or by its name where that still holds."""

from collections.abc import Mapping, Sequence

from sopbatch.model import CellRef, Grid, NamedRange
from sopbatch.reading.identity import named_areas
from sopbatch.reading.labelled import FieldCells, LabelledSheet
from sopbatch.schema.sop import IDENTITY_FIELDS


def locate(
    grid: Grid, sheets: Sequence[LabelledSheet]
) -> tuple[dict[str, FieldCells], tuple[str, ...]]:
    """Cells of every field that was found, and keys of those whose defined name failed.

    A name that points away from its label no longer tells the truth: some programs move cells and
    leave names behind. What people see, the label, holds.
    """
    labelled = sheets[0].located() if sheets else {}
    located = dict(labelled)
    failed = set(labelled)
    for key, area in named_areas(grid).items():
        if key in labelled and _says_more(labelled[key], area):
            failed.discard(key)
        elif _holds(area, key, labelled, sheets):
            located[key] = _by_name(grid, key, area, sheets)
            failed.discard(key)
    return located, tuple(key for key in located if key in failed)


def _says_more(found: FieldCells, area: NamedRange) -> bool:
    """Whether a field's value stands in its label's cell, beside the cell of its name."""
    return (
        found.label is not None
        and area.top == found.label.row
        and bool(found.beside_label(found.cells[0]))
    )


def _holds(
    area: NamedRange,
    key: str,
    labelled: Mapping[str, FieldCells],
    sheets: Sequence[LabelledSheet],
) -> bool:
    """Whether a defined name may be trusted: no label says that the field stands elsewhere."""
    home = next((one for one in sheets if one.sheet.name == area.sheet), None)
    if home is None:
        return True
    own = labelled.get(key)
    if own is None or own.label is None or own.label.near:
        return not any(
            label.row == area.top and label.column < area.left for label in home.labels
        ) or (own is not None and own.cells[0].row == area.top)
    if home is not sheets[0] or own.label.row != area.top or area.left <= own.label.column:
        return False
    mine, theirs = (area.top, area.left), (own.cells[0].row, own.cells[0].column)
    return mine in home.sheet.cells or theirs not in home.sheet.cells


def _by_name(grid: Grid, key: str, area: NamedRange, sheets: Sequence[LabelledSheet]) -> FieldCells:
    """The cells of a name; a list ends at the next label and goes on while more was typed."""
    field = next(field for field in IDENTITY_FIELDS if field.key == key)
    rows = [area.top]
    if field.rows > 1 and (sheet := grid.sheet(area.sheet)) is not None:
        ends = {label.row for one in sheets if one.sheet is sheet for label in one.labels}
        ends |= {other.top for other in named_areas(grid).values() if other.sheet == area.sheet}
        while (row := rows[-1] + 1) not in ends and (
            row <= area.bottom or (row, area.left) in sheet.cells
        ):
            rows.append(row)
    return FieldCells(field, tuple(CellRef(area.sheet, row, area.left) for row in rows))
