"""Tasks on untrusted files, in processes with limits of time, memory and answer for each task.

A process that dies, hangs or fills its memory costs its own task and nothing else.
"""

from sopbatch.workers.cluster import Cluster, ClusterError, joined, run_on
from sopbatch.workers.copies import in_copy
from sopbatch.workers.crew import NOTHING, prepare, run_all
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
from sopbatch.workers.pickles import pickled, read_only, unpickled
from sopbatch.workers.standing import StandingCrew

__all__ = [
    "DEFAULT_LIMITS",
    "NOTHING",
    "Cluster",
    "ClusterError",
    "Crashed",
    "Died",
    "Done",
    "Limits",
    "Outcome",
    "Oversized",
    "StandingCrew",
    "TimedOut",
    "in_copy",
    "joined",
    "pickled",
    "prepare",
    "read_only",
    "run_all",
    "run_on",
    "unpickled",
]
