"""Small values come back from other processes as one object each, however many workbooks say so."""

from collections.abc import Callable
from dataclasses import fields
from functools import cache, lru_cache
from operator import attrgetter
from sys import intern
from typing import Any, TypeVar

T = TypeVar("T")
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
        return value_of, (kind, *parts_of(kind)(self))


class Alike:
    """A frozen value that is seldom the same twice, but says what others say.

    Its texts come back as one object each: sentences of findings, names of offices, what steps
    take and give. They are two thirds of the texts that a run keeps.
    """

    __slots__ = ()

    def __reduce__(self) -> tuple[Any, ...]:
        """Made with the texts of the others."""
        kind: Any = type(self)
        return alike_of, (kind, *parts_of(kind)(self))


def alike_of(kind: type, *parts: object) -> object:
    """The value of a kind that has these parts, in the order of their declaration."""
    return kind(**dict(zip(_names(kind), map(_shared, parts), strict=True)))


def _shared(part: object) -> object:
    if type(part) is str:
        return intern(part)
    if type(part) is tuple:
        return tuple(intern(one) if type(one) is str else one for one in part)
    return _set(part) if type(part) is frozenset else part


@lru_cache(MOST)
def _set(part: frozenset[object]) -> frozenset[object]:
    return part


def value_of(kind: type[T], *parts: object) -> T:
    """The value of a kind that has these parts, in the order of their declaration."""
    known: Any = kind
    made: T = _known(known)(*parts)
    return made


@cache
def _known(kind: Any) -> Callable[..., Any]:  # noqa: ANN401 - any of the dataclasses
    names = _names(kind)

    # Numbers that are equal may be of other types.
    @lru_cache(MOST, typed=True)
    def made(*parts: object) -> object:
        return kind(**dict(zip(names, parts, strict=True)))

    return made


@cache
def parts_of(kind: Any) -> Callable[[object], tuple[object, ...]]:  # noqa: ANN401 - as above
    """What gives the parts of such a value, in the order of their declaration.

    `dataclasses.astuple` looks into each part, which takes many times as long.
    """
    return attrgetter(*_names(kind))


@cache
def _names(kind: Any) -> tuple[str, ...]:  # noqa: ANN401 - as above
    return tuple(one.name for one in fields(kind))
