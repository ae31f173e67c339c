"""An Office Open XML workbook (xlsx, xlsm, xlsb): cells, names, properties, within limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import normpath

from sopbatch.model import Format, NamedRange
from sopbatch.reading import limits
from sopbatch.reading.package.archive import PackageParts
from sopbatch.reading.package.facts import BookFacts, SheetFacts
from sopbatch.reading.package.formulas import FormulaNotes
from sopbatch.reading.package.markup import Attributes, local, root, scan
from sopbatch.reading.package.names import named_range
from sopbatch.reading.package.ooxml_cells import Budget, PlainContents
from sopbatch.reading.package.ooxml_sheet import scan_sheet
from sopbatch.reading.package.ooxml_tables import NumberFormats, Strings
from sopbatch.reading.package.ooxml_values import StoredValues
from sopbatch.reading.package.outside import macros_of, outside_of
from sopbatch.reading.package.rebuilt import written_binary
from sopbatch.reading.package.records import CellNotes
from sopbatch.reading.package.relations import Relation, related, relation_id, relations
from sopbatch.reading.package.walk import ElementMeaning, walk
from sopbatch.reading.package.xlsb_book import BinaryBook, read_book
from sopbatch.reading.package.xlsb_records import (
    blank_strings,
    read_formats,
    read_sheet,
    without_blanks,
)
from sopbatch.reading.refusals import Refusal, Refused

_MAIN_TYPES: Mapping[str, Format] = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": Format.XLSX,
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": Format.XLSX,
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": Format.XLSM,
    "application/vnd.ms-excel.template.macroenabled.main+xml": Format.XLSM,
    "application/vnd.ms-excel.addin.macroenabled.main+xml": Format.XLSM,
    "application/vnd.ms-excel.sheet.binary.macroenabled.main": Format.XLSB,
}
_OLD_SHEETS = ("xlmacrosheet", "xlintlmacrosheet")
_DRAWN_SHEETS = ("chartsheet", "dialogsheet")
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")
_TRUE = ("1", "true")
_VISIBLE = "visible"
_STATES = (_VISIBLE, "hidden", "veryHidden")


def survey_ooxml(archive: PackageParts) -> BookFacts:
    """Check every limit, gather the facts of a workbook package; an xlsb is written anew."""
    _check_parts(archive)
    top = relations(archive, "")
    book = related(archive, top, "officedocument")
    if not book:
        raise Refused(Refusal.DAMAGED)
    links = relations(archive, book)
    if any(link.kind in _OLD_SHEETS for link in links.values()):
        raise Refused(Refusal.MACRO_SHEET)
    form = _format(archive, book)
    read: _Workbook | BinaryBook
    if form is Format.XLSB:
        read = read_book(archive.read(book))
        found = _binary_sheets(archive, read, links)
        parsed = _binary(archive, book, links)
    else:
        read = _Workbook()
        read.scan(archive.read(book))
        strings, styles = Strings(), NumberFormats()
        _read_table(archive, links, "sharedstrings", strings)
        _read_table(archive, links, "styles", styles)
        values = StoredValues(strings.texts, styles.shown(), date_1904=read.date_1904)
        found, parsed = _sheets(archive, read, links, values), None
    return BookFacts(
        format=form,
        parsed=parsed,
        sheets={facts.name: facts for facts in found},
        names=read.ranges(),
        properties=_properties(archive, top),
        has_macros=macros_of(archive),
        outside=outside_of(archive, found),
        date_1904=read.date_1904,
    )


def _check_parts(archive: PackageParts) -> None:
    """Unpack each part once: that checks its size, its checksum, and that it declares nothing."""
    for name in archive.names:
        if not root(archive.read(name)) and name.startswith("xl/") and name.endswith(".xml"):
            raise Refused(Refusal.DAMAGED)


def _format(archive: PackageParts, book: str) -> Format:
    """The format by the content type of the main part, or by its name when that is missing."""
    types: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "Override":
            part = normpath(attributes.get("PartName", "")).lstrip("/").casefold()
            types[part] = attributes.get("ContentType", "").casefold()

    scan(archive.read("[Content_Types].xml") or b"<Types/>", start)
    by_name: Format = Format.XLSB if book.endswith(".bin") else Format.XLSX
    return _MAIN_TYPES.get(types.get(book, ""), by_name)


@dataclass(slots=True)
class _Workbook:
    """What the workbook part tells."""

    sheets: list[tuple[str, str, str]] = field(default_factory=list)
    """(name, state, relationship id) in order."""
    defined: list[tuple[str, str, bool]] = field(default_factory=list)
    """(name, reference, local to a sheet)."""
    date_1904: bool = False
    _name: tuple[str, bool] = ("", False)

    def scan(self, data: bytes) -> None:
        """Take in the part."""
        name = ElementMeaning(begin=self._begin_name, finish=self._end_name)
        tree = {
            "workbookPr": ElementMeaning(begin=self._note_properties),
            "sheets": ElementMeaning({"sheet": ElementMeaning(begin=self._note_sheet)}),
            "definedNames": ElementMeaning({"definedName": name}),
        }
        walk(data, "workbook", ElementMeaning(tree))
        names = {name.casefold() for name, _, _ in self.sheets}
        if len(names) < len(self.sheets):
            raise Refused(Refusal.DAMAGED)

    def _note_properties(self, attributes: Attributes) -> None:
        self.date_1904 = attributes.get("date1904") in _TRUE

    def _note_sheet(self, attributes: Attributes) -> None:
        state = attributes.get("state", _VISIBLE)
        self.sheets.append((attributes.get("name", ""), state, relation_id(attributes)))
        if len(self.sheets) > limits.SHEETS:
            raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})

    def _begin_name(self, attributes: Attributes) -> None:
        self._name = attributes.get("name", ""), "localSheetId" in attributes

    def _end_name(self, reference: str) -> None:
        self.defined.append((self._name[0], reference, self._name[1]))
        if len(self.defined) > limits.NAMES:
            raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})

    def ranges(self) -> dict[str, NamedRange]:
        """Rectangles the names point to."""
        sheets = {name.casefold(): name for name, _, _ in self.sheets}
        found: dict[str, NamedRange] = {}
        # A name of the whole workbook comes before one that only a single sheet knows.
        for name, reference, _ in sorted(self.defined, key=lambda defined: defined[2]):
            place = named_range(reference, sheets)
            if place is not None:
                found.setdefault(name.lower(), place)
        return found


def _read_table(
    archive: PackageParts, links: Mapping[str, Relation], kind: str, table: Strings | NumberFormats
) -> None:
    part = related(archive, links, kind)
    if part:
        table.read(archive.read(part))


def _sheets(
    archive: PackageParts, book: _Workbook, links: Mapping[str, Relation], values: StoredValues
) -> list[SheetFacts]:
    """Scan the sheets the workbook lists; each has a part of its own."""
    budget, contents = Budget(), PlainContents(values)
    found: list[SheetFacts] = []
    seen: set[str] = set()
    for name, state, key in book.sheets:
        link = links.get(key)
        if link is None or link.part not in archive or link.part in seen:
            raise Refused(Refusal.DAMAGED)
        if state not in _STATES or len(name) > limits.SHEET_NAME:
            raise Refused(Refusal.DAMAGED)
        seen.add(link.part)
        if link.kind == "worksheet":
            sheet = scan_sheet(archive.read(link.part), name, values, budget, contents)
            facts = sheet.facts
            if sheet.drawings:
                facts.shapes = _shapes(archive, link.part, sheet.drawings)
        elif link.kind in _DRAWN_SHEETS:
            facts = SheetFacts(name=name)
        else:
            raise Refused(Refusal.DAMAGED)
        facts.visible = state == _VISIBLE
        found.append(facts)
    return found


def _binary_sheets(
    archive: PackageParts, book: BinaryBook, links: Mapping[str, Relation]
) -> list[SheetFacts]:
    """Facts of the sheets of an xlsb that have cells."""
    formats = read_formats(archive.read(related(archive, links, "styles")))
    blank = _blank_strings(archive, links)
    known, budget, sheets = book.known(), Budget(), []
    for name, key in book.sheets:
        if key in links and links[key].kind == "worksheet":
            facts = SheetFacts(name=name)
            notes = CellNotes(facts, formats, FormulaNotes(facts, known, budget))
            sheets.append(read_sheet(archive.read(links[key].part), notes, blank))
    return sheets


def _blank_strings(archive: PackageParts, links: Mapping[str, Relation]) -> frozenset[int]:
    part = related(archive, links, "sharedStrings")
    return blank_strings(archive.read(part)) if part else frozenset()


def _binary(archive: PackageParts, book: str, links: Mapping[str, Relation]) -> bytes:
    """The parts of an xlsb that the parser reads, under the names it knows."""
    kept = {
        key: link
        for key, link in links.items()
        if link.kind in ("worksheet", *_DRAWN_SHEETS) and link.part in archive
    }
    tables = {kind: related(archive, links, kind) for kind in ("sharedStrings", "styles")}
    blank = _blank_strings(archive, links)
    return written_binary(
        archive.read(book),
        {kind: archive.read(part) for kind, part in tables.items() if part},
        {
            key: (link.kind, without_blanks(archive.read(link.part), blank))
            for key, link in kept.items()
        },
    )


def _shapes(archive: PackageParts, sheet: str, drawings: list[str]) -> int:
    """Number of anchored objects of a sheet's drawings."""
    shapes = 0

    def start(name: str, _: Attributes) -> None:
        nonlocal shapes
        shapes += local(name) in _ANCHORS

    links = relations(archive, sheet)
    for part in {links[key].part for key in drawings if key in links}:
        if part in archive:
            scan(archive.read(part), start)
    return shapes


def _properties(archive: PackageParts, top: Mapping[str, Relation]) -> dict[str, str]:
    """Custom document properties by name."""
    part = related(archive, top, "custom-properties")
    found: dict[str, str] = {}
    key = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal key
        if local(name) == "property":
            key = attributes.get("name", "")
            found[key] = ""

    def text(text: str) -> None:
        if key:
            found[key] += text

    if part:
        scan(archive.read(part), start, text=text)
    return {name: value.strip() for name, value in found.items() if name}
