"""A page's scene from the procedure: rows, strips of connectors, symbols and ways."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from sopbatch.layout.columns import CELL_PADDING, TableFrame
from sopbatch.layout.connectors import (
    PLACEHOLDER_IN,
    PLACEHOLDER_OUT,
    Connector,
    connectors_of,
)
from sopbatch.layout.scene import Line, Scene, Spot
from sopbatch.layout.sizes import line_height
from sopbatch.layout.strips import PageTurns, page_strips, stop_lanes
from sopbatch.layout.turns import Stop, Turn, TurnEdge, turns_of
from sopbatch.layout.ways import scene_ways
from sopbatch.model import CellText, ColumnKey, Procedure, RowKind, Step
from sopbatch.text.wrapping import wrap

TEXT_PADDING = 1.2
"""Above and below a cell's text, mm."""
HEADING_PADDING = 1.6
"""Above and below the heading of a stage, mm."""
HEADING_BREADTH = 1.12
"""A heading is set bold: so much wider than it is measured."""
STRIP = Line(kind=RowKind.CONNECTORS, step=0, texts=(), text_height=0.0)


def line_of(step: Step, number: int, table: TableFrame, text_size: float) -> Line:
    """The row of a step, its texts wrapped to their columns."""
    texts: list[CellText] = []
    cells: tuple[tuple[ColumnKey, str], ...] = (
        ("no", step.number_raw.strip() or str(number)),
        ("activity", step.activity),
        ("inputs", step.inputs),
        ("duration", step.duration.raw),
        ("output", step.output),
        ("remark", step.remark),
    )
    for key, text in cells:
        lines = wrap(text, table.width_of(key) - 2 * CELL_PADDING, text_size)
        if lines:
            texts.append(CellText(key, lines))
    most = max((len(text.lines) for text in texts), default=0)
    height = most * line_height(text_size) + 2 * TEXT_PADDING
    heading = _heading(step, number, table, text_size)
    return Line(
        kind=RowKind.STEP, step=number, texts=tuple(texts), text_height=height, heading=heading
    )


def _heading(step: Step, number: int, table: TableFrame, text_size: float) -> Line | None:
    """The row above a step that names its stage; its text keeps clear of the lanes."""
    width = table.width_of("activity") - 2 * CELL_PADDING
    lines = tuple(wrap(step.stage, width / HEADING_BREADTH, text_size))
    if not lines:
        return None
    height = len(lines) * line_height(text_size) + 2 * HEADING_PADDING
    return Line(
        kind=RowKind.STAGE, step=number, texts=(CellText("activity", lines),), text_height=height
    )


def parts_of(line: Line, room: float, text_size: float) -> tuple[Line, ...]:
    """The row in parts of at most `room` mm: texts longer than a page go on on the next."""
    if line.text_height <= room:
        return (line,)
    each = max(1, int((room - 2 * TEXT_PADDING) / line_height(text_size)))
    most = max(len(text.lines) for text in line.texts)
    parts: list[Line] = []
    for start in range(0, most, each):
        texts = tuple(
            CellText(text.key, text.lines[start : start + each])
            for text in line.texts
            if len(text.lines) > start
        )
        longest = max(len(text.lines) for text in texts)
        height = longest * line_height(text_size) + 2 * TEXT_PADDING
        heading = None if parts else line.heading
        parts.append(
            Line(
                kind=RowKind.STEP, step=line.step, texts=texts, text_height=height, heading=heading
            )
        )
    return tuple(parts)


def compose(
    procedure: Procedure,
    lines: Sequence[Line],
    edges: Sequence[TurnEdge],
    first: int,
    last: int,
    *,
    mirrored: bool = False,
) -> tuple[Scene, tuple[tuple[int, Connector], ...]]:
    """The scene of the page with the steps `first` to `last`, and its connectors by spot.

    Of two lanes equally near a connector takes the left one; mirrored, the right one.
    """
    lanes = max(1, len(procedure.actors))
    connectors = connectors_of(edges, first, last)
    turns = {
        number: turns_of(procedure.steps[number - 1], number, lanes)
        for number in range(first, last + 1)
    }
    page = PageTurns(
        [turn for of_step in turns.values() for turn in of_step],
        tuple(edge for edge in edges if edge.source.step in turns),
        {connector.target: stop_lanes(connector.target, procedure) for connector in connectors},
    )
    head, foot = (
        page_strips(
            [connector for connector in connectors if connector.at_foot == at_foot],
            page,
            lanes,
            mirrored=mirrored,
        )
        for at_foot in (False, True)
    )
    filling = _Filling()
    filling.add_strips(head, at_foot=False)
    for number, of_step in turns.items():
        filling.add_step(lines[number - 1], of_step)
    filling.add_strips(foot, at_foot=True)
    spots_of, connector_spots = filling.spots_of, filling.connectors
    scene = Scene(
        lanes,
        tuple(filling.lines),
        tuple(filling.spots),
        scene_ways(page.edges, spots_of, connector_spots),
        tuple(joint for joint in spots_of.values() if len(joint) > 1),
    )
    return scene, tuple(connector_spots)


@dataclass(slots=True)
class _Filling:
    """A page as it is filled from above."""

    lines: list[Line] = field(default_factory=list)
    spots: list[Spot] = field(default_factory=list)
    spots_of: dict[Stop, tuple[int, ...]] = field(default_factory=dict)
    """Each turn to the indices of its spots."""
    connectors: list[tuple[int, Connector]] = field(default_factory=list)
    """Each with the index of its spot."""

    def add_strips(self, placed: Sequence[tuple[int, int, Connector]], *, at_foot: bool) -> None:
        """Connectors with their strip, 0 next to the steps, and lane."""
        strips = 1 + max((strip for strip, _, _ in placed), default=-1)
        for strip, lane, connector in placed:
            row = len(self.lines) + (strip if at_foot else strips - 1 - strip)
            self.connectors.append((len(self.spots), connector))
            self.spots.append(_pentagon(connector, lane, row))
        self.lines += [STRIP] * strips

    def add_step(self, line: Line, turns: Sequence[Turn]) -> None:
        """The row of a step, below the heading of its stage if it has one."""
        if line.heading is not None:
            self.lines.append(line.heading)
        top = len(self.lines)
        for turn in turns:
            begin = len(self.spots)
            self.spots += [
                Spot(
                    kind=node.kind,
                    stop=turn.stop,
                    lane=node.lane,
                    row=top + turn.line,
                    note=node.words,
                )
                for node in turn.nodes
            ]
            self.spots_of[turn.stop] = tuple(range(begin, len(self.spots)))
        self.lines += [line, *[line.below] * max((turn.line for turn in turns), default=0)]


def with_letters(scene: Scene, texts: dict[int, tuple[str, str]]) -> Scene:
    """The scene with letter and note of each connector, by spot."""
    return replace(
        scene,
        spots=tuple(
            replace(spot, letter=texts[i][0], note=texts[i][1]) if i in texts else spot
            for i, spot in enumerate(scene.spots)
        ),
    )


def _pentagon(connector: Connector, lane: int, row: int) -> Spot:
    note = PLACEHOLDER_OUT if connector.leaves else PLACEHOLDER_IN
    return Spot(kind=connector.kind, stop=connector.target, lane=lane, row=row, note=note)
