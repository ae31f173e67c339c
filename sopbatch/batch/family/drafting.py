"""Steps of drafting SOPs, joined."""

from datetime import date
from typing import TYPE_CHECKING

from sopbatch.batch.family.listed import ISSUED_ROWS, filled, letterhead, listed
from sopbatch.batch.family.member import Document, Issuing, Member, Values, unit_values
from sopbatch.model import CellValue, FormReading, Register
from sopbatch.model.drafting import Drafting
from sopbatch.rules.across.watched import WATCHED_ACROSS_RULES
from sopbatch.rules.forms.drafting import DRAFTING_RULES
from sopbatch.schema.drafting import DRAFTING, HEAD, STEPS

if TYPE_CHECKING:
    from sopbatch.reading.forms import FilledForm

COLUMNS = ("title", *(key for step in STEPS for key in (step.day_key, step.by_key)))
HEAD_OF_SECTION, HEAD_OF_BUREAU = "Rahmawati Noor, S.Sos.", "Kepala Biro Organisasi"
SEEN: tuple[tuple[CellValue, ...], ...] = (
    (
        "Verifikasi Rancangan SOP AP Perangkat Daerah",
        *(date(2026, 2, 3), "Dewi Anggraini, S.E."),
        *(date(2026, 2, 17), HEAD_OF_SECTION),
        *(date(2026, 2, 24), "Dewi Anggraini, S.E."),
        *(date(2026, 3, 2), "Bayu Pratama, S.Kom."),
        *(date(2026, 3, 9), HEAD_OF_SECTION),
        *(date(2026, 3, 16), HEAD_OF_BUREAU),
        *(date(2026, 3, 23), HEAD_OF_BUREAU),
    ),
    (
        "Pembinaan Tata Naskah Dinas",
        *(date(2026, 5, 4), "Bayu Pratama, S.Kom."),
        *(date(2026, 6, 1), HEAD_OF_SECTION),
        *("",) * 10,
    ),
)


def example() -> Values:
    """Two SOPs: one that went all the way, one that was discussed."""
    return filled(HEAD, COLUMNS, SEEN)


def issue(issuing: Issuing) -> Values:
    """The agency, and its SOPs on their way."""
    return {**unit_values(issuing), **listed(issuing.on_their_way)}


def issued_as(issuing: Issuing) -> str:
    """A form for whoever has an SOP on its way."""
    return "Tahap Penyusunan SOP" if issuing.on_their_way else ""


def build(form: "FilledForm") -> Drafting:
    """The record of a filled form."""
    from sopbatch.reading.forms.drafting import drafting_of

    return drafting_of(form)


def write(reading: FormReading, register: Register, logo: bytes) -> tuple[Document, ...]:
    """The table of steps, to be signed by who noted them."""
    from sopbatch.writing.tables.stages import print_stages

    record = reading.told(Drafting)
    table = print_stages(record, letterhead(record, register, logo))
    return (Document("Dokumen Tahap Penyusunan SOP.pdf", table),)


MEMBER = Member(
    kind=DRAFTING,
    build=build,
    rules=(*DRAFTING_RULES, *WATCHED_ACROSS_RULES),
    example=example,
    write=write,
    issue=issue,
    issued_as=issued_as,
    issued=ISSUED_ROWS,
)
