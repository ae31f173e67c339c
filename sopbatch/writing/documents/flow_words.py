"""Words within the flow: branch names, letters and notes; and the flow told in words."""

from dataclasses import dataclass

from sopbatch.model import Box, Flowchart, FlowPage, FlowSymbol, SymbolKind
from sopbatch.model.flowchart import CONNECTOR_NECK
from sopbatch.text.measuring import MM_PER_POINT
from sopbatch.text.printable import printable
from sopbatch.writing.documents.measures import leading

LETTER_SIZE = 7.5
"""Letters of a connector, pt."""
SMALLEST = 6.5
"""Letters of a connector never get smaller, pt."""
LETTER_WIDTH = 0.75
"""Width of a bold capital as a share of its size."""


@dataclass(frozen=True, slots=True)
class PlacedWords:
    """Lines centred in a box (mm), at a size in pt."""

    lines: tuple[str, ...]
    box: Box
    size: float
    line_height: float
    bold: bool = False

    @property
    def top(self) -> float:
        """Of the first line, mm."""
        return self.box.y + (self.box.height - len(self.lines) * self.line_height) / 2


def flow_words(chart: Flowchart, page: FlowPage) -> tuple[PlacedWords, ...]:
    """All words of a page that stand in the lanes."""
    labels = (
        PlacedWords(
            tuple(map(printable, label.lines or (label.text,))),
            label.box,
            chart.label_size,
            label.box.height / max(1, len(label.lines)),
        )
        for label in page.labels
    )
    letters = (_letter(symbol) for symbol in page.symbols if symbol.letter)
    notes = (
        PlacedWords(
            tuple(map(printable, symbol.note_lines or (symbol.note,))),
            symbol.note_box,
            chart.note_size,
            symbol.note_box.height / max(1, len(symbol.note_lines)),
        )
        for symbol in page.symbols
        if symbol.note_box
    )
    return (*labels, *letters, *notes)


def in_words(page: FlowPage) -> str:
    """The page's flow for who cannot see it: "1 ke 2; 2 ke 3 (Ya); 2 ke 1 (Tidak)".

    Ways within a row are left out: its text tells one activity.
    """
    names = {(label.net, label.source): printable(label.text) for label in page.labels}
    ways: dict[tuple[int, int], str] = {}
    for arrow in page.arrows:
        if arrow.source == arrow.target:
            continue
        name = names.get((arrow.net, arrow.source), "")
        way = (arrow.source, arrow.target)
        ways[way] = ways.get(way) or name
    told = (
        f"{source} ke {target} ({name})" if name else f"{source} ke {target}"
        for (source, target), name in sorted(ways.items())
    )
    return f"Alur kegiatan: {'; '.join(told)}." if ways else "Alur kegiatan."


def _letter(symbol: FlowSymbol) -> PlacedWords:
    """The letter in the wide part of its pentagon."""
    box = symbol.box
    body = box.height * (CONNECTOR_NECK + (1 - CONNECTOR_NECK) / 3)
    top = box.y if symbol.kind is SymbolKind.CONNECTOR_DOWN else box.y + box.height - body
    fitting = box.width / (len(symbol.letter) * LETTER_WIDTH * MM_PER_POINT)
    size = max(SMALLEST, min(LETTER_SIZE, fitting))
    return PlacedWords(
        (symbol.letter,), Box(box.x, top, box.width, body), size, leading(size), bold=True
    )
