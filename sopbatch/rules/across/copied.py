"""The rule about a form that was issued for another SOP and copied (C-14)."""

import re
from collections.abc import Iterator, Mapping

from sopbatch.matching.plan import Plan, is_title_of, plan_of
from sopbatch.matching.versions import number_key, sop_of
from sopbatch.model import Dossier, PlanLine, PlanMatch, Problem, Review, Sop
from sopbatch.rules.across.plan import Told, unit_name
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.rule import WARNING, Batch, Rule, across_rule, at
from sopbatch.text.blank import blank
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted

ALL = "apakah nomor, bagian, pengesah, dan isian lain sudah milik SOP ini"
LEFT = "{fields}, yang tampaknya masih milik SOP asal"


@across_rule(
    "C-14",
    WARNING,
    title="Formulir SOP lain dipakai kembali",
    sentence="Formulir ini diterbitkan untuk {asal}; karena {sebab}, berkas ini {hasil}.",
    advice="Periksa {isian}; Nama SOP yang sudah benar tidak perlu diubah.",
    reason="Salinan SOP lain membawa kode rencana dan isian SOP asalnya.",
)
def form_of_other_sop(batch: Batch) -> Told:
    """The hidden code is that of another line than the one the workbook was counted for.

    What is still that line's (its number, its section, the signatory of its unit) is named.
    """
    plan = plan_of(batch.register)
    numbers = {
        dossier.plan.code: {number_key(sop_of(review)) for review in dossier.versions} - {""}
        for dossier in batch.dossiers
        if dossier.plan is not None
    }
    for dossier in batch.dossiers:
        for review in dossier.versions:
            issued = plan.issued_for(sop_of(review))
            if issued is None or _is_its_own(issued, dossier, review, plan):
                continue
            left = tuple(_left_over(issued, dossier, sop_of(review), plan, numbers))
            facts: Facts = {
                "asal": f"rencana {issued.code} “{quoted(issued.title)}”",
                "sebab": _cause(issued, dossier, review, batch),
                "hasil": (
                    f"dihitung untuk rencana {dossier.plan.code}"
                    if dossier.plan
                    else f"tidak dihitung untuk rencana {issued.code}"
                ),
                "isian": LEFT.format(fields=_enumerated(left)) if left else ALL,
            }
            place = "title" if issued.unit_code == dossier.unit_code else "unit_code"
            yield review, Problem(at(place), facts)


def _is_its_own(issued: PlanLine, dossier: Dossier, review: Review, plan: Plan) -> bool:
    if issued is dossier.plan:
        return True
    same_unit = issued.unit_code == dossier.unit_code
    return same_unit and is_title_of(issued, sop_of(review).title, plan.aliases)


def _cause(issued: PlanLine, dossier: Dossier, review: Review, batch: Batch) -> str:
    sop = sop_of(review)
    if issued.unit_code != dossier.unit_code:
        return f"perangkat daerahnya {unit_name(batch, dossier) or 'lain'}"
    if dossier.match is PlanMatch.NUMBER:
        return f"nomornya “{quoted(sop.number.raw)}”"
    return f"Nama SOP-nya “{quoted(sop.title)}”"


def _left_over(
    issued: PlanLine, dossier: Dossier, sop: Sop, plan: Plan, numbers: Mapping[str, set[str]]
) -> Iterator[str]:
    """Fields that still tell of the SOP the form was issued for."""
    coded = rf"(?<![^\W_]){re.escape(folded(issued.code))}(?![^\W_])"
    if number_key(sop) in numbers.get(issued.code, set()) or re.search(
        coded, folded(sop.number.raw)
    ):
        yield "nomor"
    if dossier.unit_code == issued.unit_code:
        section = dossier.plan.section if dossier.plan else ""
        if section and folded(plan.section_of(sop)) == folded(issued.section) != folded(section):
            yield "bagian"
        return
    unit = plan.register.unit(issued.unit_code)
    if not blank(sop.section) and folded(sop.section) == folded(issued.section):
        yield "bagian"
    heads = {folded(unit.head_position), folded(unit.head_name)} - {""} if unit else set()
    if heads & {folded(sop.signatory_position), folded(sop.signatory_name)}:
        yield "pengesah"


def _enumerated(names: tuple[str, ...]) -> str:
    *first, last = names
    return f"{', '.join(first)} dan {last}" if first else last


COPIED_FORM_RULES: tuple[Rule, ...] = (form_of_other_sop,)
