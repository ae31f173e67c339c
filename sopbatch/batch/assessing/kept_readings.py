"""What an earlier run kept of reading files serves again where nothing it depends on changed."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace

from sopbatch.batch.order import Order
from sopbatch.batch.output.program import program_digest
from sopbatch.batch.output.results import Results, results_of
from sopbatch.batch.workshop.kept_reading import (
    HEAD,
    holds_on,
    judging_key,
    kept_of,
    reading_key,
)
from sopbatch.batch.workshop.read_task import ReadAnswer, ReadTask
from sopbatch.model import Register, Review


class KeptReadings:
    """Kept results, by what they depend on: content and name of the file, settings, program."""

    def __init__(self, results: Results, register: Register) -> None:
        self._results = results
        self._settings = register.settings
        self._judged_by = judging_key(program_digest(), register)

    def holds(self, task: ReadTask) -> bool:
        """Whether an answer was kept, judged by the same register and for the same day."""
        head = self._results.head(self._key(task), HEAD)
        return holds_on(head, self._judged_by, task.as_of)

    def task(self, task: ReadTask) -> ReadTask:
        """The task with what was kept of its file."""
        kept = self._results.get(self._key(task))
        return replace(task, kept=kept, judged_by=self._judged_by)

    def answer(self, task: ReadTask) -> ReadAnswer | None:
        """The answer that was kept, when it was judged by the same register for the same day."""
        if not holds_on(task.kept, self._judged_by, task.as_of):
            return None
        kept = kept_of(task.kept, task.received)
        return ReadAnswer(review=kept.review) if kept else None

    def keep(self, task: ReadTask, answer: ReadAnswer | Review) -> ReadAnswer | Review:
        """The answer as it is used, its result kept."""
        if isinstance(answer, Review) or not answer.kept:
            return answer
        self._results.keep(self._key(task), answer.kept)
        return replace(answer, kept=b"")

    def _key(self, task: ReadTask) -> str:
        return reading_key(program_digest(), task.received, self._settings)


@contextmanager
def kept_readings(order: Order, register: Register) -> Iterator[KeptReadings | None]:
    """Those of the output folder; None for an order that leaves nothing behind."""
    if not order.keeps_results:
        yield None
        return
    with results_of(order.output) as results:
        yield KeptReadings(results, register)
