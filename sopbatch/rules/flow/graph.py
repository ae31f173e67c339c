"""The flow of one procedure as a graph: steps are 1-based rows, branches are edges."""

from collections.abc import Iterable, Iterator, Mapping

from sopbatch.model import Branch, Procedure, Step

Edges = Mapping[int, tuple[int, ...]]


def edges_of(procedure: Procedure) -> Edges:
    """Each row with the rows it leads to.

    A branch that is missing, leads nowhere or back to its own step (told by G-05, G-07, G-08), or
    that of a step whose symbol is not known (P-08, P-10), may lead to any row, so that it does not
    cut off the rest of the flow as well.
    """
    rows = tuple(step.row for step in procedure.steps)
    return {
        step.row: rows if is_open(procedure, step) else _targets(procedure, step)
        for step in procedure.steps
    }


def _targets(procedure: Procedure, step: Step) -> tuple[int, ...]:
    targets = (branch.target or 0 for branch in step.branches)
    return tuple(target for target in targets if procedure.step(target))


def is_open(procedure: Procedure, step: Step) -> bool:
    """Whether a way out of the step is still to be named, or its symbol."""
    undecided = step.decides and len(step.answers) < 2
    return (
        undecided
        or not step.symbols
        or any(
            branch.target == step.row or leads_nowhere(procedure, step, branch)
            for branch in step.branches
        )
    )


def leads_nowhere(procedure: Procedure, step: Step, branch: Branch) -> bool:
    """Whether a branch names no step; a process that runs off the table's end is a dead end."""
    by_default = not branch.key and branch not in step.answers
    return not by_default and procedure.step(branch.target or 0) is None


def reversed_edges(edges: Edges) -> Edges:
    """The same edges followed against the arrows."""
    sources: dict[int, list[int]] = {row: [] for row in edges}
    for row, targets in edges.items():
        for target in targets:
            sources[target].append(row)
    return {row: tuple(found) for row, found in sources.items()}


def reachable(edges: Edges, starts: Iterable[int]) -> frozenset[int]:
    """All rows one comes to from the given rows, themselves included."""
    seen: set[int] = set()
    waiting = [row for row in starts if row in edges]
    while waiting:
        row = waiting.pop()
        if row not in seen:
            seen.add(row)
            waiting.extend(edges[row])
    return frozenset(seen)


def ends(procedure: Procedure) -> tuple[int, ...]:
    """Rows with the symbol Selesai."""
    return tuple(step.row for step in procedure.steps if step.ends)


def ends_early(procedure: Procedure, step: Step) -> bool:
    """Whether a decision jumps to the step and it leads on to Selesai by Lanjut ke."""
    found = ends(procedure)
    leads_on = any(branch.key == "next" and branch.target in found for branch in step.branches)
    ways = (way for decision in procedure.decisions for way in decision.branches if way.key)
    return leads_on and any(way.target == step.row for way in ways)


def unreached(procedure: Procedure) -> Iterator[int]:
    """Rows that no way from row 1 comes to; rows behind one already named are not repeated."""
    edges = edges_of(procedure)
    covered = reachable(edges, (1,))
    for row in edges:
        if row not in covered:
            yield row
            covered |= reachable(edges, (row,))


def endless(procedure: Procedure) -> Iterator[int]:
    """The last row of each dead end or closed loop from which no Selesai can be reached.

    Only rows that can be reached from row 1; the others are told as unreached.
    """
    edges = edges_of(procedure)
    back = reversed_edges(edges)
    covered = reachable(back, ends(procedure))
    for row in sorted(reachable(edges, (1,)), reverse=True):
        ahead = reachable(edges, (row,))
        closed = ahead <= reachable(back, (row,))
        if row not in covered and closed:
            yield row
            covered |= ahead
