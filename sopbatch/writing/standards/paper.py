"""What all documents of standards share: letterhead, draft mark, signature, where to read more."""

from dataclasses import dataclass

from sopbatch.model.standards import Standards
from sopbatch.text.cleaned import cleaned
from sopbatch.text.words import long_date
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.icons import draft_mark
from sopbatch.writing.typeset import SCHEME, Pages, Served, typeset

PACKAGE = "sopbatch.writing.standards"
DRAFT_MARK = f"{SCHEME}draf"
SET = "ditetapkan"
A4, A3 = (210.0, 297.0), (297.0, 420.0)
"""Width and height, mm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who signs, where and when; "" where a line is left to be filled."""

    position: str
    name: str
    rank: str
    nip: str
    place: str
    day: str


def is_draft(standards: Standards) -> bool:
    """Whether the standards are not set yet."""
    return standards.status.strip().casefold() != SET


def unit_of(standards: Standards, letterhead: Letterhead) -> str:
    """Name of the agency or counter."""
    return standards.unit_name or letterhead.unit


def signature(standards: Standards, unit: str, day: str) -> Signature:
    """Of the head of the unit."""
    return Signature(
        position=standards.signatory_position
        or (f"Kepala {unit}" if unit else "Kepala Perangkat Daerah"),
        name=standards.signatory_name,
        rank=standards.signatory_rank,
        nip=standards.signatory_nip.printed,
        place=standards.place,
        day=day,
    )


def decree_in_words(standards: Standards) -> str:
    """Number and date of the decree; "" without a number."""
    if not standards.decree_number:
        return ""
    day = standards.decree_date.value
    dated = f" tanggal {long_date(day)}" if day else ""
    return f"{standards.decree_number}{dated}"


def typeset_page(
    template: str,
    style: str,
    letterhead: Letterhead,
    *,
    measures: str = "",
    served: Served | None = None,
    draft: tuple[float, float] | None = None,
    **values: object,
) -> Pages:
    """A template with its values as pages.

    Args:
        template: Its name in the package.
        style: Its style sheet, as CSS.
        letterhead: Cleaned here; a logo that is no picture is left out.
        measures: CSS of this page alone, ours to the last letter.
        served: What the page shows besides, by address.
        draft: Width and height (mm) of pages that carry the word DRAF; None for none.
        values: All else that the template names.
    """
    pictures = dict(served or {})
    if draft:
        pictures[DRAFT_MARK] = (draft_mark(*draft), "image/svg+xml")
        measures += f"@page {{ background: url({DRAFT_MARK}) center / 100% 100% no-repeat }}"
    return typeset(
        PACKAGE,
        template,
        style,
        logo=letterhead.logo,
        served=pictures,
        letterhead=cleaned(letterhead),
        draft=draft is not None,
        measures=measures,
        **values,
    )
