"""Where the fields of workbooks stand, and what was typed, as they are kept of thousands.

What was typed is packed: only who fills or marks a workbook asks for it, and that is done
elsewhere. It was a third of what a run held of a file.
"""

import json
import zlib
from collections.abc import ItemsView, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any, TypeVar

from sopbatch.model import CellRef, Place, Reading
from sopbatch.model.once import parts_of, value_of
from sopbatch.model.remembered import remembered
from sopbatch.workers import read_only

T = TypeVar("T")
R = TypeVar("R", bound=Reading)
SHAPES = 1 << 10
"""Rows of places or cells that are known at a time; hostile workbooks have any number."""


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
        """Both rows side by side; to look for each place again would take far longer."""
        return _Pairs(self)

    def pairs(self) -> Iterator[tuple[Place, T]]:
        """What `items` goes through."""
        return zip(self._places, self._row(), strict=True)

    def _row(self) -> tuple[T, ...]:
        return self._values


class _Pairs(ItemsView[Place, T]):
    _mapping: Lean[T]

    def __iter__(self) -> Iterator[tuple[Place, T]]:
        return self._mapping.pairs()


class Packed(Lean[str]):
    """The same of texts that nobody shares."""

    __slots__ = ("_packed",)

    def __init__(self, places: tuple[Place, ...], packed: bytes) -> None:
        super().__init__(places, ())
        self._packed = packed

    def _row(self) -> tuple[str, ...]:
        return tuple(json.loads(zlib.decompress(self._packed)))


def packed(texts: Iterable[str]) -> bytes:
    """The texts as `Packed` holds them."""
    return zlib.compress(_told(tuple(texts)), 1)


Rows = tuple[bytes, bytes, bytes, bytes]
"""A reading's places with cells, these cells, its places with texts, these texts `packed`."""


def rows_of(reading: Reading) -> Rows:
    """Both mappings of a reading as bytes, the same for all that are alike."""
    place, cell = parts_of(Place), parts_of(CellRef)
    return (
        _told([*map(place, reading.cells)]),
        _told([*map(cell, reading.cells.values())]),
        _told([*map(place, reading.values)]),
        packed(reading.values.values()),
    )


def mappings_of(rows: Rows) -> tuple[Lean[CellRef], Lean[str]]:
    """Cells and texts of a reading, lean."""
    places, cells, filled, texts = rows
    return Lean(_places(places), _cells(cells)), Packed(_places(filled), texts)


def often_asked(reading: R) -> R:
    """The same reading with mappings that are quick to ask and take more memory."""
    cells, values = (read_only(dict(one.items())) for one in (reading.cells, reading.values))
    return replace(reading, cells=cells, values=values)


# NOTE: nearly all workbooks are filled forms of few shapes, which are looked into once each.
@lru_cache(SHAPES)
def _places(told: bytes) -> tuple[Place, ...]:
    return tuple(value_of(Place, *one) for one in json.loads(told))


@lru_cache(SHAPES)
def _cells(told: bytes) -> tuple[CellRef, ...]:
    return tuple(value_of(CellRef, *one) for one in json.loads(told))


def _told(values: Sequence[object]) -> bytes:
    return json.dumps(values, separators=(",", ":")).encode()
