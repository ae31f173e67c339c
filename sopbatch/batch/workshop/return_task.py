"""Workbooks that go back to their senders."""

from dataclasses import dataclass

from sopbatch.batch.workshop.contents import whole
from sopbatch.model import MARKABLE, Progress, Register, Review

UNMARKABLE = "susunan berkasnya tidak lazim"


@dataclass(frozen=True, slots=True)
class ReturnTask:
    """Mark a sender's own workbook, or fill a fresh one when its format cannot be marked."""

    review: Review
    register: Register
    progress: Progress | None = None
    """Since the version before; None without one."""
    preview: str = ""
    """File name of the preview beside it."""

    def do(self) -> bytes | str:
        """The workbook to send back; why it cannot be marked when its package is too odd."""
        from sopbatch.reading import unlocked
        from sopbatch.writing.returned import Unmarkable, mark_copy, reissue

        reading = self.review.reading
        if reading is None and not self.review.is_register:
            raise ValueError("a refused file has no copy to mark")
        if reading is None or reading.format in MARKABLE:
            data = whole(self.review.received)
            try:
                settings = self.register.settings
                return mark_copy(unlocked(data), self.review, settings, self.progress, self.preview)
            except Unmarkable:
                return UNMARKABLE
        if self.review.form:
            from sopbatch.batch.family.members import member_of
            from sopbatch.writing.returned.reissue_form import reissue_form

            member = member_of(self.review.form.kind)
            if member is None:
                raise ValueError(f"no such kind: {self.review.form.kind}")
            return reissue_form(self.review, member.kind, settings=self.register.settings)
        return reissue(self.review, self.register.settings, self.progress, self.preview)
