"""The two workbooks: the content of a report comes in, a file for leaders and its annex go out."""

from collections.abc import Mapping, Sequence
from copy import deepcopy
from datetime import datetime
from io import BytesIO

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from sopbatch import __version__
from sopbatch.files import no_scratch, scratch_folder
from sopbatch.report.content import Content
from sopbatch.schema.places import CUSTOM_PROPERTY
from sopbatch.schema.products import REPORT_KIND, REPORT_VERSION, report_name
from sopbatch.text.words import long_date
from sopbatch.writing.report.causes import write_causes
from sopbatch.writing.report.changed import write_changes
from sopbatch.writing.report.deadlines import write_deadlines
from sopbatch.writing.report.groups import write_sections, write_units
from sopbatch.writing.report.lists import (
    DETAILS,
    write_details,
    write_findings,
    write_lines,
    write_refused,
)
from sopbatch.writing.report.loads import LOADS, write_loads
from sopbatch.writing.report.notes import write_notes
from sopbatch.writing.report.page import HOME, Heading, Page
from sopbatch.writing.report.received import RECEIVED, write_received
from sopbatch.writing.report.reconciliation import Extents, write_reconciliation
from sopbatch.writing.report.styles import FONT, Styles
from sopbatch.writing.report.summary import write_summary
from sopbatch.writing.report.text import in_one_line
from sopbatch.writing.report.week_sheet import THIS_WEEK, write_this_week
from sopbatch.writing.report.weeks import write_weeks
from sopbatch.writing.report.work import write_work

LEADERS = (
    "Ringkasan",
    "Per Perangkat Daerah",
    "Per Bagian",
    "Tenggat",
    "Daftar SOP",
    "Perubahan",
)
"""Sheets of the report; more of them nobody reads."""
ANNEX = (
    THIS_WEEK,
    RECEIVED,
    "Temuan",
    "Penyebab",
    "Berkas Bermasalah",
    "Riwayat",
    "Analisis",
    LOADS,
    DETAILS,
    "Rekonsiliasi",
    "Catatan",
)
"""Sheets for those who work with it."""
OPTIONS = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    "default_format_properties": {"font_name": FONT, "font_size": 9},
}
"""Text is text, whatever it looks like."""


def write_report(content: Content) -> bytes:
    """The leaders' workbook; the same content gives the same bytes."""
    stream = BytesIO()
    book, page = book_of(stream, content, LEADERS, HOME)
    tally, as_of = content.tally, content.as_of
    write_units(page["Per Perangkat Daerah"], tally, as_of)
    write_sections(page["Per Bagian"], tally, as_of)
    write_deadlines(page["Tenggat"], content)
    write_lines(page["Daftar SOP"], content)
    write_changes(page["Perubahan"], content)
    write_summary(page["Ringkasan"], content, book)
    return finished(book, stream)


def write_annex(content: Content) -> bytes:
    """The operators' workbook: findings, files, work, and how everything was counted."""
    stream = BytesIO()
    home = f"external:{report_name(content.as_of)}#{HOME.removeprefix('internal:')}"
    book, page = book_of(stream, content, ANNEX, home)
    tally = content.tally
    extents = Extents(
        lines=write_details(page[DETAILS], content),
        findings=write_findings(page["Temuan"], content),
        causes=write_causes(page["Penyebab"], content, book),
        refused=write_refused(page["Berkas Bermasalah"], content),
        files=write_received(page[RECEIVED], content),
        weeks=write_weeks(page["Riwayat"], content, book),
        work=write_work(page["Analisis"], tally),
    )
    write_this_week(page[THIS_WEEK], content)
    write_loads(page[LOADS], tally)
    write_reconciliation(page["Rekonsiliasi"], content, extents)
    write_notes(page["Catatan"], content)
    return finished(book, stream)


def finished(book: xlsxwriter.Workbook, stream: BytesIO) -> bytes:
    """The whole workbook; its parts wait on disk, where a long list needs no memory.

    Raises:
        SopbatchError: there is no room for them.
    """
    with scratch_folder() as folder:
        book.tmpdir = str(folder)
        try:
            book.close()
        except FileCreateError as error:
            (why,) = error.args
            raise no_scratch(why) from error
    return stream.getvalue()


def book_of(
    stream: BytesIO, content: Content, sheets: Sequence[str], home: str
) -> tuple[xlsxwriter.Workbook, dict[str, Page]]:
    """A workbook of the report with its sheets; `home` is where their way back leads."""
    register, as_of = content.register, content.as_of
    settings = register.settings
    heading = Heading(as_of, settings, f"sopbatch {__version__}", content.until, home)
    told = {
        "title": f"Laporan Perkembangan SOP per {long_date(as_of)}",
        "author": in_one_line(settings.organisation_bureau, 200),
        "company": in_one_line(settings.government, 200),
        "category": "Laporan mingguan",
    }
    return new_book(stream, heading, sheets, told)


def new_book(
    stream: BytesIO, heading: Heading, sheets: Sequence[str], told: Mapping[str, str]
) -> tuple[xlsxwriter.Workbook, dict[str, Page]]:
    """A workbook with its empty sheets; `told` are its properties, `title` among them."""
    # NOTE: the library writes into the options it is given
    book = xlsxwriter.Workbook(stream, deepcopy(OPTIONS))
    as_of = heading.as_of
    book.set_properties(
        {
            "subject": "Perkembangan penyusunan SOP administrasi pemerintahan",
            "comments": f"Disusun dengan sopbatch {__version__}",
            # NOTE: the clock would make every run different
            "created": datetime(as_of.year, as_of.month, as_of.day),  # noqa: DTZ001
            **told,
        }
    )
    book.set_custom_property(CUSTOM_PROPERTY, f"{REPORT_KIND};{REPORT_VERSION}")
    book.set_size(2400, 1400)
    styles = Styles(book)
    return book, {name: Page(book, name, styles, heading) for name in sheets}
