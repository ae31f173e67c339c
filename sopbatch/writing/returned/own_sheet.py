"""A worksheet part of our own: rows from the top down, texts inline, links, print layout."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from lxml import etree

from sopbatch.model import column_letters
from sopbatch.schema.own_texts import DIGESTS_IN_CELL, text_digest
from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.markup import SPACE, Element, escaped, no_prefix, serialise
from sopbatch.writing.returned.styles import Look, StylesPart
from sopbatch.writing.templates.heights import fitting_height

FILLED = 0.96
"""How much of their width lines of words take at least."""
HIGHEST = 400.0
"""Points; programs take 409 at most."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of a text with a look of its own."""

    text: str
    look: Look


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell about to be written."""

    column: int
    """1-based."""
    content: str | int | Sequence[Piece]
    look: Look
    last: int = 0
    """Last column it is merged to; 0 when it stands alone."""
    link: str = ""
    """Where a click leads, such as "'Prosedur'!C12"."""


class OwnSheet:
    """A sheet being written from its first row down; rows and columns are 1-based."""

    def __init__(self, book: WorkbookPart, styles: StylesPart, widths: Sequence[float]) -> None:
        self.book, self.styles, self.widths = book, styles, widths
        self.root = etree.Element(book.tag("worksheet"), nsmap=no_prefix(book.main))
        self.data = etree.Element(book.tag("sheetData"))
        self.cells: list[tuple[str, Cell]] = []

    def row(self, least: float, cells: Iterable[Cell] = ()) -> None:
        """Add a row of at least so many points that is high enough for its texts."""
        cells = tuple(cells)
        number = len(self.data) + 1
        texts = [
            (cell.content, self._width(cell), cell.look.size)
            for cell in cells
            if isinstance(cell.content, str) and cell.look.wrap
        ]
        height = min(fitting_height(texts, least), HIGHEST)
        row = self._below(self.data, "row", r=str(number), ht=f"{height:.1f}")
        if not texts or any(cell.last for cell in cells):
            # Programs fit other rows to their texts when opening; merged cells they leave out.
            row.set("customHeight", "1")
        for cell in cells:
            self._write(row, number, cell)

    def part(self, *, frozen_rows: int, tab: str, footer: str, shown: bool = True) -> bytes:
        """The sheet's bytes; its first rows stand still, and `shown` is the one that opens."""
        properties = self._below(self.root, "sheetPr")
        self._below(properties, "tabColor", rgb=tab)
        self._below(properties, "pageSetUpPr", fitToPage="1")
        self._view(frozen_rows, shown=shown)
        columns = self._below(self.root, "cols")
        for number, width in enumerate(self.widths, start=1):
            at = str(number)
            self._below(columns, "col", min=at, max=at, width=f"{width:g}", customWidth="1")
        unseen = str(len(self.widths) + 1)
        self._below(columns, "col", min=unseen, max=unseen, width="9", hidden="1")
        self._digests()
        self.root.append(self.data)
        self._merges()
        self._links()
        self._print_layout(footer)
        return serialise(self.root)

    def _digests(self) -> None:
        """Beside the first rows, unseen: what the sheet says, so that what is typed over shows."""
        told = sorted({text_digest(_plain(cell.content)) for _, cell in self.cells})
        pieces = [told[at : at + DIGESTS_IN_CELL] for at in range(0, len(told), DIGESTS_IN_CELL)]
        if len(pieces) > len(self.data):
            return
        for row, piece in zip(self.data, pieces, strict=False):
            at = f"{column_letters(len(self.widths) + 1)}{row.get('r')}"
            cell = self._below(row, "c", r=at, t="inlineStr")
            self._text(self._below(cell, "is"), " ".join(piece))

    def _write(self, row: Element, number: int, cell: Cell) -> None:
        style = str(self.styles.cell_format(cell.look))
        for column in range(cell.column, max(cell.last, cell.column) + 1):
            self._below(row, "c", r=f"{column_letters(column)}{number}", s=style)
        first = row[len(row) - 1 - max(cell.last - cell.column, 0)]
        self.cells.append((first.get("r", ""), cell))
        if isinstance(cell.content, int):
            self._below(first, "v").text = str(cell.content)
            return
        first.set("t", "inlineStr")
        text = self._below(first, "is")
        if isinstance(cell.content, str):
            self._text(text, cell.content)
            return
        for piece in cell.content:
            run = self._below(text, "r")
            run.append(self.styles.run_properties(piece.look))
            self._text(run, piece.text)

    def _text(self, parent: Element, text: str) -> None:
        element = self._below(parent, "t")
        element.text = escaped(text)
        element.set(SPACE, "preserve")

    def _width(self, cell: Cell) -> float:
        """Characters that a cell has room for: words do not fill their lines, indents take some."""
        whole = sum(self.widths[cell.column - 1 : max(cell.last, cell.column)])
        return whole * FILLED - 1.5 * cell.look.indent

    def _view(self, frozen_rows: int, *, shown: bool) -> None:
        views = self._below(self.root, "sheetViews")
        view = self._below(views, "sheetView", showGridLines="0")
        if shown:
            view.set("tabSelected", "1")
        view.set("workbookViewId", "0")
        below = f"A{frozen_rows + 1}"
        self._below(
            view, "pane", ySplit=str(frozen_rows), topLeftCell=below, activePane="bottomLeft",
            state="frozen",
        )  # fmt: skip
        self._below(view, "selection", pane="bottomLeft", activeCell=below, sqref=below)

    def _merges(self) -> None:
        merged = [(a1, cell) for a1, cell in self.cells if cell.last]
        if merged:
            group = self._below(self.root, "mergeCells", count=str(len(merged)))
            for a1, cell in merged:
                row = a1.lstrip("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
                self._below(group, "mergeCell", ref=f"{a1}:{column_letters(cell.last)}{row}")

    def _links(self) -> None:
        linked = [(a1, cell.link) for a1, cell in self.cells if cell.link]
        if linked:
            group = self._below(self.root, "hyperlinks")
            for a1, target in linked:
                self._below(group, "hyperlink", ref=a1, location=target)

    def _print_layout(self, footer: str) -> None:
        self._below(self.root, "printOptions", horizontalCentered="1")
        self._below(
            self.root, "pageMargins", left="0.4", right="0.4", top="0.5", bottom="0.6",
            header="0.3", footer="0.3",
        )  # fmt: skip
        self._below(
            self.root, "pageSetup", paperSize="9", orientation="landscape", fitToWidth="1",
            fitToHeight="0",
        )  # fmt: skip
        printed = self._below(self.root, "headerFooter")
        # The footer's text is set off from the type size, lest a digit of it be taken for a size.
        shown = escaped(footer.replace("&", "&&"))
        self._below(printed, "oddFooter").text = f"&L&8 {shown}&R&8Halaman &P dari &N"

    def _below(self, parent: Element, name: str, **attributes: str) -> Element:
        return etree.SubElement(parent, self.book.tag(name), attributes)


def _plain(content: str | int | Sequence[Piece]) -> str:
    if isinstance(content, str | int):
        return str(content)
    return "".join(piece.text for piece in content)
