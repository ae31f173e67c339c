"""Ways an officer's workbook comes about: filled by the template, by LibreOffice, or spoilt."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from io import BytesIO

from openpyxl import Workbook, load_workbook

from sopbatch.model import CellValue, Place, Sop
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.schema.places_v1 import template_cells
from sopbatch.writing.templates import sop_values, write_sop_template
from tests.office import Office
from tests.sample_batch.register import BUREAU, REGISTER
from tests.samples import sample_sops

Make = Callable[[Office], bytes]
Changes = Mapping[Place, CellValue | None]
FUNCTION = "Pelaksanaan tugas dan fungsi bagian menurut susunan organisasi dan tata kerja"


def sample(code: str, status: str = "Disahkan") -> Sop:
    """One of the fourteen samples as its bureau sends it."""
    sop = next(sop for sop in sample_sops() if sop.plan_code == code)
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


def other(unit_code: str, plan_code: str, title: str, number: str, like: str = "PA-04") -> Sop:
    """Another agency's SOP, written after one of the samples."""
    unit = REGISTER.unit(unit_code)
    assert unit
    old = sample(like)
    procedure = old.procedures[0]
    head = unit.head_position
    actors = tuple(
        replace(actor, name=head if actor.name == "Kepala Biro" else actor.name)
        for actor in procedure.actors
    )
    return replace(
        old,
        plan_code=plan_code,
        unit_code=unit.code,
        unit_name=unit.name,
        section="",
        title=title,
        number=parse_number(number),
        created=parse_date("12 Januari 2026"),
        effective=parse_date("2 Februari 2026"),
        revision=0,
        revision_raw="0",
        revised=parse_date("-"),
        scope="Makro",
        parent="",
        signatory_position=head,
        signatory_name=unit.head_name,
        signatory_rank="Pembina Utama Muda",
        signatory_grade="IV/c",
        signatory_nip=parse_nip(unit.head_nip),
        relations=("Tidak ada",),
        procedures=(replace(procedure, actors=actors),),
    )


def values(sop: Sop, changes: Changes | None = None) -> dict[Place, CellValue]:
    """What stands in the cells; a change to None empties a cell."""
    filled = {**sop_values(sop), **(changes or {})}
    return {place: value for place, value in filled.items() if value is not None}


def filled(sop: Sop, changes: Changes | None = None) -> Make:
    """The template as the program fills it."""
    return lambda office: write_sop_template(values(sop, changes))


def typed(sop: Sop, save_as: str, changes: Changes | None = None) -> Make:
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


def planned(code: str, like: str, status: str = "Diajukan") -> Sop:
    """A planned SOP of the bureau not among the samples, written after one of them."""
    line = next(line for line in REGISTER.plan if line.code == code)
    section, serial = code.split("-")
    return replace(
        sample(like, status),
        plan_code=code,
        section=line.section,
        title=line.title,
        number=parse_number(f"065/SOP-{section}.{serial}/Org/2026"),
        created=parse_date("14 September 2026"),
        effective=parse_date("1 Oktober 2026"),
        revision=0,
        revision_raw="0",
        revised=parse_date("-"),
        relations=("Tidak ada",),
        scope="Makro",
        completeness="Final",
        parent="",
    )


def step(key: str, row: int, lane: int = 0) -> Place:
    """A field of a step, 1-based."""
    return Place(key, row, 1, lane)
