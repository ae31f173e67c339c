"""Documents written and read back, for the tests of this folder."""

import re
import subprocess
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

from pypdf import PdfReader

from sopbatch.model import DateKind, DateValue, Flowchart, Settings, Sop, Watermark
from sopbatch.writing.documents import write_document
from tests.samples import sample_sops
from tests.writing.documents.charts import drawn_chart

MM = 72 / 25.4
"""Of a PDF's units."""
AS_OF = date(2025, 6, 2)
SOP = replace(
    sample_sops()[0],
    approval_method="Tanda tangan dan cap",
    revised=DateValue("", DateKind.DATE, date(2025, 8, 17), date(2025, 8, 17)),
)


def write(sop: Sop = SOP, charts: tuple[Flowchart, ...] | None = None, **options: Any) -> bytes:
    """The PDF of an SOP with the hand-made chart unless told otherwise."""
    settings = options.pop("settings", Settings())
    options = {"watermark": Watermark.NONE, "as_of": AS_OF, **options}
    drawn = (drawn_chart(),) if charts is None else charts
    return write_document(sop, drawn, settings, **options)


def reader(pdf: bytes) -> PdfReader:
    return PdfReader(BytesIO(pdf))


def printed(pdf: bytes, page: int | None = None) -> str:
    """Text as poppler reads it, in one line."""
    pages = ["-f", str(page), "-l", str(page)] if page else []
    command = ["pdftotext", "-enc", "UTF-8", *pages, "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True)
    assert told.stderr == b""
    return " ".join(told.stdout.decode().split())


def printed_words(pdf: bytes) -> list[tuple[int, tuple[float, float, float, float], str]]:
    """Page (0-based), left, top, right and bottom in pt, and text of every printed word."""
    told = subprocess.run(
        ["pdftotext", "-bbox", "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()
    found = []
    for number, page in enumerate(told.split("<page ")[1:]):
        for *box, text in re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*)</word>', page
        ):
            left, top, right, bottom = map(float, box)
            found.append((number, (left, top, right, bottom), text))
    return found


def picture(pdf: bytes, page: int, folder: Path) -> Path:
    """A page as a grey picture of 72 dots an inch."""
    target = folder / f"page-{page}"
    command = ["pdftoppm", "-gray", "-r", "72", "-f", str(page), "-l", str(page), "-singlefile"]
    subprocess.run([*command, "-", str(target)], input=pdf, check=True, capture_output=True)
    return target.with_suffix(".pgm")
