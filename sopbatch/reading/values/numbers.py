"""A Nomor SOP as typed in, its segments and parts out, and whether they fit the pattern."""

import re
from dataclasses import replace

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.model.values import NumberKind, SopNumber
from sopbatch.text.lookalikes import with_zeros
from sopbatch.text.months import ROMAN_MONTHS
from sopbatch.text.straight import is_missing, straighten_within

LONGEST = 200
"""Characters; a longer text is no number (the form gives 60)."""

_LABEL = re.compile(
    r"^(?:nomor|no)\b(?:-(?=(?:SOP|SPO|POS)\b[^/]*/)|\.? ?:? ?(?=\S))", re.IGNORECASE
)
_MARK_BEHIND = re.compile(r"[-.](?:SOP|SPO|POS)$", re.IGNORECASE)
"""“041.SOP”: the word behind its serial."""
_YEAR_NAMED = re.compile(r" tahun |[ /]tahun[ .:]*(?=\d{4})", re.IGNORECASE)
_MARK = re.compile(r"^(SOP|SPO|POS|PROTAP)(?: ?AP)?(?:[-. ]+|$|(?=\d))", re.IGNORECASE)
_PLACEHOLDER = re.compile(r"\.{2,}|_{2,}|\?{2,}|<[^>]*>|\[[^\]]*\]|(?:^|[/. -])X{2,}(?:$|[/. -])")
_REVISION = re.compile(r"(?<=\d) ?\( ?rev[^()]*\)$", re.IGNORECASE)
"""“…/2024 (Rev. 1)”: the revision has a field of its own."""
_YEAR = re.compile(r"(?:19|20)\d\d")
_YEAR_BEHIND = re.compile(r"([^\W\d_]{2,})-((?:19|20)\d\d)")
"""“RBT-2017”: the year right behind the letters of a unit."""
_YEAR_WITH_LETTER = re.compile(r"(?=.*[OIL])[12IL][09O][0-9OIL]{2}")
_TWO_DIGITS = re.compile(r"\d\d")
_DOTTED = re.compile(r"\d+(?:\.\d+)+")
_CODE = re.compile(r"\d{3}(?:\.\d+)*")
_SERIALS = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        r"(?P<serial>\d{1,4}(?:\.?[A-Z])?)",
        r"(?P<section>[A-Z][A-Z0-9]*)[.-](?P<serial>\d+)",
        r"(?P<serial>\d{1,4})\.(?P<section>[A-Z][A-Z0-9]*)",
        r"(?P<serial>\d{1,4})-(?P<unit>[^\d\W].*|\d+(?:\.\d+)+|\d{5,})",
        r"(?P<serial>\d{1,4}\.\d{1,3})",
    )
)
"""“041”, “TL.01”, “01.TL”, “41-Dinkes”, “001.1”, in the order in which they are sought."""
_LONG_SERIAL = re.compile(r"(?P<serial>\d+(?:\.?[A-Z])?)", re.IGNORECASE)
"""More digits are rather the code of an office (“17000”)."""
_GLUED_SERIAL = re.compile(r"(?:([A-Z][A-Z0-9]*)[.-]|(\d+)-)?(\d+)", re.IGNORECASE)
"""What stands right behind "SOP-": "021", "TL.01", "1-107"."""
_UNIT_CODE = re.compile(r"(.*[A-Z].*)-(\d{3}(?:\.\d+)*)", re.IGNORECASE)


def parse_number(text: str) -> SopNumber:
    """The number of an SOP with its segments and what they probably mean; never fails.

    PermenPAN-RB 35/2012 leaves numbering to the tata naskah dinas, so the order of parts differs.
    """
    if is_missing(text):
        return SopNumber(raw=text, kind=NumberKind.MISSING)
    straight = straighten_within(text, LONGEST)
    if straight is None:
        return SopNumber(raw=text, kind=NumberKind.INVALID)
    written = _LABEL.sub("", straight.strip(" :;,"))
    written = re.sub(r" ?/ ?", "/", _YEAR_NAMED.sub("/", _REVISION.sub("", written)))
    written = with_zeros(written)
    segments = written.split("/") if "/" in written else re.split(r"[ -]+", written)
    number = _with_parts(
        SopNumber(raw=text, kind=NumberKind.NUMBER, norm=written.upper(), segments=tuple(segments))
    )
    dashes = "--" in written and "/" in written
    if dashes or _PLACEHOLDER.search(written.upper()):
        return replace(number, kind=NumberKind.PLACEHOLDER)
    if not all(segments):
        return replace(
            number, kind=NumberKind.INCOMPLETE, flags=number.flags | {Flag.EMPTY_SEGMENT}
        )
    if Flag.LETTER_IN_YEAR in number.flags or not re.search(r"\d", written):
        return replace(number, kind=NumberKind.INVALID)
    return number


def _with_parts(number: SopNumber) -> SopNumber:
    year, flags, rest = _split_year(number.segments)
    month, rest = _split_month(rest)
    prefix, glued, rest = _split_marks(rest)
    code, chapter, rest = ("", "", rest) if glued else _split_code(rest)
    section, serial, rest = _split_serial(rest, first_of_all=glued)
    unit = "/".join(segment for segment in rest if segment)
    if not code and (found := _UNIT_CODE.fullmatch(unit)):
        unit, code = found.groups()
    return replace(
        number,
        prefix=prefix,
        code=code,
        chapter=chapter,
        serial=serial,
        unit=unit,
        month=month,
        year=year,
        flags=flags,
        section=section,
    )


def _split_year(segments: tuple[str, ...]) -> tuple[int | None, Flags, tuple[str, ...]]:
    """The year, from the last segment or else from the third on."""
    if (behind := _YEAR_BEHIND.fullmatch(segments[-1])) and len(segments) > 1:
        segments = (*segments[:-1], *behind.groups())
    last = segments[-1].upper()
    if _YEAR_WITH_LETTER.fullmatch(last):
        return None, frozenset({Flag.LETTER_IN_YEAR}), segments[:-1]
    if len(segments) > 2 and _TWO_DIGITS.fullmatch(last) and _before_year(last, segments[:-1]):
        year = int(last) + (2000 if int(last) <= 69 else 1900)
        return year, frozenset({Flag.TWO_DIGIT_YEAR}), segments[:-1]
    for place in (len(segments) - 1, *range(2, len(segments) - 1)):
        if _YEAR.fullmatch(segments[place]):
            return int(segments[place]), NO_FLAGS, segments[:place] + segments[place + 1 :]
    return None, NO_FLAGS, segments


def _before_year(year: str, segments: tuple[str, ...]) -> bool:
    """Whether two digits behind these are a year: behind a month, or a unit and a serial.

    “SOP-001-PTI-04” is the fourth of a unit, not one of 2004.
    """
    if _month(segments[-1]):
        return True
    bare = [_MARK.sub("", segment) for segment in segments]
    numbered = bare[1:] if _CODE.fullmatch(segments[0]) else bare
    recent = year >= "10"
    return (
        recent
        and segments[-1].isalpha()
        and any(_numbers(segment) for segment in numbered if segment)
    )


def _numbers(segment: str) -> bool:
    return any(form.fullmatch(segment) for form in (*_SERIALS, _LONG_SERIAL))


def _month(segment: str) -> int | None:
    """1-12 for a Roman number or two digits."""
    if _TWO_DIGITS.fullmatch(segment):
        return int(segment) if 1 <= int(segment) <= 12 else None
    return ROMAN_MONTHS.get(segment.lower())


def _split_month(segments: tuple[str, ...]) -> tuple[int | None, tuple[str, ...]]:
    """The month in front of the year; two digits are one only when a serial stands before them."""
    if len(segments) < 2 or not (month := _month(segments[-1])):
        return None, segments
    others = [s for s in segments[:-1] if re.search(r"\d", _MARK.sub("", s))]
    if segments[-1].isdigit() and len(others) < 2:
        return None, segments
    return month, segments[:-1]


def _split_marks(segments: tuple[str, ...]) -> tuple[str, bool, tuple[str, ...]]:
    """The word SOP in front, whether more is glued to it, and the segments without such words."""
    first = _MARK.match(segments[0]) if segments else None
    glued = first is not None and first.end() < len(segments[0])
    stripped = (_MARK_BEHIND.sub("", _MARK.sub("", segment)) for segment in segments)
    marked = (segment != "" and _MARK.fullmatch(segment) is not None for segment in segments)
    rest = tuple(text for text, mark in zip(stripped, marked, strict=True) if not mark)
    return (first.group(1).upper() if first else ""), glued, rest


def _split_code(segments: tuple[str, ...]) -> tuple[str, str, tuple[str, ...]]:
    """The archive code ("065", "000.8.3") or the chapter ("8.3.3") at the start."""
    first, rest = (segments[0], segments[1:]) if segments else ("", ())
    if _CODE.fullmatch(first) and ("." in first or any(map(_may_be_serial, rest))):
        return first, "", rest
    if _DOTTED.fullmatch(first):
        return "", first, rest
    return "", "", segments


def _may_be_serial(segment: str) -> bool:
    return not segment or any(form.fullmatch(segment) for form in (*_SERIALS, _PLACEHOLDER))


def _split_serial(
    segments: tuple[str, ...], *, first_of_all: bool
) -> tuple[str, str, tuple[str, ...]]:
    """Section and serial; an empty first segment is the slot of a serial left out."""
    if segments and not segments[0]:
        return "", "", segments[1:]
    if first_of_all and segments and (found := _GLUED_SERIAL.fullmatch(segments[0])):
        letters, digits, serial = found.groups()
        return letters or digits or "", serial, segments[1:]
    for form in (*_SERIALS, _LONG_SERIAL):
        for place, segment in enumerate(segments):
            if found := form.fullmatch(segment):
                said = {"section": "", "unit": "", **found.groupdict()}
                unit = (said["unit"],) if said["unit"] else ()
                rest = (*segments[:place], *unit, *segments[place + 1 :])
                return said["section"], said["serial"], rest
    return "", "", segments
