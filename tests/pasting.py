"""Each “Usul isian” as the officer is told to use it: pasted into its cell, and checked again."""

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace

from sopbatch.model import Finding, Grid, Review, Sheet
from sopbatch.model.offers import to_paste

Paste = tuple[int, Finding]
"""Number of a workbook and the finding whose value is put into its cell."""
Look = Callable[[Paste], tuple[Review, ...]]
"""Reads and checks all workbooks of a case, after pasting."""


def offers(judged: tuple[Review, ...]) -> Iterator[tuple[int, Finding]]:
    """Everything offered, as the sheet Perbaikan offers it."""
    for number, entry in enumerate(judged):
        for finding in to_paste(entry.findings, entry.reading):
            if finding.suggestion:
                yield number, finding


def pasted(grid: Grid, finding: Finding) -> Grid:
    """The cells with the offered value in its place, as text."""
    cell = finding.cell
    assert cell, "a suggestion without a cell"
    at = (cell.row, cell.column)

    def changed(sheet: Sheet) -> Sheet:
        formulas = {key: text for key, text in sheet.formulas.items() if key != at}
        cells = {**sheet.cells, at: finding.suggestion}
        return replace(sheet, cells=cells, formulas=formulas, uncached=sheet.uncached - {at})

    return replace(
        grid,
        sheets=tuple(changed(one) if one.name == cell.sheet else one for one in grid.sheets),
    )


def faults(look: Look, judged: tuple[Review, ...]) -> list[str]:
    """What is wrong with the values offered: a finding that stays, a new one, two for one cell.

    `judged` is what `look` gives before anything is pasted.
    """
    offered = list(offers(judged))
    found = [
        f"{finding.cell}: another value as well"
        for number, finding in offered
        if any(
            (number, finding.cell) == (other, one.cell) and one.suggestion != finding.suggestion
            for other, one in offered
        )
    ]
    for number, finding in offered:
        after = look((number, finding))[number]
        before = told(judged[number])
        name = f"{finding.code} {finding.cell} “{finding.suggestion}”"
        if told(after)[_key(finding)] >= before[_key(finding)]:
            found.append(f"{name}: the finding stays")
        found += [f"{name}: {' '.join(key)} is new" for key in told(after) - before]
    return found


def told(entry: Review) -> Counter[tuple[str, str]]:
    """Rule and cell of the findings; what other workbooks should say of this one is theirs."""
    return Counter(map(_key, entry.findings))


def _key(finding: Finding) -> tuple[str, str]:
    return finding.code, str(finding.cell or "")
