"""A procedure becomes a flowchart: text measured, pages filled, lines routed, all in mm."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from sopbatch.layout.columns import HEAD_SPLIT, LANE_MIN, TEXT_SIZE, TableFrame, table_for
from sopbatch.layout.compose import compose, line_of, parts_of, with_letters
from sopbatch.layout.connectors import connectors_of, letters_of, note
from sopbatch.layout.effort import Effort
from sopbatch.layout.page import PagePlan, Task, draw, solve
from sopbatch.layout.pages import Pagination
from sopbatch.layout.quality import measure
from sopbatch.layout.scene import Line
from sopbatch.layout.sizes import ABOVE, BELOW, NOTE_SIZE, SymbolSizes, line_height
from sopbatch.layout.turns import TurnEdge, edges_of, turns_of
from sopbatch.model import Flowchart, FlowPage, FlowRow, PaperSize, Procedure, RowKind

PATIENCE = 4
"""Pages that may fail before wider lanes are tried; when all failed every page gets all tries."""
STRIP_ESTIMATE = 13.0
"""Height of a strip of connectors before its page is routed, mm."""
STRIP_MOST = 19.0
"""Height a strip may get with notes of two lines and lines beside it, mm."""
LANE_TRIES = (LANE_MIN, 18.0, 26.0, 40.0, 60.0)
"""Wider lanes are tried, mm, when the lines of a page cannot be kept apart."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a flowchart share."""

    procedure: Procedure
    table: TableFrame
    edges: tuple[TurnEdge, ...]
    room: float
    """Height for rows, mm."""
    effort: Effort


Sheets = list[tuple[PagePlan, tuple[Line, ...]]]
"""Pages with steps, each with the rest of its last row's text."""


def lay_out(
    procedure: Procedure,
    paper: PaperSize,
    *,
    first_page: int = 2,
    first_letter: int = 0,
    effort: Effort | None = None,
) -> Flowchart:
    """The flowchart of a procedure, in mm, with its measured quality.

    `first_page` is the page of the document it begins on; `first_letter` counts the connector
    letters used before (0: A). The chart's paper is A3 when the lanes do not fit `paper`. `effort`
    may be shared by several procedures.

    Raises:
        TooIntricateError: the effort is spent before the chart is drawn.
    """
    work = effort or Effort()
    best: Flowchart | None = None
    for patience in (PATIENCE, None):
        for table in _tables(procedure, paper):
            sheets = _paginate(_frame(procedure, table, work), patience)
            if sheets is None:
                continue
            chart = _chart(procedure, table, sheets, first_page, first_letter)
            if best is None or chart.quality.faults < best.quality.faults:
                best = chart
            if best.quality.faults == 0:
                return best
    assert best is not None
    return best


def _tables(procedure: Procedure, paper: PaperSize) -> Iterator[TableFrame]:
    """Tables with ever wider lanes."""
    widths: set[int] = set()
    for lane_least in LANE_TRIES:
        table = table_for(procedure, paper, lane_least)
        if round(table.lane_width) not in widths:
            widths.add(round(table.lane_width))
            yield table


def _frame(procedure: Procedure, table: TableFrame, effort: Effort) -> Frame:
    room = table.paper.height - 2 * table.paper.margin - table.header_height
    return Frame(procedure, table, edges_of(procedure), room, effort)


def _chart(
    procedure: Procedure,
    table: TableFrame,
    sheets: Sheets,
    first_page: int,
    first_letter: int,
) -> Flowchart:
    """The chart of the pages found."""
    chart = Flowchart(
        paper=table.paper,
        columns=table.columns,
        header_height=table.header_height,
        header_split=HEAD_SPLIT,
        header_size=table.header_size,
        text_size=TEXT_SIZE,
        line_height=line_height(TEXT_SIZE),
        label_size=SymbolSizes(table.lane_width).name_size,
        note_size=NOTE_SIZE,
        pages=_pages(table, sheets, first_page, first_letter),
    )
    left_out = sum(
        len(plan.routed.scene.ways) - len(plan.routed.routing.paths) for plan, _ in sheets
    )
    return replace(chart, quality=measure(chart, procedure, relaxed=left_out))


def _pages(
    table: TableFrame, sheets: Sheets, first_page: int, first_letter: int
) -> tuple[FlowPage, ...]:
    """The pages in mm; their connectors know by now on which page the flow goes on."""
    page_of: dict[int, int] = {}
    count = 0
    for plan, tail in sheets:
        page_of |= dict.fromkeys(range(plan.first, plan.last + 1), count)
        count += 1 + len(tail)
    letters = letters_of(([c for _, c in plan.connectors] for plan, _ in sheets), first_letter)
    pages: list[FlowPage] = []
    for plan, tail in sheets:
        texts = {
            spot: (letters[connector.key], note(connector, page_of, first_page))
            for spot, connector in plan.connectors
        }
        pages.append(draw(plan, with_letters(plan.routed.scene, texts), len(pages) + 1, table))
        for line in tail:
            row = FlowRow(
                RowKind.STEP, table.header_height, line.text_height, line.step, line.texts
            )
            pages.append(FlowPage(number=len(pages) + 1, rows=(row,)))
    return tuple(pages)


def _paginate(frame: Frame, patience: int | None) -> Sheets | None:
    """The pages with steps, each with the rest of its last row's text, which fills more pages.

    None when more pages failed than patience allows.
    """
    parts = [_parts(frame, number) for number in range(1, len(frame.procedure.steps) + 1)]
    lines = [part[0] for part in parts]
    pagination = _pagination(frame, parts)
    sheets: Sheets = []
    first, failed = 1, 0
    while first <= len(lines):
        best: PagePlan | None = None
        for plan in _fill(frame, lines, pagination, first):
            failed += plan.faults > 0 and not plan.too_high
            if patience is not None and failed > patience:
                return None
            if best is None or plan.faults < best.faults:
                best = plan
        assert best is not None
        sheets.append((best, parts[best.last - 1][1:]))
        first = best.last + 1
    return sheets


def _parts(frame: Frame, number: int) -> tuple[Line, ...]:
    """The row of a step, in parts when it is higher than a page with its connectors."""
    line = line_of(frame.procedure.steps[number - 1], number, frame.table, TEXT_SIZE)
    strips = len(connectors_of(frame.edges, number, number))
    return parts_of(line, max(frame.room / 3, frame.room - strips * STRIP_MOST), TEXT_SIZE)


def _pagination(frame: Frame, parts: list[tuple[Line, ...]]) -> Pagination:
    procedure = frame.procedure
    return Pagination(
        heights=[
            max(part[0].text_height, symbols) + part[0].headed_height - part[0].text_height
            for part, symbols in zip(parts, _symbol_heights(frame), strict=True)
        ],
        decisions=frozenset(
            number for number, step in enumerate(procedure.steps, 1) if step.decides
        ),
        edges=frame.edges,
        lanes=max(1, len(procedure.actors)),
        room=frame.room,
        strip=STRIP_ESTIMATE,
        page_ends=frozenset(number for number, part in enumerate(parts, 1) if len(part) > 1),
    )


def _symbol_heights(frame: Frame) -> Iterator[float]:
    """Least height of each step's row for its lines of symbols, mm."""
    procedure, sizes = frame.procedure, SymbolSizes(frame.table.lane_width)
    lanes = max(1, len(procedure.actors))
    for number, step in enumerate(procedure.steps, 1):
        highest: dict[int, float] = {}
        for turn in turns_of(step, number, lanes):
            tall = max(sizes.size(node.kind)[1] for node in turn.nodes)
            highest[turn.line] = max(highest.get(turn.line, 0.0), tall)
        yield sum(tall + ABOVE + BELOW for tall in highest.values())


def _fill(
    frame: Frame, lines: list[Line], pagination: Pagination, first: int
) -> Iterator[PagePlan]:
    """Tries of the page that begins with step `first`.

    A page that gets too high or cannot be drawn takes fewer rows; the last try is without
    faults, or holds one row.
    """
    while True:
        last = pagination.next_page(first)
        scenes = [
            compose(frame.procedure, lines, frame.edges, first, last, mirrored=mirrored)
            for mirrored in (False, True)
        ]
        if scenes[0] == scenes[1]:
            del scenes[1]
        plan = solve(
            Task(
                scenes=tuple(scenes),
                first=first,
                last=last,
                table=frame.table,
                room=frame.room,
                effort=frame.effort,
            )
        )
        yield plan
        if plan.faults == 0 or first == last:
            return
        pagination.refuse(first, last)
