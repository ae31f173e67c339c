"""A value of the model in, the same with every text printable out."""

from dataclasses import fields, is_dataclass, replace
from enum import Enum
from typing import TypeVar, cast

from sopbatch.text.printable import printable

T = TypeVar("T")


def cleaned(value: T) -> T:
    """The value with every text within it as it may be printed; texts of lists that are blank go.

    One rule for all fields, so that a field added later is not forgotten.
    """
    return cast("T", _cleaned(value))


def _cleaned(value: object) -> object:
    if isinstance(value, Enum):
        return value
    if isinstance(value, str):
        return printable(value)
    if isinstance(value, tuple):
        return tuple(one for one in map(_cleaned, value) if one != "")
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{f.name: _cleaned(getattr(value, f.name)) for f in fields(value)})
    return value
