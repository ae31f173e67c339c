"""The public leaflet of a service: one A4 page with the six published components, read standing."""

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.text.cleaned import cleaned
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.palette import HOUSE, WHITE
from sopbatch.writing.standards.codes import qr_code
from sopbatch.writing.standards.fitting import Fit, fits, on_one_page
from sopbatch.writing.standards.icons import drawn, icons
from sopbatch.writing.standards.leaflet_content import characters, leaflet
from sopbatch.writing.standards.paper import (
    A4,
    PACKAGE,
    is_draft,
    typeset_page,
    unit_of,
)
from sopbatch.writing.typeset import SCHEME, Pages, Served, style_text, write_pdf

QR = f"{SCHEME}qr"
FOOT, GAPS, GAP, WIDEST = 7.0, 4, 3.4, 7.0
"""White below the footer; gaps, what each has at least and what it may get besides, mm."""
USUAL, HEAD = 10.4, 10.0
"""Letters of the text and of the head, pt; the head shrinks with the text and does not grow."""
HOPELESS = 9000
"""Characters that no page holds, however small its letters."""


def print_leaflet(standards: Standards, service: ServiceStandard, letterhead: Letterhead) -> bytes:
    """The leaflet as PDF/A-3 of exactly one page.

    Letters are as large as fit; what is still too long is cut, with where the rest can be read.
    """
    standards, service, head = cleaned(standards), cleaned(service), cleaned(letterhead)
    served = _pictures(standards)

    def make(fit: Fit, more: float) -> Pages | None:
        page = leaflet(standards, service, fit)
        if characters(page) > HOPELESS:
            return None
        return typeset_page(
            "selebaran.html",
            style_text(PACKAGE, "selebaran.css"),
            letterhead,
            measures=f"html {{ font-size: {USUAL * fit.scale:.2f}pt }}"
            f".top {{ font-size: {HEAD * min(1.0, fit.scale):.2f}pt }}"
            f".gap {{ padding-top: {GAP + more:.2f}mm }}",
            served=served,
            draft=A4 if is_draft(standards) else None,
            page=page,
            unit=fit.text(head.unit or unit_of(standards, letterhead), 2),
            government=fit.text(head.government or standards.government, 2),
            qr=QR if QR in served else "",
            address=standards.published_at,
        )

    return write_pdf(on_one_page(make, fits(), foot=FOOT, gaps=GAPS, widest=WIDEST))


def _pictures(standards: Standards) -> Served:
    served: Served = {}
    for name in icons():
        served[f"{SCHEME}ikon-{name}"] = (drawn(name, HOUSE), "image/svg+xml")
        served[f"{SCHEME}ikon-{name}-terang"] = (drawn(name, WHITE), "image/svg+xml")
    if code := qr_code(standards.published_at):
        served[QR] = (code, "image/svg+xml")
    return served
