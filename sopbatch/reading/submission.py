"""A Grid becomes a Submission: which workbook it is, where its fields are, what they say."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from sopbatch.model import (
    CellRef,
    Grid,
    LegalCitation,
    Place,
    Received,
    RecognisedBy,
    Settings,
    Sop,
    Submission,
)
from sopbatch.reading.cells import Notebook
from sopbatch.reading.identity import (
    FieldCells,
    has_title,
    identity_sheets,
    locate_by_labels,
    locate_by_names,
    missing_labels,
    read_fields,
)
from sopbatch.reading.numbering import broken_numbering
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.steps import read_procedure
from sopbatch.reading.table import find_tables
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.reading.values.text import (
    as_text,
    fold,
    is_missing,
    join_fragments,
    split_items,
    step_number,
)
from sopbatch.schema.fields import FieldKind
from sopbatch.schema.places_v1 import CUSTOM_PROPERTY, TEMPLATE_NAMES
from sopbatch.schema.sop_v1 import IDENTITY_FIELDS, KIND, VERSION

ID_NAME, VERSION_NAME, _, PLAN_NAME = TEMPLATE_NAMES
Located = Mapping[str, tuple[tuple[Place, CellRef], ...]]


def read_submission(grid: Grid, received: Received, settings: Settings) -> Submission:
    """Read one SOP workbook.

    Raises:
        Refused: neither names nor labels show an SOP workbook (rule F-02).
    """
    notebook = Notebook(grid)
    located, by_names = _locate(grid, notebook)
    tables = find_tables(grid)
    if not located and not tables:
        raise Refused(Refusal.NOT_A_TEMPLATE)
    for field in missing_labels(located):
        notebook.problem("F-04", Place(), isian=field.label)
    if not tables:
        notebook.problem("F-04", Place(), isian="tabel Prosedur")
    version = _state_recognition(grid, notebook, by_names)
    sop = _identity(notebook, read_fields(notebook, located))
    procedures = tuple(read_procedure(notebook, table, settings) for table in tables)
    return Submission(
        received,
        grid.format,
        version,
        RecognisedBy.NAMES if by_names else RecognisedBy.LABELS,
        replace(sop, procedures=procedures, plan_code=_hidden_text(grid, PLAN_NAME)),
        notebook.cells,
        tuple(notebook.repairs),
        tuple(notebook.problems),
        notebook.values,
    )


def template_kind(grid: Grid) -> str:
    """Kind of template the workbook says it is: "SOP", "DAFTAR-INDUK", or "" when it says none."""
    said = _hidden_text(grid, ID_NAME) or grid.properties.get(CUSTOM_PROPERTY, "").partition(";")[0]
    return said.upper()


def _locate(grid: Grid, notebook: Notebook) -> tuple[dict[str, FieldCells], bool]:
    """Fields by name, the rest by label; an SOP beside the first one is told."""
    named = locate_by_names(grid)
    sheets = identity_sheets(grid)
    home = next((cells.cells[0].sheet for cells in named.values()), "")
    sheets = tuple(sorted(sheets, key=lambda pair: pair[0].name != home))
    titled = [sheet.name for sheet, labels in sheets if has_title(sheet, labels)]
    if len(titled) > 1:
        notebook.problem("F-05", Place(), sheet=", ".join(titled))
    labelled = locate_by_labels(*sheets[0]) if sheets else {}
    for key, found in labelled.items():
        if named and key not in named:
            notebook.repair(
                Place(key),
                found.cells[0],
                f"Nama sel isian “{found.field.label}” hilang; isian ditemukan dari labelnya.",
            )
    return {**labelled, **named}, bool(named)


def _state_recognition(grid: Grid, notebook: Notebook, by_names: bool) -> int:
    """Template version; 0 when only labels told what this is."""
    if template_kind(grid) != KIND:
        if not by_names and grid.format not in ("xls", "xlsb"):
            notebook.problem("F-02", Place())
        return 0
    stored = (
        _hidden_text(grid, VERSION_NAME)
        or grid.properties.get(CUSTOM_PROPERTY, "0;0").split(";")[1]
    )
    version = step_number(stored) or 0
    if version < VERSION:
        notebook.problem("F-03", Place(), versi=version, terbaru=VERSION)
    return version


def _hidden_text(grid: Grid, name: str) -> str:
    area = grid.names.get(name)
    sheet = grid.sheet(area.sheet) if area else None
    if area is None or sheet is None:
        return ""
    return as_text(sheet.cells.get((area.top, area.left), ""))


def _identity(notebook: Notebook, located: Located) -> Sop:
    def raw(key: str) -> object:
        return next((notebook.take(*at) for at in located.get(key, ())), None)

    def text(key: str) -> str:
        value = next((notebook.text(*at) for at in located.get(key, ())), "")
        return _as_choice(key, value)

    singles = {
        field.key: text(field.key)
        for field in IDENTITY_FIELDS
        if field.rows == 1 and field.key not in PARSED
    }
    lists = {
        key: _items(notebook, key, located.get(key, ()))
        for key in ("relations", "warnings", "qualifications", "equipment", "records")
    }
    revision = text("revision")
    return Sop(
        **singles,
        **lists,
        number=parse_number(text("number")),
        created=parse_date(raw("created")),
        revision=step_number(revision),
        revision_raw=revision,
        revised=parse_date(raw("revised")),
        review_planned=parse_date(raw("review_planned")),
        effective=parse_date(raw("effective")),
        signatory_nip=parse_nip(raw("signatory_nip")),
        legal_basis=_citations(notebook, located.get("legal_basis", ())),
    )


PARSED = frozenset(
    {"number", "created", "revision", "revised", "review_planned", "effective", "signatory_nip"}
)
CHOICES = {
    field.key: {fold(choice): choice for choice in field.choices}
    for field in IDENTITY_FIELDS
    if field.kind is FieldKind.CHOICE
}


def _as_choice(key: str, value: str) -> str:
    """The declared spelling of a choice that differs only in case or blanks."""
    return CHOICES.get(key, {}).get(fold(value), value)


def _fragments(
    notebook: Notebook, cells: tuple[tuple[Place, CellRef], ...]
) -> Iterator[tuple[str, CellRef]]:
    for place, cell in cells:
        value = notebook.take(place, cell)
        if value is None:
            continue
        for item in split_items(as_text(value)):
            yield item, cell


def _items(
    notebook: Notebook, key: str, cells: tuple[tuple[Place, CellRef], ...]
) -> tuple[str, ...]:
    """Items of a list, several to a cell or one to a cell; Place(key, n) is the n-th item."""
    return tuple(item for item, _ in _joined(notebook, key, cells))


def _joined(
    notebook: Notebook, key: str, cells: tuple[tuple[Place, CellRef], ...]
) -> tuple[tuple[str, bool], ...]:
    """Items of a list and whether each was joined from fragments."""
    fragments = tuple(_fragments(notebook, cells))
    typed = {place: notebook.values.pop(place) for place, _ in cells if place in notebook.values}
    for place, _ in cells:
        notebook.cells.pop(place, None)
    joined = join_fragments(tuple(item for item, _ in fragments))
    items: list[tuple[str, bool]] = []
    for text, indices in joined:
        if is_missing(text) and fold(text) != "tidak ada":
            continue
        place = Place(key, len(items) + 1)
        notebook.cells[place] = fragments[indices[0]][1]
        notebook.values[place] = text
        if len(indices) > 1 and len({fragments[index][1] for index in indices}) > 1:
            first = quoted_start(text)
            notebook.repair(
                place, fragments[indices[0]][1], f"{len(indices)} baris digabung menjadi “{first}”."
            )
        items.append((text, len(indices) > 1))
    if not items and typed:
        notebook.values[Place(key)] = next(iter(typed.values()))
    _point_to_cells(notebook, key, dict(cells))
    if numbers := broken_numbering(typed.values()):
        notebook.problem("X-12", Place(key, 1), nomor=numbers)
    return tuple(items)


def _point_to_cells(notebook: Notebook, key: str, cells: Mapping[Place, CellRef]) -> None:
    """Problems of a list's cells go to the item of that cell, or behind the items if it is lost."""
    read = [(at, cell) for at, cell in notebook.cells.items() if at.key == key and at.row]
    items = {cell: at for at, cell in sorted(read, reverse=True)}
    for index, problem in enumerate(notebook.problems):
        cell = cells.get(problem.place)
        if cell is not None:
            behind = max((at.row for at in items.values()), default=0) + 1
            place = items.setdefault(cell, Place(key, max(behind, len(read) + 1)))
            notebook.cells[place] = cell
            notebook.problems[index] = replace(problem, place=place)


def quoted_start(text: str) -> str:
    """The first words of a long text, for a sentence."""
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


def _citations(
    notebook: Notebook, cells: tuple[tuple[Place, CellRef], ...]
) -> tuple[LegalCitation, ...]:
    citations = []
    for text, joined in _joined(notebook, "legal_basis", cells):
        citation = parse_citation(text)
        if joined:
            citation = replace(citation, flags=citation.flags | {"fragment"})
        citations.append(citation)
    return tuple(citations)
