"""Texts of letters that the operator may change: where they lie, and what they are called."""

from dataclasses import dataclass

FOLDER = "templat_surat"
"""Beside the register."""
LETTER, SHORT = "surat.txt", "pesan.txt"
REMINDER, SHORT_REMINDER = "pengingat.txt", "pengingat_pesan.txt"
FORMS = "formulir.txt"
SUMMARY = "ringkasan.txt"
NAMES = (LETTER, SHORT, REMINDER, SHORT_REMINDER, FORMS, SUMMARY)


@dataclass(frozen=True, slots=True)
class LetterTexts:
    """What the operator changed; whatever is not named is as the program has it."""

    changed: tuple[tuple[str, str], ...] = ()
    """Name and text."""
    place: str = ""
    """Their folder as it is shown to people."""


PLAIN = LetterTexts()
