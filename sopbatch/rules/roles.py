"""Texts that name executors: abbreviations written out, roles at the start of a text."""

import re

from sopbatch.rules.data.positions import ABBREVIATIONS
from sopbatch.rules.data.roles import PEOPLE_WORDS, ROLE_WORDS
from sopbatch.rules.wording import words

_FULL = dict(ABBREVIATIONS)
_SHORT_ROLE = re.compile(r"[A-Z]{2,6}")


def full_role(text: str) -> str:
    """A text for comparison by roles: folded words, "Ka.Subbag" and "Kasubag" written out."""
    spelt = " ".join(_FULL.get(word, word) for word in words(text))
    return re.sub(r"\bsub (bagian|bidang|seksi)\b", r"sub\1", spelt)


def names_role(text: str) -> bool:
    """Whether the text begins with a word for a position or a party ("Kepala …", "PPK")."""
    first = next(iter(text.split()), "").strip(".,:;()")
    return bool(_SHORT_ROLE.fullmatch(first)) or next(iter(words(text)), "") in ROLE_WORDS


def begins_with_doer(text: str) -> bool:
    """Whether a step's text begins with a position or a party instead of a verb."""
    return next(iter(words(text)), "") in PEOPLE_WORDS


def begins_with(text: str, role: str) -> bool:
    """Whether a text written out begins with this role written out, as whole words."""
    return bool(role) and f"{text} ".startswith(f"{role} ")
