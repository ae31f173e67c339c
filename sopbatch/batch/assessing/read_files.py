"""Files go to the workers; one answer for each is made now, or was kept from an earlier run."""

import logging
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from sopbatch.batch.assessing.kept_readings import KeptReadings
from sopbatch.batch.assessing.shared_cells import SharedCells
from sopbatch.batch.family.catalogue import rule_of
from sopbatch.batch.order import Order
from sopbatch.batch.workshop.crewed import outcomes
from sopbatch.batch.workshop.read_task import ReadAnswer, ReadTask
from sopbatch.batch.workshop.tasks import Answer
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
    answers: dict[int, ReadAnswer | Review] = {}
    shared, slow, lost = SharedCells(), list[int](), list[int]()
    kept = [at for at, task in enumerate(tasks) if results and results.holds(task)]
    done = len(kept)
    order.progress(stage, done, len(tasks))

    def unpacked(results: KeptReadings) -> Iterator[int]:
        for at in kept:
            if found := results.answer(results.task(tasks[at])):
                answers[at] = shared.within(found)
                DEBUG("%s: kept from an earlier run", received[at].name)
            else:
                lost.append(at)
            yield at

    todo = sorted({*range(len(tasks))}.difference(kept))
    beside = unpacked(results) if results else NOTHING
    for places in (todo, lost):
        known = [results.task(tasks[at]) if results else tasks[at] for at in places]
        for position, outcome in _outcomes(order, stage, known, limits, beside):
            index = places[position]
            DEBUG("%s: %s", received[index].name, type(outcome).__name__)
            if isinstance(outcome, TimedOut):
                slow.append(index)
                continue
            answer = _answer(received[index], outcome)
            if results is not None:
                answer = results.keep(known[position], answer)
            answers[index] = shared.within(answer)
            done += places is todo
            order.progress(stage, done, len(tasks))
        # All that was kept is known before anything is read in its place.
        deque(beside, maxlen=0)
    # What takes too long to be drawn is reviewed all the same.
    undrawn = [replace(tasks[at], draws=False) for at in slow]
    for position, outcome in _outcomes(order, stage, undrawn, limits):
        answers[slow[position]] = _answer(received[slow[position]], outcome)
        order.progress(stage, len(answers), len(tasks))
    return [answers[index] for index in range(len(tasks))]


def _outcomes(
    order: Order,
    stage: str,
    tasks: Sequence[ReadTask],
    limits: Limits,
    beside: Iterator[object] = NOTHING,
) -> Iterator[tuple[int, Outcome[Answer]]]:
    return outcomes(order, stage, tasks, [task.received.name for task in tasks], limits, beside)


def _answer(received: Received, outcome: Outcome[Answer]) -> ReadAnswer | Review:
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
