"""Rules about texts left over from another SOP or from the form itself (I-19, I-21)."""

import re
from collections.abc import Iterator

from sopbatch.model import Place, Problem
from sopbatch.rules.basics.fields import FIELDS
from sopbatch.rules.basics.free_texts import free_texts
from sopbatch.rules.basics.regions import foreign_regions, region_instead
from sopbatch.rules.rule import WARNING, Case, Rule, at, rule
from sopbatch.text.names import folded, words
from sopbatch.text.shortening import quoted

COMPETENCE_FIELDS = ("function", "qualifications")
"""Where another agency's name can only be a leftover."""
PLACEHOLDER = re.compile(
    r"^[(\[<{ ]*(diisi|isi(lah)? dengan|isikan|contoh\s*:|misal(nya)?\s*:|tulis(kan)?\s+di\s+sini)"
    r"|x{3,}|(?<!\.)\.{4,}|…{2,}|(?:^|\s)(\.{3}|…)(?=[\s,.]|$)|_{3,}"
    r"|<[^<>]{3,}>|lorem ipsum|\btbd\b",
    re.IGNORECASE,
)
"""Instructions, dots, crosses and the like that wait for a real answer."""


@rule(
    "I-19",
    WARNING,
    title="Nama daerah atau perangkat daerah lain tertinggal",
    sentence="Teks ini menyebut “{nama}”, bukan daerah atau perangkat daerah ini.",
    advice="Periksa apakah teks tersalin dari SOP lain; jika ya, ganti dengan nama yang benar.",
    reason="Nama daerah atau perangkat daerah lain biasanya tertinggal dari naskah yang disalin.",
)
def text_of_other_region(case: Case) -> Iterator[Problem]:
    """Another region anywhere, or another unit where only the own one belongs.

    In the head of the document any region but the own one is another, its own parts too.
    """
    if not case.register.present:
        return
    own = case.register.settings.region
    typed, meant = case.sop.government, case.register.settings.government
    strange = own and folded(typed) != folded(meant)
    instead = region_instead(typed, own) if strange else ""
    if instead:
        yield Problem(at("government"), {"nama": quoted(instead)}, suggestion=meant)
    for place, text in free_texts(case.sop):
        if place.key == "legal_basis" or (instead and place == at("government")):
            continue
        names = foreign_regions(text, own) if own else iter(())
        name = next(names, "") or _other_unit(case, place, text)
        if name:
            yield Problem(place, {"nama": quoted(name)})


def _other_unit(case: Case, place: Place, text: str) -> str:
    unit = case.register.unit(case.sop.unit_code)
    if unit is None or place.key not in COMPETENCE_FIELDS:
        return ""
    said = f" {' '.join(words(text))} "
    own = {folded(unit.name)}
    parent = case.register.unit(unit.parent)
    own |= {folded(parent.name)} if parent else set()
    return next(
        (
            other.name
            for other in case.register.units
            if folded(other.name) not in own and f" {' '.join(words(other.name))} " in said
        ),
        "",
    )


@rule(
    "I-21",
    WARNING,
    title="Teks sementara tertinggal",
    sentence="Isian ini masih memuat teks sementara: “{teks}”.",
    advice="Ganti dengan isian yang sebenarnya, atau kosongkan jika isian itu tidak wajib.",
    reason="Titik-titik, petunjuk, dan contoh yang tertinggal akan ikut tercetak di dokumen SOP.",
)
def placeholder_left(case: Case) -> Iterator[Problem]:
    """Dots, crosses, instructions or the form's own prompt stand where an answer belongs."""
    for place, text in sorted(case.submission.values.items()):
        if place.key != "number" and (PLACEHOLDER.search(text) or _is_prompt(place, text)):
            yield Problem(place, {"teks": quoted(text)})


def _is_prompt(place: Place, text: str) -> bool:
    field = FIELDS.get(place.key)
    return field is not None and folded(text) == folded(field.prompt)


COPIED_RULES: tuple[Rule, ...] = (text_of_other_region, placeholder_left)
