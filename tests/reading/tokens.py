"""Formulas as tokens of binary workbooks, made from their words as a program would."""

import re
import struct
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

from sopbatch.model import column_number
from sopbatch.reading.package.functions import GIVEN, NAMES
from sopbatch.reading.package.spelling import XLS, Dialect

NUMBERS = {name: number for number, name in NAMES.items()}
OPERATORS = ("+", "-", "*", "/", "^", "&", "<", "<=", "=", ">=", ">", "<>")
BINDING = {"^": 6, "*": 5, "/": 5, "+": 4, "-": 4, "&": 3} | dict.fromkeys(OPERATORS[6:], 2)
SIGN, PERCENT = 8, 7
"""How strongly a sign binds, and a percent sign."""
ERRORS = {"#NULL!": 0, "#DIV/0!": 7, "#VALUE!": 15, "#REF!": 23, "#NAME?": 29, "#NUM!": 36,
          "#N/A": 42}  # fmt: skip
PLACE = re.compile(r"(\$?)([A-Z]{1,3})(\$?)(\d+)")
NO_NAMES: Mapping[str, int] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Encoding:
    """How a workbook numbers what formulas name."""

    dialect: Dialect
    names: Mapping[str, int]
    """Lower-cased defined name to its number, from 1."""
    sheets: Mapping[str, int]
    """Name of a sheet to the number of the link that leads there."""


@dataclass(slots=True)
class _Writer:
    code: Encoding
    tokens: bytearray = field(default_factory=bytearray)
    extra: bytearray = field(default_factory=bytearray)

    def put(self, layout: str, *values: float | bytes) -> None:
        self.tokens += struct.pack("<" + layout, *values)


def tokens_of(formula: str, code: Encoding) -> tuple[bytes, bytes]:
    """Tokens of a formula without "=", and the bytes that stand behind them."""
    writer = _Writer(code)
    _Parser(list(Tokenizer(f"={formula}").items), writer).expression(0)
    return bytes(writer.tokens), bytes(writer.extra)


@dataclass(slots=True)
class _Parser:
    items: Sequence[Token]
    out: _Writer
    at: int = 0

    def peek(self) -> Token | None:
        while self.at < len(self.items) and self.items[self.at].type == Token.WSPACE:
            self.at += 1
        return self.items[self.at] if self.at < len(self.items) else None

    def expression(self, least: int) -> None:
        self.first()
        while (token := self.peek()) is not None:
            if token.type == Token.OP_POST and least <= PERCENT:
                self.at += 1
                self.out.put("B", 0x14)
            elif token.type == Token.OP_IN and BINDING[token.value] >= least:
                self.at += 1
                self.expression(BINDING[token.value] + 1)
                self.out.put("B", 3 + OPERATORS.index(token.value))
            else:
                return

    def first(self) -> None:
        token = self.items[self.at] if self.peek() else None
        assert token is not None
        self.at += 1
        if token.type == Token.OP_PRE:
            self.expression(SIGN)
            self.out.put("B", 0x12 if token.value == "+" else 0x13)
        elif token.type == Token.PAREN:
            self.expression(0)
            self.at += 1
            self.out.put("B", 0x15)
        elif token.type == Token.ARRAY:
            self.array()
        elif token.type == Token.FUNC:
            self.function(token.value[:-1])
        else:
            operand(token, self.out)

    def function(self, name: str) -> None:
        added = name not in NUMBERS
        if added:
            self.out.put(
                "BI", 0x23, self.out.code.names[f"_xlfn.{name.removeprefix('_xlfn.')}".lower()]
            )
        count = 0
        while not self.closes():
            token = self.peek()
            if token is not None and token.type == Token.SEP:
                self.out.put("B", 0x16)
            else:
                self.expression(0)
            count += 1
            token = self.peek()
            if token is not None and token.type == Token.SEP:
                self.at += 1
                if self.closes():
                    self.out.put("B", 0x16)
                    count += 1
        self.at += 1
        number = NUMBERS.get(name, 255)
        if number in GIVEN:
            self.out.put("BH", 0x41, number)
        else:
            self.out.put("BBH", 0x42, count + added, number)

    def closes(self) -> bool:
        token = self.peek()
        return token is not None and token.subtype == Token.CLOSE

    def array(self) -> None:
        rows: list[list[Token]] = [[]]
        while (token := self.items[self.at]).type != Token.ARRAY:
            self.at += 1
            if token.type == Token.SEP:
                rows += [[]] if token.subtype == Token.ROW else []
            elif token.type == Token.OPERAND:
                rows[-1].append(token)
        self.at += 1
        old = self.out.code.dialect is XLS
        self.out.put(f"B{self.out.code.dialect.array}x", 0x60)
        size = len(rows[0]), len(rows)
        self.out.extra += (
            struct.pack("<BH", size[0] - 1, size[1] - 1) if old else struct.pack("<II", *size)
        )
        for token in (token for row in rows for token in row):
            self.out.extra += item(token, old=old)


def item(token: Token, *, old: bool) -> bytes:
    """One value of an array."""
    if token.subtype == Token.TEXT:
        text = str(token.value)[1:-1].replace('""', '"').encode("utf-16-le")
        return struct.pack("<BH", 2 if old else 1, len(text) // 2) + (b"\1" if old else b"") + text
    if token.subtype == Token.LOGICAL:
        return struct.pack("<BB7x" if old else "<BB", 4 if old else 2, token.value == "TRUE")
    if token.subtype == Token.ERROR:
        code = ERRORS[token.value]
        return struct.pack("<BB7x" if old else "<BB3x", 16 if old else 4, code)
    return struct.pack("<Bd", int(old), float(token.value))


def operand(token: Token, out: _Writer) -> None:
    """One text, number, truth, error, reference or name."""
    old = out.code.dialect is XLS
    match token.subtype:
        case Token.TEXT:
            text = str(token.value)[1:-1].replace('""', '"').encode("utf-16-le")
            out.put("BBB" if old else "BH", 0x17, len(text) // 2, *([1] if old else []))
            out.tokens += text
        case Token.NUMBER:
            whole = token.value.isdigit() and int(token.value) < 1 << 16
            number = int(token.value) if whole else float(token.value)
            out.put("BH" if whole else "Bd", 0x1E if whole else 0x1F, number)
        case Token.LOGICAL:
            out.put("BB", 0x1D, token.value == "TRUE")
        case Token.ERROR:
            out.put("BB", 0x1C, ERRORS[token.value])
        case _:
            reference(token.value, out)


def reference(text: str, out: _Writer) -> None:
    """A cell, an area, one of these on another sheet, or a defined name."""
    sheet, _, place = text.rpartition("!")
    corners = [PLACE.fullmatch(corner) for corner in place.split(":")]
    if not all(corners):
        out.put("BI", 0x43, out.code.names[place.lower()])
        return
    kind = (0x3A if sheet else 0x24) + len(corners) - 1
    out.put("B", kind | 0x40)
    if sheet:
        out.put("H", out.code.sheets[sheet.strip("'").replace("''", "'")])
    parts = [corner.groups() for corner in corners if corner]
    rows = [int(row) - 1 for *_, row in parts]
    columns = [
        column_number(letters) - 1 | (0 if fixed else 0x4000) | (0 if fixed_row else 0x8000)
        for fixed, letters, fixed_row, _ in parts
    ]
    size = "H" if out.code.dialect is XLS else "I"
    out.put(f"{len(rows)}{size}{len(rows)}H", *rows, *columns)
