"""Answers to the mails that files came in: drafts that an operator looks at and sends."""

from sopbatch.writing.answers.content import (
    Answer,
    Aside,
    Attachment,
    Book,
    first_to_mend,
)
from sopbatch.writing.answers.draft import answer_text, draft, short_text

__all__ = [
    "Answer",
    "Aside",
    "Attachment",
    "Book",
    "answer_text",
    "draft",
    "first_to_mend",
    "short_text",
]
