"""What was known of an SOP on an earlier day, and whether it says something else since."""

from dataclasses import replace
from datetime import date

from sopbatch.matching.versions import in_order
from sopbatch.model import Dossier, Review, counted_of


def known_on(dossier: Dossier, day: date) -> tuple[Review, ...]:
    """The versions that had come by a day, newest first as they stood then."""
    return in_order([_then(one, day) for one in dossier.versions if _had_come(one, day)])


def judged_on(dossier: Dossier, day: date) -> Review | None:
    """The version a decision of that day was about: of those that had come, else the first.

    What was there when the first run saw an SOP may have been judged by hand before.
    """
    first = min((one.received.first_seen for one in dossier.versions), default=day)
    return counted_of(known_on(dossier, max(day, first)))


def changed_since(dossier: Dossier, day: date) -> bool:
    """Whether the counted version says something else than the one judged on that day."""
    then, now = judged_on(dossier, day), dossier.counted
    if then is None or now is None or then.submission is None or now.submission is None:
        return False
    come_later = now.received.arrived > max(day, then.received.first_seen)
    return come_later and then.submission.sop.substance != now.submission.sop.substance


def _had_come(review: Review, day: date) -> bool:
    return review.received.first_seen <= day


def _then(review: Review, day: date) -> Review:
    """The version without what was sent again later."""
    days = tuple(one for one in review.received.sent_again if one <= day)
    if days == review.received.sent_again:
        return review
    return replace(review, received=replace(review.received, sent_again=days))
