"""Where Excel takes one value of several: its older versions, and newer ones in forms like ours.

A formula that is not marked as an array formula works out many values at once only within an
argument that asks for arrays (SUMPRODUCT, MMULT, the table of LOOKUP and INDEX), and within that
only down to the next IF, IFERROR or CHOOSE. Anywhere else a range where one value is asked for
is cut to the cell of the formula's own row, and ROW(A1:A9) to its first number. LibreOffice is
kinder within SUMPRODUCT, so that trying a form there does not show it.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from openpyxl.formula import Tokenizer
from openpyxl.formula.tokenizer import Token

ARRAYS, ONE, OWN, CELLS, PASSED = "arrays", "one", "own", "cells", "passed"
"""What an argument is worked out as.

Many values at once; one value whatever stands around it; one value, the function takes no part;
cells as they stand, else as what stands around the function; as what stands around it.
"""
ARGUMENTS: Mapping[str, tuple[str, ...]] = {
    "SUMPRODUCT": (ARRAYS,),
    "MMULT": (ARRAYS,),
    "LOOKUP": (PASSED, ARRAYS),
    "INDEX": (ARRAYS, ONE),
    "MATCH": (PASSED, CELLS, PASSED),
    "VLOOKUP": (ONE, CELLS, CELLS, ONE),
    "COUNTIF": (CELLS, PASSED),
    **dict.fromkeys(("IF", "IFERROR", "CHOOSE"), (OWN,)),
    **dict.fromkeys(("LARGE", "SMALL"), (CELLS, PASSED)),
    **dict.fromkeys(
        ("AND", "COLUMN", "COLUMNS", "COUNT", "COUNTA", "MAX", "MIN", "N", "OR", "ROW", "ROWS"),
        (CELLS,),
    ),
    "SUM": (CELLS,),
}
"""For each function its arguments, the last one for all further ones; of others all are passed."""
RANGE = re.compile(r"\$?([A-Z]{1,3})\$?(\d+):\$?([A-Z]{1,3})\$?(\d+)$")


@dataclass(slots=True)
class Part:
    """A function, bracket or array with its arguments, or one operand or operator."""

    text: str
    function: str = ""
    arguments: list[list["Part"]] = field(default_factory=list)


def cut_arrays(formula: str, names: Mapping[str, str]) -> list[str]:
    """Ranges of a formula ("=…") that are cut; `names` of the book with what they refer to."""
    (parts,) = _arguments(iter(Tokenizer(formula).items))
    return [*_cut(parts, names, arrays=False, cells=False)]


def _arguments(tokens: Iterator[Token]) -> list[list[Part]]:
    """What stands up to the end of a function, bracket or array."""
    found: list[list[Part]] = [[]]
    for token in tokens:
        if token.subtype == Token.OPEN:
            within = _arguments(tokens)
            found[-1].append(Part(token.value, token.value.removesuffix("("), within))
        elif token.subtype == Token.CLOSE:
            return found
        elif token.type == Token.SEP:
            found.append([])
        elif token.type != Token.WSPACE:
            found[-1].append(Part(token.value))
    return found


def _cut(
    parts: list[Part], names: Mapping[str, str], *, arrays: bool, cells: bool
) -> Iterator[str]:
    alone = cells and len(parts) == 1
    for part in parts:
        if not part.arguments:
            if _several(part.text, names) and not arrays and not alone:
                yield part.text
        elif not part.function:
            for within in part.arguments:
                yield from _cut(within, names, arrays=arrays, cells=alone)
        elif part.function in {"ROW", "COLUMN"} and not arrays:
            cells_of = (each.text for each in part.arguments[0])
            yield from (f"{part.text}{text})" for text in cells_of if _several(text, names))
        else:
            kinds = ARGUMENTS.get(part.function, (PASSED,))
            for at, within in enumerate(part.arguments):
                kind = kinds[min(at, len(kinds) - 1)]
                passed = arrays and kind in {PASSED, CELLS}
                yield from _cut(
                    within, names, arrays=passed or kind == ARRAYS, cells=kind in {ARRAYS, CELLS}
                )


def _several(operand: str, names: Mapping[str, str]) -> bool:
    """Whether an operand is more than one cell or value."""
    meant = names.get(operand, operand)
    ends = RANGE.search(meant)
    return meant.startswith("{") or bool(ends and ends.group(1, 2) != ends.group(3, 4))
