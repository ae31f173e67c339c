"""A table of data: columns with their meaning and rows, ready for any form."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, Literal, TypeVar

Row = TypeVar("Row")
Cell = str | int | float | bool | date | None
Kind = Literal["teks", "bilangan", "pecahan", "tanggal", "ya/tidak"]
"""pecahan: a share from 0 to 1, or a number with decimals."""


@dataclass(frozen=True, slots=True)
class DataColumn(Generic[Row]):
    """A column: its name for programs, what it means, and where it comes from."""

    name: str
    meaning: str
    kind: Kind
    value: Callable[[Row], Cell]


@dataclass(frozen=True, slots=True)
class DataTable:
    """Rows under columns that a dictionary explains."""

    name: str
    meaning: str
    columns: tuple[tuple[str, str, Kind], ...]
    """Name, meaning, kind."""
    _rows: Callable[[], Iterator[tuple[Cell, ...]]]

    @property
    def rows(self) -> Iterator[tuple[Cell, ...]]:
        """Made as they are asked for: those of 10,000 SOPs are as large as all known of them."""
        return self._rows()


def table(
    name: str, meaning: str, fields: Sequence[DataColumn[Row]], rows: Sequence[Row]
) -> DataTable:
    """The table of some rows."""
    return DataTable(
        name,
        meaning,
        tuple((field.name, field.meaning, field.kind) for field in fields),
        lambda: (tuple(field.value(row) for field in fields) for row in rows),
    )
