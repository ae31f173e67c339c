"""Off-page connectors: where flows leave a page and start again, with letters and page notes.

PermenPAN-RB 35/2012 knows five symbols; the pentagon links symbols on different pages.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sopbatch.layout.turns import Stop, TurnEdge
from sopbatch.model import SymbolKind

PLACEHOLDER_OUT = "ke hal. 00"
PLACEHOLDER_IN = "dari hal. 00, 00"


@dataclass(frozen=True, slots=True)
class Connector:
    """A pentagon on a page."""

    target: Stop
    """Where it leads to."""
    onward: bool
    """The flow goes to a later page: the pentagon points down; else up."""
    leaves: bool
    """The flow leaves the page here; else it comes in."""
    edges: tuple[TurnEdge, ...]

    @property
    def at_foot(self) -> bool:
        """In the strip at the foot of the page; else at its head."""
        return self.onward == self.leaves

    @property
    def key(self) -> tuple[Stop, bool]:
        """What it shares with its twin: the letter belongs to it."""
        return self.target, self.onward

    @property
    def kind(self) -> SymbolKind:
        """Which way it points."""
        return SymbolKind.CONNECTOR_DOWN if self.onward else SymbolKind.CONNECTOR_UP


def connectors_of(edges: Sequence[TurnEdge], first: int, last: int) -> tuple[Connector, ...]:
    """Connectors of a page that holds the steps `first` to `last`; same target, same side: one."""
    found: dict[tuple[Stop, bool, bool], list[TurnEdge]] = {}
    for edge in edges:
        begins_here = first <= edge.source.step <= last
        ends_here = first <= edge.target.step <= last
        if begins_here != ends_here:
            onward = edge.target > edge.source
            found.setdefault((edge.target, onward, begins_here), []).append(edge)
    return tuple(
        Connector(target, onward, leaves, tuple(group))
        for (target, onward, leaves), group in sorted(found.items())
    )


def letter(number: int) -> str:
    """A … Z, AA, AB … for 0, 1, …"""
    text = ""
    number += 1
    while number:
        number, rest = divmod(number - 1, 26)
        text = chr(ord("A") + rest) + text
    return text


def letters_of(pages: Iterable[Sequence[Connector]], first: int) -> dict[tuple[Stop, bool], str]:
    """A letter for each pair of connectors, in reading order, starting with the given number."""
    keys: dict[tuple[Stop, bool], None] = {}
    for connectors in pages:
        for connector in sorted(connectors, key=lambda c: (c.at_foot, c.target)):
            keys.setdefault(connector.key)
    return {key: letter(first + number) for number, key in enumerate(keys)}


def note(connector: Connector, page_of: dict[int, int], first_page: int) -> str:
    """Where the flow goes on or comes from, in pages of the document ("ke hal. 3").

    `page_of` gives the 0-based page of each step.
    """
    if connector.leaves:
        return f"ke hal. {page_of[connector.target.step] + first_page}"
    pages = sorted({page_of[edge.source.step] + first_page for edge in connector.edges})
    if len(pages) > 2:
        unbroken = pages[-1] - pages[0] == len(pages) - 1
        return f"dari hal. {pages[0]}–{pages[-1]}" if unbroken else f"dari hal. {pages[0]} dst."
    return "dari hal. " + ", ".join(str(page) for page in pages)
