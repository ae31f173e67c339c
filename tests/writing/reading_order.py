"""Whether a page is read aloud in the order in which it is meant."""

from collections.abc import Iterable


def assert_in_order(told: str, words: Iterable[str]) -> None:
    """Each of the words stands behind the one before."""
    place = 0
    for one in words:
        at = told.find(one, place)
        assert at >= 0, f"“{one}” is not behind “{told[max(place - 40, 0) : place]}”"
        place = at + len(one)
