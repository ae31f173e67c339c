"""Finding a label on a sheet: as declared, by a known variant, or one that is nearly spelt so."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from sopbatch.model import Sheet
from sopbatch.reading.values.text import as_text, fold
from sopbatch.schema.fields import Field

LABEL_LENGTH = 60
"""Longer texts are values, not labels."""
NEAR_ENOUGH = 88.0
"""Score (0 to 100) from which a misspelt label is taken for the declared one."""
SHORTEST_NEAR = 6
"""Shorter labels ("NIP", "No") must be spelt right: too many words are near them."""


@dataclass(frozen=True, slots=True)
class FoundLabel:
    """A label on a sheet, 1-based."""

    field: Field
    row: int
    column: int
    text: str
    near: bool
    """Misspelt, and taken for the nearest one."""

    @property
    def renamed(self) -> bool:
        """Written otherwise than the template does."""
        return fold(self.text) != fold(self.field.label)


def label_index(fields: Iterable[Field]) -> Mapping[str, Field]:
    """Folded label or variant to its field; a label wins over another field's variant."""
    fields = tuple(fields)
    index = {fold(variant): field for field in fields for variant in field.variants}
    return {**index, **{fold(field.label): field for field in fields}}


def find_labels(
    sheet: Sheet, index: Mapping[str, Field], rows: range | None = None
) -> Iterator[FoundLabel]:
    """Labels on the sheet from top left to bottom right; exact ones and near ones."""
    long_names = tuple(name for name in index if len(name) >= SHORTEST_NEAR)
    for (row, column), value in sorted(sheet.cells.items()):
        if not isinstance(value, str) or (rows is not None and row not in rows):
            continue
        text = value if len(value) <= LABEL_LENGTH else ""
        folded = fold(text)
        if not folded:
            continue
        if field := index.get(folded):
            yield FoundLabel(field, row, column, as_text(value), near=False)
        elif len(folded) >= SHORTEST_NEAR:
            best = process.extractOne(
                folded, long_names, scorer=fuzz.ratio, score_cutoff=NEAR_ENOUGH
            )
            if best is not None:
                yield FoundLabel(index[best[0]], row, column, as_text(value), near=True)


def right_of(sheet: Sheet, row: int, column: int) -> int:
    """First column to the right of a cell, or of the merged range it heads."""
    for merge in sheet.merges:
        if (row, column) in merge:
            return merge.right + 1
    return column + 1
