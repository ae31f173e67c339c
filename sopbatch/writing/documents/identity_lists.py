"""The lists of Bagian Identitas: texts in, numbered lines and cells out."""

import re
from dataclasses import dataclass

from sopbatch.text.lead_ins import lead_ins
from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.text.printable import printable
from sopbatch.text.wrapping import wrap

NOTHING = "-"
OWN_NUMBER = re.compile(r"\s*(?:\d{1,2}|[a-z])[.)]\s+(?=\S)")
DIGIT_WIDTH = 0.56
"""Width of a digit as a share of the letter size."""
NUMBER_GAP = 1.2
"""Between the number of an item and its text, mm."""


@dataclass(frozen=True, slots=True)
class IdentityLine:
    """One line of a list cell."""

    text: str
    number: int = 0
    """Of the item that begins here; 0 within an item, or when items are not numbered."""
    indent: float = 0.0
    """Room for the numbers of its cell, mm."""
    opens: bool = False
    """An item begins here."""


@dataclass(frozen=True, slots=True)
class ListEntry:
    """An entry of a list cell, or what of it stands on this page."""

    number: int
    """0 when it has none, or goes on from the page before."""
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Panel:
    """A heading and the list below it."""

    heading: str
    indent: float
    items: tuple[ListEntry, ...]

    @property
    def numbered(self) -> bool:
        """Whether its items carry numbers."""
        return self.indent > 0


def list_lines(
    texts: tuple[str, ...], width: float, size: float, *, anew: bool
) -> tuple[IdentityLine, ...]:
    """Lines of a list at `size` pt in `width` mm; numbered when it has more than one entry.

    A line that leads in to those below it (“… akan berdampak:”) has no number; below it numbers
    go on, or begin `anew`.
    """
    entries = _without_own_numbers(tuple(filter(None, map(printable, texts)))) or (NOTHING,)
    if len(entries) == 1:
        return _item_lines(0, 0.0, wrap(entries[0], width, size))
    longest = len(f"{len(entries)}.")
    indent = round(longest * DIGIT_WIDTH * size * MM_PER_POINT + NUMBER_GAP, 2)
    lines: list[IdentityLine] = []
    number = 0
    for entry, leads_in in zip(entries, lead_ins(entries), strict=True):
        number = 0 if leads_in and anew else number + (not leads_in)
        lines += _item_lines(0 if leads_in else number, indent, wrap(entry, width - indent, size))
    return tuple(lines)


def panel(heading: str, lines: tuple[IdentityLine, ...]) -> Panel:
    """The cell of these lines; a first line within an item goes on from the page before."""
    items: list[ListEntry] = []
    for line in lines:
        if line.opens or not items:
            items.append(ListEntry(line.number, (line.text,)))
        else:
            items[-1] = ListEntry(items[-1].number, (*items[-1].lines, line.text))
    return Panel(heading, lines[0].indent if lines else 0.0, tuple(items))


def _item_lines(number: int, indent: float, lines: tuple[str, ...]) -> tuple[IdentityLine, ...]:
    first, *rest = lines
    return (
        IdentityLine(first, number, indent, opens=True),
        *(IdentityLine(text, indent=indent) for text in rest),
    )


def _without_own_numbers(entries: tuple[str, ...]) -> tuple[str, ...]:
    """Entries without the numbers their writers typed, when every entry has one."""
    told = [entry for entry, leads in zip(entries, lead_ins(entries), strict=True) if not leads]
    if len(entries) < 2 or not told or not all(map(OWN_NUMBER.match, told)):
        return entries
    return tuple(OWN_NUMBER.sub("", entry, count=1) for entry in entries)
