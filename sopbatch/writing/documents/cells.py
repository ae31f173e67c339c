"""Tables as tags: heads that say what they head, and cells that name their heads."""

from dataclasses import dataclass
from itertools import count
from typing import Literal

from sopbatch.writing.pdf import Tag
from sopbatch.writing.pdf.tags import identified, table_entry

_NUMBERS = "{}-{}"


@dataclass(frozen=True, slots=True)
class Head:
    """The tag of a head, and the name by which cells know it."""

    tag: Tag
    name: str


class TableTags:
    """A table of a document; names of its heads are its own within the document."""

    def __init__(self, parent: Tag, number: int) -> None:
        self.tag = parent.add("Table")
        self._number = number
        self._heads = count(1)

    def head(
        self, row: Tag, scope: Literal["Row", "Column"], *, columns: int = 1, rows: int = 1
    ) -> Head:
        """A head of a row or of columns."""
        name = _NUMBERS.format(self._number, next(self._heads))
        told = table_entry(scope=scope, columns=columns, rows=rows)
        return Head(row.add("TH", identified(name) + told), name)

    def cell(self, row: Tag, *heads: str, columns: int = 1) -> Tag:
        """A cell below or beside heads of these names."""
        return row.add("TD", table_entry(heads=heads, columns=columns))
