"""Which rows no way comes to and which never come to Selesai, as the hidden columns work it out.

The formulas go over the table a few times instead of following every way: from above for where a
row is reached from, from below for how far one comes. Sweeps that have not settled are known by
the next one, and then nothing is judged (`IN_DOUBT`). What is worked out is what the rules G-09 and
G-10 ask (`rules.flow.graph`): a row is told when none above leads to it, and the last row of a
loop or dead end when a way from step 1 leads into it and none out.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sopbatch.schema.sop import NO_TARGET_COLUMN
from sopbatch.schema.targets import branch_pieces
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.hidden_state import hidden
from sopbatch.writing.templates.step_state import (
    NOT_REACHED,
    SHOWN_BRANCHES,
    WITHOUT_END,
    answers_lead_away,
    blanks,
    ends_with_question,
    number,
    target_faults,
    used_steps,
)
from sopbatch.writing.templates.step_targets import TARGETS, target_text
from sopbatch.writing.templates.symbol_formulas import UNKNOWN_SIGN, K, S, is_beyond

END = 1000
"""How far a row comes from which a way leads to Selesai; others as far as the last row's number."""
START = END - 1
"""Whence a row is reached: END less the number of the first row that leads to it."""
OPEN, TOO_MANY = -1, -2
"""Way of a row that may lead anywhere, since one is still to be named, and of one with more
branches than the formulas look at. Other rows: 0 when the next row follows, their number when it
does not; and half more when their Lanjut ke counts for nothing."""
HALF = 0.5
IN_DOUBT, DEAD_END = "ragu", "buntu"
"""What is known of a row in the end."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """Where a step leads to."""

    number: int
    """Its No."""
    way: float
    answers: tuple[int, ...]
    """Numbers in Ya ke and Tidak ke; 0 for those that are not known."""
    onward: tuple[int, ...]
    """Numbers in Lanjut ke."""
    ends: bool

    @property
    def targets(self) -> tuple[int, ...]:
        """All numbers that count."""
        return self.answers + (self.onward if self.way == int(self.way) else ())


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """What the hidden columns hold of each step of a table, from above."""

    ways: tuple[Ways, ...]
    runs: tuple[int, ...]
    """First step of the run of rows, each followed by the next, in which a row stands."""
    sources: tuple[tuple[int, ...], tuple[int, ...]]
    """Whence each row is reached, after each sweep."""
    ahead: tuple[tuple[int, ...], tuple[int, ...]]
    """How far one comes from each row, after each sweep."""
    known: tuple[str, ...]

    @property
    def has_end(self) -> bool:
        """Whether a step has the symbol Selesai."""
        return any(one.ends for one in self.ways)

    @property
    def in_doubt(self) -> int:
        """For how many rows the flow is not judged."""
        return self.known.count(IN_DOUBT)

    def columns(self, number: int | str) -> tuple[float | str, ...]:
        """What the hidden columns of a row with that No come to, from left to right."""
        if not isinstance(number, int):
            return (0, "", 0, 0, 0, 0, "")
        at = number - 1
        kept = (self.runs, *self.sources, *self.ahead, self.known)
        return (self.ways[at].way, *(column[at] for column in kept))

    def fault(self, number: int | str) -> list[str]:
        """What is wrong with the step of that No: nothing leads to it, or it never to Selesai."""
        if self.in_doubt or not isinstance(number, int):
            return []
        at = number - 1
        if self.known[at] == DEAD_END:
            return [WITHOUT_END]
        lost = self.runs[at] == number > 1 and self.sources[1][at] == END - number
        behind = at > 0 and self.known[at - 1] == DEAD_END
        return [NOT_REACHED.format(number=number)] if lost and not behind else []


def flow_of(form: Form, part: int) -> Flow:
    """What is worked out of the ways of a part's steps."""
    return flow_along(tuple(_ways(form, part, step) for step in used_steps(form, part)))


def _ways(form: Form, part: int, step: int) -> Ways:
    """Where a step leads to, from what its hidden columns hold."""
    yes, no_target, words, _, *rest = hidden(form, part, step)
    onward, turns = rest[:SHOWN_BRANCHES], str(rest[SHOWN_BRANCHES + 1])
    own = number(form, part, step)
    assert isinstance(own, int)
    lost = (
        not turns
        or UNKNOWN_SIGN in turns
        or NO_TARGET_COLUMN.label in blanks(form, part, step)
        or ends_with_question(form, part, step)
        or target_faults(form, part, step)
        or is_beyond(turns, parts=answers_lead_away(form, part, step))
    )
    if lost:
        way: float = OPEN
    elif str(words).count(";") >= SHOWN_BRANCHES:
        way = TOO_MANY
    else:
        follows, by_onward = _goes_on(form, part, step, turns)
        way = own * (not follows) + HALF * (not by_onward)
    return Ways(
        number=own,
        way=way,
        answers=_numbers((yes, no_target)),
        onward=_numbers(onward),
        ends=S in turns,
    )


def _goes_on(form: Form, part: int, step: int, turns: str) -> tuple[bool, bool]:
    """Whether the next row follows, and whether Lanjut ke counts."""
    yes, no_target, onward = (target_text(form, column, part, step) for column in TARGETS)
    decides, named = K in turns, len(branch_pieces(onward))
    bare = turns.endswith(K) and not named
    by_onward = not (decides and (bare or (named == 1 and no_target)))
    if turns.endswith(K):
        return not (yes or named > 1), by_onward
    away = decides and answers_lead_away(form, part, step)
    typed = onward and not (decides and named)
    return not (away or typed or S in turns), by_onward


def _numbers(cells: Iterable[int | str]) -> tuple[int, ...]:
    return tuple(int(cell) for cell in cells if cell != "")


def flow_along(ways: tuple[Ways, ...]) -> Flow:
    """What is worked out of ways, which stand in the order of their numbers."""
    runs, begin = [], 1
    for one in ways:
        runs.append(begin)
        begin = one.number + 1 if one.way >= 1 else begin
    sources = _sources(ways, runs)
    ahead = _ahead(ways, runs)
    known = tuple(_known(at, ways, runs, sources[1], ahead[1]) for at in range(len(ways)))
    return Flow(ways=ways, runs=tuple(runs), sources=sources, ahead=ahead, known=known)


def _sources(ways: Sequence[Ways], runs: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    first: list[int] = []
    then: list[int] = []
    for at, run in enumerate(runs):
        found = (first[i] for i in range(at) if _leads(ways[i], run, at + 1))
        first.append(max(END - run, *found, 0))
    for at, run in enumerate(runs):
        leads = [i for i, one in enumerate(ways) if _leads(one, run, at + 1)]
        found = (max(first[i], then[i] if i < at else 0) for i in leads)
        then.append(max(first[at], *found, 0))
    return tuple(first), tuple(then)


def _leads(source: Ways, run: int, number: int) -> bool:
    """Whether a row leads into a run of rows above or at a number."""
    return source.way == OPEN or any(run <= to <= number for to in source.targets)


def _ahead(ways: Sequence[Ways], runs: Sequence[int]) -> tuple[tuple[int, ...], tuple[int, ...]]:
    ends = any(one.ends for one in ways)
    rows = range(len(ways))
    first, then = [0] * len(ways), [0] * len(ways)
    for at in reversed(rows):
        own = END if not ends or ways[at].ends or ways[at].way == OPEN else at + 1
        first[at] = max(own, *(first[j] for j in rows[at + 1 :] if _comes(ways[at], runs, j)), 0)
    for at in reversed(rows):
        comes = [j for j in rows if _comes(ways[at], runs, j)]
        then[at] = max(at + 1, *(max(first[j], then[j] if j > at else 0) for j in comes))
    return tuple(first), tuple(then)


def _comes(source: Ways, runs: Sequence[int], to: int) -> bool:
    """Whether one comes from a row to another, by a target or as rows follow one another."""
    return any(runs[to] <= target <= to + 1 for target in (source.number, *source.targets))


def _known(
    at: int,
    ways: Sequence[Ways],
    runs: Sequence[int],
    sources: Sequence[int],
    ahead: Sequence[int],
) -> str:
    """Whether a row is in doubt or the last one of a loop or dead end that is reached."""
    own = ways[at]
    leads = [sources[i] for i, one in enumerate(ways) if _leads(one, runs[at], own.number)]
    if own.way == TOO_MANY or max(leads, default=0) > sources[at]:
        return IN_DOUBT
    if ahead[at] == END:
        return ""
    comes = [ahead[to] for to in range(len(ways)) if _comes(own, runs, to)]
    if max(comes) != ahead[at]:
        return IN_DOUBT
    return DEAD_END if sources[at] == START and {*comes} == {own.number} else ""
