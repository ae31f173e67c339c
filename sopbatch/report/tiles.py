"""At most eight figures: the totals come in, tiles with a note each go out."""

from collections.abc import Callable
from dataclasses import KW_ONLY, dataclass, replace

from sopbatch.model import Completion, SopLine, share
from sopbatch.report.content import Content
from sopbatch.report.lights import Light, Tone
from sopbatch.schema.statuses import NEEDS_CORRECTION
from sopbatch.text.words import count, percent, short_date

GOOD, WHOLE = Light(Tone.GREEN, "Baik"), Light(Tone.GREEN, "Seluruhnya")
PLANNED = Light(Tone.GREEN, "Tersedia")
UNDER_WAY, LATE = Light(Tone.AMBER, "Berjalan"), Light(Tone.RED, "Terlambat")
TO_MEND, TO_ACT = Light(Tone.AMBER, "Perlu perbaikan"), Light(Tone.RED, "Perlu tindakan")
TO_HURRY = Light(Tone.AMBER, "Segera")
NO_PLAN, NOTHING = Light(Tone.GREY, "Tanpa rencana"), Light(Tone.GREY, "Belum ada")

LINES, UNITS = "Daftar SOP", "Per Perangkat Daerah"
"""Sheets that tell figures in full."""

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
    sheet: str
    """Where the figure is told in full."""
    light: Light
    change: str = ""
    alarming: bool = False
    """The number itself bears the colour of its light: it should be 0."""


def tiles(content: Content) -> tuple[Tile, ...]:
    """From planned to ratified, then what is late and what must be corrected."""
    total, planning = content.tally.total, content.planning
    soon = sum(unit.due_soon for unit in content.tally.units)
    return (
        _planned(content),
        _received(content),
        complete_tile(total, LINES, _change(content, "complete")),
        _compiled(content),
        _ratified(content),
        _to_correct(content),
        late_tile(total.late if planning else None, LINES, _change(content, "late")),
        due_soon_tile(soon if planning else None, "Tenggat"),
    )


def complete_tile(total: Completion, sheet: str, change: str = "") -> Tile:
    """How many of the received ones are whole."""
    return Tile(
        "Lengkap",
        total.complete,
        dash(share(total.complete, total.received)),
        unit="dari diterima",
        sheet=sheet,
        light=light_of(total.complete, total.received, TO_MEND),
        change=change,
    )


def late_tile(number: int | None, sheet: str, change: str = "") -> Tile:
    """Planned ones behind their deadline; None without a plan."""
    return _none_wanted(
        "Terlambat",
        number,
        "lewat tenggat",
        TO_ACT,
        sheet,
        change=change,
        unknown="tidak dapat dihitung",
    )


def due_soon_tile(number: int | None, sheet: str) -> Tile:
    """Planned ones whose deadline is near; None without a plan."""
    return _none_wanted("Jatuh tempo 30 hari", number, "belum selesai", TO_HURRY, sheet)


def _none_wanted(
    label: str,
    number: int | None,
    note: str,
    light: Light,
    sheet: str,
    *,
    change: str = "",
    unknown: str = "-",
) -> Tile:
    """A number that should be 0, with its note and light when it is not.

    `unknown` is the note of one that cannot be counted without a plan (None).
    """
    if number is None:
        return Tile(label, None, unknown, sheet=sheet, light=NO_PLAN, alarming=True)
    return Tile(
        label,
        number,
        note if number else "tidak ada",
        sheet=sheet,
        light=light if number else GOOD,
        change=change,
        alarming=True,
    )


def light_of(part: int, whole: int, unfinished: Light) -> Light:
    """How far a part of what there is has come; `unfinished` when it is not all of it."""
    if not whole:
        return NOTHING
    return WHOLE if part == whole else unfinished


def dash(fraction: float | None) -> Note:
    """A share, or what stands in place of none."""
    return "-" if fraction is None else fraction


def _planned(content: Content) -> Tile:
    return Tile(
        "Direncanakan",
        content.tally.total.planned if content.tally.can_count_plan else None,
        _plan_note(content),
        sheet=UNITS,
        light=PLANNED if content.planning else NO_PLAN,
        change=_plan_change(content),
    )


def _plan_change(content: Content) -> str:
    """By how much the plan grew or shrank; what came and what went where there was both."""
    before = content.before
    growths = [one.growth for one in content.plan_changes]
    came, gone = growths.count(1), growths.count(-1)
    if before and came and gone:
        grown = content.tally.total.planned - before.total.planned
        if grown == came - gone:
            return f"+{count(came)} −{count(gone)} sejak {short_date(before.as_of)}"
    return _change(content, "planned")


def _received(content: Content) -> Tile:
    total = content.tally.total
    planned = total.received - total.outside_plan
    return Tile(
        "Diterima",
        total.received,
        _received_note(total),
        sheet=LINES,
        light=_plan_light(content, planned, lambda line: not line.received),
        change=_change(content, "received"),
    )


def _compiled(content: Content) -> Tile:
    total = content.tally.total
    light = _plan_light(content, total.planned_compiled, lambda line: not line.compiled)
    return _stage(content, "Tersusun", "compiled", total.planned_compiled, light)


def _ratified(content: Content) -> Tile:
    total = content.tally.total
    light = _plan_light(content, total.planned_ratified, lambda line: not line.ratified)
    return _stage(content, "Selesai", "ratified", total.planned_ratified, light)


def _stage(content: Content, label: str, name: str, planned: int, light: Light) -> Tile:
    """How many have come so far, in the plan and outside it; `name` is that of their count."""
    number = getattr(content.tally.total, name)
    note, unit = _of_plan(content, planned, number)
    change = _change(content, name)
    return Tile(label, number, note, unit, sheet=UNITS, light=light, change=change)


def _to_correct(content: Content) -> Tile:
    faulty = content.tally.by_status.get(NEEDS_CORRECTION.label, 0)
    change = _change(content, "to_correct")
    tile = _none_wanted("Perlu perbaikan", faulty, "dikembalikan", TO_MEND, LINES, change=change)
    if newer := sum(line.awaiting_correction for line in content.tally.lines):
        return replace(tile, note=f"dan {count(newer)} versi baru", light=TO_MEND)
    return tile


def _of_plan(content: Content, part: int, all_of_them: int) -> tuple[Note, str]:
    """The share of the plan; how many these are where others outside the plan are counted too."""
    fraction = share(part, content.tally.total.planned) if content.planning else None
    if fraction is not None and part != all_of_them:
        return f"{count(part)} dari rencana ({percent(fraction)})", ""
    return dash(fraction), "dari rencana"


def _plan_light(content: Content, part: int, lacking: Callable[[SopLine], bool]) -> Light:
    """How far the plan has come; late when the deadline of one that is lacking has passed."""
    if not content.planning:
        return NO_PLAN
    if part == content.tally.total.planned:
        return WHOLE
    late = any(line.late and lacking(line) for line in content.tally.lines)
    return LATE if late else UNDER_WAY


def _plan_note(content: Content) -> str:
    if not content.tally.can_count_plan:
        return "daftar induk belum ada"
    units = sum(unit.completion.planned > 0 for unit in content.tally.units)
    return f"pada {count(units)} perangkat daerah" if units else "rencana kosong"


def _received_note(total: Completion) -> str:
    if total.outside_plan and total.planned:
        return f"{count(total.outside_plan)} di luar rencana"
    return "berkasnya terbaca" if total.received else "belum ada"


def _change(content: Content, name: str) -> str:
    before = content.before
    if before is None:
        return ""
    difference = getattr(content.tally.total, name) - getattr(before.total, name)
    arrow = "▲" if difference > 0 else "▼" if difference < 0 else "="
    amount = f"{arrow} {count(abs(difference))}" if difference else "tetap"
    return f"{amount} sejak {short_date(before.as_of)}"
