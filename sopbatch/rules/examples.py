"""Casebooks of the rules: good and bad values, read by people and by the tests alike.

How a casebook is written is told in `tests/casebook.py`, which runs them all.
"""

import re
from dataclasses import dataclass
from pathlib import Path

CASES = Path(__file__).parent / "cases"


@dataclass(frozen=True, slots=True)
class ExampleTable:
    """A drawn table: a sheet, column heads, and rows of head and texts."""

    sheet: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True)
class Example:
    """One example: what is typed on a workbook that is right in all else, and what it finds."""

    kind: str
    """"bad" or "good"."""
    title: str
    parts: tuple[ExampleTable | str, ...]
    """Tables and other lines, in order."""

    def line(self, word: str) -> str:
        """What stands behind this word and a colon; "" without such a line."""
        lines = (part for part in self.parts if isinstance(part, str))
        begun = (part for part in lines if part.startswith(f"{word}:"))
        return next((part.removeprefix(f"{word}:").strip() for part in begun), "")


@dataclass(frozen=True, slots=True)
class Casebook:
    """The examples of one rule."""

    code: str
    name: str
    examples: tuple[Example, ...]

    @property
    def first_bad(self) -> Example:
        """The one that tells what its finding says."""
        return next(example for example in self.examples if example.kind == "bad")


def casebook(code: str) -> Casebook:
    """The casebook of a rule; every rule has one."""
    return read_casebook(CASES / f"{code}.md")


def read_casebook(path: Path) -> Casebook:
    """The casebook in a file."""
    head, *parts = re.split(r"^## ", path.read_text(encoding="utf-8"), flags=re.MULTILINE)
    code, name = head.split("\n", 1)[0].removeprefix("# ").split(" ")
    return Casebook(code, name, tuple(map(_example, parts)))


def _example(text: str) -> Example:
    first, *lines = text.splitlines()
    kind, _, title = first.partition(": ")
    parts: list[ExampleTable | str] = []
    drawn: list[str] = []
    for line in [*lines, ""]:
        if line.startswith("|"):
            drawn.append(line)
            continue
        if drawn:
            parts.append(_table(drawn))
            drawn = []
        if line.strip():
            parts.append(line.strip())
    return Example(kind, title, tuple(parts))


def _table(lines: list[str]) -> ExampleTable:
    rows = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    head, _, *body = rows
    return ExampleTable(head[0], tuple(head[1:]), tuple((row[0], tuple(row[1:])) for row in body))
