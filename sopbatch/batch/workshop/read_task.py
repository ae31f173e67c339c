"""One received file is guarded, opened, read and checked."""

import traceback
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING, TypeAlias

from sopbatch.batch.workshop.contents import whole
from sopbatch.batch.workshop.kept_reading import Kept, kept_of, same_register, to_keep
from sopbatch.batch.workshop.lean_cells import often_asked
from sopbatch.batch.workshop.sop_charts import all_undrawn, remarkable_charts
from sopbatch.model import (
    NO_REGISTER,
    Drawn,
    Finding,
    FormReading,
    Grid,
    Passed,
    Received,
    Register,
    Review,
    SopbatchError,
    Submission,
)

if TYPE_CHECKING:
    from sopbatch.batch.family.member import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadTask:
    """Open one received file and check it."""

    received: Received
    register: Register
    as_of: date
    draws: bool = True
    """False when the drawing took too long, which must not cost the review."""
    kept: bytes = b""
    """What an earlier run kept of reading it; empty without."""
    judged_by: str = ""
    """Digest to keep the result under; "" when nothing is to be kept."""

    def do(self) -> "ReadAnswer":
        """What came of it, whatever the file is."""
        return read_file(self)


@dataclass(frozen=True, slots=True)
class MetRegister:
    """A register as it was read, with all that is to be said of it."""

    register: Register
    findings: tuple[Finding, ...] = ()
    marked: bool = False
    """It carries our marks: a copy from a check."""
    blank: bool = False
    """Nobody filled it in."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAnswer:
    """A checked submission, a register met on the way, or a refusal in words."""

    review: Review | None = None
    register: MetRegister | None = None
    refusal: tuple[str, str, str] = ("", "", "")
    """Rule code, sentence, advice."""
    mistake: str = ""
    """Why the file could not be read at all, one sentence."""
    passed: Passed | None = None
    crashes: tuple[str, ...] = ()
    kept: bytes = b""
    """The result for the next run."""


Opened: TypeAlias = tuple[Submission, tuple[Drawn, ...] | None] | FormReading | ReadAnswer
"""An SOP with what is known of its drawing, another form, or what a file is besides."""


def read_file(task: ReadTask) -> ReadAnswer:
    """Guard, open, read and check one file."""
    from sopbatch.reading import Refused
    from sopbatch.rules import RULES, review

    try:
        opened = _opened(task)
    except Refused as refused:
        return ReadAnswer(refusal=(refused.code, refused.sentence, refused.advice))
    except SopbatchError as error:
        return ReadAnswer(mistake=str(error))
    if isinstance(opened, ReadAnswer):
        return opened
    if isinstance(opened, FormReading):
        return _checked_form(opened, task)
    submission, drawn = opened
    checked, crashes = review(submission, task.register, task.as_of, RULES)
    if not checked.publishable:
        return _answer(task, checked, drawn, crashes)
    lasting = task.draws
    try:
        if drawn is None:
            seek = remarkable_charts if task.draws else all_undrawn
            drawn = seek(submission.sop, task.register.settings)
    except MemoryError:
        lasting, drawn = False, all_undrawn(submission.sop, task.register.settings)
    except Exception:  # NOTE: what cannot be laid out has no document, and fails there once more
        return ReadAnswer(review=checked, crashes=(*crashes, traceback.format_exc()))
    if drawn:
        checked, crashes = review(submission, task.register, task.as_of, RULES, drawn)
    return _answer(task, checked, drawn if lasting else None, crashes, lasting=lasting)


def _checked_form(reading: FormReading, task: ReadTask) -> ReadAnswer:
    from sopbatch.batch.family.catalogue import FORM_RULES
    from sopbatch.batch.family.members import member_of
    from sopbatch.rules import FormCase, ReportDay, review_form

    member = member_of(reading.kind)
    if member is None:
        raise ValueError(f"no such kind: {reading.kind}")
    case = FormCase(reading, member.kind, task.register, ReportDay(task.as_of))
    checked, crashes = review_form(case, FORM_RULES)
    return _answer(task, checked, None, crashes)


def _answer(
    task: ReadTask,
    checked: Review,
    drawn: tuple[Drawn, ...] | None,
    crashes: tuple[str, ...],
    *,
    lasting: bool = True,
) -> ReadAnswer:
    """With the result for the next run, unless a bug or a lack of means shaped it."""
    if task.judged_by and checked.submission:
        from sopbatch.tally.analysis import work_of

        # Told by a worker: the run's own process, which counts, is alone with what it does.
        checked = replace(checked, work=work_of(checked.submission.sop))
    lasting = lasting and bool(task.judged_by) and not (crashes or checked.crashed)
    kept = to_keep(Kept(checked, drawn), task.judged_by, task.as_of) if lasting else b""
    return ReadAnswer(review=checked, crashes=crashes, kept=kept)


def _opened(task: ReadTask) -> Opened:
    """The file as an SOP or as another form; what it is when it is neither."""
    kept = _kept(task)
    return _read_anew(task) if kept is None else kept


def _kept(task: ReadTask) -> Opened | None:
    """What an earlier run read in it; None when that does not hold here."""
    from sopbatch.reading import is_empty_form

    kept = kept_of(task.kept, task.received) if task.kept else None
    if kept is None:
        return None
    read = often_asked(kept.reading)
    if isinstance(read, Submission):
        empty = is_empty_form(read, task.register)
        return ReadAnswer(passed=Passed.EMPTY_FORM) if empty else (read, kept.drawn)
    # Whose a form is that does not say so is read by the agencies of the register.
    return read if same_register(task.kept, task.judged_by) else None


def _read_anew(task: ReadTask) -> Opened:
    from sopbatch.reading import (
        is_empty_form,
        is_issued_only,
        is_own_document,
        is_own_report,
        read_grid,
        read_submission,
        template_kind,
    )
    from sopbatch.reading.forms import read_form
    from sopbatch.schema.products import REPORT_KIND
    from sopbatch.schema.register import KIND

    data = whole(task.received)
    if is_own_report(data):
        return ReadAnswer(passed=Passed.OWN_REPORT)
    if is_own_document(data):
        return ReadAnswer(passed=Passed.OWN_DOCUMENT)
    grid = read_grid(data)
    kind = template_kind(grid)
    if kind == REPORT_KIND:
        return ReadAnswer(passed=Passed.OWN_REPORT)
    if kind == KIND:
        return ReadAnswer(register=_met_register(grid, task))
    if member := _member(grid, kind):
        form = read_form(grid, task.received, member.kind, member.build, task.register)
        blank = is_issued_only(form, member.issued)
        return ReadAnswer(passed=Passed.EMPTY_FORM) if blank else form
    submission = read_submission(grid, task.received, task.register.settings)
    empty = is_empty_form(submission, task.register)
    return ReadAnswer(passed=Passed.EMPTY_FORM) if empty else (submission, None)


def _met_register(grid: Grid, task: ReadTask) -> MetRegister:
    """The mistakes in a second register are nobody's to mend: that there are two is told."""
    from sopbatch.batch.family.catalogue import ALL_RULES
    from sopbatch.reading import read_register
    from sopbatch.schema.sop import REVIEW_NAME

    met = read_register(grid, frozenset(rule.code for rule in ALL_RULES), task.as_of)
    second = task.register.present
    return MetRegister(
        NO_REGISTER if second else met.register,
        () if second else met.findings,
        marked=REVIEW_NAME in grid.names,
        blank=met.blank,
    )


def _member(grid: Grid, kind: str) -> "Member | None":
    """The kind besides SOPs that a workbook says it is; of one that says nothing, by its labels."""
    from sopbatch.batch.family.members import MEMBERS, member_of
    from sopbatch.reading.forms import kind_by_labels

    if kind:
        return member_of(kind)
    shown = kind_by_labels(grid, [member.kind for member in MEMBERS])
    return member_of(shown.code) if shown else None
