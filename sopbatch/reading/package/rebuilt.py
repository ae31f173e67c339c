"""The package that the parser is given: written anew from what was checked, and nothing else.

Two readers of one file can see two workbooks: they differ in which zip entry or part they take. So
what our own reading found and held to the limits stands under the names that every reader knows.
"""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sopbatch.reading.package.markup import in_quotes
from sopbatch.reading.package.relations import LINKS

_PACKAGE = "http://schemas.openxmlformats.org/package/2006"


def written_binary(
    book: bytes, tables: Mapping[str, bytes], sheets: Mapping[str, tuple[str, bytes]]
) -> bytes:
    """A plain xlsb package; `sheets` are kinds and parts by relationship id, as the book says."""
    links = "".join(
        _relation(key, kind, f"worksheets/sheet{number}.bin")
        for number, (key, (kind, _)) in enumerate(sheets.items(), start=1)
    )
    links += "".join(_relation(f"sopb{kind}", kind, f"{kind}.bin") for kind in tables)
    parts = {"xl/workbook.bin": book, "xl/_rels/workbook.bin.rels": _relations(links).encode()}
    for kind, data in tables.items():
        parts[f"xl/{kind}.bin"] = data
    for number, (_, data) in enumerate(sheets.values(), start=1):
        parts[f"xl/worksheets/sheet{number}.bin"] = data
    return packed(parts)


def packed(parts: Mapping[str, bytes]) -> bytes:
    """A package of these parts, in this order, not compressed: it is read at once and dropped."""
    buffer = BytesIO()
    with ZipFile(buffer, "w", ZIP_STORED) as archive:
        for name, data in parts.items():
            archive.writestr(ZipInfo(name), data)
    return buffer.getvalue()


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id={in_quotes(key)} Type="{LINKS[0]}/{kind}" Target="{target}"/>'


def _relations(relations: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'
