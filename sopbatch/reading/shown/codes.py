"""A number format such as `0 "menit";-0` becomes sections of parts, parsed once."""

import re
from dataclasses import dataclass
from enum import Enum, auto
from functools import lru_cache

LONGEST = 255
"""Characters; no program lets anybody write a longer format."""


class FormatKind(Enum):
    """What a section makes of a number."""

    GENERAL = auto()
    NUMBER = auto()
    DATE = auto()
    TIME = auto()
    ELAPSED = auto()
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class FormatPiece:
    """A piece of a section: its sort, and the text or letters it stands for."""

    sort: str
    """"text", "digit", "point", "comma", "percent", "exponent", "slash", "general", "at",
    "elapsed", or one of the letters "y", "m", "i" (minutes), "d", "h", "s", "f" (of a second),
    "a" (AM/PM)."""
    text: str


@dataclass(frozen=True, slots=True)
class FormatSection:
    """One of the up to four parts of a format that semicolons divide."""

    parts: tuple[FormatPiece, ...]
    kind: FormatKind
    condition: tuple[str, float] | None
    language: int
    """Windows language of the names of months and days, 0 for the reader's own."""

    @property
    def sorts(self) -> frozenset[str]:
        """All sorts of parts it has."""
        return frozenset(part.sort for part in self.parts)


_TOKEN = re.compile(
    r"""
    "(?P<quoted>[^"]*)"?
  | \\(?P<escaped>.)
  | _(?P<space>.)
  | \*(?P<fill>.)
  | \[\$(?P<symbol>[^\]-]*)(?:-(?P<locale>[0-9A-Fa-f]*)[^\]]*)?\]
  | \[(?P<elapsed>h+|m+|s+)\]
  | \[(?P<operator><=|>=|<>|=|<|>)\s*(?P<bound>-?\d+(?:[.,]\d+)?)\]
  | \[[^\]]*\]
  | (?P<general>general|standard)
  | (?P<a>am/pm|a/p)
  | (?P<exponent>e[+-])
  | (?P<digit>[0\#?])
  | (?P<point>\.)
  | (?P<comma>,)
  | (?P<percent>%)
  | (?P<slash>/)
  | (?P<at>@)
  | (?P<y>y+|e+)
  | (?P<m>m+)
  | (?P<d>d+)
  | (?P<h>h+)
  | (?P<s>s+)
  | (?P<literal>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_DATE, _TIME = frozenset("yd"), frozenset("hsaif")


@lru_cache(maxsize=512)
def sections(code: str) -> tuple[FormatSection, ...]:
    """The sections of a format, in their order; none when it is no format."""
    if not code or len(code) > LONGEST:
        return ()
    return tuple(map(_section, _divided(code)))[:4]


def _divided(code: str) -> list[list[re.Match[str]]]:
    found: list[list[re.Match[str]]] = [[]]
    for token in _TOKEN.finditer(code):
        if token["literal"] == ";":
            found.append([])
        else:
            found[-1].append(token)
    return found


def _section(tokens: list[re.Match[str]]) -> FormatSection:
    parts = []
    condition, language = None, 0
    for token in tokens:
        if token["operator"]:
            condition = token["operator"], float(token["bound"].replace(",", "."))
        if token["locale"]:
            language = int(token["locale"][-4:], 16)
        parts.append(_part(token))
    told = tuple(part for part in parts if part.sort != "text" or part.text)
    kind = _kind(frozenset(part.sort for part in told))
    if kind in (FormatKind.DATE, FormatKind.TIME, FormatKind.ELAPSED):
        told = _moment_parts(told)
        kind = _kind(frozenset(part.sort for part in told))
    return FormatSection(told, kind, condition, language)


def _part(token: re.Match[str]) -> FormatPiece:
    sort = token.lastgroup or "text"
    match sort:
        case "quoted" | "escaped" | "literal" | "symbol":
            return FormatPiece("text", token[sort])
        case "space":
            return FormatPiece("text", " ")
        case "locale":
            return FormatPiece("text", token["symbol"])
        case "fill" | "bound" | "text":
            return FormatPiece("text", "")
    return FormatPiece(sort, token[sort].lower())


def _kind(sorts: frozenset[str]) -> FormatKind:
    if "elapsed" in sorts:
        return FormatKind.ELAPSED
    if not sorts.isdisjoint(_DATE):
        return FormatKind.DATE
    if not sorts.isdisjoint(_TIME):
        return FormatKind.TIME
    if "m" in sorts:
        return FormatKind.DATE
    if "general" in sorts:
        return FormatKind.GENERAL
    if "at" in sorts:
        return FormatKind.TEXT
    return FormatKind.NUMBER


def _moment_parts(parts: tuple[FormatPiece, ...]) -> tuple[FormatPiece, ...]:
    """The parts with minutes told from months, fractions of seconds joined, signs as texts."""
    found: list[FormatPiece] = []
    index = 0
    while index < len(parts):
        part = parts[index]
        index += 1
        if part.sort == "point" and index < len(parts) and parts[index].text == "0":
            zeros = 0
            while index < len(parts) and parts[index].text == "0":
                zeros, index = zeros + 1, index + 1
            part = FormatPiece("f", "0" * zeros)
        elif part.sort == "m" and len(part.text) <= 2 and _is_minutes(found, parts[index:]):
            part = FormatPiece("i", part.text)
        elif part.sort in ("point", "comma", "slash", "percent", "digit"):
            part = FormatPiece("text", part.text)
        found.append(part)
    return tuple(found)


def _is_minutes(before: list[FormatPiece], after: tuple[FormatPiece, ...]) -> bool:
    """Whether an "m" stands behind hours or before seconds."""
    last = next((part for part in reversed(before) if part.sort in "ymidhs"), None)
    elapsed = next((part for part in reversed(before) if part.sort == "elapsed"), None)
    following = next((part for part in after if part.sort in "ymdhs"), None)
    return (
        (last is not None and last.sort in "hs")
        or (last is None and elapsed is not None)
        or (following is not None and following.sort == "s")
    )
