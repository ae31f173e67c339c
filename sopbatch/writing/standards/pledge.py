"""The pledge to the public (Maklumat Pelayanan), ready to hang: one page of A3 or A4."""

from dataclasses import fields
from typing import Literal

from sopbatch.model.standards import Standards
from sopbatch.text.cleaned import cleaned
from sopbatch.text.words import long_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.palette import HOUSE
from sopbatch.writing.standards.codes import qr_code
from sopbatch.writing.standards.fitting import Fit, fits, on_one_page
from sopbatch.writing.standards.icons import drawn
from sopbatch.writing.standards.paper import (
    A3,
    A4,
    PACKAGE,
    Signature,
    decree_in_words,
    is_draft,
    signature,
    typeset_page,
    unit_of,
)
from sopbatch.writing.standards.words import channel_text
from sopbatch.writing.typeset import SCHEME, Pages, Served, style_text, write_pdf

Paper = Literal["A3", "A4"]
SIZES = {"A4": (A4, 1.0), "A3": (A3, 2**0.5)}
"""Paper, and how much larger all on it is than on A4."""
QR, MEGAPHONE = f"{SCHEME}qr", f"{SCHEME}ikon-megaphone"
EDGE, FRAME = 7.0, 2.1
"""Outside the frame, where not every printer prints, and of the frame itself, mm."""
UNIT, FOOT, GAPS, WIDEST = 10.0, 18.0, 4, 17.0
"""Letters that all measures hang on, pt; white and frame at the foot, gaps, white in each, mm."""
USUAL_PLEDGE = (
    "Dengan ini, kami menyatakan sanggup menyelenggarakan pelayanan sesuai dengan standar "
    "pelayanan yang telah ditetapkan. Kami memberikan pelayanan sesuai dengan kewajiban dan "
    "melakukan perbaikan secara terus-menerus. Apabila tidak menepati janji ini, kami siap "
    "menerima sanksi dan/atau memberikan kompensasi sesuai dengan peraturan perundang-undangan."
)
"""Promise and ability; duty and improvement; sanction or compensation, the three elements of
PermenPAN-RB 15/2014."""
USUAL, SMALLEST = 1.9, 36
"""Letters of the pledge beside those, at scale 1; how small they may get, in hundredths.

Nothing is cut of what binds the agency as long as it can be read at all.
"""


def print_pledge(standards: Standards, letterhead: Letterhead, paper: Paper = "A3") -> bytes:
    """The pledge as PDF/A-3 of one page; A3 is A4 enlarged.

    An empty pledge is the usual text. Letters are as large as fit.
    """
    standards, head = cleaned(standards), cleaned(letterhead)
    size, enlarged = SIZES[paper]
    text = standards.pledge or USUAL_PLEDGE
    unit, day = unit_of(standards, head), standards.pledge_date.value
    served: Served = {MEGAPHONE: (drawn("megaphone", HOUSE), "image/svg+xml")}
    if code := qr_code(standards.published_at):
        served[QR] = (code, "image/svg+xml")

    def make(fit: Fit, more: float) -> Pages:
        signed = _fitted(signature(standards, unit, long_date(day) if day else ""), fit)
        return typeset_page(
            "maklumat.html",
            style_text(PACKAGE, "maklumat.css"),
            letterhead,
            measures=f"@page {{ size: {paper}; margin: {EDGE * enlarged:.2f}mm; "
            f"border-width: {FRAME * enlarged:.2f}mm }}"
            f"html {{ font-size: {UNIT * enlarged:.3f}pt }}"
            f".pledge p {{ font-size: {USUAL * fit.scale:.3f}rem }}"
            f".gap {{ padding-top: {more:.2f}mm }}",
            served=served,
            draft=size if is_draft(standards) else None,
            text=fit.text(text, 6),
            cut=fit.text(text, 6) != text,
            unit=fit.text(unit, 2),
            government=fit.text(head.government or standards.government, 2),
            signature=signed,
            decree=fit.text(decree_in_words(standards), 2),
            address=fit.text(standards.published_at, 4),
            media=fit.text(", ".join(standards.published), 2),
            lapor=fit.text(_lapor(standards), 2),
            qr=QR if QR in served else "",
            whole_address=standards.published_at,
        )

    return write_pdf(
        on_one_page(make, fits(SMALLEST), foot=FOOT * enlarged, gaps=GAPS, widest=WIDEST * enlarged)
    )


def _fitted(signed: Signature, fit: Fit) -> Signature:
    names = (field.name for field in fields(Signature))
    return Signature(**{name: fit.text(getattr(signed, name), 2) for name in names})


def _lapor(standards: Standards) -> str:
    """Where complaints go by the national channel, when a service names it."""
    for service in standards.services:
        for channel in service.channels:
            if "lapor" in f"{channel.kind} {channel.value} {channel.raw}".casefold():
                return channel_text(channel) or "SP4N-LAPOR!"
    return ""
