"""Values that a person would write: texts drawn by weight, each with what it means.

What a draw means is put together with its text, never worked out by the program.
"""

from collections.abc import Callable
from random import Random

Meant = tuple[str, object]
"""A text as typed, and what a person takes it for."""
Draw = Callable[[Random], Meant]
Weighted = tuple[tuple[float, Draw], ...]
"""Forms with how often they stand in real SOPs."""


def one(random: Random, forms: str) -> str:
    """One of the forms, which stand between strokes."""
    return random.choice(forms.split("|"))


def of(random: Random, forms: dict[str, float]) -> str:
    """One of the forms by weight."""
    return random.choices(list(forms), list(forms.values()))[0]


def cased(random: Random, text: str) -> str:
    """The text in one of the letter cases that people type."""
    return random.choices((text, text.upper(), text.title(), text.lower()), (8, 1, 1, 1))[0]


def drawn(random: Random, kinds: Weighted) -> Meant:
    """A value of one of the kinds by weight."""
    draws = [draw for _, draw in kinds]
    return random.choices(draws, [weight for weight, _ in kinds])[0](random)
