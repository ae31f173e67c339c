"""Bugs go to a log beside the outputs: version, file, traceback."""

import os
import platform

from sopbatch import __version__
from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import LOG
from sopbatch.files import PRIVATE_FILE

APPEND = os.O_WRONLY | os.O_APPEND | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0)


def write_log(order: Order, incidents: tuple[str, ...]) -> None:
    """Append this run's tracebacks to the log in the output folder."""
    head = f"sopbatch {__version__}, Python {platform.python_version()}, {order.as_of.isoformat()}"
    text = "".join(f"=== {head}\n{incident}\n" for incident in incidents)
    shown = "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
    with writing(order.output):
        handle = os.open(order.output / LOG, APPEND, PRIVATE_FILE)
        with os.fdopen(handle, "a", encoding="utf-8") as log:
            log.write(shown)
