"""Row heights that fit their texts at first and still grow while somebody types."""

import re
from collections.abc import Collection, Iterable, Mapping
from io import BytesIO
from math import ceil
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

CHARACTERS_PER_WIDTH = 1.15
"""Letters of running text that fit into one unit of column width (the width of a digit), 10 pt."""
PADDING = 8.0
LINE_SPACING = 1.3
FIRST_ZIP_DATE = (1980, 1, 1, 0, 0, 0)
Text = tuple[str, float, float]
"""A text, the width of its column in characters and its size in points."""


def fitting_height(texts: Iterable[Text], least: float) -> float:
    """Height in points at which all wrapped texts of a row are seen."""
    return max([least, *(_height(*text) for text in texts)])


def _height(text: str, width: float, size: float) -> float:
    room = max(1.0, (width - 1.5) * CHARACTERS_PER_WIDTH * 10 / size)
    lines = sum(max(1, ceil(len(line) / room)) for line in text.split("\n"))
    return lines * size * LINE_SPACING + PADDING


def let_rows_grow(content: bytes, rows: Mapping[int, Collection[int]]) -> bytes:
    """The workbook with the heights of those rows as a beginning only.

    `rows` are 1-based, by 1-based sheet. The library can only fix a height, and a row without
    one is not fitted by LibreOffice when it opens the file.
    """
    grown = BytesIO()
    with ZipFile(BytesIO(content)) as package, ZipFile(grown, "w", ZIP_DEFLATED) as target:
        for part in package.infolist():
            data = package.read(part)
            if (match := re.fullmatch(r"xl/worksheets/sheet(\d+)\.xml", part.filename)) is not None:
                data = _loosened(data, rows.get(int(match[1]), ()))
            info = ZipInfo(part.filename, FIRST_ZIP_DATE)
            info.compress_type = ZIP_DEFLATED
            target.writestr(info, data)
    return grown.getvalue()


def _loosened(sheet: bytes, rows: Collection[int]) -> bytes:
    def loosen(match: re.Match[bytes]) -> bytes:
        tag = match[0]
        return tag.replace(b' customHeight="1"', b"") if int(match[1]) in rows else tag

    return re.sub(rb'<row r="(\d+)"[^>]*>', loosen, sheet)
