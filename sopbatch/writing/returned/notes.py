"""Notes on marked cells: sentence and advice, beside or below what the sender wrote there."""

from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from sopbatch.model import Merge
from sopbatch.writing.returned.areas import range_of, reference
from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.markup import (
    SHEET_ORDER,
    SPACE,
    Element,
    escaped,
    local,
    put_in_order,
    take_out,
    text_of,
)
from sopbatch.writing.returned.shapes import (
    EMPTY,
    VML_TYPE,
    is_empty,
    with_boxes,
    without_boxes,
)

AUTHOR = "sopbatch"
HEAD = "Catatan pemeriksaan SOP"
TAIL = "Catatan ini hilang sendiri pada pemeriksaan berikutnya."
"""Between head and tail the text is ours, whatever stands before and behind them."""
COMMENTS_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.comments+xml"
BLANK_LINE = "\n\n"
COMMENT_ORDER = ("t", "r", "rPh", "phoneticPr")


@dataclass(slots=True)
class Notes:
    """The notes of one sheet; `sheet` is its parsed part and is changed in place."""

    book: WorkbookPart
    part: str
    sheet: Element

    def add(self, notes: Mapping[Merge, str]) -> None:
        """Put notes on the first cells of areas."""
        threads = self._threads()
        seen = {area: text for area, text in notes.items() if _corner(area) not in threads}
        if not seen:
            return
        comments = self._comments_part()
        root = self.book.package.root(comments)
        fresh = self._write(root, seen)
        self.book.package.put(comments, root, changed=True)
        if fresh:
            self._draw({area: f"{HEAD}\n{text}\n\n{TAIL}" for area, text in fresh.items()})

    def _write(self, root: Element, notes: Mapping[Merge, str]) -> dict[Merge, str]:
        """Add the notes to the comments; those whose cells had no comment, and so no box."""
        tag, author = self.book.tag, self._author(root)
        there = {_position(item): item for item in root.iter(tag("comment"))}
        listed = root.find(tag("commentList"))
        if listed is None:
            listed = etree.SubElement(root, tag("commentList"))
        fresh: dict[Merge, str] = {}
        for area, text in notes.items():
            comment = there.get(_corner(area))
            if comment is None:
                comment = self._comment(area, author)
                listed.append(comment)
                fresh[area] = text
            self._append(comment, text)
        return fresh

    def remove(self) -> None:
        """Take out the notes of an earlier round; the sender's own texts stay."""
        package = self.book.package
        comments = package.related(self.part, "comments")
        if not comments:
            return
        root = package.root(comments)
        gone = [item for item in root.iter(self.book.tag("comment")) if self._cut(item)]
        for comment in gone:
            take_out(comment)
        left = root.find(f".//{self.book.tag('comment')}") is not None
        package.put(comments, root)
        if gone and not left:
            package.drop(self.part, comments)
        self._rub_out({_position(comment) for comment in gone})

    def _threads(self) -> set[tuple[int, int]]:
        """Cells with a threaded conversation: programs show no note beside one."""
        package = self.book.package
        return {
            _position(item)
            for relation in package.relations(self.part)
            if relation.kind == "threadedComment" and relation.target in package.parts
            for item in package.root(relation.target)
        }

    def _comments_part(self) -> str:
        package = self.book.package
        comments = package.related(self.part, "comments")
        if not comments:
            empty = f'<comments xmlns="{self.book.main}"><authors/><commentList/></comments>'
            comments = package.add("xl/commentsSopb", ".xml", empty.encode(), COMMENTS_TYPE)
            package.relate(self.part, "comments", comments, strict=self.book.strict)
        return comments

    def _author(self, root: Element) -> int:
        authors = root.find(self.book.tag("authors"))
        if authors is None:
            authors = etree.Element(self.book.tag("authors"))
            root.insert(0, authors)
        names = [item.text for item in authors]
        if AUTHOR not in names:
            etree.SubElement(authors, self.book.tag("author")).text = AUTHOR
        return [*names, AUTHOR].index(AUTHOR)

    def _comment(self, area: Merge, author: int) -> Element:
        reference = _first_cell(area)
        return etree.Element(self.book.tag("comment"), ref=reference, authorId=str(author))

    def _append(self, comment: Element, note: str) -> None:
        """Add our runs behind whatever the note says already."""
        tag = self.book.tag
        text = comment.find(tag("text"))
        if text is None:
            text = etree.SubElement(comment, tag("text"))
        for plain in list(text.iterchildren(tag("t"))):
            # A text is either plain or made of runs.
            run = etree.Element(tag("r"))
            text.replace(plain, run)
            run.append(plain)
        before = BLANK_LINE if text_of(text) else ""
        for bold, words in ((True, f"{before}{HEAD}"), (False, f"\n{note}\n\n{TAIL}")):
            run = etree.Element(tag("r"))
            properties = etree.SubElement(run, tag("rPr"))
            if bold:
                etree.SubElement(properties, tag("b"))
            etree.SubElement(properties, tag("sz"), val="9")
            etree.SubElement(properties, tag("rFont"), val="Arial")
            element = etree.SubElement(run, tag("t"))
            element.text = escaped(words)
            element.set(SPACE, "preserve")
            put_in_order(text, run, COMMENT_ORDER)

    def _cut(self, comment: Element) -> bool:
        """Cut our text, however programs split it into runs; whether nothing is left."""
        text = comment.find(self.book.tag("text"))
        if text is None:
            return False
        whole = text_of(text)
        start, end = _our_part(whole)
        if start == end:
            return False
        at = 0
        for piece in list(text.iter(self.book.tag("t"))):
            words = piece.text or ""
            piece.text = words[: max(0, start - at)] + words[max(0, end - at) :]
            at += len(words)
            run = piece.getparent()
            if not piece.text and words and run is not None:
                take_out(piece if run is text else run)
        return not text_of(text).strip()

    def _drawing(self) -> tuple[Element | None, str]:
        """The sheet's reference to its legacy drawing, and that drawing's part."""
        found = next((item for item in self.sheet if local(item) == "legacyDrawing"), None)
        if found is None:
            return None, ""
        wanted = found.get(f"{{{self.book.rel}}}id", "")
        relations = self.book.package.relations(self.part)
        return found, next((item.target for item in relations if item.id == wanted), "")

    def _draw(self, notes: Mapping[Merge, str]) -> None:
        package = self.book.package
        mark, part = self._drawing()
        if part not in package.parts:
            if mark is not None:
                take_out(mark)
            part = package.add("xl/drawings/vmlDrawingSopb", ".vml", EMPTY.encode(), VML_TYPE)
            relation = package.relate(self.part, "vmlDrawing", part, strict=self.book.strict)
            mark = etree.Element(self.book.tag("legacyDrawing"))
            mark.set(f"{{{self.book.rel}}}id", relation)
            put_in_order(self.sheet, mark, SHEET_ORDER)
        drawn = with_boxes(_decoded(package.parts[part]), self.sheet, notes)
        package.parts[part] = _encoded(drawn)

    def _rub_out(self, cells: set[tuple[int, int]]) -> None:
        package = self.book.package
        mark, part = self._drawing()
        if mark is None or part not in package.parts or not cells:
            return
        left = without_boxes(_decoded(package.parts[part]), cells)
        package.parts[part] = _encoded(left)
        if is_empty(left):
            take_out(mark)
            package.drop(self.part, part)


def _our_part(whole: str) -> tuple[int, int]:
    """Where our text stands in a note, with the blank line before it; (0, 0) for nowhere."""
    tail = whole.rfind(TAIL)
    head = whole.rfind(f"{HEAD}\n", 0, max(tail, 0))
    if head < 0:
        return 0, 0
    start = head - len(BLANK_LINE) * whole[:head].endswith(BLANK_LINE)
    return start, tail + len(TAIL)


def _corner(area: Merge) -> tuple[int, int]:
    return area.top, area.left


def _first_cell(area: Merge) -> str:
    return reference(Merge(area.top, area.left, area.top, area.left))


def _position(comment: Element) -> tuple[int, int]:
    """1-based row and column of a comment; (0, 0) when it has none."""
    area = range_of(comment.get("ref", ""))
    return (0, 0) if area is None else _corner(area)


def _decoded(vml: bytes) -> str:
    return vml.decode("utf-8", "surrogateescape")


def _encoded(vml: str) -> bytes:
    return vml.encode("utf-8", "surrogateescape")
