"""The styles part: our cell formats and fills are appended once and found again next time."""

import re
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from sopbatch.writing.returned.book import WorkbookPart
from sopbatch.writing.returned.markup import (
    STYLES_ORDER,
    Element,
    Told,
    no_prefix,
    parse,
    put_in_order,
    told,
    whole,
)

STYLES_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"
INK = "FF26323A"
LINE = "FFC9D3D8"
TEXT_FORMAT = "49"
"""Number of the built-in format "@"."""
DAY_FORMATS = range(14, 23)
"""Numbers of the built-in formats of days and times."""
DAY, QUOTED = re.compile("[yd]", re.IGNORECASE), re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')
NO_FILL = '<fill><patternFill patternType="none"/></fill>'
DOTTED = '<fill><patternFill patternType="gray125"/></fill>'
PLAIN = {
    "fonts": '<font><sz val="11"/><name val="Calibri"/></font>',
    "fills": NO_FILL + DOTTED,
    "borders": "<border><left/><right/><top/><bottom/><diagonal/></border>",
    "cellXfs": '<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>',
}
"""What a workbook without the group means by it: other cells must not take up ours."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Look:
    """How a cell of our list looks; colours are ARGB."""

    size: float = 10
    bold: bool = False
    ink: str = INK
    underline: bool = False
    fill: str = ""
    lined: bool = False
    """A hair line below."""
    across: str = "left"
    indent: int = 0
    wrap: bool = True
    free: bool = False
    """Copied into a protected form it stays a text that can be written over."""


class StylesPart:
    """The styles of a workbook; existing entries keep their numbers."""

    def __init__(self, book: WorkbookPart) -> None:
        package = book.package
        self.book = book
        self.part = package.related(book.part, "styles")
        if not self.part:
            empty = f'<styleSheet xmlns="{book.main}"/>'.encode()
            self.part = package.add("xl/styles", ".xml", empty, STYLES_TYPE)
            package.relate(book.part, "styles", self.part, strict=book.strict)
        self.root = package.root(self.part)
        self._numbers: dict[Look, int] = {}
        """Of cell formats that were found or added; entries stay where they are."""
        self._said: dict[str, dict[Told, int]] = {}
        """First entry that says something, by the name of its group."""

    def save(self) -> None:
        """Write the part back."""
        self.book.package.put(self.part, self.root)

    def cell_format(self, look: Look) -> int:
        """Number of the cell format of that look."""
        if look not in self._numbers:
            self._numbers[look] = self._found(look)
        return self._numbers[look]

    def _found(self, look: Look) -> int:
        entry = self._new(
            "xf",
            numFmtId=TEXT_FORMAT if look.free else "0",
            fontId=str(self._font(look)),
            fillId=str(self._fill(look.fill)),
            borderId=str(self._border(lined=look.lined)),
            applyFont="1",
            applyFill="1",
            applyBorder="1",
            applyAlignment="1",
        )
        if self.root.find(self.book.tag("cellStyleXfs")) is not None:
            entry.set("xfId", "0")
        alignment = self._below(entry, "alignment", horizontal=look.across, vertical="center")
        if look.indent:
            alignment.set("indent", str(look.indent))
        if look.wrap:
            alignment.set("wrapText", "1")
        if look.free:
            entry.set("applyNumberFormat", "1")
            entry.set("applyProtection", "1")
            self._below(entry, "protection", locked="0")
        return self._kept("cellXfs", entry)

    def as_day(self, look: int) -> int:
        """Number of a cell format that shows days: the given one, or one that differs in this."""
        formats = list(self._group("cellXfs").iterchildren("*"))
        entry = formats[look] if look < len(formats) else self._new("xf", numFmtId="0")
        number = whole(entry, "numFmtId")
        own = self.root.iter(self.book.tag("numFmt"))
        code = next(
            (one.get("formatCode", "") for one in own if whole(one, "numFmtId") == number), ""
        )
        if number in DAY_FORMATS or DAY.search(QUOTED.sub("", code)):
            return look
        entry = deepcopy(entry)
        entry.set("numFmtId", str(DAY_FORMATS.start))
        entry.set("applyNumberFormat", "1")
        return self._kept("cellXfs", entry)

    def conditional_fill(self, colour: str) -> int:
        """Number of the differential format that fills a cell."""
        entry = self._new("dxf")
        pattern = self._below(self._below(entry, "fill"), "patternFill", patternType="solid")
        self._below(pattern, "fgColor", rgb=colour)
        self._below(pattern, "bgColor", rgb=colour)
        return self._kept("dxfs", entry)

    def run_properties(self, look: Look) -> Element:
        """Properties of a piece of text within a cell."""
        return self._type_face(self._new("rPr"), look, "rFont")

    def _font(self, look: Look) -> int:
        return self._kept("fonts", self._type_face(self._new("font"), look, "name"))

    def _type_face(self, parent: Element, look: Look, name: str) -> Element:
        if look.bold:
            self._below(parent, "b")
        if look.underline:
            self._below(parent, "u")
        self._below(parent, "sz", val=f"{look.size:g}")
        self._below(parent, "color", rgb=look.ink)
        self._below(parent, name, val="Arial")
        self._below(parent, "family", val="2")
        return parent

    def _fill(self, colour: str) -> int:
        fill = self._new("fill")
        pattern = self._below(fill, "patternFill", patternType="solid" if colour else "none")
        if colour:
            self._below(pattern, "fgColor", rgb=colour)
            self._below(pattern, "bgColor", indexed="64")
        return self._kept("fills", fill)

    def _border(self, *, lined: bool) -> int:
        border = self._new("border")
        for side in ("left", "right", "top", "bottom", "diagonal"):
            edge = self._below(border, side)
            if lined and side == "bottom":
                edge.set("style", "thin")
                self._below(edge, "color", rgb=LINE)
        return self._kept("borders", border)

    def _kept(self, name: str, entry: Element) -> int:
        """Number of the entry in its group; the one of an earlier round is used again."""
        group, said = self._group(name), told(entry)
        if name not in self._said:
            self._said[name] = {}
            for number, other in enumerate(group.iterchildren("*")):
                self._said[name].setdefault(told(other), number)
        known = self._said[name].get(said)
        if known is None:
            known = self._said[name][said] = sum(1 for _ in group.iterchildren("*"))
            group.append(entry)
            group.set("count", str(known + 1))
        return known

    def _group(self, name: str) -> Element:
        group = self.root.find(self.book.tag(name))
        if group is None:
            plain = f'<{name} xmlns="{self.book.main}">{PLAIN.get(name, "")}</{name}>'
            group = parse(plain.encode())
            put_in_order(self.root, group, STYLES_ORDER)
        return group

    def _new(self, name: str, **attributes: str) -> Element:
        return etree.Element(self.book.tag(name), attributes, nsmap=no_prefix(self.book.main))

    def _below(self, parent: Element, name: str, **attributes: str) -> Element:
        return etree.SubElement(parent, self.book.tag(name), attributes)
