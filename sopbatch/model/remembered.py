"""What is worked out of a large frozen value is worked out once for each such object."""

from collections import deque
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
R = TypeVar("R")

MOST = 4
"""Objects that are remembered: a run has the register as it was read and as it is on its day."""


def remembered(function: Callable[[T], R]) -> Callable[[T], R]:
    """The same function, which knows the last few objects it was asked about.

    By identity: to hash or compare a register of 10,000 lines takes longer than most questions.
    """
    known: deque[tuple[T, R]] = deque(maxlen=MOST)

    def answer(value: T) -> R:
        for one, result in known:
            if one is value:
                return result
        result = function(value)
        known.append((value, result))
        return result

    return answer
