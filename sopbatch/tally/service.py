"""Service time: the Waktu of each step comes in, totals in minutes and in words go out."""

import math
from collections.abc import Sequence

from sopbatch.model import Duration, ServiceTime, Settings, Sop, Span, Step

SECONDS = 60
MINUTES_PER_HOUR = 60
MINUTES_PER_CALENDAR_DAY = 1440
CONVERTED = frozenset({"bulan", "triwulan", "semester", "tahun"})
"""Units whose length in working minutes is a convention of the province, not a fact."""


def service_time(sop: Sop) -> ServiceTime:
    """Total of all steps: working time as a range, calendar time apart, the rest only counted.

    The units follow 37.5 working hours a week; calendar time is never added to working time.
    """
    counted = _counted(sop.steps)
    span = span_of(sop.steps)
    return ServiceTime(
        low=span.low,
        high=span.high,
        elapsed=span.elapsed,
        uncounted=len(sop.steps) - len(counted),
        approximate=any(_is_approximate(time) for time in counted if not time.elapsed),
    )


def span_of(steps: Sequence[Step]) -> Span:
    """Total of some steps: working time as a range, calendar time apart."""
    counted = _counted(steps)
    working = [duration for duration in counted if not duration.elapsed]
    highs = [duration.high for duration in working]
    return Span(
        low=math.fsum(duration.low or 0.0 for duration in working),
        high=None if None in highs else math.fsum(high or 0.0 for high in highs),
        elapsed=math.fsum(
            (duration.low or 0.0) if duration.high is None else duration.high
            for duration in counted
            if duration.elapsed
        ),
    )


def _counted(steps: Sequence[Step]) -> list[Duration]:
    return [step.duration for step in steps if _is_counted(step.duration)]


def _is_counted(duration: Duration) -> bool:
    bounds = (duration.low, duration.high)
    return duration.counts and all(bound is None or math.isfinite(bound) for bound in bounds)


def _is_approximate(duration: Duration) -> bool:
    units = duration.unit.replace("|", "+").split("+")
    return "unqualified_day" in duration.flags or not CONVERTED.isdisjoint(units)


def format_minutes(minutes: float, settings: Settings) -> str:
    """Working minutes in the largest exact mix: "2 hari kerja 3 jam 30 menit"."""
    return _mix(minutes, settings.minutes_per_day, "hari kerja")


def format_elapsed(minutes: float) -> str:
    """Calendar minutes in the largest exact mix: "1 hari kalender 12 jam"."""
    return _mix(minutes, MINUTES_PER_CALENDAR_DAY, "hari kalender")


def format_service_time(time: ServiceTime, settings: Settings) -> str:
    """The whole total in words: "2 hari kerja s.d. 3 hari kerja (perkiraan)"; "" for none."""
    texts = []
    if time.high is None:
        texts.append(f"paling sedikit {format_minutes(time.low, settings)}")
    elif time.high > 0:
        texts.append(_range(time.low, time.high, settings))
    if texts and time.approximate:
        texts[0] += " (perkiraan)"
    if time.elapsed > 0:
        texts.append(format_elapsed(time.elapsed))
    return "; ".join(texts)


def _range(low: float, high: float, settings: Settings) -> str:
    longest = format_minutes(high, settings)
    return longest if low >= high else f"{format_minutes(low, settings)} s.d. {longest}"


def _mix(minutes: float, minutes_per_day: int, day: str) -> str:
    whole, seconds = divmod(round(minutes * SECONDS), SECONDS)
    days, whole = divmod(whole, minutes_per_day) if minutes_per_day > 0 else (0, whole)
    hours, whole = divmod(whole, MINUTES_PER_HOUR)
    parts = ((days, day), (hours, "jam"), (whole, "menit"), (seconds, "detik"))
    return " ".join(f"{count} {unit}" for count, unit in parts if count) or "0 menit"
