"""Rules about the yearly evaluation of SOPs (M-04, M-05, M-09)."""

from collections.abc import Iterator

from sopbatch.model import Place, Problem
from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.rule import INFO, WARNING, FormCase, Rule, form_rule
from sopbatch.schema.evaluation import ASKED, EVALUATION, KEEP, REVISE, STATEMENTS
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing
from sopbatch.text.words import enumeration

ONLY = frozenset((EVALUATION.code,))
REASON = "Lampiran PermenPAN-RB 35/2012, Monitoring dan Evaluasi: {what}."
DENIED = 2
"""So many answers of Tidak ask for a revision."""


def _rows(case: FormCase) -> tuple[Evaluated, ...]:
    return case.reading.told(Evaluation).rows


@form_rule(
    "M-04",
    WARNING,
    title="Pernyataan belum dijawab",
    sentence="Untuk SOP “{judul}”, {jumlah} dari {semua} pernyataan belum dijawab: {mana}.",
    advice="Pilih Ya atau Tidak untuk setiap pernyataan.",
    reason=REASON.format(what="SOP dievaluasi dengan ketujuh pernyataan"),
    kinds=ONLY,
    reports_blank=True,
)
def statement_unanswered(case: FormCase) -> Iterator[Problem]:
    """Some statements are blank; nothing more of a row without a conclusion, which is told."""
    for row in _rows(case):
        blank = [
            (key, words)
            for key, words, _ in STATEMENTS
            if is_missing(case.reading.values.get(Place(key, row.row), ""))
        ]
        if blank and (len(blank) < len(ASKED) or row.conclusion):
            facts: Facts = {
                "judul": quoted(row.title),
                "jumlah": len(blank),
                "semua": len(ASKED),
                "mana": enumeration([f"“{words}”" for _, words in blank]),
            }
            yield Problem(Place(blank[0][0], row.row), facts)


@form_rule(
    "M-05",
    INFO,
    title="Jawaban mengarah pada revisi",
    sentence=(
        "SOP “{judul}” disimpulkan Tetap, padahal {jumlah} dari {semua} pernyataan dijawab Tidak."
    ),
    advice="Jika SOP ini perlu diperbaiki, pilih Direvisi, lalu tulis apa yang diperbaiki.",
    reason="Ketentuan formulir: dua jawaban Tidak atau lebih menandai SOP yang perlu direvisi.",
    kinds=ONLY,
)
def kept_against_answers(case: FormCase) -> Iterator[Problem]:
    """Two or more statements are denied, and yet all stays as it is."""
    for row in _rows(case):
        if row.conclusion == KEEP and row.denied >= DENIED:
            facts: Facts = {"judul": quoted(row.title), "jumlah": row.denied, "semua": len(ASKED)}
            yield Problem(Place("conclusion", row.row), facts)


@form_rule(
    "M-09",
    WARNING,
    title="Yang perlu direvisi belum ditulis",
    sentence="SOP “{judul}” disimpulkan Direvisi{walau}, tetapi catatannya {keadaan}.",
    advice="Tulis di sel ini apa yang perlu direvisi dan mengapa.",
    reason=REASON.format(what="hasil evaluasi menjadi bahan revisi SOP"),
    kinds=ONLY,
    reports_blank=True,
)
def revised_without_notes(case: FormCase) -> Iterator[Problem]:
    """It is to be revised, and nobody is told what; all the less when every answer is Ya."""
    for row in _rows(case):
        if row.conclusion == REVISE and is_missing(row.notes):
            all_well = row.agreed == len(ASKED)
            facts = {
                "judul": quoted(row.title),
                "keadaan": unanswered(row.notes),
                "walau": " walaupun semua pernyataan dijawab Ya" if all_well else "",
            }
            yield Problem(Place("notes", row.row), facts)


EVALUATION_RULES: tuple[Rule, ...] = (
    statement_unanswered,
    kept_against_answers,
    revised_without_notes,
)
