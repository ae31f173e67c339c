"""The structure of a document: headings, lists and tables, in the order in which they are read."""

from dataclasses import dataclass, field

from sopbatch.writing.pdf.stream import PdfStream
from sopbatch.writing.pdf.syntax import references, text_string


@dataclass(slots=True, eq=False)
class LinkArea:
    """Something on a page that leads elsewhere."""

    box: tuple[float, float, float, float]
    """Left, lower, right and upper edge on its page, in the units of a PDF."""
    target: bytes
    """In the syntax of the file."""
    told: str
    """In words."""
    key: int = 0
    """By which the file knows its element, once it is written."""
    number: int = 0
    """Of its object, once it is written."""


@dataclass(slots=True, eq=False)
class Tag:
    """A structure element; what it marks stands on one page."""

    kind: str
    about: bytes = b""
    """Further entries of its dictionary."""
    page: int = -1
    """0-based; -1 when it marks nothing itself."""
    kids: "list[Tag | int | LinkArea]" = field(default_factory=list)
    """Elements, numbers of marked content, and the one link that an element may be."""
    number: int = 0
    """Of its object, once it is written."""

    def add(self, kind: str, about: bytes = b"") -> "Tag":
        """A new element at the end of this one."""
        kid = Tag(kind, about)
        self.kids.append(kid)
        return kid


def alternative(text: str) -> bytes:
    """The entry that tells a picture in words."""
    return b" /Alt %b" % text_string(text)


def figure_entry(box: tuple[float, float, float, float]) -> bytes:
    """Where a picture stands on its page, in the units of a PDF."""
    return b" /A << /O /Layout /Placement /Block /BBox [ %.2f %.2f %.2f %.2f ] >>" % box


def identified(name: str) -> bytes:
    """The entry by which cells name their heads."""
    return b" /ID %b" % text_string(name)


def table_entry(
    *, scope: str = "", heads: tuple[str, ...] = (), columns: int = 1, rows: int = 1
) -> bytes:
    """Of a cell: what it is the head of, its heads by name, and over how much it reaches."""
    told = b""
    if scope:
        told += b" /Scope /%b" % scope.encode()
    if heads:
        told += b" /Headers [ %b ]" % b" ".join(map(text_string, heads))
    if columns > 1:
        told += b" /ColSpan %d" % columns
    if rows > 1:
        told += b" /RowSpan %d" % rows
    return b" /A << /O /Table%b >>" % told if told else b""


def write_tags(out: PdfStream, root: Tag, pages: list[int], marks: list[list[Tag]]) -> int:
    """The number of the tree; `marks` are the elements of each page's marked content."""
    tree, parents = out.number(), out.number()
    write_tag(out, root, tree, pages)
    told = b" ".join(
        b"%d [ %b ]" % (page, references([tag.number for tag in tags]))
        for page, tags in enumerate(marks)
    )
    out.add(parents, b"<< /Nums [ %b ] >>" % told)
    out.add(
        tree,
        b"<< /Type /StructTreeRoot /K [ %d 0 R ] /ParentTree %d 0 R /ParentTreeNextKey %d >>"
        % (root.number, parents, len(marks)),
    )
    return tree


def write_tag(out: PdfStream, tag: Tag, parent: int, pages: list[int]) -> None:
    """An element and all below it; links are written already."""
    tag.number = out.number()
    kids = []
    for kid in tag.kids:
        if isinstance(kid, Tag):
            write_tag(out, kid, tag.number, pages)
            kids.append(b"%d 0 R" % kid.number)
        elif isinstance(kid, LinkArea):
            kids.append(b"<< /Type /OBJR /Obj %d 0 R >>" % kid.number)
        else:
            kids.append(b"%d" % kid)
    page = b" /Pg %d 0 R" % pages[tag.page] if tag.page >= 0 else b""
    out.add(
        tag.number,
        b"<< /Type /StructElem /S /%b /P %d 0 R%b%b /K [ %b ] >>"
        % (tag.kind.encode(), parent, page, tag.about, b" ".join(kids)),
    )
