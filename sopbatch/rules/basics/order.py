"""The order in which findings are told."""

from collections.abc import Iterable, Mapping

from sopbatch.model import Finding, FormReading, Reading


def in_order(findings: Iterable[Finding], reading: Reading | None) -> tuple[Finding, ...]:
    """The heaviest first, then down the sheets; those of a form in the order of the form."""
    cells = reading.cells.values() if isinstance(reading, FormReading) else ()
    sheets = tuple(dict.fromkeys(cell.sheet for cell in cells))
    ranks = {sheet: place for place, sheet in enumerate(sheets)}
    return tuple(sorted(findings, key=lambda finding: _order(finding, ranks)))


def _order(
    finding: Finding, ranks: Mapping[str, int]
) -> tuple[int, int, str, int, int, int, str, str]:
    cell = finding.cell
    return (
        -finding.severity,
        -1 if cell is None else ranks.get(cell.sheet, len(ranks)),
        "" if cell is None else cell.sheet,
        finding.place.part,
        0 if cell is None else cell.row,
        0 if cell is None else cell.column,
        finding.code,
        finding.sentence,
    )
