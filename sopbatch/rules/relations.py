"""Rules about Keterkaitan, the other SOPs an SOP is connected with (X-08 to X-10)."""

from collections.abc import Iterator

from rapidfuzz import fuzz, process

from sopbatch.model import Problem, Review
from sopbatch.rules.fields import list_items
from sopbatch.rules.rule import (
    ERROR,
    INFO,
    WARNING,
    Batch,
    Case,
    Rule,
    across_rule,
    at,
    quoted,
    rule,
)
from sopbatch.rules.wording import LONGEST_COMPARED, blank, folded, title_key
from sopbatch.schema.sop_v1 import NOTHING_RELATED

SAME_TITLE = 95.0
"""Likeness (0 to 100) from which two titles are one, a letter apart."""
LIKE_TITLE = 70.0
"""Likeness from which a title is offered as what was meant."""


@rule(
    "X-08",
    INFO,
    sentence="Keterkaitan belum diisi.",
    advice="Tulis nama SOP yang berkaitan, atau “Tidak ada” bila memang tidak ada.",
    reason=(
        "PermenPAN-RB 35/2012, Bagian Identitas: keterkaitan menyebut SOP lain; "
        "jawaban “Tidak ada” menunjukkan hal itu sudah diperiksa."
    ),
    reports_blank=True,
)
def relations_missing(case: Case) -> Iterator[Problem]:
    """Blank, where even "Tidak ada" would be an answer."""
    typed = list_items(case.sop, "relations")
    told = any(not blank(item) or folded(item) == folded(NOTHING_RELATED) for item in typed)
    partial = folded(case.sop.completeness) == "parsial"
    if not told and not partial:
        yield Problem(at("relations", 1 if typed else 0), suggestion=NOTHING_RELATED)


@rule(
    "X-09",
    ERROR,
    sentence="Keterkaitan menyebut SOP ini sendiri: “{butir}”.",
    advice="Hapus butir itu atau ganti dengan SOP lain; tulis “Tidak ada” bila tidak ada.",
    reason="PermenPAN-RB 35/2012, Bagian Identitas: keterkaitan menyebut SOP lain.",
)
def related_to_itself(case: Case) -> Iterator[Problem]:
    """The SOP's own title or number stands in its Keterkaitan."""
    own, number = title_key(case.sop.title), folded(case.sop.number.norm)
    telling = case.sop.number.kind == "number" and len(number) > 4
    for row, item in enumerate(list_items(case.sop, "relations"), start=1):
        if (own and title_key(item) == own) or (telling and number in folded(item)):
            yield Problem(at("relations", row), {"butir": quoted(item)})


@across_rule(
    "X-10",
    WARNING,
    sentence="“{butir}” tidak ada di rencana maupun di antara SOP yang diterima.",
    advice="Tulis nama SOP seperti pada daftar rencana, atau hapus bila SOP itu tidak ada.",
    reason="PermenPAN-RB 35/2012, prinsip keselarasan: SOP yang dirujuk harus ada.",
)
def related_sop_unknown(batch: Batch) -> Iterator[tuple[Review, Problem]]:
    """The entry is neither a planned title, nor an SOP received, nor the number of one."""
    if not batch.register.present:
        return
    titles, numbers = _known(batch)
    comparable = [title for title in titles if len(title) <= LONGEST_COMPARED]
    for review in batch.reviews:
        items = list_items(review.submission.sop, "relations") if review.submission else ()
        for row, item in enumerate(items, start=1):
            key, said = title_key(item), folded(item)
            if blank(item) or key in titles or any(number in said for number in numbers):
                continue
            # NOTE: keys are folded already, so the library compares them without our help.
            near = process.extractOne(
                key[:LONGEST_COMPARED],
                comparable,
                scorer=fuzz.token_sort_ratio,
                score_cutoff=LIKE_TITLE,
            )
            meant, likeness = (titles[near[0]], near[1]) if near else ("", 0.0)
            if likeness < SAME_TITLE:
                problem = Problem(at("relations", row), {"butir": quoted(item)}, suggestion=meant)
                yield review, problem


def _known(batch: Batch) -> tuple[dict[str, str], frozenset[str]]:
    """Comparable title to written title, and folded numbers, of all planned and received SOPs."""
    written = [line.title for line in batch.register.plan if not line.withdrawn]
    written += [dossier.title for dossier in batch.dossiers]
    sops = [review.submission.sop for review in batch.reviews if review.submission]
    written += [sop.title for sop in sops]
    titles = {key: title for title in written if (key := title_key(title))}
    return titles, frozenset(
        folded(sop.number.norm) for sop in sops if sop.number.kind == "number" and sop.number.unit
    )


RELATION_RULES: tuple[Rule, ...] = (relations_missing, related_to_itself, related_sop_unknown)
