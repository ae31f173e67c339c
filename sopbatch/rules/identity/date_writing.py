"""Rules about how dates are written and where they fall (D-12 to D-16)."""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from sopbatch.model import DateKind, DateValue, Problem
from sopbatch.model.flags import Flag
from sopbatch.rules.basics.fields import label
from sopbatch.rules.basics.wording import shown
from sopbatch.rules.report_day import ReportDay, years_after
from sopbatch.rules.rule import INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.likely_dates import lacks_year, likely_day
from sopbatch.text.months import WEEKDAYS
from sopbatch.text.words import long_date

WEEK = re.compile(r"\bminggu\b", re.IGNORECASE)
DATE_KEYS = ("created", "revised", "review_planned", "effective")


def date_fault(day: DateValue) -> str:
    """What is wrong with a date field that is no single day, as a sentence goes on."""
    match day.kind:
        case DateKind.INVALID:
            return "yang tidak ada di kalender"
        case DateKind.RANGE if _of_days(day):
            return "yang menyebut lebih dari satu hari"
        case DateKind.RANGE:
            return "bukan tanggal lengkap"
        case DateKind.UNPARSED if lacks_year(day.raw):
            return "yang belum menyebut tahunnya"
        case _:
            return "yang tidak terbaca sebagai tanggal"


def _of_days(day: DateValue) -> bool:
    """Whether both ends are named by their days: “3-5 Maret 2025”; a month or week is not."""
    if not day.start or not day.end or WEEK.search(day.raw):
        return False
    return day.start.day != 1 or (day.end + timedelta(days=1)).day != 1


def _flagged(case: Case, *flags: Flag) -> Iterator[tuple[str, DateValue]]:
    for key in DATE_KEYS:
        day: DateValue = getattr(case.sop, key)
        if not day.flags.isdisjoint(flags):
            yield key, day


def _understood(case: Case, *flags: Flag) -> Iterator[Problem]:
    """Dates read with one of these flags, and how they were read."""
    for key, day in _flagged(case, *flags):
        if day.start:
            read = long_date(day.start)
            yield Problem(
                at(key),
                {"label": label(key), "tanggal": shown(day.raw), "terbaca": read},
                suggestion=read if day.value else "",
            )


@rule(
    "D-12",
    WARNING,
    title="Tanggal dapat dibaca dua cara",
    sentence="{label} “{tanggal}” dapat dibaca lebih dari satu cara.",
    advice="Tulis nama bulan dan tahun empat angka, misalnya “{terbaca}”.",
    reason=(
        "Ketentuan formulir: tanggal berupa angka dibaca hari lebih dahulu, sehingga dapat berbeda "
        "dari maksud penulisnya."
    ),
)
def ambiguous_date(case: Case) -> Iterator[Problem]:
    """Day and month could be exchanged, or the year has two digits."""
    return _understood(case, Flag.DAY_MONTH_ASSUMED, Flag.TWO_DIGIT_YEAR)


@rule(
    "D-13",
    WARNING,
    title="Nama bulan salah ketik",
    sentence="Nama bulan pada {label} “{tanggal}” salah ketik atau bukan ejaan yang baku.",
    advice="Tulis nama bulan dalam bahasa Indonesia, misalnya “{terbaca}”.",
    reason="Ejaan yang baku: Februari, November; bukan Pebruari, Nopember, atau bahasa Inggris.",
)
def month_misspelt(case: Case) -> Iterator[Problem]:
    """The month is misspelt, in old spelling, or English."""
    return _understood(case, Flag.MISSPELT_MONTH, Flag.OLD_SPELLING, Flag.ENGLISH_MONTH)


@rule(
    "D-14",
    WARNING,
    title="Nama hari tidak cocok",
    sentence="{label} “{tanggal}” menyebut hari yang keliru; tanggal itu hari {hari}.",
    advice="Periksa tanggalnya; jika benar, hapus nama harinya: “{terbaca}”.",
    reason="Nama hari yang tidak cocok biasanya berarti tanggal atau tahunnya salah ketik.",
)
def weekday_differs(case: Case) -> Iterator[Problem]:
    """The weekday named is not that of the date."""
    for key, day in _flagged(case, Flag.WEEKDAY_MISMATCH):
        if day.start:
            read = long_date(day.start)
            facts = {"label": label(key), "tanggal": shown(day.raw), "terbaca": read}
            yield Problem(
                at(key), {**facts, "hari": WEEKDAYS[day.start.weekday()]}, suggestion=read
            )


@rule(
    "D-15",
    INFO,
    title="Tanggal Efektif jatuh pada hari libur",
    sentence="Tanggal Efektif {tanggal} jatuh pada hari {hari}.",
    advice="Periksa tanggalnya; tidak perlu diubah jika memang demikian.",
    reason="SOP biasanya mulai berlaku pada hari kerja.",
)
def effective_on_weekend(case: Case) -> Iterator[Problem]:
    """Tanggal Efektif is a Saturday or Sunday."""
    day = case.sop.effective.value
    if day and day.weekday() >= 5:
        yield Problem(at("effective"), {"tanggal": long_date(day), "hari": WEEKDAYS[day.weekday()]})


@rule(
    "D-16",
    WARNING,
    title="Rencana peninjauan tidak sesuai",
    sentence="Tanggal Rencana Peninjauan “{tinjau}” {sebab}.",
    advice="Tulis tanggal lengkap setelah Tanggal Efektif, paling lambat {batas}.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: penerapan SOP dievaluasi "
        "sedikitnya sekali setahun."
    ),
)
def review_planned_too_late(case: Case) -> Iterator[Problem]:
    """The planned review is unreadable, not after Tanggal Efektif, or more than a year away.

    The year is counted from Tanggal Efektif, or from the day of the run for a later review.
    """
    review, effective = case.sop.review_planned, case.sop.effective.value
    if effective is None or review.kind is DateKind.MISSING:
        return
    if _is_in_time(review, effective, case.today):
        return
    limit = years_after(max(effective, case.today.exactly()), 1)
    span = f"setelah {long_date(effective)} dan paling lambat {long_date(limit)}"
    meant = likely_day(review.raw) if review.start is None else None
    yield Problem(
        at("review_planned"),
        {
            "tinjau": shown(review.raw),
            "sebab": _fault(review) if review.start is None else f"harus {span}",
            "batas": long_date(limit),
        },
        suggestion=long_date(meant) if meant and effective < meant <= limit else "",
    )


def _is_in_time(review: DateValue, effective: date, today: ReportDay) -> bool:
    if review.start is None or review.end is None or review.end <= effective:
        return False
    start = review.start
    return start <= years_after(effective, 1) or not today.is_before(_year_before(start))


def _fault(day: DateValue) -> str:
    return date_fault(day).removeprefix("yang ")


def _year_before(day: date) -> date:
    """The first day from which it is no more than a year to that day."""
    first = day - timedelta(days=366)
    return first if years_after(first, 1) >= day else first + timedelta(days=1)


DATE_WRITING_RULES: tuple[Rule, ...] = (
    ambiguous_date,
    month_misspelt,
    weekday_differs,
    effective_on_weekend,
    review_planned_too_late,
)
