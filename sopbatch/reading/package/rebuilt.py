"""The workbook that the parser is given: written anew from what was checked, and nothing else.

Two readers of one file can see two workbooks: they differ in which zip entry, part, namespace or
cell they take. So no byte of a file's markup goes on to the parser; what our own reading found
and held to the limits is written plainly, under the names that every reader knows.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import NamedTuple
from zipfile import ZIP_STORED, ZipFile, ZipInfo

from sopbatch.reading.package.markup import Attributes, content, in_quotes
from sopbatch.reading.package.walk import MAIN
from sopbatch.reading.refusals import Refusal, Refused

SPACE = "http://www.w3.org/XML/1998/namespace space"
LINKS = (
    "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "http://purl.oclc.org/ooxml/officeDocument/relationships",
)
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml"
INLINE = "inlineStr"
KINDS = frozenset(("n", "s", "b", "str", "d", INLINE))
"""Types of a stored value; errors are kept apart from what the parser reads."""
_KEPT = '<t xml:space="preserve">'


class TextRun(NamedTuple):
    """A stretch of text."""

    text: str
    keeps_space: bool
    """Whether white space around it is part of it."""


@dataclass(slots=True)
class CellWriter:
    """Cells with a value as markup, in the order of the file; each says where it stands."""

    _pieces: list[str] = field(default_factory=list)
    _starts: dict[tuple[str, str], str] = field(default_factory=dict)

    def value(self, address: str, kind: str, style: str, text: str) -> None:
        """Add a cell with a stored value."""
        start = self._starts.get((kind, style)) or self._new_start(kind, style)
        shown = text if text.isalnum() else _escaped(text)
        self._pieces.append(f'<c r="{address}{start}<v>{shown}</v></c>')

    def inline(self, address: str, style: str, runs: Sequence[TextRun]) -> None:
        """Add a cell with a text of its own."""
        start = self._starts.get((INLINE, style)) or self._new_start(INLINE, style)
        self._pieces.append(f'<c r="{address}{start}<is>{written(runs)}</is></c>')

    def markup(self) -> str:
        """All cells."""
        return "".join(self._pieces)

    def _new_start(self, kind: str, style: str) -> str:
        if kind not in KINDS:
            raise Refused(Refusal.DAMAGED)
        known = style if style.isdecimal() and style.isascii() and len(style) < 6 else "0"
        start = self._starts[kind, style] = f'" s="{known}" t="{kind}">'
        return start


def written(runs: Iterable[TextRun]) -> str:
    """Runs of a text as markup."""
    return "".join(
        [f"<r>{_KEPT if keeps else '<t>'}{_escaped(text)}</t></r>" for text, keeps in runs]
    )


def _escaped(text: str) -> str:
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        return content(text)
    return text


class SheetPart(NamedTuple):
    """A sheet as the parser shall see it."""

    name: str
    state: str
    """"visible", "hidden", "veryHidden"."""
    cells: str


@dataclass(frozen=True, slots=True)
class RebuiltBook:
    """A workbook as the parser shall see it."""

    sheets: Sequence[SheetPart]
    strings: Sequence[str]
    """Markup of the shared strings."""
    formats: Mapping[str, str]
    """Codes of number formats by id."""
    styles: Sequence[str]
    """Number format id of each cell style."""
    epoch_1904: bool


def written_book(book: RebuiltBook) -> bytes:
    """A plain xlsx package."""
    numbered = list(enumerate(book.sheets, start=1))
    sheets = "".join(
        f'<sheet name={in_quotes(sheet.name)} sheetId="{number}" state={in_quotes(sheet.state)} '
        f'r:id="r{number}"/>'
        for number, sheet in numbered
    )
    links = "".join(
        _relation(f"r{number}", "worksheet", f"worksheets/sheet{number}.xml")
        for number, _ in numbered
    )
    formats = "".join(
        f"<numFmt numFmtId={in_quotes(number)} formatCode={in_quotes(code)}/>"
        for number, code in book.formats.items()
    )
    styles = "".join(f"<xf numFmtId={in_quotes(number)}/>" for number in book.styles)
    strings = "".join(f"<si>{text}</si>" for text in book.strings)
    epoch = int(book.epoch_1904)
    parts = {
        "[Content_Types].xml": _types(
            [f"xl/worksheets/sheet{number}.xml" for number, _ in numbered]
        ),
        "_rels/.rels": _relations(_relation("b", "officeDocument", "xl/workbook.xml")),
        "xl/workbook.xml": (
            f'<workbook xmlns="{MAIN[0]}" xmlns:r="{LINKS[0]}">'
            f'<workbookPr date1904="{epoch}"/><sheets>{sheets}</sheets></workbook>'
        ),
        "xl/_rels/workbook.xml.rels": _relations(
            links
            + _relation("s", "sharedStrings", "sharedStrings.xml")
            + _relation("f", "styles", "styles.xml")
        ),
        "xl/sharedStrings.xml": f'<sst xmlns="{MAIN[0]}">{strings}</sst>',
        "xl/styles.xml": (
            f'<styleSheet xmlns="{MAIN[0]}"><numFmts>{formats}</numFmts>'
            f"<cellXfs>{styles}</cellXfs></styleSheet>"
        ),
    }
    for number, sheet in numbered:
        parts[f"xl/worksheets/sheet{number}.xml"] = (
            f'<worksheet xmlns="{MAIN[0]}"><sheetData>{sheet.cells}</sheetData></worksheet>'
        )
    return packed({name: text.encode("utf-8", "replace") for name, text in parts.items()})


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


def relation_id(attributes: Attributes) -> str:
    """The r:id of an element; "" without one."""
    found = (attributes.get(f"{space} id") for space in LINKS)
    return next((value for value in found if value is not None), "")


def _relation(key: str, kind: str, target: str) -> str:
    return f'<Relationship Id={in_quotes(key)} Type="{LINKS[0]}/{kind}" Target="{target}"/>'


def _relations(relations: str) -> str:
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{relations}</Relationships>'


def _types(sheets: Iterable[str]) -> str:
    kinds = {
        "xl/workbook.xml": "sheet.main",
        "xl/sharedStrings.xml": "sharedStrings",
        "xl/styles.xml": "styles",
    } | dict.fromkeys(sheets, "worksheet")
    overrides = "".join(
        f'<Override PartName="/{part}" ContentType="{_SPREADSHEET}.{kind}+xml"/>'
        for part, kind in kinds.items()
    )
    return (
        f'<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )
