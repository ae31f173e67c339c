"""A page of Bagian Flowchart onto its canvas: the table, the flow over it, its words."""

from sopbatch.model import Flowchart, FlowPage
from sopbatch.writing.documents.cells import TableTags
from sopbatch.writing.documents.flow_shapes import INK, JUNCTION, Dot, Rounded, Shape, flow_shapes
from sopbatch.writing.documents.flow_table import (
    FlowTable,
    FlowTableRow,
    HeaderCell,
    header_line_height,
)
from sopbatch.writing.documents.flow_words import PlacedWords, in_words
from sopbatch.writing.documents.measures import FLOW_PADDING
from sopbatch.writing.documents.pages import FlowchartPage
from sopbatch.writing.palette import HEAD_INK
from sopbatch.writing.pdf import Canvas, Tag
from sopbatch.writing.pdf.canvas import base_line, ink
from sopbatch.writing.pdf.tags import alternative, figure_entry


def draw_flowchart(canvas: Canvas, section: Tag, drawn: FlowchartPage, number: int) -> None:
    """The page; `number` tells its table from others of the document."""
    chart, table = drawn.chart, drawn.table
    tags = TableTags(section, number)
    heads = _draw_heads(canvas, tags, drawn)
    body = tags.tag.add("TBody")
    for row in table.rows:
        _draw_row(canvas, tags, body.add("TR"), row, chart, heads)
    left, top = canvas.points(table.left, table.top)
    right, bottom = canvas.points(table.left + table.width, table.top + table.height)
    box = figure_entry((left, bottom, right, top))
    figure = section.add("Figure", alternative(in_words(drawn.page)) + box)
    with canvas.marked(figure):
        _draw_flow(canvas, table, drawn.page)
    for words in drawn.words:
        with canvas.marked(section.add("P")):
            _write_words(canvas, words)


def _draw_heads(
    canvas: Canvas, tags: TableTags, drawn: FlowchartPage
) -> tuple[tuple[str, ...], ...]:
    """The heads; names of those of each column."""
    chart, table, head = drawn.chart, drawn.table, tags.tag.add("THead")
    with canvas.artifact():
        for cell in (*table.groups, *table.heads):
            box = cell.box
            canvas.fill_box(box.x, box.y, box.width, box.height, ink(HEAD_INK))
    of_columns: list[tuple[str, ...]] = []
    first, second = head.add("TR"), head.add("TR")
    lower = iter(table.heads)
    waiting: list[tuple[str, int]] = []
    for cell in table.groups:
        made = tags.head(first, "Column", columns=cell.columns, rows=cell.rows)
        with canvas.marked(made.tag):
            _write_head(canvas, cell, chart)
        waiting.append((made.name, 0 if cell.rows > 1 else cell.columns))
    for name, below in waiting:
        if not below:
            of_columns.append((name,))
        for _ in range(below):
            cell = next(lower)
            made = tags.head(second, "Column")
            with canvas.marked(made.tag):
                _write_head(canvas, cell, chart)
            of_columns.append((name, made.name))
    return tuple(of_columns)


def _write_head(canvas: Canvas, cell: HeaderCell, chart: Flowchart) -> None:
    size, step = chart.header_size, header_line_height(chart)
    box, (middle, centre) = cell.box, cell.box.middle
    if cell.rotated:
        x = box.x + cell.turned_padding + base_line(step, size)
        for line in cell.lines:
            canvas.write(line, x, centre, size, bold=True, align="centre", turned=90)
            x += step
        return
    top = box.y + (box.height - len(cell.lines) * step) / 2
    canvas.write_lines(cell.lines, middle, top, step, size, bold=True, align="centre")


def _draw_row(
    canvas: Canvas,
    tags: TableTags,
    tag: Tag,
    row: FlowTableRow,
    chart: Flowchart,
    heads: tuple[tuple[str, ...], ...],
) -> None:
    if not row.cells:
        tags.cell(tag, columns=len(heads))
        return
    over = len(heads) if row.is_heading else 1
    for cell, names in zip(row.cells, heads, strict=not row.is_heading):
        made = tags.cell(tag, *(() if row.is_heading else names), columns=over)
        if not any(cell.lines):
            continue
        top = row.y + (row.height - len(cell.lines) * chart.line_height) / 2
        x = cell.x + (cell.width / 2 if cell.centred else FLOW_PADDING)
        with canvas.marked(made):
            canvas.write_lines(
                cell.lines,
                x,
                top,
                chart.line_height,
                chart.text_size,
                bold=row.is_heading,
                align="centre" if cell.centred else "left",
            )


def _draw_flow(canvas: Canvas, table: FlowTable, page: FlowPage) -> None:
    for shape in flow_shapes(table, page):
        match shape:
            case Shape():
                canvas.draw(
                    shape.outlines,
                    closed=shape.closed,
                    stroke=shape.stroke and ink(shape.stroke),
                    thickness=shape.width,
                    fill=shape.fill and ink(shape.fill),
                )
            case Rounded(box, capsule=False):
                canvas.fill_box(box.x, box.y, box.width, box.height, ink(shape.fill))
            case Rounded(box):
                canvas.draw_capsule(
                    *(box.x, box.y, box.width, box.height),
                    stroke=ink(shape.stroke),
                    thickness=shape.width,
                    fill=ink(shape.fill),
                )
            case Dot((x, y)):
                left, top, across = x - JUNCTION, y - JUNCTION, 2 * JUNCTION
                canvas.draw_capsule(left, top, across, across, fill=ink(INK))


def _write_words(canvas: Canvas, words: PlacedWords) -> None:
    middle, _ = words.box.middle
    canvas.write_lines(
        words.lines,
        middle,
        words.top,
        words.line_height,
        words.size,
        bold=words.bold,
        align="centre",
    )
