"""The sheet Identitas: each field by its defined name, else by its label."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopbatch.model import CellRef, Grid, Place, Sheet
from sopbatch.reading.cells import Notebook
from sopbatch.reading.labels import FoundLabel, find_labels, label_index, right_of
from sopbatch.reading.values.text import as_text, fold, is_missing
from sopbatch.schema.fields import FILLED, LATER, OPTIONAL, TOO_LONG, WANTED, Field, Required
from sopbatch.schema.sop_v1 import (
    GUIDE_SHEET,
    IDENTITY,
    IDENTITY_FIELDS,
    IDENTITY_SHEET,
    LISTS_SHEET,
    PROCEDURE_SHEET,
)

LABELS = label_index(IDENTITY_FIELDS)
HEADINGS = frozenset(fold(group.heading) for group in IDENTITY)
PROMPTS = frozenset(fold(field.prompt) for field in IDENTITY_FIELDS)
STATES = (FILLED, WANTED, LATER, OPTIONAL, TOO_LONG)
RECOGNISING = 5
"""So many identity labels on one sheet make it an SOP's identity."""


@dataclass(frozen=True, slots=True)
class FieldCells:
    """The cells of one field, top to bottom; more than one for a list."""

    field: Field
    cells: tuple[CellRef, ...]
    label: FoundLabel | None = None
    """By which label it was found; None by defined name."""


def locate_by_names(grid: Grid) -> dict[str, FieldCells]:
    """Fields whose defined name still points into a sheet."""
    found: dict[str, FieldCells] = {}
    for field in IDENTITY_FIELDS:
        area = grid.names.get(field.name)
        if area is None or grid.sheet(area.sheet) is None:
            continue
        cells = tuple(
            CellRef(area.sheet, row, area.left) for row in range(area.top, area.bottom + 1)
        )
        found[field.key] = FieldCells(field, cells)
    return found


def identity_sheets(grid: Grid) -> tuple[tuple[Sheet, tuple[FoundLabel, ...]], ...]:
    """Sheets that carry an SOP's identity by their labels, best first."""
    passed = {fold(GUIDE_SHEET), fold(LISTS_SHEET)}
    candidates = []
    for sheet in grid.sheets:
        if fold(sheet.name) in passed or fold(sheet.name).startswith(fold(PROCEDURE_SHEET)):
            continue
        labels = tuple(find_labels(sheet, LABELS))
        if len({label.field.key for label in labels}) >= RECOGNISING:
            candidates.append((sheet, labels))
    candidates.sort(key=lambda pair: fold(pair[0].name) != fold(IDENTITY_SHEET))
    return tuple(candidates)


def locate_by_labels(sheet: Sheet, labels: Iterable[FoundLabel]) -> dict[str, FieldCells]:
    """Fields by their labels: the value stands to the right; a list goes on below."""
    chosen: dict[str, FoundLabel] = {}
    for label in labels:
        known = chosen.get(label.field.key)
        if (
            known is None
            or (known.near and not label.near)
            or (known.renamed and not label.renamed and known.near == label.near)
        ):
            chosen[label.field.key] = label
    taken = {(label.row, label.column) for label in chosen.values()}
    return {
        key: FieldCells(label.field, _value_cells(sheet, label, taken), label)
        for key, label in chosen.items()
    }


def _value_cells(
    sheet: Sheet, label: FoundLabel, labels: set[tuple[int, int]]
) -> tuple[CellRef, ...]:
    column = _value_column(sheet, label, labels)
    rows = [label.row]
    if label.field.rows > 1:
        while _list_goes_on(sheet, rows[-1] + 1, label, labels):
            rows.append(rows[-1] + 1)
    return tuple(CellRef(sheet.name, row, column) for row in rows)


def _value_column(sheet: Sheet, label: FoundLabel, labels: set[tuple[int, int]]) -> int:
    """The next cell, or a later one when an empty column was put between."""
    first = right_of(sheet, label.row, label.column)
    for column in range(first, first + 4):
        value = sheet.cells.get((label.row, column))
        if value is None or fold(as_text(value)) in ("", ":"):
            continue
        if (label.row, column) in labels or fold(as_text(value)) in PROMPTS:
            break
        return column if column == first or not _is_state(as_text(value)) else first
    return first


def _is_state(text: str) -> bool:
    """Whether a text is the template's own remark beside an input cell."""
    return fold(text).startswith(STATES)


def _list_goes_on(sheet: Sheet, row: int, label: FoundLabel, labels: set[tuple[int, int]]) -> bool:
    """Whether a row still belongs to the list above: no new label or heading, not past the end."""
    if row > sheet.height or row - label.row >= 4 * label.field.rows:
        return False
    left = sheet.cells.get((row, label.column))
    if left is None:
        return True
    text = fold(as_text(left))
    is_ordinal = text.strip("().").isdigit()
    return is_ordinal and (row, label.column) not in labels and text not in HEADINGS


def read_fields(
    notebook: Notebook, located: Mapping[str, FieldCells]
) -> dict[str, tuple[tuple[Place, CellRef], ...]]:
    """Note every field's cells; lists lose their blank rows.

    Returns field key to (place, cell) of cells that hold something.
    """
    filled: dict[str, tuple[tuple[Place, CellRef], ...]] = {}
    for key, found in located.items():
        if found.label is not None and found.label.near:
            notebook.repair(
                Place(key),
                found.cells[0],
                f"Label “{found.label.text}” kami baca sebagai “{found.field.label}”.",
            )
        if found.field.rows == 1:
            place = Place(key)
            notebook.cells[place] = found.cells[0]
            filled[key] = ((place, found.cells[0]),)
            continue
        notebook.cells[Place(key)] = found.cells[0]
        filled[key] = tuple(
            (Place(key, row), cell) for row, cell in enumerate(found.cells, start=1)
        )
    return filled


def missing_labels(located: Mapping[str, FieldCells]) -> tuple[Field, ...]:
    """Fields that matter and were found neither by name nor by label."""
    return tuple(
        field
        for field in IDENTITY_FIELDS
        if field.key not in located and field.required is not Required.NEVER
    )


def has_title(sheet: Sheet, labels: tuple[FoundLabel, ...]) -> bool:
    """Whether the sheet names an SOP: two such sheets are two SOPs in one workbook."""
    located = locate_by_labels(sheet, labels)
    title = located.get("title")
    if title is None:
        return False
    cell = title.cells[0]
    return not is_missing(as_text(sheet.cells.get((cell.row, cell.column), "")))
