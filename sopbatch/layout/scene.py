"""What one page has to show, before any line is drawn: rows, symbols in lanes, and ways to draw."""

from dataclasses import dataclass
from typing import Literal

from sopbatch.model import CellText, SymbolKind


@dataclass(frozen=True, slots=True)
class Line:
    """A row of the page: a step's, or a strip of connectors."""

    kind: Literal["step", "connectors"]
    step: int
    """1-based; 0 for a strip."""
    texts: tuple[CellText, ...]
    text_height: float
    """Height its texts need, padding included, mm."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A symbol in a lane of a row."""

    kind: SymbolKind
    step: int
    """1-based step; for a connector the step it leads to."""
    lane: int
    """0-based."""
    row: int
    """0-based row of the page."""
    letter: str = ""
    note: str = ""

    @property
    def is_connector(self) -> bool:
        """Whether it is a pentagon."""
        return self.kind in ("connector_down", "connector_up")


@dataclass(frozen=True, slots=True)
class Way:
    """One arrow to draw: from any of the sources to any of the goals."""

    net: int
    """Step all arrows of the net lead to, on whatever page it stands."""
    source: int
    """1-based step the flow comes from."""
    sources: tuple[int, ...]
    """Indices of spots; several for a joint step."""
    goals: tuple[int, ...]
    label: str = ""
    back: bool = False
    """Leads to an earlier step."""


@dataclass(frozen=True, slots=True)
class Scene:
    """A page before routing."""

    lanes: int
    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]
    ways: tuple[Way, ...]
    joints: tuple[tuple[int, ...], ...] = ()
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
