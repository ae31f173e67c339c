"""A logger that must stay silent."""

import logging
from collections.abc import Iterator

import pytest


@pytest.fixture(autouse=True)
def silent_weasyprint(caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """WeasyPrint tells ignored style and refused addresses only through its logger."""
    logger = logging.getLogger("weasyprint")
    logger.addHandler(caplog.handler)
    yield
    logger.removeHandler(caplog.handler)
    told = [r.getMessage() for r in caplog.records if r.name == "weasyprint"]
    assert told == []
