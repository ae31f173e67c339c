"""Procedures drawn as text for tests of rules, read by the real parsers."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from sopbatch.model import (
    NO_REGISTER,
    Actor,
    Finding,
    Problem,
    Procedure,
    Register,
    Sop,
    Step,
)
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.turns import in_turns, symbols_in
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.text import step_number
from sopbatch.rules.check import review
from sopbatch.rules.rule import Rule
from tests import builders

AS_OF = date(2026, 10, 2)
COLUMNS = ("activity", "inputs", "duration", "output", "remark", "yes", "no_target", "next")
DEFAULTS = {
    "activity": "Menyusun bahan bagian {row}",
    "inputs": "Bahan bagian {row}",
    "duration": "1 jam",
    "output": "Bahan bagian {row}",
}


def table(text: str, *, part: int = 1, kinds: Iterable[str] = ()) -> Procedure:
    """A procedure from lines of a Markdown table whose first line names the lanes.

    Columns: No, the lanes, then any of activity, inputs, duration, output, remark, yes, no_target,
    next as named in the head; what has no column gets an honest default.
    """
    head, *rows = [
        [cell.strip() for cell in line.strip().strip("|").split("|")]
        for line in text.strip().splitlines()
    ]
    lanes = [i for i, name in enumerate(head) if name not in (*COLUMNS, "No")]
    marked = dict(enumerate(kinds))
    actors = tuple(
        Actor(head[i], "", marked.get(lane - 1, ""), lane)
        for lane, i in enumerate(lanes, start=1)
        if head[i] != "_"
    )
    steps = tuple(
        _step(row, dict(zip(head, cells, strict=True)), cells, lanes, actors)
        for row, cells in enumerate(rows, start=1)
    )
    return Procedure("Prosedur", part, actors, resolve_branches(steps))


def _step(
    row: int, named: dict[str, str], cells: list[str], lanes: list[int], actors: tuple[Actor, ...]
) -> Step:
    by_lane = {actor.lane: index for index, actor in enumerate(actors)}
    texts: dict[str, Any] = {
        key: named.get(key, DEFAULTS.get(key, "").format(row=row)) for key in COLUMNS
    }
    duration = parse_duration(texts.pop("duration"))
    number = named.get("No", str(row))
    typed = [
        item
        for lane, i in enumerate(lanes, start=1)
        if cells[i]
        for item in symbols_in(by_lane.get(lane, -1), lane, cells[i])
    ]
    step = Step(row=row, number=step_number(number), number_raw=number, duration=duration, **texts)
    return replace(step, nodes=in_turns(typed, jointly=True, parts=parts(step)))


def findings(
    subject: Sop | Procedure | str,
    rules: Iterable[Rule],
    *,
    register: Register = NO_REGISTER,
    problems: tuple[Problem, ...] = (),
) -> tuple[Finding, ...]:
    """What the rules find in an SOP, or in one of this procedure."""
    if isinstance(subject, str):
        subject = table(subject)
    if isinstance(subject, Procedure):
        subject = builders.sop("Penyusunan Bahan", procedures=(subject,))
    submission = builders.review(subject).submission
    assert submission
    checked, crashes = review(replace(submission, problems=problems), register, AS_OF, rules)
    assert not crashes
    return checked.findings


def found(
    subject: Sop | Procedure | str,
    rules: Iterable[Rule],
    *,
    register: Register = NO_REGISTER,
    problems: tuple[Problem, ...] = (),
) -> list[str]:
    """What the rules find, as "CODE key row" in order (row only when there is one)."""
    told = findings(subject, rules, register=register, problems=problems)
    return sorted(f"{f.code} {f.place.key}{f' {f.place.row}' * bool(f.place.row)}" for f in told)
