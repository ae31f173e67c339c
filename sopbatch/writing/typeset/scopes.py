"""Tags of a PDF in, the same with every head of a table saying what it is the head of.

WeasyPrint 70 tells each cell its heads by name, but not the heads their scope, which is what most
screen readers go by.
"""

from collections.abc import Iterator
from typing import Any, Protocol

from weasyprint.document import Document

HEAD, CELL, ROW = "/TH", "/TD", "/TR"


class Objects(Protocol):
    """A file with its objects by their numbers."""

    objects: list[Any]


def say_scopes(document: Document, pdf: Objects) -> None:
    """Head cells beside others are heads of their row; where all are heads, of their columns.

    A finisher as WeasyPrint wants it.
    """
    for row in pdf.objects:
        if isinstance(row, dict) and row.get("S") == ROW:
            cells = [cell for cell in _kids(row, pdf) if cell.get("S") in (HEAD, CELL)]
            scope = "/Row" if any(cell["S"] == CELL for cell in cells) else "/Column"
            for cell in cells:
                if cell["S"] == HEAD:
                    cell["A"]["Scope"] = scope


def _kids(element: dict[str, Any], pdf: Objects) -> Iterator[dict[str, Any]]:
    """The elements below an element; numbers of marked content are none."""
    for kid in element["K"]:
        if isinstance(kid, bytes):
            yield pdf.objects[int(kid.split()[0])]
