"""Rules about the steps of drafting SOPs (T-01 to T-06)."""

from collections.abc import Iterator
from datetime import date

from sopbatch.model import Place, Problem
from sopbatch.model.drafting import Drafted, Drafting
from sopbatch.rules.basics.procedures import Facts
from sopbatch.rules.forms.listed import listed_twice, nothing_listed
from sopbatch.rules.rule import INFO, WARNING, FormCase, Rule, form_rule
from sopbatch.schema.drafting import DRAFTING, STEPS, DraftingStep
from sopbatch.text.shortening import quoted
from sopbatch.text.straight import is_missing
from sopbatch.text.words import enumeration, long_date

ONLY = frozenset((DRAFTING.code,))
REASON = (
    "Lampiran PermenPAN-RB 35/2012, Penetapan: rancangan SOP diperiksa berjenjang sebelum disahkan."
)
Done = tuple[DraftingStep, date]


def _rows(case: FormCase) -> tuple[Drafted, ...]:
    return case.reading.told(Drafting).rows


def _dated(row: Drafted) -> list[Done]:
    days = ((step, row.steps[step.key].day.value) for step in STEPS if step.key in row.steps)
    return [(step, day) for step, day in days if day is not None]


@form_rule(
    "T-01",
    WARNING,
    title="Urutan tahap penyusunan terbalik",
    sentence="Tanggal {tahap} {hari} mendahului {sebelum} {lama}.",
    advice="Periksa kedua tanggal itu.",
    reason=REASON,
    kinds=ONLY,
)
def steps_out_of_order(case: FormCase) -> Iterator[Problem]:
    """A step took place before one that comes first."""
    for row in _rows(case):
        latest: Done | None = None
        for step, day in _dated(row):
            if latest and day < latest[1]:
                facts: Facts = {
                    "tahap": step.name,
                    "hari": long_date(day),
                    "sebelum": latest[0].name,
                    "lama": long_date(latest[1]),
                }
                yield Problem(Place(step.day_key, row.row), facts)
            else:
                latest = (step, day)


@form_rule(
    "T-02",
    WARNING,
    title="Tahap penyusunan terlewat",
    sentence="SOP “{judul}” sudah sampai {tahap}, tetapi {lewat} belum bertanggal.",
    advice="Isi tanggalnya, atau kosongkan tahap sesudahnya jika belum dilalui.",
    reason=REASON,
    kinds=ONLY,
)
def step_skipped(case: FormCase) -> Iterator[Problem]:
    """A step that no SOP goes without is blank, and a later one is not."""
    for row in _rows(case):
        dated = [step for step, _ in _dated(row)]
        if not dated:
            continue
        before = STEPS[: STEPS.index(dated[-1])]
        missed = [
            step
            for step in before
            if not step.optional
            and is_missing(case.reading.values.get(Place(step.day_key, row.row), ""))
        ]
        if missed:
            facts: Facts = {
                "judul": quoted(row.title),
                "tahap": dated[-1].name,
                "lewat": enumeration([step.name for step in missed]),
            }
            yield Problem(Place(missed[0].day_key, row.row), facts)


@form_rule(
    "T-03",
    INFO,
    title="Nama pada tahap belum ditulis",
    sentence="Tahap {tahap} sudah bertanggal, tetapi namanya belum ditulis.",
    advice="Tulis namanya di kolom {kolom}.",
    reason="Ketentuan formulir: setiap tahap mempunyai tanggal dan nama.",
    kinds=ONLY,
)
def step_without_name(case: FormCase) -> Iterator[Problem]:
    """A step has its day and nobody who did it; told once for each SOP."""
    for row in _rows(case):
        nameless = [step for step, _ in _dated(row) if is_missing(row.steps[step.key].by)]
        if nameless:
            facts = {
                "tahap": enumeration([step.name for step in nameless]),
                "kolom": enumeration([step.by for step in nameless]),
            }
            yield Problem(Place(nameless[0].by_key, row.row), facts)


@form_rule(
    "T-04",
    WARNING,
    title="Tanggal tahap belum tiba",
    sentence="Tanggal {tahap} {hari} belum tiba.",
    advice="Tulis tanggal tahap yang sudah dilalui; kosongkan jika baru direncanakan.",
    reason="Ketentuan formulir: hanya tahap yang sudah dilalui yang dicatat.",
    kinds=ONLY,
)
def step_in_future(case: FormCase) -> Iterator[Problem]:
    """A step is dated after the day of the look."""
    for row in _rows(case):
        for step, day in _dated(row):
            if case.today.is_before(day):
                yield Problem(
                    Place(step.day_key, row.row), {"tahap": step.name, "hari": long_date(day)}
                )


nothing_drafted = nothing_listed(
    "T-05",
    "nothing-drafted",
    ONLY,
    title="Belum ada SOP yang dicatat",
    sentence="Lembar {lembar} belum memuat satu SOP pun.",
    advice="Tulis setiap SOP yang sedang disusun pada satu baris.",
    reason="Ketentuan formulir: perkembangan dihitung untuk setiap SOP yang dicatat.",
)
drafted_twice = listed_twice(
    "T-06",
    WARNING,
    "drafted-twice",
    ONLY,
    title="SOP yang sama dicatat dua kali",
    sentence="SOP “{judul}” sudah dicatat di baris {baris} lembar ini.",
    advice="Kosongkan salah satu dari kedua baris itu.",
    reason="Ketentuan formulir: satu SOP dicatat pada satu baris.",
)
DRAFTING_RULES: tuple[Rule, ...] = (
    steps_out_of_order,
    step_skipped,
    step_without_name,
    step_in_future,
    nothing_drafted,
    drafted_twice,
)
