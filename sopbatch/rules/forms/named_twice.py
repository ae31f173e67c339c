"""Titles of a form's table that stand in two rows."""

from collections.abc import Iterable, Iterator

from sopbatch.model import Place, Problem
from sopbatch.rules.rule import FormCase
from sopbatch.text.names import name_key
from sopbatch.text.shortening import quoted


def named_twice(case: FormCase, titles: Iterable[tuple[int, str]]) -> Iterator[Problem]:
    """Each title that stands in a row above as well, with the row of the sheet it stands in first.

    Args:
        case: the form.
        titles: rows of its table, 1-based, with their titles.
    """
    seen: dict[str, int] = {}
    for row, title in titles:
        key = name_key(title)
        if key and key in seen:
            first = case.reading.cell(Place("title", seen[key]))
            line = first.row if first else seen[key]
            yield Problem(Place("title", row), {"judul": quoted(title), "baris": line})
        seen.setdefault(key, row)
