"""Pages that flow (books' covers, one-page reports), typeset from HTML; the door to WeasyPrint."""

from sopbatch.writing.typeset.rendering import (
    LOGO,
    SCHEME,
    VARIANT,
    Pages,
    Served,
    fill,
    official_style,
    style_text,
    typeset_html,
    write_pdf,
)

__all__ = [
    "LOGO",
    "SCHEME",
    "VARIANT",
    "Pages",
    "Served",
    "fill",
    "official_style",
    "style_text",
    "typeset_html",
    "write_pdf",
]
