"""Rules about Keterkaitan, the other SOPs an SOP is connected with (X-08 to X-10)."""

import re
from collections.abc import Iterator, Mapping

from sopbatch.matching.aliases import unit_aliases
from sopbatch.model import NumberKind, Problem, Review
from sopbatch.rules.basics.fields import list_items
from sopbatch.rules.basics.wording import unanswered
from sopbatch.rules.rule import INFO, WARNING, Batch, Case, Rule, across_rule, at, rule
from sopbatch.schema.sop import NOTHING_RELATED
from sopbatch.text.blank import blank
from sopbatch.text.initials import says_by_initials
from sopbatch.text.likeness import Titles, near_titles
from sopbatch.text.names import Aliases, folded, name_key, without_sop, words
from sopbatch.text.shortening import quoted
from sopbatch.text.title_words import ACTIVITY_NOUNS, ACTIVITY_PATTERN

ALL_OR_ANY = frozenset(
    (
        *("seluruh", "semua", "segala", "setiap", "lain", "lainnya", "terkait", "sejenis"),
        *("ini", "yang", "dari", "di", "pada"),
    )
)
"""First words of entries that speak of SOPs at large."""
OTHER_PAPERS = frozenset(
    (
        *("peraturan", "perjanjian", "laporan", "permohonan", "keputusan", "layanan", "aplikasi"),
        *("pedoman", "panduan"),
    )
)
"""Nouns that look like activities, and name regulations, papers and services."""


JOINED = re.compile(r"\s+(?:dan|serta|&)\s+(?=sop\b)", re.IGNORECASE)
"""Between two SOPs of one entry."""
NUMBERED = re.compile(r"\(?(?:\b(?:nomor|no)\b[.: ]*)?[\w.-]+/[\w./-]+/\d{4}\)?", re.IGNORECASE)
"""The number of an SOP beside its title."""


@rule(
    "X-08",
    INFO,
    title="Keterkaitan belum diisi",
    sentence="Keterkaitan {keadaan}.",
    advice="Tulis nama SOP yang berkaitan, atau “Tidak ada” jika memang tidak ada.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: keterkaitan menyebut SOP lain; jawaban "
        "“Tidak ada” menunjukkan hal itu sudah diperiksa."
    ),
    reports_blank=True,
)
def relations_missing(case: Case) -> Iterator[Problem]:
    """Blank, where even "Tidak ada" would be an answer, which nobody but the officer can give."""
    typed = list_items(case.sop, "relations")
    told = any(not blank(item) or folded(item) == folded(NOTHING_RELATED) for item in typed)
    partial = folded(case.sop.completeness) == "parsial"
    if not told and not partial:
        facts = {"keadaan": unanswered(case.submission.typed("relations"))}
        yield Problem(at("relations", 1 if typed else 0), facts)


@rule(
    "X-09",
    INFO,
    title="Keterkaitan menyebut SOP itu sendiri",
    sentence="Keterkaitan menyebut SOP ini sendiri: “{butir}”.",
    advice="Hapus butir itu atau ganti dengan SOP lain; tulis “Tidak ada” jika tidak ada.",
    reason="Lampiran PermenPAN-RB 35/2012, Bagian Identitas: keterkaitan menyebut SOP lain.",
)
def related_to_itself(case: Case) -> Iterator[Problem]:
    """The SOP's own title or number stands in its Keterkaitan."""
    aliases = unit_aliases(case.register)
    own, number = name_key(case.sop.title, aliases), folded(case.sop.number.norm)
    telling = case.sop.number.kind is NumberKind.NUMBER and len(number) > 4
    for row, item in enumerate(list_items(case.sop, "relations"), start=1):
        if (own and name_key(item, aliases) == own) or (telling and number in folded(item)):
            yield Problem(at("relations", row), {"butir": quoted(item)})


@across_rule(
    "X-10",
    WARNING,
    title="Keterkaitan menyebut SOP yang tidak ada",
    sentence="“{butir}” tidak ada dalam rencana SOP maupun di antara SOP yang diterima.",
    advice="Tulis nama SOP seperti dalam rencana SOP, atau hapus jika SOP itu tidak ada.",
    reason=(
        "Rujukan yang tidak ada menyesatkan pembaca; sejalan dengan Lampiran PermenPAN-RB 35/2012, "
        "prinsip keselarasan."
    ),
)
def related_sop_unknown(batch: Batch) -> Iterator[tuple[Review, Problem]]:
    """The entry is neither a planned title, nor an SOP received, nor the number of one."""
    if not batch.register.present:
        return
    titles, numbers = _known(batch)
    likes = Titles(titles)
    by_first_word: dict[str, list[str]] = {}
    for title in titles:
        by_first_word.setdefault(title.partition(" ")[0], []).append(title)
    aliases = unit_aliases(batch.register)
    for review in batch.reviews:
        items = list_items(review.submission.sop, "relations") if review.submission else ()
        for row, item in enumerate(items, start=1):
            keys, said = _keys(review, item, aliases, batch), folded(item)
            key = keys[0]
            known = any(one in titles for one in keys) or any(number in said for number in numbers)
            if known or _all_known(item, titles, aliases) or not claims_to_be_sop(item):
                continue
            begin_so = by_first_word.get(key.partition(" ")[0], ())
            if any(says_by_initials(key, title) for title in begin_so):
                continue
            meant = likes.meant(key)
            if not near_titles(key, meant):
                problem = Problem(
                    at("relations", row), {"butir": quoted(item)}, suggestion=titles.get(meant, "")
                )
                yield review, problem


def _all_known(item: str, titles: Mapping[str, str], aliases: Aliases) -> bool:
    """Whether “SOP A dan SOP B” names two that both exist."""
    parts = JOINED.split(item)
    return len(parts) > 1 and all(name_key(part, aliases) in titles for part in parts)


def _keys(review: Review, item: str, aliases: Aliases, batch: Batch) -> tuple[str, ...]:
    """An entry to compare, without the number of the SOP, and without the own unit's name."""
    key = name_key(NUMBERED.sub(" ", item), aliases)
    unit = batch.register.unit(review.submission.unit_code) if review.submission else None
    names = (name_key(name, aliases) for name in (unit.name, *unit.aliases)) if unit else ()
    rests = (key.removesuffix(name).rstrip() for name in names if name)
    own = {rest.removesuffix(" pada").removesuffix(" di") for rest in rests if rest != key}
    return (key, *sorted(own - {""}))


def claims_to_be_sop(item: str) -> bool:
    """Whether an entry says “SOP” of one SOP, or begins as the title of one does.

    Regulations, forms and applications are no SOPs, and “Seluruh SOP …” or “SOP terkait” is none
    that could be sought.
    """
    title = without_sop(item)
    said = words(title)
    at_large = ALL_OR_ANY.intersection((*said[:1], *said[-1:]))
    if at_large or not said or (title != item and len(said) < 2):
        return False
    if title != item:
        return True
    begins = said[0] in ACTIVITY_NOUNS or ACTIVITY_PATTERN.fullmatch(said[0])
    return bool(begins) and said[0] not in OTHER_PAPERS


def _known(batch: Batch) -> tuple[dict[str, str], frozenset[str]]:
    """Comparable title to written title, and folded numbers, of all planned and received SOPs."""
    lines = [line for line in batch.register.plan if not line.withdrawn]
    written = [title for line in lines for title in (*line.other_titles, line.title)]
    written += [dossier.title for dossier in batch.dossiers]
    sops = [review.submission.sop for review in batch.reviews if review.submission]
    written += [sop.title for sop in sops]
    aliases = unit_aliases(batch.register)
    titles = {key: title for title in written if (key := name_key(title, aliases))}
    return titles, frozenset(
        folded(sop.number.norm)
        for sop in sops
        if sop.number.kind is NumberKind.NUMBER and sop.number.unit
    )


RELATION_RULES: tuple[Rule, ...] = (relations_missing, related_to_itself, related_sop_unknown)
