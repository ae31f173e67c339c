"""A part of a mail or archive, what it may be called, and how much of all there may be."""

import re
import unicodedata
from dataclasses import dataclass

from sopbatch.intake.walk import is_junk
from sopbatch.model import Passed
from sopbatch.text.plain import in_one_line

MEGABYTE = 1 << 20
UNPACKED = 256 * MEGABYTE
"""Bytes of everything that one file of the input folder may unpack to."""
ITEMS = 5_000
"""What one file of the input folder may hold, at any depth."""
MAIL_SIZE = 50 * MEGABYTE
"""Servers stop at half of it."""
MIME_PARTS = 2_000
"""Parts of a mail, those of mails within it included."""
HEAD_SIZE = MEGABYTE
"""Bytes before the first blank line of a mail."""
PART_HEAD = 20_000
"""Characters of the headers of one part."""
DEPTH = 3
"""Mails within a mail, and archives within one another."""
ZIP_ENTRIES = 5_000
RATIO, RATIO_FROM = 200, 4 * MEGABYTE
"""How far an archive may unpack, judged from this size on."""
LONGEST_NAME = 120
"""Characters."""

TOO_DEEP = "terlalu dalam: surel atau arsip di dalam surel atau arsip; kirim berkasnya langsung"
TOO_MUCH = "isinya melebihi batas aman (jumlah atau ukuran); kirim sebagian demi sebagian"
DAMAGED = "susunannya rusak sehingga isinya tidak dapat dipisahkan; perlu dikirim ulang"
LOCKED = "dilindungi kata sandi; perlu dikirim ulang tanpa kata sandi"


class TooMuchError(Exception):
    """A limit is passed: what is told is the container as a whole."""


@dataclass(frozen=True, slots=True)
class Part:
    """Something that a container holds; its name is that of its own place, with "/"."""

    name: str
    data: bytes = b""
    reason: str = ""
    """Why there are no bytes; an Indonesian clause."""
    passed: Passed | None = None
    """What it is, when that is known without looking into it."""


def clean_name(raw: str, otherwise: str) -> str:
    """A name of one folder level that can be printed, whoever chose it.

    What nobody can see is left out; a long one keeps its end, by which programs know its kind.
    """
    last = re.split(r"[/\\]", raw)[-1]
    name = unicodedata.normalize("NFC", in_one_line(last))
    if not name.strip(". "):
        return otherwise
    if len(name) > LONGEST_NAME:
        stem, dot, suffix = name.rpartition(".")
        end = f"…{dot}{suffix}" if stem and len(suffix) <= 8 else "…"
        name = name[: LONGEST_NAME - len(end)] + end
    return name


def clean_path(raw: str, otherwise: str) -> str:
    """A name with folders, none of which leads anywhere; "" for what a system made for itself."""
    names = [name for name in re.split(r"[/\\]", raw) if name.strip(". ")]
    if any(map(is_junk, names)):
        return ""
    return "/".join(clean_name(name, otherwise) for name in names[-DEPTH * 2 :]) or otherwise


def numbered(name: str, number: int) -> str:
    """ "SOP (2).xlsx", for the second of a name."""
    folder, slash, last = name.rpartition("/")
    stem, dot, suffix = last.rpartition(".")
    if not stem:
        return f"{name} ({number})"
    return f"{folder}{slash}{stem} ({number}){dot}{suffix}"
