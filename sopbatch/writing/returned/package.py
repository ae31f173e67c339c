"""A workbook as its package of parts: what is not touched keeps its bytes."""

import posixpath
from dataclasses import dataclass, field
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
TYPES_PART = "[Content_Types].xml"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)

Element = etree._Element


def parse(data: bytes) -> Element:
    """The root of a part; entities, networks and oversized trees are refused."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(data, parser)


def no_prefix(namespace: str) -> dict[str, str]:
    """A namespace map for lxml whose default is `namespace` (its types know no None key)."""
    return {None: namespace}  # type: ignore[dict-item]


def text_of(element: Element) -> str:
    """All text within an element."""
    return "".join(str(piece) for piece in element.itertext())


def serialise(root: Element) -> bytes:
    """A part's bytes."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


@dataclass(frozen=True, slots=True)
class Relation:
    """A relationship of a part: id, last word of its type, target part."""

    id: str
    type: str
    target: str
    """Part name without leading "/"; as written when external."""


@dataclass(slots=True)
class Package:
    """Parts by name, in the order of the file; changed ones are parsed and written back."""

    parts: dict[str, bytes]
    _infos: dict[str, ZipInfo] = field(default_factory=dict)

    @classmethod
    def open(cls, data: bytes) -> "Package":
        """Unpack a workbook that the guards have already let through."""
        with ZipFile(BytesIO(data)) as archive:
            infos = {info.filename: info for info in archive.infolist() if not info.is_dir()}
            return cls({name: archive.read(name) for name in infos}, infos)

    def pack(self) -> bytes:
        """The workbook's bytes; the same parts give the same bytes."""
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                known = self._infos.get(name)
                info = ZipInfo(name, known.date_time if known else FIXED_TIME)
                info.compress_type = ZIP_DEFLATED
                info.external_attr = 0o600 << 16
                archive.writestr(info, data)
        return buffer.getvalue()

    def root(self, part: str) -> Element:
        """A part parsed."""
        return parse(self.parts[part])

    def put(self, part: str, root: Element) -> None:
        """Write a part back."""
        self.parts[part] = serialise(root)

    def relations(self, part: str) -> tuple[Relation, ...]:
        """Relationships of a part ("" for the package), in order."""
        name = _rels_name(part)
        if name not in self.parts:
            return ()
        return tuple(
            Relation(
                item.get("Id", ""),
                item.get("Type", "").rpartition("/")[2],
                _target(part, item.get("Target", ""), item.get("TargetMode", "")),
            )
            for item in self.root(name)
            if isinstance(item.tag, str)
        )

    def related(self, part: str, kind: str) -> str:
        """First related part of a kind ("comments", "styles"), "" when there is none."""
        found = (item.target for item in self.relations(part) if item.type == kind)
        return next((target for target in found if target in self.parts), "")

    def relate(self, part: str, kind: str, target: str, *, strict: bool = False) -> str:
        """Add a relationship to a part; returns its new id."""
        name = _rels_name(part)
        if name in self.parts:
            root = self.root(name)
        else:
            root = etree.Element(f"{{{PACKAGE_RELS}}}Relationships", nsmap=no_prefix(PACKAGE_RELS))
        taken = {item.get("Id") for item in root}
        number = 1
        while f"rIdSopb{number}" in taken:
            number += 1
        etree.SubElement(
            root,
            f"{{{PACKAGE_RELS}}}Relationship",
            Id=f"rIdSopb{number}",
            Type=f"{STRICT if strict else TRANSITIONAL}/{kind}",
            Target=f"/{target}",
        )
        self.put(name, root)
        return f"rIdSopb{number}"

    def unrelate(self, part: str, target: str) -> None:
        """Drop the relationships from a part to another, and that other part."""
        name = _rels_name(part)
        root = self.root(name)
        for item in list(root):
            if _target(part, item.get("Target", ""), item.get("TargetMode", "")) == target:
                root.remove(item)
        self.put(name, root)
        self.parts.pop(target, None)
        self.parts.pop(_rels_name(target), None)
        types = self.root(TYPES_PART)
        for item in list(types):
            if item.get("PartName") == f"/{target}":
                types.remove(item)
        self.put(TYPES_PART, types)

    def add(self, part: str, data: bytes, content_type: str) -> None:
        """Add a part with its content type."""
        self.parts[part] = data
        types = self.root(TYPES_PART)
        etree.SubElement(
            types, f"{{{CONTENT_TYPES}}}Override", PartName=f"/{part}", ContentType=content_type
        )
        self.put(TYPES_PART, types)

    def know_extension(self, extension: str, content_type: str) -> None:
        """Make sure parts of an extension have a content type."""
        types = self.root(TYPES_PART)
        known = {item.get("Extension", "").lower() for item in types}
        if extension not in known:
            default = etree.Element(
                f"{{{CONTENT_TYPES}}}Default", Extension=extension, ContentType=content_type
            )
            types.insert(0, default)
            self.put(TYPES_PART, types)

    def free_name(self, stem: str, suffix: str) -> str:
        """A part name nobody has: stem, a number, suffix."""
        taken = {name.lower() for name in self.parts}
        number = 1
        while f"{stem}{number}{suffix}".lower() in taken:
            number += 1
        return f"{stem}{number}{suffix}"


def _rels_name(part: str) -> str:
    folder, _, name = part.rpartition("/")
    return f"{folder}/_rels/{name}.rels".lstrip("/")


def _target(part: str, target: str, mode: str) -> str:
    if mode == "External":
        return target
    if target.startswith("/"):
        return target.lstrip("/")
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))
