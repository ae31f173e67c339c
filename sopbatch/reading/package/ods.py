"""An OpenDocument workbook (ods) beyond its values: names, properties, formulas, limits."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbatch.model import NamedRange
from sopbatch.reading import limits
from sopbatch.reading.package.archive import Archive
from sopbatch.reading.package.facts import BookFacts
from sopbatch.reading.package.markup import Attributes, attribute, local, root, scan
from sopbatch.reading.package.names import odf_named_range
from sopbatch.reading.package.ods_sheets import SheetsScan
from sopbatch.reading.refusals import Refusal, Refused

MEDIA_TYPE = "application/vnd.oasis.opendocument.spreadsheet"


def survey_ods(archive: Archive) -> BookFacts:
    """Check every limit and gather the facts of an OpenDocument workbook."""
    if _is_encrypted(archive):
        raise Refused(Refusal.PASSWORD)
    for name in archive.names:
        root(archive.read(name))
    content = archive.read("content.xml")
    if root(content) != "document-content":
        raise Refused(Refusal.DAMAGED)
    sheets = SheetsScan()
    scan(content, sheets.start, sheets.end, sheets.text)
    names = _Names()
    scan(content, names.start)
    own = {sheet.name: sheet for sheet in sheets.found}
    return BookFacts(
        format="ods",
        sheets=own,
        names=names.ranges({name.casefold(): name for name in own}),
        properties=_properties(archive),
        has_macros=any(name.startswith("basic/") for name in archive.names),
        external_links=any(sheet.cached_foreign for sheet in sheets.found),
    )


def _is_encrypted(archive: Archive) -> bool:
    found = False

    def start(name: str, _: Attributes) -> None:
        nonlocal found
        found = found or local(name) == "encryption-data"

    manifest = archive.read("META-INF/manifest.xml")
    if manifest:
        scan(manifest, start)
    return found or "encrypted-package" in archive


@dataclass(slots=True)
class _Names:
    """Events of the named ranges."""

    defined: dict[str, str] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        name = local(name)
        if name == "named-range":
            address = attribute(attributes, "cell-range-address")
        elif name == "named-expression":
            address = attribute(attributes, "expression").partition(":")[2].strip("=[]")
        else:
            return
        self.defined.setdefault(attribute(attributes, "name"), address)
        if len(self.defined) > limits.NAMES:
            raise Refused(Refusal.TOO_MANY_NAMES, {"limit": limits.NAMES})

    def ranges(self, sheets: Mapping[str, str]) -> dict[str, NamedRange]:
        places = {
            name.lower(): odf_named_range(address, sheets) for name, address in self.defined.items()
        }
        return {name: place for name, place in places.items() if name and place is not None}


def _properties(archive: Archive) -> dict[str, str]:
    """User-defined document properties by name."""
    data = archive.read("meta.xml")
    found: dict[str, str] = {}
    key = ""

    def start(name: str, attributes: Attributes) -> None:
        nonlocal key
        key = attribute(attributes, "name") if local(name) == "user-defined" else ""
        if key:
            found[key] = ""

    def end(_: str) -> None:
        nonlocal key
        key = ""

    def text(text: str) -> None:
        if key:
            found[key] += text

    if data:
        scan(data, start, end, text)
    return {name: value.strip() for name, value in found.items()}
