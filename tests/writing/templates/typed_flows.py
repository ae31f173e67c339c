"""Flows as officers type them: forks, joins, ways back, early ends, sequences in a row, slips."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from random import Random

from sopbatch.model import CellValue, Place, Procedure, Step
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.turns import in_turns, symbols_in
from sopbatch.rules.flow.graph import endless, ends, unreached

SYMBOLS = (
    *("Proses",) * 8,
    *("Keputusan",) * 6,
    *("Selesai",) * 2,
    *("Proses, Keputusan", "Keputusan 1; Proses 2", "Proses, Selesai", "Keputusan 1; Selesai 2"),
)
NEAR = (1, 2, 2, 3, -1, -2, -4)


@dataclass(frozen=True, slots=True)
class Row:
    """What a row says of the flow."""

    symbols: str
    yes: str = ""
    no_target: str = ""
    next: str = ""


def typed_flow(chosen: Random, steps: int, far: float) -> tuple[Row, ...]:
    """Rows from Mulai to Selesai, mostly; `far` is how often (0 to 1) a target is any row."""

    def target(at: int) -> str:
        if chosen.random() < far:
            return str(chosen.randint(1, steps))
        return str(min(steps, max(1, at + chosen.choice(NEAR))))

    def row(at: int) -> Row:
        usual = {1: "Mulai", steps: "Selesai"}.get(at, "")
        symbols = usual if usual and chosen.random() < 0.9 else chosen.choice(SYMBOLS)
        yes = no_target = onward = ""
        one, two, three, four = (target(at) for _ in range(4))
        if "Keputusan" in symbols:
            yes = target(at) if chosen.random() < 0.25 else ""
            no_target = target(at) if chosen.random() < 0.9 else ""
            if chosen.random() < 0.15:
                ways = (f"A: {one}; B: {two}", f"Kurang: {one}", one)
                onward = chosen.choice((*ways, f"A: {one}; B: {two}; C: {three}; D: {four}"))
        elif chosen.random() < (0.05 if symbols.endswith("Selesai") else 0.3):
            ways = (f"{one}; {two}", f"{one}, {two} dan {three}", f"A: {one}; B: {two}")
            onward = chosen.choice((one, one, one, *ways))
        return Row(symbols, yes, no_target, onward)

    return tuple(row(at) for at in range(1, steps + 1))


def values_of(rows: Sequence[Row], part: int = 1) -> dict[Place, CellValue]:
    """The cells of a table with these rows in its first lane."""
    values: dict[Place, CellValue] = {Place("actor", 0, part, 1): "Petugas"}
    for step, row in enumerate(rows, start=1):
        values[Place("nodes", step, part, 1)] = row.symbols
        values[Place("activity", step, part)] = f"Memeriksa berkas bagian {step}"
        for key in ("yes", "no_target", "next"):
            if text := getattr(row, key):
                values[Place(key, step, part)] = text
    return values


def procedure_of(rows: Sequence[Row]) -> Procedure:
    """The procedure that the check reads in them."""
    steps = []
    for number, row in enumerate(rows, start=1):
        step = Step(row=number, number=number, yes=row.yes, no_target=row.no_target, next=row.next)
        nodes = in_turns(symbols_in(0, 1, row.symbols), jointly=True, parts=parts(step))
        steps.append(replace(step, nodes=nodes))
    return Procedure("Prosedur", 1, (), resolve_branches(tuple(steps)))


def told_by_rules(procedure: Procedure) -> tuple[set[int], set[int]]:
    """Steps that G-09 and G-10 tell."""
    dead = {*endless(procedure)} if ends(procedure) else set()
    return {row for row in unreached(procedure) if row - 1 not in dead}, dead
