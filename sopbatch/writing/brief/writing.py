"""The page as values in, one A4 page as PDF out; the same values give the same bytes."""

from sopbatch.writing.brief.page import Brief
from sopbatch.writing.typeset import VARIANT, Pages, fill, style_text, typeset_html, write_pdf

PACKAGE = "sopbatch.writing.brief"


def print_brief(briefs: tuple[Brief, ...]) -> bytes:
    """Tagged PDF/A-3 of one page: the first of these that fits, else the last."""
    *others, last = briefs
    tried = map(_set, others)
    pages = next((pages for pages in tried if len(pages.pages) == 1), None)
    return write_pdf(pages or _set(last), VARIANT)


def _set(brief: Brief) -> Pages:
    style = style_text(PACKAGE, "brief.css")
    return typeset_html(fill(PACKAGE, "brief.html", brief=brief), style, {})
