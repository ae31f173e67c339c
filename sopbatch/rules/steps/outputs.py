"""Rules about what steps give and refer to, and steps that say the same."""

import re
from collections.abc import Iterator
from itertools import pairwise

from sopbatch.matching.aliases import title_key
from sopbatch.model import Problem, Step
from sopbatch.rules.basics.procedures import (
    Facts,
    each_step,
    told,
)
from sopbatch.rules.rule import INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.likeness import nearest
from sopbatch.text.names import folded, name_key, without_sop, words
from sopbatch.text.shortening import quoted

SEE_SOP = re.compile(
    r"\b(?:lihat|sesuai|mengacu pada)\s+(?P<sop>SOP\s+[^.;,\n]{4,})", re.IGNORECASE
)
_ACRONYM = re.compile(r"\b[A-Z][A-Z0-9]{1,5}\b")
_FILLERS = """
dan yang di ke dari untuk pada dengan atau telah sudah siap
"""
FILLERS = frozenset(_FILLERS.split())
"""Words that two texts may share without speaking of the same thing."""
_TRACES = """
arsip bukti tanda terima penerimaan pengiriman dokumen berkas surat keputusan laporan resi
buku daftar agenda ekspedisi dokumentasi disposisi pengumuman salinan data hasil draf
"""
TRACES = frozenset(_TRACES.split())
"""Papers of any procedure: they tell that a result was kept or handed over, not which."""
FEWEST_TITLE_WORDS = 2
SHORT_NAME = 5
"""Letters by which a name made of the beginnings of two words is known."""


@rule(
    "P-13",
    INFO,
    title="Output tidak dipakai langkah berikutnya",
    sentence="Output pada {jumlah} dari {semua} langkah tidak tampak dipakai langkah sesudahnya.",
    advice=(
        "Tulis output itu dengan kata yang sama pada Kelengkapan langkah yang memakainya; mulai "
        "dari langkah {langkah}."
    ),
    reason="Hasil suatu langkah lazimnya menjadi bahan langkah berikutnya.",
)
def outputs_not_used(case: Case) -> Iterator[Problem]:
    """More than half of the outputs share no word with the inputs of any later step."""
    for procedure in case.sop.procedures:
        inputs = [_content(step.inputs) for step in procedure.steps]
        before_end = [step for step in procedure.steps[:-1] if not blank(step.output)]
        unused = [
            step
            for step in before_end
            if _content(step.output).isdisjoint(frozenset().union(*inputs[step.row :]))
        ]
        if len(unused) * 2 > len(before_end):
            facts: Facts = {
                "jumlah": len(unused),
                "semua": len(before_end),
                "langkah": told(unused[0]),
            }
            yield Problem(at("output", unused[0].row, procedure.part), facts)


@rule(
    "P-14",
    INFO,
    title="Output terakhir tidak cocok dengan Nama SOP",
    sentence="Output terakhir, “{output}”, tampaknya bukan hasil “{judul}”.",
    advice="Periksa apakah langkah terakhir sudah menghasilkan yang dijanjikan nama SOP.",
    reason="Prosedur selesai ketika hasil yang disebut pada nama SOP tercapai.",
)
def last_output_off_title(case: Case) -> Iterator[Problem]:
    """The texts of the last step share no word, not even its first five letters, with the title.

    Nor do they name a thing of the title by its initials (“DPA”), nor does it hand on what an
    earlier step gave that does. A title of one word says too little.
    """
    title = case.sop.title
    if len(words(name_key(title))) < FEWEST_TITLE_WORDS:
        return
    for procedure in case.sop.procedures[:1]:
        for step in procedure.steps[-1:]:
            earlier = procedure.steps[:-1]
            if not blank(step.output) and not _comes_of_title(step, earlier, title):
                facts: Facts = {"output": quoted(step.output), "judul": quoted(title)}
                yield Problem(at("output", step.row, procedure.part), facts)


def _comes_of_title(step: Step, earlier: tuple[Step, ...], title: str) -> bool:
    """Whether a step gives what the title promises, or a trace of it or what was made of it."""
    told_before = [one for one in earlier if _speaks_of(f"{one.activity} {one.output}", title)]
    handed = _content(f"{step.inputs} {step.output}") - TRACES
    trace = not (_content(step.output) - TRACES).difference(
        map(folded, _ACRONYM.findall(step.output))
    )
    return (
        _speaks_of(f"{step.activity} {step.inputs} {step.output}", title)
        or (trace and bool(told_before))
        or any(not handed.isdisjoint(_content(one.output)) for one in told_before)
    )


def _speaks_of(text: str, title: str) -> bool:
    named = [word for word in words(name_key(title)) if word not in FILLERS]
    return (
        _share_a_stem(_stems(text), frozenset(named))
        or _says_initials(text, title)
        or _says_syllables(words(text), named)
    )


def _says_syllables(said: tuple[str, ...], named: list[str]) -> bool:
    """Whether two words of the title stand in one: “Ranpergub” is of “Peraturan Gubernur”."""
    short = [f"{first[:3]}{second[:2]}" for first, second in pairwise(named)]
    return any(part in word for word in said for part in short if len(part) == SHORT_NAME)


def _share_a_stem(said: frozenset[str], title: frozenset[str]) -> bool:
    """“Laporan” shares one with “Pelaporan”."""
    return any(
        stem == word[:5] or (len(stem) == 5 and stem in word) for stem in said for word in title
    )


def _says_initials(text: str, title: str) -> bool:
    """Whether the text has a short name that the title has as well, in letters or in words."""
    named = words(without_sop(folded(title)))
    initials = "".join(word[0] for word in named)
    shorts = map(folded, _ACRONYM.findall(text))
    return any(short in named or (len(short) > 2 and short in initials) for short in shorts)


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:5] for word in words(text)) - FILLERS


def _content(text: str) -> frozenset[str]:
    return frozenset(words(text)) - FILLERS


@rule(
    "P-15",
    WARNING,
    title="Langkah ditulis dua kali",
    sentence="Langkah {langkah} sama dengan langkah {kembar}.",
    advice="Bedakan teks kedua langkah, atau arahkan alur kembali ke langkah yang sudah ada.",
    reason="Langkah yang diulang cukup ditulis satu kali dan ditunjuk dengan anak panah.",
)
def step_twice(case: Case) -> Iterator[Problem]:
    """Two steps of a procedure with the same text and executors; others may do the same act."""
    for procedure in case.sop.procedures:
        seen: dict[tuple[str, tuple[int, ...]], Step] = {}
        for step in procedure.steps:
            twin = seen.setdefault((folded(step.activity), step.actors), step)
            if twin is not step and not blank(step.activity):
                facts: Facts = {"langkah": told(step), "kembar": twin.number or twin.row}
                yield Problem(at("activity", step.row, procedure.part), facts)


@rule(
    "P-21",
    WARNING,
    title="SOP rujukan tidak ada di Keterkaitan",
    sentence="Keterangan langkah {langkah} merujuk “{sop}”, yang tidak ada di Keterkaitan.",
    advice="Tambahkan SOP itu pada isian Keterkaitan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Identitas: keterkaitan memuat SOP lain yang terkait."
    ),
)
def reference_not_related(case: Case) -> Iterator[Problem]:
    """Keterangan says "Lihat SOP …" and no entry of Keterkaitan is nearly that title."""
    related = [title_key(relation, case.register) for relation in case.sop.relations]
    for procedure, step in each_step(case):
        found = SEE_SOP.search(step.remark)
        if found and not _is_related(title_key(found["sop"], case.register), related):
            facts: Facts = {"langkah": told(step), "sop": quoted(found["sop"], 60)}
            yield Problem(at("remark", step.row, procedure.part), facts)


def _is_related(title: str, related: list[str]) -> bool:
    return any(title in other for other in related) or bool(nearest(title, related, 85.0))


OUTPUT_RULES: tuple[Rule, ...] = (
    outputs_not_used,
    last_output_off_title,
    step_twice,
    reference_not_related,
)
