"""The page as values in, one A4 page as PDF out; the same values give the same bytes."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined
from weasyprint.document import Document

from sopbatch.writing.brief.page import Brief
from sopbatch.writing.typeset import VARIANT, typeset_html, write_pdf


def print_brief(briefs: tuple[Brief, ...]) -> bytes:
    """Tagged PDF/A-3 of one page: the first of these that fits, else the last."""
    style = files("sopbatch.writing.brief") / "templates" / "brief.css"
    css = style.read_text(encoding="utf-8")
    *others, last = briefs
    tried = (_set(brief, css) for brief in others)
    pages = next((pages for pages in tried if len(pages.pages) == 1), None)
    return write_pdf(pages or _set(last, css), VARIANT)


def _set(brief: Brief, css: str) -> Document:
    return typeset_html(_environment().get_template("brief.html").render(brief=brief), css, {})


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sopbatch.writing.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
