"""The flowchart as numbers: what is drawn where, in mm, so that templates do no arithmetic.

All coordinates are mm from the upper left corner of the page's content box (inside the margins).
"""

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Literal

Point = tuple[float, float]
ColumnKey = Literal["no", "activity", "lane", "inputs", "duration", "output", "remark"]


class SymbolKind(StrEnum):
    """What is drawn in a lane."""

    START = "start"
    END = "end"
    PROCESS = "process"
    DECISION = "decision"
    CONNECTOR_DOWN = "connector_down"
    """A pentagon that points down: the flow goes to a later page."""
    CONNECTOR_UP = "connector_up"
    """Likewise to an earlier one."""


class RowKind(StrEnum):
    """What a row of the table is."""

    STEP = "step"
    STAGE = "stage"
    """The heading of a stage."""
    CONNECTORS = "connectors"
    """A strip of pentagons, without text."""


_GROUPS: dict[ColumnKey, str] = {
    "lane": "Pelaksana",
    "inputs": "Mutu Baku",
    "duration": "Mutu Baku",
    "output": "Mutu Baku",
}
CONNECTOR_NECK = 0.6
"""Where the point of a pentagon begins, as a share of its height from the flat side."""
ARROW_HEAD = (1.9, 1.5)
"""Length and width of an arrow head, mm."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle in mm: upper left corner and size."""

    x: float
    y: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.width

    @property
    def bottom(self) -> float:
        """Its lower edge."""
        return self.y + self.height

    @property
    def middle(self) -> Point:
        """Where its diagonals meet."""
        return self.x + self.width / 2, self.y + self.height / 2


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowColumn:
    """A column of the table."""

    key: ColumnKey
    x: float
    width: float
    lines: tuple[str, ...]
    """Header text at our line ends."""
    actor: int = -1
    """0-based actor of a lane column."""
    rotated: bool = False
    """Header text runs upwards."""

    @property
    def group(self) -> str:
        """The head that stands above this column and others; "" without."""
        return _GROUPS.get(self.key, "")

    @property
    def right(self) -> float:
        """Its right edge, mm."""
        return self.x + self.width


@dataclass(frozen=True, slots=True)
class CellText:
    """Text of one cell at our line ends."""

    key: ColumnKey
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class FlowRow:
    """A table row of a step, the heading of a stage, or a strip of connectors (no text)."""

    kind: RowKind
    y: float
    height: float
    step: int = 0
    """1-based step; of a heading the step below it; 0 for a strip."""
    texts: tuple[CellText, ...] = ()

    @property
    def bottom(self) -> float:
        """Its lower edge, mm."""
        return self.y + self.height


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowSymbol:
    """A symbol; its box is the outline (the diamond's corners lie on the middle of the sides)."""

    kind: SymbolKind
    box: Box
    step: int
    """1-based step; for a connector the step it leads to."""
    actor: int
    """0-based."""
    letter: str = ""
    """A … Z, AA … of a connector."""
    note: str = ""
    """Beside a connector "ke hal. 3", "dari hal. 2"; beside a decision its question."""
    note_lines: tuple[str, ...] = ()
    """The note at our line ends, centred in `note_box`."""
    note_box: Box | None = None
    """Beside the symbol, where no line runs; None without a note."""
    turn: int = 1
    """1-based turn within the step's row."""

    @property
    def outline(self) -> tuple[Point, ...]:
        """Corners of the closed outline in mm; a capsule's ends are rounded inside its corners."""
        left, top = self.box.x, self.box.y
        right, bottom = left + self.box.width, top + self.box.height
        middle, centre = left + self.box.width / 2, top + self.box.height / 2
        if self.kind is SymbolKind.DECISION:
            return ((middle, top), (right, centre), (middle, bottom), (left, centre))
        if self.kind is SymbolKind.CONNECTOR_DOWN:
            neck = top + self.box.height * CONNECTOR_NECK
            return ((left, top), (right, top), (right, neck), (middle, bottom), (left, neck))
        if self.kind is SymbolKind.CONNECTOR_UP:
            neck = bottom - self.box.height * CONNECTOR_NECK
            return ((middle, top), (right, neck), (right, bottom), (left, bottom), (left, neck))
        return ((left, top), (right, top), (right, bottom), (left, bottom))


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowArrow:
    """A flow line with a head at its last point unless it merges into its own net."""

    net: str
    """All arrows of one net end in the same target and may share lines."""
    points: tuple[Point, ...]
    source: int
    """1-based step it starts from (also when it restarts at a connector)."""
    target: int
    """1-based step it leads to."""
    head: bool = True
    turns: tuple[int, int] = (1, 1)
    """1-based turns of source and target within their rows."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLabel:
    """The name of a branch beside its arrow."""

    text: str
    box: Box
    net: str
    source: int
    lines: tuple[str, ...] = ()
    """The text at our line ends, centred in `box`."""
    target: int = 0
    """1-based step its arrow leads to."""
    turns: tuple[int, int] = (1, 1)
    """As those of its arrow."""


@dataclass(frozen=True, slots=True)
class FlowLink:
    """The line that joins the symbols of a joint turn."""

    step: int
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowPage:
    """One page of the flowchart part."""

    number: int
    """1-based within this flowchart."""
    rows: tuple[FlowRow, ...]
    symbols: tuple[FlowSymbol, ...] = ()
    arrows: tuple[FlowArrow, ...] = ()
    labels: tuple[FlowLabel, ...] = ()
    links: tuple[FlowLink, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowQuality:
    """What the geometry checker measured; the first group must be zero on every chart."""

    symbols_hit: int = 0
    overlaps: int = 0
    label_overlaps: int = 0
    dangling_ends: int = 0
    unpaired_connectors: int = 0
    undrawn_edges: int = 0
    overflow: int = 0
    relaxed: int = 0
    tight: int = 0
    crossings: int = 0
    bends: int = 0
    arrows: int = 0
    length: float = 0.0
    """mm."""
    clearance: float = 0.0
    """Smallest distance between a line and a symbol it does not end at, mm."""

    @property
    def faults(self) -> int:
        """Sum of what must be zero."""
        return (
            self.symbols_hit
            + self.overlaps
            + self.label_overlaps
            + self.dangling_ends
            + self.unpaired_connectors
            + self.undrawn_edges
            + self.overflow
            + self.relaxed
        )


@dataclass(frozen=True, slots=True)
class PaperSize:
    """A landscape page, mm."""

    name: str
    width: float
    height: float
    margin: float = 12.0


PAPERS: dict[str, PaperSize] = {
    "F4": PaperSize("F4", 330.0, 215.0),
    "A4": PaperSize("A4", 297.0, 210.0),
    "Letter": PaperSize("Letter", 279.4, 215.9),
    "Legal": PaperSize("Legal", 355.6, 215.9),
    "A3": PaperSize("A3", 420.0, 297.0),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Flowchart:
    """A procedure laid out on pages."""

    paper: PaperSize
    columns: tuple[FlowColumn, ...]
    header_height: float
    """Height of the two header rows together, mm."""
    header_split: float
    """Height of the first header row (group heads), mm."""
    header_size: float
    """Header text, pt."""
    text_size: float
    """Cell text, pt."""
    line_height: float
    """mm."""
    label_size: float = 7.0
    """Branch names, pt."""
    note_size: float = 6.5
    """Notes beside connectors, pt."""
    pages: tuple[FlowPage, ...] = ()
    quality: FlowQuality = field(default_factory=FlowQuality)
