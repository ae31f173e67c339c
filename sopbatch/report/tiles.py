"""At most eight figures: the totals come in, tiles with a note each go out."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass

from sopbatch.model import Completion, SopLine, share
from sopbatch.report.content import Content
from sopbatch.report.lights import Light, Tone
from sopbatch.schema.statuses import NEEDS_CORRECTION
from sopbatch.text.words import count, long_date, percent

GOOD, WHOLE = Light(Tone.GREEN, "Baik"), Light(Tone.GREEN, "Seluruhnya")
PLANNED = Light(Tone.GREEN, "Tersedia")
UNDER_WAY, LATE = Light(Tone.AMBER, "Berjalan"), Light(Tone.RED, "Terlambat")
TO_MEND, TO_ACT = Light(Tone.AMBER, "Perlu perbaikan"), Light(Tone.RED, "Perlu tindakan")
TO_HURRY = Light(Tone.AMBER, "Segera")
NO_PLAN, NOTHING = Light(Tone.GREY, "Tanpa rencana"), Light(Tone.GREY, "Belum ada")

Note = str | float
"""What stands below a number: words, or a share."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it means, how it stands and how it changed."""

    label: str
    number: int | None
    """None when it cannot be counted; shown as "-"."""
    note: Note
    """A share to be shown with `unit`, or a text."""
    unit: str = ""
    """Written behind the share, such as "dari rencana"."""
    _: KW_ONLY
    sheet: str = ""
    """Where the figure is told in full."""
    light: Light = GOOD
    change: str = ""
    alarming: bool = False
    """The number itself bears the colour of its light: it should be 0."""


def tiles(content: Content) -> tuple[Tile, ...]:
    """From planned to ratified, then what is late and what must be corrected."""
    total = content.tally.total
    planning = content.planning
    faulty = content.tally.by_status.get(NEEDS_CORRECTION.label, 0)
    lines, units = "Daftar SOP", "Per Perangkat Daerah"

    def of_plan(part: int, all_of_them: int) -> tuple[Note, str]:
        fraction = share(part, total.planned) if planning else None
        if fraction is not None and part != all_of_them:
            return f"{count(part)} dari rencana ({percent(fraction)})", ""
        return dash(fraction), "dari rencana"

    def light(part: int, lacking: Callable[[SopLine], bool]) -> Light:
        if not planning:
            return NO_PLAN
        if part == total.planned:
            return WHOLE
        late = any(line.late and lacking(line) for line in content.tally.lines)
        return LATE if late else UNDER_WAY

    def change(name: str) -> str:
        return _change(content, name)

    planned = total.planned if content.tally.can_count_plan else None
    late = total.late if planning else None
    soon = sum(unit.due_soon for unit in content.tally.units)
    return (
        Tile(
            "Direncanakan",
            planned,
            _plan_note(content),
            sheet=units,
            light=PLANNED if planning else NO_PLAN,
            change=change("planned"),
        ),
        Tile(
            "Diterima",
            total.received,
            _received_note(total),
            sheet=lines,
            light=light(total.received - total.outside_plan, lambda line: not line.received),
            change=change("received"),
        ),
        Tile(
            "Lengkap",
            total.complete,
            dash(share(total.complete, total.received)),
            unit="dari diterima",
            sheet=lines,
            light=_completeness(total),
            change=change("complete"),
        ),
        Tile(
            "Tersusun",
            total.compiled,
            *of_plan(total.planned_compiled, total.compiled),
            sheet=units,
            light=light(total.planned_compiled, lambda line: not line.compiled),
            change=change("compiled"),
        ),
        Tile(
            "Selesai",
            total.ratified,
            *of_plan(total.planned_ratified, total.ratified),
            sheet=units,
            light=light(total.planned_ratified, lambda line: not line.ratified),
            change=change("ratified"),
        ),
        Tile(
            "Perlu perbaikan",
            faulty,
            "dikembalikan" if faulty else "tidak ada",
            sheet=lines,
            light=TO_MEND if faulty else GOOD,
            change=change("to_correct"),
            alarming=True,
        ),
        Tile(
            "Terlambat",
            late,
            "tidak dapat dihitung" if late is None else "lewat tenggat" if late else "tidak ada",
            sheet=lines,
            light=NO_PLAN if late is None else TO_ACT if late else GOOD,
            change=change("late") if late is not None else "",
            alarming=True,
        ),
        Tile(
            "Jatuh tempo 30 hari",
            soon if planning else None,
            "belum selesai" if planning and soon else "tidak ada" if planning else "-",
            sheet="Tenggat",
            light=NO_PLAN if not planning else TO_HURRY if soon else GOOD,
            alarming=True,
        ),
    )


def _completeness(total: Completion) -> Light:
    if not total.received:
        return NOTHING
    return WHOLE if total.complete == total.received else TO_MEND


def _plan_note(content: Content) -> str:
    if not content.tally.can_count_plan:
        return "daftar induk belum ada"
    units = sum(unit.completion.planned > 0 for unit in content.tally.units)
    return f"pada {count(units)} perangkat daerah" if units else "rencana kosong"


def _received_note(total: Completion) -> str:
    if total.outside_plan and total.planned:
        return f"{count(total.outside_plan)} di luar rencana"
    return "berkasnya terbaca" if total.received else "belum ada"


def dash(fraction: float | None) -> Note:
    """A share, or what stands in place of none."""
    return "-" if fraction is None else fraction


def _change(content: Content, name: str) -> str:
    before = content.before
    if before is None:
        return ""
    difference = getattr(content.tally.total, name) - getattr(before.total, name)
    arrow = "▲" if difference > 0 else "▼" if difference < 0 else "="
    amount = f"{arrow} {count(abs(difference))}" if difference else "tetap"
    return f"{amount} sejak {long_date(before.as_of)}"
