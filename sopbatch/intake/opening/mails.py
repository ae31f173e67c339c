"""A mail taken apart: every part with bytes comes out by name, or is told.

The standard parser of imap-tools is used for files as for mailboxes. What it cannot part is told
as a part without bytes, since an attachment may be in it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from email.errors import CloseBoundaryNotFoundDefect, StartBoundaryNotFoundDefect
from email.message import Message
from typing import TYPE_CHECKING

from sopbatch.intake.opening.kinds import kind_of
from sopbatch.intake.opening.packages import START
from sopbatch.intake.opening.parts import (
    DAMAGED,
    DEPTH,
    HEAD_SIZE,
    MAIL_SIZE,
    MIME_PARTS,
    PART_HEAD,
    TOO_DEEP,
    Part,
    TooMuchError,
    clean_name,
)
from sopbatch.model import Passed

if TYPE_CHECKING:
    from imap_tools import MailMessage

ENDS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "application/vnd.ms-excel": ".xls",
    "application/vnd.oasis.opendocument.spreadsheet": ".ods",
    "application/zip": ".zip",
    "application/pdf": ".pdf",
    "image/png": ".png",
    "image/jpeg": ".jpg",
    "message/rfc822": ".eml",
}
"""How a part without a name is called; what a system knows differs from one to the next."""
BODIES = ("text/plain", "text/html", "text/enriched", "text/richtext")
ENCLOSED = ("message/rfc822", "message/global")
ELSEWHERE = ("message/partial", "message/external-body")
SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "multipart/encrypted")
TNEF = "application/ms-tnef"
SEALED_REASON = "disandikan (S/MIME atau PGP); perlu dikirim ulang tanpa sandi"
BODY = "isi surel"
SPLIT = "surel ini tidak utuh, atau lampirannya di tempat lain; perlu dikirim ulang secara utuh"
SWALLOWED = "surel ini rusak: sebuah bagian memuat bagian lain; perlu dikirim ulang"
CUT = "surel ini terpotong; mungkin ada lampiran yang hilang, perlu dikirim ulang"
UUENCODED = "dilampirkan sebagai teks (uuencode); perlu dikirim ulang sebagai lampiran biasa"
OUTLOOK_PACKAGE = (
    "kemasan khusus Outlook (winmail.dat) yang rusak; perlu dikirim ulang dengan format HTML"
)
UNOPENED = {**dict.fromkeys(SEALED, SEALED_REASON), **dict.fromkeys(ELSEWHERE, SPLIT)}
"""Kinds of parts that are not looked into, and why."""
LONG_HEAD = "keterangan bagian ini terlalu panjang; perlu dikirim ulang"
CLOUDS = (
    *(".drive.google.com", ".docs.google.com", ".dropbox.com", ".1drv.ms", ".onedrive.live.com"),
    *(".sharepoint.com", ".wetransfer.com", ".we.tl", ".icloud.com", ".mega.nz", ".mediafire.com"),
)
"""Where people put files that they do not attach."""
ONCE = ("Content-Type", "Content-Disposition")
"""Headers that stand twice where the end of one part and the begin of another were lost."""
CODINGS = ("base64", "quoted-printable", "x-uuencode")
LOOKED_AT = 1 << 20
"""Characters of a body in which links are looked for."""
_LINK = re.compile(r"https?://([\w.-]{1,100})", re.IGNORECASE)
_INNER_HEAD = re.compile(
    r"^content-(?:type|disposition|transfer-encoding)[ \t]*:", re.IGNORECASE | re.MULTILINE
)
_BARE = re.compile(r"^[A-Za-z0-9+/]{60,}\r?\n[A-Za-z0-9+/]{60,}\r?$", re.MULTILINE)
"""Lines of an attachment in a text, where its own headers were lost."""
_NOT_CODED = re.compile(r"[^A-Za-z0-9+/=\s]|\n[ \t]*\r?\n[ \t\r\n]*\S|=[ \t\r]*\n[ \t\r\n]*[^=\s]")
"""What the lines of one attachment do not hold: other signs, a blank line or an end among them."""
_UU_BEGIN = re.compile(r"^begin [0-7]{3,4} (\S[^\n]{0,200})$", re.MULTILINE)


def parse_mail(data: bytes) -> "MailMessage":
    """The mail, not yet looked into.

    Raises:
        TooMuchError: it is larger than a mail may be.
        ValueError: its parts lie too deep within one another.
    """
    from imap_tools import MailMessage

    head = re.search(rb"\n\r?\n", data[: HEAD_SIZE + 4])
    if len(data) > MAIL_SIZE or (head is None and len(data) > HEAD_SIZE):
        raise TooMuchError
    try:
        mail: MailMessage = MailMessage.from_bytes(data)
    except RecursionError as error:
        raise ValueError(TOO_DEEP) from error
    return mail


@dataclass(frozen=True, slots=True)
class _Branch:
    """A part of the tree that a mail is, and where it stands."""

    message: Message
    folder: str = ""
    """Names of the mails it lies in, each with "/"."""
    mails: int = 1
    """How many mails it lies in."""


def read_mail(root: Message) -> Iterator[Part]:
    """The parts of a mail in their order, those of mails within it under their names.

    Raises:
        TooMuchError: there are too many.
    """
    waiting = [_Branch(root)]
    seen = 0
    links: dict[str, None] = {}
    while waiting:
        branch = waiting.pop()
        seen += 1
        if seen > MIME_PARTS:
            raise TooMuchError
        message = branch.message
        below = _payload(message)
        if _head_size(message) > PART_HEAD:
            yield Part(f"{branch.folder}bagian {seen}", reason=LONG_HEAD)
        elif reason := UNOPENED.get(message.get_content_type()):
            yield Part(branch.folder + _name_of(message, seen - 1), reason=reason)
        elif isinstance(below, list):
            yield from _faults(message, branch.folder)
            is_mail = message.get_content_type() in ENCLOSED
            inner = _enclosed(branch, below, seen - 1) if is_mail else _within(branch, below)
            yield from inner.parts
            waiting.extend(reversed(inner.branches))
        else:
            yield from _leaf(branch, seen - 1, links)
        if any(len(message.get_all(name, ())) > 1 for name in ONCE):
            yield Part(branch.folder + BODY, reason=SWALLOWED)
    yield from (Part(f"tautan ke {host}", passed=Passed.LINK) for host in links)


@dataclass(frozen=True, slots=True)
class _Inner:
    """What to do with what lies in a branch."""

    branches: list[_Branch]
    parts: tuple[Part, ...] = ()


def _within(branch: _Branch, below: list[Message]) -> _Inner:
    return _Inner([_Branch(part, branch.folder, branch.mails) for part in below])


def _enclosed(branch: _Branch, below: list[Message], number: int) -> _Inner:
    """A mail within a mail; forwarded ones often have no name."""
    name = _name_of(branch.message, number, f"surel terlampir {number}")
    if branch.mails >= DEPTH:
        return _Inner([], (Part(branch.folder + name, reason=TOO_DEEP),))
    if _coding(branch.message) == "base64":
        # Against the standard, but sent: the mail within is coded as any attachment.
        coded = Message()
        coded["Content-Transfer-Encoding"] = "base64"
        text = str(below[0].get_payload()) if below else ""
        coded.set_payload(text)
        own = Part(f"{branch.folder}{name.removesuffix('.eml')}.eml", _bytes(coded))
        fault = Part(branch.folder + BODY, reason=SWALLOWED)
        return _Inner([], (own, fault) if _NOT_CODED.search(text.strip()) else (own,))
    folder = f"{branch.folder}{name.removesuffix('.eml')}/"
    return _Inner([_Branch(part, folder, branch.mails + 1) for part in below])


def _leaf(branch: _Branch, number: int, links: dict[str, None]) -> Iterator[Part]:
    """An attachment, what the text of the mail tells, or a part that could not be taken apart.

    Hosts that the text links to are added to `links`.
    """
    message, folder, text = branch.message, branch.folder, _payload(branch.message)
    own = folder + _name_of(message, number)
    if not isinstance(text, str):
        yield Part(own, reason=DAMAGED)
    elif message.get_content_maintype() == "multipart":
        yield from _unparted(message, folder, text)
    elif _is_body(message):
        yield from _body(folder, text, _bytes(message), links)
    elif message.get_content_type() == TNEF and not _bytes(message).startswith(START):
        yield Part(own, reason=OUTLOOK_PACKAGE)
    else:
        yield from _attachment(message, folder, own, text)


def _unparted(message: Message, folder: str, text: str) -> Iterator[Part]:
    """Something that should have parts and has none: was anything lost with them?"""
    # Behind a last boundary that comes first the parser keeps nothing.
    lost = any(isinstance(one, StartBoundaryNotFoundDefect) for one in message.defects)
    if text.strip() or lost:
        yield Part(folder + BODY, reason=DAMAGED)


def _attachment(message: Message, folder: str, name: str, text: str) -> Iterator[Part]:
    """What was attached; without a name and blank it is nothing."""
    data = _bytes(message)
    is_something = bool(data or _raw_name(message))
    undecoded = not data and bool(text.strip())
    if is_something or undecoded:
        yield Part(name, data, reason=DAMAGED if undecoded else "")
    if is_something and _holds_another(message, name, text, data):
        yield Part(folder + BODY, reason=SWALLOWED)


def _holds_another(message: Message, name: str, text: str, data: bytes) -> bool:
    """Whether another part lies in what an attachment was sent as: where it ended was lost."""
    if _coding(message) == "base64":
        return bool(_NOT_CODED.search(text.strip()))
    return _is_swallowed(text) and not kind_of(name, data)


def _is_body(message: Message) -> bool:
    """Whether it is words of the mail itself: a text that is not attached and has no name."""
    disposition = str(message.get("Content-Disposition", "")).strip().lower()
    is_text = message.get_content_type() in BODIES and not disposition.startswith("attachment")
    return is_text and not _raw_name(message)


def _body(folder: str, text: str, data: bytes, links: dict[str, None]) -> Iterator[Part]:
    """What the text of a mail holds besides words."""
    if _is_swallowed(text):
        yield Part(folder + BODY, reason=SWALLOWED)
    for name in dict.fromkeys(_UU_BEGIN.findall(text[:LOOKED_AT])):
        yield Part(folder + clean_name(name, BODY), reason=UUENCODED)
    links.update(dict.fromkeys(link_hosts(data[:LOOKED_AT].decode("utf-8", "replace"))))


def link_hosts(text: str) -> list[str]:
    """Where links of a text lead that lead to files of somebody, in their order."""
    hosts = (host.lower().removeprefix("www.") for host in _LINK.findall(text[:LOOKED_AT]))
    return list(dict.fromkeys(host for host in hosts if f".{host}".endswith(CLOUDS)))


def _is_swallowed(text: str) -> bool:
    return bool(_INNER_HEAD.search(text) or _BARE.search(text))


def _faults(message: Message, folder: str) -> Iterator[Part]:
    """Parts that stand where none can be, before the first boundary or after the last; a cut."""
    if any(_is_swallowed(text or "") for text in (message.preamble, message.epilogue)):
        yield Part(folder + BODY, reason=SWALLOWED)
    if any(isinstance(defect, CloseBoundaryNotFoundDefect) for defect in message.defects):
        yield Part(folder + BODY, reason=CUT)


def _head_size(message: Message) -> int:
    return sum(len(str(value)) for _, value in message.raw_items())


def _name_of(message: Message, number: int, otherwise: str = "") -> str:
    """The name of an attachment; one without a name is numbered."""
    if not otherwise:
        otherwise = f"lampiran {number}{ENDS.get(message.get_content_type(), '')}"
    return clean_name(_raw_name(message), otherwise)


def _raw_name(message: Message) -> str:
    from imap_tools import MailAttachment

    # NOTE: parsers of parameters raise half a dozen errors on names that people really send.
    try:
        return MailAttachment(message).filename
    except Exception:
        return ""


def _coding(message: Message) -> str:
    return re.sub(r"[^a-z0-9-]", "", str(message.get("Content-Transfer-Encoding", ""))[:80].lower())


def _payload(message: Message) -> list[Message] | str | None:
    """What lies in a part, not decoded; None when the parser cannot say."""
    try:
        found = message.get_payload()
    except Exception:  # NOTE: parameters that are no text make it raise
        return None
    if isinstance(found, list):
        return [part for part in found if isinstance(part, Message)]
    return found if isinstance(found, str) else ""


def _bytes(message: Message) -> bytes:
    """The bytes of a part, as far as they can be decoded."""
    if (coding := _coding(message)) in CODINGS:
        message.replace_header("Content-Transfer-Encoding", coding)
    try:
        data = message.get_payload(decode=True)
    except Exception:
        return b""
    return data if isinstance(data, bytes) else b""
