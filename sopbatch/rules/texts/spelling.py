"""The rule about misspelt words (X-14)."""

import re
from collections.abc import Iterator, Mapping

from sopbatch.model import Problem
from sopbatch.rules.basics.free_texts import free_texts
from sopbatch.rules.data.spelling import NON_STANDARD, TYPING_ERRORS
from sopbatch.rules.rule import INFO, WARNING, Case, Rule, rule
from sopbatch.text.shortening import quoted

WORD = re.compile(r"[^\W_]++(?:-[^\W_]++)*+")
ABOUT = "tentang"
"""Misspelt in Dasar Hukum, it is told by a rule of its own."""


@rule(
    "X-14",
    WARNING,
    title="Kata tidak baku",
    sentence="Kata “{salah}” pada “{teks}” salah ketik atau tidak baku.",
    advice="Tulis “{benar}”.",
    reason="Naskah dinas memakai bahasa Indonesia yang baku (KBBI dan EYD Edisi V).",
)
def word_misspelt(case: Case) -> Iterator[Problem]:
    """The first misspelt word of a text; a non-standard one is advice, and free in Dasar Hukum."""
    for place, text in free_texts(case.sop):
        legal = place.key == "legal_basis"
        found = _first(text, TYPING_ERRORS, skip=ABOUT if legal else "")
        milder = not found and not legal
        found = found or (_first(text, NON_STANDARD) if milder else None)
        if found:
            wrong, right = found
            yield Problem(
                place,
                {"salah": wrong, "benar": right, "teks": quoted(text)},
                severity=INFO if milder else None,
                suggestion=spelt_right(text, legal=legal),
            )


def spelt_right(text: str, *, legal: bool) -> str:
    """The text with all its misspelt words set right, and the non-standard ones where told."""
    errors = TYPING_ERRORS if legal else {**NON_STANDARD, **TYPING_ERRORS}

    def right(found: re.Match[str]) -> str:
        typed = found.group()
        known = errors.get(typed.casefold(), "")
        spared = not known or (legal and known == ABOUT) or _is_english_name(text, found)
        return typed if spared else _cased(known, typed)

    return WORD.sub(right, text)


def _first(text: str, errors: Mapping[str, str], skip: str = "") -> tuple[str, str] | None:
    """The first misspelt word as typed and its right spelling in the same letter case."""
    if errors.keys().isdisjoint(WORD.findall(text.casefold())):
        return None
    for found in WORD.finditer(text):
        typed = found.group()
        right = errors.get(typed.casefold(), "")
        if right and right != skip and not _is_english_name(text, found):
            return typed, _cased(right, typed)
    return None


def _is_english_name(text: str, found: re.Match[str]) -> bool:
    """Whether “Team” ends a name in capitals, as in “Event Team”: Indonesian has it in front."""
    before = text[: found.start()].split()
    named = bool(before) and before[-1][:1].isupper() and found.group()[:1].isupper()
    return found.group().casefold() == "team" and named and not text[found.end() :].strip(" .,;)")


def _cased(right: str, typed: str) -> str:
    if typed.isupper() and len(typed) > 1:
        return right.upper()
    return right[:1].upper() + right[1:] if typed[:1].isupper() else right


SPELLING_RULES: tuple[Rule, ...] = (word_misspelt,)
