"""The page as values in, one A4 page as PDF out; the same values give the same bytes."""

from bisect import bisect_left
from functools import cache

from sopbatch.writing.brief.page import Brief
from sopbatch.writing.typeset import VARIANT, Pages, fill, style_text, typeset_html, write_pdf

PACKAGE = "sopbatch.writing.brief"


def print_brief(briefs: tuple[Brief, ...]) -> bytes:
    """Tagged PDF/A-3 of one page: the first of these that fits, else the last.

    Each tells no more than the one before it, so all that follow one that fits do so too: the first
    is found by halving.
    """
    pages = cache(lambda at: _set(briefs[at]))
    others = range(len(briefs) - 1)
    return write_pdf(pages(bisect_left(others, True, key=lambda at: _fits(pages(at)))), VARIANT)


def _fits(pages: Pages) -> bool:
    return len(pages.pages) == 1


def _set(brief: Brief) -> Pages:
    style = style_text(PACKAGE, "brief.css")
    return typeset_html(fill(PACKAGE, "brief.html", brief=brief), style, {})
