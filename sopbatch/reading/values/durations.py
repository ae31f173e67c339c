"""A Waktu cell in, its meaning in minutes out."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.model.grid import CellValue
from sopbatch.model.register import Settings
from sopbatch.model.values import Duration, DurationKind
from sopbatch.reading.values.duration_forms import (
    BARE,
    HOURS_MINUTES,
    WHILE,
    kind_by_form,
    several_amounts,
    without_label,
)
from sopbatch.reading.values.duration_grammar import SaidTime, said_times
from sopbatch.reading.values.lessons import in_lessons
from sopbatch.reading.values.same_time import same_time
from sopbatch.reading.values.text import as_text
from sopbatch.schema.time_units import LESSON
from sopbatch.text.straight import is_missing, straighten_within

DEFAULTS = Settings()
LONGEST = 300
"""Characters; a longer text is no duration (the form gives 40)."""


def parse_duration(
    value: CellValue | None, settings: Settings = DEFAULTS, *, shown: str = ""
) -> Duration:
    """The duration typed in a Waktu cell; never fails, an unknown form is "unparsed".

    `shown` is what its number format makes of it: 60 shown as "60 menit" has a unit.
    """
    raw = shown or as_text(value)
    match value:
        case bool():
            return Duration(raw=raw, kind=DurationKind.UNPARSED)
        case time():
            span = timedelta(hours=value.hour, minutes=value.minute, seconds=value.second)
            return _of_timedelta(raw, span, flags=frozenset({Flag.CLOCK_LIKE}))
        case timedelta():
            return _of_timedelta(raw, value, flags=NO_FLAGS)
        case datetime() if value.year <= 1900:
            # A time of more than a day comes as a moment of the first days of the date system.
            span = value.replace(tzinfo=None) - datetime.fromisoformat("1899-12-30")
            return _of_timedelta(raw, span, flags=NO_FLAGS)
        case date():
            # Shown as "01-Feb" or "1/2": a day of the calendar, however short it is shown.
            return replace(_of_text(as_text(value), settings), raw=raw)
        case _:
            return _of_text(raw, settings)


def _of_timedelta(raw: str, span: timedelta, *, flags: Flags) -> Duration:
    minutes = round(round(span.total_seconds()) / 60, 6)
    if minutes < 0:
        return Duration(raw=raw, kind=DurationKind.UNPARSED)
    return _zero_marked(
        Duration(
            raw=raw,
            kind=DurationKind.DURATION,
            low=minutes,
            high=minutes,
            unit="menit",
            flags=flags,
        )
    )


def _of_text(raw: str, settings: Settings) -> Duration:
    if is_missing(raw):
        return Duration(raw=raw, kind=DurationKind.MISSING)
    straight = straighten_within(raw, LONGEST)
    if straight is None:
        return Duration(raw=raw, kind=DurationKind.UNPARSED)
    text = without_label(straight)
    kind = kind_by_form(text.lower())
    if kind is DurationKind.INSTANT:
        return Duration(raw=raw, kind=DurationKind.INSTANT, low=0.0, high=0.0, unit="menit")
    if kind:
        return Duration(raw=raw, kind=kind)
    if clock := HOURS_MINUTES.fullmatch(text.lower()):
        hours, minutes, seconds = (int(part or 0) for part in clock.groups())
        span = timedelta(hours=hours, minutes=minutes, seconds=seconds)
        return _of_timedelta(raw, span, flags=frozenset({Flag.CLOCK_LIKE}))
    return _by_grammar(raw, text, settings)


def _by_grammar(raw: str, text: str, settings: Settings) -> Duration:
    values = said_times(text)
    if not values:
        plain = text.lower()
        several = frozenset({Flag.SEVERAL}) if several_amounts(plain) else NO_FLAGS
        return Duration(raw=raw, kind=_kind_of_unread(plain), flags=several)
    if len(values) > 1 and not _said_again(values, settings):
        return Duration(raw=raw, kind=DurationKind.MULTI)
    if any(_contradicts(note, values[0], settings) for note in values[0].notes):
        return Duration(raw=raw, kind=DurationKind.MULTI)
    if values[0].before_event:
        return Duration(raw=raw, kind=DurationKind.OFFSET)
    return _measured(raw, values[0], settings)


def _kind_of_unread(plain: str) -> DurationKind:
    if BARE.fullmatch(plain):
        return DurationKind.NO_UNIT
    return DurationKind.INDEFINITE if WHILE.match(plain) else DurationKind.UNPARSED


def _said_again(values: list[SaidTime], settings: Settings) -> bool:
    """Whether two values are one in two units: “1 jam/60 menit”."""
    plain = all(
        not (value.second or value.flags or value.per or Flag.MISSPELT_UNIT in value.first.flags)
        for value in values
    )
    scale = settings.minutes_per_unit
    return plain and len(values) == 2 and same_time(values[0].first, values[1].first, scale)


def _contradicts(note: str, value: SaidTime, settings: Settings) -> bool:
    """Whether what stands in brackets is another length: “2 hari (480 menit)”."""
    said = said_times(note) if note[:1].isdigit() and not in_lessons(value.first) else []
    if len(said) != 1 or said[0].second or said[0].per or said[0].notes or value.second:
        return False
    return not same_time(value.first, said[0].first, settings.minutes_per_unit)


def _measured(raw: str, value: SaidTime, settings: Settings) -> Duration:
    """The duration with its minutes."""
    amounts = (value.first, value.second) if value.second else (value.first,)
    scale = settings.minutes_per_unit
    scale = {**scale, LESSON: value.lesson or scale[LESSON]}
    low, high = amounts[0].minutes(scale), amounts[-1].minutes(scale)
    flags = value.flags.union(*(amount.flags for amount in amounts))
    if value.second:
        flags |= {Flag.RANGE}
    if value.lesson is None and any(map(in_lessons, amounts)):
        flags |= {Flag.LESSON}
    if Flag.UPPER_BOUND in flags:
        low = 0.0
    return _zero_marked(
        Duration(
            raw=raw,
            kind=DurationKind.DURATION,
            low=low,
            high=None if Flag.LOWER_BOUND in flags else high,
            unit="|".join(dict.fromkeys(amount.unit for amount in amounts)),
            elapsed=any(amount.elapsed for amount in amounts),
            per=value.per,
            note="; ".join(value.notes),
            flags=flags,
        )
    )


def _zero_marked(duration: Duration) -> Duration:
    zero = duration.high == 0 or (duration.high is None and duration.low == 0)
    return replace(duration, flags=duration.flags | {Flag.ZERO}) if zero else duration
