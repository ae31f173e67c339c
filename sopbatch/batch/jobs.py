"""What a worker process does with one file; each job costs at most that file.

Heavy libraries are imported inside the job that needs them, so that no job waits for another's.
"""

import traceback
from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from sopbatch.batch.charts import (
    all_undrawn,
    canvas_charts,
    document_charts,
    document_paper,
    remarkable_charts,
)
from sopbatch.model import (
    MARKABLE,
    NO_REGISTER,
    Passed,
    Progress,
    Received,
    Register,
    Review,
    Settings,
    SopbatchError,
    Submission,
    Watermark,
)

if TYPE_CHECKING:
    from sopbatch.writing.brief.page import Brief


CHANGED = "Isi berkas ini di arsip tidak lagi sama dengan yang diterima."


def whole(received: Received) -> bytes:
    """The bytes of a file as they came.

    Raises:
        SopbatchError: the archive has others, or none.
    """
    try:
        data = received.path.read_bytes()
    except OSError:
        data = b""
    if sha256(data).hexdigest() != received.sha256:
        raise SopbatchError(CHANGED)
    return data


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Open one received file and check it."""

    received: Received
    register: Register
    as_of: date
    draws: bool = True
    """False when the drawing took too long, which must not cost the review."""


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """A checked submission, a register met on the way, or a refusal in words."""

    review: Review | None = None
    register: Register | None = None
    refusal: tuple[str, str, str] = ("", "", "")
    """Rule code, sentence, advice."""
    mistake: str = ""
    """What the operator must mend in the register, one sentence."""
    passed: Passed | None = None
    crashes: tuple[str, ...] = ()


def read_file(task: ReadTask) -> ReadAnswer:
    """Guard, open, read and check one file."""
    from sopbatch.reading import Refused
    from sopbatch.rules import RULES, review

    try:
        submission = _opened(task)
    except Refused as refused:
        return ReadAnswer(refusal=(refused.code, refused.sentence, refused.advice))
    except SopbatchError as error:
        return ReadAnswer(mistake=str(error))
    if isinstance(submission, ReadAnswer):
        return submission
    checked, crashes = review(submission, task.register, task.as_of, RULES)
    if not checked.publishable:
        return ReadAnswer(review=checked, crashes=crashes)
    try:
        seek = remarkable_charts if task.draws else all_undrawn
        drawn = seek(submission.sop, task.register.settings)
    except MemoryError:
        drawn = all_undrawn(submission.sop, task.register.settings)
    except Exception:  # NOTE: what cannot be laid out has no document, and fails there once more
        return ReadAnswer(review=checked, crashes=(*crashes, traceback.format_exc()))
    if drawn:
        checked, crashes = review(submission, task.register, task.as_of, RULES, drawn)
    return ReadAnswer(review=checked, crashes=crashes)


def _opened(task: ReadTask) -> Submission | ReadAnswer:
    """The file read as an SOP; what it is when it is none."""
    from sopbatch.reading import (
        is_empty_form,
        is_own_report,
        read_grid,
        read_register,
        read_submission,
        template_kind,
    )
    from sopbatch.schema.products import REPORT_KIND
    from sopbatch.schema.register_v1 import KIND

    data = whole(task.received)
    if is_own_report(data):
        return ReadAnswer(passed=Passed.OWN_REPORT)
    grid = read_grid(data)
    kind = template_kind(grid)
    if kind == REPORT_KIND:
        return ReadAnswer(passed=Passed.OWN_REPORT)
    if kind == KIND:
        # The mistakes in a second register are nobody's to mend: that there are two is told.
        second = task.register.present
        return ReadAnswer(register=NO_REGISTER if second else read_register(grid))
    submission = read_submission(grid, task.received, task.register.settings)
    empty = is_empty_form(submission, task.register)
    return ReadAnswer(passed=Passed.EMPTY_FORM) if empty else submission


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Lay out and write one SOP document."""

    submission: Submission
    register: Register
    watermark: Watermark
    logo: bytes


@dataclass(frozen=True, slots=True)
class PreviewTask:
    """Lay out and write an SOP that is held back, for its sender to look at."""

    submission: Submission
    register: Register
    logo: bytes


TOO_INTRICATE = "diagram alirnya terlalu rumit untuk digambar"


def write_sop_document(task: DocumentTask) -> bytes | str:
    """Identity and flowchart pages of one SOP as PDF; why it cannot be drawn."""
    received = task.submission.received
    # Macros, embedded objects and sources outside never travel in a document: F-15, F-16.
    source = (received.file_name, whole(received)) if task.submission.plain else None
    return _document(task, task.watermark, source)


def write_preview(task: PreviewTask) -> bytes | str:
    """The same without the workbook in it, marked as a preview on every page."""
    return _document(task, Watermark.PREVIEW, None)


def _document(
    task: DocumentTask | PreviewTask, watermark: Watermark, source: tuple[str, bytes] | None
) -> bytes | str:
    from sopbatch.layout import TooIntricateError
    from sopbatch.layout.wrap import wrap
    from sopbatch.writing.documents import write_document

    sop, settings = task.submission.sop, task.register.settings
    try:
        charts = document_charts(sop, settings)
    except TooIntricateError:
        return TOO_INTRICATE
    return write_document(
        sop,
        charts,
        settings,
        wrap,
        watermark=watermark,
        as_of=task.submission.received.first_seen,
        source=source,
        logo=task.logo or None,
    )


@dataclass(frozen=True, slots=True)
class BookPart:
    """One document of a book."""

    number: str
    title: str
    draft: bool
    pdf: bytes | Path
    """Freshly made, or where it waits or the last run left it."""


@dataclass(frozen=True, slots=True)
class BookTask:
    """Join the documents of a unit."""

    unit: str
    settings: Settings
    year: int
    dated: date
    logo: bytes
    parts: tuple[BookPart, ...]


def write_unit_book(task: BookTask) -> bytes:
    """All documents of a unit in one PDF."""
    from sopbatch.writing.book import Book, BookEntry, write_book

    entries = (
        BookEntry(
            part.number,
            part.title,
            part.draft,
            part.pdf,
        )
        for part in task.parts
    )
    return write_book(
        Book(
            task.unit,
            task.settings.government,
            task.settings.address,
            task.year,
            document_paper(task.settings),
            task.dated,
            task.logo or None,
            tuple(entries),
        )
    )


@dataclass(frozen=True, slots=True)
class ExportTask:
    """Draw the flowcharts of one SOP for other programs."""

    submission: Submission
    settings: Settings
    kinds: tuple[str, ...]
    """"svg", "drawio"."""


@dataclass(frozen=True, slots=True)
class ExportAnswer:
    """Files by what follows the document's name, such as "_hal-2.svg" or ".drawio"."""

    files: tuple[tuple[str, bytes], ...]


def export_charts(task: ExportTask) -> ExportAnswer | str:
    """The files of one SOP; why it cannot be drawn."""
    from sopbatch.layout import TooIntricateError

    try:
        return _exported(task)
    except TooIntricateError:
        return TOO_INTRICATE


def _exported(task: ExportTask) -> ExportAnswer:
    """One SVG for each flowchart page of the document, one draw.io file for all procedures."""
    sop = task.submission.sop
    files: list[tuple[str, bytes]] = []
    if "svg" in task.kinds:
        from sopbatch.layout.fonts import text_width
        from sopbatch.layout.wrap import wrap
        from sopbatch.writing.documents import draw_svg, identity_pages

        charts = document_charts(sop, task.settings)
        paper = charts[0].paper if charts else document_paper(task.settings)
        number = identity_pages(sop, task.settings, paper, wrap)
        for chart in charts:
            for page in range(1, len(chart.pages) + 1):
                number += 1
                files.append((f"_hal-{number}.svg", draw_svg(chart, page, text_width).encode()))
    if "drawio" in task.kinds and sop.procedures:
        from sopbatch.writing.drawio import write_drawio

        files.append((".drawio", write_drawio(sop.procedures, canvas_charts(sop))))
    return ExportAnswer(tuple(files))


@dataclass(frozen=True, slots=True)
class ReturnTask:
    """Mark a sender's own workbook, or fill a fresh one when its format cannot be marked."""

    review: Review
    register: Register
    progress: Progress | None = None
    """Since the version before; None without one."""
    preview: str = ""
    """File name of the preview beside it."""


UNMARKABLE = "susunan berkasnya tidak lazim"


def write_returned_copy(task: ReturnTask) -> bytes | str:
    """The workbook to send back; why it cannot be marked when its package is too odd."""
    from sopbatch.reading import unlocked
    from sopbatch.writing.returned import Unmarkable, mark_copy, reissue

    submission = task.review.submission
    if submission is None:
        raise ValueError("a refused file has no copy to mark")
    if submission.format in MARKABLE:
        data = whole(task.review.received)
        try:
            settings = task.register.settings
            return mark_copy(unlocked(data), task.review, settings, task.progress, task.preview)
        except Unmarkable:
            return UNMARKABLE
    return reissue(task.review, task.register.settings, task.progress, task.preview)


@dataclass(frozen=True, slots=True)
class BriefTask:
    """Print the report on one page: the first of these that fits."""

    briefs: "tuple[Brief, ...]"


@dataclass(frozen=True, slots=True)
class LogoTask:
    """Decode the logo, of which little is known yet."""

    path: Path
    sha256: str
    """"" when the file was not received."""


def prepare_logo(task: LogoTask) -> bytes | str:
    """The picture to print; why it cannot be used."""
    from sopbatch.writing.pictures import UnusableError, prepared

    data = task.path.read_bytes()
    if task.sha256 not in ("", sha256(data).hexdigest()):
        return "di arsip tidak lagi sama dengan yang diterima"
    try:
        return prepared(data)
    except UnusableError as error:
        return str(error)


@dataclass(frozen=True, slots=True)
class PdfCheck:
    """Ask whether PDF can be written here, without loading what writes it into the main process."""


def print_page(task: BriefTask) -> bytes:
    """The page as PDF."""
    from sopbatch.writing.brief.writing import print_brief

    return print_brief(task.briefs)


def pdf_problem() -> str:
    """Name of the library that is missing; "" when PDF can be written."""
    from sopbatch.writing.pango import pango_problem

    return pango_problem()


Answer = ReadAnswer | ExportAnswer | bytes | str
Task = (
    ReadTask
    | DocumentTask
    | PreviewTask
    | ReturnTask
    | BookTask
    | ExportTask
    | BriefTask
    | LogoTask
    | PdfCheck
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
        case BriefTask():
            return print_page(task)
        case LogoTask():
            return prepare_logo(task)
        case PdfCheck():
            return pdf_problem()


PRELOADED = ("sopbatch.batch.warm",)
"""Imported once by the process all workers are forked from: they start warm."""
