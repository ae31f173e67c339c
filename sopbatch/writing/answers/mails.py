"""Unsent mails: the same bytes whenever the same is said.

Nothing of a workbook or mail can become a header: every header is one line made here, and every
address was taken for one by its form before.
"""

from collections.abc import Sequence
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from hashlib import sha256

from sopbatch.text.plain import in_one_line, seen
from sopbatch.writing.answers.content import Attachment

LONGEST_SUBJECT = 180
"""Characters."""
MOST_NUMBERS = 8
"""Receipt numbers in a Message-ID, which has 250 characters at most."""
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


def unsent(
    name: str,
    addresses: Sequence[str],
    subject: str,
    text: str,
    known: object,
    numbers: Sequence[str] = (),
) -> EmailMessage:
    """A mail that programs open as one that was not sent yet (X-Unsent).

    `known` is what makes it another mail than others; of it the Message-ID follows. `numbers` are
    receipt numbers it is about: they stand in the Message-ID too, so that a reply tells them.
    """
    message = EmailMessage(policy=SMTP)
    message["X-Unsent"] = "1"
    message["To"] = [Address(_quoted(name), addr_spec=address) for address in addresses]
    message["Subject"] = one_line(subject)[:LONGEST_SUBJECT]
    local = ".".join((*numbers[:MOST_NUMBERS], _digest(known)[:32]))
    message["Message-ID"] = f"<{local}@{DOMAIN}>"
    message.set_content(seen(text), cte="quoted-printable")
    return message


def enclose(message: EmailMessage, attachments: Sequence[Attachment], known: object) -> None:
    """Attach files to a mail, with a boundary that follows from `known`."""
    for one in attachments:
        suffix = one.name[one.name.rfind(".") :].lower() if "." in one.name else ""
        message.add_attachment(
            one.data,
            maintype="application",
            subtype=KINDS.get(suffix, "octet-stream"),
            filename=one_line(one.name),
        )
    if message.is_multipart():
        message.set_boundary(f"=_{_digest(known)[32:64]}")


def one_line(text: str) -> str:
    """One line of what can be printed, in which nothing is decoded once more.

    The standard library decodes what looks like an encoded word even in a text it is given, line
    breaks within it included.
    """
    return in_one_line(text).replace("=?", "= ?")


def _quoted(name: str) -> str:
    """A name without what would let it be taken for an address."""
    return one_line(name.translate(str.maketrans("", "", '<>"\\@')))[:80]


def _digest(known: object) -> str:
    return sha256(repr(known).encode("utf-8", "surrogatepass")).hexdigest()
