"""What worker processes are asked for: one task a file, and each costs at most that file.

A task imports what is heavy where it needs it, so that none waits for another's.
"""

from dataclasses import dataclass
from typing import Protocol, TypeVar

from sopbatch.model import SopbatchError
from sopbatch.workers import prepare

A = TypeVar("A")
A_co = TypeVar("A_co", covariant=True)


class WorkerTask(Protocol[A_co]):
    """Something that a worker process can be asked for."""

    def do(self) -> A_co:
        """The answer; as a text why there is none."""


@dataclass(frozen=True, slots=True)
class Files:
    """An answer of several files: what each name ends in, with its bytes."""

    files: tuple[tuple[str, bytes], ...]


def work(task: WorkerTask[A]) -> A | str:
    """Do one task; the only function workers are given."""
    try:
        return task.do()
    except SopbatchError as error:
        return str(error).removesuffix(".")


PRELOADED = ("sopbatch.batch.workshop.preloaded",)
"""Imported once by the process all workers are forked from: they start warm."""
PRELOADED_TO_READ = (
    "sopbatch.batch.workshop.read_task",
    "sopbatch.reading",
    "sopbatch.rules",
    "sopbatch.layout",
)
"""For a command that only reads; what else a task needs, it loads itself."""


def start_early(*, only_reads: bool = False) -> None:
    """Let the process that all workers are forked from load while the rest of the program does.

    One that only reads is ready sooner.
    """
    prepare(work, PRELOADED_TO_READ if only_reads else PRELOADED)
