"""Parsed values: the raw text as typed, what it means, and how sure we are."""

import re
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopbatch.model.flags import NO_FLAGS, Flags
from sopbatch.model.once import Alike, Once


class DateKind(StrEnum):
    """What a date field was taken for."""

    DATE = "date"
    RANGE = "range"
    MISSING = "missing"
    INVALID = "invalid"
    """No day of the calendar."""
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True)
class DateValue(Once):
    """A date field as typed."""

    raw: str = ""
    kind: DateKind = DateKind.MISSING
    start: date | None = None
    end: date | None = None
    """Last day of a range ("Juni 2020", "2025", "26 s.d. 27 Juli 2012"); start for a date."""
    flags: Flags = NO_FLAGS

    @property
    def value(self) -> date | None:
        """The day, only when it is one full date."""
        return self.start if self.kind is DateKind.DATE else None

    @property
    def by(self) -> date | None:
        """The day, or the last one of what lies within one month ("Oktober 2018")."""
        if self.start is None or self.end is None:
            return self.value
        within = (self.start.year, self.start.month) == (self.end.year, self.end.month)
        return self.end if within else None


class DurationKind(StrEnum):
    """What a Waktu cell was taken for."""

    DURATION = "duration"
    INSTANT = "instant"
    FREQUENCY = "frequency"
    """How often, not how long."""
    INDEFINITE = "indefinite"
    SCHEDULE = "schedule"
    """A day, a month or a weekday of the calendar."""
    OFFSET = "offset"
    """So long before or after some day."""
    CLOCK = "clock"
    """A time of day."""
    MULTI = "multi"
    MISSING = "missing"
    NO_UNIT = "no_unit"
    COLUMN_INDEX = "column_index"
    """The number of the column, "(7)"."""
    UNPARSED = "unparsed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Duration(Once):
    """A Waktu cell as typed."""

    raw: str = ""
    kind: DurationKind = DurationKind.MISSING
    low: float | None = None
    high: float | None = None
    """Minutes; working minutes unless `elapsed`. high is None for "minimal 2 hari"."""
    unit: str = ""
    """As understood: "menit", "hari kerja", "bulan+minggu" (compound), "menit|jam" (range)."""
    elapsed: bool = False
    """Minutes of the calendar (n x 24 jam, hari kalender), never added to working minutes."""
    per: str = ""
    """Counted per this thing ("berkas"): not part of a total."""
    note: str = ""
    """Text in brackets that is not a number word."""
    flags: Flags = NO_FLAGS

    @property
    def is_length(self) -> bool:
        """Whether a length of time was understood."""
        return self.kind in (DurationKind.DURATION, DurationKind.INSTANT)

    @property
    def counts(self) -> bool:
        """Whether it is added to the SOP's working total (or to the elapsed total)."""
        return self.is_length and not self.per


@dataclass(frozen=True, slots=True)
class Citation(Once):
    """The identity of a cited regulation: type, issuer or region, number, year."""

    type: str = ""
    """UU, PP, PERPRES, PERMEN …; "" when it has none."""
    issuer: str = ""
    """Ministry, body or region ("PANRB", "LKPP", "Kabupaten Malang"); "?" when unclear."""
    number: str = ""
    year: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class LegalCitation(Once):
    """One entry of Dasar Hukum as typed."""

    raw: str = ""
    type: str = ""
    issuer: str = ""
    number: str = ""
    """As written, blanks round "/" removed ("PER/21/M.PAN/11/2008")."""
    year: int | None = None
    title: str = ""
    amends: tuple[Citation, ...] = ()
    amended_by: tuple[Citation, ...] = ()
    chain: tuple[Citation, ...] = ()
    """Later members of a chain "jo. … jo. …"."""
    flags: Flags = NO_FLAGS

    @property
    def identity(self) -> tuple[str, str, str, int | None]:
        """What makes two citations the same regulation: type, issuer, serial, year."""
        issuer = self.issuer.casefold().removeprefix(_OWN_LEVEL.get(self.type, " "))
        return (self.type, issuer, citation_serial(self.number), self.year)


_OWN_LEVEL = {"PERDA": "provinsi ", "PERGUB": "provinsi ", "KEPGUB": "provinsi "} | {
    "PERBUP": "kabupaten ",
    "KEPBUP": "kabupaten ",
    "PERWALI": "kota ",
    "KEPWALI": "kota ",
}
"""The word for the region that a type of regulation says already."""

_SERIAL = re.compile(r"(?:[A-Z]{1,40}[-.]?)?([0-9]+)")


def citation_serial(number: str) -> str:
    """Serial of a number: "21", "PER/21/M.PAN/11/2008", "PER/21/M-PAN/11/2008" give "21"."""
    for segment in number.upper().split("/"):
        if serial := _SERIAL.fullmatch(segment.strip()):
            return serial.group(1).lstrip("0") or "0"
    return number.upper().replace(" ", "")


class NumberKind(StrEnum):
    """What a Nomor SOP was taken for."""

    NUMBER = "number"
    MISSING = "missing"
    PLACEHOLDER = "placeholder"
    """A part is still to be written: "…", "<nomor urut>"."""
    INCOMPLETE = "incomplete"
    """A segment is blank."""
    INVALID = "invalid"


@dataclass(frozen=True, slots=True, kw_only=True)
class SopNumber(Alike):
    """Nomor SOP as typed."""

    raw: str = ""
    kind: NumberKind = NumberKind.MISSING
    norm: str = ""
    """Upper case, no blanks round "/"; what two numbers are compared by."""
    segments: tuple[str, ...] = ()
    prefix: str = ""
    code: str = ""
    chapter: str = ""
    serial: str = ""
    unit: str = ""
    month: int | None = None
    year: int | None = None
    flags: Flags = NO_FLAGS
    section: str = ""
    """Section code glued to the serial: "TL" in "065/SOP-TL.01/Org/2025"."""


class NipKind(StrEnum):
    """What a field for a NIP was taken for."""

    VALID = "valid"
    MISSING = "missing"
    INVALID = "invalid"
    DAMAGED = "damaged"
    """A spreadsheet kept it as a number and lost its last digits."""
    OLD = "old"
    """The number of nine digits in use until 2008."""
    SERVICE = "service"
    """Of the police or the army (NRP)."""


class NipFault(StrEnum):
    """What is wrong with a NIP."""

    NONE = ""
    LENGTH = "length"
    LETTERS = "letters"
    BIRTH = "birth"
    MONTH = "month"
    """Of appointment."""
    SEX = "sex"
    NUMBER_FORMAT = "number_format"
    OLD = "old"


@dataclass(frozen=True, slots=True, kw_only=True)
class Nip(Once):
    """Civil servant number as typed."""

    raw: str = ""
    kind: NipKind = NipKind.MISSING
    digits: str = ""
    born: date | None = None
    appointed: tuple[int, int] | None = None
    """Year and month of appointment; the month is 21 for PPPK, as coded in the number."""
    sex: int | None = None
    """1 male, 2 female."""
    serial: str = ""
    pppk: bool = False
    reason: NipFault = NipFault.NONE
    flags: Flags = NO_FLAGS

    @property
    def age_at_appointment(self) -> int | None:
        """Whole years between birth and appointment."""
        if self.born is None or self.appointed is None:
            return None
        year, month = self.appointed
        return year - self.born.year - (month < self.born.month)

    @property
    def printed(self) -> str:
        """Customary print form "YYYYMMDD YYYYMM S NNN", "NRP …"; the raw text when not valid."""
        if self.kind is NipKind.SERVICE:
            return f"NRP {self.digits}"
        if self.kind is not NipKind.VALID:
            return self.raw
        d = self.digits
        return f"{d[:8]} {d[8:14]} {d[14]} {d[15:]}"
