"""What worker processes are asked for: one task a file, and each costs at most that file.

Heavy libraries are imported inside the function that needs them, so that no task waits for
another's.
"""

from sopbatch.batch.workshop.document_tasks import (
    BookTask,
    DocumentTask,
    PreviewTask,
    write_preview,
    write_sop_document,
    write_unit_book,
)
from sopbatch.batch.workshop.evidence_task import EvidenceTask, print_sheet
from sopbatch.batch.workshop.export_task import ExportAnswer, ExportTask, export_charts
from sopbatch.batch.workshop.form_task import FormAnswer, FormTask, write_form_documents
from sopbatch.batch.workshop.letter_task import LetterTask, print_letter
from sopbatch.batch.workshop.print_tasks import (
    BriefTask,
    LogoTask,
    PdfCheck,
    pdf_problem,
    prepare_logo,
    print_page,
)
from sopbatch.batch.workshop.read_task import ReadAnswer, ReadTask, read_file
from sopbatch.batch.workshop.return_task import ReturnTask, write_returned_copy
from sopbatch.batch.workshop.rows_task import RowsTask, write_rows
from sopbatch.batch.workshop.watching_task import (
    MinutesTask,
    WatchingTask,
    print_minutes,
    print_watching,
)
from sopbatch.model import SopbatchError

Answer = ReadAnswer | ExportAnswer | FormAnswer | bytes | str
Task = (
    ReadTask
    | DocumentTask
    | PreviewTask
    | ReturnTask
    | BookTask
    | EvidenceTask
    | ExportTask
    | FormTask
    | BriefTask
    | LetterTask
    | LogoTask
    | PdfCheck
    | MinutesTask
    | RowsTask
    | WatchingTask
)


def work(task: Task) -> Answer:
    """Do one task; the only function workers are given."""
    try:
        return _done(task)
    except SopbatchError as error:
        return str(error).removesuffix(".")


def _done(task: Task) -> Answer:
    match task:
        case ReadTask():
            return read_file(task)
        case DocumentTask():
            return write_sop_document(task)
        case PreviewTask():
            return write_preview(task)
        case ReturnTask():
            return write_returned_copy(task)
        case BookTask():
            return write_unit_book(task)
        case ExportTask():
            return export_charts(task)
        case FormTask():
            return write_form_documents(task)
        case RowsTask():
            return write_rows(task)
        case _:
            return _printed(task)


def _printed(
    task: (
        BriefTask | EvidenceTask | LetterTask | LogoTask | PdfCheck | MinutesTask | WatchingTask
    ),
) -> Answer:
    match task:
        case BriefTask():
            return print_page(task)
        case EvidenceTask():
            return print_sheet(task)
        case LetterTask():
            return print_letter(task)
        case LogoTask():
            return prepare_logo(task)
        case PdfCheck():
            return pdf_problem()
        case MinutesTask():
            return print_minutes(task)
        case WatchingTask():
            return print_watching(task)


PRELOADED = ("sopbatch.batch.workshop.preloaded",)
PRELOADED_TO_READ = ("sopbatch.reading", "sopbatch.rules", "sopbatch.layout")
"""For a command that only reads; what else a task needs, it loads itself."""
"""Imported once by the process all workers are forked from: they start warm."""
