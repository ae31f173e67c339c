"""The workbook part: its sheets by name, a sheet put first, our own sheet taken out again."""

from dataclasses import dataclass

from lxml import etree

from sopbatch.writing.returned.package import STRICT, TRANSITIONAL, Element, Package

OWN_NAME = "sopb_perbaikan"
"""Defined name that marks the sheet we added."""
SHEET_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"
LONGEST_SHEET_NAME = 31


@dataclass(slots=True)
class Book:
    """The workbook part of a package."""

    package: Package
    part: str
    root: Element

    @classmethod
    def of(cls, package: Package) -> "Book":
        """The workbook of a package."""
        part = package.related("", "officeDocument")
        return cls(package, part, package.root(part))

    @property
    def main(self) -> str:
        """Main namespace: transitional or strict."""
        return etree.QName(self.root).namespace or ""

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

    def sheets(self) -> dict[str, str]:
        """Sheet name to part, in order of the tabs."""
        targets = {item.id: item.target for item in self.package.relations(self.part)}
        return {
            sheet.get("name", ""): targets.get(sheet.get(f"{{{self.rel}}}id", ""), "")
            for sheet in self.root.iterfind(f"{self.tag('sheets')}/{self.tag('sheet')}")
        }

    def save(self) -> None:
        """Write the workbook part back."""
        self.package.put(self.part, self.root)

    def put_first(self, name: str, data: bytes) -> str:
        """Add a sheet before all others and make it the one shown; returns the name it got."""
        sheets = self.root.find(self.tag("sheets"))
        if sheets is None:
            raise ValueError("a workbook without sheets")
        name = _free(name, set(self.sheets()))
        part = self.package.free_name("xl/worksheets/sheetSopb", ".xml")
        self.package.add(part, data, SHEET_TYPE)
        relation = self.package.relate(self.part, "worksheet", part, strict=self.strict)
        ids = {int(sheet.get("sheetId", "0")) for sheet in sheets}
        element = etree.Element(self.tag("sheet"), name=name, sheetId=str(max(ids, default=0) + 1))
        element.set(f"{{{self.rel}}}id", relation)
        sheets.insert(0, element)
        self._shift_local_names(+1)
        self._add_name(OWN_NAME, f"'{name}'!$A$1")
        self._show_first()
        self.save()
        return name

    def take_out_own(self) -> None:
        """Remove the sheet an earlier round added, wherever it was moved to."""
        names = self.root.find(self.tag("definedNames"))
        own = [
            item for item in (names if names is not None else ()) if item.get("name") == OWN_NAME
        ]
        for item in own:
            sheet = (item.text or "").rpartition("!")[0].strip("'").replace("''", "'")
            _remove(item)
            self._remove_sheet(sheet)
        if names is not None and not len(names):
            _remove(names)
        self.save()

    def _remove_sheet(self, name: str) -> None:
        sheets = self.root.find(self.tag("sheets"))
        found = [
            item for item in (sheets if sheets is not None else ()) if item.get("name") == name
        ]
        if sheets is None or not found or len(sheets) == 1:
            return
        position = list(sheets).index(found[0])
        part = self.sheets()[name]
        _remove(found[0])
        self._shift_local_names(-1, after=position)
        self._show_first()
        if part:
            self.package.unrelate(self.part, part)

    def _shift_local_names(self, by: int, after: int = -1) -> None:
        """Names local to a sheet know it by position: move with the sheets."""
        names = self.root.find(self.tag("definedNames"))
        for item in list(names) if names is not None else ():
            local = item.get("localSheetId")
            if local is None:
                continue
            if by < 0 and int(local) == after:
                _remove(item)
            elif int(local) > after:
                item.set("localSheetId", str(int(local) + by))

    def _add_name(self, name: str, target: str) -> None:
        names = self.root.find(self.tag("definedNames"))
        if names is None:
            names = etree.Element(self.tag("definedNames"))
            sheets = self.root.find(self.tag("sheets"))
            after = [
                self.root.find(self.tag(tag))
                for tag in ("externalReferences", "functionGroups", "sheets")
            ]
            anchor = (
                next(item for item in after if item is not None) if sheets is not None else None
            )
            if anchor is not None:
                anchor.addnext(names)
        item = etree.SubElement(names, self.tag("definedName"), name=name)
        item.text = target

    def _show_first(self) -> None:
        """The first sheet is the one shown; no two sheets stay selected together."""
        for view in self.root.iterfind(f"{self.tag('bookViews')}/{self.tag('workbookView')}"):
            view.attrib.pop("activeTab", "")
            view.attrib.pop("firstSheet", "")


def _free(name: str, taken: set[str]) -> str:
    folded = {other.casefold() for other in taken}
    candidate, number = name, 1
    while candidate.casefold() in folded:
        number += 1
        candidate = f"{name} ({number})"
    return candidate[:LONGEST_SHEET_NAME]


def _remove(element: Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)
