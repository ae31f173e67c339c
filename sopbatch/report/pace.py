"""How fast it goes and how fast it must go: totals of weeks come in, sentences go out."""

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from math import ceil

from sopbatch.model import Completion, WeekTotals
from sopbatch.text.words import count, enumeration, long_date, one_decimal

PACE_WEEKS = 4
"""Weeks that a pace is measured over."""
WEEK_WORDS = ("", "satu", "dua", "tiga", "empat")
ALL_DONE = "Semua judul yang direncanakan sudah selesai."


@dataclass(frozen=True, slots=True)
class Pace:
    """How many planned SOPs were done, and what became of the plan meanwhile."""

    since: date
    days: int
    done: int
    """Newly ratified; what was revoked later does not make it less."""
    revoked: int
    """Titles of the plan that a decision revoked."""
    added: int
    """Titles by which the plan grew, fewer than 0 when more were withdrawn."""

    @property
    def per_week(self) -> float:
        """SOPs a week, never fewer than none."""
        return self.done * 7 / self.days


def pace_of(history: tuple[WeekTotals, ...], now: WeekTotals) -> Pace | None:
    """The pace over the last weeks; None without an earlier week to measure from."""
    start = now.as_of - timedelta(weeks=PACE_WEEKS)
    earlier = sorted((w for w in history if w.as_of < now.as_of), key=lambda week: week.as_of)
    if not earlier:
        return None
    first = max((at for at, week in enumerate(earlier) if week.as_of <= start), default=0)
    told = [week.total for week in (*earlier[first:], now)]
    before = earlier[first]
    revoked = max(0, now.total.revoked - before.total.revoked)
    return Pace(
        before.as_of,
        (now.as_of - before.as_of).days,
        sum(max(0, after.planned_ratified - one.planned_ratified) for one, after in pairwise(told)),
        revoked,
        now.total.planned - before.total.planned + now.total.revoked - before.total.revoked,
    )


def needed_per_week(total: Completion, as_of: date, deadline: date | None) -> float | None:
    """SOPs a week that bring the plan to its end in time, rounded up; None when it is too late."""
    days = (deadline - as_of).days if deadline else 0
    left = total.planned - total.planned_ratified
    return ceil(10 * left * 7 / days) / 10 if days > 0 else None


def pace_sentence(pace: Pace | None, total: Completion, as_of: date, deadline: date | None) -> str:
    """What is needed, then what was done; "" without a plan."""
    left = total.planned - total.planned_ratified
    if not total.planned:
        return ""
    if not left:
        return ALL_DONE
    done = f"; {_weeks(pace)} {one_decimal(pace.per_week)}" if pace else ""
    needed = needed_per_week(total, as_of, deadline)
    if deadline is None:
        return f"Rencana belum bertenggat; {count(left)} SOP belum selesai{done}."
    if needed is None:
        return (
            f"Tenggat terakhir, {long_date(deadline)}, sudah sampai dan {count(left)} SOP belum "
            f"selesai{done}."
        )
    return f"Perlu {one_decimal(needed)} SOP per minggu agar selesai {long_date(deadline)}{done}."


def plan_sentence(pace: Pace | None) -> str:
    """What became of the plan over the same weeks; "" when it stayed."""
    if pace is None:
        return ""
    changes = (
        (pace.revoked, "{} judul dicabut dari rencana"),
        (pace.added, "rencana bertambah {} judul"),
        (-pace.added, "rencana berkurang {} judul"),
    )
    told = [words.format(count(number)) for number, words in changes if number > 0]
    return f"Sejak {long_date(pace.since)}: {enumeration(told)}." if told else ""


def _weeks(pace: Pace) -> str:
    weeks, rest = divmod(pace.days, 7)
    if rest:
        return f"{count(pace.days)} hari terakhir"
    return f"{WEEK_WORDS[weeks] if weeks < len(WEEK_WORDS) else count(weeks)} minggu terakhir"
