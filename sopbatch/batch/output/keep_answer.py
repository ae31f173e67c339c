"""What a run answers is left for one that would be the same again."""

import json
from contextlib import suppress
from dataclasses import asdict

from sopbatch.batch.order import Order, RunAnswer
from sopbatch.batch.output.last_answer import asked, left, typed
from sopbatch.batch.output.tree import ANSWER
from sopbatch.files import write_whole


def keep_answer(order: Order, answer: RunAnswer, came: str) -> None:
    """Leave the answer of a run that ended, when running again would give it again.

    `came` is the digest of what had come before the run read it, "" when it is not known.
    """
    place = order.output / ANSWER
    with suppress(OSError):
        place.unlink(missing_ok=True)
        if answer.incidents or answer.failures or not came:
            return
        facts = {
            "asked": asked(order),
            "words": typed(order.words, order.today),
            "input": order.input,
            "register": order.register,
            "came": came,
            "left": left(order.output),
            "answer": asdict(answer),
        }
        data = json.dumps(facts, default=str)
        write_whole(place, data.encode("ascii"))
