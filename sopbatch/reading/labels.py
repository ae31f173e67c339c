"""Finding a label on a sheet: as declared, by a known variant, or one that is nearly spelt so."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from sopbatch.model import Sheet
from sopbatch.reading import limits
from sopbatch.reading.shown import seen
from sopbatch.schema.fields import Field
from sopbatch.text.alike import most_alike
from sopbatch.text.straight import clean, fold

LABEL_LENGTH = 60
"""Longer texts are values, not labels."""
NEAR_ENOUGH = 88.0
"""Score (0 to 100) from which a misspelt label is taken for the declared one."""
SHORTEST_NEAR = 6
"""Shorter labels ("NIP", "No") must be spelt right: too many words are near them."""

NUMBER = re.compile(r"^\(?(?:\d{1,2}|[a-n])[.)]\s*")
"""Before a label of a numbered table, folded."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundLabel:
    """A label on a sheet, 1-based."""

    field: Field
    row: int
    column: int
    text: str
    near: bool
    """Misspelt, and taken for the nearest one."""
    value: str = ""
    """What stands behind it in the same cell: "Nama SOP: Pelayanan …"."""

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
    sheet: Sheet,
    index: Mapping[str, Field],
    rows: range | None = None,
    *,
    numbered: bool = False,
) -> Iterator[FoundLabel]:
    """Labels on the sheet from top left to bottom right; exact ones, near ones, with values.

    Where they are `numbered`, "3. Waktu" is the label "Waktu".
    """
    long_names = tuple(name for name in index if len(name) >= SHORTEST_NEAR)

    @cache
    def nearest(folded: str) -> str:
        if len(folded) < SHORTEST_NEAR:
            return ""
        return most_alike(folded, long_names, NEAR_ENOUGH) or ""

    def said(text: str) -> str:
        """A text as labels are compared; "" when it is too long for one."""
        folded = fold(text) if len(text) <= LABEL_LENGTH else ""
        return NUMBER.sub("", folded) if numbered and folded not in index else folded

    for (row, column), value in sorted(sheet.cells.items(), key=lambda cell: cell[0]):
        if not isinstance(value, str) or (rows is not None and row not in rows):
            continue
        whole = said(value)
        if name := whole if whole in index else nearest(whole):
            yield FoundLabel(
                field=index[name], row=row, column=column, text=clean(value), near=name != whole
            )
            continue
        head, colon, rest = value[: limits.READ_TEXT].partition(":")
        if colon and (name := said(head)) in index and clean(rest):
            yield FoundLabel(
                field=index[name],
                row=row,
                column=column,
                text=clean(head),
                near=False,
                value=clean(rest),
            )


def right_of(sheet: Sheet, row: int, column: int) -> int:
    """First column to the right of a cell, or of the merged range it heads."""
    at = (row, column)
    known = sheet.right_ends.get(at)
    if known is None:
        ranges = (merge.right for merge in sheet.merges if at in merge)
        sheet.right_ends[at] = known = next(ranges, column) + 1
    return known


def text_at(sheet: Sheet, row: int, column: int) -> str:
    """The text of a cell in the form in which texts are compared, "" when blank."""
    at = (row, column)
    text = sheet.compared.get(at)
    if text is None:
        if at not in sheet.cells:
            return ""
        sheet.compared[at] = text = fold(seen(sheet, at))
    return text
