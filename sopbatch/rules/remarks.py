"""What the operator should know of whose file is whose: judged files come in, sentences go out."""

from collections.abc import Iterator, Sequence
from operator import attrgetter

from sopbatch.matching.naming import named_apart
from sopbatch.model import Dossier, PlanLine, Register, Review
from sopbatch.rules.across.copied import form_of_other_sop
from sopbatch.text.names import name_key, title_years
from sopbatch.text.shortening import quoted

NAMED = 5
"""Files or titles named in a sentence; the rest is only counted."""
COPIED = "Formulir SOP lain dipakai lagi; hitungannya mengikuti Nama SOP (C-14): {named}."
TWICE = (
    "Nama SOP yang sama direncanakan lebih dari sekali: {named}; berkas dihitung untuk baris yang "
    "bagiannya sama, selain itu untuk baris pertama. Bedakan namanya, atau tarik salah satunya."
)
UNDECIDED = (
    "Naskah yang berlaku belum pasti karena diterima bersamaan dengan revisi dan tanggal yang "
    "sama: {named}; sementara dihitung yang disebut pertama. Tanyakan kepada pengirimnya."
)


def remarks(
    reviews: Sequence[Review], dossiers: Sequence[Dossier], register: Register
) -> Iterator[str]:
    """One sentence for each kind of doubt."""
    copied = [
        f"“{review.received.name}”"
        for review in reviews
        if any(finding.code == form_of_other_sop.code for finding in review.findings)
    ]
    twice = [
        f"“{quoted(lines[0].title)}” ({', '.join(line.code for line in lines)})"
        for lines in titles_planned_twice(register)
    ]
    undecided = [_choice(dossier) for dossier in dossiers if dossier.undecided]
    for sentence, told in ((COPIED, copied), (TWICE, twice), (UNDECIDED, undecided)):
        if told:
            yield sentence.format(named=_named(told))


def titles_planned_twice(register: Register) -> tuple[tuple[PlanLine, ...], ...]:
    """Lines of one unit with equal titles, in the order of the register."""
    lines: dict[tuple[str, str, frozenset[str]], list[PlanLine]] = {}
    for line in register.plan:
        if not line.withdrawn:
            key = (line.unit_code, name_key(line.title), title_years(line.title))
            lines.setdefault(key, []).append(line)
    return tuple(tuple(same) for same in lines.values() if len(same) > 1)


def _choice(dossier: Dossier) -> str:
    files = sorted(dossier.undecided, key=lambda one: one is not dossier.counted)
    return " atau ".join(named_apart([one.received for one in files], attrgetter("name")))


def _named(told: Sequence[str]) -> str:
    more = f"; dan {len(told) - NAMED} lainnya" if len(told) > NAMED else ""
    return f"{'; '.join(told[:NAMED])}{more}"
