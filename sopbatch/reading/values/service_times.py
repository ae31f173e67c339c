"""Jangka waktu of a service in, its cases and its opening hours out."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sopbatch.model import Duration, DurationKind, Settings
from sopbatch.model.standards import PromisedTime
from sopbatch.reading.values.cases import named_cases, plain
from sopbatch.reading.values.durations import DEFAULTS, parse_duration
from sopbatch.text.straight import is_missing, straighten

LONGEST = 600
"""Characters of an item that are looked at."""
_UNIT = (
    r"(?:detik|menit|mnt|minit|jam|hari|hr|hk|minggu|pekan|bulan|bln|triwulan|semester|tahun|thn)"
)
_DAYS = r"(?:senin|selasa|rabu|kamis|jum'?at|sabtu|minggu|ahad)"
_NUMBER = r"(?:\d{1,4}(?:[.,]\d{1,3})?|½|setengah|satu|dua|tiga|empat|lima|enam|tujuh|sepuluh)"
_WORDS = r"(?: ?\([^()\d]{1,40}\))?"
_LENGTH = re.compile(
    r"(?:(?:±|kurang lebih|paling (?:lama|lambat|cepat)|maks(?:imal|\.)?|minimal|selama-lamanya)"
    rf" ?)?{_NUMBER}{_WORDS}(?: ?(?:-|s\.?/?d\.?|sampai(?: dengan)?|x) ?{_NUMBER}{_WORDS})?"
    rf" ?{_UNIT}\b(?: ?(?:kerja|kalender|efektif)\b)?",
    re.IGNORECASE,
)
"""A length of time wherever it stands in a sentence."""
_END = re.compile(rf"\b{_UNIT}\b(?: (?:kerja|kalender|efektif)\b)?(?: ?\([^()]{{1,60}}\))?", re.I)
_CLOCK = re.compile(r"(?<!\d)(?:[01]?\d|2[0-4])[.:][0-5]\d(?!\d)")
_HOURS = re.compile(rf"\b(?:pukul|pkl|wib|wita|wit|{_DAYS})\b", re.IGNORECASE)
_BETWEEN = re.compile(
    rf"\n|;\s|\s/\s(?=[^/]*[\d:])|(?<=[a-z]{{3}})\.\s(?=[A-Z])|,\s(?=[^,]{{1,60}}:\s|[^\d,:]{{1,60}}\d|{_DAYS}\b)",
    re.I,
)
_BOUND = re.compile(r"(?<=\w) (?:paling lama|maks(?:imal|\.)?) (?=\d)", re.IGNORECASE)
_CASE_FIRST = re.compile(r"[^\d±:(]{2,80}$")
_FILLERS = re.compile(
    r"\b(?:waktu|jangka|proses|pelayanan|penyelesaian|selama|adalah|lama|dalam|diselesaikan)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class PromisedTimes:
    """What a cell of Jangka waktu says."""

    times: tuple[PromisedTime, ...]
    hours: tuple[str, ...]
    """Opening hours that were typed there."""


def parse_service_times(items: Iterable[str], settings: Settings = DEFAULTS) -> PromisedTimes:
    """The cases that some items tell; never fails, what is no time is an unparsed one."""
    times: list[PromisedTime] = []
    hours: list[str] = []
    for item, text in enumerate(items, start=1):
        for piece in _pieces(text):
            when, how_long = _apart(piece)
            hours += [when] if when else []
            if how_long:
                times += (replace(one, item=item) for one in _times(how_long, settings))
    return PromisedTimes(tuple(times), tuple(hours))


def _pieces(text: str) -> Iterator[str]:
    straight = "\n".join(straighten(line) for line in text[:LONGEST].split("\n"))
    return (piece for one in _BETWEEN.split(straight) if (piece := plain(one)))


def _apart(piece: str) -> tuple[str, str]:
    """Opening hours in a piece, and what it says besides."""
    length = next((found for found in _LENGTH.finditer(piece) if not _is_day(piece, found)), None)
    clock = _CLOCK.search(piece) and _HOURS.search(piece)
    days = re.match(rf"(?:hari )?{_DAYS}\b", piece, re.IGNORECASE)
    if not (clock or days) and parse_duration(piece).kind is not DurationKind.CLOCK:
        return "", piece
    if length is None or length.start() == 0:
        return piece, ""
    before = piece[: length.start()]
    last = max((found.end() for found in _CLOCK.finditer(before)), default=0)
    zone = re.match(r" ?(?:wib|wita|wit)\b", before[last:], re.IGNORECASE)
    last += zone.end() if zone else 0
    return plain(piece[:last]), plain(piece[last:])


def _is_day(piece: str, length: re.Match[str]) -> bool:
    """Whether what looks like a length is only a clock before a day: "08.00 Minggu"."""
    return bool(_CLOCK.match(piece, length.start()))


def _times(text: str, settings: Settings) -> Iterator[PromisedTime]:
    for case, value in named_cases(text, _END):
        whole = _duration(value, settings)
        blank = whole.kind is DurationKind.MISSING
        # "8 menit untuk pasien baru" names a case behind its time.
        length = whole.is_length and not whole.note.casefold().startswith("untuk ")
        if case or blank or length or whole.kind is DurationKind.INDEFINITE:
            yield PromisedTime(case, whole if blank else _within(value, settings))
            continue
        yield _beside(value, whole, settings)


def _duration(text: str, settings: Settings) -> Duration:
    """A length of time; "1 hari maksimal 14 hari" goes from one to the other."""
    duration = parse_duration(text, settings)
    if duration.kind is DurationKind.MULTI and len(_BOUND.findall(text)) == 1:
        ranged = parse_duration(_BOUND.sub(" - ", text), settings)
        if ranged.kind is DurationKind.DURATION:
            return replace(ranged, raw=text)
    return duration


def _within(text: str, settings: Settings) -> Duration:
    """A length of time, also where a sentence goes round it."""
    whole = _duration(text, settings)
    if whole.kind not in (DurationKind.UNPARSED, DurationKind.SCHEDULE, DurationKind.NO_UNIT):
        return whole
    found = _LENGTH.findall(text)
    if len(found) != 1:
        return whole
    return replace(_duration(found[0], settings), raw=text)


def _beside(text: str, whole: Duration, settings: Settings) -> PromisedTime:
    """A case that is named before or behind its time without a colon."""
    found = list(_LENGTH.finditer(text))
    if len(found) != 1:
        return PromisedTime("", whole)
    length = found[0]
    inside = replace(_duration(length.group(), settings), raw=text)
    if not inside.is_length:
        return PromisedTime("", whole)
    before, behind = text[: length.start()].strip(), text[length.end() :].strip()
    named = _CASE_FIRST.match(before) if not behind.strip(" .") else None
    if named and not is_missing(_FILLERS.sub("", before)):
        return PromisedTime(plain(before), replace(inside, raw=length.group()))
    if not before and behind.casefold().startswith(("untuk ", "bagi ")):
        case = plain(behind.partition(" ")[2])
        return PromisedTime(case, replace(inside, raw=length.group()))
    return PromisedTime("", inside)
