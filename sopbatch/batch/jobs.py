"""What a worker process does with one file; each job costs at most that file.

Heavy libraries are imported inside the job that needs them, so that no job waits for another's.
"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.model import (
    PAPERS,
    Flowchart,
    PaperSize,
    Received,
    Register,
    Review,
    SopbatchError,
    Submission,
)

MARKABLE = ("xlsx", "xlsm")
"""Formats whose own file can be marked; the others get a fresh form."""


@dataclass(frozen=True, slots=True)
class ReadTask:
    """Open one received file and check it."""

    received: Received
    register: Register
    as_of: date


@dataclass(frozen=True, slots=True)
class ReadAnswer:
    """A checked submission, a register met on the way, or a refusal in words."""

    review: Review | None = None
    register: Register | None = None
    refusal: tuple[str, str, str] = ("", "", "")
    """Rule code, sentence, advice."""
    mistake: str = ""
    """What the operator must mend in the register, one sentence."""
    crashes: tuple[str, ...] = ()


def read_file(task: ReadTask) -> ReadAnswer:
    """Guard, open, read and check one file."""
    from sopbatch.reading import Refused, read_grid, read_register, read_submission, template_kind
    from sopbatch.rules import RULES, review
    from sopbatch.schema.register_v1 import KIND

    try:
        grid = read_grid(task.received.path.read_bytes())
        if template_kind(grid) == KIND:
            return ReadAnswer(register=read_register(grid))
        submission = read_submission(grid, task.received, task.register.settings)
    except Refused as refused:
        return ReadAnswer(refusal=(refused.code, refused.sentence, refused.advice))
    except SopbatchError as error:
        return ReadAnswer(mistake=str(error))
    checked, crashes = review(submission, task.register, task.as_of, RULES)
    return ReadAnswer(review=checked, crashes=crashes)


@dataclass(frozen=True, slots=True)
class DocumentTask:
    """Lay out and write one SOP document."""

    submission: Submission
    register: Register
    draft: bool
    logo: Path | None


@dataclass(frozen=True, slots=True)
class DocumentAnswer:
    """The PDF, and how many geometric faults its flowcharts have (0 is promised)."""

    data: bytes
    faults: int


def write_sop_document(task: DocumentTask) -> DocumentAnswer:
    """Identity and flowchart pages of one SOP as PDF."""
    from sopbatch.layout.wrap import wrap
    from sopbatch.writing.documents import identity_pages, write_document

    sop, settings = task.submission.sop, task.register.settings
    charts = _charts(task, first_page=2)
    paper = charts[0].paper if charts else _paper(task)
    pages = identity_pages(sop, settings, paper, wrap)
    if pages > 1:
        charts = _charts(task, first_page=pages + 1)
    received = task.submission.received
    data = write_document(
        sop,
        charts,
        settings,
        wrap,
        draft=task.draft,
        as_of=received.first_seen,
        source=(received.file_name, received.path.read_bytes()),
        logo=task.logo.read_bytes() if task.logo else None,
    )
    return DocumentAnswer(data, sum(chart.quality.faults for chart in charts))


def _paper(task: DocumentTask) -> PaperSize:
    return PAPERS.get(task.register.settings.paper, PAPERS["F4"])


def _charts(task: DocumentTask, first_page: int) -> tuple[Flowchart, ...]:
    from sopbatch.layout import lay_out

    charts: list[Flowchart] = []
    for procedure in task.submission.sop.procedures:
        charts.append(lay_out(procedure, _paper(task), first_page=first_page))
        first_page += len(charts[-1].pages)
    return tuple(charts)


@dataclass(frozen=True, slots=True)
class ReturnTask:
    """Mark a sender's own workbook, or fill a fresh one when its format cannot be marked."""

    review: Review
    register: Register


def write_returned_copy(task: ReturnTask) -> bytes:
    """The workbook to send back."""
    from sopbatch.writing.returned import mark_copy, reissue

    submission = task.review.submission
    if submission is None:
        raise ValueError("a refused file has no copy to mark")
    if submission.format in MARKABLE:
        return mark_copy(task.review.received.path.read_bytes(), task.review)
    return reissue(task.review)


Answer = ReadAnswer | DocumentAnswer | bytes
Task = ReadTask | DocumentTask | ReturnTask


def work(task: Task) -> Answer:
    """Do one task; the only function workers are given."""
    match task:
        case ReadTask():
            return read_file(task)
        case DocumentTask():
            return write_sop_document(task)
        case ReturnTask():
            return write_returned_copy(task)


PRELOADED = ("sopbatch.batch.warm",)
"""Imported once by the process all workers are forked from: they start warm."""
