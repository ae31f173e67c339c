"""Formulas of binary workbooks: tokens in the order of reckoning, told as Office Open XML does.

So one judgement of formulas serves every format. Source: MS-XLS 2.5.198 and MS-XLSB 2.5.97.
Lengths and numbers within are not believed; what makes no sense tells nothing.
"""

import struct
from collections.abc import Callable, Mapping
from types import MappingProxyType

from sopbatch.reading.package.errors import ERRORS
from sopbatch.reading.package.facts import Position
from sopbatch.reading.package.functions import ADDED, GIVEN, NAMES
from sopbatch.reading.package.spelling import (
    BYTE,
    DOUBLE,
    LONG,
    SHORT,
    Dialect,
    Known,
    Spelling,
    UnspeltError,
)

_SHARED = 0x01
_BETWEEN: Mapping[int, str] = MappingProxyType(
    dict(enumerate(("+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>"), start=0x03))
    | {0x0F: " ", 0x10: ",", 0x11: ":"}
)
_PLUS, _MINUS, _PERCENT, _BRACKETS, _LEFT_OUT = 0x12, 0x13, 0x14, 0x15, 0x16
_TEXT, _LIST, _HINT, _ERROR, _TRUTH, _WHOLE, _NUMBER = 0x17, 0x18, 0x19, 0x1C, 0x1D, 0x1E, 0x1F
_CHOICES, _SUM = 0x04, 0x10
"""Hints that are more than hints: places of choices, and a sum of one thing."""
_ARRAY, _CALL, _CALL_OF, _NAME, _CELL, _AREA = 0x20, 0x21, 0x22, 0x23, 0x24, 0x25
_UNION_AREA, _AREA_ERROR, _NO_AREA, _AREA_HEAD = 0x26, 0x27, 0x28, 0x29
_LOST_CELL, _LOST_AREA, _NEAR_CELL, _NEAR_AREA = 0x2A, 0x2B, 0x2C, 0x2D
_FOREIGN_NAME, _CELL_OF, _AREA_OF, _LOST_CELL_OF, _LOST_AREA_OF = 0x39, 0x3A, 0x3B, 0x3C, 0x3D
_CLASSED, _CLASS_BITS = 0x20, 0x1F
_SUM_NUMBER = 4
_ITEMS = MappingProxyType({"number": 1, "text": 2, "truth": 4, "error": 0x10})
_WIDE_ITEMS = MappingProxyType({"number": 0, "text": 1, "truth": 2, "error": 4})
_LONE_ERRORS = frozenset(ERRORS.values())


def shared_by(tokens: bytes, extra: bytes, dialect: Dialect) -> Position | None:
    """First cell (row, column) of the cells that share a formula when the tokens only say that."""
    size = dialect.row.size
    if len(tokens) != 5 or tokens[0] != _SHARED:
        return None
    try:
        column = SHORT.unpack_from(tokens, 3) if size == 2 else LONG.unpack_from(extra)
    except struct.error:
        return None
    return dialect.row.unpack_from(tokens, 1)[0] + 1, column[0] + 1


def spelt(tokens: bytes, extra: bytes, known: Known, at: Position) -> str:
    """The formula of a cell, without "="; "" when it cannot be told.

    `extra` are the bytes behind the tokens. A formula that is nothing but an error value cannot be
    told either: programs write it for formulas too long for the format.
    """
    spelling = Spelling(tokens=tokens, extra=extra, known=known, at=at)
    try:
        _read(spelling)
    except (UnspeltError, struct.error, IndexError, KeyError):
        return ""
    text = spelling.text()
    return "" if text in _LONE_ERRORS else text


def _read(spelling: Spelling) -> None:
    tokens = spelling.tokens
    while spelling.place < len(tokens):
        token = tokens[spelling.place]
        spelling.place += 1
        _READ[token & _CLASS_BITS | _CLASSED if token >= _CLASSED else token](spelling)
    if len(spelling.begins) != 1:
        raise UnspeltError


def _binary(sign: str) -> Callable[[Spelling], None]:
    return lambda spelling: spelling.join(2, sign)


def _wrapped(begin: str, end: str) -> Callable[[Spelling], None]:
    def read(spelling: Spelling) -> None:
        spelling.wrap(begin, end)

    return read


def _passed(size: int) -> Callable[[Spelling], None]:
    """A token of so many bytes that says nothing."""

    def read(spelling: Spelling) -> None:
        spelling.place += size

    return read


def _hint(spelling: Spelling) -> None:
    kind, size = spelling.take(BYTE), spelling.take(SHORT)
    if kind & _CHOICES:
        spelling.place += 2 * (size + 1)
    elif kind & _SUM:
        spelling.call(NAMES[_SUM_NUMBER], 1)


def _list(spelling: Spelling) -> None:
    """A part of a table with a name; the old format has something else there."""
    if not spelling.known.dialect.wide:
        raise UnspeltError
    spelling.place += 13
    spelling.leaf("[]")


def _text(spelling: Spelling) -> None:
    tokens, at = spelling.tokens, spelling.place
    if spelling.known.dialect.wide:
        said, spelling.place = _letters(tokens, at + 2, SHORT.unpack_from(tokens, at)[0], wide=True)
    else:
        wide = bool(tokens[at + 1] & 1)
        said, spelling.place = _letters(tokens, at + 2, tokens[at], wide=wide)
    spelling.leaf(_quoted(said))


def _letters(data: bytes, at: int, count: int, *, wide: bool) -> tuple[str, int]:
    """Letters and the place behind them."""
    end = at + count * (1 + wide)
    if end > len(data):
        raise UnspeltError
    return data[at:end].decode("utf-16-le" if wide else "latin-1", "replace"), end


def _quoted(said: str) -> str:
    return '"' + said.replace('"', '""') + '"'


def _error(spelling: Spelling) -> None:
    spelling.leaf(ERRORS[spelling.take(BYTE)])


def _truth(spelling: Spelling) -> None:
    spelling.leaf("TRUE" if spelling.take(BYTE) else "FALSE")


def _whole(spelling: Spelling) -> None:
    spelling.leaf(str(spelling.take(SHORT)))


def _number(spelling: Spelling) -> None:
    spelling.leaf(f"{spelling.take(DOUBLE):.15G}")


def _array(spelling: Spelling) -> None:
    """The items stand behind the tokens, row by row."""
    dialect = spelling.known.dialect
    spelling.place += dialect.array
    if dialect.wide:
        width, height = spelling.take_extra(LONG), spelling.take_extra(LONG)
    else:
        width, height = spelling.take_extra(BYTE) + 1, spelling.take_extra(SHORT) + 1
    if not 0 < width * height <= len(spelling.extra):
        raise UnspeltError
    rows = (",".join(_item(spelling) for _ in range(width)) for _ in range(height))
    spelling.leaf("{" + ";".join(rows) + "}")


def _item(spelling: Spelling) -> str:
    kind, wide = spelling.take_extra(BYTE), spelling.known.dialect.wide
    shapes = _WIDE_ITEMS if wide else _ITEMS
    if kind == shapes["text"]:
        count = spelling.take_extra(SHORT)
        letters = wide or bool(spelling.take_extra(BYTE) & 1)
        said, spelling.extra_place = _letters(
            spelling.extra, spelling.extra_place, count, wide=letters
        )
        return _quoted(said)
    if kind == shapes["number"]:
        return f"{spelling.take_extra(DOUBLE):.15G}"
    at = spelling.extra_place
    spelling.extra_place += {shapes["truth"]: 1, shapes["error"]: 4}[kind] if wide else 8
    code = spelling.extra[at]
    if kind == shapes["truth"]:
        return "TRUE" if code else "FALSE"
    return ERRORS[code] if kind == shapes["error"] else ""


def _call(spelling: Spelling) -> None:
    number = spelling.take(SHORT)
    spelling.call(NAMES[number], GIVEN[number])


def _call_of(spelling: Spelling) -> None:
    count = spelling.take(BYTE) & 0x7F
    number = spelling.take(SHORT) & 0x7FFF
    if number == ADDED and count:
        spelling.join(count, "(", ",")
        spelling.behind[len(spelling.leaves) - 1].append("()" if count == 1 else ")")
    else:
        spelling.call(NAMES[number], count)


def _name(spelling: Spelling) -> None:
    number = spelling.take(LONG) & 0xFFFF
    if not number:
        raise UnspeltError
    spelling.leaf(spelling.known.names[number - 1])


def _foreign_name(spelling: Spelling) -> None:
    link, number = spelling.take(SHORT), spelling.take(LONG)
    spelling.leaf(spelling.known.foreign_name(link, number & 0xFFFF))


def _union_area(spelling: Spelling) -> None:
    """What the area comes to stands behind the tokens, the tokens that make it follow."""
    spelling.place += 6
    wide = spelling.known.dialect.wide
    count = spelling.take_extra(LONG if wide else SHORT)
    spelling.extra_place += count * (16 if wide else 8)


def _cell(spelling: Spelling) -> None:
    spelling.leaf(spelling.cell(near=False))


def _area(spelling: Spelling) -> None:
    spelling.leaf(spelling.area(near=False))


def _near_cell(spelling: Spelling) -> None:
    spelling.leaf(spelling.cell(near=True))


def _near_area(spelling: Spelling) -> None:
    spelling.leaf(spelling.area(near=True))


def _cell_of(spelling: Spelling) -> None:
    spelling.leaf(spelling.known.sheet(spelling.take(SHORT)) + spelling.cell(near=False))


def _area_of(spelling: Spelling) -> None:
    spelling.leaf(spelling.known.sheet(spelling.take(SHORT)) + spelling.area(near=False))


def _lost(count: int, *, linked: bool = False) -> Callable[[Spelling], None]:
    """A reference of so many corners that leads nowhere any more."""

    def read(spelling: Spelling) -> None:
        spelling.place += 2 * linked + count * (spelling.known.dialect.row.size + 2)
        spelling.leaf("#REF!")

    return read


_READ: Mapping[int, Callable[[Spelling], None]] = MappingProxyType(
    {
        **{token: _binary(sign) for token, sign in _BETWEEN.items()},
        _PLUS: _wrapped("+", ""),
        _MINUS: _wrapped("-", ""),
        _PERCENT: _wrapped("", "%"),
        _BRACKETS: _wrapped("(", ")"),
        _LEFT_OUT: lambda spelling: spelling.leaf(""),
        _TEXT: _text,
        _LIST: _list,
        _HINT: _hint,
        _ERROR: _error,
        _TRUTH: _truth,
        _WHOLE: _whole,
        _NUMBER: _number,
        _ARRAY: _array,
        _CALL: _call,
        _CALL_OF: _call_of,
        _NAME: _name,
        _CELL: _cell,
        _AREA: _area,
        _UNION_AREA: _union_area,
        _AREA_ERROR: _passed(6),
        _NO_AREA: _passed(6),
        _AREA_HEAD: _passed(2),
        _LOST_CELL: _lost(1),
        _LOST_AREA: _lost(2),
        _NEAR_CELL: _near_cell,
        _NEAR_AREA: _near_area,
        _FOREIGN_NAME: _foreign_name,
        _CELL_OF: _cell_of,
        _AREA_OF: _area_of,
        _LOST_CELL_OF: _lost(1, linked=True),
        _LOST_AREA_OF: _lost(2, linked=True),
    }
)
