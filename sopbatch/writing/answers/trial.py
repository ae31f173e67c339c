"""Changed templates are tried on letters of every kind before a run begins."""

from collections.abc import Mapping
from dataclasses import fields, replace
from typing import Any, TypeVar

from sopbatch.schema.letters import (
    FORMS,
    LETTER,
    REMINDER,
    SHORT,
    SHORT_REMINDER,
    SUMMARY,
    LetterTexts,
)
from sopbatch.writing.answers.content import Answer, AnsweredWorkbook, UnreadAttachment
from sopbatch.writing.answers.draft import answer_values
from sopbatch.writing.answers.forms import Forms
from sopbatch.writing.answers.reminder import Overdue, Reminder, reminder_values
from sopbatch.writing.answers.summary import Fact, ShortList, Summary
from sopbatch.writing.answers.texts import empty, rendered, unknown_names

T = TypeVar("T", Answer, AnsweredWorkbook, Forms, Reminder, Summary)
_TEXT = "Contoh"
_ADDRESS = "a@contoh.example"


def _tried(kind: type[T], **told: Any) -> T:  # noqa: ANN401 - parts of any of the kinds
    """A value of that kind with these parts, and a text wherever it may have one."""
    texts: dict[str, Any] = {one.name: _TEXT for one in fields(kind) if one.type is str}
    return kind(**texts | told)


_BOOK = _tried(
    AnsweredWorkbook,
    mend=((_TEXT, _TEXT, _TEXT),) * 3,
    more=1,
    enclosed=(_TEXT,),
    left_out=(_TEXT,),
)
_ANSWER = _tried(
    Answer,
    address=_ADDRESS,
    books=(_BOOK, replace(_BOOK, mend=(), more=0, accepted=True)),
    asides=(UnreadAttachment(_TEXT, _TEXT),),
    registered=True,
)
_REMINDER = _tried(
    Reminder,
    addresses=(_ADDRESS,),
    titles=(Overdue(_TEXT, _TEXT, _TEXT), Overdue(_TEXT, "", _TEXT)),
    silent=True,
)
_FORMS = _tried(Forms, addresses=(_ADDRESS,), titles=(_TEXT,), enclosed=(_TEXT,), left_out=(_TEXT,))
_NO_FORMS = replace(_FORMS, titles=(), enclosed=(), left_out=(), deadline="", contact="")
_FACTS = (Fact(_TEXT, "1", _TEXT), Fact(_TEXT, "0"))
_SUMMARY = _tried(
    Summary,
    address=_ADDRESS,
    facts=_FACTS,
    drafts=_FACTS,
    lists=(ShortList(_TEXT, (_TEXT,), 1),),
)
_NO_SUMMARY = replace(_SUMMARY, facts=(), drafts=(), lists=())
_ANSWERS = (
    _ANSWER,
    replace(_ANSWER, books=(), asides=(), deadline="", contact="", sent="", subject=""),
)
_REMINDERS = (_REMINDER, replace(_REMINDER, silent=False, letter="", deadline="", contact=""))
TRIED: Mapping[str, tuple[Mapping[str, object], ...]] = {
    LETTER: tuple(map(answer_values, _ANSWERS)),
    SHORT: tuple(map(answer_values, _ANSWERS)),
    REMINDER: tuple(map(reminder_values, _REMINDERS)),
    SUMMARY: ({"summary": _SUMMARY}, {"summary": _NO_SUMMARY}),
    FORMS: ({"forms": _FORMS}, {"forms": _NO_FORMS}),
    SHORT_REMINDER: tuple(map(reminder_values, _REMINDERS)),
}
"""Values of each template: one letter with all there may be, and one with as little."""
KINDS = (
    Answer,
    AnsweredWorkbook,
    UnreadAttachment,
    Reminder,
    Overdue,
    Forms,
    Summary,
    Fact,
    ShortList,
)
PARTS = frozenset(one.name for kind in KINDS for one in fields(kind))


def check_texts(texts: LetterTexts) -> None:
    """Try what the operator changed.

    Raises:
        SopbatchError: a template cannot be used; the sentence names file and line.
    """
    for name, _ in texts.changed:
        for fault in unknown_names(texts, name, TRIED[name][0], PARTS):
            raise fault
        for values in TRIED[name]:
            if not rendered(texts, name, **values).strip():
                raise empty(texts, name)
