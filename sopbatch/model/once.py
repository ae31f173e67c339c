"""Small values come back from other processes as one object each, however many workbooks say so."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache, lru_cache
from operator import attrgetter
from typing import Any

MOST = 1 << 14
"""Values of a kind that are one object each; workbooks have some thousand, hostile ones any number.
"""


class Once:
    """A frozen value that comes back as the one of its value.

    Places and cells were two thirds of what a run kept of a workbook, then times, symbols and ways
    of its steps a third of the rest.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Made by what knows the others."""
        kind: Any = type(self)
        return value_of, (kind, *_parts(kind)(self))


def value_of(kind: type, *parts: object) -> object:
    """The value of a kind that has these parts, in the order of their declaration."""
    return _known(kind)(*parts)


@cache
def _known(kind: Any) -> Callable[..., object]:  # noqa: ANN401 - any of the dataclasses
    names = _names(kind)

    # Numbers that are equal may be of other types.
    @lru_cache(MOST, typed=True)
    def made(*parts: object) -> object:
        return kind(**dict(zip(names, parts, strict=True)))

    return made


@cache
def _parts(kind: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401 - as above
    return attrgetter(*_names(kind))


def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    return tuple(one.name for one in fields(kind))
