"""Traffic light: the counts of a unit come in, a colour and its word go out."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopbatch.model import GroupCount
from sopbatch.schema.statuses import NEEDS_CORRECTION

GRAVE_SHARE, GRAVE_DAYS = 0.5, 60
"""From half of the plan late, or two months after the oldest deadline, a delay is grave."""


class Tone(StrEnum):
    """How something stands, as a colour says it; outputs have a colour for each."""

    ALARM = "alarm"
    RED = "red"
    AMBER = "amber"
    GREEN = "green"
    GREY = "grey"


@dataclass(frozen=True, slots=True)
class Light:
    """A colour and the word that says the same."""

    tone: Tone
    word: str
    meaning: str = ""
    """When it holds; "" where the word says it."""


SILENT_LATE = Light(
    Tone.ALARM, "Terlambat, belum mengirim", "belum satu pun berkas diterima dan ada tenggat lewat"
)
SILENT = Light(Tone.AMBER, "Belum mengirim", "belum satu pun berkas diterima, tenggat belum lewat")
GRAVE = Light(
    Tone.ALARM,
    "Sangat terlambat",
    f"sedikitnya separuh rencana lewat tenggat, atau yang terlama sudah {GRAVE_DAYS} hari",
)
LATE = Light(Tone.RED, "Terlambat", "ada judul yang melewati tenggat dan belum selesai")
DUE = Light(
    Tone.AMBER, "Segera jatuh tempo", "ada judul yang belum selesai dengan tenggat dalam 30 hari"
)
ATTENTION = Light(
    Tone.AMBER, "Perlu perhatian", "tidak ada yang mendesak, tetapi ada SOP yang perlu diperbaiki"
)
ON_TIME = Light(
    Tone.GREEN, "Sesuai jadwal", "tidak ada yang lewat tenggat, mendesak, atau perlu diperbaiki"
)
DONE = Light(Tone.GREEN, "Tuntas", "semua judul yang direncanakan sudah selesai")
UNPLANNED = Light(Tone.GREY, "Tanpa rencana", "tidak ada judul yang direncanakan")

LIGHTS: tuple[Light, ...] = (
    SILENT_LATE,
    SILENT,
    GRAVE,
    LATE,
    DUE,
    ATTENTION,
    ON_TIME,
    DONE,
    UNPLANNED,
)
"""Worst first: whoever sent nothing at all stands before whoever is late."""


def light_of(group: GroupCount, as_of: date) -> Light:
    """The most serious light that holds."""
    counted = group.completion
    if counted.planned == 0:
        return UNPLANNED
    if counted.planned_ratified == counted.planned:
        return DONE
    if counted.received == 0:
        return SILENT_LATE if counted.late else SILENT
    if counted.late:
        grave = late_share(group) >= GRAVE_SHARE or days_late(group, as_of) >= GRAVE_DAYS
        return GRAVE if grave else LATE
    if group.due_soon:
        return DUE
    return ATTENTION if group.by_status.get(NEEDS_CORRECTION.label, 0) else ON_TIME


def late_share(group: GroupCount) -> float:
    """Part of the plan that is late."""
    return group.completion.late / group.completion.planned if group.completion.planned else 0.0


def days_late(group: GroupCount, as_of: date) -> int:
    """Days since the oldest deadline that was not met; 0 when none has passed."""
    return (as_of - group.late_since).days if group.late_since else 0


def worst_first(groups: Iterable[GroupCount], as_of: date) -> tuple[GroupCount, ...]:
    """By light, then by the share that is late, the days of the oldest delay, and what is due."""

    def badness(group: GroupCount) -> tuple[int, float, int, int]:
        at = LIGHTS.index(light_of(group, as_of))
        return at, -late_share(group), -days_late(group, as_of), -group.due_soon

    return tuple(sorted(groups, key=badness))
