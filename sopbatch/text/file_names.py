"""File names that every operating system takes, made from what people wrote."""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

from sopbatch.text.plain import lightly_marked

RESERVED = frozenset(
    {
        *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"),
        *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
    }
)
FORBIDDEN = frozenset('<>:"/\\|?*')
LONGEST = 120
"""UTF-8 bytes of one name; Linux takes 255."""
DIGEST = 8


def safe_name(text: str, longest: int = LONGEST) -> str:
    """A file or folder name for Windows, macOS and Linux; "berkas" when nothing is left.

    `longest` are its characters as Windows counts them.
    """
    name = _clean(text)
    stem, dot, suffix = name.rpartition(".")
    if not dot or not suffix.isalnum() or len(suffix) > 5:
        stem, suffix = name, ""
    stem = _cut(stem, LONGEST - len(suffix.encode()) - 1).rstrip(" .") or "berkas"
    ending = f".{suffix}" if suffix else ""
    if width(stem + ending) > longest:
        stem = _narrow(stem, longest - width(ending) - len("_"))
    if stem.split(".")[0].strip().upper() in RESERVED:
        stem = f"_{stem}"
    return stem + ending


def folder_name(text: str, longest: int) -> str:
    """A safe name that ends in a digest where it had to be cut: two folders must stay two."""
    whole = _clean(text)
    if len(whole.encode()) < LONGEST and width(whole) <= longest:
        return safe_name(text)
    begin = _cut(safe_name(text, longest - DIGEST - 1), LONGEST - DIGEST - 1).rstrip(" .")
    return f"{begin}~{_digest(whole)}"


def width(text: str) -> int:
    """Characters of a text as Windows counts them."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, later ones numbered where two would be one file on Windows."""
    taken: set[str] = set()
    last: dict[str, int] = {}
    result = []
    for name in names:
        folder, slash, end = name.rpartition("/")
        stem, dot, suffix = end.rpartition(".")
        stem, suffix = (stem, f"{dot}{suffix}") if dot else (end, "")
        candidate = name
        # Counted on from the last of the same name: thousands of equal names take no longer each.
        number = last.get(name.casefold(), 1)
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{folder}{slash}{stem} ({number}){suffix}"
        last[name.casefold()] = number
        taken.add(candidate.casefold())
        result.append(candidate)
    return tuple(result)


def _clean(text: str) -> str:
    composed = lightly_marked(unicodedata.normalize("NFC", text), "")
    return "".join(map(_safe, composed)).strip(" .")


def _digest(text: str) -> str:
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:DIGEST]


def _safe(letter: str) -> str:
    if letter.isspace() and letter not in "\t\n\v\f\r":
        return " "
    return letter if letter.isprintable() and letter not in FORBIDDEN else "_"


def _cut(text: str, longest: int) -> str:
    return text.encode()[:longest].decode(errors="ignore")


def _narrow(text: str, longest: int) -> str:
    cut = text.encode("utf-16-le")[: 2 * longest].decode("utf-16-le", errors="ignore")
    return cut.rstrip(" .")
