"""Texts that name executors: roles at the start of a text."""

import re

from sopbatch.rules.data.roles import PEOPLE_WORDS, ROLE_WORDS
from sopbatch.text.names import spelt, without_brackets, words

SPLIT_LANE = re.compile(r"\s*/\s*|\s+(?:dan/atau|dan|atau|serta)\s+|\s*[&;]\s*")
_SHORT_ROLE = re.compile(r"[A-Z]{2,6}")


TEAMS = frozenset(
    ("tim", "bagian", "bidang", "seksi", "subbagian", "kelompok", "pokja", "unit", "biro", "dinas")
)
"""First words of names in which “dan” joins matters, not executors."""


def names_several(text: str) -> bool:
    """Whether the text joins executors (“PPK/Kasubbag”).

    What stands in brackets qualifies, “Tim Diseminasi dan PST” is one team, and of “PA/KPA” one
    acts for the other.
    """
    pieces = [piece for piece in SPLIT_LANE.split(without_brackets(text)) if piece]
    if len(pieces) < 2 or not all(map(names_role, pieces)):
        return False
    roles = [spelt(piece) for piece in pieces]
    if any(left != right and left in right for left in roles for right in roles):
        return False
    in_team = next(iter(words(pieces[0])), "") in TEAMS
    return not in_team or any(next(iter(words(one)), "") in ROLE_WORDS for one in pieces[1:])


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
