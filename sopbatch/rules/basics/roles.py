"""Texts that name executors: roles at the start of a text."""

import re
from collections.abc import Sequence

from sopbatch.rules.data.roles import MATTER_WORDS, PEOPLE_WORDS, ROLE_WORDS
from sopbatch.text.names import spelt, without_brackets, words
from sopbatch.text.roles import role_key

SPLIT_LANE = re.compile(r"\s*/\s*|\s+(?:dan/atau|dan|atau|serta)\s+|\s*[&;]\s*")
_APART = re.compile(r"[/;]")
"""Signs that part executors and never stand within the name of a unit."""
_SHORT_ROLE = re.compile(r"[A-Z]{2,6}")


TEAMS = frozenset(
    ("tim", "bagian", "bidang", "seksi", "subbagian", "kelompok", "pokja", "unit", "biro", "dinas")
)
"""First words of names in which “dan” joins matters, not executors."""


def names_several(text: str) -> bool:
    """Whether the text joins executors (“PPK/Kasubbag”).

    What stands in brackets qualifies, “Ketua Tim Diseminasi dan PST” leads one team, of
    “PA/KPA” one acts for the other, and “Pejabat Pembuat Komitmen/PPK” says one twice.
    """
    pieces = [piece for piece in SPLIT_LANE.split(without_brackets(text)) if piece]
    if len(pieces) < 2 or not all(map(names_role, pieces)):
        return False
    roles = [spelt(piece) for piece in pieces]
    if any(left != right and left in right for left in roles for right in roles):
        return False
    if len(set(map(role_key, pieces))) == 1:
        return False
    return bool(_APART.search(text)) or not _is_one_unit(pieces)


def _is_one_unit(pieces: Sequence[str]) -> bool:
    """Whether “dan” joins matters of one unit, as in “Kepala Bidang Data dan TIK”."""
    unit, *others = map(words, pieces)
    in_unit = len(unit) > 1 or unit[0] in TEAMS
    return in_unit and all(
        other[0] not in ROLE_WORDS or (len(other) == 1 and other[0] in MATTER_WORDS)
        for other in others
    )


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
