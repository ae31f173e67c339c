"""What the officer reads: findings in order of what unlocks most, grouped, in Indonesian."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from sopbatch.model import CellRef, Finding, Review, Severity, column_letters

NOT_PRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
LONGEST = 2000
"""Characters of a text in the list or in a note."""


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the list: a finding and all cells where it stands."""

    severity: Severity
    blocks: bool
    cells: tuple[CellRef, ...]
    where: str
    """"C12, C15–C19"; the sheet's name stands before the first."""
    sentence: str
    advice: str
    reason: str
    code: str


def printable(text: str) -> str:
    """A text that any XML part can hold, cut to a sensible length."""
    clean = NOT_PRINTABLE.sub("", text)
    return clean if len(clean) <= LONGEST else f"{clean[: LONGEST - 12]} … (dipotong)"


def items(review: Review) -> tuple[Item, ...]:
    """The list in the order of mending: what blocks first, then from the top of the form down."""
    groups: dict[tuple[str, str, str, str], list[Finding]] = {}
    for finding in review.findings:
        if not finding.waived:
            sheet = finding.cell.sheet if finding.cell else ""
            key = (finding.code, sheet, finding.sentence, finding.advice)
            groups.setdefault(key, []).append(finding)
    listed = [_item(group) for group in groups.values()]
    return tuple(sorted(listed, key=lambda item: (not item.blocks, -item.severity)))


def _item(group: list[Finding]) -> Item:
    first = group[0]
    cells = tuple(sorted({finding.cell for finding in group if finding.cell}))
    advice = first.advice
    if first.suggestion:
        advice = f"{advice} Maksud Anda: “{first.suggestion}”?"
    return Item(
        first.severity,
        first.blocks,
        cells,
        addresses(cells),
        printable(first.sentence),
        printable(advice),
        printable(first.reason),
        first.code,
    )


def addresses(cells: Iterable[CellRef]) -> str:
    """Cells of one sheet in words: "Prosedur C12, C15–C19"; "" for the file as a whole."""
    by_column: dict[tuple[str, int], list[int]] = {}
    for cell in cells:
        by_column.setdefault((cell.sheet, cell.column), []).append(cell.row)
    parts = []
    for (_, column), rows in sorted(by_column.items()):
        letters = column_letters(column)
        for first, last in _runs(sorted(rows)):
            one = f"{letters}{first}"
            parts.append(one if first == last else f"{one}–{letters}{last}")
    sheet = next(iter(by_column), ("", 0))[0]
    return f"{sheet} {', '.join(parts)}".strip()


def _runs(rows: list[int]) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for row in rows:
        if runs and runs[-1][1] == row - 1:
            runs[-1] = (runs[-1][0], row)
        else:
            runs.append((row, row))
    return runs


def notes(review: Review) -> dict[CellRef, tuple[Severity, str]]:
    """What to note on each cell: worst severity, and every sentence with its advice."""
    found: dict[CellRef, list[Finding]] = {}
    for finding in review.findings:
        if finding.cell is not None and not finding.waived:
            found.setdefault(finding.cell, []).append(finding)
    return {
        cell: (
            max(finding.severity for finding in group),
            "\n\n".join(_note(finding) for finding in group),
        )
        for cell, group in found.items()
    }


def _note(finding: Finding) -> str:
    guess = f"\nMaksud Anda: “{finding.suggestion}”?" if finding.suggestion else ""
    label = finding.severity.label.capitalize()
    return printable(f"{label}: {finding.sentence}\n→ {finding.advice}{guess}")


def summary(review: Review) -> str:
    """How much there is to do, in one or two sentences."""
    errors, warnings = review.errors, review.warnings
    if errors:
        rest = f" dan {warnings} peringatan yang sebaiknya diperbaiki" if warnings else ""
        return f"Ada {errors} galat yang harus diperbaiki{rest}."
    if warnings:
        return f"Tidak ada galat. Ada {warnings} peringatan yang sebaiknya diperbaiki."
    return "Tidak ada galat dan tidak ada peringatan."


HOW_TO = (
    "Klik alamat di kolom “Sel”, perbaiki isiannya, simpan, lalu kirim kembali berkas ini. "
    "Lembar ini dan semua tanda dihapus sendiri pada pemeriksaan berikutnya."
)


def plain_list(review: Review) -> bytes:
    """The list as a text file, for when a workbook could not be marked (UTF-8 with mark)."""
    lines = [f"Perbaikan berkas: {printable(review.received.name)}", summary(review), ""]
    for number, item in enumerate(items(review), start=1):
        lines.append(f"{number}. [{item.severity.label}] {item.where or 'berkas'}: {item.sentence}")
        lines.append(f"   → {item.advice}")
    return "\r\n".join(lines).encode("utf-8-sig")
