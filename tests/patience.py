"""A guard against work that explodes with the size of its input; speed itself is not tested."""

from collections.abc import Iterator
from contextlib import contextmanager
from time import process_time

SECONDS = 60
"""Far above what slow machines need, far below what a quadratic step takes."""


@contextmanager
def at_once() -> Iterator[None]:
    """The body takes no more processor time than a linear walk over its input would."""
    start = process_time()
    yield
    assert process_time() - start < SECONDS
