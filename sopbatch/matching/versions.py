"""Which of the workbooks of one SOP is the newer, and what tells it."""

import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime

from sopbatch.model import Came, NumberKind, Review, Sop


def sop_of(review: Review) -> Sop:
    """The SOP of a workbook that was read."""
    assert review.submission is not None
    return review.submission.sop


_BESIDE_SIGN = re.compile(r" ?([-.–]) ?")
"""“SOP- 01” and “SOP-01” are one."""


def number_key(sop: Sop) -> str:
    """What two numbers are compared by; "" for a number that is missing or cannot be one."""
    number = sop.number
    return _BESIDE_SIGN.sub(r"\1", number.norm) if number.kind is NumberKind.NUMBER else ""


def version_order(review: Review) -> tuple[int, date, Came, Came, bool, datetime, str]:
    """Later versions sort higher: revision, its date (else that of making), receipt, correctness.

    Of what came again the last receipt tells, and of what came last together the first one.
    Of files that came together the one without galat is the correction of the other, else the
    one that was mailed later. What only the content's digest parts is nobody's decision, only the
    same one every time.
    """
    sop = sop_of(review)
    day = sop.revised.value or sop.created.value or date.min
    # NOTE: what rules between versions find (group C) must not change the order they judge by
    blocked = any(one.blocks and not one.code.startswith("C-") for one in review.findings)
    return (
        sop.revision or 0,
        day,
        review.received.came_last,
        review.received.came,
        not blocked,
        review.received.mailed,
        review.received.sha256,
    )


def came_together(one: Review, other: Review) -> bool:
    """Whether nothing tells which of two came later: neither a later run nor its sender's mails.

    Mails of two senders do not tell: which of the two may decide is not a matter of time.
    """
    left, right = one.received, other.received
    if left.came != right.came:
        return False
    first, second = left.last_mail, right.last_mail
    if first is None or second is None or not first.sender:
        return True
    return first.sender != second.sender or left.mailed == right.mailed


def revision_among(review: Review, versions: Iterable[Review]) -> int:
    """What the revision of a version is taken for beside the others.

    A number above 0 without a date of revision is asked about; the lower one that came in answer
    is what was meant, so that the first file does not stand above its own correction.
    """
    sop = sop_of(review)
    own = sop.revision or 0
    if not own or sop.revised.value is not None:
        return own
    answers = (
        other.revision or 0
        for one in versions
        if one.received.came > review.received.came
        for other in (sop_of(one),)
        if not other.revision or other.revised.value is not None
    )
    return min((own, *answers))


def in_order(versions: Sequence[Review]) -> tuple[Review, ...]:
    """Versions of one SOP, newest first."""
    return tuple(
        sorted(
            versions,
            key=lambda one: (revision_among(one, versions), *version_order(one)[1:]),
            reverse=True,
        )
    )
