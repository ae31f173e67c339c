"""A covering letter (surat pengantar) as values in, tagged PDF/A-3 out; no number, no signature."""

from dataclasses import fields, replace
from typing import Any, TypeVar

from sopbatch.text.printable import printable
from sopbatch.text.words import long_date
from sopbatch.writing.letters.values import CoverLetter, Returned
from sopbatch.writing.typeset import style_text, typeset, write_pdf

T = TypeVar("T", CoverLetter, Returned)
PACKAGE = "sopbatch.writing.letters"
SHORT, LONG = 300, 1200
"""Characters of a name and of a sentence."""


def print_cover_letter(letter: CoverLetter) -> bytes:
    """The letter as PDF; the same values give the same bytes."""
    pages = typeset(
        PACKAGE,
        "pengantar.html",
        style_text(PACKAGE, "pengantar.css"),
        logo=letter.logo,
        letter=replace(_shown(letter), files=tuple(map(_file, letter.files))),
        as_of=long_date(letter.as_of),
        deadline=long_date(letter.deadline) if letter.deadline else "",
        dated=letter.as_of.isoformat(),
    )
    return write_pdf(pages)


def _file(one: Returned) -> Returned:
    mistakes = tuple(printable(text, LONG) for text in one.mistakes)
    return replace(_shown(one), mistakes=mistakes)


def _shown(value: T) -> T:
    """The value with each text of its own as it may be printed."""
    told = {one.name: getattr(value, one.name) for one in fields(value)}
    texts: dict[str, Any] = {
        name: printable(text, SHORT) for name, text in told.items() if isinstance(text, str)
    }
    return replace(value, **texts)
