"""The rule about what is told of the flow in vain (G-14)."""

from collections.abc import Iterator

from sopbatch.model import Problem, Procedure, Step
from sopbatch.rules.basics.procedures import each_step, told
from sopbatch.rules.rule import WARNING, Case, at, rule
from sopbatch.schema.fields import Field
from sopbatch.schema.sop import NEXT_COLUMN, NO_TARGET_COLUMN, YES_COLUMN
from sopbatch.text.blank import blank
from sopbatch.text.shortening import quoted

LONGEST_BRANCHES = 200
"""Characters of all branches in a sentence."""
TOLD = "tujuan keputusan ini sudah disebut di “Ya ke” dan “Tidak ke”"
NAMED = "tujuan keputusan ini sudah disebut di “Lanjut ke”"
"""Why a cell of Alur may be left blank."""


@rule(
    "G-14",
    WARNING,
    title="Isian alur tidak diperlukan",
    sentence="Isian “{kolom}” ({isian}) pada langkah {langkah} tidak mengubah alur.",
    advice="Kosongkan isian itu; {sebab}.",
    reason="Isian alur yang tidak dipakai menyesatkan pembaca; tujuannya tidak digambar.",
)
def way_not_used(case: Case) -> Iterator[Problem]:
    """Lanjut ke is told beside answers that are used, or they are.

    Of a Keputusan either Ya ke and Tidak ke lead on, or branches that Lanjut ke names.
    """
    for procedure, step in each_step(case):
        jumps = [branch for branch in step.branches if branch.key == "next"]
        unused = step.decides and not jumps and len(step.answers) > 1
        if unused and not blank(step.next):
            yield _not_used(procedure, step, NEXT_COLUMN, step.next, TOLD)
        if step.decides and len(step.answers) > 1 and {way.key for way in step.answers} == {"next"}:
            for column, typed in ((YES_COLUMN, step.yes), (NO_TARGET_COLUMN, step.no_target)):
                if not blank(typed):
                    yield _not_used(procedure, step, column, typed, _beside_named(step, typed))


def _beside_named(step: Step, typed: str) -> str:
    """Why an answer is not needed beside named branches, or where it belongs as one of them."""
    target, branches = typed.strip(), step.next.strip(" .;")
    if not target.isdecimal() or target in {way.raw.strip() for way in step.answers}:
        return NAMED
    parts = (f"Ya: {target}", branches) if typed == step.yes else (branches, f"Tidak: {target}")
    every = quoted("; ".join(parts), LONGEST_BRANCHES)
    return f"jika jalur itu memang ada, tulis di “Lanjut ke” bersama yang lain: “{every}”"


def _not_used(procedure: Procedure, step: Step, column: Field, typed: str, why: str) -> Problem:
    facts = {
        "kolom": column.label,
        "isian": quoted(typed),
        "langkah": told(step),
        "sebab": why,
    }
    return Problem(at(column.key, step.row, procedure.part), facts)
