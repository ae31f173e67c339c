"""A record is made of a filled sheet or row: each of its fields is read by its type."""

from collections.abc import Callable, Mapping
from dataclasses import fields
from functools import cache
from typing import TypeVar, get_type_hints

from sopbatch.model import DateValue, LegalCitation, Nip
from sopbatch.reading.forms.filled import FilledRow, FilledSheet

Made = TypeVar("Made")
READ: Mapping[object, str] = {
    str: "text",
    int | None: "number",
    bool | None: "says_yes",
    DateValue: "date",
    Nip: "nip",
    tuple[str, ...]: "items",
    tuple[LegalCitation, ...]: "citations",
}
"""Type of a field of a record to what reads it of a sheet or a row."""


def record_of(made: Callable[..., Made], told: FilledSheet | FilledRow, **given: object) -> Made:
    """A record whose fields have the keys of the form; `given` are those that need more."""
    values = {key: getattr(told, how)(key) for key, how in read_by_type(made) if key not in given}
    return made(**values, **given)


@cache
def read_by_type(made: Callable[..., object]) -> tuple[tuple[str, str], ...]:
    """Name of each field of a record that its type tells how to read, and what reads it."""
    hints = get_type_hints(made)
    named = (one.name for one in fields(made))  # type: ignore[arg-type]
    return tuple((name, READ[hints[name]]) for name in named if hints[name] in READ)
