"""HTML in, PDF out: the only door to WeasyPrint, closed to every address but ours."""

import warnings
from functools import cache
from importlib.resources import files
from typing import TypeAlias

from jinja2 import Environment, PackageLoader, StrictUndefined
from weasyprint import CSS, HTML
from weasyprint.document import Document
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from sopbatch.schema.nips import labelled
from sopbatch.text.fonts import FONT_FILES
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.typeset.scopes import say_scopes

PACKAGE = "sopbatch.writing.typeset"
SCHEME = "sopbatch:"
LOGO = f"{SCHEME}logo"
Pages: TypeAlias = Document
"""What was set and is not written yet."""
Served = dict[str, tuple[bytes, str]]
"""Address to content and media type."""


class BundledOnly(URLFetcher):  # type: ignore[misc]
    """Serves what it was given by address and refuses everything else, files and network alike."""

    def __init__(self, served: Served) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False)
        self._served = served

    def fetch(self, url: str, headers: dict[str, str] | None = None) -> URLFetcherResponse:
        """The bytes at one of our addresses; ValueError for any other."""
        if url not in self._served:
            raise ValueError(f"address refused: {url[:80]}")
        content, media_type = self._served[url]
        return URLFetcherResponse(url, content, {"Content-Type": media_type})


def typeset(
    package: str,
    template: str,
    style: str,
    *,
    logo: bytes | None = None,
    served: Served | None = None,
    **values: object,
) -> Pages:
    """Pages of a template of a package with its values; texts never become markup.

    Args:
        package: Where the template is.
        template: Its name.
        style: Its style sheet, as CSS.
        logo: PNG or JPEG; the template has its address as `logo`, "" for anything else.
        served: What the pages show besides, by address.
        values: All else that the template names.
    """
    kind = image_kind(logo)
    pictures: Served = {LOGO: (logo, kind)} if logo and kind else {}
    shown = LOGO if pictures else ""
    html = _environment(package).get_template(template).render(values, logo=shown)
    return typeset_html(html, style, pictures | (served or {}))


@cache
def style_text(package: str, name: str) -> str:
    """A style sheet from the templates of a package."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


def official_style() -> str:
    """The style sheet of papers that an agency issues: letterhead, tables, signatures."""
    return style_text(PACKAGE, "resmi.css")


def typeset_html(html: str, style: str, served: Served) -> Pages:
    """Pages of an HTML text in the bundled fonts; no address but those of `served` is opened."""
    return HTML(string=html, url_fetcher=BundledOnly(served)).render(
        stylesheets=[_common(), _parsed(style)], font_config=_fonts()
    )


def write_pdf(pages: Pages) -> bytes:
    """The pages as tagged PDF/A-3; the same pages give the same bytes."""
    with warnings.catch_warnings():
        # NOTE: WeasyPrint 70 leaves the file of its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = pages.write_pdf(pdf_variant="pdf/a-3a", finisher=say_scopes)
    return pdf


@cache
def _environment(package: str) -> Environment:
    environment = Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["labelled"] = labelled
    return environment


@cache
def _fonts() -> FontConfiguration:
    """Shared by all documents of a process: its first use is slow."""
    return FontConfiguration()


@cache
def _parsed(style: str) -> CSS:
    """The few styles there are, read once for all documents of a process."""
    return CSS(string=style, font_config=_fonts(), url_fetcher=BundledOnly({}))


@cache
def _common() -> CSS:
    fonts = {
        f"{SCHEME}{name}": ((files("sopbatch.text.fonts") / name).read_bytes(), "font/ttf")
        for name in FONT_FILES
    }
    return CSS(
        string=style_text(PACKAGE, "common.css"),
        font_config=_fonts(),
        url_fetcher=BundledOnly(fonts),
    )
