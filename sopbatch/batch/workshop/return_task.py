"""Workbooks that go back to their senders."""

from dataclasses import dataclass

from sopbatch.batch.workshop.contents import whole
from sopbatch.model import MARKABLE, Progress, Register, Review


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

    reading = task.review.reading
    if reading is None and not task.review.is_register:
        raise ValueError("a refused file has no copy to mark")
    if reading is None or reading.format in MARKABLE:
        data = whole(task.review.received)
        try:
            settings = task.register.settings
            return mark_copy(unlocked(data), task.review, settings, task.progress, task.preview)
        except Unmarkable:
            return UNMARKABLE
    if task.review.form:
        from sopbatch.batch.family.members import member_of
        from sopbatch.writing.returned.reissue_form import reissue_form

        member = member_of(task.review.form.kind)
        if member is None:
            raise ValueError(f"no such kind: {task.review.form.kind}")
        return reissue_form(task.review, member.kind, settings=task.register.settings)
    return reissue(task.review, task.register.settings, task.progress, task.preview)
