"""The contents of a book ("Daftar Isi"), drawn: a table of its SOPs whose lines lead to them."""

from collections.abc import Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from itertools import pairwise

from sopbatch.model import PaperSize
from sopbatch.text.printable import printable
from sopbatch.text.wrapping import wrap
from sopbatch.writing.book.stamps import FACES
from sopbatch.writing.book.values import BookEntry
from sopbatch.writing.palette import FRAME_INK, GRID_INK, HEAD_INK
from sopbatch.writing.pdf import Canvas, Tag
from sopbatch.writing.pdf.canvas import base_line, ink, text_width
from sopbatch.writing.pdf.tags import identified, table_entry

TITLE, TITLE_SIZE, TITLE_LINE, TITLE_HEIGHT = "DAFTAR ISI", 15.0, 8.0, 12.0
"""Letters in pt; the line, and down to the table, mm."""
HEADS = ("No.", "Nomor SOP", "Nama SOP", "Halaman")
HEAD_NAMES = tuple(f"isi-{at}" for at in range(len(HEADS)))
ORDINAL, NUMBER, PAGE = 12.0, 68.0, 22.0
"""Widths of columns, mm; the title has the rest."""
SIZE, LINE, SIDE, ABOVE, HEAD_ABOVE = 10.0, 4.4, 2.0, 1.1, 1.3
"""Letters in pt; a line, and what a cell has beside and above its text, mm."""
HEAD_HEIGHT = LINE + 2 * HEAD_ABOVE
"""In mm."""
THIN, THICK = 0.18, 0.25
"""Lines of the grid, and around heads, mm."""
HEAD_FILL, HEAD_LINE, GRID, NOTE_INK = map(ink, (HEAD_INK, FRAME_INK, GRID_INK, FRAME_INK))
NOTE_SIZE, NOTE_LINE, NOTE_ABOVE = 8.0, 3.6, 2.5
"""Letters of the note in pt; its lines, and the air above it, mm."""
NOTE = (
    "Nomor halaman kumpulan ini tercetak di sudut kanan atas; “Halaman … dari …” di kaki halaman "
    "adalah nomor halaman SOP itu sendiri."
)
DRAFTS_NOTE = " SOP bertanda (draf) belum disahkan."
DRAFT = "(draf)"
TITLE_LONGEST, NUMBER_LONGEST = 300, 80
"""Characters."""


@dataclass(frozen=True, slots=True)
class ContentsRow:
    """A line of the contents before it is known where it leads."""

    ordinal: int
    number: str
    title: str
    draft: bool
    lines: tuple[tuple[str, ...], tuple[str, ...]]
    """Of number and title; the last one of a draft says so."""

    @property
    def name(self) -> str:
        """What the book calls the document."""
        return f"{self.number} {self.title}".strip()

    def told(self, page: int) -> str:
        """What its links say of the page they lead to."""
        return f"{self.title}, halaman {page}"

    @property
    def height(self) -> float:
        """In mm."""
        return max(map(len, self.lines)) * LINE + 2 * ABOVE


def contents_rows(entries: Sequence[BookEntry], paper: PaperSize) -> tuple[ContentsRow, ...]:
    """The lines of the contents in the order of the documents."""
    room = _edges(paper)[3] - _edges(paper)[2] - 2 * SIDE
    rows = []
    for ordinal, entry in enumerate(entries, 1):
        number = printable(entry.number, NUMBER_LONGEST)
        title = printable(entry.title, TITLE_LONGEST) or "SOP"
        told = list(wrap(title, room, SIZE))
        if entry.draft and text_width(f"{told[-1]} {DRAFT}", SIZE) <= room:
            told[-1] += f" {DRAFT}"
        elif entry.draft:
            told.append(DRAFT)
        lines = wrap(number or "-", NUMBER - 2 * SIDE, SIZE), tuple(told)
        rows.append(ContentsRow(ordinal, number, title, entry.draft, lines))
    return tuple(rows)


@dataclass(frozen=True, slots=True)
class ContentsPlan:
    """Which lines stand on which page; the last page has the note."""

    pages: tuple[tuple[ContentsRow, ...], ...]
    note: tuple[str, ...]


def plan_contents(rows: Sequence[ContentsRow], paper: PaperSize) -> ContentsPlan:
    """Pages are filled in turn; the note goes on to a further one when there is no room for it."""
    told = NOTE + DRAFTS_NOTE * any(row.draft for row in rows)
    note = wrap(told, paper.width - 2 * paper.margin, NOTE_SIZE)
    bottom = paper.height - 2 * paper.margin
    pages: list[list[ContentsRow]] = [[]]
    left = bottom - TITLE_HEIGHT - HEAD_HEIGHT
    for row in rows:
        if row.height > left and pages[-1]:
            pages.append([])
            left = bottom - HEAD_HEIGHT
        pages[-1].append(row)
        left -= row.height
    if NOTE_ABOVE + len(note) * NOTE_LINE > left:
        pages.append([])
    return ContentsPlan(tuple(map(tuple, pages)), note)


def draw_contents(
    plan: ContentsPlan, canvases: Sequence[Canvas], targets: Sequence[tuple[int, bytes]]
) -> Tag:
    """Draw the pages; their element.

    Args:
        plan: What stands on them.
        canvases: As many.
        targets: For each line the page it names, and that page in the syntax of the file.
    """
    section = Tag("Sect")
    heading, table = section.add("H1"), section.add("Table")
    for at, (canvas, rows) in enumerate(zip(canvases, plan.pages, strict=True)):
        top = 0.0
        if not at:
            middle = (canvas.width - 2 * canvas.margin) / 2
            y = base_line(TITLE_LINE, TITLE_SIZE)
            with canvas.marked(heading):
                canvas.write(TITLE, middle, y, TITLE_SIZE, bold=True, align="centre")
            top = TITLE_HEIGHT
        if rows or not at:
            top = _draw_table(canvas, table, rows, targets, top, first=not at)
    note = section.add("P")
    with canvases[-1].marked(note):
        canvases[-1].write_lines(
            plan.note, 0.0, top + NOTE_ABOVE, NOTE_LINE, NOTE_SIZE, colour=NOTE_INK
        )
    return section


def _edges(paper: PaperSize) -> tuple[float, ...]:
    """Left edge of each column, and the right edge of the last, mm."""
    return _edges_within(paper.width - 2 * paper.margin)


def _edges_within(width: float) -> tuple[float, ...]:
    return 0.0, ORDINAL, ORDINAL + NUMBER, width - PAGE, width


def _draw_table(
    canvas: Canvas,
    table: Tag,
    rows: Sequence[ContentsRow],
    targets: Sequence[tuple[int, bytes]],
    top: float,
    *,
    first: bool,
) -> float:
    """Grid, heads and lines of one page; where they end, mm."""
    edges = _edges_within(canvas.width - 2 * canvas.margin)
    levels = [top + HEAD_HEIGHT]
    for row in rows:
        levels.append(levels[-1] + row.height)
    with canvas.artifact():
        _draw_grid(canvas, edges, top, levels)
    if first:
        _draw_heads(canvas, table.add("TR"), edges, top)
    else:
        with canvas.artifact("/Type /Pagination"):
            _draw_heads(canvas, None, edges, top)
    for row, y in zip(rows, levels, strict=False):
        _draw_row(canvas, table.add("TR"), row, edges, y, targets[row.ordinal - 1])
    return levels[-1]


def _draw_grid(canvas: Canvas, edges: Sequence[float], top: float, levels: Sequence[float]) -> None:
    left, right = edges[0], edges[-1]
    head, bottom = levels[0], levels[-1]
    canvas.fill_box(left, top, right - left, head - top, HEAD_FILL)
    lines = [((left, y), (right, y)) for y in levels[1:]]
    lines += [((x, head), (x, bottom)) for x in edges if bottom > head]
    if lines:
        canvas.draw(lines, stroke=GRID, thickness=THIN)
    heads = [((left, y), (right, y)) for y in (top, head)]
    heads += [((x, top), (x, head)) for x in edges]
    canvas.draw(heads, stroke=HEAD_LINE, thickness=THICK)


def _draw_heads(canvas: Canvas, row: Tag | None, edges: Sequence[float], top: float) -> None:
    """The heads; without a row where they only stand again on a further page."""
    y = top + HEAD_ABOVE + base_line(LINE, SIZE)
    for (left, right), text, name in zip(pairwise(edges), HEADS, HEAD_NAMES, strict=True):
        middle = text in (HEADS[0], HEADS[-1])
        x = (left + right) / 2 if middle else left + SIDE
        about = identified(name) + table_entry(scope="Column")
        with nullcontext() if row is None else canvas.marked(row.add("TH", about)):
            canvas.write(text, x, y, SIZE, bold=True, align="centre" if middle else "left")


def _draw_row(
    canvas: Canvas,
    tag: Tag,
    row: ContentsRow,
    edges: Sequence[float],
    top: float,
    target: tuple[int, bytes],
) -> None:
    ordinal, number, title, page = (tag.add("TD", table_entry(heads=(n,))) for n in HEAD_NAMES)
    top += ABOVE
    y = top + base_line(LINE, SIZE)
    with canvas.marked(ordinal):
        canvas.write(str(row.ordinal), (edges[0] + edges[1]) / 2, y, SIZE, align="centre")
    with canvas.marked(number):
        canvas.write_lines(row.lines[0], edges[1] + SIDE, top, LINE, SIZE)
    _draw_title(canvas, title, row, edges[2] + SIDE, top, target)
    leads_to, place = target
    link, shown = page.add("Link"), str(leads_to)
    middle, wide = (edges[3] + edges[4]) / 2, text_width(shown, SIZE)
    with canvas.marked(link):
        canvas.write(shown, middle, y, SIZE, align="centre")
    canvas.lead(link, (middle - wide / 2, top, wide, LINE), place, row.told(leads_to))


def _draw_title(
    canvas: Canvas,
    tag: Tag,
    row: ContentsRow,
    left: float,
    top: float,
    target: tuple[int, bytes],
) -> None:
    """The title, which leads to its document; the sign of a draft behind it does not."""
    lines = [*row.lines[1]]
    if row.draft:
        lines[-1] = lines[-1].removesuffix(DRAFT)
    link = tag.add("Link")
    with canvas.marked(link):
        canvas.write_lines([line.rstrip() for line in lines], left, top, LINE, SIZE)
    leading = [line for line in lines if line]
    wide = max(text_width(line, SIZE) for line in leading)
    leads_to, place = target
    canvas.lead(link, (left, top, wide, len(leading) * LINE), place, row.told(leads_to))
    if row.draft:
        last = top + base_line(LINE, SIZE) + (len(lines) - 1) * LINE
        with canvas.marked(tag):
            canvas.write(DRAFT, left + text_width(lines[-1], SIZE), last, SIZE)


def contents_canvas(page: int, paper: PaperSize, letters: dict[bool, set[str]]) -> Canvas:
    """A page of the contents, 0-based."""
    return Canvas(
        page=page,
        width=paper.width,
        height=paper.height,
        margin=paper.margin,
        letters=letters,
        faces=FACES,
    )
