"""Relationships between the parts of an Office Open XML package; programs find parts by them."""

from collections.abc import Mapping
from dataclasses import dataclass
from posixpath import basename, dirname, join, normpath

from sopbatch.reading.package.archive import PackageParts
from sopbatch.reading.package.markup import Attributes
from sopbatch.reading.package.walk import ElementMeaning, walk
from sopbatch.reading.refusals import Refusal, Refused

_SPACES = (
    "http://schemas.openxmlformats.org/package/2006/relationships",
    "http://purl.oclc.org/ooxml/package/relationships",
)
_KINDS = (
    "http://schemas.openxmlformats.org/officedocument/2006/relationships/",
    "http://purl.oclc.org/ooxml/officedocument/relationships/",
    "http://schemas.openxmlformats.org/package/2006/relationships/",
    "http://schemas.microsoft.com/office/",
)
LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)


@dataclass(frozen=True, slots=True)
class Relation:
    """A link from one part to another, or out of the package."""

    kind: str
    """Last word of the relationship type, lower-cased, such as "worksheet"; "" when unknown."""
    target: str
    """Lower-cased part name; as written when it lies outside the package."""
    external: bool = False

    @property
    def part(self) -> str:
        """The part it leads to; "" when that lies outside the package."""
        return "" if self.external else self.target


def relations(archive: PackageParts, part: str) -> Mapping[str, Relation]:
    """Relationships of a part by id; those of the package itself for ""."""
    found: dict[str, Relation] = {}
    folder = dirname(part)

    def begin(attributes: Attributes) -> None:
        key = attributes.get("Id", "")
        if key in found:
            raise Refused(Refusal.DAMAGED)
        found[key] = _relation(folder, attributes)

    data = archive.read(join(folder, "_rels", f"{basename(part)}.rels"))
    if data:
        walk(
            data,
            "Relationships",
            ElementMeaning({"Relationship": ElementMeaning(begin=begin)}),
            _SPACES,
        )
    return found


def related(archive: PackageParts, links: Mapping[str, Relation], kind: str) -> str:
    """The one part of a kind that these relationships lead to; "" without one.

    Of two, one program takes the first and another the last.
    """
    parts = {link.part for link in links.values() if link.kind == kind and link.part in archive}
    if len(parts) > 1:
        raise Refused(Refusal.DAMAGED)
    return next(iter(parts), "")


def _relation(folder: str, attributes: Attributes) -> Relation:
    target = attributes.get("Target", "")
    kind = attributes.get("Type", "").casefold()
    known = next((start for start in _KINDS if kind.startswith(start)), None)
    last = kind.rpartition("/")[2] if known else ""
    if attributes.get("TargetMode", "").casefold() == "external":
        return Relation(last, target, external=True)
    # Programs differ in whether "\\" parts folders here: what is reached by it is not found.
    place = "" if "\\" in target else normpath(join("/", folder, target)).lstrip("/").casefold()
    return Relation(last, place)


def relation_id(attributes: Attributes) -> str:
    """The r:id of an element; "" without one."""
    found = (attributes.get(f"{space} id") for space in LINKS)
    return next((value for value in found if value is not None), "")
