"""The inventory of needs (Dokumen Inventarisasi SOP): values in, tagged PDF/A-3 out."""

from sopbatch.model.needs import Needs
from sopbatch.schema.needs_v1 import CRITERIA
from sopbatch.text.printable import indonesian_date
from sopbatch.writing.inventory.values import inventory
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.standards.cleaned import cleaned
from sopbatch.writing.standards.values import Letterhead
from sopbatch.writing.typeset import LOGO, VARIANT, fill, style_text, typeset_html, write_pdf

PACKAGE = "sopbatch.writing.inventory"


def print_inventory(needs: Needs, letterhead: Letterhead) -> bytes:
    """The document on A4 landscape; the same values give the same bytes."""
    kind = image_kind(letterhead.logo)
    head, told = cleaned(letterhead), cleaned(needs)
    html = fill(
        PACKAGE,
        "inventarisasi.html",
        letterhead=head,
        logo=LOGO if kind else "",
        unit=head.unit or told.unit_name or "Perangkat Daerah",
        year=told.year or "",
        needs=told,
        criteria=tuple(field.label for field in CRITERIA),
        list=inventory(told),
        day=indonesian_date(told.drawn_up),
        position=told.signatory_position or "Kepala perangkat daerah",
        nip=told.signatory_nip.printed,
    )
    style = style_text("sopbatch.writing.standards", "resmi.css") + style_text(
        PACKAGE, "inventarisasi.css"
    )
    served = {LOGO: (letterhead.logo, kind)} if kind else {}
    return write_pdf(typeset_html(html, style, served), VARIANT)
