"""A formula in another cell: its references move along, as when a cell is copied."""

import re
from dataclasses import dataclass

from sopbatch.model import column_letters, column_number

LAST_ROW, LAST_COLUMN = 1_048_576, 16_384
_NAMED, _NOT_NAMED = r"(?<![\w.\\$])", r"(?![\w.(!$])"
_TOKEN = re.compile(
    r'"(?:[^"]|"")*"'
    r"|'(?:[^']|'')*'"
    r"|\[[^\[\]]*\]"
    rf"|{_NAMED}(\$?)([A-Za-z]{{1,3}})(\$?)([1-9][0-9]{{0,6}}){_NOT_NAMED}"
    rf"|{_NAMED}(\$?)([A-Za-z]{{1,3}}):(\$?)([A-Za-z]{{1,3}}){_NOT_NAMED}"
    rf"|{_NAMED}(\$?)([1-9][0-9]{{0,6}}):(\$?)([1-9][0-9]{{0,6}}){_NOT_NAMED}"
)
"""Texts, names of sheets and what stands in brackets, which stay; cells; columns; rows."""


@dataclass(frozen=True, slots=True)
class MovableFormula:
    """A formula in A1 notation, taken apart once to be moved often."""

    _template: str
    _numbers: tuple[int, ...]
    """Rows and columns that move, in order; columns are below 0."""

    @classmethod
    def of(cls, formula: str) -> "MovableFormula":
        """The formula of a cell, with or without "="."""
        pieces: list[str] = []
        numbers: list[int] = []
        end = 0
        for token in _TOKEN.finditer(formula):
            pieces.append(formula[end : token.start()].replace("%", "%%"))
            end = token.end()
            parts = token.groups()
            if parts[1]:
                told = [(parts[0], parts[1]), (parts[2], parts[3])]
            elif parts[5] or parts[9]:
                at = 4 if parts[5] else 8
                told = [(parts[at], parts[at + 1]), (":" + parts[at + 2], parts[at + 3])]
            else:
                pieces.append(token[0].replace("%", "%%"))
                continue
            for sign, name in told:
                if "$" in sign:
                    pieces.append(sign + name)
                else:
                    pieces.append(f"{sign}%s")
                    numbers.append(int(name) if name.isdecimal() else -column_number(name.upper()))
        pieces.append(formula[end:].replace("%", "%%"))
        return cls("".join(pieces), tuple(numbers))

    def moved(self, rows: int, columns: int = 0) -> str:
        """The formula so many rows further down and columns to the right.

        Past the last row or column programs go on from the first one.
        """
        return self._template % tuple(
            (number + rows - 1) % LAST_ROW + 1
            if number > 0
            else column_letters((columns - number - 1) % LAST_COLUMN + 1)
            for number in self._numbers
        )
