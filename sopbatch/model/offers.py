"""A suggestion as the whole content of its cell, so that to paste it loses nothing else there."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from sopbatch.model.findings import Finding
from sopbatch.model.places import Place
from sopbatch.model.submission import Reading


def to_paste(findings: Iterable[Finding], reading: Reading | None) -> tuple[Finding, ...]:
    """The findings, each suggestion as what its cell should hold.

    Where several items of a list stand in one cell, that is all of them, one to a line, with all
    that is suggested for any of them.
    """
    found = tuple(findings)
    if reading is None:
        return found
    offered = {
        finding.place: finding.suggestion for finding in reversed(found) if finding.suggestion
    }
    return tuple(
        replace(finding, suggestion=_whole_cell(finding, reading, offered))
        if finding.suggestion
        else finding
        for finding in found
    )


def _whole_cell(finding: Finding, reading: Reading, offered: dict[Place, str]) -> str:
    places = sorted(_places_beside(finding, reading), key=lambda place: place.row)
    if len(places) < 2:
        return finding.suggestion
    return "\n".join(offered.get(place) or reading.values[place] for place in places)


def _places_beside(finding: Finding, reading: Reading) -> Iterator[Place]:
    """Items of the same list in the finding's cell, its own included."""
    own = finding.place
    if not own.row:
        return
    for place, cell in reading.cells.items():
        same_list = place.key == own.key and place.part == own.part
        if same_list and place.row and cell == finding.cell and place in reading.values:
            yield place
