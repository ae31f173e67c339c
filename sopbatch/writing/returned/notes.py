"""Notes on marked cells: sentence and advice, beside or below what the sender wrote there."""

import re
from collections.abc import Mapping
from html import escape

from lxml import etree

from sopbatch.model import CellRef, column_number
from sopbatch.writing.returned.book import Book
from sopbatch.writing.returned.package import Element, Package, text_of

AUTHOR = "sopbatch"
HEAD = "Catatan pemeriksaan SOP"
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
VML_TYPE = "application/vnd.openxmlformats-officedocument.vmlDrawing"
EMPTY_VML = (
    '<xml xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"'
    ' xmlns:x="urn:schemas-microsoft-com:office:excel"><o:shapelayout v:ext="edit">'
    '<o:idmap v:ext="edit" data="77"/></o:shapelayout><v:shapetype id="_x0000_t202"'
    ' coordsize="21600,21600" o:spt="202" path="m,l,21600r21600,l21600,xe"><v:stroke'
    ' joinstyle="miter"/><v:path gradientshapeok="t" o:connecttype="rect"/></v:shapetype></xml>'
)
SHAPE = re.compile(r"<v:shape\b(?:(?!</v:shape>).)*</v:shape>", re.DOTALL)
AFTER_LEGACY = ("legacyDrawingHF", "drawingHF", "picture", "oleObjects", "controls",
                "webPublishItems", "tableParts", "extLst")  # fmt: skip


def add_notes(
    package: Package, book: Book, part: str, sheet: Element, notes: Mapping[CellRef, str]
) -> None:
    """Put notes on cells of one sheet; `sheet` is its parsed part and is changed in place."""
    if not notes:
        return
    comments_part = package.related(part, "comments")
    if not comments_part:
        comments_part = package.free_name("xl/commentsSopb", ".xml")
        empty = f'<comments xmlns="{book.main}"><authors/><commentList/></comments>'
        package.add(comments_part, empty.encode(), COMMENTS_TYPE)
        package.relate(part, "comments", comments_part, strict=book.strict)
    root = package.root(comments_part)
    author = _author(root, book)
    texts = root.find(book.tag("commentList"))
    if texts is None:
        texts = etree.SubElement(root, book.tag("commentList"))
    there = {item.get("ref", ""): item for item in texts}
    fresh: list[CellRef] = []
    for cell, note in sorted(notes.items()):
        if cell.a1 in there:
            _append(there[cell.a1], book, note)
        else:
            fresh.append(cell)
            comment = etree.SubElement(
                texts, book.tag("comment"), ref=cell.a1, authorId=str(author)
            )
            etree.SubElement(comment, book.tag("text"))
            _append(comment, book, note)
    texts[:] = sorted(texts, key=lambda item: _position(item.get("ref", "A1")))
    package.put(comments_part, root)
    _draw(package, book, part, sheet, fresh)


def remove_notes(package: Package, book: Book, part: str) -> None:
    """Take out the notes of an earlier round; the sender's own texts stay."""
    comments_part = package.related(part, "comments")
    if not comments_part:
        return
    root = package.root(comments_part)
    gone: set[tuple[int, int]] = set()
    for comment in list(root.iter(book.tag("comment"))):
        runs = comment.find(book.tag("text"))
        if runs is None:
            continue
        _cut(runs, book)
        parent = comment.getparent()
        if not text_of(runs).strip() and parent is not None:
            gone.add(_position(comment.get("ref", "A1")))
            parent.remove(comment)
    package.put(comments_part, root)
    vml = package.related(part, "vmlDrawing")
    if vml and gone:
        text = package.parts[vml].decode("utf-8", "surrogateescape")
        kept = SHAPE.sub(lambda match: "" if _shape_at(match[0]) in gone else match[0], text)
        package.parts[vml] = kept.encode("utf-8", "surrogateescape")


def _author(root: Element, book: Book) -> int:
    authors = root.find(book.tag("authors"))
    if authors is None:
        authors = etree.Element(book.tag("authors"))
        root.insert(0, authors)
    names = [item.text for item in authors]
    if AUTHOR in names:
        return names.index(AUTHOR)
    etree.SubElement(authors, book.tag("author")).text = AUTHOR
    return len(names)


def _append(comment: Element, book: Book, note: str) -> None:
    """Add our run behind whatever the note says already."""
    text = comment.find(book.tag("text"))
    if text is None:
        text = etree.SubElement(comment, book.tag("text"))
    before = "\n\n" if text_of(text) else ""
    for bold, words in ((True, f"{before}{HEAD}\n"), (False, note)):
        run = etree.SubElement(text, book.tag("r"))
        properties = etree.SubElement(run, book.tag("rPr"))
        if bold:
            etree.SubElement(properties, book.tag("b"))
        etree.SubElement(properties, book.tag("sz"), val="9")
        etree.SubElement(properties, book.tag("rFont"), val="Arial")
        element = etree.SubElement(run, book.tag("t"))
        element.text = words
        element.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _cut(text: Element, book: Book) -> None:
    """Drop everything from our head on, however programs split it into runs."""
    whole = text_of(text)
    if HEAD not in whole:
        return
    keep = len(whole[: whole.index(HEAD)].rstrip("\n"))
    for element in list(text.iter(book.tag("t"))):
        words = element.text or ""
        element.text, keep = words[:keep], max(0, keep - len(words))
        run = element.getparent()
        if not element.text and run is not None and run is not text:
            text.remove(run)


def _draw(package: Package, book: Book, part: str, sheet: Element, cells: list[CellRef]) -> None:
    """Every new note needs a hidden shape in the sheet's legacy drawing."""
    if not cells:
        return
    vml = package.related(part, "vmlDrawing") if _legacy(sheet, book) is not None else ""
    if not vml:
        vml = package.free_name("xl/drawings/vmlDrawingSopb", ".vml")
        package.know_extension("vml", VML_TYPE)
        package.parts[vml] = EMPTY_VML.encode()
        relation = package.relate(part, "vmlDrawing", vml, strict=book.strict)
        element = etree.Element(book.tag("legacyDrawing"))
        element.set(f"{{{book.rel}}}id", relation)
        _insert_legacy(sheet, element)
    text = package.parts[vml].decode("utf-8", "surrogateescape")
    start = 77 * 1024 + text.count("sopb_")
    shapes = "".join(_shape(start + number, cell) for number, cell in enumerate(cells, start=1))
    head, close, tail = text.rpartition("</xml>")
    package.parts[vml] = f"{head}{shapes}{close}{tail}".encode("utf-8", "surrogateescape")


def _legacy(sheet: Element, book: Book) -> Element | None:
    return sheet.find(book.tag("legacyDrawing"))


def _insert_legacy(sheet: Element, element: Element) -> None:
    after = [
        item
        for item in sheet
        if isinstance(item.tag, str) and etree.QName(item).localname in AFTER_LEGACY
    ]
    if after:
        after[0].addprevious(element)
    else:
        sheet.append(element)


def _shape(number: int, cell: CellRef) -> str:
    row, column = cell.row - 1, cell.column - 1
    anchor = f"{column + 1}, 12, {max(row - 1, 0)}, 6, {column + 4}, 30, {row + 6}, 4"
    return (
        f'<v:shape id="_x0000_s{number}" o:spid="_x0000_s{number}" alt="{escape("sopb_")}"'
        ' type="#_x0000_t202" style="position:absolute;visibility:hidden" fillcolor="#fff8e1"'
        ' o:insetmode="auto"><v:fill color2="#fff8e1"/><v:shadow on="t" obscured="t"/>'
        '<v:path o:connecttype="none"/><v:textbox style="mso-direction-alt:auto"/>'
        '<x:ClientData ObjectType="Note"><x:MoveWithCells/><x:SizeWithCells/>'
        f"<x:Anchor>{anchor}</x:Anchor><x:AutoFill>False</x:AutoFill>"
        f"<x:Row>{row}</x:Row><x:Column>{column}</x:Column></x:ClientData></v:shape>"
    )


def _shape_at(shape: str) -> tuple[int, int]:
    row = re.search(r"<x:Row>\s*(\d+)\s*</x:Row>", shape)
    column = re.search(r"<x:Column>\s*(\d+)\s*</x:Column>", shape)
    return (int(row[1]) + 1, int(column[1]) + 1) if row and column else (0, 0)


def _position(address: str) -> tuple[int, int]:
    match = re.fullmatch(r"\$?([A-Za-z]{1,3})\$?(\d+)", address)
    return (int(match[2]), column_number(match[1])) if match else (0, 0)
