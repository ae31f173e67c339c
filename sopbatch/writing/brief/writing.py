"""The content of a report in, one A4 page as PDF out; the same content gives the same bytes."""

from functools import cache
from importlib.resources import files

from jinja2 import Environment, PackageLoader, StrictUndefined

from sopbatch import __version__
from sopbatch.writing.brief.values import brief_of
from sopbatch.writing.documents.rendering import VARIANT, typeset_html, write_pdf
from sopbatch.writing.report.content import Content

ROOM = ((12, 4), (9, 4), (6, 3), (3, 2), (0, 0))
"""Groups and causes of findings at most; less is tried until all fits on one page."""


def write_brief(content: Content) -> bytes:
    """Tagged PDF/A-3 of one page."""
    style = files("sopbatch.writing.brief") / "templates" / "brief.css"
    css = style.read_text(encoding="utf-8")
    pages = next(
        pages
        for groups, causes in ROOM
        if len((pages := typeset_html(_html(content, groups, causes), css, {})).pages) == 1
        or not groups
    )
    return write_pdf(pages, VARIANT)


def _html(content: Content, groups: int, causes: int) -> str:
    brief = brief_of(content, f"sopbatch {__version__}", groups, causes)
    return _environment().get_template("brief.html").render(brief=brief)


@cache
def _environment() -> Environment:
    return Environment(
        loader=PackageLoader("sopbatch.writing.brief"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
