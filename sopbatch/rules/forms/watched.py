"""Rules that monitoring and evaluation of SOPs share (M-07, M-08, M-12)."""

from collections.abc import Iterator
from datetime import date

from sopbatch.model import Place, Problem
from sopbatch.model.evaluation import Evaluation
from sopbatch.model.monitoring import Monitoring
from sopbatch.rules.forms.named_twice import named_twice
from sopbatch.rules.rule import ERROR, WARNING, FormCase, Rule, form_rule
from sopbatch.schema.evaluation_v1 import EVALUATION
from sopbatch.schema.monitoring_v1 import MONITORING
from sopbatch.text.words import long_date

BOTH = frozenset((MONITORING.code, EVALUATION.code))
REASON = (
    "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: SOP yang berlaku dimonitor dan "
    "dievaluasi secara berkala."
)


def _record(case: FormCase) -> Monitoring | Evaluation:
    record = case.reading.record
    if not isinstance(record, Monitoring | Evaluation):
        raise TypeError("no record of monitoring or evaluation")
    return record


@form_rule(
    "M-07",
    ERROR,
    title="Belum ada SOP yang dinilai",
    sentence="Lembar {lembar} belum memuat satu SOP pun.",
    advice="Tulis setiap SOP yang berlaku pada satu baris, lalu nilailah penerapannya.",
    reason=REASON,
    kinds=BOTH,
)
def nothing_assessed(case: FormCase) -> Iterator[Problem]:
    """The table is blank."""
    if not _record(case).rows:
        yield Problem(facts={"lembar": case.kind.tables[0].sheet})


@form_rule(
    "M-08",
    WARNING,
    title="SOP yang sama dinilai dua kali",
    sentence="SOP “{judul}” sudah dinilai di baris {baris} lembar ini.",
    advice="Kosongkan salah satu dari kedua baris itu.",
    reason="Ketentuan formulir: satu SOP dinilai satu kali dalam satu masa.",
    kinds=BOTH,
)
def assessed_twice(case: FormCase) -> Iterator[Problem]:
    """A title stands in two rows."""
    yield from named_twice(case, [(row.row, row.title) for row in _record(case).rows])


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
    record = _record(case)
    day = record.assessed.value
    if day is None:
        return
    begins = _begins(record)
    if day > case.as_of:
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


def _begins(record: Monitoring | Evaluation) -> date | None:
    """First day of the time that is assessed; None where it cannot be told."""
    if record.year is None or not date.min.year <= record.year <= date.max.year:
        return None
    second = isinstance(record, Monitoring) and record.semester == "II"
    return date(record.year, 7 if second else 1, 1)


WATCHED_RULES: tuple[Rule, ...] = (nothing_assessed, assessed_twice, assessed_out_of_time)
