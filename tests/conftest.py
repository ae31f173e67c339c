"""What all tests may use."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.batch.runs import run, write_batch
from tests.office import Office, office_python, running_office


@pytest.fixture(scope="session")
def office() -> Iterator[Office]:
    """One real LibreOffice for all tests of a session, as its start costs seconds."""
    if not office_python():
        pytest.skip("LibreOffice dengan python3-uno tidak terpasang")
    with running_office() as running:
        yield running


@pytest.fixture(scope="session")
def small_batch(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An input folder of a few files, for what needs many runs; never changed by a test."""
    return write_batch(tmp_path_factory.mktemp("kecil") / "masuk")


@pytest.fixture(scope="session")
def small_run(small_batch: Path) -> Path:
    """The output folder of an undisturbed run on the small batch; never changed by a test."""
    target = small_batch.with_name("keluar")
    assert run(small_batch, target).code == 1
    return target
