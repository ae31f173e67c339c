"""The minutes of a verification (berita acara): values in, tagged PDF/A-3 out, to be signed."""

from sopbatch.text.spelled import day_in_words
from sopbatch.text.words import long_date
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.standards.cleaned import cleaned
from sopbatch.writing.standards.values import Letterhead
from sopbatch.writing.typeset import LOGO, VARIANT, fill, style_text, typeset_html, write_pdf
from sopbatch.writing.watching.minutes_values import Minutes

PACKAGE = "sopbatch.writing.watching"


def print_verification(minutes: Minutes, letterhead: Letterhead) -> bytes:
    """The minutes on A4 portrait; the same values give the same bytes."""
    kind = image_kind(letterhead.logo)
    told = cleaned(minutes)
    html = fill(
        PACKAGE,
        "verifikasi.html",
        letterhead=cleaned(letterhead),
        logo=LOGO if kind else "",
        unit=cleaned(letterhead.unit),
        minutes=told,
        day=long_date(told.day),
        day_in_words=day_in_words(told.day),
        afterwards=long_date(told.afterwards.day) if told.afterwards else "",
        files=[(one, long_date(one.day)) for one in told.files],
    )
    style = style_text("sopbatch.writing.standards", "resmi.css") + style_text(
        PACKAGE, "verifikasi.css"
    )
    served = {LOGO: (letterhead.logo, kind)} if kind else {}
    return write_pdf(typeset_html(html, style, served), VARIANT)
