"""Files that went back and were not sent again: rows in, those that wait and since when out."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sopbatch.model import Review, SopLine, Tally
from sopbatch.report.files import Names
from sopbatch.schema.statuses import NEEDS_CORRECTION
from sopbatch.text.words import count


@dataclass(frozen=True, slots=True)
class Unanswered:
    """An SOP whose last file went back in an earlier week, and nothing came since."""

    line: SopLine
    review: Review
    since: date
    """Day of receipt of that file, or of the decision that sent it back."""
    weeks: int
    """Whole weeks since then."""

    @property
    def duration(self) -> str:
        """ "3 minggu"."""
        return f"{count(self.weeks)} minggu" if self.weeks else "belum satu minggu"

    @property
    def words(self) -> str:
        """ "3 minggu tanpa jawaban"."""
        return f"{self.duration} tanpa jawaban" if self.weeks else self.duration


def unanswered(
    tally: Tally, reviews: tuple[Review, ...], known: Names, as_of: date
) -> tuple[Unanswered, ...]:
    """In the order of Daftar SOP; `known` is what the last report of an earlier week told of.

    For a title that was revoked or withdrawn from the plan nobody has to answer.
    """
    contents = {sha256 for sha256, _ in known}
    old = {one.received.sha256: one for one in reviews if one.received.sha256 in contents}
    asked = (line for line in tally.lines if not (line.revoked or line.withdrawn))
    return tuple(found for line in asked if (found := _waits(line, old, as_of)))


def _waits(line: SopLine, old: Mapping[str, Review], as_of: date) -> Unanswered | None:
    review = old.get(line.awaiting_sha256 or line.sha256)
    if review is None:
        return None
    since = review.received.first_seen
    if not review.errors:
        sent_back = line.status == NEEDS_CORRECTION.label == line.previous_status
        if not sent_back:
            return None
        since = max(since, line.status_day or since)
    return Unanswered(line, review, since, max(0, (as_of - since).days // 7))
