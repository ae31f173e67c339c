"""The page as values in, one A4 page as PDF out; the same values give the same bytes."""

from bisect import bisect_left
from functools import cache

from sopbatch.writing.brief.page import Brief
from sopbatch.writing.typeset import Pages, style_text, typeset, write_pdf

PACKAGE = "sopbatch.writing.brief"


def print_brief(briefs: tuple[Brief, ...]) -> bytes:
    """Tagged PDF/A-3 of one page: the first of these that fits, else the last.

    Each tells no more than the one before it, so all that follow one that fits do so too: the first
    is found by halving.
    """
    pages = cache(lambda at: _set(briefs[at]))
    others = range(len(briefs) - 1)
    return write_pdf(pages(bisect_left(others, True, key=lambda at: _fits(pages(at)))))


def _fits(pages: Pages) -> bool:
    return len(pages.pages) == 1


def _set(brief: Brief) -> Pages:
    return typeset(PACKAGE, "brief.html", style_text(PACKAGE, "brief.css"), brief=brief)
