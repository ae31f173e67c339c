"""A Grid becomes a FormReading of a declared kind; a record is made of it by the kind's builder."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial

from sopbatch.model import (
    NO_REGISTER,
    FormReading,
    FormRecord,
    Grid,
    Place,
    Received,
    Register,
)
from sopbatch.reading.cells import Notebook
from sopbatch.reading.closing import closed, look_over
from sopbatch.reading.forms.account import form_account
from sopbatch.reading.forms.filled import FilledForm, FilledSheet
from sopbatch.reading.forms.sheets import (
    FoundSheet,
    FoundSheets,
    find_beside,
    find_sheets,
    label_count,
    read_sheet,
)
from sopbatch.reading.forms.tables import FoundTable, find_table, head_count, read_table
from sopbatch.reading.forms.units import with_shown_unit
from sopbatch.reading.leftovers import state_leftovers
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.submission import template_kind, template_version
from sopbatch.reading.tables import FoundTables
from sopbatch.schema.fields import Required
from sopbatch.schema.kinds import FieldSheet, Kind
from sopbatch.text.words import enumeration

NO_FORM, NOT_FOUND, OLD_FORM = "K-07", "K-08", "K-10"
Build = Callable[[FilledForm], FormRecord]


def kind_by_labels(grid: Grid, kinds: Iterable[Kind]) -> Kind | None:
    """The kind that the labels of a workbook tell, where no form of ours was used.

    Kinds share labels of units and signatories: the one with most of its own there is meant.
    """
    found: list[tuple[int, Kind]] = []
    for kind in kinds:
        counts = [
            label_count(grid, sheet) if isinstance(sheet, FieldSheet) else head_count(grid, sheet)
            for sheet in kind.sheets
            if not isinstance(sheet, FieldSheet) or sheet.tells_kind
        ]
        if kind.by_labels and max(counts) >= kind.by_labels:
            found.append((sum(counts), kind))
    return max(found, key=lambda one: one[0])[1] if found else None


def read_form(
    grid: Grid,
    received: Received,
    kind: Kind,
    build: Build,
    register: Register = NO_REGISTER,
) -> FormReading:
    """Read one workbook of a kind.

    The register is for the builder of its record (settings), and for what a workbook that has no
    place for the code of its agency calls it.

    Raises:
        Refused: none of its sheets is there, or it holds more than anybody fills in.
    """
    notebook = Notebook(grid=grid)
    version = _state_recognition(grid, notebook, kind)
    sheets = {sheet.key: find_sheets(grid, sheet) for sheet in kind.field_sheets}
    tables = {table.key: find_table(grid, table) for table in kind.tables}
    if not version:
        sheets |= _beside(grid, kind, sheets)
    every = [one for found in sheets.values() for one in found.known]
    stand = [table for table in tables.values() if table is not None]
    if not every and not stand:
        raise Refused(Refusal.NOT_A_TEMPLATE)
    _state_missing(notebook, kind, sheets, stand)
    filled = FilledForm(
        {
            key: tuple(read_sheet(notebook, one) for one in found.read)
            or (FilledSheet(part=1, texts={}, raw={}, dates={}, numbers={}, lists={}),)
            for key, found in sheets.items()
        },
        {key: read_table(notebook, table) for key, table in tables.items() if table},
        register.settings,
    )
    filled = with_shown_unit(notebook, kind, filled, register, ours=version > 0)
    look_over(notebook)
    state_leftovers(notebook, form_account(grid, notebook, every, stand), FoundTables(()))
    make = partial(FormReading, kind=kind.code, record=build(filled))
    return closed(notebook, received, version, make)


def _beside(grid: Grid, kind: Kind, sheets: Mapping[str, FoundSheets]) -> dict[str, FoundSheets]:
    """Fields that other layouts have on the sheets of others, and on no sheet of their own."""
    homes = {one.home.sheet.name for found in sheets.values() for one in found.known}
    return {
        declared.key: find_beside(grid, declared, homes)
        for declared in kind.field_sheets
        if not declared.repeats and not sheets[declared.key].known
    }


def _state_recognition(grid: Grid, notebook: Notebook, kind: Kind) -> int:
    """Version of the form; 0 when only labels told what this is."""
    if template_kind(grid) != kind.code:
        notebook.problem(NO_FORM, Place(), formulir=kind.name)
        return 0
    version = template_version(grid)
    if version is not None and version < kind.version:
        notebook.problem(OLD_FORM, Place(), versi=version, terbaru=kind.version, formulir=kind.name)
    return version or 0


def _state_missing(
    notebook: Notebook,
    kind: Kind,
    sheets: Mapping[str, FoundSheets],
    tables: Sequence[FoundTable],
) -> None:
    """Sheets, fields and columns that are needed and stand nowhere."""
    for declared in kind.field_sheets:
        found = sheets[declared.key].read
        if not found:
            notebook.problem(NOT_FOUND, Place(), isian=f"lembar {declared.sheet}")
        for one in found:
            _state_missing_fields(notebook, one)
    standing = {table.declared.key: table for table in tables}
    for declared_table in kind.tables:
        table = standing.get(declared_table.key)
        if table is None:
            notebook.problem(NOT_FOUND, Place(), isian=f"tabel {declared_table.title}")
            continue
        for field in declared_table.columns:
            if field.key not in table.heads and field.required is not Required.NEVER:
                where = f"kolom {field.label} pada lembar “{table.sheet.name}”"
                notebook.problem(NOT_FOUND, Place(field.key), isian=where)


def _state_missing_fields(notebook: Notebook, found: FoundSheet) -> None:
    """Fields that stand nowhere on a sheet; where no form of ours was used, all in one.

    What names the sheet is told by itself: more depends on it.
    """
    declared = found.declared
    name = f"lembar “{found.home.sheet.name}”"
    where = name if found.part == 1 else f"{name} ({declared.sheet} {found.part})"
    missing = [
        field
        for field in declared.fields
        if (field.key == declared.named_by or not found.beside)
        and field.key not in found.located
        and field.required is not Required.NEVER
    ]
    naming = [field for field in missing if field.key == declared.named_by]
    others = [field for field in missing if field not in naming]
    ours = template_kind(notebook.grid) != ""
    groups = [[one] for one in (*naming, *others)] if ours else [naming, others]
    for group in filter(None, groups):
        names = [field.label for field in group]
        labels = names[0] if len(names) == 1 else enumeration([f"“{name}”" for name in names])
        place = Place(group[0].key, 0, found.part)
        notebook.problem(NOT_FOUND, place, isian=f"{labels} pada {where}")
