"""What the last run answered, for a run that would be the same one again.

A run depends on its order, on what lies in its folders, and on the program. When all of these are
as the last run left them, doing it again would rewrite nothing and say the same, so it is said.
"""

import json
import logging
import os
import stat
import sys
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import asdict, fields
from datetime import date
from hashlib import file_digest, sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sopbatch.batch.order import Order, RunAnswer
from sopbatch.batch.output.hold import hold_output
from sopbatch.batch.output.program import program_digest
from sopbatch.batch.output.tree import ANSWER, LOCK, LOG, RESULTS, RUN_LOG, STAGING
from sopbatch.files import write_whole
from sopbatch.model import Loss
from sopbatch.report.week import WeekFigure
from sopbatch.schema.letters import FOLDER

DEBUG = logging.getLogger(__name__).debug
IN_WORDS = "Memeriksa apakah ada yang berubah"
"""Stage."""
UNSEEN = frozenset((ANSWER, LOCK, LOG, RESULTS, RUN_LOG, STAGING))
"""In the output folder: what no run depends on."""
NOT_ASKED = frozenset(("workers", "progress", "keeps_results", "texts", "cluster"))
"""Of an order: how it is carried out, and what is worked out of its folders."""
LARGEST = 16 << 20
"""Bytes of an answer that is read; one of 10,000 files has a tenth."""


def answered(order: Order) -> RunAnswer | None:
    """The answer of the last run, when nothing it depended on has changed since.

    Raises:
        SopbatchError: as hold_output.
    """
    if not (order.output / ANSWER).is_file():
        return None
    with hold_output(order), order.times.stage(IN_WORDS):
        return _last_answer(order)


def keep_answer(order: Order, answer: RunAnswer) -> None:
    """Leave the answer of a run that ended, when running again would give it again."""
    place = order.output / ANSWER
    with suppress(OSError):
        place.unlink(missing_ok=True)
        if answer.incidents or answer.failures:
            return
        told = {"order": _order_digest(order), "folders": _folders_digest(order)}
        data = json.dumps({**told, "answer": asdict(answer)}, default=str)
        write_whole(place, data.encode("ascii"))


def _last_answer(order: Order) -> RunAnswer | None:
    try:
        with (order.output / ANSWER).open("rb") as file:
            kept = json.loads(file.read(LARGEST + 1))
        if kept["order"] != _order_digest(order) or kept["folders"] != _folders_digest(order):
            return None
        DEBUG("%s: still holds", ANSWER)
        return _answer(kept["answer"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # nothing is kept, or somebody changed it: the run is done


def _answer(facts: Mapping[str, Any]) -> RunAnswer:
    """As it was kept."""
    return RunAnswer(
        as_of=date.fromisoformat(facts["as_of"]),
        report=Path(facts["report"]),
        figures=tuple(WeekFigure(**one) for one in facts["figures"]),
        exit_code=int(facts["exit_code"]),
        not_taken=_pairs(facts["not_taken"]),
        passed=_pairs(facts["passed"]),
        failures=tuple(map(str, facts["failures"])),
        notes=tuple(map(str, facts["notes"])),
        losses=tuple(Loss(**one) for one in facts["losses"]),
        incidents=int(facts["incidents"]),
    )


def _pairs(told: Iterable[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple((str(name), str(why)) for name, why in told)


def _order_digest(order: Order) -> str:
    """All that was asked for, where, and by which program."""
    asked = [
        (one.name, getattr(order, one.name))
        for one in fields(order)
        if one.compare and one.name not in NOT_ASKED
    ]
    # A library that came since lets a run write what it could not write before.
    rows = find_spec("duckdb") is not None
    text = repr((sys.version, program_digest(), rows, Path.cwd(), asked))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _folders_digest(order: Order) -> str:
    """Every name and every byte that a run may read."""
    digest = sha256()
    beside = (order.register, order.register.parent / FOLDER) if order.register else ()
    for top in (order.input, *beside, order.output):
        for name, told in _told(top, "", UNSEEN if top is order.output else frozenset()):
            digest.update(f"{len(name)} {name} {told}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _told(path: Path, name: str, unseen: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Names below a place, in order, each with what it is: a digest, where a link leads, a kind."""
    try:
        mode = path.lstat().st_mode
    except FileNotFoundError:
        yield name, "nothing"
        return
    if stat.S_ISDIR(mode):
        yield name, "folder"
        with os.scandir(path) as entries:
            names = sorted(entry.name for entry in entries)
        for one in names:
            if one not in unseen:
                yield from _told(path / one, f"{name}/{one}", frozenset())
    elif stat.S_ISREG(mode):
        with path.open("rb") as file:
            yield name, file_digest(file, "sha256").hexdigest()
    else:
        yield name, str(path.readlink()) if stat.S_ISLNK(mode) else "other"
