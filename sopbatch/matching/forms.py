"""Which workbook of a kind counts: of all that ever came, the newest that nothing holds back."""

from collections.abc import Callable, Iterator, Sequence
from datetime import datetime

from sopbatch.model import Came, FormStanding, Review

Key = tuple[str, str, str]
"""Code of the kind, of the unit, and what is counted once within it."""


def standings_of(
    forms: Sequence[Review], home: Callable[[str], str] = str
) -> tuple[FormStanding, ...]:
    """What stands after all workbooks, by kind, unit and key.

    `home` gives the code that counts for a code of a unit: its successor's, where it has one.
    """
    by_key: dict[Key, list[Review]] = {}
    for review in forms:
        for key in _keys(review, home):
            by_key.setdefault(key, []).append(review)
    return tuple(_standing(key, by_key[key]) for key in sorted(by_key))


def replaced_forms(forms: Sequence[Review], standings: Sequence[FormStanding]) -> frozenset[str]:
    """sha256 of workbooks in whose place others came for all they tell of."""
    alive = {
        review.received.sha256
        for standing in standings
        for review in (standing.counted, standing.awaiting)
        if review is not None
    }
    return frozenset(
        review.received.sha256 for review in forms if review.received.sha256 not in alive
    )


def _keys(review: Review, home: Callable[[str], str]) -> Iterator[Key]:
    form = review.form
    if form is not None:
        unit = home(form.unit_code.strip()).casefold()
        yield from ((form.kind, unit, key) for key in form.record.keys)


def _standing(key: Key, versions: list[Review]) -> FormStanding:
    ordered = tuple(sorted(versions, key=_age, reverse=True))
    counted = next((one for one in ordered if one.publishable), ordered[0])
    awaiting = ordered[0] if ordered[0] is not counted else None
    code = counted.form.unit_code.strip() if counted.form else key[1]
    return FormStanding(
        kind=key[0],
        unit_code=code,
        key=key[2],
        counted=counted,
        awaiting=awaiting,
        versions=ordered,
    )


def _age(review: Review) -> tuple[Came, Came, bool, datetime, str]:
    """What came later is newer, then what nothing holds back, then what was mailed later.

    Else every run decides alike.
    """
    file = review.received
    return file.came_last, file.came, review.publishable, file.mailed, file.sha256
