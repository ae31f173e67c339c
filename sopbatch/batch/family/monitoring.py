"""Half-yearly monitoring of SOPs, joined."""

from datetime import date

from sopbatch.batch.family.member import Issuing, Member, Values, unit_values
from sopbatch.model import CellValue, Place
from sopbatch.reading.forms.monitoring import monitoring_of
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.monitoring_v1 import BADLY, HEAD, METHODS, MONITORING, WELL

COLUMNS = ("sop_number", "title", "method", "verdict", "notes", "action")
SEEN = (
    (
        "065/SOP-TL.01/Org/2025",
        "Fasilitasi Penyusunan SOP AP Perangkat Daerah",
        METHODS[0],
        WELL,
        "",
        "",
    ),
    (
        "065/SOP-TL.02/Org/2025",
        "Verifikasi Rancangan SOP AP Perangkat Daerah",
        METHODS[1],
        BADLY,
        "Verifikasi memakan waktu dua kali lebih lama daripada yang tertulis.",
        "Sesuaikan waktu langkah 4 pada revisi berikutnya.",
    ),
)


def example() -> Values:
    """Two SOPs, one of which does not run well."""
    values: dict[Place, CellValue] = {
        Place(field.key): _typed(field) for field in HEAD.fields if field.example
    }
    for number, row in enumerate(SEEN, start=1):
        values[Place("number", number)] = number
        values |= {Place(key, number): text for key, text in zip(COLUMNS, row, strict=True) if text}
    return values


def _typed(field: Field) -> CellValue:
    text = field.example[0]
    if field.kind is FieldKind.DATE:
        return date.fromisoformat(text)
    return int(text) if field.kind is FieldKind.INTEGER else text


def issue(issuing: Issuing) -> Values:
    """The agency, the half-year that ends next, and its SOPs in force."""
    half = "I" if issuing.as_of.month <= 6 else "II"
    values: dict[Place, CellValue] = {
        **unit_values(issuing),
        Place("year"): issuing.as_of.year,
        Place("semester"): half,
    }
    named = [
        (sop.number.raw, sop.title)
        for dossier in issuing.in_force
        if dossier.counted and dossier.counted.submission
        for sop in (dossier.counted.submission.sop,)
    ]
    for number, (sop_number, title) in enumerate(named, start=1):
        values[Place("number", number)] = number
        values[Place("sop_number", number)] = sop_number
        values[Place("title", number)] = title
    return values


MEMBER = Member(
    kind=MONITORING,
    build=monitoring_of,
    example=example,
    issue=issue,
    issued=frozenset(("unit_code", "unit_name", "year", "semester", "number"))
    | {"sop_number", "title"},
)
