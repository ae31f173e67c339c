"""Sizes of symbols and clearances, mm; they follow the width of a lane."""

from dataclasses import dataclass
from functools import lru_cache

from sopbatch.model import SymbolKind
from sopbatch.text.measuring import MM_PER_POINT, text_width
from sopbatch.text.wrapping import breaks_words, wrap

SYMBOL_SHARE = 0.55
"""Width of a symbol as a share of its lane."""
SYMBOL_MIN, SYMBOL_MAX = 7.0, 14.4
"""Limits of that width, mm."""
PITCH, PITCH_MIN = 1.8, 1.0
"""Distance of tracks, mm."""
LONE_PITCH = 2.8
"""Twice the distance of a lone track from its border, mm: nearer it looks like a double border."""
CLEARANCE = 1.3
"""Between a track and a symbol beside it, mm."""
EDGE = 0.9
"""Between a track and the edge of the lanes, mm."""
BELOW, ABOVE = 3.1, 3.1
"""Least air between a symbol and its row's borders, mm."""
BELOW_TRACK, ABOVE_TRACK = 1.6, 3.1
"""Between a symbol and the nearest corridor track; an arrow head must fit above a symbol."""
CONNECTOR = (9.0, 8.0)
"""Width and height of a pentagon, mm."""
STRIP_PADDING = 1.5
"""Least air above and below a pentagon, mm."""
LABEL_SIZE, LABEL_SIZE_NARROW, NOTE_SIZE = 7.0, 6.5, 6.5
"""Letters of branch names, of those in narrow lanes, of notes and questions, pt."""
LABEL_LANE = 19.5
"""Lanes from this width have room for names of full size, mm."""
LABEL_LINE = 2.7
"""Height of a line of a branch name, mm."""
NOTE_LINE = 2.6
"""Height of a line of a note or question, mm."""
LINE_FACTOR = 1.2
"""Line height of a cell as a multiple of its text size."""
LABEL_WIDTHS = (26.0, 18.0, 13.0, 10.0, 8.0)
"""Widths a branch name may be wrapped to, mm."""


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
            case SymbolKind.CONNECTOR_DOWN | SymbolKind.CONNECTOR_UP:
                return min(CONNECTOR[0], self.width), CONNECTOR[1]
            case SymbolKind.DECISION:
                return self.width, 6.5 + 1.9 * part
            case SymbolKind.PROCESS:
                return self.width, 5.0 + 1.6 * part
            case _:
                return self.width, 4.6 + 1.6 * part

    @property
    def name_size(self) -> float:
        """Type size of branch names, pt; smaller in narrow lanes."""
        return LABEL_SIZE if self.lane >= LABEL_LANE else LABEL_SIZE_NARROW

    def label_size(self, lines: tuple[str, ...]) -> tuple[float, float]:
        """Width and height of a branch name in these lines, mm."""
        width = max((text_width(line, self.name_size) for line in lines), default=0.0)
        return width + 0.3, len(lines) * LABEL_LINE

    def note_size(self, lines: tuple[str, ...]) -> tuple[float, float]:
        """Width and height of a question in these lines, mm."""
        width = max((text_width(line, NOTE_SIZE) for line in lines), default=0.0)
        return width + 0.3, len(lines) * NOTE_LINE

    @property
    def note_width(self) -> float:
        """Width of a connector's note: what the tracks of the gutters leave free."""
        return self.width + 2 * CLEARANCE - 0.6

    def gutter_pitch(self, side: int) -> float:
        """Distance of tracks in a gutter with `side` of them between border and symbols, mm."""
        return min(LONE_PITCH, self.gap / (side + 0.5), (self.gap - CLEARANCE) / (side - 0.5))

    @property
    def gutter_room(self) -> int:
        """Tracks that fit between the symbols of two lanes."""
        return 2 * int((self.gap - CLEARANCE) / PITCH_MIN + 0.5)

    @property
    def edge_room(self) -> int:
        """Tracks that fit between the outermost symbols and the edge of the lanes."""
        return 1 + int((self.gap - CLEARANCE - EDGE) / PITCH_MIN + 0.001)


@lru_cache(maxsize=2_000)
def label_shapes(text: str) -> tuple[tuple[str, ...], ...]:
    """Ways to break a branch name into lines, the widest first."""
    shapes: dict[tuple[str, ...], None] = {}
    for width in LABEL_WIDTHS:
        if not breaks_words(text, width, LABEL_SIZE) or not shapes:
            shapes.setdefault(wrap(text, width, LABEL_SIZE))
    return tuple(shapes)


def note_lines(note: str, width: float) -> tuple[str, ...]:
    """The note of a connector at our line ends, `width` mm at most."""
    return wrap(note, width, NOTE_SIZE)


def line_height(size: float) -> float:
    """Height of a line of text of `size` points, mm."""
    return size * LINE_FACTOR * MM_PER_POINT
