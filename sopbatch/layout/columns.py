"""The columns of the table: widths in mm and heads, for a number of lanes on a paper.

PermenPAN-RB 35/2012 asks for No, Kegiatan, one column per Pelaksana, Mutu Baku (Kelengkapan,
Waktu, Output) and Keterangan. The texts share their room by what stands in them; long ones take
width from wide lanes. Many lanes take width from the text columns first, then get smaller heads,
then heads that run upwards, then A3.
"""

import re
from dataclasses import dataclass, replace
from typing import NamedTuple

from sopbatch.layout.sizes import line_height
from sopbatch.layout.widths import Extent, extent, lines_of, shared
from sopbatch.model import PAPERS, Actor, ColumnKey, FlowColumn, PaperSize, Procedure
from sopbatch.text.measuring import text_width
from sopbatch.text.wrapping import breaks_words, longest_word, wrap

LANE_MIN, LANE_WANTED, LANE_MAX = 12.5, 20.0, 26.0
"""Widths of a lane, mm: the least there may be, a comfortable one, the most there need be."""
LANE_MAX_OF_FEW = {1: 44.0, 2: 36.0, 3: 30.0}
"""Few lanes may be wider, mm: the same lines have fewer gutters to run in."""
NARROWER = (0.0, 1.0)
"""How far towards the wanted width comfortable lanes are narrowed for long texts."""
WORTH = 1.02
"""Lanes stay wider when that costs up to this many times the lines of text."""
CELL_PADDING = 1.2
"""Left and right of a cell's text, mm."""
WORD_SHARE = 2.4
"""A column grows for a long word up to this multiple of its width; longer words are broken."""
HEAD_PADDING = 0.8
"""On every side of a head's text, mm."""
HEAD_SIZES = (7.5, 7.0, 6.5)
"""Sizes of heads that are tried, pt."""
HEAD_SPLIT = 5.2
"""Height of the row of group heads, mm."""
ROTATED_MAX = 30.0
"""Longest line of a name that runs upwards, mm."""
TEXT_SIZE = 8.0
"""Cell text, pt."""
COUNTED = re.compile(r"\d\S* +[^\W\d]+")
"""A number with the unit behind it."""

HEADS: dict[ColumnKey, str] = {
    "no": "No",
    "activity": "Kegiatan",
    "inputs": "Kelengkapan",
    "duration": "Waktu",
    "output": "Output",
    "remark": "Keterangan",
}


class TextWidths(NamedTuple):
    """Least widths of the text columns, mm."""

    no: float
    activity: float
    inputs: float
    duration: float
    output: float
    remark: float


LEAST = TextWidths(8.0, 36.0, 18.2, 13.0, 17.0, 17.5)
"""What heads and a few words need: “Kelengkapan” is the widest head."""
LEVELS = (165.0, 143.0, 130.5)
"""Least widths of all text columns together, mm: many lanes make them narrow."""


@dataclass(frozen=True, slots=True)
class TableFrame:
    """The table's columns and head on one paper."""

    paper: PaperSize
    columns: tuple[FlowColumn, ...]
    lane_width: float
    header_height: float
    header_size: float

    @property
    def lanes(self) -> tuple[FlowColumn, ...]:
        """The lane columns, left to right."""
        return tuple(column for column in self.columns if column.key == "lane")

    def width_of(self, key: ColumnKey) -> float:
        """Width of a text column, mm."""
        return next(column.width for column in self.columns if column.key == key)


def table_for(procedure: Procedure, paper: PaperSize, lane_least: float = LANE_MIN) -> TableFrame:
    """Columns for these lanes; on A3 when they do not fit `paper` at `lane_least` mm each."""
    count = max(1, len(procedure.actors))
    sheet, level, lane_least = _sheet(paper, count, lane_least)
    lane, widths = _widths(sheet, count, level, _texts_of(procedure), lane_least)
    return table_of(procedure.actors, sheet, lane, widths)


def _sheet(paper: PaperSize, count: int, lane_least: float) -> tuple[PaperSize, float, float]:
    """The paper, the least width of all texts together, and that of a lane."""
    widest = max(PAPERS["A3"], paper, key=lambda p: p.width)
    for sheet in (paper, widest):
        for level in LEVELS:
            lane = _lane_width(sheet, level, count)
            if lane >= max(LANE_WANTED, lane_least) or (level == LEVELS[-1] and lane >= lane_least):
                return sheet, level, lane_least
    return widest, LEVELS[-1], 0.0


def _lane_width(paper: PaperSize, texts: float, count: int) -> float:
    return (paper.width - 2 * paper.margin - texts) / count


@dataclass(frozen=True, slots=True)
class ColumnTexts:
    """What stands in the text columns."""

    words: TextWidths
    """Width each needs so that no word is broken, and no number parted from its unit, mm."""
    rows: tuple[tuple[Extent, ...], ...]
    """Each row's cells, No left out: it holds one number."""


def _texts_of(procedure: Procedure) -> ColumnTexts:
    rows = [
        (step.activity, step.inputs, step.duration.raw, step.output, step.remark)
        for step in procedure.steps
    ]
    columns = (
        [step.number_raw for step in procedure.steps],
        *([row[index] for row in rows] for index in range(len(LEAST) - 1)),
    )
    words = TextWidths(
        *(
            max((longest_word(text, TEXT_SIZE) for text in texts), default=0.0) + 2 * CELL_PADDING
            for texts in columns
        )
    )
    counted = max((_counted(step.duration.raw) for step in procedure.steps), default=0.0)
    words = words._replace(duration=max(words.duration, counted + 2 * CELL_PADDING))
    return ColumnTexts(words, tuple(tuple(extent(text, TEXT_SIZE) for text in row) for row in rows))


def _counted(text: str) -> float:
    """Width of the longest number with its unit, mm: “15 menit” is read in one line."""
    return max((text_width(found, TEXT_SIZE) for found in COUNTED.findall(text)), default=0.0)


def table_of(
    actors: tuple[Actor, ...], paper: PaperSize, lane: float, widths: TextWidths
) -> TableFrame:
    """The table of lanes and text columns of these widths, with its heads."""
    size, rotated = _head_style(actors, lane)
    heads = [
        _head(key, text, width, size)
        for (key, text), width in zip(HEADS.items(), widths, strict=True)
    ]
    lanes = [
        _head("lane", actor.name, lane, size, actor=index, rotated=rotated)
        for index, actor in enumerate(actors)
    ] or [_head("lane", "", lane, size)]
    columns: list[FlowColumn] = []
    x = 0.0
    for column in (*heads[:2], *lanes, *heads[2:]):
        columns.append(replace(column, x=x))
        x += column.width
    return TableFrame(paper, tuple(columns), lane, HEAD_SPLIT + _name_height(columns, size), size)


def _widths(
    paper: PaperSize, count: int, level: float, texts: ColumnTexts, lane_least: float
) -> tuple[float, TextWidths]:
    """The width of a lane and those of the text columns.

    Lanes are comfortably wide, unless narrower ones make the table lower.
    """
    space = paper.width - 2 * paper.margin
    most = min(_lane_width(paper, level, count), LANE_MAX_OF_FEW.get(count, LANE_MAX))
    most = max(most, lane_least)
    wanted = min(most, max(LANE_WANTED, lane_least))
    shares = [
        (lane, _shared(texts, space - lane * count))
        for lane in dict.fromkeys(most + part * (wanted - most) for part in NARROWER)
    ]
    lines = [lines_of(texts.rows, widths[1:], 2 * CELL_PADDING) for _, widths in shares]
    return next(
        share for share, high in zip(shares, lines, strict=True) if high <= WORTH * min(lines)
    )


def _shared(texts: ColumnTexts, room: float) -> TextWidths:
    """The text columns' widths in `room` mm."""
    least = _with_words(texts.words, room)
    number = least.no
    return TextWidths(number, *shared(texts.rows, least[1:], room - number, 2 * CELL_PADDING))


def _with_words(words: TextWidths, room: float) -> TextWidths:
    """Least widths with the longest words whole, as far as there is room."""
    spare = room - sum(LEAST)
    wider = list(LEAST)
    for index in sorted(range(len(LEAST)), key=lambda i: words[i] - LEAST[i]):
        more = min(words[index], WORD_SHARE * LEAST[index]) - LEAST[index]
        if 0 < more <= spare:
            wider[index] += more
            spare -= more
    return TextWidths(*wider)


def _head_style(actors: tuple[Actor, ...], lane: float) -> tuple[float, bool]:
    """Size of all heads in pt, and whether the lane names run upwards."""
    for size in HEAD_SIZES:
        if not any(
            breaks_words(actor.name, lane - 2 * HEAD_PADDING, size, bold=True) for actor in actors
        ):
            return size, False
    return HEAD_SIZES[1], True


def _head(
    key: ColumnKey,
    text: str,
    width: float,
    size: float,
    *,
    actor: int = -1,
    rotated: bool = False,
) -> FlowColumn:
    along = width - 2 * HEAD_PADDING
    if rotated:
        lines_fit = max(1, int(along / line_height(size)))
        along = _shortest(text, lines_fit, size)
    return FlowColumn(
        key=key,
        x=0.0,
        width=width,
        lines=wrap(text, along, size, bold=True),
        actor=actor,
        rotated=rotated,
    )


def _shortest(text: str, lines: int, size: float) -> float:
    """Least length along a rotated head at which the name takes no more than `lines` lines."""
    length = 14.0
    while length < ROTATED_MAX and (
        len(wrap(text, length, size, bold=True)) > lines
        or breaks_words(text, length, size, bold=True)
    ):
        length += 1.0
    return length


def _name_height(columns: list[FlowColumn], size: float) -> float:
    """Height of the second head row, mm."""
    line = line_height(size)
    heights = [
        max((text_width(text, size, bold=True) for text in column.lines), default=0.0)
        if column.rotated
        else len(column.lines) * line
        for column in columns
        if column.key in ("lane", "inputs", "duration", "output")
    ]
    return max(max(heights) + 2 * HEAD_PADDING + 0.6, HEAD_SPLIT)
