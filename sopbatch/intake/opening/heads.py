"""Who sent a mail and when, by its headers: whatever they hold, plain text comes out."""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import replace
from email.header import decode_header
from email.message import Message
from email.utils import parsedate_to_datetime
from typing import TypeVar

from sopbatch.model import Letter
from sopbatch.text.plain import in_one_line

T = TypeVar("T")

LONGEST = 300
"""Characters of a subject or name that are kept."""
RAW = 5_000
"""Characters of a header that are looked at."""
LOOKED_AT = 64 << 10
"""Bytes of a mail that its headers are looked for in, when only its name depends on them."""
_ADDRESS = re.compile(r"[^\s@<>()\[\],;:\\\"]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,10}")
_ID = re.compile(r"<[!-;=?-~]{1,250}>")
CODED = "=?"
"""How an encoded word begins; it has no place in an address or Message-ID."""
REFERENCES = 20
"""The last Message-IDs of a thread that are kept."""


def with_head(letter: Letter, message: Message) -> Letter:
    """The letter with what a mail's headers say."""
    from imap_tools.utils import EmailAddress, parse_email_addresses

    def raw(name: str) -> str:
        return _text(message, name)

    senders = message.get_all("From", [])
    nobody: tuple[EmailAddress, ...] = ()
    addresses = _tried(lambda: parse_email_addresses(raw("From")), nobody)
    address, name = "", ""
    if len(senders) == len(addresses) == 1:
        address, name = addresses[0].email, addresses[0].name
    return replace(
        letter,
        message_id=next(iter(_ids(raw("Message-ID"))), ""),
        sender=address.lower() if _ADDRESS.fullmatch(address) and CODED not in address else "",
        sender_name=plain(decoded(name)),
        sent=moment(raw("Date")),
        subject=plain(decoded(raw("Subject"))),
        references=" ".join(_thread(raw("References"), raw("In-Reply-To"))),
    )


def head_of(data: bytes) -> Letter:
    """What the headers of a mail say, its begin alone being looked at: for its name as a file."""
    from email import message_from_bytes

    begin = Letter("", "")
    head = data[:LOOKED_AT].replace(b"\r\n", b"\n").partition(b"\n\n")[0]
    return _tried(lambda: with_head(begin, message_from_bytes(head + b"\n\n")), begin)


def _ids(text: str) -> list[str]:
    """Message-IDs in a header; none that would be decoded to something else."""
    return [one for one in _ID.findall(text) if CODED not in one]


def _thread(references: str, answered: str) -> list[str]:
    """The mails that a mail answers, the last one last; some programs name that one alone."""
    known = _ids(references)[-REFERENCES:]
    return known + [one for one in _ids(answered)[-1:] if one not in known]


def moment(text: str) -> str:
    """A date of a mail in ISO 8601; "" when it is none, or hardly meant."""
    when = _tried(lambda: parsedate_to_datetime(text), None)
    if when is None or not 1990 <= when.year <= 2100:
        return ""
    return when.isoformat(timespec="minutes")


def decoded(text: str) -> str:
    """A header with its encoded words decoded, as far as they can be."""
    from imap_tools.utils import decode_value

    def words() -> str:
        return "".join(decode_value(*part) for part in decode_header(text))

    return _tried(words, text) if CODED in text else text


def plain(text: str) -> str:
    """One line that can be printed, not endless."""
    return unicodedata.normalize("NFC", in_one_line(text[:RAW]))[:LONGEST]


def _text(message: Message, name: str) -> str:
    """A header as text; bytes beyond ASCII are taken for UTF-8, else for Latin-1."""
    for key, value in message.raw_items():
        if key.lower() == name.lower():
            data = str(value)[:RAW].encode("utf-8", "surrogateescape")
            try:
                return data.decode()
            except UnicodeDecodeError:
                return data.decode("latin-1")
    return ""


def _tried(make: Callable[[], T], otherwise: T) -> T:
    """What parsers of headers make of it; they raise on much of what people send."""
    try:
        return make()
    except Exception:
        return otherwise
