"""What all papers of agencies share: letterhead, wide tables, who signs below them."""

from dataclasses import dataclass

from sopbatch.text.cleaned import cleaned
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.typeset import official_style, style_text, typeset, write_pdf

PACKAGE = "sopbatch.writing.tables"
WIDE = ("tabel.css",)


@dataclass(frozen=True, slots=True)
class Signing:
    """Who signs below a table; "" leaves a line to be filled."""

    day: str
    position: str
    name: str
    nip: str = ""
    """"" where none is asked for."""


def print_paper(
    template: str, letterhead: Letterhead, styles: tuple[str, ...] = WIDE, **values: object
) -> bytes:
    """A template with its values as PDF/A-3; the same values give the same bytes."""
    values["unit"] = cleaned(str(values.get("unit", letterhead.unit))) or "Perangkat Daerah"
    style = official_style() + "".join(style_text(PACKAGE, name) for name in styles)
    head, logo = cleaned(letterhead), letterhead.logo
    return write_pdf(
        typeset(PACKAGE, template, style, logo=logo, served={}, letterhead=head, **values)
    )
