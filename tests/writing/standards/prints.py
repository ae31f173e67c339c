"""Every document of the package by its name, and what stands on its pages."""

import re
import subprocess
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from io import BytesIO

from pypdf import PdfReader

from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.printing import (
    print_decree,
    print_evidence,
    print_leaflet,
    print_minutes,
    print_pledge,
    print_service_list,
    print_standard,
)
from tests.writing.standards.examples import EVIDENCE

Print = Callable[[Standards, ServiceStandard, Letterhead], bytes]
PRINTS: dict[str, Print] = {
    "standar": print_standard,
    "keputusan": lambda standards, _, head: print_decree(standards, head),
    "selebaran": print_leaflet,
    "maklumat A3": lambda standards, _, head: print_pledge(standards, head, "A3"),
    "maklumat A4": lambda standards, _, head: print_pledge(standards, head, "A4"),
    "berita acara": lambda standards, _, head: print_minutes(standards, head),
    "daftar": lambda standards, _, head: print_service_list((standards,), head, date(2026, 11, 29)),
    "lembar bukti": lambda standards, _, head: print_evidence(EVIDENCE, head),
}
WITHOUT_TABLES = ("selebaran", "maklumat A3", "maklumat A4")
ONE_PAGE = (*WITHOUT_TABLES, "lembar bukti")
_PAGE = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">')
_WORD = re.compile(
    r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>'
)


def read(pdf: bytes, *options: str) -> str:
    """The text of a PDF as poppler finds it."""
    return subprocess.run(
        ["pdftotext", *options, "-", "-"], input=pdf, capture_output=True, check=True
    ).stdout.decode()


def words(pdf: bytes) -> str:
    """All words in one line."""
    return " ".join(read(pdf, "-raw").split())


def is_marked(pdf: bytes) -> bool:
    """Whether every page carries the word across it."""
    return all("DRAF" in page.extract_text() for page in PdfReader(BytesIO(pdf)).pages)


def letters(text: str) -> str:
    """A text without blanks and hyphens at ends of lines, in one case."""
    return re.sub(r"\s+", "", text).casefold()


@dataclass(frozen=True, slots=True)
class Paper:
    """Pages and how far their words reach beyond them, in points."""

    pages: int
    beyond: float


def paper(pdf: bytes) -> Paper:
    """How many pages there are, and how far the words reach beyond them."""
    told = read(pdf, "-bbox")
    beyond = [0.0]
    for page in told.split("<page ")[1:]:
        size = _PAGE.match(f"<page {page}")
        assert size
        width, height = map(float, size.groups())
        for left, top, right, bottom, _ in _WORD.findall(page):
            beyond += [-float(left), -float(top), float(right) - width, float(bottom) - height]
    return Paper(len(_PAGE.findall(told)), max(beyond))
