"""What an answer says: one for each sender and run."""

from dataclasses import dataclass

from sopbatch.model import Review, Severity
from sopbatch.writing.returned.words import in_a_row, sections

MOST = 3
"""Findings of one workbook that an answer names: what unlocks most comes first."""


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes with the answer."""

    name: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredWorkbook:
    """A workbook of the sender and what came of it."""

    title: str
    """Of its SOP, else its file name."""
    file: str
    number: str
    """Receipt number."""
    verdict: str
    """What came of it, a whole sentence."""
    mend: tuple[tuple[str, str, str], ...] = ()
    """Where, what is wrong, what to do; the first few."""
    more: int = 0
    """Findings besides."""
    enclosed: tuple[str, ...] = ()
    """Names of its attachments."""
    left_out: tuple[str, ...] = ()
    """Names of what was too large to be attached."""
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class UnreadAttachment:
    """Something of the mail that was not read, and why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """All that an answer says; texts of one line each, free of what cannot be seen."""

    address: str
    name: str
    """Of the sender as the mail wrote it."""
    salutation: str
    """Office or agency, such as "Kepala Dinas Kesehatan"."""
    subject: str
    sent: str
    """The day of the mail in words; "" when unknown."""
    in_reply_to: str
    references: str
    as_of: str
    """Report date in words."""
    books: tuple[AnsweredWorkbook, ...]
    asides: tuple[UnreadAttachment, ...]
    deadline: str
    """Last day of the round in words; "" without one."""
    bureau: str
    government: str
    contact: str
    """Where the bureau is; "" when the register does not tell."""
    registered: bool
    """Whether the address is one of the register."""


def first_to_mend(review: Review) -> tuple[tuple[tuple[str, str, str], ...], int]:
    """The findings to begin with, as (where, what, what to do), and how many lines more there are.

    While something must be mended, nothing else is begun with. Advice is left to the marked copy.
    A workbook that could not be read has its refusal.
    """
    if review.reading is None:
        told = tuple(("", one.sentence, one.advice) for one in review.findings[:1])
        return told, 0
    asked = [one for one in sections(review) if one.severity > Severity.INFO]
    items = [item for section in asked for item in section.items]
    blocking = [item for one in asked if one.severity is Severity.ERROR for item in one.items]
    first = (blocking or items)[:MOST]
    lines = tuple(
        (f"{item.sheet} {item.addresses}".strip(), in_a_row(item.sentence), item.advice)
        for item in first
    )
    return lines, len(items) - len(first)
