"""Which fields workbooks have, and where these stand, is kept once for all that are alike in it."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, TypeVar

from sopbatch.batch.workshop.lean_cells import Lean, Packed, packed
from sopbatch.batch.workshop.read_task import ReadAnswer
from sopbatch.model import Place, Review

T = TypeVar("T")


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
        """The same review, its mappings lean; what was kept of an earlier run is so already."""
        read = review.reading
        if read is None or isinstance(read.cells, Lean):
            return review
        return review.with_read(cells=self._lean(read.cells), values=self._packed(read.values))

    def _lean(self, values: Mapping[Place, T]) -> Mapping[Place, T]:
        return Lean(self._once(tuple(values)), self._once(tuple(values.values())))

    def _packed(self, values: Mapping[Place, str]) -> Mapping[Place, str]:
        return Packed(self._once(tuple(values)), packed(values.values()))

    def _once(self, row: tuple[T, ...]) -> tuple[T, ...]:
        # Equal places and cells are one object already, so this need not look into them.
        return self._known.setdefault(tuple(map(id, row)), row)
