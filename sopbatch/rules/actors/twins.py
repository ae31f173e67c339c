"""Rules about one executor in two lanes (A-04, A-15)."""

from collections import Counter
from collections.abc import Iterator

from sopbatch.model import Actor, Place, Problem, Procedure
from sopbatch.rules.basics.procedures import Facts, role_key
from sopbatch.rules.rule import ERROR, WARNING, Case, Rule, at, rule
from sopbatch.text.likeness import one_letter_off
from sopbatch.text.roles import is_unnamed_team
from sopbatch.text.shortening import quoted


@rule(
    "A-04",
    ERROR,
    title="Pelaksana ditulis di dua kolom",
    sentence="Pelaksana “{pelaksana}” sama dengan “{kembar}” di kolom pelaksana ke-{lajur}.",
    advice="Gunakan satu kolom saja untuk pelaksana yang sama, lalu pindahkan simbolnya ke sana.",
    reason="Satu pelaksana digambar dalam satu kolom agar alurnya dapat diikuti.",
)
def executor_twice(case: Case) -> Iterator[Problem]:
    """Two lanes equal once abbreviations are written out.

    Two teams may each have a lane “Ketua Tim” or “Anggota Tim” that works.
    """
    for procedure in case.sop.procedures:
        seen: dict[str, Actor] = {}
        for actor in procedure.actors:
            twin = seen.setdefault(role_key(actor), actor)
            if twin is not actor and not _are_of_teams(procedure, actor, twin):
                facts: Facts = {
                    "pelaksana": quoted(actor.name),
                    "kembar": quoted(twin.name),
                    "lajur": twin.lane,
                }
                yield Problem(lane_head(procedure.part, actor), facts)


@rule(
    "A-15",
    WARNING,
    title="Nama pelaksana salah ketik",
    sentence="Pelaksana “{pelaksana}” tampaknya salah ketik dari “{kembar}” (kolom ke-{lajur}).",
    advice=(
        "Jika memang sama, pindahkan simbolnya ke kolom “{kembar}”, lalu kosongkan kolom ini. Jika "
        "berbeda, tulis nama yang lebih jelas bedanya."
    ),
    reason="Satu pelaksana digambar dalam satu kolom agar alurnya dapat diikuti.",
)
def executor_twin_misspelt(case: Case) -> Iterator[Problem]:
    """Two lanes with symbols whose names, written out, differ by one letter of a long word."""
    for procedure in case.sop.procedures:
        for wrong, right in misspelt_twins(procedure):
            facts: Facts = {
                "pelaksana": quoted(wrong.name),
                "kembar": quoted(right.name),
                "lajur": right.lane,
            }
            yield Problem(lane_head(procedure.part, wrong), facts)


def _are_of_teams(procedure: Procedure, *actors: Actor) -> bool:
    """Whether all of them work and are called after a team that is not named."""
    busy = {node.lane for step in procedure.steps for node in step.nodes}
    return all(actor.lane in busy and is_unnamed_team(actor.name) for actor in actors)


def misspelt_twins(procedure: Procedure) -> Iterator[tuple[Actor, Actor]]:
    """Lanes in use with the one whose name was meant: that which works more, else the first."""
    busy = Counter(node.lane for step in procedure.steps for node in step.nodes)
    actors = [actor for actor in procedure.actors if busy[actor.lane]]
    ranked = sorted(actors, key=lambda actor: (-busy[actor.lane], actor.lane))
    for place, wrong in enumerate(ranked):
        others = (one for one in ranked[:place] if one_letter_off(role_key(wrong), role_key(one)))
        right = next(others, None)
        if right:
            yield wrong, right


def lane_head(part: int, actor: Actor) -> Place:
    """Where an executor's name stands."""
    return at("actor", 0, part, actor.lane)


TWIN_RULES: tuple[Rule, ...] = (executor_twice, executor_twin_misspelt)
