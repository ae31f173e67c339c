"""Binary records of old and binary workbooks: numbers, texts and references, lengths unbelieved."""

import math
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sopbatch.model import CellError, NamedRange
from sopbatch.reading.package.errors import ERRORS
from sopbatch.reading.package.facts import Position, SheetFacts
from sopbatch.reading.package.formats import CellFormat, Formats, note_number, note_text
from sopbatch.reading.package.formulas import FormulaNotes

_DOUBLE = struct.Struct("<d")
_RK_DIVIDED, _RK_WHOLE = 0x1, 0x2
_REF_3D, _AREA_3D = 0x1A, 0x1B
_TOKEN_CLASS = 0x1F
"""The bits of a formula token that name it, whatever kind of value it gives."""
_COLUMN = 0x3FFF


def double(data: bytes, at: int = 0) -> float:
    """A stored number."""
    number: float = _DOUBLE.unpack_from(data, at)[0]
    return number


def rk_number(packed: int) -> float:
    """A number packed into four bytes: whole or the upper half of a double, maybe a hundredth."""
    if packed & _RK_WHOLE:
        whole = packed >> 2
        number = float(whole - (1 << 30) if whole >> 29 else whole)
    else:
        number = double(struct.pack("<II", 0, packed & ~0x3))
    return number / 100 if packed & _RK_DIVIDED else number


@dataclass(frozen=True, slots=True)
class CellNotes:
    """Takes down what the cell records of one sheet tell beyond the parser's values."""

    facts: SheetFacts
    formats: Formats
    formulas: FormulaNotes

    def number(self, at: Position, style: int, number: float) -> None:
        """A cell with a number."""
        if math.isfinite(number):
            note_number(self.facts, at, number, self._format(style))
        else:
            self.facts.values[at] = CellError("#NUM!")

    def text(self, at: Position, style: int) -> None:
        """A cell with a text."""
        note_text(self.facts, at, self._format(style))

    def error(self, at: Position, code: int) -> None:
        """A cell with an error value."""
        self.facts.values[at] = CellError(ERRORS.get(code, "#N/A"))

    def _format(self, style: int) -> CellFormat | None:
        return self.formats[style] if style < len(self.formats) else None


def referred(tokens: bytes, sheets: Mapping[int, str], row: struct.Struct) -> NamedRange | None:
    """The rectangle that the tokens of a defined name stand for, None for anything else.

    `sheets` are the names by the number that tokens use, `row` how a row is stored.
    """
    if len(tokens) < 3 or not tokens[0] & 0x60:
        return None
    sheet = sheets.get(struct.unpack_from("<H", tokens, 1)[0])
    kind, body = tokens[0] & _TOKEN_CLASS, tokens[3:]
    size = row.size
    if sheet is None:
        return None
    if kind == _REF_3D and len(body) == size + 2:
        rows = (row.unpack_from(body)[0],) * 2
        columns: Sequence[int] = struct.unpack_from("<H", body, size) * 2
    elif kind == _AREA_3D and len(body) == 2 * size + 4:
        rows = row.unpack_from(body)[0], row.unpack_from(body, size)[0]
        columns = struct.unpack_from("<HH", body, 2 * size)
    else:
        return None
    left, right = (column & _COLUMN for column in columns)
    if rows[0] > rows[1] or left > right:
        return None
    return NamedRange(sheet, rows[0] + 1, left + 1, rows[1] + 1, right + 1)
