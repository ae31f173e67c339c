"""What is written of a workbook of service standards."""

import pytest

from sopbatch.batch.family.standards import MEMBER, example
from sopbatch.model import NO_REGISTER
from sopbatch.reading import read_grid
from sopbatch.reading.forms import read_form
from sopbatch.writing.templates.kinds import write_kind
from tests.builders import received

pytestmark = pytest.mark.long


def test_documents_of_the_example_are_all_there():
    """Two for each service, decree, two sizes of the pledge, minutes, and the list."""
    grid = read_grid(write_kind(MEMBER.kind, example()))
    reading = read_form(grid, received("a.xlsx"), MEMBER.kind, MEMBER.build)
    written = MEMBER.write(reading, NO_REGISTER, b"")
    assert len({one.name for one in written}) == len(written) == 9
    assert all(one.content.startswith(b"%PDF") for one in written)
    bare = {place: value for place, value in example().items() if place.key != "consulted"}
    grid = read_grid(write_kind(MEMBER.kind, bare))
    reading = read_form(grid, received("a.xlsx"), MEMBER.kind, MEMBER.build)
    names = [one.name for one in MEMBER.write(reading, NO_REGISTER, b"")]
    assert not [name for name in names if name.startswith("Berita Acara")]
