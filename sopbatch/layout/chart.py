"""A procedure becomes a flowchart: text measured, pages filled, lines routed, all in mm."""

from dataclasses import dataclass, replace

from sopbatch.layout.columns import HEAD_SPLIT, LANE_MIN, TEXT_SIZE, Table, table_for
from sopbatch.layout.compose import compose, edges_of, line_of, with_letters
from sopbatch.layout.connectors import Edge, letters_of, note
from sopbatch.layout.page import PagePlan, draw, solve
from sopbatch.layout.pages import Pagination
from sopbatch.layout.quality import measure
from sopbatch.layout.sizes import BELOW, NOTE_SIZE, SymbolSizes, line_height
from sopbatch.model import Flowchart, PaperSize, Procedure, Symbol

PATIENCE = (4, 1000)
"""Pages that may fail before wider lanes are tried; in the end every page gets all its tries."""
STRIP_ESTIMATE = 13.0
"""Height of a strip of connectors before its page is routed, mm."""
LANE_TRIES = (LANE_MIN, 18.0, 26.0, 40.0, 60.0)
"""Wider lanes are tried, mm, when the lines of a page cannot be kept apart."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of a flowchart share."""

    procedure: Procedure
    table: Table
    edges: tuple[Edge, ...]
    room: float
    """Height for rows, mm."""


def lay_out(
    procedure: Procedure,
    paper: PaperSize,
    *,
    first_page: int = 2,
    first_letter: int = 0,
    reserved: float = 0.0,
) -> Flowchart:
    """The flowchart of a procedure, in mm, with its measured quality.

    `first_page` is the page of the document it begins on; `first_letter` counts the connector
    letters used before (0: A); `reserved` mm stay free at the foot of each page. The chart's
    paper is A3 when the lanes do not fit `paper`.
    """
    tables: dict[float, Table] = {}
    for lane_least in LANE_TRIES:
        table = table_for(procedure, paper, lane_least)
        tables.setdefault(round(table.lane_width), table)
    best: Flowchart | None = None
    for patience in PATIENCE:
        for table in tables.values():
            chart = _lay_out(procedure, table, patience, first_page, first_letter, reserved)
            if best is None or chart.quality.faults < best.quality.faults:
                best = chart
            if best.quality.faults == 0:
                return best
    assert best is not None
    return best


def _lay_out(
    procedure: Procedure,
    table: Table,
    patience: int,
    first_page: int,
    first_letter: int,
    reserved: float,
) -> Flowchart:
    room = table.paper.height - 2 * table.paper.margin - reserved - table.header_height
    frame = Frame(procedure, table, edges_of(procedure), room)
    plans = _paginate(frame, patience)
    page_of = {
        step: number
        for number, plan in enumerate(plans)
        for step in range(plan.first, plan.last + 1)
    }
    letters = letters_of(([c for _, c in plan.connectors] for plan in plans), first_letter)
    pages = []
    for number, plan in enumerate(plans, 1):
        texts = {
            spot: (letters[connector.key], note(connector, page_of, first_page))
            for spot, connector in plan.connectors
        }
        pages.append(draw(plan, with_letters(plan.scene, texts), number, table))
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
        pages=tuple(pages),
    )
    left_out = sum(len(plan.scene.ways) - len(plan.routing.paths) for plan in plans)
    return replace(chart, quality=measure(chart, procedure, relaxed=left_out, reserved=reserved))


def _paginate(frame: Frame, patience: int) -> list[PagePlan]:
    """Route page after page; a page that gets too high or cannot be drawn takes fewer rows."""
    procedure = frame.procedure
    lines = [
        line_of(step, number, frame.table, TEXT_SIZE)
        for number, step in enumerate(procedure.steps, 1)
    ]
    sizes = SymbolSizes(frame.table.lane_width)
    pagination = Pagination(
        heights=[max(line.text_height, sizes.size("decision")[1] + 2 * BELOW) for line in lines],
        decisions=frozenset(
            number
            for number, step in enumerate(procedure.steps, 1)
            if step.symbol is Symbol.DECISION
        ),
        edges=frame.edges,
        lanes=max(1, len(procedure.actors)),
        room=frame.room,
        strip=STRIP_ESTIMATE,
    )
    plans: list[PagePlan] = []
    first = 1
    while first <= len(lines):
        best: PagePlan | None = None
        while True:
            last = pagination.next_page(first)
            scene, connectors = compose(procedure, lines, frame.edges, first, last)
            plan = solve(scene, connectors, first, last, frame.table, frame.room)
            if best is None or plan.faults < best.faults:
                best = plan
            patience -= plan.faults > 0 and not plan.too_high
            if plan.faults == 0 or first == last or (patience < 0 and not plan.too_high):
                break
            pagination.refuse(first, last)
        plans.append(best)
        first = best.last + 1
    return plans
