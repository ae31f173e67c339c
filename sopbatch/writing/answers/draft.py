"""An answer as an unsent mail: the same bytes whenever the same is said.

Nothing of a workbook or mail can become a header: every header is one line made here, and the
address was taken for one by its form before.
"""

from collections.abc import Sequence
from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from sopbatch.schema.letters import LETTER, PLAIN, Texts
from sopbatch.schema.letters import SHORT as SHORT_LETTER
from sopbatch.writing.answers.content import Answer, Attachment
from sopbatch.writing.answers.texts import rendered
from sopbatch.writing.plain import seen

SHORT = 700
"""Characters that a messenger shows without folding them away."""
LONGEST_SUBJECT = 180
DOMAIN = "sopbatch.invalid"
"""A name that is nobody's: the address of the bureau is not known here."""
SPREADSHEET = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"
KINDS = {
    ".pdf": "pdf",
    ".xlsx": SPREADSHEET,
    ".xlsm": "vnd.ms-excel.sheet.macroEnabled.12",
    ".xls": "vnd.ms-excel",
    ".ods": "vnd.oasis.opendocument.spreadsheet",
}


def answer_text(answer: Answer, texts: Texts = PLAIN) -> str:
    """The letter as plain text."""
    return seen(rendered(texts, LETTER, **answer_values(answer)))


def short_text(answer: Answer, texts: Texts = PLAIN) -> str:
    """What to send by messenger, at most 700 characters."""
    return shortened(one_line(rendered(texts, SHORT_LETTER, **answer_values(answer))))


def shortened(text: str) -> str:
    """A text that a messenger shows whole."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def draft(answer: Answer, attachments: Sequence[Attachment], texts: Texts = PLAIN) -> bytes:
    """The mail, which programs open as one that was not sent yet (X-Unsent)."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = Address(_quoted(answer.name), addr_spec=answer.address)
    message["Subject"] = _reply(answer.subject)
    text = answer_text(answer, texts)
    # Of another day, or in other words, the same answer is the same mail: it is sent once.
    said = answer_text(replace(answer, as_of=""))
    known = (answer.address, answer.in_reply_to, said, *(one.name for one in attachments))
    digest = sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()
    message["Message-ID"] = f"<{digest[:32]}@{DOMAIN}>"
    if answer.in_reply_to:
        message["In-Reply-To"] = one_line(answer.in_reply_to)
        message["References"] = one_line(f"{answer.references} {answer.in_reply_to}")
    message.set_content(text, cte="quoted-printable")
    for one in attachments:
        suffix = one.name[one.name.rfind(".") :].lower() if "." in one.name else ""
        message.add_attachment(
            one.data,
            maintype="application",
            subtype=KINDS.get(suffix, "octet-stream"),
            filename=one_line(one.name),
        )
    if message.is_multipart():
        message.set_boundary(f"=_{digest[32:64]}")
    return message.as_bytes()


def _reply(subject: str) -> str:
    """ "Re: …", once."""
    bare = one_line(subject)
    while bare[:3].lower() == "re:":
        bare = bare[3:].lstrip()
    return f"Re: {bare or 'Kiriman SOP'}"[:LONGEST_SUBJECT]


def _quoted(name: str) -> str:
    """A name without what would let it be taken for an address."""
    return one_line(name.translate(str.maketrans("", "", '<>"\\@')))[:80]


def one_line(text: str) -> str:
    """One line of what can be printed, in which nothing is decoded once more.

    The standard library decodes what looks like an encoded word even in a text it is given, line
    breaks within it included.
    """
    shown = "".join(one if one.isprintable() else " " for one in text)
    return " ".join(shown.replace("=?", "= ?").split())


def answer_values(answer: Answer) -> dict[str, object]:
    """What the templates of an answer may name."""
    to_mend = [book for book in answer.books if not book.accepted]
    titles = "; ".join(book.title for book in to_mend)
    return {
        "answer": answer,
        "to_mend": len(to_mend),
        "accepted": len(answer.books) - len(to_mend),
        "titles": titles if len(titles) <= SHORT // 2 else f"{titles[: SHORT // 2].rstrip()}…",
    }
