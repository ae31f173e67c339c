"""Files go to the workers; one answer for each is made now, or was kept from an earlier run."""

import logging
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial

from sopbatch.batch.assessing.kept_readings import KeptReadings
from sopbatch.batch.assessing.shared_cells import SharedCells
from sopbatch.batch.family.catalogue import rule_of
from sopbatch.batch.order import Order
from sopbatch.batch.workshop.crewed import outcomes
from sopbatch.batch.workshop.read_task import ReadAnswer, ReadTask
from sopbatch.model import Passed, Received, Register, Review, SopbatchError
from sopbatch.reading import Refusal, Refused
from sopbatch.rules import refused
from sopbatch.workers import (
    NOTHING,
    Crashed,
    Died,
    Done,
    Limits,
    Outcome,
    Oversized,
    TimedOut,
)

DEBUG = logging.getLogger(__name__).debug

LIMITS = Limits(answer_bytes=4 << 20)
"""A review stays in the memory of the run; the largest honest ones need a tenth of this."""


def read_files(
    order: Order,
    received: Sequence[Received],
    register: Register,
    stage: str,
    results: KeptReadings | None = None,
    limits: Limits = LIMITS,
) -> list[ReadAnswer | Review]:
    """One answer per file, in order; what killed its worker becomes a refused file.

    What was kept is unpacked while the workers are busy with the rest.

    Raises:
        SopbatchError: a file holds a mistake that the operator can mend.
    """
    tasks = [ReadTask(received=item, register=register, as_of=order.as_of) for item in received]
    kept = {at: task for at, task in enumerate(tasks) if results and results.holds(task)}
    new = {at: task for at, task in enumerate(tasks) if at not in kept}
    reading = _Reading(order, stage, limits, results, waiting=set(new), count=len(tasks))
    unpacked = reading.unpacked(kept)
    reading.read(new, unpacked)
    # All that was kept is known before anything is read in its place.
    deque(unpacked, maxlen=0)
    reading.read({at: task for at, task in kept.items() if at not in reading.answers})
    # What takes too long to be drawn is reviewed all the same.
    slow = {at: task for at, task in enumerate(tasks) if at not in reading.answers}
    reading.read({at: replace(task, draws=False) for at, task in slow.items()})
    return [reading.answers[at] for at in range(len(tasks))]


class _Reading:
    """Answers as they come: of workers, or kept from an earlier run."""

    def __init__(
        self,
        order: Order,
        stage: str,
        limits: Limits,
        results: KeptReadings | None,
        *,
        waiting: set[int],
        count: int,
    ) -> None:
        self.answers: dict[int, ReadAnswer | Review] = {}
        self._order, self._stage, self._limits, self._results = order, stage, limits, results
        self._waiting, self._count = waiting, count
        self._shared = SharedCells()
        self._tell()

    def unpacked(self, kept: Mapping[int, ReadTask]) -> Iterator[int]:
        """Each place of what was kept, once its answer is there, or is known to be lost."""
        for at, task in kept.items():
            if self._results and (found := self._results.answer(self._results.task(task))):
                self.answers[at] = self._shared.within(found)
                DEBUG("%s: kept from an earlier run", task.received.name)
            yield at

    def read(self, tasks: Mapping[int, ReadTask], beside: Iterator[object] = NOTHING) -> None:
        """Have them read; without an answer remain those whose drawing takes too long."""
        places = list(tasks)
        # What was not drawn is no result to keep, nor is drawn what was kept of it.
        known = [
            self._results.task(task) if self._results and task.draws else task
            for task in tasks.values()
        ]
        names = [task.received.name for task in known]
        found = outcomes(self._order, self._stage, known, names, self._limits, beside)
        for position, outcome in found:
            at, task = places[position], known[position]
            DEBUG("%s: %s", task.received.name, type(outcome).__name__)
            if task.draws and isinstance(outcome, TimedOut):
                continue
            answer = _answer(task.received, outcome)
            if self._results and task.draws:
                answer = self._results.keep(task, answer)
            self.answers[at] = self._shared.within(answer)
            self._waiting.discard(at)
            self._tell()

    def _tell(self) -> None:
        self._order.progress(self._stage, self._count - len(self._waiting), self._count)


def _answer(received: Received, outcome: Outcome[ReadAnswer | str]) -> ReadAnswer | Review:
    refuse = partial(_refuse, received)
    match outcome:
        case Done(ReadAnswer(mistake=mistake)) if mistake and received.only_enclosed:
            return ReadAnswer(passed=Passed.OTHER_REGISTER)
        case Done(ReadAnswer(mistake=mistake)) if mistake:
            raise SopbatchError(f"Berkas “{received.name}”: {mistake}")
        case Done(ReadAnswer(refusal=(code, sentence, advice))) if code:
            return refused(received, rule_of(code), sentence, advice)
        case Done(ReadAnswer() as answer):
            return answer
        case TimedOut(seconds):
            return refuse(Refusal.TOO_SLOW, seconds=round(seconds))
        case Died(reason):
            return refuse(Refusal.UNSAFE, reason=reason)
        case Oversized():
            return refuse(Refusal.TOO_MUCH_TEXT)
        case Crashed(trace):
            return ReadAnswer(
                review=refuse(Refusal.PROGRAM_ERROR), crashes=(f"{received.name}\n{trace}",)
            )
        case _:
            raise TypeError(f"unexpected outcome {outcome!r}")


def _refuse(received: Received, refusal: Refusal, **facts: str | int) -> Review:
    why = Refused(refusal, facts)
    return refused(received, rule_of(why.code), why.sentence, why.advice)
