"""Values as a PDF writes them."""

import re
from collections.abc import Sequence
from datetime import date

_SPECIAL = re.compile(rb"([\\()])")
_IRREGULAR = re.compile(r"[^!-~]|[#%()<>\[\]{}/]")


def text_string(text: str) -> bytes:
    """A text for people; nothing in it becomes syntax."""
    if text.isascii() and text.isprintable():
        return b"(%b)" % _SPECIAL.sub(rb"\\\1", text.encode())
    return b"<feff%b>" % text.encode("utf-16-be").hex().encode()


def name(text: str) -> bytes:
    """A name of ASCII letters, irregular ones as their numbers."""
    return b"/" + _IRREGULAR.sub(lambda found: f"#{ord(found[0]):02x}", text).encode()


def day(value: date) -> bytes:
    """A date without a time of day."""
    return b"(D:%b)" % value.strftime("%Y%m%d").encode()


def number(value: float) -> str:
    """To the thousandth, as short as possible."""
    return f"{round(value, 3) + 0.0:g}"


def references(numbers: Sequence[int]) -> bytes:
    """What an array of these objects holds."""
    return b" ".join(b"%d 0 R" % one for one in numbers)
