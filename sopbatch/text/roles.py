"""The name of a role as typed comes in, the form in which roles are compared goes out.

It is reached in passes that formulas of a form can make as well, so that a form sees what the
check will say: signs become blanks, phrases are written out, then words one by one.
"""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from types import MappingProxyType

from sopbatch.text.abbreviations import ABBREVIATIONS, ROLES
from sopbatch.text.straight import fold

LONGEST = 200
"""Characters; a longer text names no role and is only folded."""
BEGIN, END, BETWEEN = "^", "$", "/"
"""Around each role, and between two in one lane."""
SPOKEN = MappingProxyType({"&": " dan ", BETWEEN: f" {END} {BETWEEN} {BEGIN} "})
"""Signs that mean something."""
UNNAMED_TEAMS = ("tim", "pokja", "satgas", "panitia", "kelompok")
"""Last words of roles of which an SOP may have several alike."""

_ALL = {**ABBREVIATIONS, **ROLES}
SHORT_WORDS: Mapping[str, str] = MappingProxyType(
    {short: full for short, full in _ALL.items() if " " not in short}
)
"""Single words to what they stand for."""


def role_key(text: str) -> str:
    """The role in lower case with its abbreviations written out, for comparison only.

    "Kasubbag. Umum & Kepeg" is "kepala subbagian umum dan kepegawaian". A "/" between two roles
    stays, and each of the two is written out.
    """
    return _key(text) if len(text) <= LONGEST else fold(text)


def is_unnamed_team(text: str) -> bool:
    """Whether a role is called after a team that is not named: “Anggota Tim”."""
    return role_key(text).rpartition(" ")[2] in UNNAMED_TEAMS


@lru_cache(maxsize=1024)
def _key(text: str) -> str:
    said = phrases_written_out(words_apart(text)).split()
    return " ".join(SHORT_WORDS.get(word, word) for word in said)


def words_apart(text: str) -> str:
    """The words between begin and end, spread out; signs that say nothing left out."""
    plain = re.sub(r"[^\w&/]|_", " ", fold(text))
    for sign, said in SPOKEN.items():
        plain = plain.replace(sign, said)
    return spread_out(f"{BEGIN} {plain} {END}")


def phrases_written_out(apart: str) -> str:
    """Words that were spread out, now side by side, once phrases are written out."""
    for phrase, full in SHORT_PHRASES:
        apart = apart.replace(spread_out(phrase), f" {full} ")
    return " ".join(apart.replace(BEGIN, "").replace(END, "").split())


def spread_out(text: str) -> str:
    """Each word between blanks of its own, so that phrases side by side are both found."""
    return "".join(f" {word} " for word in text.split())


def _short_phrases() -> Iterator[tuple[str, str]]:
    """Phrases that their words alone do not write out, the longest first.

    “Ka. Subbag” is done word by word, “Sub Bag” is not.
    """
    phrases = ((short, full) for short, full in _ALL.items() if " " in short)
    kept: dict[str, str] = {}
    for short, full in sorted(phrases, key=lambda pair: pair[0].count(" ")):
        said = spread_out(short)
        for phrase, meant in kept.items():
            said = said.replace(spread_out(phrase), f" {meant} ")
        if " ".join(SHORT_WORDS.get(word, word) for word in said.split()) != full:
            kept[short] = full
    yield from sorted(kept.items(), key=lambda pair: (-pair[0].count(" "), pair))


SHORT_PHRASES = tuple(_short_phrases())
"""What is written out before the single words, in this order."""
