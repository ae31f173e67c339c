"""A fresh form of the family filled with what was read, and marked: for xls, xlsb and ods."""

from dataclasses import replace

from sopbatch.model import CellRef, Place, Review, Settings
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.kinds import Kind
from sopbatch.writing.returned.copy import mark_copy
from sopbatch.writing.returned.reissue import moved
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from sopbatch.writing.templates.typed import typed_value


def reissue_form(review: Review, kind: Kind, *, settings: Settings) -> bytes:
    """The current form of the kind with the sender's values, marked where they now stand.

    Raises:
        ValueError: the file was refused, so there is nothing to fill in.
    """
    reading = review.form
    if reading is None:
        raise ValueError("a refused file has no values to fill in")
    fields = {field.key: field for field in kind.fields()}
    values = {
        _place(place, fields[place.key]): typed_value(fields[place.key], text)
        for place, text in reading.values.items()
        if place.key in fields
    }
    cells = kind_cells(kind, values)

    def cell_of(place: Place) -> CellRef | None:
        at = _place(place, fields[place.key]) if place.key in fields else place
        tries = (at, Place(at.key, 1, at.part), Place(at.key, 0, at.part))
        return next((cells[one] for one in tries if one in cells), None)

    return mark_copy(write_kind(kind, values), moved(review, reading, cell_of), settings)


def _place(place: Place, field: Field) -> Place:
    """Items of a list as the form has rows for them; the rest go into its last row."""
    is_list = field.rows > 1 or field.kind is FieldKind.LIST
    return replace(place, row=min(place.row or 1, field.rows)) if is_list else place
