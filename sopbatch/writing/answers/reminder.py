"""A reminder to an agency that is late or silent: an unsent mail, and a text for messengers."""

from dataclasses import dataclass

from sopbatch.schema.letters import PLAIN, REMINDER, SHORT_REMINDER, LetterTexts
from sopbatch.text.shortening import shortened
from sopbatch.writing.answers.draft import SHORT
from sopbatch.writing.answers.mails import one_line, unsent
from sopbatch.writing.answers.texts import rendered


@dataclass(frozen=True, slots=True)
class Overdue:
    """A planned title that is missed."""

    title: str
    deadline: str
    """In words; "" without one."""
    state: str
    """What is missing: "belum dikirim", "menunggu perbaikan" …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """All that a reminder says."""

    addresses: tuple[str, ...]
    unit: str
    salutation: str
    letter: str
    """Number and date of the head's letter that told the titles; "" when unknown."""
    titles: tuple[Overdue, ...]
    silent: bool
    """Whether the agency sent nothing at all."""
    as_of: str
    """Report date in words."""
    week: str
    """Of the report, such as 2026-W47: the same reminder of another week is another mail."""
    deadline: str
    """Last day of the round in words; "" without one."""
    bureau: str
    government: str
    contact: str


def reminder_draft(reminder: Reminder, texts: LetterTexts = PLAIN) -> bytes:
    """The mail."""
    text = rendered(texts, REMINDER, **reminder_values(reminder))
    known = (reminder.addresses, reminder.week, reminder.titles, reminder.silent)
    subject = f"Pengingat penyusunan SOP: {reminder.unit}"
    return unsent(reminder.unit, reminder.addresses, subject, text, known).as_bytes()


def reminder_short(reminder: Reminder, texts: LetterTexts = PLAIN) -> str:
    """What to send by messenger, at most 700 characters."""
    text = rendered(texts, SHORT_REMINDER, **reminder_values(reminder))
    return shortened(one_line(text), SHORT)


def reminder_values(reminder: Reminder) -> dict[str, object]:
    """What the templates of a reminder may name."""
    return {"reminder": reminder, "titles": "; ".join(one.title for one in reminder.titles)}
