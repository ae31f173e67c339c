"""An answer as an unsent mail in the thread of its question, and as a text for messengers."""

from collections.abc import Sequence
from dataclasses import replace

from sopbatch.schema.letters import LETTER, PLAIN, LetterTexts
from sopbatch.schema.letters import SHORT as SHORT_LETTER
from sopbatch.text.plain import seen
from sopbatch.text.shortening import shortened
from sopbatch.writing.answers.content import Answer, Attachment
from sopbatch.writing.answers.mails import enclose, one_line, unsent
from sopbatch.writing.answers.texts import rendered

SHORT = 700
"""Characters that a messenger shows without folding them away."""


def answer_text(answer: Answer, texts: LetterTexts = PLAIN) -> str:
    """The letter as plain text."""
    return seen(rendered(texts, LETTER, **answer_values(answer)))


def short_text(answer: Answer, texts: LetterTexts = PLAIN) -> str:
    """What to send by messenger, at most 700 characters."""
    return shortened(one_line(rendered(texts, SHORT_LETTER, **answer_values(answer))), SHORT)


def draft(answer: Answer, attachments: Sequence[Attachment], texts: LetterTexts = PLAIN) -> bytes:
    """The mail."""
    # Of another day, or in other words, the same answer is the same mail: it is sent once.
    said = answer_text(replace(answer, as_of=""))
    known = (answer.address, answer.in_reply_to, said, *(one.name for one in attachments))
    text = answer_text(answer, texts)
    awaited = sorted(answer.books, key=lambda book: book.accepted)
    numbers = [book.number for book in awaited if book.number]
    message = unsent(answer.name, (answer.address,), _reply(answer.subject), text, known, numbers)
    if answer.in_reply_to:
        message["In-Reply-To"] = one_line(answer.in_reply_to)
        message["References"] = one_line(f"{answer.references} {answer.in_reply_to}")
    enclose(message, attachments, known)
    return message.as_bytes()


def _reply(subject: str) -> str:
    """ "Re: …", once."""
    bare = one_line(subject)
    while bare[:3].lower() == "re:":
        bare = bare[3:].lstrip()
    return f"Re: {bare or 'Kiriman SOP'}"


def answer_values(answer: Answer) -> dict[str, object]:
    """What the templates of an answer may name."""
    to_mend = [book for book in answer.books if not book.accepted]
    titles = "; ".join(book.title for book in to_mend)
    return {
        "answer": answer,
        "to_mend": len(to_mend),
        "accepted": len(answer.books) - len(to_mend),
        "titles": shortened(titles, SHORT // 2),
    }
