"""Procedures of steps in a row."""

from sopbatch.model import (
    Actor,
    Branch,
    Node,
    Procedure,
    Step,
    Symbol,
)
from tests.builders import hours

LETTERS = {
    "M": Symbol.START,
    "P": Symbol.PROCESS,
    "K": Symbol.DECISION,
    "S": Symbol.END,
}


def chain(*drawn: str, names: str = "ABC") -> Procedure:
    """Steps drawn as "K AB 2>5": symbol, lanes, hours, and for a decision where Tidak leads."""
    steps = []
    for row, text in enumerate(drawn, start=1):
        symbol, lanes, rest = text.split()
        time, _, no = rest.partition(">")
        branches = (
            [] if symbol == "S" else [Branch(label="Ya" if no else "", target=row + 1, key="")]
        )
        branches += [Branch(label="Tidak", target=int(no), key="no_target", raw=no)] if no else []
        nodes = tuple(
            Node(actor=names.index(lane), lane=names.index(lane) + 1, symbol=LETTERS[symbol])
            for lane in lanes
        )
        steps.append(
            Step(
                row=row,
                number=row,
                activity=f"Kegiatan {row}",
                nodes=nodes,
                branches=tuple(branches),
                duration=hours(float(time)),
                output="Hasil",
            )
        )
    actors = tuple(Actor(name, name.lower(), lane=at) for at, name in enumerate(names, start=1))
    return Procedure("Prosedur", 1, actors, tuple(steps))
