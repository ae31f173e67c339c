"""What stands on the page: the content of a report comes in, printable words and bars go out."""

from collections.abc import Iterator

from sopbatch import __version__
from sopbatch.model import GroupCount, share
from sopbatch.report.decisions import addition, nothing_pending
from sopbatch.report.words import count, percent, state_of
from sopbatch.writing.brief.page import Bar, Brief, Figure, Line, Task
from sopbatch.writing.printable import printable
from sopbatch.writing.report.charts import group_name, stage_figures
from sopbatch.writing.report.content import Content, by_work_left, common_findings
from sopbatch.writing.report.groups import whole
from sopbatch.writing.report.lights import light_of
from sopbatch.writing.report.page import Value
from sopbatch.writing.report.sentences import pace_sentence, sentences
from sopbatch.writing.report.text import shortened
from sopbatch.writing.report.tiles import Tile, tiles

SILENT_LIMIT = 5
ROOM = (
    (12, 4, True),
    (9, 4, True),
    (6, 3, True),
    (6, 3, False),
    (3, 2, False),
    (0, 0, False),
)
"""Groups and causes of findings at most, and whether there are bars; less is tried until all fits
on one page."""


def briefs_of(content: Content) -> tuple[Brief, ...]:
    """The page with ever less of what may be left out."""
    version = f"sopbatch {__version__}"
    return tuple(brief_of(content, version, *room) for room in ROOM)


def brief_of(content: Content, version: str, groups: int, causes: int, bars: bool) -> Brief:
    """The same figures as on the first sheet; so many groups and causes of findings at most."""
    settings = content.register.settings
    total = content.tally.total
    light = light_of(total, content.tally.by_status)
    return Brief(
        state_of(content.as_of, content.until),
        content.as_of.isoformat(),
        printable(f"{settings.government} · {settings.organisation_bureau}", 110),
        printable(settings.organisation_bureau, 100),
        light.word if content.planning else "Tanpa rencana",
        light.tone if content.planning else "grey",
        tuple(_tasks(content)),
        "" if content.pending else nothing_pending(content.tally),
        _waiting(content),
        tuple(_figure(tile) for tile in tiles(content)),
        tuple(printable(text, 420) for text in sentences(content)),
        printable(pace_sentence(content), 300),
        tuple(_bars(content)) if bars else (),
        "Bagian" if content.grouped_by_section else "Perangkat daerah",
        tuple(_lines(content, groups)),
        tuple(
            (printable(common.code, 10), printable(common.sentence, 110), count(common.findings))
            for common in common_findings(content.finding_rows, causes)
        ),
        _silent(content),
        printable(f"{version} · minggu {content.now.week} · {content.digest[:16] or '-'}", 120),
    )


def _tasks(content: Content) -> Iterator[Task]:
    for decision in content.pending:
        yield Task(
            printable(decision.sentence, 300),
            printable(decision.units_in_words, 300),
            count(len(decision.lines)),
            decision.until_in_words,
            decision.otherwise,
        )


def _waiting(content: Content) -> tuple[str, str]:
    pending = content.pending
    number = sum(len(decision.lines) for decision in pending)
    return f"Jumlah SOP yang menunggu: {addition(content.tally, pending)}", count(number)


def _figure(tile: Tile) -> Figure:
    number = "-" if tile.number is None else count(tile.number)
    note, light = _note(tile.note, tile.unit), tile.signal
    return Figure(tile.label, number, note, tile.change, light.tone, light.word, tile.alarming)


def _note(note: Value, unit: str) -> str:
    if isinstance(note, float):
        return f"{percent(note)} {unit}".strip()
    return f"- {unit}" if note == "-" and unit else str(note)


def _bars(content: Content) -> list[Bar]:
    rows = stage_figures(content).rows
    longest = max((sum(numbers) for _, numbers in rows), default=0) or 1
    bars = []
    for label, numbers in rows:
        inside, outside = (*numbers, 0)[:2]
        shown = count(inside) + (f" + {count(outside)} di luar rencana" if outside else "")
        bars.append(Bar(label, 100 * inside / longest, 100 * outside / longest, shown))
    return bars


def _lines(content: Content, limit: int) -> list[Line]:
    chosen = {id(group) for group in by_work_left(content.groups)[:limit]}
    shown = [group for group in content.groups if id(group) in chosen]
    lines = [_line(group, group_name(group, content, 42), content) for group in shown]
    others = len(content.groups) - len(shown)
    label = f"Jumlah, dengan {count(others)} lainnya" if others else "Jumlah"
    return [*lines, _line(whole(content.tally), label, content)] if content.groups else []


def _line(group: GroupCount, name: str, content: Content) -> Line:
    counted = group.completion
    fraction = share(counted.planned_ratified, counted.planned)
    light = light_of(counted, group.by_status)
    planned = count(counted.planned) if content.tally.can_count_plan else "-"
    rest = (counted.received, counted.complete, counted.compiled, counted.ratified)
    cells = (planned, *map(count, rest), percent(fraction))
    return Line(printable(name, 60), cells, 100 * (fraction or 0.0), light.word, light.tone)


def _silent(content: Content) -> str:
    if not content.planning:
        return ""
    names = [shortened(unit.unit.name, 60) for unit in content.silent]
    if not names:
        return "Semua perangkat daerah yang mempunyai rencana sudah mengirim berkas."
    more = len(names) - SILENT_LIMIT
    told = "; ".join(names[:SILENT_LIMIT]) + (f"; dan {count(more)} lainnya" if more > 0 else "")
    return printable(f"Belum mengirim satu berkas pun ({count(len(names))}): {told}.", 480)
