"""At most eight figures: the totals come in, tiles with a note each go out."""

from collections.abc import Callable
from dataclasses import dataclass

from sopbatch.model import Completion, SopLine, share
from sopbatch.schema.statuses import NEEDS_CORRECTION
from sopbatch.text.words import count, long_date, percent
from sopbatch.writing.report.content import Content
from sopbatch.writing.report.page import Link, Page, Value
from sopbatch.writing.report.styles import ACCENT, SHARE_FORMAT

TILE_WIDTH = 3
"""Columns of a tile; eight tiles fill the page."""
TILE_HEIGHTS = (19, 36, 15, 15, 16)
"""Of its rows, in points."""
TILE_LETTERS, NUMBER, LARGE_NUMBER = 7, 24, 17
"""So many letters find room in the usual size, in points; longer numbers, of a nation, have the
other one."""
EDGES = {"green": "#2E7D4F", "amber": "#D9A320", "red": "#B3372E"}
INKS = {"green": "#1E6B41", "amber": "#7A5000", "red": "#9B241D"}
QUIET = "#5F6B73"


@dataclass(frozen=True, slots=True)
class Signal:
    """A traffic light: a colour and the word that says the same."""

    tone: str
    word: str


GOOD, WHOLE = Signal("green", "Baik"), Signal("green", "Seluruhnya")
PLANNED = Signal("green", "Tersedia")
UNDER_WAY, LATE = Signal("amber", "Berjalan"), Signal("red", "Terlambat")
TO_MEND, TO_ACT = Signal("amber", "Perlu perbaikan"), Signal("red", "Perlu tindakan")
TO_HURRY = Signal("amber", "Segera")
NO_PLAN, NOTHING = Signal("grey", "Tanpa rencana"), Signal("grey", "Belum ada")


@dataclass(frozen=True, slots=True)
class Tile:
    """A figure with what it means, how it stands and how it changed."""

    label: str
    number: int | None
    """None when it cannot be counted; shown as "-"."""
    note: Value
    """A share to be shown with `unit`, or a text."""
    unit: str = ""
    """Written behind the share, such as "dari rencana"."""
    sheet: str = ""
    """Where the figure is told in full."""
    signal: Signal = GOOD
    change: str = ""
    alarming: bool = False
    """The number itself bears the colour of its light: it should be 0."""


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

    def signal(part: int, lacking: Callable[[SopLine], bool]) -> Signal:
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
            signal=PLANNED if planning else NO_PLAN,
            change=change("planned"),
        ),
        Tile(
            "Diterima",
            total.received,
            _received_note(total),
            sheet=lines,
            signal=signal(total.received - total.outside_plan, lambda line: not line.received),
            change=change("received"),
        ),
        Tile(
            "Lengkap",
            total.complete,
            _dash(share(total.complete, total.received)),
            "dari diterima",
            lines,
            _completeness(total),
            change("complete"),
        ),
        Tile(
            "Tersusun",
            total.compiled,
            *of_plan(total.planned_compiled, total.compiled),
            units,
            signal(total.planned_compiled, lambda line: not line.compiled),
            change("compiled"),
        ),
        Tile(
            "Selesai",
            total.ratified,
            *of_plan(total.planned_ratified, total.ratified),
            units,
            signal(total.planned_ratified, lambda line: not line.ratified),
            change("ratified"),
        ),
        Tile(
            "Perlu perbaikan",
            faulty,
            "dikembalikan" if faulty else "tidak ada",
            sheet=lines,
            signal=TO_MEND if faulty else GOOD,
            change=change("to_correct"),
            alarming=True,
        ),
        Tile(
            "Terlambat",
            late,
            "tidak dapat dihitung" if late is None else "lewat tenggat" if late else "tidak ada",
            sheet=lines,
            signal=NO_PLAN if late is None else TO_ACT if late else GOOD,
            change=change("late") if late is not None else "",
            alarming=True,
        ),
        Tile(
            "Jatuh tempo 30 hari",
            soon if planning else None,
            "belum selesai" if planning and soon else "tidak ada" if planning else "-",
            sheet="Tenggat",
            signal=NO_PLAN if not planning else TO_HURRY if soon else GOOD,
            alarming=True,
        ),
    )


def write_tile(page: Page, at: int, column: int, tile: Tile) -> None:
    """A tile over five rows from `at` on; its number leads to the sheet that tells it in full."""
    styles = page.styles
    last = column + TILE_WIDTH - 1
    tone = tile.signal.tone
    top = EDGES.get(tone, "#A0AAB0")
    page.merge(at, column, last, tile.label, styles.cell("tile head", top_color=top))
    number: Value = "-"
    if tile.number is not None:
        number = Link(tile.number, f"internal:'{tile.sheet}'!A1")
    ink = INKS.get(tone, QUIET) if tile.alarming else ACCENT
    large = tile.number is not None and len(count(tile.number)) > TILE_LETTERS
    size = LARGE_NUMBER if large else NUMBER
    looks = styles.cell("tile number", font_color=ink, font_size=size)
    page.merge(at + 1, column, last, number, looks)
    form = {"num_format": f'{SHARE_FORMAT}" {tile.unit}"'} if tile.unit else {}
    note = f"- {tile.unit}" if tile.unit and tile.note == "-" else tile.note
    page.merge(at + 2, column, last, note, styles.cell("tile note", **form))
    page.merge(at + 3, column, last, tile.change, styles.cell("tile note", italic=True))
    told = styles.cell("tile note", bold=True, font_color=INKS.get(tone, QUIET))
    page.merge(at + 4, column, last, f"● {tile.signal.word}", told)


def _completeness(total: Completion) -> Signal:
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
