"""What Outlook packs for Outlook alone (TNEF, winmail.dat): its attachments come out by name.

A reader of our own, of the four things that are needed: the library there is copies the rest of
the file for each piece of it, counts as far as four bytes tell it to, and leaves mails within.
Source: MS-OXTNEF and MS-OXMSG.
"""

import codecs
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field

from sopbatch.intake.opening.parts import DAMAGED, Part, TooMuchError, clean_name

START = b"\x78\x9f\x3e\x22"
PIECES = 20_000
"""Pieces of a package; each attachment has some six."""
OF_ATTACHMENT = 2
"""Level of the pieces of an attachment; the others are of the mail."""
BEGIN, TITLE, DATA, PROPERTIES, CODEPAGE = 0x9002, 0x8010, 0x800F, 0x9005, 0x9007
"""Kinds of pieces."""
PASSED = frozenset((0x8011, 0x8012, 0x8013, 0x9001))
"""An attachment's picture, its days and its name on the way."""
LONG_NAME, SHORT_NAME, SHOWN_NAME, CONTENT = 0x3707, 0x3704, 0x3001, 0x3701
"""Properties of an attachment: its own name, that of eight letters, that which Outlook shows."""
TEXT, WIDE_TEXT, OBJECT, BYTES = 0x1E, 0x1F, 0x0D, 0x102
"""Types of properties whose values tell their own length."""
SIZES = {1: 0, 2: 4, 3: 4, 4: 4, 5: 8, 6: 8, 7: 8, 0x0A: 4, 0x0B: 4, 0x14: 8, 0x40: 8, 0x48: 16}
"""Bytes of a property's value by its type, filled up to four."""
SEVERAL, NAMED = 0x1000, 0x8000
"""Bit of a type that has several values; from here up a property has a name of its own."""
FILLED = 64
"""Blank bytes that a package may end in."""
_NAMES = (LONG_NAME, TITLE, SHORT_NAME, SHOWN_NAME)
"""What may hold an attachment's name, the best first."""
USUAL_CODEPAGE = "cp1252"
INTERFACE = 16
"""Bytes before an object's content that say which kind it is."""


@dataclass(slots=True)
class _Attachment:
    """What its pieces told so far."""

    names: dict[int, str] = field(default_factory=dict)
    data: bytes | None = None
    odd: bool = False
    """Whether a piece of it was there twice, unknown or damaged."""


def read_package(data: bytes) -> Iterator[Part]:
    """The attachments of a package, in its order; what cannot be told apart is told as damaged.

    Raises:
        TooMuchError: it is in too many pieces.
    """
    attachments, whole = _attachments(data)
    for number, one in enumerate(attachments, start=1):
        raw = next((one.names[key] for key in _NAMES if one.names.get(key)), "")
        is_package = (one.data or b"").startswith(START)
        name = clean_name(raw, f"lampiran {number}")
        name = f"{name}.dat" if is_package and not name.lower().endswith(".dat") else name
        yield Part(name, reason=DAMAGED) if one.data is None else Part(name, one.data)
    if not whole or any(one.odd for one in attachments):
        yield Part("isi paket", reason=DAMAGED)


def _attachments(data: bytes) -> tuple[list[_Attachment], bool]:
    """What the pieces tell of each attachment, and whether no piece is lost."""
    found: list[_Attachment] = []
    codepage, whole = USUAL_CODEPAGE, True
    for level, kind, piece in _pieces(data):
        if not level:
            whole = False
        elif kind == CODEPAGE and len(piece) >= 4:
            codepage = _codec(struct.unpack_from("<I", piece)[0])
        elif level == OF_ATTACHMENT and kind == BEGIN:
            found.append(_Attachment())
        elif level == OF_ATTACHMENT and found:
            _take(found[-1], kind, piece, codepage)
        elif level == OF_ATTACHMENT:
            whole = False
    return found, whole


def _pieces(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Level, kind and content of each piece; level 0 where the package breaks off."""
    at = len(START) + 2
    for _ in range(PIECES):
        if not data[at : at + FILLED].strip(b"\0\r\n ") and len(data) - at < FILLED:
            return
        if at + 9 > len(data):
            break
        level, kind, _, length = struct.unpack_from("<BHHI", data, at)
        begin, at = at + 9, at + 9 + length + 2
        if level not in (1, OF_ATTACHMENT) or at > len(data):
            # What is there of the last piece may still be most of an attachment.
            yield level, kind, data[begin : begin + length]
            break
        yield level, kind, data[begin : begin + length]
    else:
        raise TooMuchError
    yield 0, 0, b""


def _take(one: _Attachment, kind: int, piece: bytes, codepage: str) -> None:
    if kind == TITLE:
        one.odd = one.odd or TITLE in one.names
        one.names[TITLE] = _text(piece, codepage)
    elif kind == DATA:
        one.odd = one.odd or one.data is not None
        one.data = piece
    elif kind == PROPERTIES:
        _properties(one, piece, codepage)
    elif kind not in PASSED:
        one.odd = True


def _properties(one: _Attachment, piece: bytes, codepage: str) -> None:
    try:
        for name, kind, value in _values(piece):
            if name in _NAMES and kind in (TEXT, WIDE_TEXT):
                one.names[name] = _text(value, "utf-16-le" if kind == WIDE_TEXT else codepage)
            elif name == CONTENT and kind in (OBJECT, BYTES):
                content = value[INTERFACE:] if kind == OBJECT else value
                # Of a mail within, the piece for bytes has but a picture of it.
                if content.startswith(START) or not one.data:
                    one.data = content
    except (struct.error, ValueError):
        one.odd = True


def _values(piece: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Name, type and first value of each property.

    Raises:
        ValueError, struct.error: they are damaged.
    """
    (count,), at = struct.unpack_from("<I", piece), 4
    if count > len(piece):
        raise ValueError(DAMAGED)
    for _ in range(count):
        kind, name = struct.unpack_from("<HH", piece, at)
        at += 4
        if name >= NAMED:
            (by_text,) = struct.unpack_from("<I", piece, at + INTERFACE)
            (length,) = struct.unpack_from("<I", piece, at + INTERFACE + 4)
            at += INTERFACE + 8 + (_filled(length) if by_text else 0)
        first, at = _first_value(piece, at, kind)
        if at > len(piece):
            raise ValueError(DAMAGED)
        yield name, kind, first


def _first_value(piece: bytes, at: int, kind: int) -> tuple[bytes, int]:
    """The first value of a property, blank when its size is fixed, and where the values end."""
    alone = kind & ~SEVERAL
    tells_length, values = alone in (TEXT, WIDE_TEXT, OBJECT, BYTES), 1
    if kind & SEVERAL or tells_length:
        (values,) = struct.unpack_from("<I", piece, at)
        at += 4
    if values > len(piece) or not (tells_length or alone in SIZES):
        raise ValueError(DAMAGED)
    if not tells_length:
        return b"", at + values * SIZES[alone]
    found: list[bytes] = []
    for _ in range(values):
        (length,) = struct.unpack_from("<I", piece, at)
        found = found or [piece[at + 4 : at + 4 + length]]
        at += 4 + _filled(length)
    return found[0] if found else b"", at


def _filled(length: int) -> int:
    """Bytes that a value takes: it is filled up to four."""
    return -(-length // 4) * 4


def _codec(number: int) -> str:
    name = "utf-8" if number == 65001 else f"cp{number}"
    try:
        codecs.lookup(name)
    except LookupError:
        return USUAL_CODEPAGE
    return name


def _text(data: bytes, codec: str) -> str:
    return data.decode(codec, "replace").partition("\0")[0]
