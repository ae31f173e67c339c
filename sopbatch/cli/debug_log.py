"""What the program does, step by step, for those who look for a fault in it."""

import logging
import sys
from collections.abc import Iterator
from contextlib import contextmanager


class _Printable(logging.Formatter):
    """One line for each step: names of files may hold anything."""

    def format(self, record: logging.LogRecord) -> str:
        line = super().format(record)
        return "".join(letter if letter.isprintable() else "?" for letter in line)


@contextmanager
def debug_log() -> Iterator[None]:
    """Write all steps to the error stream while a command runs, with milliseconds since its start.

    They are for developers, in English; names of files stand in them, what files say does not.
    """
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Printable("%(relativeCreated)7d ms %(name)s: %(message)s"))
    log = logging.getLogger("sopbatch")
    before = log.level, log.propagate
    log.addHandler(handler)
    log.setLevel(logging.DEBUG)
    log.propagate = False
    try:
        yield
    finally:
        log.removeHandler(handler)
        log.level, log.propagate = before
