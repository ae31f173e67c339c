"""The workbook of proposed lines of the plan, ready to be pasted into the register."""

from collections.abc import Sequence

from sopbatch.matching.proposal import Noted, Proposal
from sopbatch.model import CellValue, PlanLine
from sopbatch.schema.fields import TableSheet
from sopbatch.schema.places import CUSTOM_PROPERTY
from sopbatch.schema.products import REPORT_KIND, REPORT_VERSION
from sopbatch.schema.proposal import CHANGED, KNOWN, NEW
from sopbatch.writing.templates.book import TemplateBook
from sopbatch.writing.templates.records import record_cells
from sopbatch.writing.templates.tables import write_table

TITLE = "Usulan Rencana SOP"
NO_LISTS: dict[str, str] = {}


def write_proposal(proposal: Proposal) -> bytes:
    """The workbook, without sheets of no lines; the same proposal gives the same bytes.

    It is stamped as a report of ours: in the inbox it is passed over.
    """
    book = TemplateBook(TITLE, {CUSTOM_PROPERTY: f"{REPORT_KIND};{REPORT_VERSION}"})
    new = [_cells(line, NEW) for line in proposal.new]
    changed, known = _noted(proposal.changed, CHANGED), _noted(proposal.known, KNOWN)
    for table, records in ((NEW, new), (CHANGED, changed), (KNOWN, known)):
        if records:
            # Rows are only deleted here, and an empty one would be printed.
            write_table(book, table, records, NO_LISTS, spare=0)
    return book.content()


def _noted(lines: Sequence[Noted], table: TableSheet) -> list[tuple[CellValue, ...]]:
    return [(*_cells(one.line, table), one.note) for one in lines]


def _cells(line: PlanLine, table: TableSheet) -> tuple[CellValue, ...]:
    return record_cells(line, [field for field in table.columns if field.key != "note"])
