"""What one page has to show, before any line is drawn: rows, symbols in lanes, and ways to draw."""

from dataclasses import dataclass

from sopbatch.layout.turns import Stop
from sopbatch.model import CellText, RowKind, SymbolKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A line of the page: of a step's row, the heading of a stage, or a strip of connectors."""

    kind: RowKind
    step: int
    """1-based; of a heading the step below it; 0 for a strip."""
    texts: tuple[CellText, ...]
    text_height: float
    """Height its row's texts need, padding included, mm."""
    goes_on: bool = False
    """Belongs to the row of the line above."""
    heading: "Line | None" = None
    """The heading of a stage that stands above it."""

    @property
    def headed_height(self) -> float:
        """Height of its texts and of the heading above, mm."""
        return self.text_height + (self.heading.text_height if self.heading else 0.0)

    @property
    def below(self) -> "Line":
        """A further line of the same row."""
        return Line(kind=self.kind, step=self.step, texts=(), text_height=0.0, goes_on=True)


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """A symbol in a lane of a row."""

    kind: SymbolKind
    stop: Stop
    """Its turn; for a connector the one it leads to."""
    lane: int
    """0-based."""
    row: int
    """0-based line of the page."""
    letter: str = ""
    note: str
    """Of a connector where it leads, of a decision its question."""

    @property
    def is_connector(self) -> bool:
        """Whether it is a pentagon."""
        return self.kind in (SymbolKind.CONNECTOR_DOWN, SymbolKind.CONNECTOR_UP)


@dataclass(frozen=True, slots=True, kw_only=True)
class Way:
    """One arrow to draw: from any of the sources to any of the goals."""

    net: int
    """All ways of the page that lead to the same turn are one net."""
    source: Stop
    """Where the flow comes from, on whatever page it stands."""
    target: Stop
    sources: tuple[int, ...]
    """Indices of spots; several for a joint step."""
    goals: tuple[int, ...]
    label: str = ""
    back: bool
    """Leads to an earlier step."""
    inside: bool = False
    """Leads to a later turn of the same row."""
    contested: bool = False
    """Flows from before and from after both lead to its target."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page before routing."""

    lanes: int
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    joints: tuple[tuple[int, ...], ...]
    """Spots of each joint step, left to right."""


@dataclass(frozen=True, slots=True)
class Path:
    """A way on the grid: nodes from its source's cell to its goal's cell or to its own net."""

    way: int
    """Index of its way."""
    nodes: tuple[int, ...]
    slant: int = 0
    """Leaves through the lower left (-1) or lower right (1) side instead of a corner."""
    merges: bool = False
    """Ends on a line of its own net."""
    cost: float = 0.0
