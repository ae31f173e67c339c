"""Answers to the mails that files came in: drafts that an operator looks at and sends."""

from sopbatch.writing.answers.content import (
    Answer,
    AnsweredWorkbook,
    Attachment,
    UnreadAttachment,
    first_to_mend,
)
from sopbatch.writing.answers.draft import answer_text, draft, short_text
from sopbatch.writing.answers.forms import Forms, forms_draft
from sopbatch.writing.answers.reminder import Overdue, Reminder, reminder_draft, reminder_short
from sopbatch.writing.answers.summary import Fact, ShortList, Summary, summary_draft
from sopbatch.writing.answers.texts import plain_texts
from sopbatch.writing.answers.trial import check_texts

__all__ = [
    "Answer",
    "AnsweredWorkbook",
    "Attachment",
    "Fact",
    "Forms",
    "Overdue",
    "Reminder",
    "ShortList",
    "Summary",
    "UnreadAttachment",
    "answer_text",
    "check_texts",
    "draft",
    "first_to_mend",
    "forms_draft",
    "plain_texts",
    "reminder_draft",
    "reminder_short",
    "short_text",
    "summary_draft",
]
