"""How alike two texts are in letters and words, 0 to 100; the door to RapidFuzz."""

from collections.abc import Iterable

from rapidfuzz import fuzz, process
from rapidfuzz.distance import OSA


def slips(word: str, other: str, most: int) -> int:
    """Letters more, less, other or exchanged between two words; `most` + 1 when there are more."""
    return OSA.distance(word, other, score_cutoff=most)


def alike(left: str, right: str, least: float = 0) -> float:
    """How alike two texts are as they stand; 0 below `least`."""
    return fuzz.ratio(left, right, score_cutoff=least)


def alike_in_any_order(left: str, right: str, least: float = 0) -> float:
    """How alike two texts are by their words in whatever order; 0 below `least`."""
    return fuzz.token_sort_ratio(left, right, score_cutoff=least)


def alike_in_shared_words(left: str, right: str) -> float:
    """As alike as the words that both have; 100 when one has all words of the other."""
    return fuzz.token_set_ratio(left, right)


def most_alike(text: str, others: Iterable[str], least: float) -> str | None:
    """The text most alike; None below `least`."""
    found = process.extractOne(text, tuple(others), scorer=fuzz.ratio, score_cutoff=least)
    return found[0] if found else None


def some_alike(text: str, others: Iterable[str], least: float, limit: int) -> tuple[str, ...]:
    """Texts that are alike by their words in whatever order, the most alike first."""
    found = process.extract(
        text, tuple(others), scorer=fuzz.token_sort_ratio, score_cutoff=least, limit=limit
    )
    return tuple(other for other, _, _ in found)
