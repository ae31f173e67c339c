"""At most seven figures: the totals come in, tiles with a note each go out."""

from dataclasses import dataclass

from sopbatch.model import Completion, share
from sopbatch.schema.statuses import NEEDS_CORRECTION
from sopbatch.writing.report.content import Content
from sopbatch.writing.report.page import Value
from sopbatch.writing.report.text import count, long_date, percent


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it means and how it changed."""

    label: str
    number: int | None
    """None when it cannot be counted; shown as "-"."""
    note: Value
    """A share to be shown with `unit`, or a text."""
    unit: str = ""
    """Written behind the share, such as "dari rencana"."""
    sheet: str = ""
    """Where the figure is told in full."""
    tone: str = ""
    change: str = ""


def tiles(content: Content) -> tuple[Tile, ...]:
    """From planned to ratified, then what is late and what must be corrected."""
    total = content.tally.total
    planning = content.planning
    faulty = content.tally.by_status.get(NEEDS_CORRECTION.label, 0)
    lines, units = "Daftar SOP", "Per Perangkat Daerah"

    def of_plan(part: int, all_of_them: int) -> tuple[Value, str]:
        fraction = share(part, total.planned) if planning else None
        if fraction is not None and part != all_of_them:
            return f"{count(part)} dari rencana ({percent(fraction)})", ""
        return _dash(fraction), "dari rencana"

    def change(name: str) -> str:
        return _change(content, name)

    planned = total.planned if content.tally.can_count_plan else None
    late = total.late if planning else None
    return (
        Tile("Direncanakan", planned, _plan_note(content), "", units, "", change("planned")),
        Tile("Diterima", total.received, _received_note(total), "", lines, "", change("received")),
        Tile(
            "Lengkap",
            total.complete,
            _dash(share(total.complete, total.received)),
            "dari diterima",
            lines,
            "",
            change("complete"),
        ),
        Tile(
            "Tersusun",
            total.compiled,
            *of_plan(total.planned_compiled, total.compiled),
            units,
            "",
            change("compiled"),
        ),
        Tile(
            "Selesai",
            total.ratified,
            *of_plan(total.planned_ratified, total.ratified),
            units,
            "",
            change("ratified"),
        ),
        Tile(
            "Perlu perbaikan",
            faulty,
            "berkas bergalat" if faulty else "tidak ada",
            "",
            "Temuan",
            "amber" if faulty else "green",
            change("to_correct"),
        ),
        Tile(
            "Terlambat",
            late,
            "tidak dapat dihitung" if late is None else "lewat tenggat" if late else "tidak ada",
            "",
            lines,
            "grey" if late is None else "red" if late else "green",
            change("late") if late is not None else "",
        ),
    )


def _plan_note(content: Content) -> str:
    if not content.tally.can_count_plan:
        return "daftar induk belum ada"
    units = sum(unit.completion.planned > 0 for unit in content.tally.units)
    return f"pada {count(units)} unit" if units else "rencana kosong"


def _received_note(total: Completion) -> str:
    if total.outside_plan and total.planned:
        return f"{count(total.outside_plan)} di luar rencana"
    return "berkas terbaca" if total.received else "belum ada"


def _dash(fraction: float | None) -> Value:
    return "-" if fraction is None else fraction


def _change(content: Content, name: str) -> str:
    before = content.before
    if before is None:
        return ""
    difference = getattr(content.tally.total, name) - getattr(before.total, name)
    arrow = "▲" if difference > 0 else "▼" if difference < 0 else "="
    amount = f"{arrow} {count(abs(difference))}" if difference else "tetap"
    return f"{amount} sejak {long_date(before.as_of)}"
