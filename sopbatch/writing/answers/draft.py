"""An answer as an unsent mail: the same bytes whenever the same is said.

Nothing of a workbook or mail can become a header: every header is one line made here, and the
address was taken for one by its form before.
"""

from collections.abc import Sequence
from dataclasses import replace
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from hashlib import sha256

from jinja2 import Environment, PackageLoader, StrictUndefined

from sopbatch.writing.answers.content import Answer, Attachment
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


def answer_text(answer: Answer) -> str:
    """The letter as plain text."""
    return seen(_rendered("surat.txt", answer))


def short_text(answer: Answer) -> str:
    """What to send by messenger, at most 700 characters."""
    return shortened(one_line(_rendered("pesan.txt", answer)))


def shortened(text: str) -> str:
    """A text that a messenger shows whole."""
    return text if len(text) <= SHORT else f"{text[: SHORT - 1].rstrip()}…"


def draft(answer: Answer, attachments: Sequence[Attachment]) -> bytes:
    """The mail, which programs open as one that was not sent yet (X-Unsent)."""
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = Address(_quoted(answer.name), addr_spec=answer.address)
    message["Subject"] = _reply(answer.subject)
    text = answer_text(answer)
    # Of another day the same answer is the same mail: it is sent once.
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


def _rendered(name: str, answer: Answer) -> str:
    to_mend = [book for book in answer.books if not book.accepted]
    titles = "; ".join(book.title for book in to_mend)
    return rendered(
        name,
        answer=answer,
        to_mend=len(to_mend),
        accepted=len(answer.books) - len(to_mend),
        titles=titles if len(titles) <= SHORT // 2 else f"{titles[: SHORT // 2].rstrip()}…",
    )


def rendered(name: str, **values: object) -> str:
    """A text by its template."""
    return _templates().get_template(name).render(**values)


@cache
def _templates() -> Environment:
    # Plain text: nothing in it is markup, and nothing that is put in is read as a template.
    return Environment(  # noqa: S701 - a letter, not a page
        loader=PackageLoader("sopbatch.writing.answers"),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
