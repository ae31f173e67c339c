"""The workbook under the password that Excel tries by itself: the only door to msoffcrypto.

Excel opens files under this password without asking, and encrypts with it what only has a locked
structure; their senders know of no password. No other one is ever tried.
"""

import re
import struct
from collections.abc import Callable
from io import BytesIO
from typing import Any, Protocol

from sopbatch.reading import limits
from sopbatch.reading.package.markup import Attributes, local, scan
from sopbatch.reading.refusals import Refusal, Refused

_PASSWORD = "VelvetSweatshop"  # noqa: S105 - known to everybody, and meant to be
_AGILE = struct.pack("<HH", 4, 4)
_HEAD = 8
"""Bytes before the description of an agile encryption, which is XML."""
_MOST_ROUNDS = 1_000_000
"""Ten times those of Excel; each costs the processor a hash."""


class _Locked(Protocol):
    def load_key(self, password: str) -> None: ...

    def decrypt(self, outfile: BytesIO) -> None: ...


def unlocked_package(data: bytes, description: bytes) -> bytes:
    """The zip package in an encrypted OLE file; `description` tells how it is encrypted."""
    if description.startswith(_AGILE):
        _check_rounds(description[_HEAD:])
    from msoffcrypto.format.ooxml import OOXMLFile  # few files are locked, and it is large

    return _unlocked(OOXMLFile, data)


def unlocked_xls(data: bytes) -> bytes:
    """An xls file as it was before it was encrypted."""
    from msoffcrypto.format.xls97 import Xls97File  # as above

    return _unlocked(Xls97File, data)


def _check_rounds(description: bytes) -> None:
    rounds: list[str] = []

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "encryptedKey":
            rounds.append(attributes.get("spinCount", ""))

    scan(description, start)
    if not all(re.fullmatch(r"[0-9]{1,7}", count) for count in rounds):
        raise Refused(Refusal.DAMAGED)
    if any(int(count) > _MOST_ROUNDS for count in rounds):
        raise Refused(Refusal.PASSWORD)


def _unlocked(kind: Callable[[BytesIO], Any], data: bytes) -> bytes:
    plain = BytesIO()
    try:
        file: _Locked = kind(BytesIO(data))
        file.load_key(password=_PASSWORD)
        file.decrypt(plain)
    except (MemoryError, RecursionError):
        raise
    except Exception as error:
        # NOTE: a wrong password and damage raise the same assortment of errors there.
        raise Refused(Refusal.PASSWORD) from error
    if plain.tell() > limits.FILE_SIZE:
        raise Refused(Refusal.BOMB)
    return plain.getvalue()
