"""A Grid becomes a Submission: which workbook it is, where its fields are, what they say."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from sopbatch.model import CellRef, Grid, Place, Received, Settings, Submission
from sopbatch.reading.account import Used, account
from sopbatch.reading.cells import Notebook
from sopbatch.reading.closing import closed, look_over
from sopbatch.reading.identity import identity_sheets
from sopbatch.reading.labelled import FieldCells, LabelledSheet
from sopbatch.reading.leftovers import state_leftovers
from sopbatch.reading.locating import locate
from sopbatch.reading.record import read_identity
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.steps import check_size, read_procedure
from sopbatch.reading.table import ProcedureTable
from sopbatch.reading.tables import find_tables
from sopbatch.reading.values.text import as_text, step_number
from sopbatch.schema.fields import Required
from sopbatch.schema.places import CUSTOM_PROPERTY, TEMPLATE_NAMES
from sopbatch.schema.sop import IDENTITY_FIELDS, KIND, LANES, LISTS_SHEET, STEP_COLUMNS, VERSION
from sopbatch.text.straight import clean

ID_NAME, VERSION_NAME, _, PLAN_NAME = TEMPLATE_NAMES


def read_submission(grid: Grid, received: Received, settings: Settings) -> Submission:
    """Read one SOP workbook.

    Raises:
        Refused: neither names nor labels show an SOP workbook (rule F-02).
    """
    notebook = Notebook(grid=grid)
    sheets = identity_sheets(grid)
    located, failed = locate(grid, sheets)
    others = _other_identities(sheets)
    found = find_tables(grid, others)
    tables = found.procedures
    if not located and not tables:
        raise Refused(Refusal.NOT_A_TEMPLATE)
    by_names = len(failed) < len(located)
    version = _state_recognition(grid, notebook, by_names=by_names)
    _state_several(notebook, sheets)
    _state_missing(notebook, located, tables)
    _state_labels(notebook, located, failed)
    sop = read_identity(notebook, located)
    procedures = tuple(read_procedure(notebook, table, settings) for table in tables)
    lanes = sum(len(procedure.actors) for procedure in procedures)
    check_size(sum(len(procedure.steps) for procedure in procedures), lanes)
    look_over(notebook)
    used = Used(
        read=notebook.read,
        chrome=notebook.chrome,
        told=notebook.told,
        identity=next(iter(sheets), None),
        tables=found,
        foreign=frozenset(others),
    )
    state_leftovers(notebook, account(grid, used), found)
    sop = replace(sop, procedures=procedures, plan_code=_hidden_text(grid, PLAN_NAME))
    return closed(notebook, received, version, partial(Submission, sop=sop))


def template_kind(grid: Grid) -> str:
    """Kind of template the workbook says it is: "SOP", "DAFTAR-INDUK", or "" when it says none."""
    return (_hidden_text(grid, ID_NAME) or _stamp(grid)[0]).upper()


def template_version(grid: Grid) -> int | None:
    """Version of the form that the workbook says it was made from; None when it says none."""
    return step_number(_hidden_text(grid, VERSION_NAME) or _stamp(grid)[1])


def _stamp(grid: Grid) -> tuple[str, str]:
    """Kind and version of the custom document property."""
    kind, _, rest = grid.properties.get(CUSTOM_PROPERTY, "").partition(";")
    return kind.strip(), rest.partition(";")[0]


def _hidden_text(grid: Grid, name: str) -> str:
    """What the lists sheet holds under that name, or where the template put it."""
    area = grid.names.get(name)
    sheet = grid.sheet(area.sheet if area else LISTS_SHEET)
    if sheet is None:
        return ""
    at = (area.top, area.left) if area else (TEMPLATE_NAMES.index(name) + 1, 1)
    return clean(as_text(sheet.cells.get(at)))


def _state_recognition(grid: Grid, notebook: Notebook, *, by_names: bool) -> int:
    """Template version; 0 when only labels told what this is."""
    if template_kind(grid) != KIND:
        if not by_names:
            notebook.problem("F-02", Place())
        return 0
    version = template_version(grid)
    if version is not None and version < VERSION:
        notebook.problem("F-03", Place(), versi=version, terbaru=VERSION)
    return version or 0


def _other_identities(sheets: Sequence[LabelledSheet]) -> tuple[str, ...]:
    """Further sheets that name an SOP of their own."""
    return tuple(one.sheet.name for one in sheets[1:] if one.has_title)


def _state_several(notebook: Notebook, sheets: Sequence[LabelledSheet]) -> None:
    titled = [one.sheet.name for one in sheets if one.has_title]
    if len(titled) > 1:
        *first, last = (f"“{name}”" for name in titled)
        notebook.problem("F-05", Place(), sheet=f"{', '.join(first)} dan {last}")


def _state_missing(
    notebook: Notebook, located: Mapping[str, FieldCells], tables: Sequence[ProcedureTable]
) -> None:
    """Fields and columns that matter and were found neither by name nor by label."""
    for field in IDENTITY_FIELDS:
        if field.key not in located and field.required is not Required.NEVER:
            notebook.problem("F-04", Place(field.key), isian=field.label)
    if not tables:
        notebook.problem("F-04", Place(), isian="tabel Prosedur")
    for table in tables:
        for column in STEP_COLUMNS:
            found = column.key in table.columns if column is not LANES else bool(table.lanes)
            if column.required is not Required.NEVER and not found:
                words = f"kolom {column.label} pada lembar “{table.sheet.name}”"
                notebook.problem("F-04", Place(column.key, 0, table.part), isian=words)


def _state_labels(
    notebook: Notebook, located: Mapping[str, FieldCells], failed: Sequence[str]
) -> None:
    """Labels that were spelt otherwise, and names that had to be made up for by labels."""
    for key, found in located.items():
        if found.label is not None and found.label.renamed:
            sheet = found.cells[0].sheet
            notebook.told.add(CellRef(sheet, found.label.row, found.label.column))
            notebook.repair(
                Place(key),
                found.cells[0],
                f"Label “{found.label.text}” kami baca sebagai “{found.field.label}”.",
            )
    if failed and any(field.name in notebook.grid.names for field in IDENTITY_FIELDS):
        first = f"“{located[failed[0]].field.label}”"
        more = f" dan {len(failed) - 1} isian lain" if len(failed) > 1 else ""
        notebook.repair(
            Place(failed[0]),
            located[failed[0]].cells[0],
            f"Nama sel {first}{more} hilang atau bergeser; isiannya ditemukan dari labelnya.",
        )
