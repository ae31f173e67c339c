"""Mails that Outlook saved (.msg): bytes come in, who sent them and their parts come out."""

from collections.abc import Iterator
from dataclasses import replace
from email.message import Message as Headers
from typing import TYPE_CHECKING

from sopbatch.intake.opening.heads import plain, with_head
from sopbatch.intake.opening.mails import link_hosts
from sopbatch.intake.opening.packages import SHORT_NAME, SHOWN_NAME
from sopbatch.intake.opening.parts import DAMAGED, Part, TooMuchError, clean_name
from sopbatch.model import Letter, Passed

if TYPE_CHECKING:
    from oxmsg import Message
    from oxmsg.attachment import Attachment

MOST = 1_000
"""Attachments of a mail."""
ENCLOSED = "surel Outlook di dalam surel Outlook tidak dapat dibuka; kirim surel itu tersendiri"


def parse_outlook(data: bytes) -> "Message":
    """The mail, not yet looked into."""
    from oxmsg import Message

    return Message.load(data)


def outlook_letter(letter: Letter, mail: "Message") -> Letter:
    """The letter with what the mail says of itself."""
    headers = Headers()
    told = {name.lower(): value for name, value in mail.message_headers.items()}
    for name in ("From", "Date", "Subject", "Message-ID", "References", "In-Reply-To"):
        if value := told.get(name.lower()):
            headers[name] = value.replace("\r", "").replace("\n", " ")
    if "From" not in headers and mail.sender:
        headers["From"] = plain(mail.sender)
    known = with_head(letter, headers)
    sent = mail.sent_date
    return replace(
        known,
        subject=known.subject or plain(mail.subject),
        sent=known.sent or (sent.isoformat(timespec="minutes") if sent else ""),
    )


def read_outlook(mail: "Message") -> Iterator[Part]:
    """The attachments of a mail, in its order.

    Raises:
        TooMuchError: there are too many.
    """
    for number, attachment in enumerate(mail.attachments, start=1):
        if number > MOST:
            raise TooMuchError
        yield _part(attachment, number)
    for host in link_hosts(mail.body or ""):
        yield Part(f"tautan ke {host}", passed=Passed.LINK)


def _part(attachment: "Attachment", number: int) -> Part:
    otherwise = f"lampiran {number}"
    try:
        properties = attachment.properties
        raw = attachment.file_name or properties.str_prop_value(SHORT_NAME)
        name = clean_name(raw or properties.str_prop_value(SHOWN_NAME) or "", otherwise)
        data = attachment.file_bytes
    except MemoryError:
        raise
    except Exception:
        return Part(otherwise, reason=DAMAGED)
    return Part(name, reason=ENCLOSED) if data is None else Part(name, data)
