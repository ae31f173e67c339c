"""SOPs in, for each the one whose steps are most like its own out."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from sopbatch.model import Sop, Step
from sopbatch.text.alike import alike
from sopbatch.text.likeness import LONGEST_COMPARED
from sopbatch.text.names import name_key, words

SAME_STEPS = 85.0
"""Likeness of all steps in percent that makes two SOPs near doubles."""
LIKE_STEPS, LIKE_TITLES = 60.0, 90.0
"""Likeness of steps and titles that do so together."""
USUAL = 150
"""SOPs that may share the start of a step; one that more share tells nothing."""
FEWEST_STEPS = 3
"""Shorter procedures are alike by chance."""


def nearest_doubles(sops: Sequence[Sop]) -> Mapping[int, tuple[int, int]]:
    """Place of an SOP to the place of its nearest double and their likeness in whole percent.

    Only SOPs are compared that share the beginnings of half their steps, so that thousands take
    seconds. SOPs of exactly the same steps are compared once with all others.
    """
    texts = [tuple(map(_compared, sop.steps)) for sop in sops]
    titles = [name_key(sop.title) for sop in sops]
    kinds: dict[tuple[str, ...], list[int]] = {}
    for place, steps in enumerate(texts):
        if len(steps) >= FEWEST_STEPS and all(steps):
            kinds.setdefault(steps, []).append(place)
    found = {
        place: (next(other for other in places if other != place), 100)
        for places in kinds.values()
        if len(places) > 1
        for place in places
    }
    for left, right in _candidates(list(kinds)):
        first, second = kinds[left][0], kinds[right][0]
        likeness = _likeness(left, right, titles[first], titles[second])
        for places, other in ((kinds[left], second), (kinds[right], first)):
            if likeness and likeness > found.get(places[0], (0, 0))[1]:
                found.update((place, (other, likeness)) for place in places)
    return dict(sorted(found.items()))


def _compared(step: Step) -> str:
    """The beginning of a step; whole texts, were they endless, would take hours to compare."""
    return " ".join(words(step.activity[:LONGEST_COMPARED]))


def _candidates(kinds: list[tuple[str, ...]]) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Pairs of procedures that share the beginnings of at least half the steps of the longer."""
    starts = [frozenset(" ".join(text.split()[:2]) for text in steps) for steps in kinds]
    bearers: dict[str, list[int]] = {}
    for place, told in enumerate(starts):
        shared = Counter(
            other
            for start in told
            if len(bearers.get(start, ())) <= USUAL
            for other in bearers.get(start, ())
        )
        for other, count in sorted(shared.items()):
            if count * 2 >= max(len(told), len(starts[other])):
                yield kinds[other], kinds[place]
        for start in sorted(told):
            bearers.setdefault(start, []).append(place)


def _likeness(left: tuple[str, ...], right: tuple[str, ...], title: str, other: str) -> int:
    """Likeness of the steps in whole percent, below 100; 0 when they are no near doubles."""
    steps = alike("\n".join(left), "\n".join(right), LIKE_STEPS)
    titles = alike(title[:LONGEST_COMPARED], other[:LONGEST_COMPARED])
    same_title = bool(title) and titles >= LIKE_TITLES
    return min(99, int(steps)) if steps >= (LIKE_STEPS if same_title else SAME_STEPS) else 0
