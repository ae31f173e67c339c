"""Rules about the symbols of a row and their order."""

import re
from collections.abc import Iterator

from sopbatch.model import Place, Problem, Symbol
from sopbatch.rules.basics.procedures import Facts, each_step, symbol_place, told, unreached_turns
from sopbatch.rules.rule import ANYWHERE, ERROR, Case, Rule, at, reported, rule
from sopbatch.schema.sop import LANES
from sopbatch.schema.symbols import SYMBOL_WORDS
from sopbatch.text.likeness import choice_meant
from sopbatch.text.names import folded
from sopbatch.text.shortening import quoted

SAID_OTHERWISE = {
    **{word: symbol for symbol, words in SYMBOL_WORDS.items() for word in words if len(word) > 1},
    **dict.fromkeys(("finish", "berakhir", "stop"), Symbol.END),
    "awal": Symbol.START,
}
"""Words for a symbol, letters and signs left out."""
SHAPES = (
    dict.fromkeys(("kotak", "persegi", "persegi panjang"), Symbol.PROCESS)
    | dict.fromkeys(
        ("belah ketupat", "ketupat", "wajik", "diamond", "ya/tidak", "tidak/ya", "?"),
        Symbol.DECISION,
    )
    | dict.fromkeys(
        ("kapsul", "terminator", "terminal", "oval", "elips", "bulat", "lingkaran", "○", "●"),
        Symbol.START,
    )
)
"""Shapes that are named or drawn in a lane instead of a symbol of the list."""
_EXPLAINED = re.compile(r"^\s*\w+\s*[(\[:=–—-]")
"""A word with what it is there for behind it: “Proses (paraf)”, “Selesai: arsip”."""


def symbol_meant(case: Case, place: Place, text: str) -> str:
    """The symbol whose shape was named, or that is spelt nearly so; "" when none is."""
    shape = SHAPES.get(folded(text))
    if shape is not Symbol.START:
        return shape.value if shape else _in_words(text) or choice_meant(text, LANES.choices)
    # A capsule is the beginning or the end.
    last = max(len(table.steps) for table in case.sop.procedures if table.part == place.part)
    ends = {1: Symbol.START.value, last: Symbol.END.value}
    return ends.get(place.row, "")


def _in_words(text: str) -> str:
    """Symbols told in other words or with other signs between: “Mulai - Proses”, “Proses ke-1”."""
    said = re.findall(r"[^\W_]+", folded(text))
    if said[1:] in (["ya", "tidak"], ["tidak", "ya"]) and said[0] == "keputusan":
        return Symbol.DECISION.value
    known = [SAID_OTHERWISE.get(word) for word in said if word != "ke"]
    found = [one for one in known if one]
    numbered = len(said) > 1 and said[-1].isdecimal() and len(found) == 1
    if found and (numbered or len(found) == len(known)) and len({*found}) == len(found):
        return ", ".join(one.value for one in found) + (f" {said[-1]}" if numbered else "")
    explained = len(found) == 1 and known[0] is not None and _EXPLAINED.search(text)
    return found[0].value if explained else ""


def told_at(case: Case, place: Place) -> str:
    """The step at a place as a sentence names it."""
    for procedure, step in each_step(case):
        if (procedure.part, step.row) == (place.part, place.row):
            return told(step)
    return str(place.row)


@rule(
    "P-08",
    ERROR,
    title="Simbol belum dipilih",
    sentence="Langkah {langkah} belum bersimbol.",
    advice="Pilih simbol di kolom pelaksananya; langkah bersama memakai simbol yang sama.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: setiap kegiatan digambar di kolom "
        "pelaksananya."
    ),
    reports_blank=True,
    essential=ANYWHERE,
)
def symbol_missing(case: Case) -> Iterator[Problem]:
    """No symbol in any lane; a table without lanes is A-01."""
    for procedure, step in each_step(case):
        if procedure.actors and not step.nodes:
            yield Problem(symbol_place(procedure, step), {"langkah": told(step)})


@rule(
    "P-24",
    ERROR,
    title="Urutan simbol tidak dapat diikuti",
    sentence="Urutan simbol pada langkah {langkah} tidak dapat diikuti: {urutan}.",
    advice=(
        "Perbaiki nomor urutnya, atau bagi menjadi beberapa baris. Dalam satu baris Mulai paling "
        "awal, Selesai paling akhir, dan Keputusan hanya satu."
    ),
    reason="Ketentuan formulir: beberapa simbol dalam satu baris dikerjakan berurutan.",
    essential=ANYWHERE,
)
def sequence_unclear(case: Case) -> Iterator[Problem]:
    """Mulai not first, Selesai not last, or two decisions one after the other in one row."""
    for procedure, step in each_step(case):
        turns = [{node.symbol for node in turn} for turn in step.turns]
        decisions = sum(Symbol.DECISION in symbols for symbols in turns)
        late = any(Symbol.START in symbols for symbols in turns[1:])
        early = any(Symbol.END in symbols for symbols in turns[:-1])
        if late or early or decisions > 1:
            order = ", lalu ".join(turn[0].symbol.value for turn in step.turns if turn[0].symbol)
            facts: Facts = {"langkah": told(step), "urutan": order}
            yield Problem(symbol_place(procedure, step), facts)


@rule(
    "P-25",
    ERROR,
    title="Simbol yang tidak dilalui alur",
    sentence="Simbol {simbol} setelah Keputusan pada langkah {langkah} tidak pernah dicapai.",
    advice=(
        "Kosongkan “Ya ke” agar jawaban Ya meneruskan alur dalam baris itu, atau pindahkan simbol "
        "itu ke baris berikutnya."
    ),
    reason="Simbol yang tidak dilalui alur tidak akan pernah dikerjakan.",
    essential=ANYWHERE,
)
def sequence_broken(case: Case) -> Iterator[Problem]:
    """All answers of a Keputusan lead to other rows, but its row goes on."""
    for procedure, step in each_step(case):
        for node in unreached_turns(step):
            assert node.symbol is not None
            facts: Facts = {"langkah": told(step), "simbol": node.symbol.value}
            yield Problem(at("nodes", step.row, procedure.part, node.lane), facts)


@rule(
    "P-10",
    ERROR,
    title="Simbol tidak dikenal",
    sentence="Isian “{teks}” pada langkah {langkah} bukan simbol yang dikenal.",
    advice="Pilih Mulai, Proses, Keputusan, atau Selesai dari daftar pilihan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: diagram alir memakai lima simbol, yaitu "
        "kapsul, kotak, belah ketupat, anak panah, dan segilima."
    ),
    essential=ANYWHERE,
)
def symbol_unknown(case: Case) -> Iterator[Problem]:
    """What reading could not take for a symbol."""
    for problem in reported(case, "P-10"):
        text = str(problem.facts["teks"])
        facts: Facts = {"teks": quoted(text), "langkah": told_at(case, problem.place)}
        yield Problem(problem.place, facts, suggestion=symbol_meant(case, problem.place, text))


SYMBOL_RULES: tuple[Rule, ...] = (
    symbol_missing,
    sequence_unclear,
    sequence_broken,
    symbol_unknown,
)
