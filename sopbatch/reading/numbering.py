"""Numbers typed before the items of a list: do they count 1, 2, 3 …?"""

import re
from collections.abc import Iterable

_NUMBER = re.compile(r"\s*\(?(\d{1,2})[.),](?!\d)")


def broken_numbering(cells: Iterable[str]) -> str:
    """The numbers of a list's lines in words ("1, 2, 2, 3"); "" when they count or are too few."""
    lines = [line for cell in cells for line in cell.splitlines() if line.strip()]
    numbers = [int(found[1]) for line in lines if (found := _NUMBER.match(line))]
    if len(numbers) < 2 or numbers == list(range(1, len(numbers) + 1)):
        return ""
    return ", ".join(map(str, numbers))
