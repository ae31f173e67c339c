"""A covering letter (surat pengantar) as values in, tagged PDF/A-3 out; no number, no signature."""

from dataclasses import replace

from sopbatch.text.printable import printable
from sopbatch.text.words import long_date
from sopbatch.writing.letters.values import CoverLetter, Returned
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.typeset import LOGO, VARIANT, fill, style_text, typeset_html, write_pdf

PACKAGE = "sopbatch.writing.letters"
SHORT, LONG = 300, 1200
"""Characters of a name and of a sentence."""


def print_cover_letter(letter: CoverLetter) -> bytes:
    """The letter as PDF; the same values give the same bytes."""
    kind = image_kind(letter.logo)
    served = {LOGO: (letter.logo, kind)} if letter.logo and kind else {}
    html = fill(
        PACKAGE,
        "pengantar.html",
        letter=replace(
            letter,
            unit=printable(letter.unit, SHORT),
            salutation=printable(letter.salutation, SHORT),
            government=printable(letter.government, SHORT),
            bureau=printable(letter.bureau, SHORT),
            address=printable(letter.address, SHORT),
            position=printable(letter.position, SHORT),
            name=printable(letter.name, SHORT),
            nip=printable(letter.nip, SHORT),
            files=tuple(map(_shown, letter.files)),
        ),
        as_of=long_date(letter.as_of),
        deadline=long_date(letter.deadline) if letter.deadline else "",
        dated=letter.as_of.isoformat(),
        logo=LOGO if served else "",
    )
    return write_pdf(typeset_html(html, style_text(PACKAGE, "pengantar.css"), served), VARIANT)


def _shown(one: Returned) -> Returned:
    return Returned(
        title=printable(one.title, SHORT),
        file=printable(one.file, SHORT),
        number=printable(one.number, SHORT),
        weight=printable(one.weight, SHORT),
        mistakes=tuple(printable(text, LONG) for text in one.mistakes),
        more=one.more,
    )
