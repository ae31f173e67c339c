"""File names that every operating system takes, made from what people wrote."""

import unicodedata
from collections.abc import Iterable
from hashlib import sha256

RESERVED = frozenset(
    {
        *("CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"),
        *(f"{port}{n}" for port in ("COM", "LPT") for n in "0123456789¹²³"),
    }
)
FORBIDDEN = frozenset('<>:"/\\|?*')
LONGEST = 120
"""UTF-8 bytes of one name; Linux takes 255."""
LONGEST_PATH = 180
"""Characters of a path below its folder; Windows takes 259 with everything above it."""


def safe_name(text: str) -> str:
    """A file or folder name for Windows, macOS and Linux; "berkas" when nothing is left."""
    name = "".join(map(_safe, unicodedata.normalize("NFC", text))).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot or not suffix.isalnum() or len(suffix) > 5:
        stem, suffix = name, ""
    stem = _cut(stem, LONGEST - len(suffix.encode()) - 1).rstrip(" .") or "berkas"
    if stem.split(".")[0].strip().upper() in RESERVED:
        stem = f"_{stem}"
    return f"{stem}.{suffix}" if suffix else stem


def safe_path(name: str) -> str:
    """A received name with its folders, each part safe, joined with "/"."""
    named = [part for part in name.split("/") if part not in ("", ".", "..")]
    parts = [safe_name(part) for part in named] or [safe_name("")]
    path = "/".join(parts)
    if len(path) <= LONGEST_PATH:
        return path
    # Too deep for Windows: the folders between the first and the last name become their digest.
    digest = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:8]
    return "/".join((_cut(parts[0], 40).rstrip(" ."), digest, parts[-1]))


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


def _safe(letter: str) -> str:
    if letter.isspace() and letter not in "\t\n\v\f\r":
        return " "
    return letter if letter.isprintable() and letter not in FORBIDDEN else "_"


def _cut(text: str, longest: int) -> str:
    return text.encode()[:longest].decode(errors="ignore")
