"""Numbers typed before the items of a list: do they count 1, 2, 3 …?"""

import re
from collections.abc import Iterable, Sequence

from sopbatch.reading.values.lists import by_numbers
from sopbatch.text.lead_ins import lead_ins

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.),](?!\d)")
_LETTER = re.compile(r"\s*\(?(?:[A-Z]|[IVX]{2,4})[.)]\s*[^\W\d_]{2}")
"""Of a heading of two lists: “A. Alat”, “II. Bahan”."""
_FIRST = re.compile(r"\s*\(?0?(?:1\s?[.),](?!\d)|a\s?[.)])", re.IGNORECASE)


def broken_numbering(cells: Iterable[str]) -> str:
    """The numbers of a list's lines in words ("1, 2, 2, 3"); "" when they count or are too few.

    They count as well where some lines have no number and the others have that of their place: a
    value that was offered and pasted has none. Below a line that leads in (“Peralatan:”), or one
    with a capital letter (“A. Alat”), they may begin anew.
    """
    lines = _lines(cells)
    lists = (part for group in _groups(lines) for part in _below_letters(group))
    return _broken(lines) if any(map(_broken, lists)) else ""


def begins_anew(cells: Iterable[str]) -> bool:
    """Whether a list is numbered from the first on again below each line that leads in."""
    firsts = [_FIRST.match(group[0]) for group in _groups(_lines(cells)) if group]
    return len(firsts) > 1 and all(firsts)


def _lines(cells: Iterable[str]) -> list[str]:
    return [
        line for cell in cells for line in by_numbers(cell) or cell.splitlines() if line.strip()
    ]


def _groups(lines: Sequence[str]) -> list[list[str]]:
    """The lines between those that lead in."""
    groups: list[list[str]] = [[]]
    for line, leads_in in zip(lines, lead_ins(lines), strict=True):
        if leads_in:
            groups.append([])
        else:
            groups[-1].append(line)
    return groups


def _below_letters(lines: Sequence[str]) -> list[list[str]]:
    """The lists below the headings with a capital letter; the lines as they are without any."""
    parts: list[list[str]] = [[]]
    for at, line in enumerate(lines, start=1):
        if _LETTER.match(line) and _FIRST.match("".join(lines[at : at + 1])):
            parts.append([])
        else:
            parts[-1].append(line)
    return parts


def _broken(lines: Sequence[str]) -> str:
    numbered = {
        place: int(found[1])
        for place, line in enumerate(lines, start=1)
        if (found := _NUMBER.match(line))
    }
    numbers = list(numbered.values())
    in_place = all(place == number for place, number in numbered.items())
    if len(numbers) < 2 or in_place or numbers == list(range(1, len(numbers) + 1)):
        return ""
    return ", ".join(map(str, numbers))
