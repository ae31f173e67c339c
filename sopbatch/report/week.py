"""What the operator does this week: lists ready to print, and the same in a few figures."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sopbatch.model import DueItem, Review, SopLine, share
from sopbatch.report.files import FileFate, FileRow
from sopbatch.report.unanswered import Unanswered
from sopbatch.report.week_facts import IdleDecision, LikelyTitle, Mistakes
from sopbatch.text.words import count, enumeration, long_date, percent

SOON, LATER = 14, 30
"""Days."""
WHOLE, FAULTY = "Lengkap", "Harus diperbaiki"
REFUSED, UNTAKEN, PASSED = map(str, (FileFate.REFUSED, FileFate.UNTAKEN, FileFate.PASSED))
TO_MEND = (FAULTY, REFUSED, UNTAKEN)
"""What became of files that somebody must send or name again."""
OUTCOMES = (REFUSED, UNTAKEN, PASSED, FAULTY, WHOLE)
"""In the order in which files are listed; other fates follow."""


@dataclass(frozen=True, slots=True)
class NewFile:
    """A file that came since the last report of an earlier week."""

    row: FileRow
    outcome: str
    """WHOLE, FAULTY, or the name of its fate."""


@dataclass(frozen=True, slots=True)
class GoesBack:
    """A file that goes back to its sender now, or of which its sender must be told."""

    review: Review
    unit: str
    """Name of the agency."""
    address: str
    """Of the agency as the register tells it, else of the mail it came in."""
    path: str
    """Of the marked copy, as the report links to it; "" when there is none."""
    mistakes: Mistakes

    @property
    def weight(self) -> str:
        """How much must, and how much should, be mended."""
        if self.review.reading is None:
            return "tidak terbaca"
        counts = (
            (self.review.errors, "hal harus diperbaiki"),
            (self.review.warnings, "hal sebaiknya diperbaiki"),
        )
        return ", ".join(f"{count(number)} {what}" for number, what in counts if number)


@dataclass(frozen=True, slots=True, kw_only=True)
class ToDecide:
    """Something that only Biro Organisasi can settle."""

    code: str
    title: str
    unit: str
    what: str
    since: date | None
    where: str
    """What is written on the sheet of the register."""
    sheet: str = "Keputusan"


@dataclass(frozen=True, slots=True)
class Idle:
    """A decision that changes nothing, with the SOP it is about."""

    decision: IdleDecision
    title: str
    unit: str


@dataclass(frozen=True, slots=True)
class UnplannedSop:
    """An SOP outside the plan."""

    line: SopLine
    number: str
    """Receipt number of the file that counts."""
    likely: LikelyTitle | None
    where: str
    """What is written on the sheet of the register."""
    sheet: str = "Rencana SOP"


@dataclass(frozen=True, slots=True)
class WeekFigure:
    """One thing of the week in a number and a few words."""

    name: str
    number: int
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """The work of one week."""

    came: tuple[NewFile, ...]
    """What stops comes first."""
    back: tuple[GoesBack, ...]
    """By agency."""
    soon: tuple[DueItem, ...]
    """Due within 14 days, the report date included."""
    later: tuple[DueItem, ...]
    """Due on days 15 to 30."""
    decide: tuple[ToDecide, ...]
    idle: tuple[Idle, ...]
    unanswered: tuple[Unanswered, ...]
    """Longest first."""
    outside: tuple[UnplannedSop, ...]
    planned: int | None
    """Titles in the plan; None without a register."""
    done: int
    """Of these, those that are ratified."""

    @property
    def to_mend(self) -> int:
        """Files that came and cannot be taken as they are."""
        return sum(one.outcome in TO_MEND for one in self.came)

    @property
    def figures(self) -> tuple[WeekFigure, ...]:
        """The week in at most ten lines."""
        found = (
            WeekFigure("Berkas baru", len(self.came), _outcomes(self.came)),
            WeekFigure("Dikembalikan sekarang", len(self.back), _agencies(self.back)),
            WeekFigure("Jatuh tempo 14 hari", len(self.soon), _nearest(self.soon)),
            WeekFigure("Jatuh tempo 15–30 hari", len(self.later), _nearest(self.later)),
            WeekFigure("Perlu diputuskan", len(self.decide), _oldest(self.decide)),
            WeekFigure("Keputusan belum diterapkan", len(self.idle), _rows(self.idle)),
            WeekFigure("Belum dijawab", len(self.unanswered), _longest(self.unanswered)),
            WeekFigure("SOP di luar rencana", len(self.outside), _guessed(self.outside)),
        )
        if self.planned is None:
            return found
        words = f"dari {count(self.planned)} yang direncanakan"
        if self.planned:
            words += f" ({percent(share(self.done, self.planned))})"
        return (*found, WeekFigure("SOP selesai", self.done, words))


def _outcomes(came: Sequence[NewFile]) -> str:
    numbers = Counter(one.outcome for one in came)
    rest = (outcome for outcome in numbers if outcome not in OUTCOMES)
    ordered = (*reversed(OUTCOMES), *sorted(rest))
    told = enumeration([f"{count(numbers[one])} {one.lower()}" for one in ordered if numbers[one]])
    again = sum(one.row.came_again for one in came)
    return f"{told}; isi {count(again)} berkas sudah diterima sebelumnya" if again else told


def _agencies(back: Sequence[GoesBack]) -> str:
    units = {one.unit for one in back if one.unit}
    unread = sum(one.review.reading is None for one in back)
    held = sum(not one.review.publishable for one in back) - unread
    advised = len(back) - held - unread
    told = (
        f"{count(held)} harus diperbaiki" if held else "",
        f"{count(unread)} tidak terbaca" if unread else "",
        f"{count(advised)} lengkap dengan catatan" if advised else "",
        f"ke {count(len(units))} perangkat daerah" if units else "",
    )
    return "; ".join(filter(None, told))


def _nearest(due: Sequence[DueItem]) -> str:
    return f"terdekat {long_date(due[0].due)}" if due else ""


def _oldest(decide: Sequence[ToDecide]) -> str:
    days = [one.since for one in decide if one.since]
    return f"tertua sejak {long_date(min(days))}" if days else ""


def _rows(idle: Sequence[Idle]) -> str:
    rows = [count(one.decision.row) for one in idle[:3]]
    more = " dan seterusnya" if len(idle) > len(rows) else ""
    return f"lembar Keputusan baris {', '.join(rows)}{more}" if rows else ""


def _longest(waiting: Sequence[Unanswered]) -> str:
    return f"terlama {count(waiting[0].weeks)} minggu" if waiting else ""


def _guessed(outside: Sequence[UnplannedSop]) -> str:
    guessed = sum(one.likely is not None for one in outside)
    return f"{count(guessed)} mungkin judul rencana" if guessed else ""
