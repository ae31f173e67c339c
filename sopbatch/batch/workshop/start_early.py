"""The process that all workers are forked from loads while the rest of the program does."""

from sopbatch.batch.workshop.tasks import PRELOADED, PRELOADED_TO_READ, work
from sopbatch.workers import prepare


def start_early(*, only_reads: bool) -> None:
    """To be called before anything heavy is imported."""
    prepare(work, PRELOADED_TO_READ if only_reads else PRELOADED)
