"""Counts that add up: completion, and the rows the report is made of."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date
from enum import StrEnum
from typing import Self

from sopbatch.model.drafting import NOT_TOLD, Reached
from sopbatch.model.register import PlanLine, Unit
from sopbatch.model.submission import Review
from sopbatch.model.watched import NOTHING_SEEN, Watched


class PlanMatch(StrEnum):
    """By what an SOP was joined to its line of the plan, as printed."""

    CODE = "kode"
    NUMBER = "nomor"
    TITLE = "judul"
    NEAR_TITLE = "judul mirip"
    NONE = ""
    """It stands outside the plan, or nobody sent it."""


def counted_of(versions: Iterable[Review]) -> Review | None:
    """Of versions, newest first, the newest without galat; the newest when all have galat."""
    newest: Review | None = None
    for version in versions:
        if not version.errors:
            return version
        newest = newest or version
    return newest


@dataclass(frozen=True, slots=True, kw_only=True)
class Dossier:
    """One SOP with all its versions: the plan line it belongs to and the version that counts."""

    unit_code: str
    section: str
    title: str
    plan: PlanLine | None
    """None when outside the plan ("di luar rencana")."""
    versions: tuple[Review, ...]
    """Newest first; () for a planned title nobody sent."""
    counted: Review | None
    """As `counted_of` tells; None without versions."""
    match: PlanMatch = PlanMatch.NONE
    """By what it was joined to its plan line."""
    undecided: tuple[Review, ...] = ()
    """The counted version and those that nothing tells apart from it; () when nothing is open."""

    @property
    def replaced(self) -> tuple[tuple[Review, Review], ...]:
        """Versions whose place another one has taken, each with that one; they are never returned.

        One that came after all those that stand before it (a lower revision, sent late) has not
        been answered yet, and of versions that nothing tells apart none has taken a place.
        """
        best = next((at for at, one in enumerate(self.versions) if one is self.counted), 0)
        return tuple(
            (version, self.versions[best if best < at else 0])
            for at, version in enumerate(self.versions)
            if any(self._takes_place(newer, version) for newer in self.versions[:at])
        )

    def _takes_place(self, newer: Review, older: Review) -> bool:
        tied = [any(one is file for one in self.undecided) for file in (newer, older)]
        return not all(tied) and newer.received.arrived >= older.received.arrived

    @property
    def key(self) -> str:
        """What the SOP is remembered by: its plan code, else unit, section and title."""
        if self.plan is not None:
            return self.plan.code
        parts = (self.unit_code, self.section, self.title)
        return "|".join(" ".join(part.split()).casefold() for part in parts)

    @property
    def awaiting_correction(self) -> bool:
        """A newer faulty version than the counted one waits ("perbaikan ditunggu")."""
        return bool(self.versions) and self.counted is not self.versions[0]


@dataclass(frozen=True, slots=True, kw_only=True)
class Completion:
    """How far: counts of SOPs that add with `+`."""

    planned: int = 0
    """Rencana: titles in the plan (denominator)."""
    received: int = 0
    """Diterima: SOPs with at least one workbook, also outside the plan."""
    outside_plan: int = 0
    """Received, but not in the plan."""
    complete: int = 0
    """Lengkap: level 1, read without galat."""
    compiled: int = 0
    """Tersusun: level 2, complete and status 5 to 10."""
    ratified: int = 0
    """Selesai: level 3, complete and status 8 to 10."""
    planned_complete: int = 0
    """Complete among the planned."""
    planned_compiled: int = 0
    planned_ratified: int = 0
    """Numerator of "capaian terhadap rencana"."""
    within_review: int = 0
    """Ratified, and the day on which it must be reviewed has not passed."""
    planned_within_review: int = 0
    to_correct: int = 0
    """Perlu Perbaikan."""
    late: int = 0
    """Planned, deadline before the report date, not yet ratified."""
    errors: int = 0
    warnings: int = 0
    revoked: int = 0
    """Titles of the plan that a decision revoked: they count in no other figure."""

    def __add__(self, other: Self) -> Self:
        return type(self)(
            **{f.name: getattr(self, f.name) + getattr(other, f.name) for f in fields(self)}
        )


def share(part: int, whole: int) -> float | None:
    """Fraction of `whole` to one decimal of a percent; None when nothing is to divide by.

    0 and 1 only when exactly true: 999 of 1,000 is 0.999, and 9,999 of 10,000 stays 0.999.
    """
    if whole == 0:
        return None
    rounded = round(part / whole, 3)
    if rounded >= 1 and part < whole:
        return 0.999
    if rounded <= 0 and part > 0:
        return 0.001
    return rounded


@dataclass(frozen=True, slots=True)
class ServiceTime:
    """Total of Waktu over an SOP's steps, in minutes."""

    low: float = 0.0
    high: float | None = 0.0
    """None when a step has no upper end."""
    elapsed: float = 0.0
    """Calendar time (n x 24 jam, hari kalender), never added to the working time."""
    uncounted: int = 0
    """Steps left out: per unit, frequency, indefinite, missing."""
    approximate: bool = False
    """A month, year or unqualified day was converted ("perkiraan")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SopLine:
    """One row of Daftar SOP: a planned title, an SOP received, or both."""

    plan_code: str
    unit_code: str
    unit_name: str
    section: str
    title: str
    number: str
    classification: str
    """"Administratif, Makro, Final, Generik"."""
    revision: int | None
    effective: date | None
    deadline: date | None
    status: str
    """Final status of domain 11.1, after register decisions and the machine's own."""
    outside_plan: bool
    received: bool
    complete: bool
    compiled: bool
    ratified: bool
    late: bool
    awaiting_correction: bool
    steps: int
    actors: int
    decisions: int
    time: ServiceTime
    time_text: str
    """The total in words, "2 hari kerja 3 jam s.d. 4 hari kerja (perkiraan)"; "" without steps."""
    errors: int
    warnings: int
    file_name: str
    """Received.name of the counted version."""
    sha256: str
    """Of the counted version; "" without one."""
    last_received: date | None
    versions: int
    match: PlanMatch
    note: str = ""
    """"perbaikan ditunggu", "disahkan, belum berlaku" …"""
    previous_status: str = ""
    """Status of the last run; "" when the SOP was not known then."""
    review_due: date | None = None
    """When it must be reviewed: as planned in the workbook, else years after it took effect."""
    within_review: bool = False
    """Ratified, and `review_due` has not passed."""
    status_origin: str = ""
    """Who set the status: perangkat daerah, Biro Organisasi, mesin, inventaris."""
    status_day: date | None = None
    """Since when, as far as decision, workbook or receipt tell."""
    revoked: bool = False
    """A title of the plan that a decision revoked; neither planned nor outside the plan."""
    awaiting_sha256: str = ""
    """Of the newest version when that one is faulty and waits for correction; else ""."""
    watched: Watched = NOTHING_SEEN
    """What monitoring and evaluation found last."""
    drafting: Reached = NOT_TOLD
    """The last step of drafting, as far as the agency tells it."""

    @property
    def withdrawn(self) -> bool:
        """Whether the plan has withdrawn the title, for which something had been sent."""
        return self.outside_plan and bool(self.plan_code)


@dataclass(frozen=True, slots=True, kw_only=True)
class GroupCount:
    """One row of Per Perangkat Daerah or Per Bagian."""

    unit: Unit
    section: str
    """"" on the unit's own row, and among sections for SOPs without a section."""
    completion: Completion
    by_status: Mapping[str, int]
    """Every status of schema.statuses, so that the columns add up to the rows of Daftar SOP."""
    last_received: date | None
    late_since: date | None = None
    """The earliest deadline that has passed and was not met."""
    due_soon: int = 0
    """Planned and not ratified, with a deadline within 30 days."""

    @property
    def silent(self) -> bool:
        """Whether something is planned and nothing at all was sent."""
        return self.completion.planned > 0 and self.completion.received == 0
