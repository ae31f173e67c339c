"""Tables of monitoring and evaluation: values in, tagged PDF/A-3 out, on paper to be signed."""

from dataclasses import dataclass

from sopbatch.model.evaluation import Evaluation
from sopbatch.model.monitoring import Monitoring
from sopbatch.model.values import DateValue
from sopbatch.schema.evaluation_v1 import KEEP, REVISE, REVOKE, STATEMENTS
from sopbatch.schema.monitoring_v1 import BADLY, WELL
from sopbatch.text.printable import indonesian_date
from sopbatch.text.words import long_date
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.standards.cleaned import cleaned
from sopbatch.writing.standards.values import Letterhead
from sopbatch.writing.typeset import LOGO, VARIANT, fill, style_text, typeset_html, write_pdf
from sopbatch.writing.watching.values import ANSWERS, WatchingYear

PACKAGE = "sopbatch.writing.watching"
WORDS = tuple(words for _, words, _ in STATEMENTS)
CONCLUSIONS = (KEEP, REVISE, REVOKE)


@dataclass(frozen=True, slots=True)
class _Signing:
    """Who signs below a table."""

    day: str
    position: str
    name: str
    nip: str = ""


def print_monitoring(record: Monitoring, letterhead: Letterhead) -> bytes:
    """The table “Monitoring Pelaksanaan SOP AP” of a half-year; the same values, the same bytes."""
    told = cleaned(record)
    return _printed(
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
    return _printed(
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
    return _printed(
        "tahunan.html",
        letterhead,
        unit=letterhead.unit,
        report=told,
        statements=WORDS,
        as_of=long_date(told.as_of),
        signing=_Signing("", told.position, told.name, told.nip),
    )


def _assessor(day: DateValue, position: str, name: str) -> _Signing:
    return _Signing(indonesian_date(day), position, name)


def _printed(template: str, letterhead: Letterhead, *, unit: str, **values: object) -> bytes:
    kind = image_kind(letterhead.logo)
    html = fill(
        PACKAGE,
        template,
        letterhead=cleaned(letterhead),
        logo=LOGO if kind else "",
        unit=cleaned(unit) or "Perangkat Daerah",
        **values,
    )
    official = style_text("sopbatch.writing.standards", "resmi.css")
    served = {LOGO: (letterhead.logo, kind)} if kind else {}
    return write_pdf(
        typeset_html(html, official + style_text(PACKAGE, "tabel.css"), served), VARIANT
    )
