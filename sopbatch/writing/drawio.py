"""A procedure and its flowchart in, a draw.io file out: lanes, symbols and connectors to edit."""

import re
from dataclasses import dataclass, field
from html import escape
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement, indent, tostring

from sopbatch.model import (
    Box,
    ColumnKey,
    Flowchart,
    FlowPage,
    FlowRow,
    FlowSymbol,
    PaperSize,
    Procedure,
    RowKind,
    Step,
    SymbolKind,
)
from sopbatch.writing.drawio_edges import DrawioEdge, edges_of
from sopbatch.writing.palette import HEAD_INK

UNITS_PER_MM = 100 / 25.4
UNITS_PER_PT = 100 / 72
MARGIN = 10.0
"""Free around the table, mm."""
CANVAS_HEIGHT = 20_000.0
TEXT_COLUMNS = 190.0
LANE = 26.0
"""Width of a lane that needs no smaller letters, mm."""
INK, GRID = "#000000", "#808080"
FONT = "fontFamily=Liberation Sans,Arial,Helvetica,sans-serif;"
"""Families of equal widths on Linux, Windows and macOS; a style sheet takes the list."""
COMMON = f"html=1;whiteSpace=wrap;{FONT}fontColor={INK};"
CELL = f"{COMMON}rounded=0;overflow=hidden;spacing=4;fillColor=#ffffff;strokeColor={GRID};"
HEAD = f"{COMMON}rounded=0;spacing=2;fontStyle=1;fillColor={HEAD_INK};strokeColor={GRID};"
LANE_STYLE = (
    f"swimlane;{COMMON}horizontal=1;collapsible=0;verticalAlign=middle;fontStyle=1;"
    f"fillColor={HEAD_INK};swimlaneFillColor=none;strokeColor={GRID};"
)
BAND = f"{COMMON}fillColor=none;strokeColor={GRID};pointerEvents=0;connectable=0;"
SYMBOL = f"{COMMON}fillColor=#ffffff;strokeColor={INK};spacing=0;"
SHAPES: dict[SymbolKind, str] = {
    SymbolKind.START: "rounded=1;arcSize=50;",
    SymbolKind.END: "rounded=1;arcSize=50;",
    SymbolKind.PROCESS: "rounded=0;",
    SymbolKind.DECISION: "rhombus;",
    SymbolKind.CONNECTOR_DOWN: "shape=offPageConnector;size=0.4;fontStyle=1;",
    SymbolKind.CONNECTOR_UP: "shape=offPageConnector;size=0.4;flipV=1;fontStyle=1;",
}
NOTE = f"text;{COMMON}align=center;verticalAlign=middle;spacing=0;"
EDGE = (
    f"edgeStyle=orthogonalEdgeStyle;rounded=0;html=1;strokeColor={INK};"
    f"{FONT}fontColor={INK};labelBackgroundColor=#ffffff;"
)
JUNCTION = 0.5
"""Radius of the dot where a connector comes upon another that leads to the same symbol, mm."""
DOT = f"ellipse;html=1;fillColor={INK};strokeColor={INK};"
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""Characters that XML 1.0 forbids."""
HEADED, BARE = "endArrow=block;endFill=1;endSize=5;", "endArrow=none;"


def canvas(procedure: Procedure) -> PaperSize:
    """A sheet on which the whole procedure is one page: who edits it needs no page breaks."""
    width = TEXT_COLUMNS + LANE * max(1, len(procedure.actors))
    return PaperSize("draw.io", width, CANVAS_HEIGHT, 0.0)


def write_drawio(procedures: tuple[Procedure, ...], charts: tuple[Flowchart, ...]) -> bytes:
    """An uncompressed draw.io file with a sheet for each page of each chart.

    `charts` are the laid out `procedures`, in the same order. Every branch is one connector from
    symbol to symbol with its name as label; each lane is a container that holds its symbols.
    """
    file = Element("mxfile", host="sopbatch", type="device")
    for number, (procedure, chart) in enumerate(zip(procedures, charts, strict=True), start=1):
        for page in chart.pages:
            name = "Prosedur" if len(charts) == 1 else f"Prosedur {number}"
            if len(chart.pages) > 1:
                name = f"{name}, lembar {page.number}"
            sheet = SubElement(file, "diagram", id=f"p{number}-{page.number}", name=name)
            _Sheet(procedure, chart, page).draw(sheet)
    indent(file)
    data: bytes = tostring(file, encoding="utf-8", xml_declaration=True)
    return data + b"\n"


@dataclass(slots=True)
class _Sheet:
    """One page while it is being written."""

    procedure: Procedure
    chart: Flowchart
    page: FlowPage
    root: Element = field(default_factory=lambda: Element("root"))

    def draw(self, parent: Element) -> None:
        width = self.chart.columns[-1].right + 2 * MARGIN
        model = {"grid": "1", "gridSize": "5", "guides": "1", "page": "1", "pageScale": "1"}
        size = {"pageWidth": _units(width), "pageHeight": _units(self._bottom() + 2 * MARGIN)}
        SubElement(parent, "mxGraphModel", {**model, **size}).append(self.root)
        SubElement(self.root, "mxCell", id="0")
        SubElement(self.root, "mxCell", {"id": "1", "parent": "0"})
        self._heads()
        self._rows()
        self._lanes()
        for number, symbol in enumerate(self.page.symbols):
            self._symbol(number, symbol)
        for number, edge in enumerate(edges_of(self.page)):
            self._edge(f"edge-{number}", edge)
            if edge.joins_at is not None:
                self._dot(f"edge-{number}", edge.joins_at)

    def _bottom(self) -> float:
        last = self.page.rows[-1] if self.page.rows else None
        return last.bottom if last else self.chart.header_height

    def _heads(self) -> None:
        chart = self.chart
        for group, members in groupby(chart.columns, key=lambda column: column.group):
            columns = tuple(members)
            begin, end = columns[0].x, columns[-1].right
            if group:
                box = Box(begin, 0, end - begin, chart.header_split)
                self._vertex(f"head-{group}", group, box, HEAD, chart.header_size)
            for column in columns:
                top = chart.header_split if group else 0.0
                box = Box(column.x, top, column.width, chart.header_height - top)
                if column.key != "lane":
                    name = " ".join(column.lines)
                    self._vertex(f"head-{column.key}", name, box, HEAD, chart.header_size)

    def _rows(self) -> None:
        lanes = [column for column in self.chart.columns if column.key == "lane"]
        for row in self.page.rows:
            if lanes:
                box = Box(lanes[0].x, row.y, lanes[-1].right - lanes[0].x, row.height)
                self._vertex(f"row-{row.y:g}", "", box, BAND, self.chart.text_size)
            step = self.procedure.step(row.step)
            if row.kind is RowKind.STAGE:
                self._stage(row)
                step = None
            for column in self.chart.columns if step else ():
                if column.key != "lane":
                    align = "center" if column.key in ("no", "duration") else "left"
                    box = Box(column.x, row.y, column.width, row.height)
                    style, size = f"{CELL}align={align};", self.chart.text_size
                    text = _cell_text(step, row.step, column.key) if step else ""
                    self._vertex(f"text-{row.step}-{column.key}", text, box, style, size)

    def _stage(self, row: FlowRow) -> None:
        """The heading of a stage, beside the lanes."""
        step = self.procedure.step(row.step)
        first = self.chart.columns[0]
        activity = next(column for column in self.chart.columns if column.key == "activity")
        box = Box(first.x, row.y, activity.right - first.x, row.height)
        style = f"{CELL}align=left;fontStyle=1;"
        text = step.stage if step else ""
        self._vertex(f"stage-{row.step}", text, box, style, self.chart.text_size)

    def _lanes(self) -> None:
        top = self.chart.header_split
        start = f"startSize={_units(self.chart.header_height - top)};"
        for column in self.chart.columns:
            if column.key == "lane":
                actors = self.procedure.actors[column.actor : column.actor + 1]
                name = actors[0].name if actors else " ".join(column.lines)
                box = Box(column.x, top, column.width, self._bottom() - top)
                style = f"{LANE_STYLE}{start}"
                self._vertex(f"lane-{column.actor}", name, box, style, self.chart.header_size)

    def _symbol(self, number: int, symbol: FlowSymbol) -> None:
        """A symbol inside its lane; its text is the number of its step."""
        lane = next(c for c in self.chart.columns if c.actor == symbol.actor)
        inside = Box(
            symbol.box.x - lane.x,
            symbol.box.y - self.chart.header_split,
            symbol.box.width,
            symbol.box.height,
        )
        self._vertex(
            _symbol_id(number, symbol),
            symbol.letter or str(symbol.step),
            inside,
            f"{SYMBOL}{SHAPES[symbol.kind]}",
            self.chart.label_size,
            parent=f"lane-{symbol.actor}",
        )
        if symbol.note_box:
            size = self.chart.note_size
            self._vertex(f"note-{number}", symbol.note, symbol.note_box, NOTE, size)

    def _vertex(
        self, name: str, text: str, box: Box, style: str, size: float, *, parent: str = "1"
    ) -> None:
        style = f"{style}fontSize={round(size * UNITS_PER_PT)};"
        cell = SubElement(
            self.root,
            "mxCell",
            {"id": name, "value": _label(text), "style": style, "vertex": "1", "parent": parent},
        )
        shift = MARGIN if parent == "1" else 0.0
        place = {"x": _units(box.x + shift), "y": _units(box.y + shift)}
        size_of = {"width": _units(box.width), "height": _units(box.height)}
        SubElement(cell, "mxGeometry", {**place, **size_of, "as": "geometry"})

    def _edge(self, name: str, edge: DrawioEdge) -> None:
        source, target = self.page.symbols[edge.source], self.page.symbols[edge.target]
        ports = _port("exit", source.box, edge.points[0])
        ports += _port("entry", target.box, edge.points[-1])
        style = f"{EDGE}{HEADED if edge.head else BARE}{ports}"
        style += f"fontSize={round(self.chart.label_size * UNITS_PER_PT)};"
        told = {"id": name, "value": _label(edge.label), "style": style, "edge": "1", "parent": "1"}
        ends = {
            "source": _symbol_id(edge.source, source),
            "target": _symbol_id(edge.target, target),
        }
        cell = SubElement(self.root, "mxCell", {**told, **ends})
        along = {"x": f"{edge.label_at:.3f}"} if edge.label else {}
        geometry = SubElement(cell, "mxGeometry", {**along, "relative": "1", "as": "geometry"})
        if edge.points[1:-1]:
            bends = SubElement(geometry, "Array", {"as": "points"})
            for x, y in edge.points[1:-1]:
                SubElement(bends, "mxPoint", x=_units(x + MARGIN), y=_units(y + MARGIN))
        if edge.label:
            x, y = edge.label_offset
            SubElement(geometry, "mxPoint", {"x": _units(x), "y": _units(y), "as": "offset"})

    def _dot(self, edge: str, along: float) -> None:
        """A dot on a connector, where it comes upon another one; it moves with the connector."""
        side = round(2 * JUNCTION * UNITS_PER_MM, 1)
        told = {"id": f"{edge}-dot", "value": "", "style": DOT, "vertex": "1", "connectable": "0"}
        cell = SubElement(self.root, "mxCell", {**told, "parent": edge})
        size = {"width": f"{side:g}", "height": f"{side:g}"}
        place = {"x": f"{along:.4f}", **size, "relative": "1", "as": "geometry"}
        middle = {"x": f"{-side / 2:g}", "y": f"{-side / 2:g}", "as": "offset"}
        SubElement(SubElement(cell, "mxGeometry", place), "mxPoint", middle)


def _symbol_id(number: int, symbol: FlowSymbol) -> str:
    kind = f"connector-{symbol.letter}" if symbol.letter else "step"
    return f"{kind}-{symbol.step}-{symbol.actor}-{number}"


def _port(kind: str, box: Box, point: tuple[float, float]) -> str:
    """Where a connector is fixed to its symbol, as shares of the symbol's size."""
    x, y = (point[0] - box.x) / box.width, (point[1] - box.y) / box.height
    return f"{kind}X={x:.3f};{kind}Y={y:.3f};{kind}Perimeter=0;"


def _cell_text(step: Step, number: int, key: ColumnKey) -> str:
    match key:
        case "no":
            return step.number_raw.strip() or str(number)
        case "activity":
            return step.activity
        case "inputs":
            return step.inputs
        case "duration":
            return step.duration.raw
        case "output":
            return step.output
        case _:
            return step.remark


def _label(text: str) -> str:
    """Plain text as the HTML that draw.io reads from a label: no markup can come of it."""
    return re.sub(r"\r\n?|\n", "<br>", escape(ILLEGAL.sub("", text).strip()))


def _units(mm: float) -> str:
    """A length in draw.io's units (100 an inch), to the tenth."""
    return f"{round(mm * UNITS_PER_MM, 1) + 0.0:g}"
