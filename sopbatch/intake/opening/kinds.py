"""What bytes are: a container to be opened, something to be read, or something passed over."""

import re
from enum import Enum, auto
from io import BytesIO
from pathlib import PurePosixPath
from zipfile import ZipFile

from sopbatch.intake.opening.packages import START as PACKAGE_START
from sopbatch.intake.opening.parts import ZIP_ENTRIES
from sopbatch.intake.opening.zips import CENTRAL_ENTRY, FAILURES
from sopbatch.intake.opening.zips import LOCAL_ENTRY as ZIP_START
from sopbatch.model import Passed

EMPTY_ZIP, OLE_START = b"PK\x05\x06", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
WORKBOOKS = frozenset((".xlsx", ".xlsm", ".xltx", ".xltm", ".xlsb", ".xls", ".xlt", ".ods", ".ots"))
"""Ends of names that promise a workbook: such a file is judged as one, whatever it is."""
MAILS = frozenset((".eml", ".mbox", ".mbx"))
ARCHIVES = (b"Rar!\x1a\x07", b"7z\xbc\xaf\x27\x1c", b"\x1f\x8b")
"""They may hold workbooks, so they are refused with advice, not passed over."""
HEAD = 4096
"""Bytes that tell a mail or a mailbox."""
_HEADERS = re.compile(
    rb"(?:received|return-path|delivered-to|from|to|cc|subject|date|message-id|mime-version|sender|"
    rb"reply-to|references|in-reply-to|content-[a-z-]+|authentication-results|dkim-signature|"
    rb"arc-[a-z-]+|list-[a-z-]+|thread-[a-z]+|x-[!-9;-~]+):[^\n]*\n(?:[ \t]|[!-9;-~]+:|\r?\n)",
    re.IGNORECASE,
)
_MBOX = re.compile(rb"From \S[^\n]*\n[!-9;-~]+:")
_MESSAGE = "__properties_version1.0".encode("utf-16-le")
_WORD = "WordDocument".encode("utf-16-le")
_PACKAGES = frozenset(("[content_types].xml", "mimetype", "index.zip", "word/document.xml"))
_PICTURES = (
    (0, b"\x89PNG\r\n"),
    (0, b"\xff\xd8\xff"),
    (0, b"GIF8"),
    (0, b"BM"),
    (0, b"II*\0"),
    (0, b"MM\0*"),
    (8, b"WEBP"),
    (4, b"ftypheic"),
    (40, b" EMF"),
)
_MARKS = b"\xef\xbb\xbf\r\n"


class ContainerKind(Enum):
    """A container."""

    MAIL = auto()
    MAILBOX = auto()
    OUTLOOK = auto()
    PACKAGE = auto()
    """What Outlook packs for Outlook alone (winmail.dat)."""
    ZIP = auto()


def suffix_of(name: str) -> str:
    """The end of a name in lower case, with its point."""
    return PurePosixPath(name).suffix.lower()


def may_hold_others(name: str, head: bytes) -> bool:
    """Whether it is worth a look by a worker; `head` are the first bytes of a file."""
    suffix = suffix_of(name)
    if suffix in WORKBOOKS:
        return False
    if head.startswith((ZIP_START, OLE_START, PACKAGE_START)):
        return True
    return suffix in MAILS or _text_kind(head[:HEAD]) is not None


def kind_of(name: str, data: bytes) -> ContainerKind | None:
    """Which container it is; None for anything else."""
    suffix = suffix_of(name)
    if suffix in WORKBOOKS:
        return None
    if data.startswith(OLE_START):
        return ContainerKind.OUTLOOK if _MESSAGE in data else None
    if data.startswith(PACKAGE_START):
        return ContainerKind.PACKAGE
    if data.startswith(ZIP_START):
        return None if is_package(data) else ContainerKind.ZIP
    if data.startswith(EMPTY_ZIP):
        return None
    kind = _text_kind(data[:HEAD])
    return ContainerKind.MAIL if kind is None and suffix in MAILS and data.strip() else kind


def _text_kind(head: bytes) -> ContainerKind | None:
    plain = head.lstrip(_MARKS)
    if _MBOX.match(plain):
        return ContainerKind.MAILBOX
    return ContainerKind.MAIL if _HEADERS.match(plain) else None


def passed_over(name: str, data: bytes) -> Passed | None:
    """What an attachment is that is no workbook; None for what may be one, or claims to be."""
    if suffix_of(name) in WORKBOOKS:
        return None
    if data.startswith(OLE_START):
        return Passed.WORD if _WORD in data else None
    if data.startswith(ZIP_START):
        return _of_package(data)
    if data.startswith((*ARCHIVES, EMPTY_ZIP)):
        return None
    if b"%PDF-" in data[:1024]:
        return Passed.PDF
    if data.startswith(b"{\\rtf"):
        return Passed.WORD
    if any(data.startswith(mark, at) for at, mark in _PICTURES):
        return Passed.PICTURE
    return Passed.OTHER


def is_package(data: bytes) -> bool:
    """Whether a zip is one document; one that cannot be listed is told as an archive."""
    names = _names(data)
    return any(name in _PACKAGES or name.endswith(".iwa") for name in names)


def _of_package(data: bytes) -> Passed | None:
    names = _names(data)
    if "word/document.xml" in names or b"opendocument.text" in data[:200]:
        return Passed.WORD
    if "ppt/presentation.xml" in names or b"opendocument.presentation" in data[:200]:
        return Passed.OTHER
    return None


def _names(data: bytes) -> frozenset[str]:
    """Names in a zip without capitals; none when it cannot be listed, or lists too many."""
    if data.count(CENTRAL_ENTRY) > 10 * ZIP_ENTRIES:
        return frozenset()
    try:
        with ZipFile(BytesIO(data)) as package:
            return frozenset(name.casefold() for name in package.namelist())
    except FAILURES:
        return frozenset()
