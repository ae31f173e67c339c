"""What the form says in Keadaan beside a value, in a real LibreOffice."""

from collections.abc import Iterator, Sequence

from sopbatch.model import CellRef, Place
from sopbatch.schema.places import STATE_COLUMN, template_cells
from sopbatch.writing.templates import example_values
from tests.office import Office
from tests.written import write_sop_template

CELLS = template_cells()
EXAMPLE = example_values()


def states_of(office: Office, key: str, values: Sequence[str]) -> Iterator[tuple[str, object]]:
    """Each value with what Keadaan says of it, typed as a text into the cell of that field."""
    typed = CELLS[Place(key)]
    state = CellRef("Identitas", typed.row, STATE_COLUMN)
    with office.opened(write_sop_template(EXAMPLE)) as book:
        for value in values:
            book.type({typed: value}, as_text=True)
            yield value, book.read([state])[state]
