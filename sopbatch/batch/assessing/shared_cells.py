"""Which fields workbooks have, and where these stand, is kept once for all that are alike in it."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sopbatch.batch.workshop.read_task import ReadAnswer
from sopbatch.model import Place, Review
from sopbatch.model.remembered import remembered
from sopbatch.workers import read_only

T = TypeVar("T")


@remembered
def _at(places: tuple[Place, ...]) -> Mapping[Place, int]:
    return {place: at for at, place in enumerate(places)}


class Lean(Mapping[Place, T]):
    """A mapping that is seldom asked: two rows of values, which others may share."""

    __slots__ = ("_places", "_values")

    def __init__(self, places: tuple[Place, ...], values: tuple[T, ...]) -> None:
        self._places = places
        self._values = values

    def __getitem__(self, place: Place) -> T:
        return self._values[_at(self._places)[place]]

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._values)

    def __repr__(self) -> str:
        return f"Lean({dict(self)!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """What needs it elsewhere asks it often."""
        return read_only, (dict(zip(self._places, self._values, strict=True)),)


class SharedCells:
    """The rows of workbooks met so far; nearly all are filled forms of few shapes."""

    def __init__(self) -> None:
        self._known: dict[tuple[int, ...], tuple[Any, ...]] = {}

    def within(self, answer: ReadAnswer | Review) -> ReadAnswer | Review:
        """As of, of whatever a file was answered by."""
        if isinstance(answer, Review):
            return self.of(answer)
        return replace(answer, review=self.of(answer.review)) if answer.review else answer

    def of(self, review: Review) -> Review:
        """The same review, its mappings lean."""
        read, form = review.submission, review.form
        if read is not None:
            cells, texts = self._lean(read.cells), self._lean(read.values)
            return replace(review, submission=replace(read, cells=cells, values=texts))
        if form is not None:
            cells, texts = self._lean(form.cells), self._lean(form.values)
            return replace(review, form=replace(form, cells=cells, values=texts))
        return review

    def _lean(self, values: Mapping[Place, T]) -> Mapping[Place, T]:
        return Lean(self._once(tuple(values)), self._once(tuple(values.values())))

    def _once(self, row: tuple[T, ...]) -> tuple[T, ...]:
        # Equal places and cells are one object already, so this need not look into them.
        return self._known.setdefault(tuple(map(id, row)), row)
