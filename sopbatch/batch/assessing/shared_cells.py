"""Which fields workbooks have, and where these stand, is kept once for all that are alike in it.

What was typed into them is packed: only who fills or marks a workbook asks for it, and that is done
elsewhere. It was a third of what a run held of a file.
"""

import json
import zlib
from collections.abc import ItemsView, Iterator, Mapping
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
        return self._row()[_at(self._places)[place]]

    def __contains__(self, place: object) -> bool:
        return place in _at(self._places)

    def __iter__(self) -> Iterator[Place]:
        return iter(self._places)

    def __len__(self) -> int:
        return len(self._places)

    def __repr__(self) -> str:
        return f"Lean({dict(self.items())!r})"

    def __reduce__(self) -> tuple[Any, ...]:
        """What needs it elsewhere asks it often."""
        return read_only, (dict(self.items()),)

    def items(self) -> ItemsView[Place, T]:
        """Both rows side by side."""
        return dict(zip(self._places, self._row(), strict=True)).items()

    def _row(self) -> tuple[T, ...]:
        return self._values


class Packed(Lean[str]):
    """The same of texts that nobody shares."""

    __slots__ = ("_packed",)

    def __init__(self, places: tuple[Place, ...], texts: tuple[str, ...]) -> None:
        super().__init__(places, ())
        self._packed = zlib.compress(json.dumps(texts).encode(), 1)

    def _row(self) -> tuple[str, ...]:
        return tuple(json.loads(zlib.decompress(self._packed)))


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
            cells, texts = self._lean(read.cells), self._packed(read.values)
            return replace(review, submission=replace(read, cells=cells, values=texts))
        if form is not None:
            cells, texts = self._lean(form.cells), self._packed(form.values)
            return replace(review, form=replace(form, cells=cells, values=texts))
        return review

    def _lean(self, values: Mapping[Place, T]) -> Mapping[Place, T]:
        return Lean(self._once(tuple(values)), self._once(tuple(values.values())))

    def _packed(self, values: Mapping[Place, str]) -> Mapping[Place, str]:
        return Packed(self._once(tuple(values)), tuple(values.values()))

    def _once(self, row: tuple[T, ...]) -> tuple[T, ...]:
        # Equal places and cells are one object already, so this need not look into them.
        return self._known.setdefault(tuple(map(id, row)), row)
