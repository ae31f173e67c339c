"""Typed text made plain: as it may be printed, as parsers know it, as it is compared."""

import re
import unicodedata
from functools import lru_cache

REMEMBERED, SHORT = 4_096, 400
"""So many texts are remembered in their plain form; texts no longer than this."""
NORMALISED = 1_000
"""Characters that are normalised: NFKC makes eighteen of one (U+FDFA)."""
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS = re.compile(r"[^\S\n]+")
_FRACTION = re.compile("[\u00bc-\u00be\u2150-\u215e\u2189]")
_STRAIGHT = str.maketrans(
    dict.fromkeys("‘’‚‛′´`ʼ", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | {"⁄": "/", "∕": "/"}
)
_FILLERS = frozenset("-._,; ")
_CROSSES = frozenset("x/ ")
_MISSING = frozenset({"n/a", "na", "#n/a", "nihil", "nil", "tidak ada", "(tidak ada)"})
_NO_SIGNS = str.maketrans(dict.fromkeys("-._,;", ""))
"""Signs that say nothing, wherever they stand: “- nihil”, “N.A.”, “n-a”, “nihil;”."""


def clean(text: str) -> str:
    """The text as it may be printed: visible characters, single blanks, plain line breaks.

    Dashes, quotes and line breaks stay as typed; more than one empty line in a row becomes one.
    """
    lines = _LINE_ENDS.sub("\n", _INVISIBLE.sub("", text)).split("\n")
    joined = "\n".join(_BLANKS.sub(" ", line).strip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip()


def straighten(text: str) -> str:
    """The text on one line in the plain characters that parsers know; letter case is kept.

    NFKC, straight quotes, hyphens for dashes, single blanks. "½" becomes "1/2" before NFKC would
    glue it to a digit in front ("1½" is one and a half, not 11/2). What is longer than any value
    is normalised at its start only. Remembered, since one cell is asked for over and over and
    every form has the same texts.
    """
    return _remembered(text) if len(text) <= SHORT else _straightened(text)


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str) -> str:
    return _straightened(text)


def _straightened(text: str) -> str:
    spelt = _FRACTION.sub(_spell_fraction, _INVISIBLE.sub("", text)).translate(_STRAIGHT)
    normal = unicodedata.normalize("NFKC", spelt[:NORMALISED]) + spelt[NORMALISED:]
    return " ".join(normal.translate(_STRAIGHT).split())


def straighten_within(text: str, longest: int) -> str | None:
    """The text straightened; None when it is longer than that, as typed or as straightened.

    NFKC makes eighteen letters of one (U+FDFA), so both lengths are looked at.
    """
    if len(text) > longest:
        return None
    straight = straighten(text)
    return straight if len(straight) <= longest else None


def _spell_fraction(found: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', found.group())}"


def fold(text: str) -> str:
    """The form in which texts are compared: straightened, lower case, no ":" or "." at the end."""
    return _folded(text) if len(text) <= SHORT else _fold(text)


@lru_cache(maxsize=REMEMBERED)
def _folded(text: str) -> str:
    return _fold(text)


def _fold(text: str) -> str:
    return straighten(text).casefold().rstrip(" :.")


def is_missing(text: str) -> bool:
    """Whether it says nothing: empty, dashes, dots, "xxx", "N/A", "nihil", "tidak ada"."""
    plain = straighten(text).lower()
    if _FILLERS.issuperset(plain):
        return True
    bare = " ".join(plain.translate(_NO_SIGNS).split())
    return bare in _MISSING or ("xxx" in bare and _CROSSES.issuperset(bare))
