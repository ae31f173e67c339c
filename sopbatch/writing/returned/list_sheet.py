"""The sheet "Perbaikan" as a part of the package: the list of findings with links to the cells."""

from collections.abc import Mapping, Sequence

from lxml import etree

from sopbatch.model import Review, Severity, column_letters
from sopbatch.writing.returned.book import Book
from sopbatch.writing.returned.package import Element, Package, no_prefix
from sopbatch.writing.returned.words import HOW_TO, Item, items, printable, summary

WIDTHS = (2.0, 5.0, 13.0, 22.0, 56.0, 56.0, 46.0, 9.0)
HEADINGS = ("No", "Tingkat", "Sel", "Yang perlu diperbaiki", "Cara memperbaiki", "Alasan", "Aturan")
HEADER_ROW = 5
FIRST_COLUMN = 2
ACCENT = "FF1F4E79"
INKS = {Severity.ERROR: "FF9C1C00", Severity.WARNING: "FF7F6000", Severity.INFO: "FF1F4E79"}
STYLE_NAMES = ("title", "text", "head", "cell", "link", "error", "warning", "info", "number")


def add_styles(package: Package, book: Book) -> dict[str, int]:
    """Append our cell formats to the styles; existing ones keep their numbers."""
    part = package.related(book.part, "styles")
    root = package.root(part)
    fonts = _child(root, book, "fonts")
    fills = _child(root, book, "fills")
    borders = _child(root, book, "borders")
    formats = _child(root, book, "cellXfs")
    font = {
        name: _font(fonts, book, size=size, bold=bold, colour=colour, underline=name == "link")
        for name, size, bold, colour in (
            ("plain", 10, False, "FF262626"),
            ("title", 16, True, ACCENT),
            ("head", 10, True, "FFFFFFFF"),
            ("link", 10, False, "FF0563C1"),
            ("error", 10, True, INKS[Severity.ERROR]),
            ("warning", 10, True, INKS[Severity.WARNING]),
            ("info", 10, True, INKS[Severity.INFO]),
        )
    }
    none, dark = _fill(fills, book, ""), _fill(fills, book, ACCENT)
    bare, line = _border(borders, book, lined=False), _border(borders, book, lined=True)
    made = {
        "title": (font["title"], none, bare, ""),
        "text": (font["plain"], none, bare, ""),
        "head": (font["head"], dark, line, "center"),
        "cell": (font["plain"], none, line, ""),
        "link": (font["link"], none, line, ""),
        "error": (font["error"], none, line, ""),
        "warning": (font["warning"], none, line, ""),
        "info": (font["info"], none, line, ""),
        "number": (font["plain"], none, line, "center"),
    }
    ids = {name: _format(formats, book, *made[name], wrap=name != "title") for name in STYLE_NAMES}
    for group in (fonts, fills, borders, formats):
        group.set("count", str(len(group)))
    package.put(part, root)
    return ids


def write_list(book: Book, review: Review, styles: Mapping[str, int], theirs: str) -> bytes:
    """The sheet's part; `theirs` is the sheet to which findings about the whole file point."""
    root = etree.Element(book.tag("worksheet"), nsmap={**no_prefix(book.main), "r": book.rel})
    properties = etree.SubElement(root, book.tag("sheetPr"))
    etree.SubElement(properties, book.tag("tabColor"), rgb="FFC00000")
    etree.SubElement(properties, book.tag("pageSetUpPr"), fitToPage="1")
    _view(root, book)
    _columns(root, book)
    data = etree.SubElement(root, book.tag("sheetData"))
    _row(data, book, 1, [(2, "Perbaikan berkas", styles["title"])], height=24)
    name = printable(review.received.file_name)
    for row, text in ((2, f"Berkas: {name}. {summary(review)}"), (3, HOW_TO)):
        _row(data, book, row, [(2, text, styles["text"])], height=18)
    _row(
        data, book, HEADER_ROW,
        [(FIRST_COLUMN + at, text, styles["head"]) for at, text in enumerate(HEADINGS)],
        height=22,
    )  # fmt: skip
    links: list[tuple[str, str]] = []
    listed = items(review)
    for number, item in enumerate(listed, start=1):
        row = HEADER_ROW + number
        _item_row(data, book, row, number, item, styles)
        sheet, a1 = (item.cells[0].sheet, item.cells[0].a1) if item.cells else (theirs, "A1")
        links.append((f"D{row}", f"'{sheet.replace(chr(39), chr(39) * 2)}'!{a1}"))
    _repairs(data, book, review, HEADER_ROW + len(listed) + 2, styles)
    _finish(root, book, HEADER_ROW + len(listed), links)
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _item_row(
    data: Element, book: Book, row: int, number: int, item: Item, styles: Mapping[str, int]
) -> None:
    kind = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "info"}
    texts: tuple[tuple[str | int, str], ...] = (
        (number, "number"),
        (item.severity.label.capitalize(), kind[item.severity]),
        (item.where or "Berkas ini", "link"),
        (item.sentence, "cell"),
        (item.advice, "cell"),
        (item.reason, "cell"),
        (item.code, "number"),
    )
    lines = max(
        -(-len(str(text)) // int(width * 1.05))
        for (text, _), width in zip(texts, WIDTHS[1:], strict=True)
    )
    _row(
        data, book, row,
        [(FIRST_COLUMN + at, text, styles[style]) for at, (text, style) in enumerate(texts)],
        height=min(13.5 * lines + 5, 400),
    )  # fmt: skip


def _repairs(
    data: Element, book: Book, review: Review, row: int, styles: Mapping[str, int]
) -> None:
    """What the reader put right by itself, so that the officer can object."""
    repairs = review.submission.repairs if review.submission else ()
    if not repairs:
        return
    _row(data, book, row, [(2, "Yang kami sesuaikan saat membaca", styles["title"])], height=24)
    for at, repair in enumerate(repairs, start=1):
        where = "" if repair.cell is None else f"{repair.cell.sheet} {repair.cell.a1}: "
        text = printable(f"{where}{repair.sentence}")
        _row(data, book, row + at, [(2, text, styles["text"])], height=16)


def _row(
    data: Element,
    book: Book,
    row: int,
    cells: Sequence[tuple[int, str | int, int]],
    height: float,
) -> None:
    element = etree.SubElement(
        data, book.tag("row"), r=str(row), ht=f"{height:.1f}", customHeight="1"
    )
    for column, value, style in cells:
        cell = etree.SubElement(
            element, book.tag("c"), r=f"{column_letters(column)}{row}", s=str(style)
        )
        if isinstance(value, int):
            etree.SubElement(cell, book.tag("v")).text = str(value)
        else:
            cell.set("t", "inlineStr")
            text = etree.SubElement(etree.SubElement(cell, book.tag("is")), book.tag("t"))
            text.text = value
            text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _view(root: Element, book: Book) -> None:
    views = etree.SubElement(root, book.tag("sheetViews"))
    view = etree.SubElement(
        views, book.tag("sheetView"), showGridLines="0", tabSelected="1", workbookViewId="0"
    )
    below = f"A{HEADER_ROW + 1}"
    etree.SubElement(
        view, book.tag("pane"), ySplit=str(HEADER_ROW), topLeftCell=below,
        activePane="bottomLeft", state="frozen",
    )  # fmt: skip
    etree.SubElement(view, book.tag("selection"), pane="bottomLeft", activeCell=below, sqref=below)


def _columns(root: Element, book: Book) -> None:
    columns = etree.SubElement(root, book.tag("cols"))
    for number, width in enumerate(WIDTHS, start=1):
        etree.SubElement(
            columns, book.tag("col"),
            min=str(number), max=str(number), width=f"{width}", customWidth="1",
        )  # fmt: skip


def _finish(root: Element, book: Book, last_row: int, links: list[tuple[str, str]]) -> None:
    if last_row > HEADER_ROW:
        etree.SubElement(root, book.tag("autoFilter"), ref=f"B{HEADER_ROW}:H{last_row}")
    merges = etree.SubElement(root, book.tag("mergeCells"), count="2")
    for row in (2, 3):
        etree.SubElement(merges, book.tag("mergeCell"), ref=f"B{row}:H{row}")
    if links:
        group = etree.SubElement(root, book.tag("hyperlinks"))
        for cell, location in links:
            etree.SubElement(group, book.tag("hyperlink"), ref=cell, location=location)
    etree.SubElement(
        root, book.tag("pageMargins"),
        left="0.4", right="0.4", top="0.5", bottom="0.6", header="0.3", footer="0.3",
    )  # fmt: skip
    etree.SubElement(
        root, book.tag("pageSetup"),
        paperSize="9", orientation="landscape", fitToWidth="1", fitToHeight="0",
    )  # fmt: skip
    footer = etree.SubElement(root, book.tag("headerFooter"))
    etree.SubElement(footer, book.tag("oddFooter")).text = "&L&9Perbaikan&R&9Halaman &P dari &N"


def _child(root: Element, book: Book, name: str) -> Element:
    found = root.find(book.tag(name))
    if found is None:
        raise ValueError(f"styles without {name}")
    return found


def _font(
    fonts: Element, book: Book, *, size: int, bold: bool, colour: str, underline: bool
) -> int:
    font = etree.SubElement(fonts, book.tag("font"))
    if bold:
        etree.SubElement(font, book.tag("b"))
    if underline:
        etree.SubElement(font, book.tag("u"))
    etree.SubElement(font, book.tag("sz"), val=str(size))
    etree.SubElement(font, book.tag("color"), rgb=colour)
    etree.SubElement(font, book.tag("name"), val="Arial")
    etree.SubElement(font, book.tag("family"), val="2")
    return len(fonts) - 1


def _fill(fills: Element, book: Book, colour: str) -> int:
    fill = etree.SubElement(fills, book.tag("fill"))
    kind = "solid" if colour else "none"
    pattern = etree.SubElement(fill, book.tag("patternFill"), patternType=kind)
    if colour:
        etree.SubElement(pattern, book.tag("fgColor"), rgb=colour)
        etree.SubElement(pattern, book.tag("bgColor"), indexed="64")
    return len(fills) - 1


def _border(borders: Element, book: Book, *, lined: bool) -> int:
    border = etree.SubElement(borders, book.tag("border"))
    for side in ("left", "right", "top", "bottom", "diagonal"):
        edge = etree.SubElement(border, book.tag(side))
        if lined and side != "diagonal":
            edge.set("style", "thin")
            etree.SubElement(edge, book.tag("color"), rgb="FFBFBFBF")
    return len(borders) - 1


def _format(
    formats: Element, book: Book, font: int, fill: int, border: int, across: str, *, wrap: bool
) -> int:
    entry = etree.SubElement(
        formats, book.tag("xf"),
        numFmtId="0", fontId=str(font), fillId=str(fill), borderId=str(border), xfId="0",
        applyFont="1", applyFill="1", applyBorder="1", applyAlignment="1",
    )  # fmt: skip
    alignment = etree.SubElement(entry, book.tag("alignment"), vertical="top")
    if across:
        alignment.set("horizontal", across)
    if wrap:
        alignment.set("wrapText", "1")
    return len(formats) - 1
