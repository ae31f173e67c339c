"""Tasks on untrusted files, each in its own process with limits of time, memory and answer.

A process that dies, hangs or fills its memory costs its own task and nothing else.
"""

from sopbatch.workers.crew import prepare, run_all
from sopbatch.workers.outcomes import (
    DEFAULT_LIMITS,
    Crashed,
    Died,
    Done,
    Limits,
    Outcome,
    Oversized,
    TimedOut,
)

__all__ = [
    "DEFAULT_LIMITS",
    "Crashed",
    "Died",
    "Done",
    "Limits",
    "Outcome",
    "Oversized",
    "TimedOut",
    "prepare",
    "run_all",
]
