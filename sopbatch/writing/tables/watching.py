"""Tables of monitoring and evaluation: values in, tagged PDF/A-3 out, on paper to be signed."""

from sopbatch.model.evaluation import Evaluation
from sopbatch.model.monitoring import Monitoring
from sopbatch.model.values import DateValue
from sopbatch.schema.evaluation import KEEP, REVISE, REVOKE, STATEMENTS
from sopbatch.schema.monitoring import BADLY, WELL
from sopbatch.text.cleaned import cleaned
from sopbatch.text.printable import indonesian_date
from sopbatch.text.words import long_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.paper import Signing, print_paper
from sopbatch.writing.tables.year_values import ANSWERS, WatchingYear

WORDS = tuple(words for _, words, _ in STATEMENTS)
CONCLUSIONS = (KEEP, REVISE, REVOKE)


def print_monitoring(record: Monitoring, letterhead: Letterhead) -> bytes:
    """The table “Monitoring Pelaksanaan SOP AP” of a half-year; the same values, the same bytes."""
    told = cleaned(record)
    return print_paper(
        "monitoring.html",
        letterhead,
        unit=letterhead.unit or told.unit_name,
        record=told,
        well=WELL,
        badly=BADLY,
        ran_well=sum(row.runs_well is True for row in told.rows),
        ran_badly=sum(row.runs_well is False for row in told.rows),
        told_principles=[pair for pair in told.principles if pair[1]],
        signing=_assessor(told.assessed, told.assessor_position or "Penilai", told.assessor),
    )


def print_evaluation(record: Evaluation, letterhead: Letterhead) -> bytes:
    """The table “Evaluasi Penerapan SOP AP” of a year; the same values, the same bytes."""
    told = cleaned(record)
    ends = [(name, sum(row.conclusion == name for row in told.rows)) for name in CONCLUSIONS]
    return print_paper(
        "evaluasi.html",
        letterhead,
        unit=letterhead.unit or told.unit_name,
        record=told,
        statements=WORDS,
        rows=[(row, [ANSWERS[answer] for answer in row.answers]) for row in told.rows],
        ends=ends,
        signing=_assessor(
            told.assessed, told.assessor_position or "Ketua tim evaluasi", told.assessor
        ),
    )


def print_year(report: WatchingYear, letterhead: Letterhead) -> bytes:
    """The report over a year, by unit, with totals; the same values give the same bytes."""
    told = cleaned(report)
    return print_paper(
        "tahunan.html",
        letterhead,
        unit=letterhead.unit,
        report=told,
        statements=WORDS,
        as_of=long_date(told.as_of),
        signing=Signing("", told.position, told.name, told.nip),
    )


def _assessor(day: DateValue, position: str, name: str) -> Signing:
    return Signing(indonesian_date(day), position, name)
