"""The rule about characters that no document can show (X-15)."""

from collections.abc import Iterator

from sopbatch.model import Place, Problem, Sop
from sopbatch.rules.actors.twins import lane_head
from sopbatch.rules.basics.free_texts import free_texts
from sopbatch.rules.rule import WARNING, Case, Rule, at, rule
from sopbatch.text.printable import undrawable
from sopbatch.text.shortening import quoted


@rule(
    "X-15",
    WARNING,
    title="Huruf tidak dapat dicetak",
    sentence="Huruf atau tanda “{huruf}” pada “{teks}” tidak dapat dicetak.",
    advice="Ganti dengan huruf Latin, tanda baca biasa, atau kata.",
    reason=(
        "Di dokumen huruf itu menjadi kotak kosong; huruf cetak yang dipakai memuat aksara Latin "
        "saja."
    ),
)
def character_undrawable(case: Case) -> Iterator[Problem]:
    """A character that the documents' fonts lack, in a text that is printed."""
    for place, text in _printed(case.sop):
        if lacking := undrawable(text):
            yield Problem(place, {"huruf": lacking[:5], "teks": quoted(text)})


def _printed(sop: Sop) -> Iterator[tuple[Place, str]]:
    yield from free_texts(sop)
    for procedure in sop.procedures:
        for actor in procedure.actors:
            yield lane_head(procedure.part, actor), actor.name
        for step in procedure.steps:
            yield at("duration", step.row, procedure.part), step.duration.raw
            yield at("activity", step.row, procedure.part), step.stage
            for node in step.nodes:
                yield at("nodes", step.row, procedure.part, node.lane), node.words


PRINTING_RULES: tuple[Rule, ...] = (character_undrawable,)
