"""The whole workbook: a tally and its reviews come in, seven sheets in one file go out."""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

import xlsxwriter

from sopbatch import __version__
from sopbatch.model import Register, Review, Tally, WeekTotals
from sopbatch.writing.report.content import content_of
from sopbatch.writing.report.groups import write_sections, write_units
from sopbatch.writing.report.lists import write_findings, write_lines, write_refused
from sopbatch.writing.report.notes import Extents, write_notes
from sopbatch.writing.report.page import Heading, Page
from sopbatch.writing.report.styles import FONT, Styles
from sopbatch.writing.report.summary import write_summary
from sopbatch.writing.report.text import long_date, shortened

SHEETS = (
    "Ringkasan",
    "Per Perangkat Daerah",
    "Per Bagian",
    "Daftar SOP",
    "Temuan",
    "Berkas Bermasalah",
    "Catatan",
)
OPTIONS = {
    "in_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 9},
}
"""Text is text, whatever it looks like."""


def write_report(
    tally: Tally,
    reviews: tuple[Review, ...],
    register: Register,
    as_of: date,
    *,
    documents: Mapping[str, str],
    returned: Mapping[str, str],
    history: tuple[WeekTotals, ...] = (),
) -> bytes:
    """The progress workbook; the same arguments give the same bytes.

    `documents` and `returned` map the sha256 of a received file to the path of its PDF and of its
    marked copy, relative to the report's folder and with "/" between folders.
    """
    content = content_of(tally, reviews, register, as_of, documents, returned, history)
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, OPTIONS)
    _set_properties(book, register, as_of)
    styles = Styles(book)
    heading = Heading(as_of, register.settings, f"sopbatch {__version__}")
    pages = [Page(book, name, styles, heading) for name in SHEETS]
    summary, units, sections, lines, findings, refused, notes = pages
    write_summary(summary, content, book)
    extents = Extents(
        units=write_units(units, tally),
        sections=write_sections(sections, tally),
        lines=write_lines(lines, content),
        findings=write_findings(findings, content),
        refused=write_refused(refused, content),
    )
    write_notes(notes, content, extents)
    book.close()
    return stream.getvalue()


def _set_properties(book: xlsxwriter.Workbook, register: Register, as_of: date) -> None:
    settings = register.settings
    book.set_properties(
        {
            "title": f"Laporan Perkembangan SOP per {long_date(as_of)}",
            "subject": "Perkembangan penyusunan SOP administrasi pemerintahan",
            "author": shortened(settings.organisation_bureau, 200),
            "company": shortened(settings.government, 200),
            "category": "Laporan mingguan",
            "comments": f"Disusun dengan sopbatch {__version__}",
            # NOTE: the clock would make every run different
            "created": datetime(as_of.year, as_of.month, as_of.day),  # noqa: DTZ001
        }
    )
    book.set_size(2400, 1400)
