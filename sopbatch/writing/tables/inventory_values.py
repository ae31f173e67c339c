"""What the inventory says: activities under their tasks and functions, and how many there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from sopbatch.model.needs import Need, Needs
from sopbatch.text.names import name_key


@dataclass(frozen=True, slots=True)
class FunctionPart:
    """Activities of one function that follow one another."""

    task: str
    """"" when it is that of the part before."""
    function: str
    rows: tuple[Need, ...]

    @property
    def proposed(self) -> int:
        """How many SOPs are proposed for them."""
        return sum(bool(row.title) for row in self.rows)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many activities a function has, and how many SOPs are proposed for them."""

    function: str
    activities: int
    proposed: int


@dataclass(frozen=True, slots=True)
class Inventory:
    """All that the document says besides its head and its signature."""

    parts: tuple[FunctionPart, ...]
    sums: tuple[Sum, ...]
    """Functions in the order in which they are met; those without an activity last."""

    @property
    def activities(self) -> int:
        """All of them."""
        return sum(one.activities for one in self.sums)

    @property
    def proposed(self) -> int:
        """SOPs that are proposed."""
        return sum(one.proposed for one in self.sums)


def inventory(needs: Needs) -> Inventory:
    """The values of the document."""
    parts: list[FunctionPart] = []
    task = ""
    for (of, _), rows in groupby(needs.rows, key=lambda row: (row.task, name_key(row.function))):
        own = tuple(rows)
        parts.append(FunctionPart(of if of != task else "", own[0].function, own))
        task = of
    return Inventory(tuple(parts), tuple(_sums(needs, parts)))


def _sums(needs: Needs, parts: Sequence[FunctionPart]) -> Sequence[Sum]:
    named: dict[str, str] = {}
    counted: dict[str, tuple[int, int]] = {}
    for part in parts:
        key = name_key(part.function)
        named.setdefault(key, part.function)
        many, needed = counted.get(key, (0, 0))
        counted[key] = many + len(part.rows), needed + part.proposed
    for function in needs.functions:
        named.setdefault(name_key(function), function)
    return [Sum(name, *counted.get(key, (0, 0))) for key, name in named.items()]
