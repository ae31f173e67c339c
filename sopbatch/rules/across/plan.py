"""Rules between the workbooks and the plan of their unit (C-03, C-07, C-10, C-11)."""

from collections import Counter
from collections.abc import Iterator

from sopbatch.matching.aliases import unit_aliases
from sopbatch.matching.plan import is_title_of
from sopbatch.matching.versions import sop_of
from sopbatch.model import Dossier, Problem, Review
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.rule import INFO, WARNING, Batch, Rule, across_rule, at
from sopbatch.text.blank import blank
from sopbatch.text.likeness import Titles, title_meant
from sopbatch.text.names import Aliases, name_key
from sopbatch.text.shortening import quoted
from sopbatch.text.words import long_date

Told = Iterator[tuple[Review, Problem]]


@across_rule(
    "C-03",
    WARNING,
    title="Nama SOP tidak cocok dengan rencana",
    sentence="Nama SOP “{judul}” {hal} rencana {unit}.",
    advice="Samakan dengan nama dalam rencana, atau usulkan judul baru kepada Biro Organisasi.",
    reason=(
        "Sejalan dengan Permendagri 52/2011: SOP disusun menurut daftar inventarisasi judul SOP."
    ),
)
def title_outside_plan(batch: Batch) -> Told:
    """Outside the plan of a unit that has one, withdrawn from it, or not the title of its line.

    Advice only when the workbook came to its line all the same, by code, number or near title.
    """
    aliases = unit_aliases(batch.register)
    plan: dict[str, dict[str, str]] = {}
    for line in batch.register.plan:
        if not line.withdrawn:
            plan.setdefault(line.unit_code, {})[name_key(line.title, aliases)] = line.title
    likes: dict[str, Titles] = {}
    for dossier in batch.dossiers:
        titles = plan.get(dossier.unit_code, {})
        for review in dossier.versions:
            title = sop_of(review).title
            equal = dossier.plan is not None and is_title_of(dossier.plan, title, aliases)
            joined = not _is_outside(dossier)
            if not titles or blank(title) or (joined and equal):
                continue
            if joined:
                guess = title_meant(title, [dossier.title])
            else:
                if dossier.unit_code not in likes:
                    likes[dossier.unit_code] = Titles(titles.values())
                guess = likes[dossier.unit_code].meant(title)
            facts: Facts = {
                "judul": quoted(title),
                "hal": "sudah ditarik dari" if equal else "tidak cocok dengan",
                "unit": unit_name(batch, dossier),
            }
            severity = INFO if joined else None
            yield review, Problem(at("title"), facts, severity=severity, suggestion=guess)


@across_rule(
    "C-07",
    INFO,
    title="Keterkaitan belum saling menyebut",
    sentence=(
        "SOP “{judul}” mencantumkan SOP ini dalam Keterkaitan, tetapi SOP ini belum "
        "mencantumkannya."
    ),
    advice="Tambahkan SOP itu pada Keterkaitan jika memang berkaitan.",
    reason=(
        "Agar pembaca menemukan SOP yang berkaitan; sejalan dengan Lampiran PermenPAN-RB 35/2012, "
        "prinsip keselarasan."
    ),
)
def relation_not_mutual(batch: Batch) -> Told:
    """Another SOP of the unit names this one in its Keterkaitan, this one does not name it."""
    aliases = unit_aliases(batch.register)
    by_title: dict[tuple[str, str], Review] = {}
    for dossier, review in counted(batch):
        by_title.setdefault((dossier.unit_code, name_key(sop_of(review).title, aliases)), review)
    for dossier, review in counted(batch):
        own = name_key(sop_of(review).title, aliases)
        for named in _named_by(review, aliases):
            other = by_title.get((dossier.unit_code, named)) if own and named != own else None
            if other and own not in _named_by(other, aliases):
                yield other, Problem(at("relations"), {"judul": quoted(sop_of(review).title)})


def _named_by(review: Review, aliases: Aliases) -> dict[str, None]:
    """Titles in Keterkaitan, to compare, in their order."""
    return dict.fromkeys(name_key(item, aliases) for item in sop_of(review).relations)


@across_rule(
    "C-10",
    WARNING,
    title="Berkas melewati batas pengiriman",
    sentence="Berkas diterima {tanggal}, setelah batas pengiriman {batas}.",
    advice="Anda tidak perlu mengirim ulang; kirimkan berkas berikutnya sebelum batas pengiriman.",
    reason="Berkas ini tetap dihitung, tetapi tercatat melewati batas pengiriman.",
)
def received_late(batch: Batch) -> Told:
    """First seen after the last day of the round, which the register sets."""
    last_day = batch.register.settings.round_deadline
    for review in batch.reviews:
        seen = review.received.first_seen
        if last_day and review.submission and seen > last_day:
            facts: Facts = {"tanggal": long_date(seen), "batas": long_date(last_day)}
            yield review, Problem(facts=facts)


@across_rule(
    "C-11",
    WARNING,
    title="SOP di luar rencana",
    sentence="SOP “{judul}” tidak ada dalam rencana {unit}, yang {rencana}.",
    advice="Hubungi Biro Organisasi agar judul ini ditambahkan ke rencana SOP.",
    reason="Capaian dihitung terhadap rencana; SOP di luar rencana tidak menambah capaian.",
)
def more_than_planned(batch: Batch) -> Told:
    """A unit sent more SOPs than it planned, or planned none; told at those outside the plan."""
    if not batch.register.present:
        return
    planned = Counter(line.unit_code for line in batch.register.plan if not line.withdrawn)
    received = Counter(dossier.unit_code for dossier, _ in counted(batch))
    for dossier, review in counted(batch):
        unit = batch.register.unit(dossier.unit_code)
        if unit and _is_outside(dossier) and received[unit.code] > planned[unit.code]:
            facts: Facts = {
                "judul": quoted(dossier.title),
                "unit": unit.name,
                "rencana": _size(planned[unit.code]),
            }
            yield review, Problem(facts=facts)


def counted(batch: Batch) -> Iterator[tuple[Dossier, Review]]:
    """SOPs with the version that counts so far."""
    return ((one, one.counted) for one in batch.dossiers if one.counted)


def unit_name(batch: Batch, dossier: Dossier) -> str:
    """The unit of an SOP as a sentence names it."""
    unit = batch.register.unit(dossier.unit_code)
    return unit.name if unit else dossier.unit_code


def _size(titles: int) -> str:
    return f"memuat {titles} judul" if titles else "belum memuat judul apa pun"


def _is_outside(dossier: Dossier) -> bool:
    return dossier.plan is None or dossier.plan.withdrawn


PLAN_RULES: tuple[Rule, ...] = (
    title_outside_plan,
    relation_not_mutual,
    received_late,
    more_than_planned,
)
