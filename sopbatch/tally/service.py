"""Service time: the Waktu of each step comes in, totals in minutes and in words go out."""

from sopbatch.model import Duration, ServiceTime, Settings, Sop
from sopbatch.model.flags import Flag
from sopbatch.model.paths import counted_times, span_of
from sopbatch.text.lengths import format_elapsed, format_minutes

CONVERTED = frozenset({"bulan", "triwulan", "semester", "tahun"})
"""Units whose length in working minutes is a convention of the province, not a fact."""


def service_time(sop: Sop) -> ServiceTime:
    """Total of all steps: working time as a range, calendar time apart, the rest only counted.

    The units follow 37.5 working hours a week; calendar time is never added to working time.
    """
    counted = counted_times(sop.steps)
    span = span_of(sop.steps)
    return ServiceTime(
        low=span.low,
        high=span.high,
        elapsed=span.elapsed,
        uncounted=len(sop.steps) - len(counted),
        approximate=any(_is_approximate(time) for time in counted if not time.elapsed),
    )


def _is_approximate(duration: Duration) -> bool:
    units = duration.unit.replace("|", "+").split("+")
    return Flag.UNQUALIFIED_DAY in duration.flags or not CONVERTED.isdisjoint(units)


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
