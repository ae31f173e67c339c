"""The process that all workers are forked from loads while the rest of the program does."""

from sopbatch.batch.workshop.tasks import PRELOADED, work
from sopbatch.workers import prepare


def start_early() -> None:
    """To be called before anything heavy is imported."""
    prepare(work, PRELOADED)
