"""What the last run answered, for a run that would be the same one again.

A run depends on its order, on what lies in its folders, and on the program. When all of these are
as the last run left them, doing it again would rewrite nothing and say the same, so it is said.
Nothing is written, and hardly anything imported: start-up was most of what such a run took.
"""

import json
import logging
import os
import stat
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from hashlib import file_digest, sha256
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sopbatch.batch.order import DEFAULT_OUTPUT, Order, RunAnswer
from sopbatch.batch.output.program import program_digest
from sopbatch.batch.output.tree import ANSWER, LOCK, LOG, RESULTS, RUN_LOG
from sopbatch.schema.letters import FOLDER

DEBUG = logging.getLogger(__name__).debug
IN_WORDS = "Memeriksa apakah ada yang berubah"
"""Stage."""
UNSEEN = frozenset((ANSWER, LOCK, LOG, RESULTS, RUN_LOG))
"""In the output folder: what no run depends on."""
NOT_ASKED = frozenset(("workers", "progress", "keeps_results", "texts", "cluster", "words"))
"""Of an order: how it is carried out, and what is worked out of its folders."""
UNKNOWN: Mapping[str, str] = MappingProxyType({})
LARGEST = 16 << 20
"""Bytes of an answer that is read; one of 10,000 files has a tenth."""


def answered(order: Order) -> RunAnswer | None:
    """The answer of the last run, when nothing it depended on has changed since."""
    with order.times.stage(IN_WORDS):
        return _kept(order.output, lambda kept: kept["asked"] == asked(order))


def answered_words(words: tuple[str, ...], today: date) -> RunAnswer | None:
    """As answered, of a command that is typed as the last one was: its words need no parser.

    The library that reads them takes longer than to hash a hundred workbooks.
    """
    named = tuple(takewhile(lambda word: not word.startswith("-"), words[1:]))
    output = Path(named[1] if named[1:] else DEFAULT_OUTPUT)
    return _kept(output, lambda kept: bool(words) and kept["words"] == typed(words, today))


def asked(order: Order) -> str:
    """Digest of all that was asked for, where, and by which program.

    However the places of what came are spelt; that of the output folder stands in the answer.
    """
    facts = {
        one.name: getattr(order, one.name)
        for one in fields(order)
        if one.compare and one.name not in NOT_ASKED
    }
    facts |= {"input": spelt(order.input), "register": spelt(order.register)}
    return _digest(sorted(facts.items()))


def spelt(place: Path | None) -> str:
    """A place from the root on, and where a link leads."""
    return str(place.resolve()) if place else ""


def typed(words: tuple[str, ...], today: date | None) -> str:
    """As asked, of the words themselves, which are seen from where they are typed."""
    return _digest((words, today, Path.cwd()))


def came(order: Order, met: dict[str, str] | None = None) -> str:
    """Digest of every name and every byte of what came that a run may read; "" when it cannot be.

    To be told before the run reads anything: what comes meanwhile was not read. Digests of single
    files are put into `met`, under the places where these lie.
    """
    try:
        return _came(order.input, order.register, met)
    except OSError:
        return ""


def left(output: Path, known: Mapping[str, str] = UNKNOWN) -> str:
    """As came, of the output folder; `known` are digests of files that need not be read again.

    Raises:
        OSError: something cannot be read.
    """
    return _lying((output,), UNSEEN, known)


def _kept(output: Path, is_asked: Callable[[Mapping[str, Any]], bool]) -> RunAnswer | None:
    try:
        with (output / ANSWER).open("rb") as file:
            kept = json.loads(file.read(LARGEST + 1))
        if not is_asked(kept):
            return None
        register = Path(kept["register"]) if kept["register"] else None
        if kept["came"] != _came(Path(kept["input"]), register) or kept["left"] != left(output):
            return None
        DEBUG("%s: still holds", ANSWER)
        return as_answer(kept["answer"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return None  # nothing is kept, or somebody changed it: the run is done


def as_answer(facts: Mapping[str, Any]) -> RunAnswer:
    """As it was kept."""
    return RunAnswer(
        as_of=date.fromisoformat(facts["as_of"]),
        week=str(facts["week"]),
        report=Path(facts["report"]),
        figures=_triples(facts["figures"]),
        exit_code=int(facts["exit_code"]),
        aside=_triples(facts["aside"]),
        failures=tuple(map(str, facts["failures"])),
        notes=tuple(map(str, facts["notes"])),
        losses=tuple(map(str, facts["losses"])),
        incidents=int(facts["incidents"]),
    )


def _triples(told: Iterable[tuple[str, str, str]]) -> tuple[tuple[str, str, str], ...]:
    return tuple((str(one), str(two), str(three)) for one, two, three in told)


def _digest(asked: object) -> str:
    # A library that came since lets a run write what it could not write before.
    rows = find_spec("duckdb") is not None
    text = repr((sys.version, program_digest(), rows, asked))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _came(source: Path, register: Path | None, met: dict[str, str] | None = None) -> str:
    places = (source, *((register, register.parent / FOLDER) if register else ()))
    # A link alone would tell nothing of what lies in the folder that it leads to.
    return _lying((place.resolve() for place in places), met=met)


def _lying(
    places: Iterable[Path],
    unseen: frozenset[str] = frozenset(),
    known: Mapping[str, str] = UNKNOWN,
    met: dict[str, str] | None = None,
) -> str:
    digest = sha256()
    for top in places:
        for name, told in _told(top, "", unseen, known, met):
            digest.update(f"{len(name)} {name} {told}\n".encode("utf-8", "surrogateescape"))
    return digest.hexdigest()


def _told(
    path: Path,
    name: str,
    unseen: frozenset[str],
    known: Mapping[str, str],
    met: dict[str, str] | None,
) -> Iterator[tuple[str, str]]:
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
                yield from _told(path / one, f"{name}/{one}", frozenset(), known, met)
    elif stat.S_ISREG(mode) and (digest := known.get(str(path))):
        yield name, digest
    elif stat.S_ISREG(mode):
        with path.open("rb") as file:
            digest = file_digest(file, "sha256").hexdigest()
        if met is not None:
            met[str(path)] = digest
        yield name, digest
    else:
        yield name, str(path.readlink()) if stat.S_ISLNK(mode) else "other"
