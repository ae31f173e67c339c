"""Laid out procedures in, the pages they stand on out: a short one stands below the one before.

Only a chart of one page is moved, as a whole: it has no connectors and no notes of pages, so
nothing in it depends on where it stands.
"""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbatch.model.flowchart import Flowchart, FlowPage

PART_GAP = 7.5
"""From what stands above down to the grid of a flowchart: a heading stands between, mm."""


@dataclass(frozen=True, slots=True)
class PlacedPage:
    """A page of a chart on a page of the document."""

    chart: int
    """0-based."""
    page: FlowPage
    by: float
    """So much lower than on a page of its own, mm."""


def shared_pages(
    charts: Iterable[Flowchart], above: float = 0.0
) -> tuple[tuple[PlacedPage, ...], ...]:
    """What stands on each page, from above; `above` mm of the first one are taken, if any."""
    pages: list[list[PlacedPage]] = [[]] if above else []
    bottom, paper = above, None
    for number, chart in enumerate(charts):
        room = chart.paper.height - 2 * chart.paper.margin
        for page in chart.pages:
            by = bottom + PART_GAP - _top(chart, page)
            fits = len(chart.pages) == 1 and by + _bottom(chart, page) <= room
            if pages and fits and paper in (None, chart.paper):
                pages[-1].append(PlacedPage(number, page, by))
            else:
                by = 0.0
                pages.append([PlacedPage(number, page, by)])
            bottom, paper = by + _bottom(chart, page), chart.paper
    return tuple(map(tuple, pages))


def _top(chart: Flowchart, page: FlowPage) -> float:
    return page.rows[0].y - chart.header_height if page.rows else 0.0


def _bottom(chart: Flowchart, page: FlowPage) -> float:
    return page.rows[-1].y + page.rows[-1].height if page.rows else chart.header_height
