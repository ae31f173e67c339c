"""A fresh template filled with what was read, and marked: for xls, xlsb and ods."""

from collections.abc import Mapping
from dataclasses import replace

from sopbatch.model import CellRef, Finding, Place, Review
from sopbatch.schema.places_v1 import template_cells
from sopbatch.writing.returned.copy import mark_copy
from sopbatch.writing.templates import sop_values, write_sop_template


def reissue(review: Review) -> bytes:
    """The current template with the sender's values, marked where the findings now stand.

    Raises:
        ValueError: the file was refused, so there is nothing to fill in.
    """
    submission = review.submission
    if submission is None:
        raise ValueError("a refused file has no values to fill in")
    parts = max(1, len(submission.sop.procedures))
    cells = template_cells(parts)
    known = {place: value for place, value in submission.values.items() if place in cells}
    values = {**known, **sop_values(submission.sop)}
    data = write_sop_template(values, parts=parts)
    findings = tuple(_moved(finding, cells) for finding in review.findings)
    return mark_copy(data, replace(review, findings=findings))


def _moved(finding: Finding, cells: Mapping[Place, CellRef]) -> Finding:
    """The finding at its field's place in the fresh template."""
    place = finding.place
    tries = (place, Place(place.key, place.row, place.part), Place(place.key, 1, place.part),
             Place(place.key, 0, place.part), Place(place.key))  # fmt: skip
    cell = next((cells[at] for at in tries if at in cells), None)
    return replace(finding, cell=cell)
