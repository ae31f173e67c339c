"""The table of Bagian Flowchart as cells, and its grid as lines; all measures are mm."""

from dataclasses import dataclass
from itertools import groupby, pairwise

from sopbatch.model import Box, ColumnKey, Flowchart, FlowColumn, FlowPage, FlowRow, Point, RowKind
from sopbatch.text.printable import printable

CENTRED: frozenset[ColumnKey] = frozenset({"no", "duration"})
Line = tuple[Point, Point]


@dataclass(frozen=True, slots=True, kw_only=True)
class HeaderCell:
    """A head of one column, or of the columns of a group."""

    lines: tuple[str, ...]
    box: Box
    columns: int = 1
    rows: int = 1
    rotated: bool = False
    turned_padding: float = 0.0
    """Free above the first line of rotated text, mm."""


@dataclass(frozen=True, slots=True)
class FlowCell:
    """Text of a row's cell."""

    lines: tuple[str, ...]
    x: float
    width: float
    centred: bool


@dataclass(frozen=True, slots=True)
class FlowTableRow:
    """A row; a strip of connectors has no cells of its own, a heading one over all columns."""

    y: float
    height: float
    cells: tuple[FlowCell, ...]
    is_heading: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowTable:
    """A page's table, ready to print."""

    top: float
    left: float
    width: float
    height: float
    groups: tuple[HeaderCell, ...]
    """First header row: group heads, and heads that span both rows."""
    heads: tuple[HeaderCell, ...]
    """Second header row: lanes and parts of Mutu Baku."""
    rows: tuple[FlowTableRow, ...]
    grid: tuple[Line, ...]
    frame: tuple[Point, ...]


def flow_table(chart: Flowchart, page: FlowPage) -> FlowTable:
    """Cells and grid of one page of a laid out procedure."""
    top = _top(chart, page)
    last = page.rows[-1] if page.rows else None
    bottom = last.bottom if last else top + chart.header_height
    left = chart.columns[0].x
    right = chart.columns[-1].right
    return FlowTable(
        top=top,
        left=left,
        width=right - left,
        height=bottom - top,
        groups=_group_cells(chart, top),
        heads=tuple(_head(chart, column, top) for column in chart.columns if column.group),
        rows=tuple(_table_row(chart, row) for row in page.rows),
        grid=(*_horizontals(chart, page, top), *_verticals(chart, page, top)),
        frame=((left, top), (right, top), (right, bottom), (left, bottom)),
    )


def header_line_height(chart: Flowchart) -> float:
    """Height of a line of the heads, in the proportion of the cells' lines."""
    return chart.line_height * chart.header_size / chart.text_size


def _top(chart: Flowchart, page: FlowPage) -> float:
    return page.rows[0].y - chart.header_height if page.rows else 0.0


def _group_cells(chart: Flowchart, top: float) -> tuple[HeaderCell, ...]:
    cells: list[HeaderCell] = []
    for group, members in groupby(chart.columns, key=lambda column: column.group):
        columns = tuple(members)
        if group:
            left = columns[0].x
            box = Box(left, top, columns[-1].right - left, chart.header_split)
            cells.append(HeaderCell(lines=(group,), box=box, columns=len(columns)))
        else:
            cells += [
                HeaderCell(
                    lines=tuple(map(printable, one.lines)),
                    box=Box(one.x, top, one.width, chart.header_height),
                    rows=2,
                )
                for one in columns
            ]
    return tuple(cells)


def _head(chart: Flowchart, column: FlowColumn, top: float) -> HeaderCell:
    spare = column.width - len(column.lines) * header_line_height(chart)
    return HeaderCell(
        lines=tuple(map(printable, column.lines)),
        box=Box(
            column.x,
            top + chart.header_split,
            column.width,
            chart.header_height - chart.header_split,
        ),
        rotated=column.rotated,
        turned_padding=max(0.0, spare / 2),
    )


def _table_row(chart: Flowchart, row: FlowRow) -> FlowTableRow:
    if row.kind is RowKind.CONNECTORS:
        return FlowTableRow(row.y, row.height, ())
    if row.kind is RowKind.STAGE:
        left, right = chart.columns[0].x, chart.columns[-1].right
        heading = FlowCell(
            tuple(map(printable, row.texts[0].lines)), left, right - left, centred=False
        )
        return FlowTableRow(row.y, row.height, (heading,), is_heading=True)
    lines = {text.key: tuple(map(printable, text.lines)) for text in row.texts}
    cells = (
        FlowCell(lines.get(column.key, ()), column.x, column.width, column.key in CENTRED)
        for column in chart.columns
    )
    return FlowTableRow(row.y, row.height, tuple(cells))


def _horizontals(chart: Flowchart, page: FlowPage, top: float) -> tuple[Line, ...]:
    """Below each header row and between rows."""
    left, right = chart.columns[0].x, chart.columns[-1].right
    split = top + chart.header_split
    below_groups = tuple(
        ((cell.box.x, split), (cell.box.right, split))
        for cell in _group_cells(chart, top)
        if cell.rows == 1
    )
    return (*below_groups, *(((left, row.y), (right, row.y)) for row in page.rows))


def _verticals(chart: Flowchart, page: FlowPage, top: float) -> tuple[Line, ...]:
    """Between columns, save inside strips of connectors and headings."""
    runs = [
        (members[0].y, members[-1].bottom)
        for kind, rows in groupby(page.rows, key=lambda row: row.kind)
        if kind is RowKind.STEP and (members := tuple(rows))
    ]
    lines: list[Line] = []
    for before, after in pairwise(chart.columns):
        within = before.group and before.group == after.group
        begin = top + chart.header_split if within else top
        for upper, lower in _joined([(begin, top + chart.header_height), *runs]):
            lines.append(((after.x, upper), (after.x, lower)))
    return tuple(lines)


def _joined(runs: list[tuple[float, float]]) -> list[tuple[float, float]]:
    """Runs of which one ends where the next begins, as one line."""
    joined = runs[:1]
    for upper, lower in runs[1:]:
        if abs(joined[-1][1] - upper) < 0.01:
            joined[-1] = (joined[-1][0], lower)
        else:
            joined.append((upper, lower))
    return joined
