"""What all tests may use."""

from collections.abc import Iterator

import pytest

from tests.office import Office, office_python, running_office


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """One real LibreOffice for all tests of a session, as its start costs seconds."""
    if not office_python():
        pytest.skip("LibreOffice dengan python3-uno tidak terpasang")
    with running_office() as running:
        yield running
