"""Pages that flow (books' covers, one-page reports), typeset from HTML; the door to WeasyPrint."""

from sopbatch.writing.typeset.rendering import (
    SCHEME,
    Pages,
    Served,
    official_style,
    style_text,
    typeset,
    typeset_html,
    write_pdf,
)

__all__ = [
    "SCHEME",
    "Pages",
    "Served",
    "official_style",
    "style_text",
    "typeset",
    "typeset_html",
    "write_pdf",
]
