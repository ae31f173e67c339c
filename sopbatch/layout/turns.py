"""Steps become turns: what is drawn as one symbol or joint symbols, on which line of the row.

A row may hold a sequence. Its turns stand side by side while each lies beyond the ones before;
where the flow would have to cross a symbol of its own row, it goes on one line below.
"""

from dataclasses import dataclass
from typing import NamedTuple

from sopbatch.model import Branch, Procedure, Step, Symbol, SymbolKind

KINDS: dict[Symbol, SymbolKind] = {
    Symbol.START: SymbolKind.START,
    Symbol.PROCESS: SymbolKind.PROCESS,
    Symbol.DECISION: SymbolKind.DECISION,
    Symbol.END: SymbolKind.END,
}


class Stop(NamedTuple):
    """Where a flow line begins or ends: a turn of a step. Stops count in reading order."""

    step: int
    """1-based."""
    turn: int = 1
    """1-based."""


@dataclass(frozen=True, slots=True)
class TurnNode:
    """A drawable symbol of a turn."""

    lane: int
    """0-based."""
    kind: SymbolKind
    words: str


@dataclass(frozen=True, slots=True)
class Turn:
    """The symbols of a turn, and where they stand in the step's row."""

    stop: Stop
    line: int
    """0-based line within the row."""
    nodes: tuple[TurnNode, ...]
    """In lane order, one a lane."""


@dataclass(frozen=True, slots=True)
class TurnEdge:
    """One way of the procedure that can be drawn."""

    source: Stop
    target: Stop
    label: str = ""

    @property
    def inside(self) -> bool:
        """Whether it stays within the row of its step."""
        return self.source.step == self.target.step and self.source.turn < self.target.turn


def turns_of(step: Step, number: int, lanes: int) -> tuple[Turn, ...]:
    """The turns of the step `number`, of known executors and symbols, on their lines."""
    turns: list[Turn] = []
    line, used = 0, range(0)  # lanes used on the line
    for nodes in step.turns:
        found = {
            node.actor: TurnNode(node.actor, KINDS[node.symbol], node.words.strip())
            for node in reversed(nodes)
            if node.symbol is not None and 0 <= node.actor < lanes
        }
        if not found:
            continue
        first, last = min(found), max(found)
        if turns and _goes_beyond(turns[-1].nodes, used, first, last):
            used = range(min(used.start, first), max(used.stop, last + 1))
        else:
            line, used = line + bool(turns), range(first, last + 1)
        stop = Stop(number, nodes[0].turn)
        turns.append(Turn(stop, line, tuple(found[lane] for lane in sorted(found))))
    return tuple(turns)


def _goes_beyond(before: tuple[TurnNode, ...], used: range, first: int, last: int) -> bool:
    """Whether lanes `first` to `last` lie beyond all used ones, on the side of the turn before."""
    onward = before[-1].lane == used.stop - 1 and first >= used.stop
    backward = before[0].lane == used.start and last < used.start
    return onward or backward


def all_turns(procedure: Procedure) -> tuple[Turn, ...]:
    """The turns of all steps, in order."""
    lanes = len(procedure.actors)
    return tuple(
        turn
        for number, step in enumerate(procedure.steps, 1)
        for turn in turns_of(step, number, lanes)
    )


def edges_of(procedure: Procedure) -> tuple[TurnEdge, ...]:
    """The ways that can be drawn: both their turns stand on the chart."""
    drawn: dict[int, list[int]] = {}
    for turn in all_turns(procedure):
        drawn.setdefault(turn.stop.step, []).append(turn.stop.turn)
    return tuple(
        TurnEdge(source, target, branch.label.strip())
        for number, step in enumerate(procedure.steps, 1)
        if number in drawn
        for branch in (*step.within, *step.branches)
        if (target := _target(branch, drawn)) and (source := _source(branch, number, drawn))
    )


def _source(branch: Branch, number: int, drawn: dict[int, list[int]]) -> Stop | None:
    turns = drawn[number]
    turn = branch.turn or turns[-1]
    return Stop(number, turn) if turn in turns else None


def _target(branch: Branch, drawn: dict[int, list[int]]) -> Stop | None:
    turns = drawn.get(branch.target or 0, [])
    if not turns:
        return None
    turn = branch.target_turn if branch.target_turn > 1 else turns[0]
    return Stop(branch.target or 0, turn) if turn in turns else None
