"""A fresh template filled with what was read, and marked: for xls, xlsb and ods."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from sopbatch.model import CellRef, Place, Progress, Reading, Review, Settings, Sop
from sopbatch.schema.places import identity_cells, procedure_cells
from sopbatch.schema.sop import IDENTITY_FIELDS, STEP_ROWS
from sopbatch.writing.returned.copy import DEFAULTS, mark_copy
from sopbatch.writing.templates import form_rows, sop_values, write_sop_template

LAST_ROWS = {field.key: field.rows for field in IDENTITY_FIELDS if field.rows > 1}
"""Rows of each list in the form."""


def reissue(
    review: Review,
    settings: Settings = DEFAULTS,
    progress: Progress | None = None,
    preview: str = "",
) -> bytes:
    """The current template with the sender's values, marked where the findings now stand.

    Raises:
        ValueError: the file was refused, so there is nothing to fill in.
    """
    submission = review.submission
    if submission is None:
        raise ValueError("a refused file has no values to fill in")
    data = write_sop_template(sop_values(submission.sop))
    cells = _cells(submission.sop)
    here = moved(review, submission, lambda place: _cell(place, cells))
    return mark_copy(data, here, settings, progress, preview)


def moved(review: Review, reading: Reading, cell_of: Callable[[Place], CellRef | None]) -> Review:
    """The review of what was read, as if its fields stood in other cells."""
    return replace(
        review.with_read(
            repairs=tuple(replace(one, cell=cell_of(one.place)) for one in reading.repairs),
            cells={place: cell for place in reading.values if (cell := cell_of(place))},
        ),
        findings=tuple(replace(one, cell=cell_of(one.place)) for one in review.findings),
    )


def _cells(sop: Sop) -> Mapping[Place, CellRef]:
    """Input cells of the fresh form, which has as many steps and procedures as there are."""
    cells = dict(identity_cells())
    for procedure in sop.procedures:
        rows = form_rows(procedure)
        last = max([STEP_ROWS, *rows.values()])
        steps = {row: step for step, row in rows.items()}
        for place, cell in procedure_cells(procedure.part, last).items():
            if place.row in steps:
                cells[replace(place, row=steps[place.row])] = cell
            elif place.row == 0 or place.row > max(steps, default=0):
                cells[place] = cell
    return cells


def _cell(place: Place, cells: Mapping[Place, CellRef]) -> CellRef | None:
    """Where a field stands; items behind the rows of their list stand in its last row."""
    last = LAST_ROWS.get(place.key, place.row)
    tries = (
        place,
        Place(place.key, min(place.row, last)),
        Place(place.key, place.row, place.part),
        Place(place.key, 1, place.part),
        Place(place.key),
    )
    return next((cells[at] for at in tries if at in cells), None)
