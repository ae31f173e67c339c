"""Bugs go to a log beside the outputs: version, file, traceback."""

import platform

from sopbatch import __version__
from sopbatch.batch.order import Order
from sopbatch.batch.publish import writing

FILE_NAME = "sopbatch.log"


def write_log(order: Order, incidents: tuple[str, ...]) -> None:
    """Append this run's tracebacks to the log in the output folder."""
    head = f"sopbatch {__version__}, Python {platform.python_version()}, {order.as_of.isoformat()}"
    text = "".join(f"=== {head}\n{incident}\n" for incident in incidents)
    shown = "".join(letter if letter.isprintable() or letter == "\n" else "?" for letter in text)
    with writing(order.output), (order.output / FILE_NAME).open("a", encoding="utf-8") as log:
        log.write(shown)
