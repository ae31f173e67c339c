"""What a run answers is left for one that would be the same again."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict

from sopbatch.batch.order import Order, RunAnswer
from sopbatch.batch.output.last_answer import UNKNOWN, asked, left, spelt, typed
from sopbatch.batch.output.tree import ANSWER
from sopbatch.files import write_whole


def keep_answer(
    order: Order, answer: RunAnswer, came: str, known: Mapping[str, str] = UNKNOWN
) -> None:
    """Leave the answer of a run that ended, when running again would give it again.

    Args:
        order: What was asked for.
        answer: What came of it.
        came: Digest of what had come before the run read it, "" when it is not known.
        known: Places in the output folder to digests of what the run wrote or found there. One that
            is another file by now is read when the answer is asked for, which then does not hold.
    """
    place = order.output / ANSWER
    with suppress(OSError):
        place.unlink(missing_ok=True)
        if answer.incidents or answer.failures or not came:
            return
        facts = {
            "asked": asked(order),
            "words": typed(order.words, order.today),
            "input": spelt(order.input),
            "register": spelt(order.register),
            "came": came,
            "left": left(order.output, known),
            "answer": asdict(answer),
        }
        data = json.dumps(facts, default=str)
        write_whole(place, data.encode("ascii"))
