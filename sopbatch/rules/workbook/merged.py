"""Cells of the procedure table that lie under a merge and so cannot hold an answer of their own."""

import re

from sopbatch.model import CellRef, Place, Problem, Reading, Sop, Submission, column_number
from sopbatch.text.blank import blank

AREA = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
MERGED = "F-09"
"""The rule that tells a merge."""


def covered_by(reading: Reading, merge: Problem) -> frozenset[CellRef]:
    """The cells of one merge (a problem of F-09) besides its first, which holds the value."""
    found = AREA.fullmatch(str(merge.facts.get("daerah", "")))
    first = reading.cell(merge.place)
    if found is None or first is None:
        return frozenset()
    rows = range(int(found[2]), int(found[4]) + 1)
    columns = range(column_number(found[1]), column_number(found[3]) + 1)
    area = (CellRef(first.sheet, row, column) for row in rows for column in columns)
    return frozenset(cell for cell in area if (cell.row, cell.column) != (first.row, first.column))


def hides_required(submission: Submission, merge: Problem) -> bool:
    """Whether a step's Kegiatan, Waktu or Output is blank because the merge covers its cell."""
    covered = covered_by(submission, merge)
    return any(submission.cell(place) in covered for place in _blank_places(submission.sop))


def _blank_places(sop: Sop) -> tuple[Place, ...]:
    return tuple(
        Place(key, step.row, procedure.part)
        for procedure in sop.procedures
        for step in procedure.steps
        for key, text in (
            ("activity", step.activity),
            ("duration", step.duration.raw),
            ("output", step.output),
        )
        if blank(text)
    )
