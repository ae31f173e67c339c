"""Where fields stand is kept once for all workbooks in which they stand alike."""

from collections.abc import Mapping
from dataclasses import replace
from itertools import chain

from sopbatch.batch.workshop.read_task import ReadAnswer
from sopbatch.model import CellRef, Place, Review


class SharedCells:
    """The cells of workbooks met so far; nearly all are filled forms of few shapes."""

    def __init__(self) -> None:
        self._known: dict[int, Mapping[Place, CellRef]] = {}

    def within(self, answer: ReadAnswer | Review) -> ReadAnswer | Review:
        """As of, of whatever a file was answered by."""
        if isinstance(answer, Review):
            return self.of(answer)
        return replace(answer, review=self.of(answer.review)) if answer.review else answer

    def of(self, review: Review) -> Review:
        """The same review, its mapping that of the first workbook with equal ones."""
        reading = review.reading
        if reading is None:
            return review
        # Equal places are one object already, so this need not look into them.
        key = hash(tuple(map(id, chain.from_iterable(reading.cells.items()))))
        known = self._known.setdefault(key, reading.cells)
        if known is reading.cells or tuple(known.items()) != tuple(reading.cells.items()):
            return review
        if review.form is not None:
            return replace(review, form=replace(review.form, cells=known))
        if review.submission is not None:
            return replace(review, submission=replace(review.submission, cells=known))
        return review
