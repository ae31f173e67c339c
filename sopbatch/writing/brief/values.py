"""What stands on the page: the content of a report comes in, printable words and bars go out."""

from collections.abc import Iterator

from sopbatch import __version__
from sopbatch.model import GroupCount, share
from sopbatch.report.causes import heaviest
from sopbatch.report.content import Content
from sopbatch.report.decisions import addition, nothing_pending
from sopbatch.report.figures import group_name, stage_figures
from sopbatch.report.groups import whole
from sopbatch.report.lights import Tone, light_of
from sopbatch.report.sentences import how_fast, sentences
from sopbatch.report.silent import silent_sentence, unplanned_sentence
from sopbatch.report.tiles import Note, Tile, tiles
from sopbatch.text.printable import printable
from sopbatch.text.words import count, percent, state_of, week_in_words
from sopbatch.writing.brief.page import Bar, Brief, BriefFigure, BriefRow, DecisionRow

SILENT_LIMIT = 5
NAME_LETTERS = 60
"""Of a unit in the table; longer ones than its column take two lines."""
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
    light = light_of(whole(content.tally), content.as_of)
    return Brief(
        state=state_of(content.as_of, content.until),
        dated=content.as_of.isoformat(),
        issuer=printable(f"{settings.government} · {settings.organisation_bureau}", 110),
        author=printable(settings.organisation_bureau, 100),
        word=light.word if content.planning else "Tanpa rencana",
        tone=light.tone if content.planning else Tone.GREY,
        tasks=tuple(_tasks(content)),
        no_task="" if content.pending else nothing_pending(content.tally),
        waiting=_waiting(content),
        figures=tuple(_figure(tile) for tile in tiles(content)),
        sentences=tuple(printable(text, 420) for text in sentences(content)),
        pace=printable(how_fast(content), 400),
        bars=tuple(_bars(content)) if bars else (),
        groups_are="Bagian" if content.grouped_by_section else "Perangkat daerah",
        lines=tuple(_lines(content, groups)),
        causes=tuple(
            (printable(common.code, 10), printable(common.name, 110), count(common.findings))
            for common in heaviest(content, causes)
        ),
        silent=_silent(content),
        foot=printable(_foot(content, version), 120),
    )


def _foot(content: Content, version: str) -> str:
    week, code = week_in_words(content.now.week), content.digest[:16] or "-"
    return f"{version} · {week} · kode laporan {code}"


def _tasks(content: Content) -> Iterator[DecisionRow]:
    for decision in content.pending:
        yield DecisionRow(
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


def _figure(tile: Tile) -> BriefFigure:
    number = "-" if tile.number is None else count(tile.number)
    note, light = _note(tile.note, tile.unit), tile.light
    return BriefFigure(
        label=tile.label,
        number=number,
        note=note,
        change=tile.change,
        tone=light.tone,
        word=light.word,
        alarming=tile.alarming,
    )


def _note(note: Note, unit: str) -> str:
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


def _lines(content: Content, limit: int) -> list[BriefRow]:
    shown = content.groups[:limit]
    lines = [_line(group, group_name(group, content, NAME_LETTERS), content) for group in shown]
    others = len(content.groups) - len(shown)
    label = f"Jumlah, dengan {count(others)} lainnya" if others else "Jumlah"
    return [*lines, _line(whole(content.tally), label, content)] if content.groups else []


def _line(group: GroupCount, name: str, content: Content) -> BriefRow:
    counted = group.completion
    fraction = share(counted.planned_ratified, counted.planned)
    light = light_of(group, content.as_of)
    planned = count(counted.planned) if content.tally.can_count_plan else "-"
    rest = (counted.received, counted.complete, counted.compiled, counted.ratified)
    late = count(counted.late) if content.tally.can_count_plan else "-"
    cells = (planned, *map(count, rest), late, percent(fraction))
    return BriefRow(printable(name, 60), cells, light.word, light.tone)


def _silent(content: Content) -> tuple[str, ...]:
    told = (
        silent_sentence(content.tally, SILENT_LIMIT) if content.planning else "",
        unplanned_sentence(content.tally, content.register, SILENT_LIMIT),
    )
    return tuple(printable(text, 600) for text in told if text)
