"""An Office Open XML workbook (xlsx, xlsm, xlsb) beyond its values: names, properties, limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from posixpath import basename, dirname, join, normpath

from sopbatch.model import Format, NamedRange
from sopbatch.reading import limits
from sopbatch.reading.package.archive import Archive
from sopbatch.reading.package.facts import BookFacts, SheetFacts
from sopbatch.reading.package.markup import Attributes, attribute, local, root, scan
from sopbatch.reading.package.names import named_range
from sopbatch.reading.package.ooxml_sheet import Budget, scan_sheet
from sopbatch.reading.refusals import Refusal, Refused

_MAIN_TYPES: Mapping[str, Format] = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml": "xlsx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.template.main+xml": "xlsx",
    "application/vnd.ms-excel.sheet.macroenabled.main+xml": "xlsm",
    "application/vnd.ms-excel.template.macroenabled.main+xml": "xlsm",
    "application/vnd.ms-excel.addin.macroenabled.main+xml": "xlsm",
    "application/vnd.ms-excel.sheet.binary.macroenabled.main": "xlsb",
}
_SHEET_ROOTS = ("worksheet", "chartsheet", "dialogsheet", "macrosheet")
_OLD_SHEETS = ("xlmacrosheet", "xlintlmacrosheet")
_ANCHORS = ("twoCellAnchor", "oneCellAnchor", "absoluteAnchor")


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another."""

    kind: str
    """Last word of the relationship type, lower-cased, such as "worksheet"."""
    target: str
    """Lower-cased part name; "" when it lies outside the package."""


def survey_ooxml(archive: Archive) -> BookFacts:
    """Check every limit and gather the facts of a workbook package."""
    roots = _roots(archive)
    book = _main_part(archive)
    relations = _relations(archive, book)
    if any(relation.kind in _OLD_SHEETS for relation in relations.values()):
        raise Refused(Refusal.MACRO_SHEET)
    form = _format(archive, book)
    workbook = _Workbook()
    if form != "xlsb":
        scan(archive.read(book), workbook.start, workbook.end, workbook.text)
        workbook.check()
    _check_styles(archive, roots)
    sheets = _sheets(archive, roots, workbook, relations)
    return BookFacts(
        format=form,
        sheets={sheet.name: sheet for sheet in sheets},
        names=workbook.ranges(),
        properties=_properties(archive, roots),
        has_macros=any(basename(name) == "vbaproject.bin" for name in archive.names),
        external_links=any(relation.kind == "externallink" for relation in relations.values()),
    )


def _roots(archive: Archive) -> dict[str, str]:
    """Root element of every XML part; unpacking each part here checks its size and checksum."""
    roots = {}
    for name in archive.names:
        found = root(archive.read(name))
        if found:
            roots[name] = found
        elif name.startswith("xl/") and name.endswith(".xml"):
            raise Refused(Refusal.DAMAGED)
    return roots


def _main_part(archive: Archive) -> str:
    top = _relations(archive, "").values()
    named = [relation.target for relation in top if relation.kind == "officedocument"]
    tries = (*named, "xl/workbook.xml", "xl/workbook.bin")
    book = next((name for name in tries if name in archive), "")
    if not book:
        raise Refused(Refusal.DAMAGED)
    return book


def _format(archive: Archive, book: str) -> Format:
    """The format by the content type of the main part, or by its name when that is missing."""
    types: dict[str, str] = {}

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "Override":
            part = normpath(attributes.get("PartName", "")).lstrip("/").casefold()
            types[part] = attributes.get("ContentType", "").casefold()

    scan(archive.read("[Content_Types].xml") or b"<Types/>", start)
    by_name: Format = "xlsb" if book.endswith(".bin") else "xlsx"
    return _MAIN_TYPES.get(types.get(book, ""), by_name)


def _relations(archive: Archive, part: str) -> dict[str, Relation]:
    """Relationships of a part by id; those of the package itself for ""."""
    found: dict[str, Relation] = {}
    folder = dirname(part)

    def start(name: str, attributes: Attributes) -> None:
        if local(name) == "Relationship":
            inside = attributes.get("TargetMode", "").casefold() != "external"
            target = join("/", folder, attributes.get("Target", "").replace("\\", "/"))
            kind = attributes.get("Type", "").rpartition("/")[2].casefold()
            place = normpath(target).lstrip("/").casefold() if inside else ""
            found[attributes.get("Id", "")] = Relation(kind, place)

    data = archive.read(join(folder, "_rels", f"{basename(part)}.rels"))
    if data:
        scan(data, start)
    return found


@dataclass(slots=True)
class _Workbook:
    """Events of the workbook part."""

    sheets: list[tuple[str, str]] = field(default_factory=list)
    """(name, relationship id) in order."""
    defined: list[tuple[str, str, bool]] = field(default_factory=list)
    """(name, reference, local to a sheet)."""
    _name: tuple[str, bool] | None = None
    _reference: list[str] = field(default_factory=list)

    def start(self, name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "sheet":
            self.sheets.append((attributes.get("name", ""), attribute(attributes, "id")))
        elif name == "definedName":
            self._name = (attributes.get("name", ""), "localSheetId" in attributes)
            self._reference = []

    def text(self, text: str) -> None:
        if self._name is not None:
            self._reference.append(text)

    def end(self, name: str) -> None:
        if self._name is not None and local(name) == "definedName":
            defined, is_local = self._name
            self.defined.append((defined, "".join(self._reference), is_local))
            self._name = None

    def check(self) -> None:
        if len(self.sheets) > limits.SHEETS:
            raise Refused(Refusal.TOO_MANY_SHEETS, {"limit": limits.SHEETS})
        if len(self.defined) > limits.NAMES:
            raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})

    def ranges(self) -> dict[str, NamedRange]:
        sheets = {name.casefold(): name for name, _ in self.sheets}
        found: dict[str, NamedRange] = {}
        # A name of the whole workbook comes before one that only a single sheet knows.
        for name, reference, _ in sorted(self.defined, key=lambda defined: defined[2]):
            place = named_range(reference, sheets)
            if place is not None:
                found.setdefault(name.lower(), place)
        return found


def _sheets(
    archive: Archive,
    roots: Mapping[str, str],
    workbook: _Workbook,
    relations: Mapping[str, Relation],
) -> list[SheetFacts]:
    """Scan every sheet part of the package, linked or not: the parser may follow other links."""
    lengths = _string_lengths(archive, roots)
    budget = Budget()
    named = {relations[key].target: name for name, key in workbook.sheets if key in relations}
    found = {}
    for part, kind in roots.items():
        if kind in _SHEET_ROOTS:
            sheet = scan_sheet(archive.read(part), named.get(part, part), lengths, budget)
            if sheet.drawings:
                sheet.facts.shapes = _shapes(archive, part, sheet.drawings)
            found[part] = sheet.facts
    if not named.keys() <= found.keys():
        raise Refused(Refusal.DAMAGED)
    return [found[part] for part in named]


def _string_lengths(archive: Archive, roots: Mapping[str, str]) -> list[int]:
    """Characters of each shared string, of the longest table should there be several."""
    tables = [_scan_strings(archive.read(part)) for part, kind in roots.items() if kind == "sst"]
    return max(tables, key=sum, default=[])


def _scan_strings(data: bytes) -> list[int]:
    lengths: list[int] = []

    def start(name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "si":
            lengths.append(0)
        elif name == "sst":
            declared = attributes.get("uniqueCount", "0")
            if not declared.isdecimal() or len(declared) > 9 or _too_many(int(declared)):
                raise Refused(Refusal.TOO_MUCH_TEXT)

    def text(text: str) -> None:
        if lengths:
            lengths[-1] += len(text)

    scan(data, start, text=text)
    if _too_many(len(lengths)) or max(lengths, default=0) > limits.STRING_LENGTH:
        raise Refused(Refusal.TOO_MUCH_TEXT)
    return lengths


def _too_many(strings: int) -> bool:
    return strings > limits.SHARED_STRINGS


def _check_styles(archive: Archive, roots: Mapping[str, str]) -> None:
    group = ""
    formats = 0

    def start(name: str, _: Attributes) -> None:
        nonlocal group, formats
        name = local(name)
        if name == "xf":
            formats += group == "cellXfs"
        elif name in ("cellXfs", "cellStyleXfs"):
            group = name

    for part, kind in roots.items():
        if kind == "styleSheet":
            scan(archive.read(part), start)
    if formats > limits.STYLES:
        raise Refused(Refusal.TOO_MANY_STYLES, {"limit": limits.STYLES})


def _shapes(archive: Archive, sheet: str, drawings: list[str]) -> int:
    """Number of anchored objects of a sheet's drawings."""
    shapes = 0

    def start(name: str, _: Attributes) -> None:
        nonlocal shapes
        shapes += local(name) in _ANCHORS

    relations = _relations(archive, sheet)
    for part in {relations[key].target for key in drawings if key in relations}:
        if part in archive:
            scan(archive.read(part), start)
    return shapes


def _properties(archive: Archive, roots: Mapping[str, str]) -> dict[str, str]:
    """Custom document properties by name."""
    part = "docprops/custom.xml"
    if roots.get(part) != "Properties":
        return {}
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

    scan(archive.read(part), start, text=text)
    return {name: value.strip() for name, value in found.items() if name}
