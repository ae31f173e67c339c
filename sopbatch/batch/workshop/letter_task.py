"""A covering letter, typeset in a worker process."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sopbatch.writing.letters.values import CoverLetter


@dataclass(frozen=True, slots=True)
class LetterTask:
    """Print a covering letter."""

    letter: "CoverLetter"


def print_letter(task: LetterTask) -> bytes:
    """The letter as PDF."""
    from sopbatch.writing.letters.writing import print_cover_letter

    return print_cover_letter(task.letter)
