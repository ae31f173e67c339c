"""What a run answers is left for one that would be the same again."""

import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict
from pathlib import Path

from sopbatch.batch.order import Order, RunAnswer
from sopbatch.batch.output.last_answer import LARGEST, UNKNOWN, asked, left, spelt, typed
from sopbatch.batch.output.tree import ANSWER
from sopbatch.files import write_whole
from sopbatch.ledger import file_digest_of


def keep_answer(
    order: Order, answer: RunAnswer | None, came: str, known: Mapping[str, str] = UNKNOWN
) -> None:
    """Leave the answer of a run that ended, when running again would give it again.

    Args:
        order: What was asked for.
        answer: What came of it; None when running again may give another one.
        came: Digest of what had come before the run read it, "" when it is not known.
        known: Places in the output folder to digests of what the run wrote or found there. One that
            is another file by now is read when the answer is asked for, which then does not hold.
    """
    place = order.output / ANSWER
    with suppress(OSError):
        place.unlink(missing_ok=True)
        facts: dict[str, object] = {"ledger": file_digest_of(order.output)}
        if answer is not None and not (answer.incidents or answer.failures) and came:
            facts |= {
                "asked": asked(order),
                "words": typed(order.words, order.today),
                "input": spelt(order.input),
                "register": spelt(order.register),
                "came": came,
                "left": left(order.output, known),
                "answer": asdict(answer),
            }
        write_whole(place, json.dumps(facts, default=str).encode("ascii"))


def sound_ledger(output: Path) -> str:
    """Digest of the ledger's file as the last run left it, who had found it sound; "" if unknown.

    Whoever alters a ledger by hand meets it; to alter this file as well is no mistake any more, and
    the full check of `doctor`, `backup` and `restore` meets that.
    """
    try:
        with (output / ANSWER).open("rb") as file:
            return str(json.loads(file.read(LARGEST + 1))["ledger"])
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return ""
