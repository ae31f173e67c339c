"""Yearly evaluation of SOPs, joined."""

from typing import TYPE_CHECKING

from sopbatch.batch.family.listed import ISSUED_ROWS, filled, letterhead, listed
from sopbatch.batch.family.member import Document, Issuing, Member, Values, unit_values
from sopbatch.model import FormReading, Place, Register
from sopbatch.model.evaluation import Evaluation
from sopbatch.rules.across.watched import WATCHED_ACROSS_RULES
from sopbatch.rules.forms.evaluation import EVALUATION_RULES
from sopbatch.rules.forms.watched import WATCHED_RULES
from sopbatch.schema.common_fields import NO, YES
from sopbatch.schema.evaluation import ASKED, EVALUATION, HEAD, KEEP, REVISE

if TYPE_CHECKING:
    from sopbatch.reading.forms import FilledForm

COLUMNS = ("sop_number", "title", *ASKED, "notes", "conclusion")
SEEN = (
    (
        "065/SOP-TL.01/Org/2025",
        "Fasilitasi Penyusunan SOP AP Perangkat Daerah",
        *(YES,) * 7,
        "",
        KEEP,
    ),
    (
        "065/SOP-TL.02/Org/2025",
        "Verifikasi Rancangan SOP AP Perangkat Daerah",
        *(YES, YES, NO, YES, NO, YES, YES),
        "Waktu langkah 4 tidak lagi sesuai dengan jumlah rancangan yang masuk.",
        REVISE,
    ),
)


def example() -> Values:
    """Two SOPs, one of which is to be revised."""
    return filled(HEAD, COLUMNS, SEEN)


def issue(issuing: Issuing) -> Values:
    """The agency, the year, and its SOPs in force."""
    return {**unit_values(issuing), Place("year"): issuing.as_of.year, **listed(issuing.in_force)}


def issued_as(issuing: Issuing) -> str:
    """A form for each year, once there is an SOP in force."""
    return Evaluation(year=issuing.as_of.year).heading if issuing.in_force else ""


def build(form: "FilledForm") -> Evaluation:
    """The record of a filled form."""
    from sopbatch.reading.forms.evaluation import evaluation_of

    return evaluation_of(form)


def write(reading: FormReading, register: Register, logo: bytes) -> tuple[Document, ...]:
    """The table to be initialled and signed."""
    from sopbatch.writing.tables.watching import print_evaluation

    record = reading.told(Evaluation)
    table = print_evaluation(record, letterhead(record, register, logo))
    return (Document("Tabel Evaluasi Penerapan SOP AP.pdf", table),)


MEMBER = Member(
    kind=EVALUATION,
    build=build,
    rules=(*EVALUATION_RULES, *WATCHED_RULES, *WATCHED_ACROSS_RULES),
    example=example,
    write=write,
    issue=issue,
    issued_as=issued_as,
    issued=ISSUED_ROWS,
)
