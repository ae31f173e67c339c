"""Binary workbooks (xlsb) drawn by hand: no program at hand writes them."""

import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from sopbatch.model import NamedRange
from sopbatch.reading.package.spelling import XLSB
from tests.reading.crafting import LINKS, RELATIONS, zipped
from tests.reading.tokens import Encoding, tokens_of

Cell = tuple[int, object, str, str]
"""(column from 0, value or CellError code, number format, formula or "" when it is typed)."""
_MAIN = "application/vnd.ms-excel.sheet.binary.macroEnabled.main"
_ERRORS = {"#DIV/0!": 0x07, "#VALUE!": 0x0F, "#REF!": 0x17, "#N/A": 0x2A}
_NO_SHEET = 0xFFFFFFFF
NO_NAMES: Mapping[str, NamedRange] = MappingProxyType({})
_NO_AREA = b"\x1d\x01"
"""What a name stands for that is no range."""


def record(kind: int, content: bytes = b"") -> bytes:
    number = bytes([kind]) if kind < 0x80 else bytes([kind & 0x7F | 0x80, kind >> 7])
    length, size = b"", len(content)
    while True:
        more = size >> 7
        length += bytes([size & 0x7F | (0x80 if more else 0)])
        if not more:
            return number + length + content
        size = more


def wide(text: str) -> bytes:
    return struct.pack("<I", len(text.encode("utf-16-le")) // 2) + text.encode("utf-16-le")


class Numbered(dict[str, int]):
    """Numbers from 1 for names, in the order in which they are first asked for."""

    def __missing__(self, key: str) -> int:
        self[key] = len(self) + 1
        return self[key]


@dataclass(frozen=True, slots=True)
class BinarySheet:
    """A sheet about to be written; rows and columns are counted from 0."""

    name: str
    rows: Sequence[Sequence[Cell]] | Mapping[int, Sequence[Cell]]
    """All rows from the first on, or some of them by their numbers."""
    hidden_rows: Sequence[int] = ()
    hidden_columns: Sequence[int] = ()
    visible: bool = True


def xlsb(
    rows: Sequence[Sequence[Cell]],
    *,
    name: str = "Isi",
    date_1904: bool = False,
    names: Sequence[tuple[str, int, int]] = (),
    hidden_rows: Sequence[int] = (),
    hidden_columns: Sequence[int] = (),
) -> bytes:
    """A workbook of one sheet; `names` are (name, row, column) of single cells, counted from 0."""
    sheet = BinarySheet(name, rows, hidden_rows, hidden_columns)
    areas = {key: NamedRange(name, row + 1, at + 1, row + 1, at + 1) for key, row, at in names}
    return xlsb_book([sheet], date_1904=date_1904, names=areas)


def xlsb_book(
    sheets: Sequence[BinarySheet],
    *,
    date_1904: bool = False,
    names: Mapping[str, NamedRange] = NO_NAMES,
) -> bytes:
    """A workbook of several sheets."""
    every = [row for sheet in sheets for _, row in _numbered(sheet.rows)]
    codes = list(dict.fromkeys(cell[2] for row in every for cell in row))
    numbered = list(enumerate(sheets, start=1))
    known = Numbered((name.lower(), number) for number, name in enumerate(names, start=1))
    code = Encoding(XLSB, known, {sheet.name: at for at, sheet in enumerate(sheets)})
    written = [_sheet(sheet, codes, code) for sheet in sheets]
    defined = {**names, **dict.fromkeys([*known][len(names) :])}
    parts = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.bin" '
        'ContentType="application/vnd.ms-excel.worksheet"/>'
        for number, _ in numbered
    )
    links = [(f"r{number}", "worksheet", f"worksheets/sheet{number}.bin") for number, _ in numbered]
    return zipped(
        {
            "[Content_Types].xml": (
                '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
                '<Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/>'
                f'<Override PartName="/xl/workbook.bin" ContentType="{_MAIN}"/>'
                f"{parts}"
                '<Override PartName="/xl/styles.bin" '
                'ContentType="application/vnd.ms-excel.styles"/>'
                "</Types>"
            ),
            "_rels/.rels": _links(("a", "officeDocument", "xl/workbook.bin")),
            "xl/workbook.bin": _book(sheets, defined, date_1904=date_1904),
            "xl/_rels/workbook.bin.rels": _links(*links, ("r0", "styles", "styles.bin")),
            "xl/styles.bin": _styles(codes),
            **{
                f"xl/worksheets/sheet{number}.bin": part
                for number, part in enumerate(written, start=1)
            },
        }
    )


def _links(*links: tuple[str, str, str]) -> str:
    listed = "".join(
        f'<Relationship Id="{key}" Type="{LINKS}/{kind}" Target="{target}"/>'
        for key, kind, target in links
    )
    return f'<Relationships xmlns="{RELATIONS}">{listed}</Relationships>'


def _book(
    sheets: Sequence[BinarySheet], names: Mapping[str, NamedRange | None], *, date_1904: bool
) -> bytes:
    listed = b"".join(
        record(
            156,
            struct.pack("<II", int(not sheet.visible), number)
            + wide(f"r{number}")
            + wide(sheet.name),
        )
        for number, sheet in enumerate(sheets, start=1)
    )
    places = {sheet.name.casefold(): number for number, sheet in enumerate(sheets)}
    links = b"".join(struct.pack("<III", 0, number, number) for number in range(len(sheets)))
    own = record(353) + record(357) + record(362, struct.pack("<I", len(sheets)) + links)
    own += record(354)
    defined = b"".join(
        record(
            39,
            struct.pack("<IBI", 0, 0, _NO_SHEET)
            + wide(key)
            + (_area(area, places[area.sheet.casefold()]) if area else _tokens(_NO_AREA))
            + struct.pack("<I", 0)
            + struct.pack("<I", _NO_SHEET),
        )
        for key, area in names.items()
    )
    return (
        record(131)
        + record(153, struct.pack("<III", int(date_1904), 0, 0))
        + record(143)
        + listed
        + record(144)
        + own
        + defined
        + record(132)
    )


def _tokens(tokens: bytes) -> bytes:
    return struct.pack("<I", len(tokens)) + tokens


def _area(area: NamedRange, sheet: int) -> bytes:
    """The tokens of a rectangle, with their length in front."""
    if (area.top, area.left) == (area.bottom, area.right):
        return struct.pack("<IBHIH", 9, 0x3A, sheet, area.top - 1, area.left - 1)
    rows, columns = (area.top - 1, area.bottom - 1), (area.left - 1, area.right - 1)
    return struct.pack("<IBHIIHH", 15, 0x3B, sheet, *rows, *columns)


def _styles(codes: Sequence[str]) -> bytes:
    formats = b"".join(
        record(44, struct.pack("<H", 164 + at) + wide(code)) for at, code in enumerate(codes)
    )
    styles = b"".join(
        record(47, struct.pack("<HHHHHBBHH", 0, 164 + at, 0, 0, 0, 0, 0, 0, 0))
        for at in range(len(codes))
    )
    count = struct.pack("<I", len(codes))
    return (
        record(278)
        + (record(615, count) + formats + record(616))
        + (record(617, count) + styles + record(618))
        + record(279)
    )


def _numbered(
    rows: Sequence[Sequence[Cell]] | Mapping[int, Sequence[Cell]],
) -> list[tuple[int, Sequence[Cell]]]:
    return sorted(rows.items()) if isinstance(rows, Mapping) else list(enumerate(rows))


def _sheet(sheet: BinarySheet, codes: Sequence[str], code: Encoding) -> bytes:
    numbered = _numbered(sheet.rows)
    width = max((cell[0] for _, row in numbered for cell in row), default=0)
    body = b""
    for at, row in numbered:
        flags = 0x10 if at in sheet.hidden_rows else 0
        body += record(0, struct.pack("<IIHBBBI", at, 0, 300, 0, flags, 0, 0))
        body += b"".join(_cell(cell, codes.index(cell[2]), code) for cell in row)
    columns = b"".join(
        record(60, struct.pack("<IIIIH", column, column, 2048, 0, 1))
        for column in sheet.hidden_columns
    )
    return (
        record(129)
        + record(148, struct.pack("<IIII", 0, max((at for at, _ in numbered), default=0), 0, width))
        + (record(390) + columns + record(391) if columns else b"")
        + (record(145) + body + record(146))
        + record(130)
    )


def _cell(cell: Cell, style: int, code: Encoding) -> bytes:
    column, value, _, words = cell
    head = struct.pack("<II", column, style)
    match value:
        case bool():
            kind, content = 4, bytes([value])
        case str() if value in _ERRORS:
            kind, content = 3, bytes([_ERRORS[value]])
        case str():
            kind, content = 6, wide(value)
        case _:
            kind, content = 5, struct.pack("<d", value)
    if not words:
        return record(kind, head + content)
    tokens, extra = map(_tokens, tokens_of(words, code))
    formula = {4: 10, 3: 11, 6: 8, 5: 9}[kind]
    return record(formula, head + content + struct.pack("<H", 0) + tokens + extra)
