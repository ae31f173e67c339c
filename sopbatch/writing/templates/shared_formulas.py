"""Formulas that repeat down a column, written once: shared formulas of ECMA-376-1, 18.3.1.40.

The cells below name the first one instead of repeating its text, and every program sees there what
stood there before: the first one's formula moved.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from sopbatch.model import column_letters
from sopbatch.text.moving import MovableFormula

At = tuple[int, int]
"""Row and column, 1-based."""
_TEXT = re.compile('"(?:[^"]|"")*"')
_CELLS = re.compile(r"\$?[A-Z]{1,3}\$?[0-9]+:\$?[A-Z]{1,3}\$?[0-9]+")
_NO_SHARING = re.compile(r"[{}!\[\]#@: ']|\b_xl|\bRTD\(")
_BRACKET = re.compile(r"([A-Za-z0-9_.]?)\(|\)|,")


@dataclass(frozen=True, slots=True)
class Shared:
    """How a cell tells its formula."""

    number: int
    """Of the shared formula on its sheet, from 0."""
    cells: str = ""
    """Whose formula it is, such as "Y9:Y68", where its text stands."""


def shared_formulas(formulas: Mapping[At, str]) -> dict[At, Shared]:
    """The cells of a sheet that can share their formula with those above or below."""
    told: dict[At, Shared] = {}
    seen: set[At] = set()
    number = 0
    for row, column in sorted(formulas):
        if (row, column) in seen or (row + 1, column) not in formulas:
            continue
        last = _last_alike(formulas, row, column)
        below = [(one, column) for one in range(row + 1, last + 1)]
        seen.update(below)
        if below and can_be_shared(formulas[row, column]):
            letters = column_letters(column)
            told[row, column] = Shared(number, f"{letters}{row}:{letters}{last}")
            told |= dict.fromkeys(below, Shared(number))
            number += 1
    return told


def _last_alike(formulas: Mapping[At, str], row: int, column: int) -> int:
    """Last row down to which each cell has the formula of this one, moved."""
    first = MovableFormula.of(formulas[row, column])
    last = row
    while formulas.get((last + 1, column)) == first.moved(last + 1 - row):
        last += 1
    return last


def can_be_shared(formula: str) -> bool:
    """Whether Excel takes the formula as one that cells share.

    It keeps them without constants in braces, other sheets, other workbooks, errors, and without
    ranges, intersections and unions of anything but two cells ([MS-XLSB] 2.5.98.98,
    SharedParsedFormula); what it reads of others in a file is known to be wrong.
    """
    bare = _CELLS.sub("A1", _TEXT.sub('""', formula))
    return not _NO_SHARING.search(bare) and not _has_union(bare)


def _has_union(formula: str) -> bool:
    """Whether a comma stands in brackets that are not those of a function."""
    functions: list[bool] = []
    for token in _BRACKET.finditer(formula):
        if token[0] == ")":
            functions.pop()
        elif token[0] == ",":
            if not (functions and functions[-1]):
                return True
        else:
            functions.append(bool(token[1]))
    return False
