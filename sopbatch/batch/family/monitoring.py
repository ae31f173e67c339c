"""Half-yearly monitoring of SOPs, joined."""

from typing import TYPE_CHECKING

from sopbatch.batch.family.listed import ISSUED_ROWS, filled, letterhead, listed
from sopbatch.batch.family.member import Document, Issuing, Member, Values, unit_values
from sopbatch.model import FormReading, Place, Register
from sopbatch.model.monitoring import Monitoring
from sopbatch.rules.across.watched import WATCHED_ACROSS_RULES
from sopbatch.rules.forms.monitoring import MONITORING_RULES
from sopbatch.rules.forms.watched import WATCHED_RULES
from sopbatch.schema.monitoring import BADLY, HEAD, METHODS, MONITORING, WELL

if TYPE_CHECKING:
    from sopbatch.reading.forms import FilledForm

COLUMNS = ("sop_number", "title", "nature", "method", "verdict", "notes", "action")
SEEN = (
    (
        "065/SOP-TL.01/Org/2025",
        "Fasilitasi Penyusunan SOP AP Perangkat Daerah",
        "Administratif",
        METHODS[0],
        WELL,
        "",
        "",
    ),
    (
        "065/SOP-TL.02/Org/2025",
        "Verifikasi Rancangan SOP AP Perangkat Daerah",
        "Administratif",
        METHODS[1],
        BADLY,
        "Verifikasi memakan waktu dua kali lebih lama daripada yang tertulis.",
        "Sesuaikan waktu langkah 4 pada revisi berikutnya.",
    ),
)


def example() -> Values:
    """Two SOPs, one of which does not run well."""
    return filled(HEAD, COLUMNS, SEEN)


def issue(issuing: Issuing) -> Values:
    """The agency, the half-year of the day, and its SOPs in force."""
    period: Values = {Place("year"): issuing.as_of.year, Place("semester"): _half(issuing)}
    return {**unit_values(issuing), **period, **listed(issuing.in_force)}


def issued_as(issuing: Issuing) -> str:
    """A form for each half-year, once there is an SOP in force."""
    record = Monitoring(year=issuing.as_of.year, semester=_half(issuing))
    return record.heading if issuing.in_force else ""


def _half(issuing: Issuing) -> str:
    return "I" if issuing.as_of.month <= 6 else "II"


def build(form: "FilledForm") -> Monitoring:
    """The record of a filled form."""
    from sopbatch.reading.forms.monitoring import monitoring_of

    return monitoring_of(form)


def write(reading: FormReading, register: Register, logo: bytes) -> tuple[Document, ...]:
    """The table to be initialled and signed."""
    from sopbatch.writing.tables.watching import print_monitoring

    record = reading.told(Monitoring)
    table = print_monitoring(record, letterhead(record, register, logo))
    return (Document("Tabel Monitoring Pelaksanaan SOP AP.pdf", table),)


MEMBER = Member(
    kind=MONITORING,
    build=build,
    rules=(*MONITORING_RULES, *WATCHED_RULES, *WATCHED_ACROSS_RULES),
    example=example,
    write=write,
    issue=issue,
    issued_as=issued_as,
    issued=ISSUED_ROWS | {"semester"},
)
