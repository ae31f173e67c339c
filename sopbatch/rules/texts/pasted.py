"""Rules about what was copied or pasted by accident (P-22, P-23)."""

from collections.abc import Iterator

from sopbatch.model import Problem, Procedure
from sopbatch.rules.basics.free_texts import free_texts
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.rule import ERROR, Case, Rule, at, rule
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted

SAME_SHARE = 0.9
"""Of the steps that two tables share, from which on one is a copy of the other."""
LONGEST_WORD = 1_000
"""Letters; addresses on the internet are words as well."""


@rule(
    "P-22",
    ERROR,
    title="Tabel Prosedur tersalin",
    sentence=(
        "Tabel prosedur ke-{bagian} (lembar “{lembar}”) memuat langkah yang sama dengan tabel "
        "ke-{bagian_asal} (lembar “{asal}”)."
    ),
    advice="Hapus tabel salinannya, atau ubah langkahnya jika memang prosedur yang lain.",
    reason="Setiap tabel Prosedur dicetak dan waktunya dijumlahkan sebagai bagian SOP ini.",
)
def procedure_copied(case: Case) -> Iterator[Problem]:
    """A further procedure table whose activities are nearly all those of an earlier one."""
    known: list[tuple[Procedure, frozenset[str]]] = []
    for procedure in case.sop.procedures:
        steps = frozenset(folded(step.activity) for step in procedure.steps) - {""}
        origin = next((other for other, others in known if _alike(steps, others)), None)
        if origin is not None:
            facts: Facts = {
                "bagian": procedure.part,
                "lembar": quoted(procedure.sheet),
                "bagian_asal": origin.part,
                "asal": quoted(origin.sheet),
            }
            yield Problem(at("activity", 1, procedure.part), facts)
        known.append((procedure, steps))


def _alike(left: frozenset[str], right: frozenset[str]) -> bool:
    return len(left & right) > SAME_SHARE * max(len(left), len(right), 1)


@rule(
    "P-23",
    ERROR,
    title="Teks panjang tanpa spasi",
    sentence="Isian ini memuat {huruf} huruf tanpa satu spasi pun: “{awal}”.",
    advice="Hapus teks yang tertempel tanpa sengaja, atau beri spasi di antara katanya.",
    reason="Kata sepanjang itu tidak muat di dokumen, sehingga dokumennya tidak dapat dicetak.",
)
def word_without_end(case: Case) -> Iterator[Problem]:
    """A word of over 1,000 letters in any text that is printed."""
    for place, text in free_texts(case.sop):
        longest = max(text.split(), key=len, default="")
        if len(longest) > LONGEST_WORD:
            yield Problem(place, {"huruf": len(longest), "awal": quoted(longest, 30)})


PASTED_RULES: tuple[Rule, ...] = (procedure_copied, word_without_end)
