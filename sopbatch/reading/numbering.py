"""Numbers typed before the items of a list: do they count 1, 2, 3 …?"""

import re
from collections.abc import Iterable, Sequence

from sopbatch.text.lead_ins import lead_ins

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.),](?!\d)")


def broken_numbering(cells: Iterable[str]) -> str:
    """The numbers of a list's lines in words ("1, 2, 2, 3"); "" when they count or are too few.

    They count as well where some lines have no number and the others have that of their place: a
    value that was offered and pasted has none. Below a line that leads in (“Peralatan:”) they may
    begin anew.
    """
    lines = [line for cell in cells for line in cell.splitlines() if line.strip()]
    groups: list[list[str]] = [[]]
    for line, leads_in in zip(lines, lead_ins(lines), strict=True):
        if leads_in:
            groups.append([])
        else:
            groups[-1].append(line)
    return _broken(lines) if any(map(_broken, groups)) else ""


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
