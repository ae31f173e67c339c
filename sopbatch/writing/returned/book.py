"""The workbook part: its sheets by name, our own sheets put before them and taken out again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import count

from lxml import etree

from sopbatch.schema.sop import OWN_SHEETS
from sopbatch.writing.returned.markup import BOOK_ORDER, Element, put_in_order, take_out, whole
from sopbatch.writing.returned.package import STRICT, TRANSITIONAL, Package, Relationship

SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"


@dataclass(frozen=True, slots=True)
class Tab:
    """A sheet of the workbook."""

    name: str
    part: str
    """"" when its part is missing."""
    kind: str
    """"worksheet", "chartsheet" …"""


@dataclass(slots=True)
class WorkbookPart:
    """The workbook part of a package."""

    package: Package
    part: str
    root: Element
    main: str = field(init=False)
    """Main namespace: transitional or strict."""

    def __post_init__(self) -> None:
        self.main = etree.QName(self.root).namespace or ""

    @classmethod
    def of(cls, package: Package) -> "WorkbookPart":
        """The workbook of a package."""
        part = package.related("", "officeDocument")
        return cls(package, part, package.root(part))

    @property
    def strict(self) -> bool:
        """Whether the workbook is stored as Strict Open XML."""
        return "purl.oclc.org" in self.main

    @property
    def rel(self) -> str:
        """Namespace of r:id."""
        return STRICT if self.strict else TRANSITIONAL

    def tag(self, name: str) -> str:
        """A qualified name of the main namespace."""
        return f"{{{self.main}}}{name}"

    def tabs(self) -> tuple[Tab, ...]:
        """All sheets in order."""
        relations = {item.id: item for item in self.package.relations(self.part)}
        return tuple(_tab(self, sheet, relations) for sheet in self._sheets())

    def save(self) -> None:
        """Write the workbook part back, when it was changed."""
        self.package.put(self.part, self.root, changed=True)

    def put_own(self, defined: str, data: bytes, *, position: int, heading_row: int) -> None:
        """Add a sheet of ours and show the first of all; its heading row is on every page.

        `defined` is the name it is known again by, `position` counts from 0.
        """
        name, sheets = OWN_SHEETS[defined], self._sheets()
        taken = {sheet.get("name", "").casefold() for sheet in sheets}
        name = next(tried for tried in _numbered(name) if tried.casefold() not in taken)
        part = self.package.add("xl/worksheets/sheetSopb", ".xml", data, SHEET_TYPE)
        relation = self.package.relate(self.part, "worksheet", part, strict=self.strict)
        number = 1 + max((whole(sheet, "sheetId") for sheet in sheets), default=0)
        element = etree.Element(self.tag("sheet"), name=name, sheetId=str(number))
        element.set(f"{{{self.rel}}}id", relation)
        sheets.insert(position, element)
        self._move_local_names(lambda at: at + (at >= position))
        self._define(defined, f"'{name}'!$A$1")
        titles = f"'{name}'!${heading_row}:${heading_row}"
        self._define("_xlnm.Print_Titles", titles, sheet=str(position))
        self._show_first()
        self.save()

    def take_out_own(self) -> None:
        """Remove the sheets an earlier round added, and copies made of them, wherever they are."""
        own = [item for item in self._names() if item.get("name") in OWN_SHEETS]
        for item in own:
            take_out(item)
            self._remove_sheet(_sheet_of(item.text or ""))
        names = self.root.find(self.tag("definedNames"))
        if own and names is not None and not len(names):
            take_out(names)
        if own:
            self.save()

    def _remove_sheet(self, name: str) -> None:
        sheets = self._sheets()
        found = next((sheet for sheet in sheets if sheet.get("name") == name), None)
        if found is None or len(sheets) == 1:
            return
        removed = sheets.index(found)
        part = next(tab.part for tab in self.tabs() if tab.name == name)
        take_out(found)
        self._move_local_names(
            lambda position: None if position == removed else position - (position > removed)
        )
        if part:
            self.package.drop(self.part, part)

    def _sheets(self) -> Element:
        sheets = self.root.find(self.tag("sheets"))
        if sheets is None:
            raise ValueError("a workbook without sheets")
        return sheets

    def _names(self) -> tuple[Element, ...]:
        names = self.root.find(self.tag("definedNames"))
        return () if names is None else tuple(names.iterchildren(self.tag("definedName")))

    def _move_local_names(self, moved: Callable[[int], int | None]) -> None:
        """Names local to a sheet know it by its position, counted from 0."""
        for item in self._names():
            if item.get("localSheetId") is None:
                continue
            now = moved(whole(item, "localSheetId"))
            if now is None:
                take_out(item)
            else:
                item.set("localSheetId", str(now))

    def _define(self, name: str, target: str, sheet: str = "") -> None:
        names = self.root.find(self.tag("definedNames"))
        if names is None:
            names = etree.Element(self.tag("definedNames"))
            put_in_order(self.root, names, BOOK_ORDER)
        item = etree.SubElement(names, self.tag("definedName"), name=name)
        item.text = target
        if sheet:
            item.set("localSheetId", sheet)

    def _show_first(self) -> None:
        """Let every window open on the first sheet."""
        views = self.root.find(self.tag("bookViews"))
        if views is None:
            views = etree.Element(self.tag("bookViews"))
            etree.SubElement(views, self.tag("workbookView"))
            put_in_order(self.root, views, BOOK_ORDER)
        for view in views.iterchildren(self.tag("workbookView")):
            view.attrib.pop("activeTab", "")
            view.attrib.pop("firstSheet", "")


def _tab(book: WorkbookPart, sheet: Element, relations: Mapping[str, Relationship]) -> Tab:
    relation = relations.get(sheet.get(f"{{{book.rel}}}id", ""))
    there = relation is not None and relation.target in book.package.parts
    return Tab(
        sheet.get("name", ""),
        relation.target if relation is not None and there else "",
        relation.kind if relation is not None and there else "",
    )


def _sheet_of(target: str) -> str:
    """Name of the sheet in a reference such as "'Data 2026'!$A$1"."""
    name = target.rpartition("!")[0].removeprefix("$")
    quoted = name.startswith("'") and name.endswith("'")
    return name[1:-1].replace("''", "'") if quoted else name


def _numbered(name: str) -> Iterator[str]:
    """The name, then "name (2)", "name (3)" …"""
    yield name
    for number in count(2):
        yield f"{name} ({number})"
