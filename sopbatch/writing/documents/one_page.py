"""Bagian Identitas and Bagian Flowchart on one page, when the register asks and all fits."""

from dataclasses import replace

from sopbatch.model import Box, Flowchart, FlowPage, Settings, Sop
from sopbatch.model.shared_pages import PlacedPage, shared_pages
from sopbatch.schema.settings import TOGETHER
from sopbatch.writing.documents.identity import IdentityPage, identity_pages, lay_out_low
from sopbatch.writing.documents.identity_head import CLOSE, USUAL


def on_one_page(sop: Sop, charts: tuple[Flowchart, ...], settings: Settings) -> IdentityPage | None:
    """The identity boxes that stand above all procedures; None when they have their own pages.

    No letter, symbol or place to sign gets smaller for it: the chart is that of a page of its
    own, and the boxes give up white only.
    """
    if settings.arrangement != TOGETHER or not charts:
        return None
    tries = (lay_out_low(sop, settings, charts[0].paper, spacing) for spacing in (USUAL, CLOSE))
    return next((low for low in tries if len(shared_pages(charts, low.height)) == 1), None)


def flowchart_pages(
    sop: Sop, charts: tuple[Flowchart, ...], settings: Settings
) -> tuple[tuple[int, PlacedPage], ...]:
    """Each page of each chart with the page of the document it stands on."""
    if not charts:
        return ()
    low = on_one_page(sop, charts, settings)
    first = 1 if low else identity_pages(sop, settings, charts[0].paper) + 1
    pages = shared_pages(charts, low.height if low else 0.0)
    return tuple((number, one) for number, page in enumerate(pages, start=first) for one in page)


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
