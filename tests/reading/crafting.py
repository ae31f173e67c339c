"""Workbook packages drawn by hand, for what no honest program would write."""

import struct
import zipfile
from collections.abc import Mapping, Sequence
from io import BytesIO
from typing import Any

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
CALCEXT = "urn:org:documentfoundation:names:experimental:calc:xmlns:calcext:1.0"
MANIFEST = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
ODS = "application/vnd.oasis.opendocument.spreadsheet"

Parts = Mapping[str, str | bytes]


def zipped(parts: Parts, compression: int = zipfile.ZIP_DEFLATED) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", compression) as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def worksheet(rows: str, after: str = "", before: str = "") -> str:
    if rows.startswith("<c "):
        rows = f"<row>{rows}</row>"
    return (
        f'<worksheet xmlns="{MAIN}" xmlns:r="{LINKS}">{before}'
        f"<sheetData>{rows}</sheetData>{after}</worksheet>"
    )


def xlsx_parts(
    *sheets: str,
    names: str = "",
    strings: str = "",
    styles: str = "",
    main: str = f"{SPREADSHEET}.sheet.main+xml",
    more: Parts | None = None,
) -> dict[str, str | bytes]:
    """Parts of a workbook with these worksheet parts, named S1, S2 and so on.

    `strings` is a whole part, `styles` the cell styles of one.
    """
    listed = "".join(
        f'<sheet name="S{n}" sheetId="{n}" r:id="r{n}"/>' for n in range(1, len(sheets) + 1)
    )
    links = "".join(
        f'<Relationship Id="r{n}" Type="{LINKS}/worksheet" Target="worksheets/sheet{n}.xml"/>'
        for n in range(1, len(sheets) + 1)
    )
    if strings:
        links += f'<Relationship Id="s" Type="{LINKS}/sharedStrings" Target="sharedStrings.xml"/>'
    if styles:
        links += f'<Relationship Id="f" Type="{LINKS}/styles" Target="styles.xml"/>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": (
            '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            f'<Override PartName="/xl/workbook.xml" ContentType="{main}"/></Types>'
        ),
        "_rels/.rels": (
            f'<Relationships xmlns="{RELATIONS}"><Relationship Id="a" '
            f'Type="{LINKS}/officeDocument" Target="xl/workbook.xml"/></Relationships>'
        ),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN}" xmlns:r="{LINKS}"><sheets>{listed}</sheets>'
            f"<definedNames>{names}</definedNames></workbook>"
        ),
        "xl/_rels/workbook.xml.rels": (
            f'<Relationships xmlns="{RELATIONS}">{links}</Relationships>'
        ),
    }
    if strings:
        parts["xl/sharedStrings.xml"] = strings
    if styles:
        parts["xl/styles.xml"] = (
            f'<styleSheet xmlns="{MAIN}"><cellXfs>{styles}</cellXfs></styleSheet>'
        )
    for n, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{n}.xml"] = sheet
    return parts | dict(more or {})


def xlsx(*rows: str, **about: Any) -> bytes:
    """A workbook with one sheet for each text of <row> elements."""
    return zipped(xlsx_parts(*map(worksheet, rows or ("",)), **about))


def number(address: str, value: object = 1) -> str:
    return f'<c r="{address}"><v>{value}</v></c>'


def ods(tables: str, after: str = "", more: Parts | None = None) -> bytes:
    spaces = " ".join(
        f'xmlns:{prefix}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
        for prefix, name in (
            ("office", "office"),
            ("table", "table"),
            ("text", "text"),
            ("draw", "drawing"),
        )
    )
    content = (
        f'<office:document-content {spaces} xmlns:calcext="{CALCEXT}" xmlns:xlink="http://www.w3.org/1999/xlink"><office:body>'
        f"<office:spreadsheet>{tables}{after}</office:spreadsheet></office:body>"
        "</office:document-content>"
    )
    manifest = (
        f'<manifest:manifest xmlns:manifest="{MANIFEST}"><manifest:file-entry '
        f'manifest:full-path="/" manifest:media-type="{ODS}"/><manifest:file-entry '
        'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
    )
    parts = {"mimetype": ODS, "content.xml": content, "META-INF/manifest.xml": manifest}
    return zipped(parts | dict(more or {}))


def table(rows: str, name: str = "T1") -> str:
    return f'<table:table table:name="{name}">{rows}</table:table>'


def row(*cells: str, repeated: int = 1) -> str:
    return (
        f'<table:table-row table:number-rows-repeated="{repeated}">{"".join(cells)}'
        "</table:table-row>"
    )


def text_cell(content: str, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="string" {more}><text:p>{content}</text:p>'
        "</table:table-cell>"
    )


def float_cell(value: object, more: str = "") -> str:
    return (
        f'<table:table-cell office:value-type="float" office:value="{value}" {more}>'
        f"<text:p>{value}</text:p></table:table-cell>"
    )


def ole(
    *streams: tuple[str, bytes],
    table_count: int = 0,
    within: tuple[str, Sequence[tuple[str, bytes]]] = ("", ()),
) -> bytes:
    """A compound file of 512-byte sectors: tables, directory, then each stream unbroken.

    `within` is a storage, such as an embedded object, and its streams: they come first in the
    directory. `table_count` is how many tables the header claims, when it lies.
    """
    storage, inner = within
    every = [*inner, *streams]
    padded = [one.ljust(max(-(-len(one) // 512) * 512, 4096), b"\0") for _, one in every]
    directory_sectors = (len(every) + 1 + bool(storage) + 3) // 4
    used = directory_sectors + sum(map(len, padded)) // 512
    tables = -(-used // 127)
    sectors = [0xFFFFFFFD] * tables
    sectors += [*range(tables + 1, tables + directory_sectors), 0xFFFFFFFE]
    entries: list[tuple[str, int, int, int]] = []
    for (name, _), content in zip(every, padded, strict=True):
        first = len(sectors)
        entries.append((name, 2, first, len(content)))
        sectors += [*range(first + 1, first + len(content) // 512), 0xFFFFFFFE]
    directory = _ole_directory(entries, storage, len(inner))
    directory = directory.ljust(directory_sectors * 512, b"\0")
    table = struct.pack(f"<{len(sectors)}I", *sectors).ljust(tables * 512, b"\xff")
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 16
    header += struct.pack("<HHHHH6x", 62, 3, 0xFFFE, 9, 6)
    claimed = (0, table_count or tables, tables)
    header += struct.pack("<9I", *claimed, 0, 4096, 0xFFFFFFFE, 0, 0xFFFFFFFE, 0)
    header += struct.pack("<109I", *range(tables), *[0xFFFFFFFF] * (109 - tables))
    return header + table + directory + b"".join(padded)


def _ole_directory(entries: list[tuple[str, int, int, int]], storage: str, inner: int) -> bytes:
    """Root, the entries within the storage, the storage, and the others: each next to the last."""
    nobody = 0xFFFFFFFF
    listed = [*entries[:inner], *([(storage, 1, 0, 0)] if storage else []), *entries[inner:]]
    last = len(listed)
    nexts = [number + 1 if number not in (inner, last) else nobody for number in range(1, last + 1)]
    root = _ole_entry("Root Entry", 5, 0xFFFFFFFE, 0, nobody, inner + 1 if last > inner else nobody)
    children = [1 if kind == 1 and inner else nobody for _, kind, _, _ in listed]
    return root + b"".join(
        _ole_entry(*entry, right, child)
        for entry, right, child in zip(listed, nexts, children, strict=True)
    )


def _ole_entry(name: str, kind: int, start: int, size: int, right: int, child: int) -> bytes:
    text = name.encode("utf-16-le") + b"\0\0"
    head = text.ljust(64, b"\0") + struct.pack("<HBB", len(text), kind, 1)
    head += struct.pack("<III", 0xFFFFFFFF, right, child)
    return head + b"\0" * 36 + struct.pack("<II", start, size) + b"\0" * 4
