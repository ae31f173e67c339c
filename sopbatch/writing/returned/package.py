"""A workbook as its package of parts: what is not touched keeps its bytes."""

import posixpath
from dataclasses import dataclass, field
from io import BytesIO
from itertools import chain, count
from struct import Struct
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

from sopbatch.writing.returned.markup import Element, no_prefix, parse, serialise, take_out

TRANSITIONAL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships"
PACKAGE_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
CONTENT_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_DEFAULT, _OVERRIDE = f"{{{CONTENT_TYPES}}}Default", f"{{{CONTENT_TYPES}}}Override"
TYPES_PART = "[Content_Types].xml"
FIXED_TIME = (1980, 1, 1, 0, 0, 0)
"""The first time that a zip file knows: a clock would give other bytes at each writing."""
LENGTHS_AT, LOCAL_LENGTHS = 26, Struct("<HH")
"""Where the header before an entry tells the lengths of its name and of what follows it."""
UNIX = 3
"""System that made the zip entries: always the same one, so that the bytes are the same too."""


@dataclass(frozen=True, slots=True)
class Relationship:
    """A relationship of a part: id, last word of its type, target part."""

    id: str
    kind: str
    target: str
    """Part name as the package spells it; as written when external or missing."""


@dataclass(slots=True, kw_only=True)
class Package:
    """Parts by name, in the order of the file; changed ones are parsed and written back."""

    parts: dict[str, bytes]
    _infos: dict[str, ZipInfo] = field(default_factory=dict)
    _sent: dict[str, bytes] = field(default_factory=dict)
    """The parts as they came."""
    _packed: bytes = b""
    """The workbook as it came."""
    _spelt: dict[str, str] = field(default_factory=dict)
    """Part names by what is the same in all their spellings."""
    _links: dict[bytes, Element] = field(default_factory=dict)
    """Parts that tell relationships, parsed and not to be changed."""

    @classmethod
    def open(cls, data: bytes) -> "Package":
        """Unpack a workbook that the guards have already let through."""
        with ZipFile(BytesIO(data)) as archive:
            # Some programs write "\\" between folders; others do not find such parts.
            infos = {
                info.filename.replace("\\", "/"): info
                for info in archive.infolist()
                if not info.filename.endswith(("/", "\\"))
            }
            parts = {name: archive.read(info) for name, info in infos.items()}
            return cls(parts=dict(parts), _infos=infos, _sent=parts, _packed=data)

    def pack(self) -> bytes:
        """The workbook's bytes; the same parts give the same bytes."""
        buffer = BytesIO()
        with ZipFile(buffer, "w", ZIP_DEFLATED) as archive:
            for name, data in self.parts.items():
                known = self._infos.get(name)
                info = ZipInfo(name, known.date_time if known else FIXED_TIME)
                info.compress_type = ZIP_DEFLATED
                info.create_system = UNIX
                info.external_attr = 0o600 << 16
                if known is not None and data is self._sent.get(name):
                    copy_entry(archive, info, self._packed, known)
                else:
                    archive.writestr(info, data)
        return buffer.getvalue()

    def root(self, part: str) -> Element:
        """A part parsed."""
        return parse(self.parts[part])

    def put(self, part: str, root: Element, *, changed: bool = False) -> None:
        """Write a part back; it keeps its bytes when nothing in it changed.

        Whether it did is looked up, at the price of parsing it again, unless the caller knows.
        """
        fresh = serialise(root)
        if part not in self.parts or changed or serialise(self.root(part)) != fresh:
            if part not in self.parts:
                self._spelt = {}
            self.parts[part] = fresh

    def relations(self, part: str) -> tuple[Relationship, ...]:
        """Relationships of a part ("" for the package), in order."""
        name = self._named(_rels_name(part))
        if name not in self.parts:
            return ()
        return tuple(
            Relationship(
                item.get("Id", ""), item.get("Type", "").rpartition("/")[2], self._to(part, item)
            )
            for item in self._told(self.parts[name])
            if isinstance(item.tag, str)
        )

    def _told(self, rels: bytes) -> Element:
        if rels not in self._links:
            self._links[rels] = parse(rels)
        return self._links[rels]

    def related(self, part: str, kind: str) -> str:
        """First related part of a kind ("comments", "styles"), "" when there is none."""
        found = (item.target for item in self.relations(part) if item.kind == kind)
        return next((target for target in found if target in self.parts), "")

    def relate(self, part: str, kind: str, target: str, *, strict: bool) -> str:
        """Add a relationship to a part; returns its new id."""
        name = self._named(_rels_name(part))
        if name in self.parts:
            root = self.root(name)
        else:
            root = etree.Element(f"{{{PACKAGE_RELS}}}Relationships", nsmap=no_prefix(PACKAGE_RELS))
        number = 1
        while f"rIdSopb{number}" in {item.get("Id") for item in root}:
            number += 1
        etree.SubElement(
            root,
            f"{{{PACKAGE_RELS}}}Relationship",
            Id=f"rIdSopb{number}",
            Type=f"{STRICT if strict else TRANSITIONAL}/{kind}",
            Target=posixpath.relpath(f"/{target}", f"/{posixpath.dirname(part)}"),
        )
        self.put(name, root, changed=True)
        return f"rIdSopb{number}"

    def add(self, stem: str, suffix: str, data: bytes, content_type: str) -> str:
        """Add a part under a name nobody has: stem, a number if need be, suffix; returns it."""
        tries = (f"{stem}{number}{suffix}" for number in chain([""], count(2)))
        part = next(tried for tried in tries if self._named(tried) not in self.parts)
        self.parts[part] = data
        self._spelt = {}
        types = self.root(self._named(TYPES_PART))
        extension = suffix.removeprefix(".")
        known = {item.get("Extension", "").casefold(): item.get("ContentType") for item in types}
        if extension == "xml" or known.get(extension, content_type) != content_type:
            etree.SubElement(types, _OVERRIDE, PartName=f"/{part}", ContentType=content_type)
        elif extension not in known:
            default = etree.Element(_DEFAULT, Extension=extension, ContentType=content_type)
            types.insert(0, default)
        self.put(self._named(TYPES_PART), types, changed=True)
        return part

    def drop(self, part: str, target: str) -> None:
        """Drop the relationships from a part to another, and that one if nobody else needs it."""
        name = self._named(_rels_name(part))
        root = self.root(name)
        for item in list(root):
            if isinstance(item.tag, str) and self._to(part, item) == target:
                take_out(item)
        if len(root):
            self.put(name, root)
        else:
            del self.parts[name]
        if target in self.parts and not self._wanted(target):
            self._discard(target)

    def _discard(self, part: str) -> None:
        """Remove a part, and what only it referred to."""
        for target in dict.fromkeys(relation.target for relation in self.relations(part)):
            if target in self.parts:
                self.drop(part, target)
        self.parts.pop(part)
        self.parts.pop(self._named(_rels_name(part)), None)
        types = self.root(self._named(TYPES_PART))
        for item in list(types):
            if _key(item.get("PartName", "")) == _key(part):
                take_out(item)
        self.put(self._named(TYPES_PART), types)

    def _wanted(self, part: str) -> bool:
        """Whether any relationship still leads to a part."""
        sources = (_source_of(name) for name in self.parts if name.endswith(".rels"))
        return any(
            relation.target == part for source in sources for relation in self.relations(source)
        )

    def _to(self, part: str, item: Element) -> str:
        """Where a relationship leads."""
        target = item.get("Target", "")
        if item.get("TargetMode", "") == "External":
            return target
        folder = posixpath.dirname(part)
        return self._named(posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/"))

    def _named(self, part: str) -> str:
        """The package's own spelling of a part name: case and kind of slash do not matter."""
        if part in self.parts:
            return part
        if not self._spelt:
            self._spelt = {_key(name): name for name in self.parts}
        found = self._spelt.get(_key(part), part)
        return found if found in self.parts else part


def _key(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def _rels_name(part: str) -> str:
    folder, name = posixpath.split(part.replace("\\", "/"))
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _source_of(rels: str) -> str:
    """The part whose relationships stand in "folder/_rels/part.rels"."""
    folder, name = posixpath.split(rels.replace("\\", "/"))
    return posixpath.join(posixpath.dirname(folder), name.removesuffix(".rels"))


def copy_entry(archive: ZipFile, info: ZipInfo, packed: bytes, known: ZipInfo) -> None:
    """Add an entry of another zip file as it is packed there: nothing is compressed again."""
    if archive.fp is None:
        raise ValueError("a closed archive")
    name, extra = LOCAL_LENGTHS.unpack_from(packed, known.header_offset + LENGTHS_AT)
    begin = known.header_offset + LENGTHS_AT + LOCAL_LENGTHS.size + name + extra
    info.compress_type, info.CRC = known.compress_type, known.CRC
    info.compress_size, info.file_size = known.compress_size, known.file_size
    archive.fp.seek(archive.start_dir)
    info.header_offset = archive.fp.tell()
    archive.fp.write(info.FileHeader(zip64=False))
    archive.fp.write(packed[begin : begin + known.compress_size])
    archive.start_dir = archive.fp.tell()
    archive.filelist.append(info)
    archive.NameToInfo[info.filename] = info
