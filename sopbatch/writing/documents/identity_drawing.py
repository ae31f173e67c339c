"""A page of Bagian Identitas onto its canvas: a grid of cells, each with its borders."""

from collections.abc import Sequence

from sopbatch.model import Box
from sopbatch.writing.documents.cells import TableTags
from sopbatch.writing.documents.identity import Band, IdentityPage
from sopbatch.writing.documents.identity_head import (
    LOGO_GAP,
    LOGO_HEIGHT,
    SIGNATURE_HEIGHT,
    VALUE_SIZE,
    HeadRow,
    IdentityHead,
)
from sopbatch.writing.documents.identity_lists import Panel
from sopbatch.writing.documents.measures import PADDING, RULE, leading
from sopbatch.writing.palette import FRAME_INK, HEAD_INK
from sopbatch.writing.pdf import Canvas, Image, Tag
from sopbatch.writing.pdf.canvas import ink
from sopbatch.writing.pdf.tags import alternative, figure_entry

LOGO = "Logo"
LABEL_SIZE = 9.0
"""Of the labels in the head, pt."""
LIST_ENTRY = b" /A << /O /List /ListNumbering /Decimal >>"
HEADING_SIZE, HEADING_LINE = 9.0, 3.65
"""Of the headings of bands: pt, mm."""


def draw_identity(
    canvas: Canvas, section: Tag, page: IdentityPage, logo: Image | None, number: int
) -> None:
    """The page; `number` tells its tables from others of the document, which leave one free."""
    _fill_headings(canvas, page)
    if page.head:
        _draw_letterhead(canvas, section.add("Div"), page, page.head, logo)
        _draw_head(canvas, TableTags(section, number), page, page.head)
    if page.bands:
        _draw_bands(canvas, TableTags(section, number + 1), page)


def _fill_headings(canvas: Canvas, page: IdentityPage) -> None:
    """Before all rules, so that none is painted over."""
    y = _bands_begin(page)
    with canvas.artifact():
        for band in page.bands:
            canvas.fill_box(RULE, y, page.width - RULE, page.heading_height, ink(HEAD_INK))
            y += page.heading_height + band.height


def _bands_begin(page: IdentityPage) -> float:
    """Below the rule that is above the first heading."""
    return page.bands_top + (0 if page.head else RULE)


def _rule(canvas: Canvas, *boxes: Box) -> None:
    for box in boxes:
        canvas.fill_box(box.x, box.y, box.width, box.height, ink(FRAME_INK))


def _draw_letterhead(
    canvas: Canvas, div: Tag, page: IdentityPage, head: IdentityHead, logo: Image | None
) -> None:
    width, height = page.left_width, page.bands_top
    with canvas.artifact():
        _rule(
            canvas,
            Box(0, 0, width, RULE),
            Box(0, 0, RULE, height),
            Box(0, height - RULE, width, RULE),
        )
    middle = RULE + (width - RULE) / 2
    y = RULE + head.letterhead_top
    if logo:
        _draw_logo(canvas, div, logo, Box(RULE, y, width - RULE, LOGO_HEIGHT))
    y += LOGO_HEIGHT + LOGO_GAP
    for part in head.letterhead:
        y += part.gap
        with canvas.marked(div.add("P")):
            canvas.write_lines(
                part.lines, middle, y, part.line_height, part.size, bold=True, align="centre"
            )
        y += len(part.lines) * part.line_height


def _draw_logo(canvas: Canvas, div: Tag, logo: Image, room: Box) -> None:
    """As high as its room, or as wide where it would be wider."""
    width = min(room.height * logo.ratio, room.width)
    height = width / logo.ratio
    x = room.x + (room.width - width) / 2
    y = room.y + (room.height - height) / 2
    left, top = canvas.points(x, y)
    right, bottom = canvas.points(x + width, y + height)
    box = figure_entry((left, bottom, right, top))
    with canvas.marked(div.add("Figure", alternative(LOGO) + box)):
        canvas.place(LOGO, x, y, width, height)


def _draw_head(canvas: Canvas, tags: TableTags, page: IdentityPage, head: IdentityHead) -> None:
    """Number and dates, approval, name: labels on the left, values on the right."""
    left, right = page.head_left, page.width
    divide = left + RULE + head.label_width
    heights = [*(row.height for row in head.dates), head.approval.height, head.title.height]
    with canvas.artifact():
        _rule(canvas, Box(left, 0, right - left, RULE))
        y = RULE
        for height in heights:
            y += height
            _rule(canvas, Box(left, y - RULE, right - left, RULE))
        for x in (left, divide - RULE, right - RULE):
            _rule(canvas, Box(x, 0, RULE, y))
    body = tags.tag.add("TBody")
    labels = Box(left + RULE, RULE, head.label_width - RULE, 0)
    values = Box(divide, RULE, right - RULE - divide, 0)
    y = RULE
    for row in head.dates:
        _draw_row(canvas, tags, body.add("TR"), row, _at(labels, y), _at(values, y))
        y += row.height
    _draw_approval(canvas, tags, body.add("TR"), head, _at(labels, y), _at(values, y))
    y += head.approval.height
    _draw_row(canvas, tags, body.add("TR"), head.title, _at(labels, y), _at(values, y))


def _at(column: Box, y: float) -> Box:
    return Box(column.x, y, column.width, 0)


def _draw_row(
    canvas: Canvas, tags: TableTags, tag: Tag, row: HeadRow, label: Box, value: Box
) -> None:
    room = row.height - RULE
    head = tags.head(tag, "Row")
    with canvas.marked(head.tag):
        top = label.y + (room - row.line_height) / 2
        canvas.write_lines((row.label,), label.x + PADDING, top, row.line_height, LABEL_SIZE)
    cell = tags.cell(tag, head.name)
    if any(row.lines):
        top = value.y + (room - len(row.lines) * row.line_height) / 2
        with canvas.marked(cell):
            canvas.write_lines(
                row.lines, value.x + PADDING, top, row.line_height, row.size, bold=row.bold
            )


def _draw_approval(
    canvas: Canvas, tags: TableTags, tag: Tag, head: IdentityHead, label: Box, value: Box
) -> None:
    """Position, room for the signature, name, rank and NIP, in the middle of their cell."""
    block = head.approval
    step = leading(VALUE_SIZE)
    heading = tags.head(tag, "Row")
    with canvas.marked(heading.tag):
        top = label.y + head.row_padding
        canvas.write_lines((block.label,), label.x + PADDING, top, step, LABEL_SIZE)
    cell = tags.cell(tag, heading.name)
    middle = value.x + value.width / 2
    parts = (block.position, block.name, block.rank, block.nip)
    needed = SIGNATURE_HEIGHT + sum(step * _count(lines) for lines in parts)
    y = value.y + (block.height - RULE - needed) / 2
    for lines in parts:
        named = lines is block.name
        y += SIGNATURE_HEIGHT if named else 0
        if _count(lines):
            with canvas.marked(cell.add("P")):
                canvas.write_lines(lines, middle, y, step, VALUE_SIZE, bold=named, align="centre")
                if named:
                    canvas.underline(lines, middle, y, step, VALUE_SIZE)
        y += step * _count(lines)


def _count(lines: Sequence[str]) -> int:
    """An empty text takes no room."""
    return len(lines) if any(lines) else 0


def _draw_bands(canvas: Canvas, tags: TableTags, page: IdentityPage) -> None:
    y = _bands_begin(page)
    with canvas.artifact():
        if not page.head:
            _rule(canvas, Box(0, page.bands_top, page.width, RULE))
        for band in page.bands:
            for height in (page.heading_height, band.height):
                y += height
                _rule(canvas, Box(0, y - RULE, page.width, RULE))
        for x in (0.0, page.head_left, page.width - RULE):
            _rule(canvas, Box(x, page.bands_top, RULE, y - page.bands_top))
    body = tags.tag.add("TBody")
    y = _bands_begin(page)
    for band in page.bands:
        _draw_band(canvas, tags, body, page, band, y)
        y += page.heading_height + band.height


def _draw_band(
    canvas: Canvas, tags: TableTags, body: Tag, page: IdentityPage, band: Band, y: float
) -> None:
    headings, cells = body.add("TR"), body.add("TR")
    left = Box(RULE, y, page.head_left - RULE, page.heading_height)
    right = Box(page.left_width, y, page.width - RULE - page.left_width, page.heading_height)
    names = []
    for panel, box in ((band.left, left), (band.right, right)):
        head = tags.head(headings, "Column")
        names.append(head.name)
        if panel.heading:
            top = box.y + (box.height - RULE - HEADING_LINE) / 2
            with canvas.marked(head.tag):
                canvas.write_lines(
                    (panel.heading,),
                    box.x + box.width / 2,
                    top,
                    HEADING_LINE,
                    HEADING_SIZE,
                    bold=True,
                    align="centre",
                )
    for panel, box, name in ((band.left, left, names[0]), (band.right, right, names[1])):
        top = y + page.heading_height + page.band_padding
        _draw_panel(canvas, tags.cell(cells, name), page, panel, box.x + PADDING, top)


def _draw_panel(
    canvas: Canvas, cell: Tag, page: IdentityPage, panel: Panel, x: float, y: float
) -> None:
    step, size = page.line_height, page.text_size
    items = cell.add("L", LIST_ENTRY) if panel.numbered and panel.items else cell
    for item in panel.items:
        part = items.add("LI") if panel.numbered else items.add("P")
        if item.number:
            with canvas.marked(part.add("Lbl")):
                canvas.write_lines((f"{item.number}.",), x, y, step, size)
        body = part.add("LBody") if panel.numbered else part
        with canvas.marked(body):
            canvas.write_lines(item.lines, x + panel.indent, y, step, size)
        y += step * len(item.lines)
