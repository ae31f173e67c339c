"""The columns of the table: widths in mm and heads, for a number of lanes on a paper.

PermenPAN-RB 35/2012 asks for No, Kegiatan, one column per Pelaksana, Mutu Baku (Kelengkapan,
Waktu, Output) and Keterangan. Many lanes take width from the text columns first, then get
smaller heads, then heads that run upwards, then A3.
"""

from dataclasses import dataclass
from typing import NamedTuple

from sopbatch.layout.fonts import MM_PER_POINT, text_width
from sopbatch.layout.wrap import breaks_words, longest_word, wrap
from sopbatch.model import PAPERS, Actor, ColumnKey, FlowColumn, PaperSize, Procedure

LANE_MIN, LANE_WANTED, LANE_MAX = 12.5, 20.0, 26.0
LANE_MAX_OF_FEW = {1: 44.0, 2: 36.0, 3: 30.0}
"""Few lanes may be wider: the same lines have fewer gutters to run in."""
ACTIVITY_MAX = 85.0
CELL_PADDING = 1.2
"""Left and right of a cell's text, mm."""
WORD_SHARE = 1.6
"""A column grows for a long word up to this multiple of its width; longer words are broken."""
HEAD_PADDING = 0.8
HEAD_SIZES = (7.5, 7.0, 6.5)
HEAD_SPLIT = 5.2
"""Height of the row of group heads, mm."""
ROTATED_MAX = 30.0
TEXT_SIZE = 8.0
"""Cell text, pt."""
LINE_FACTOR = 1.2
"""Line height as a multiple of the text size."""

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


LEVELS = (
    TextWidths(9, 58, 32, 16, 30, 20),
    TextWidths(8, 48, 28, 15, 26, 18),
    TextWidths(8, 42, 25, 15, 23, 17.5),
)


@dataclass(frozen=True, slots=True)
class Table:
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


def table_for(procedure: Procedure, paper: PaperSize, lane_least: float = LANE_MIN) -> Table:
    """Columns for these lanes; on A3 when they do not fit `paper` at `lane_least` mm each."""
    actors = procedure.actors
    words = _word_widths(procedure)
    widest = max(PAPERS["A3"], paper, key=lambda p: p.width)
    count = max(1, len(actors))
    for sheet in (paper, widest):
        for texts in LEVELS:
            lane = _lane_width(sheet, texts, count)
            if lane >= max(LANE_WANTED, lane_least) or (texts is LEVELS[-1] and lane >= lane_least):
                return _table(actors, sheet, texts, words, lane_least)
    return _table(actors, widest, LEVELS[-1], words, 0.0)


def _lane_width(paper: PaperSize, texts: TextWidths, count: int) -> float:
    return (paper.width - 2 * paper.margin - sum(texts)) / count


def _word_widths(procedure: Procedure) -> TextWidths:
    """Width each text column needs so that no word is broken, mm."""
    steps = procedure.steps
    columns = (
        (step.number_raw for step in steps),
        (step.activity for step in steps),
        (step.inputs for step in steps),
        (step.duration.raw for step in steps),
        (step.output for step in steps),
        (step.remark for step in steps),
    )
    return TextWidths(
        *(
            max((longest_word(text, TEXT_SIZE) for text in texts), default=0.0) + 2 * CELL_PADDING
            for texts in columns
        )
    )


def _table(
    actors: tuple[Actor, ...],
    paper: PaperSize,
    texts: TextWidths,
    words: TextWidths,
    lane_least: float,
) -> Table:
    count = max(1, len(actors))
    space = paper.width - 2 * paper.margin
    keep = max(lane_least, min(LANE_WANTED, _lane_width(paper, texts, count)))
    texts = _with_words(texts, words, space - keep * count)
    lane = _lane_width(paper, texts, count)
    lane = max(min(lane, LANE_MAX_OF_FEW.get(count, LANE_MAX)), lane_least)
    texts = _with_spare(texts, space - lane * count)
    size, rotated = _head_style(actors, lane)
    heads = [
        _head(key, text, width, size)
        for (key, text), width in zip(HEADS.items(), texts, strict=True)
    ]
    lanes = [
        _head("lane", actor.name, lane, size, i, rotated) for i, actor in enumerate(actors)
    ] or [_head("lane", "", lane, size, -1)]
    columns: list[FlowColumn] = []
    x = 0.0
    for column in (*heads[:2], *lanes, *heads[2:]):
        columns.append(
            FlowColumn(column.key, x, column.width, column.lines, column.actor, column.rotated)
        )
        x += column.width
    return Table(paper, tuple(columns), lane, HEAD_SPLIT + _name_height(columns, size), size)


def _with_words(texts: TextWidths, words: TextWidths, room: float) -> TextWidths:
    """Columns widened for their longest words, while Kegiatan keeps its least width."""
    spare = room - sum(texts)
    wider = list(texts)
    for index in sorted(range(len(texts)), key=lambda i: words[i] - texts[i]):
        more = min(words[index], WORD_SHARE * texts[index]) - texts[index]
        if 0 < more <= spare:
            wider[index] += more
            spare -= more
    return TextWidths(*wider)


def _with_spare(texts: TextWidths, room: float) -> TextWidths:
    """Spare width goes to Kegiatan up to its comfort, then to the other texts."""
    activity = min(max(texts.activity, ACTIVITY_MAX), room - sum(texts) + texts.activity)
    spare = room - sum(texts) + texts.activity - activity
    return TextWidths(
        texts.no,
        activity,
        texts.inputs + spare * 0.4,
        texts.duration + spare * 0.1,
        texts.output + spare * 0.3,
        texts.remark + spare * 0.2,
    )


def _head_style(actors: tuple[Actor, ...], lane: float) -> tuple[float, bool]:
    """Size of all heads in pt, and whether the lane names run upwards."""
    for size in HEAD_SIZES:
        if not any(
            breaks_words(actor.name, lane - 2 * HEAD_PADDING, size, bold=True) for actor in actors
        ):
            return size, False
    return HEAD_SIZES[1], True


def _head(
    key: ColumnKey, text: str, width: float, size: float, actor: int = -1, rotated: bool = False
) -> FlowColumn:
    along = width - 2 * HEAD_PADDING
    if rotated:
        lines_fit = max(1, int(along / (size * LINE_FACTOR * MM_PER_POINT)))
        along = _shortest(text, lines_fit, size)
    return FlowColumn(key, 0.0, width, wrap(text, along, size, bold=True), actor, rotated)


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
    line = size * LINE_FACTOR * MM_PER_POINT
    heights = [
        max((text_width(text, size, bold=True) for text in column.lines), default=0.0)
        if column.rotated
        else len(column.lines) * line
        for column in columns
        if column.key in ("lane", "inputs", "duration", "output")
    ]
    return max(max(heights) + 2 * HEAD_PADDING + 0.6, HEAD_SPLIT)
