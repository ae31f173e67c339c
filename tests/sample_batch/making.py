"""Ways an officer's workbook comes about: filled by the template, by LibreOffice, or spoilt."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook

from sopbatch.batch.family.member import Values
from sopbatch.model import CellValue, Place, Sop
from sopbatch.reading.values.nips import parse_nip
from sopbatch.schema.kinds import Kind
from sopbatch.schema.places import template_cells
from sopbatch.writing.templates import sop_values
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from tests.office import Office, SaveAs
from tests.sample_batch.register import BUREAU, REGISTER
from tests.samples import further_sops, sample_sops
from tests.written import write_sop_template

Make = Callable[[Office], bytes]
Changes = Mapping[Place, CellValue | None]
FUNCTION = "Pelaksanaan tugas dan fungsi bagian menurut susunan organisasi dan tata kerja"


def sample(code: str, status: str = "Disahkan") -> Sop:
    """One of the fourteen samples as its bureau sends it."""
    return _sent(_of(sample_sops(), code), status)


def planned(code: str, status: str = "Diajukan") -> Sop:
    """A planned SOP of the bureau not among the fourteen, as its bureau sends it."""
    return _sent(_of(further_sops(), code), status)


def other(unit_code: str, code: str) -> Sop:
    """Another agency's SOP, approved by its head."""
    unit = REGISTER.unit(unit_code)
    assert unit
    return replace(
        _sent(_of(further_sops(), code), "Disahkan"),
        unit_code=unit.code,
        unit_name=unit.name,
        section="",
        signatory_position=unit.head_position,
        signatory_name=unit.head_name,
        signatory_rank="Pembina Utama Muda",
        signatory_grade="IV/c",
        signatory_nip=parse_nip(unit.head_nip),
    )


def _of(sops: tuple[Sop, ...], code: str) -> Sop:
    return next(sop for sop in sops if sop.plan_code == code)


def _sent(sop: Sop, status: str) -> Sop:
    revision = int(sop.revised.value is not None)
    return replace(
        sop,
        unit_code=BUREAU,
        status=status,
        revision=revision,
        revision_raw=str(revision),
        function=FUNCTION,
        approval_method="Tanda tangan dan cap",
    )


def values(sop: Sop, changes: Changes | None = None) -> dict[Place, CellValue]:
    """What stands in the cells; a change to None empties a cell."""
    filled = {**sop_values(sop), **(changes or {})}
    return {place: value for place, value in filled.items() if value is not None}


def filled(sop: Sop, changes: Changes | None = None) -> Make:
    """The template as the program fills it."""
    return lambda office: write_sop_template(values(sop, changes))


def typed(sop: Sop, save_as: SaveAs, changes: Changes | None = None) -> Make:
    """The empty template, typed into and saved by LibreOffice as xlsx, ods or xls."""

    def make(office: Office) -> bytes:
        cells = template_cells()
        typed_in = {
            cells[place]: value for place, value in values(sop, changes).items() if place in cells
        }
        issued = write_sop_template({Place("plan_code"): sop.plan_code})
        return office.fill(issued, typed_in, save_as)

    return make


def spoilt(sop: Sop, spoil: Callable[[Workbook], None], changes: Changes | None = None) -> Make:
    """A filled template changed afterwards, as with another program."""

    def make(office: Office) -> bytes:
        book = load_workbook(BytesIO(write_sop_template(values(sop, changes))))
        spoil(book)
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return make


def bytes_of(data: bytes) -> Make:
    """A file that is no workbook."""
    return lambda office: data


def step(key: str, row: int, lane: int = 0) -> Place:
    """A field of a step, 1-based."""
    return Place(key, row, 1, lane)


def form_filled(kind: Kind, changes: Values) -> Make:
    """A form of another kind as the program fills it."""
    return lambda office: write_kind(kind, changes)


def form_typed(kind: Kind, changes: Values, save_as: SaveAs) -> Make:
    """An empty form of another kind, typed into and saved by LibreOffice."""

    def make(office: Office) -> bytes:
        cells = kind_cells(kind, changes)
        typed_in = {cells[place]: value for place, value in changes.items() if place in cells}
        return office.fill(write_kind(kind), typed_in, save_as)

    return make


def drawn(sheet: str, rows: Sequence[Sequence[str | int]]) -> Make:
    """A workbook that somebody laid out by himself, a line for each row."""

    def make(office: Office) -> bytes:
        book = Workbook()
        page = book.worksheets[0]
        assert page is not None
        page.title = sheet
        for row in rows:
            page.append(list(row))
        buffer = BytesIO()
        book.save(buffer)
        return buffer.getvalue()

    return make
