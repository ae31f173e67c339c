"""Ways to go through the procedure tables of an SOP, and how a step is called in a sentence."""

from collections.abc import Iterator

from sopbatch.model import Actor, Fact, Node, Place, Procedure, Step
from sopbatch.rules.rule import Case, at
from sopbatch.text import roles
from sopbatch.text.blank import blank
from sopbatch.text.shortening import quoted

Facts = dict[str, Fact]

LABEL_LENGTH = 40
"""Characters of a step's text that a sentence quotes."""


def each_step(case: Case) -> Iterator[tuple[Procedure, Step]]:
    """All steps with their procedure, in order."""
    for procedure in case.sop.procedures:
        for step in procedure.steps:
            yield procedure, step


def told(step: Step) -> str:
    """A step as a sentence names it: its number and the beginning of its text."""
    number = step.row if step.number is None else step.number
    return (
        f"{number}" if blank(step.activity) else f"{number} “{quoted(step.activity, LABEL_LENGTH)}”"
    )


def number_of(procedure: Procedure, row: int) -> int:
    """The number an officer knows a step by; its ordinal when none was typed."""
    step = procedure.step(row)
    return row if step is None or step.number is None else step.number


def role_key(actor: Actor) -> str:
    """What two executors are compared by."""
    return actor.norm or roles.role_key(actor.name)


def actors_of(procedure: Procedure, step: Step) -> tuple[Actor, ...]:
    """The executors of a step, in lane order."""
    return tuple(procedure.actors[index] for index in step.actors)


def joined_names(procedure: Procedure, step: Step) -> str:
    """The executors of a step for a sentence: "Kepala Biro, Sekretaris Daerah"."""
    return ", ".join(actor.name for actor in actors_of(procedure, step))


def joined_symbols(step: Step) -> str:
    """The symbols of a step in their order, for a sentence: "Mulai dan Proses"."""
    names = dict.fromkeys(node.symbol.value for node in step.nodes if node.symbol)
    return " dan ".join(names)


def unreached_turns(step: Step) -> tuple[Node, ...]:
    """First node of each turn of a row that no way within the row leads to."""
    led = {way.target_turn for way in step.within}
    firsts = (turn[0] for turn in step.turns[1:])
    return tuple(node for node in firsts if node.turn not in led and node.symbol)


def symbol_place(procedure: Procedure, step: Step) -> Place:
    """Where a step's symbol stands; the first lane when it has none yet."""
    lanes = (*(node.lane for node in step.nodes), *(actor.lane for actor in procedure.actors), 1)
    return at("nodes", step.row, procedure.part, lanes[0])
