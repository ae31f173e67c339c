"""What a file is, judged by its first bytes and parts, never by its name."""

import re
from collections.abc import Callable
from enum import Enum, auto

from sopbatch.reading.package.archive import PackageParts
from sopbatch.reading.package.ods import MEDIA_TYPE
from sopbatch.reading.package.ole import SIGNATURE
from sopbatch.reading.refusals import Refusal, Refused


class Container(Enum):
    """The outermost structure of a file that may be a workbook."""

    ZIP = auto()
    OLE = auto()
    FLAT = auto()
    """An OpenDocument workbook as one XML file."""


_SIGNATURES: tuple[tuple[bytes, Refusal], ...] = (
    (b"%PDF-", Refusal.PDF),
    (b"{\\rtf", Refusal.RICH_TEXT),
    (b"Rar!\x1a\x07", Refusal.ARCHIVE),
    (b"7z\xbc\xaf\x27\x1c", Refusal.ARCHIVE),
    (b"\x1f\x8b", Refusal.GZIP),
    (b"PK\x05\x06", Refusal.ZIP),
    (b"\x89PNG\r\n", Refusal.IMAGE),
    (b"\xff\xd8\xff", Refusal.IMAGE),
    (b"GIF8", Refusal.IMAGE),
    (b"\x09\x00\x04\x00", Refusal.OLD_EXCEL),
    (b"\x09\x02\x06\x00", Refusal.OLD_EXCEL),
    (b"\x09\x04\x06\x00", Refusal.OLD_EXCEL),
    (b"\x09\x08", Refusal.OLD_EXCEL),
)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|table|meta|style|div|script)\b", re.I)
_MAIL = re.compile(
    rb"From |(?:Received|Return-Path|Delivered-To|From|To|Subject|Date|Message-ID|MIME-Version|"
    rb"X-\S+):[^\n]*\n(?:[ \t]|[\w-]+:)",
    re.I,
)
_FLAT = b"<office:document "
_SPREADSHEET_2003 = b"urn:schemas-microsoft-com:office:spreadsheet"
_MARKS = b"\xef\xbb\xbf\xff\xfe"
_HEAD = 4096
"""Bytes looked at to tell texts apart."""


def container(data: bytes) -> Container:
    """Zip or OLE; refuses everything else by the name of what it is."""
    if data.startswith(b"PK\x03\x04"):
        return Container.ZIP
    if data.startswith(SIGNATURE):
        return Container.OLE
    if not data:
        raise Refused(Refusal.EMPTY)
    for signature, refusal in _SIGNATURES:
        if data.startswith(signature):
            raise Refused(refusal)
    if is_flat(data):
        return Container.FLAT
    raise Refused(_text_kind(data))


def is_flat(data: bytes) -> bool:
    """Whether this is an OpenDocument workbook in one file of markup."""
    return _is_markup(data) and _FLAT in _plain(data)


def _plain(data: bytes) -> bytes:
    """The beginning of a text, whatever its encoding."""
    return data[:_HEAD].lstrip(_MARKS).replace(b"\0", b"").lstrip()


def _is_markup(data: bytes) -> bool:
    return _plain(data).startswith(b"<")


def check_package(archive: PackageParts) -> bool:
    """Whether a zip is an OpenDocument workbook (else Office Open XML); refuses other packages."""
    media = archive.read("mimetype").decode("ascii", "replace").strip()
    if media.startswith(MEDIA_TYPE):
        return True
    if media.startswith("application/vnd.oasis.opendocument.presentation"):
        raise Refused(Refusal.PRESENTATION)
    if media.startswith("application/vnd.oasis.opendocument.text"):
        raise Refused(Refusal.WORD)
    for refusal, belongs in _PACKAGES:
        if any(map(belongs, archive.names)):
            raise Refused(refusal)
    if not any(name.startswith("xl/") for name in archive.names):
        raise Refused(Refusal.ZIP)
    return False


_PACKAGES: tuple[tuple[Refusal, Callable[[str], bool]], ...] = (
    (Refusal.WORD, lambda name: name == "word/document.xml"),
    (Refusal.PRESENTATION, lambda name: name == "ppt/presentation.xml"),
    (Refusal.NUMBERS, lambda name: name.endswith(".iwa") or name == "index.zip"),
)


def _text_kind(data: bytes) -> Refusal:
    head = data[:_HEAD]
    if not head.strip(b"\0"):
        return Refusal.DAMAGED
    plain = _plain(data)
    if _is_markup(data) and _SPREADSHEET_2003 in plain:
        return Refusal.EXCEL_2003_XML
    if _HTML.search(plain) and plain.startswith(b"<"):
        return Refusal.HTML
    if plain.startswith(b"<"):
        return Refusal.XML
    if plain[:13].lower() == b"mime-version:" and _HTML.search(data[: 16 * _HEAD]):
        return Refusal.HTML
    if _MAIL.match(plain):
        return Refusal.MAIL
    readable = sum(byte >= 0x20 or byte in b"\t\r\n" for byte in plain)
    return Refusal.TEXT if readable > 0.95 * len(plain) else Refusal.UNKNOWN
