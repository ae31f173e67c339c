"""Pages in, PDF out: the only door to Jinja and WeasyPrint, closed to every address but ours."""

import warnings
from collections.abc import Sequence
from datetime import UTC, date, datetime, time
from functools import cache
from importlib.resources import files
from pathlib import PurePosixPath

from jinja2 import Environment, PackageLoader, StrictUndefined
from weasyprint import CSS, HTML, Attachment
from weasyprint.document import Document as WeasyDocument
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from sopbatch.fonts import FONT_FILES
from sopbatch.writing.documents.pages import Document
from sopbatch.writing.documents.scopes import say_scopes
from sopbatch.writing.documents.svg import watermark_svg
from sopbatch.writing.pictures import image_kind
from sopbatch.writing.printable import printable

PACKAGE = "sopbatch.writing.documents"
SCHEME = "sopbatch:"
LOGO, SOURCE, WATERMARK = f"{SCHEME}logo", f"{SCHEME}source", f"{SCHEME}watermark"
VARIANT = "pdf/a-3a"
WORKBOOK_KINDS = {
    ".xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    ".xlsm": "application/vnd.ms-excel.sheet.macroEnabled.12",
    ".xlsb": "application/vnd.ms-excel.sheet.binary.macroEnabled.12",
    ".xls": "application/vnd.ms-excel",
    ".ods": "application/vnd.oasis.opendocument.spreadsheet",
}
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


def render(
    document: Document, *, as_of: date, source: tuple[str, bytes] | None, logo: bytes | None
) -> bytes:
    """The PDF/A-3 of a document; the same bytes for the same values."""
    attached = [_attachment(*source, as_of)] if source else []
    return write_pdf(typeset(document, logo), VARIANT, attached)


def typeset(document: Document, logo: bytes | None = None) -> WeasyDocument:
    """The pages as WeasyPrint sets them, before they become a PDF."""
    served: Served = {LOGO: (logo, image_kind(logo))} if logo and document.has_logo else {}
    for paper in document.papers:
        served[f"{WATERMARK}-{paper.name}"] = (
            watermark_svg(paper, document.watermark).encode(),
            "image/svg+xml",
        )
    html = fill(PACKAGE, "document.html", document=document, logo=LOGO, watermark=WATERMARK)
    return typeset_html(html, style_text(PACKAGE, "document.css"), served)


def fill(package: str, template: str, **values: object) -> str:
    """A template of a package with its values; texts never become markup."""
    return _environment(package).get_template(template).render(values)


@cache
def style_text(package: str, name: str) -> str:
    """A style sheet from the templates of a package."""
    return (files(package) / "templates" / name).read_text(encoding="utf-8")


def typeset_html(html: str, style: str, served: Served) -> WeasyDocument:
    """Pages of an HTML text in the bundled fonts; no address but those of `served` is opened."""
    return HTML(string=html, url_fetcher=BundledOnly(served)).render(
        stylesheets=[_common(), _parsed(style)], font_config=_fonts()
    )


def write_pdf(pages: WeasyDocument, variant: str, attached: Sequence[Attachment] = ()) -> bytes:
    """The pages as a PDF of a variant that WeasyPrint names, such as "pdf/a-3a"."""
    with warnings.catch_warnings():
        # NOTE: WeasyPrint 70 leaves the file of its colour profile to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        pdf: bytes = pages.write_pdf(
            pdf_variant=variant, attachments=[*attached] or None, finisher=say_scopes
        )
    return pdf


def _attachment(name: str, content: bytes, as_of: date) -> Attachment:
    """The source workbook; its dates are the document's, its name has no path."""
    file_name = printable(PurePosixPath(name.replace("\\", "/")).name, 200) or "sumber"
    kind = WORKBOOK_KINDS.get(PurePosixPath(file_name).suffix.lower(), "application/octet-stream")
    dated = datetime.combine(as_of, time(), tzinfo=UTC)
    return Attachment(
        url=SOURCE,
        url_fetcher=BundledOnly({SOURCE: (content, kind)}),
        name=file_name,
        description="Berkas sumber dokumen ini",
        created=dated,
        modified=dated,
        relationship="Source",
    )


@cache
def _environment(package: str) -> Environment:
    return Environment(
        loader=PackageLoader(package),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


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
        f"{SCHEME}{name}": ((files("sopbatch") / "fonts" / name).read_bytes(), "font/ttf")
        for name in FONT_FILES
    }
    return CSS(
        string=style_text(PACKAGE, "common.css"),
        font_config=_fonts(),
        url_fetcher=BundledOnly(fonts),
    )
