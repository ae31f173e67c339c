"""Bagian Identitas and Bagian Flowchart on one page, when the register asks and both fit."""

from dataclasses import replace

from sopbatch.model import Box, Flowchart, FlowPage, Settings, Sop
from sopbatch.schema.settings_v1 import TOGETHER
from sopbatch.writing.documents.flow_table import flow_table
from sopbatch.writing.documents.identity import IdentityPage, identity_pages, lay_out_low
from sopbatch.writing.documents.identity_head import CLOSE, USUAL

PART_GAP = 7.5
"""From the identity boxes down to the grid of the flowchart: a heading stands between, mm."""


def on_one_page(sop: Sop, charts: tuple[Flowchart, ...], settings: Settings) -> IdentityPage | None:
    """The identity boxes that stand above the flowchart; None when each has pages of its own.

    No letter, symbol or place to sign gets smaller for it: the chart is that of a page of its
    own, and the boxes give up white only.
    """
    if settings.arrangement != TOGETHER or len(charts) != 1 or len(charts[0].pages) != 1:
        return None
    (chart,) = charts
    paper = chart.paper
    below = PART_GAP + flow_table(chart, chart.pages[0]).height
    room = paper.height - 2 * paper.margin - below
    tries = (lay_out_low(sop, settings, paper, spacing) for spacing in (USUAL, CLOSE))
    return next((identity for identity in tries if identity.height <= room), None)


def first_flowchart_page(sop: Sop, charts: tuple[Flowchart, ...], settings: Settings) -> int:
    """The page of the document on which its first flowchart begins; there is at least one."""
    if on_one_page(sop, charts, settings):
        return 1
    return identity_pages(sop, settings, charts[0].paper) + 1


def lowered(page: FlowPage, by: float) -> FlowPage:
    """The same page, all of it `by` mm further down."""

    def moved(box: Box) -> Box:
        return replace(box, y=box.y + by)

    return replace(
        page,
        rows=tuple(replace(row, y=row.y + by) for row in page.rows),
        symbols=tuple(
            replace(
                symbol,
                box=moved(symbol.box),
                note_box=symbol.note_box and moved(symbol.note_box),
            )
            for symbol in page.symbols
        ),
        arrows=tuple(
            replace(arrow, points=tuple((x, y + by) for x, y in arrow.points))
            for arrow in page.arrows
        ),
        labels=tuple(replace(label, box=moved(label.box)) for label in page.labels),
        links=tuple(
            replace(link, points=tuple((x, y + by) for x, y in link.points)) for link in page.links
        ),
    )
