"""Sizes of symbols and clearances, mm; they follow the width of a lane."""

from dataclasses import dataclass

from sopbatch.layout.fonts import MM_PER_POINT, text_width
from sopbatch.layout.wrap import wrap
from sopbatch.model import SymbolKind

SYMBOL_SHARE = 0.58
SYMBOL_MIN, SYMBOL_MAX = 7.0, 15.0
PITCH, PITCH_MIN = 1.8, 1.0
"""Distance of tracks, mm."""
CLEARANCE = 1.3
"""Between a track and a symbol beside it, mm."""
EDGE = 0.9
"""Between a track and the edge of the lanes, mm."""
BELOW, ABOVE = 3.5, 3.5
"""Least air between a symbol and its row's borders, mm."""
BELOW_TRACK, ABOVE_TRACK = 1.6, 3.1
"""Between a symbol and the nearest corridor track; an arrow head must fit above a symbol."""
CONNECTOR = (9.0, 8.0)
STRIP_PADDING = 1.5
LABEL_SIZE, NOTE_SIZE = 7.0, 6.5
LABEL_LINE = 2.7
"""Height of a line of a branch name, mm."""
NOTE_LINE = 2.6
LABEL_MAX = 24.0
"""Longer branch names are wrapped, mm."""


@dataclass(frozen=True, slots=True)
class SymbolSizes:
    """Widths and heights of the symbols in lanes of one width."""

    lane: float

    @property
    def width(self) -> float:
        """Width of box, capsule and diamond."""
        return min(SYMBOL_MAX, max(SYMBOL_MIN, self.lane * SYMBOL_SHARE))

    @property
    def gap(self) -> float:
        """From a symbol's side to the lane border."""
        return (self.lane - self.width) / 2

    def size(self, kind: SymbolKind) -> tuple[float, float]:
        """Width and height of a symbol."""
        part = (self.width - SYMBOL_MIN) / (SYMBOL_MAX - SYMBOL_MIN)
        match kind:
            case "connector_down" | "connector_up":
                return min(CONNECTOR[0], self.width), CONNECTOR[1]
            case "decision":
                return self.width, 6.5 + 2.5 * part
            case "process":
                return self.width, 5.0 + 2.0 * part
            case _:
                return self.width, 4.6 + 1.9 * part

    @property
    def note_width(self) -> float:
        """Width of a connector's note: what the tracks of the gutters leave free."""
        return self.width + 2 * CLEARANCE - 0.6

    @property
    def gutter_room(self) -> int:
        """Tracks that fit between the symbols of two lanes."""
        return 2 * int((self.gap - CLEARANCE) / PITCH_MIN + 0.5)

    @property
    def edge_room(self) -> int:
        """Tracks that fit between the outermost symbols and the edge of the lanes."""
        return 1 + int((self.gap - CLEARANCE - EDGE) / PITCH_MIN + 0.001)


def label_lines(text: str) -> tuple[str, ...]:
    """A branch name at our line ends."""
    return wrap(text, LABEL_MAX, LABEL_SIZE)


def label_size(text: str) -> tuple[float, float]:
    """Width and height of a branch name, mm."""
    lines = label_lines(text)
    width = max((text_width(line, LABEL_SIZE) for line in lines), default=0.0)
    return width + 0.3, len(lines) * LABEL_LINE


def note_lines(note: str, width: float) -> tuple[str, ...]:
    """The note of a connector at our line ends, `width` mm at most."""
    return wrap(note, width, NOTE_SIZE)


def line_height(size: float) -> float:
    """Height of a line of text of `size` points, mm."""
    return size * 1.2 * MM_PER_POINT
