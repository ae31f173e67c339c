"""The needs of SOPs, joined."""

from datetime import date
from typing import TYPE_CHECKING

from sopbatch.batch.family.listed import filled, letterhead
from sopbatch.batch.family.member import ISSUED, Document, Issuing, Member, Values, unit_values
from sopbatch.model import CellValue, FormReading, Place, Register
from sopbatch.model.needs import Needs
from sopbatch.rules.forms.needs import NEEDS_RULES
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.needs import NEEDS
from sopbatch.schema.needs_head import HEAD
from sopbatch.text.names import name_key

if TYPE_CHECKING:
    from sopbatch.reading.forms import FilledForm

TASK = "Membantu Gubernur di bidang organisasi dan tata laksana"
POLICY, SERVICES, OFFICE = next(one.example for one in HEAD.fields if one.key == "functions")
MET = (YES, YES, YES, YES)
COLUMNS = (
    *("section", "task", "function", "activity", "output"),
    *("repeated", "definite", "shared", "measurable"),
    *("urgency", "title", "nature", "owner", "target"),
)
HEAD_OF_SECTION = "Kepala Bagian Ketatalaksanaan"
ROWS: tuple[tuple[CellValue, ...], ...] = (
    (
        *("Ketatalaksanaan", TASK, POLICY, "Memfasilitasi penyusunan SOP", "SOP yang disahkan"),
        *MET,
        *(5, "Fasilitasi Penyusunan SOP AP Perangkat Daerah", "Administratif", HEAD_OF_SECTION),
        date(2026, 6, 30),
    ),
    (
        *("Ketatalaksanaan", "", "", "Menyusun pedoman tata naskah dinas", "Peraturan Gubernur"),
        *(NO, YES, YES, YES),
        *("", "", "", "", ""),
    ),
    (
        *("Ketatalaksanaan", "", SERVICES, "Memfasilitasi penyusunan standar pelayanan"),
        "Standar pelayanan",
        *MET,
        *(5, "Fasilitasi Penyusunan Standar Pelayanan", "Administratif", HEAD_OF_SECTION),
        date(2026, 9, 30),
    ),
    (
        *("Ketatalaksanaan", "", "", "Menangani pengaduan pelayanan publik"),
        "Jawaban atas pengaduan",
        *MET,
        *(4, "Penanganan Pengaduan Pelayanan Publik", "Administratif", HEAD_OF_SECTION),
        date(2026, 9, 30),
    ),
    (
        *("Ketatalaksanaan", "", OFFICE, "Mengelola surat keluar", "Surat keluar yang tercatat"),
        *MET,
        *(2, "Pengelolaan Surat Keluar", "Administratif", "Kepala Subbagian Tata Usaha"),
        date(2026, 12, 15),
    ),
)


def example() -> Values:
    """Five activities of three functions; for four of them an SOP is proposed."""
    return filled(HEAD, COLUMNS, ROWS)


def issue(issuing: Issuing) -> Values:
    """The agency, the year, and its functions as far as the plan names them."""
    told = {name_key(line.function): line.function for line in issuing.plan if line.function}
    rows = next(field.rows for field in HEAD.fields if field.key == "functions")
    functions = enumerate(list(told.values())[:rows], start=1)
    return {
        **unit_values(issuing),
        Place("year"): issuing.as_of.year,
        **{Place("functions", number): text for number, text in functions},
    }


def build(form: "FilledForm") -> Needs:
    """The record of a filled form."""
    from sopbatch.reading.forms.needs import needs_of

    return needs_of(form)


def write(reading: FormReading, register: Register, logo: bytes) -> tuple[Document, ...]:
    """The document that the head of the agency signs."""
    from sopbatch.writing.tables.inventory import print_inventory

    needs = reading.told(Needs)
    head = letterhead(needs, register, logo)
    called = f"Dokumen Inventarisasi SOP {head.unit} {needs.year or ''}".strip()
    return (Document(f"{called}.pdf", print_inventory(needs, head)),)


MEMBER = Member(
    kind=NEEDS,
    build=build,
    rules=NEEDS_RULES,
    example=example,
    write=write,
    issue=issue,
    issued=ISSUED | {"year", "functions", "number"},
)
