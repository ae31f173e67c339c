"""What a weekly round did, as an unsent mail to the operator."""

from dataclasses import dataclass

from sopbatch.schema.letters import SUMMARY, LetterTexts
from sopbatch.writing.answers.mails import unsent
from sopbatch.writing.answers.texts import rendered


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing of the week in a number and a few words."""

    name: str
    number: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class ShortList:
    """A list of the week, shortened."""

    heading: str
    lines: tuple[str, ...]
    more: int
    """Lines besides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """All that the mail says."""

    address: str
    as_of: str
    """Report date in words."""
    facts: tuple[Fact, ...]
    drafts: tuple[Fact, ...]
    """How many wait in which folder."""
    lists: tuple[ShortList, ...]
    report: str
    """Its place below the output folder."""
    bureau: str
    government: str


def summary_draft(summary: Summary, texts: LetterTexts) -> bytes:
    """The mail."""
    text = rendered(texts, SUMMARY, summary=summary)
    subject = f"Ringkasan pengolahan SOP per {summary.as_of}"
    return unsent("", (summary.address,), subject, text, summary).as_bytes()
