"""Rules that monitoring and evaluation of SOPs share (M-07, M-08, M-12)."""

from collections.abc import Iterator
from datetime import date

from sopbatch.model import Place, Problem
from sopbatch.model.agency_form import AssessedForm
from sopbatch.model.monitoring import Monitoring
from sopbatch.rules.forms.listed import listed_twice, nothing_listed
from sopbatch.rules.rule import WARNING, FormCase, Rule, form_rule
from sopbatch.schema.evaluation import EVALUATION
from sopbatch.schema.monitoring import MONITORING
from sopbatch.text.words import long_date

BOTH = frozenset((MONITORING.code, EVALUATION.code))
REASON = (
    "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: SOP yang berlaku dimonitor dan "
    "dievaluasi secara berkala."
)


nothing_assessed = nothing_listed(
    "M-07",
    "nothing-assessed",
    BOTH,
    title="Belum ada SOP yang dinilai",
    sentence="Lembar {lembar} belum memuat satu SOP pun.",
    advice="Tulis setiap SOP yang berlaku pada satu baris, lalu nilailah penerapannya.",
    reason=REASON,
)
assessed_twice = listed_twice(
    "M-08",
    WARNING,
    "assessed-twice",
    BOTH,
    title="SOP yang sama dinilai dua kali",
    sentence="SOP “{judul}” sudah dinilai di baris {baris} lembar ini.",
    advice="Kosongkan salah satu dari kedua baris itu.",
    reason="Ketentuan formulir: satu SOP dinilai satu kali dalam satu masa.",
)


@form_rule(
    "M-12",
    WARNING,
    title="Tanggal penilaian tidak sesuai masanya",
    sentence="{isian} {tanggal} {hal}.",
    advice="Periksa tanggal itu dan {masa} yang dinilai.",
    reason="Ketentuan formulir: jatuh tempo penilaian berikutnya dihitung dari tanggal ini.",
    kinds=BOTH,
)
def assessed_out_of_time(case: FormCase) -> Iterator[Problem]:
    """The day is yet to come, or lies before the time that is assessed."""
    record = case.reading.told(AssessedForm)
    day = record.assessed.value
    if day is None:
        return
    begins = _begins(record)
    if case.today.is_before(day):
        what = "belum tiba"
    elif begins and day < begins:
        what = f"mendahului masa yang dinilai, yang dimulai {long_date(begins)}"
    else:
        return
    field = case.kind.field("assessed")
    facts = {
        "isian": field.label if field else "Tanggal",
        "tanggal": long_date(day),
        "hal": what,
        "masa": "semester" if isinstance(record, Monitoring) else "tahun",
    }
    yield Problem(Place("assessed"), facts)


def _begins(record: AssessedForm) -> date | None:
    """First day of the time that is assessed; None where it cannot be told."""
    if record.year is None or not date.min.year <= record.year <= date.max.year:
        return None
    second = isinstance(record, Monitoring) and record.semester == "II"
    return date(record.year, 7 if second else 1, 1)


WATCHED_RULES: tuple[Rule, ...] = (nothing_assessed, assessed_twice, assessed_out_of_time)
