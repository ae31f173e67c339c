"""File names that every operating system takes, made from what people wrote."""

import re
import unicodedata
from collections.abc import Iterable

RESERVED = frozenset(
    {"CON", "PRN", "AUX", "NUL", *(f"{port}{n}" for port in ("COM", "LPT") for n in range(1, 10))}
)
FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"/\\|?*]|[\u200b-\u200f\u202a-\u202e\u2066-\u2069\ufeff]')
LONGEST = 120


def safe_name(text: str) -> str:
    """A file or folder name for Windows, macOS and Linux; "berkas" when nothing is left."""
    plain = unicodedata.normalize("NFC", text.encode("utf-8", "replace").decode("utf-8"))
    name = FORBIDDEN.sub("_", plain).strip(" .")
    stem, dot, suffix = name.rpartition(".")
    if not dot or len(suffix) > 5:
        stem, suffix = name, ""
    stem = stem[: LONGEST - len(suffix) - 1].rstrip(" .") or "berkas"
    if stem.split(".")[0].strip().upper() in RESERVED:
        stem = f"_{stem}"
    return f"{stem}.{suffix}" if suffix else stem


def safe_path(name: str) -> str:
    """A received name with its folders, each part safe, joined with "/"."""
    return "/".join(safe_name(part) for part in name.split("/") if part not in ("", ".", ".."))


def distinct(names: Iterable[str]) -> tuple[str, ...]:
    """The names in order, later ones numbered where two would be one file on Windows."""
    taken: set[str] = set()
    result = []
    for name in names:
        stem, dot, suffix = name.rpartition(".")
        stem, suffix = (stem, f"{dot}{suffix}") if dot else (name, "")
        candidate, number = name, 1
        while candidate.casefold() in taken:
            number += 1
            candidate = f"{stem} ({number}){suffix}"
        taken.add(candidate.casefold())
        result.append(candidate)
    return tuple(result)
