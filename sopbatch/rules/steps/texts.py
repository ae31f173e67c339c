"""Rules about what the texts of steps say (P-04 to P-07, P-09, P-13 to P-15, P-18, P-21)."""

import re
from collections.abc import Iterator

from sopbatch.model import Actor, Problem, Procedure, Step, Symbol
from sopbatch.rules.basics.procedures import (
    Facts,
    actors_of,
    each_step,
    joined_names,
    role_key,
    symbol_place,
    told,
)
from sopbatch.rules.basics.roles import begins_with, begins_with_doer, names_role
from sopbatch.rules.basics.wording import marked_lines
from sopbatch.rules.data.verbs import BASE_VERBS, NOT_VERBS
from sopbatch.rules.rule import INFO, WARNING, Case, Rule, at, rule
from sopbatch.rules.steps.offered_verbs import with_verb
from sopbatch.rules.steps.outputs import OUTPUT_RULES
from sopbatch.schema.sop import ACTIVITY_COLUMN
from sopbatch.text.names import folded, spelt, without_brackets, words
from sopbatch.text.shortening import quoted

ACTIVE = re.compile(r"(?:me|ber)\w{3,}")
FOREIGN_VERB = re.compile(r"\b(di|ber|me(?:m|n|ng|ny)?)-(?=\w)", re.IGNORECASE)
"""The prefix before a foreign verb: “Meng-upload”."""
DONE_BY = re.compile(r"\boleh\s+(?=(?P<doer>\S.*))", re.IGNORECASE | re.DOTALL)
OF_ANOTHER_STEP = re.compile(r"\byang (?:\w+ ){0,3}di ?\w{3,} (?:(?!oleh)\w+ ){0,2}$")
"""Before “oleh”: who did what this step is done with, as in “data yang sudah direkap oleh Kasi”."""
CONDITION = re.compile(r"\b(?:jika|apabila|bila|kalau)\b(?! (?:di)?perlu(?:kan)?\b)")
"""“Apabila diperlukan” makes a step optional and divides no flow."""
LONGEST_NAME = 7
"""Words within which the verb follows the name of a doer."""
_TIMES = ("setelah", "sesudah", "sebelum", "ketika", "saat", "jika", "apabila", "bila")
"""Words between the name and the verb that begin a clause of their own."""
_BEHIND_NAME = (
    *("untuk", "dengan", "secara", "kepada", "sesuai", "setiap", "berdasarkan", "melalui"),
    *("harus", "wajib", "akan", "dapat", "perlu", "segera", "langsung", "kemudian"),
)
"""Words that end the name of a doer: “dikirim oleh Kasi kepada …”, “Staf harus menulis …”."""
_JOINS = re.compile(r"^ ?(?:(?:dan|atau|serta|bersama|beserta|dibantu|oleh)\b ?)*")
"""Between two doers that a text begins with; signs such as “/” are gone already."""
SEPARATION = (
    "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: kegiatan ditulis dengan kata "
    "kerja tanpa nama pelaksana."
)


@rule(
    "P-04",
    WARNING,
    title="Kegiatan tidak diawali kata kerja",
    sentence="Kegiatan langkah {langkah} tidak diawali kata kerja aktif.",
    advice="Awali dengan kata kerja, misalnya “Menyusun …”, “Memeriksa …”, “Mengirimkan …”.",
    reason=SEPARATION,
)
def activity_without_verb(case: Case) -> Iterator[Problem]:
    """The first word is no verb in me- or ber- and no verb of the list.

    A verb behind the doer's name is told by P-05 alone: without the name the text is right.
    """
    for procedure, step in each_step(case):
        first = "".join(marked_lines(step.activity)[:1]) or step.activity
        said = words(FOREIGN_VERB.sub(r"\1", first))
        conditioned = CONDITION.match(folded(first)) and step.symbols == {Symbol.PROCESS}
        if conditioned and _is_verb("".join(words(first.partition(",")[2])[:1])):
            continue  # the condition in front is told by P-18
        leads = _is_verb("".join(words(step.activity)[:1]))  # “Membawa persyaratan: 1. …”
        named = _after_doer(procedure, step.activity)
        if said and not (_is_verb(said[0]) or leads or named):
            yield Problem(
                at("activity", step.row, procedure.part),
                {"langkah": told(step)},
                suggestion=_without_doer(with_verb(step.activity), procedure, step),
            )


def _without_doer(offered: str, procedure: Procedure, step: Step) -> str:
    """What is offered without “oleh …” behind it, which P-05 tells as well.

    Nothing where it would name who does it still, or ask a question.
    """
    behind = f" oleh {_doer(procedure, step.activity)}"
    bare = offered.removesuffix(behind)
    named = DONE_BY.search(bare)
    of_this_step = named is not None and not OF_ANOTHER_STEP.search(
        folded(bare[: named.start()]) + " "
    )
    return "" if of_this_step or "?" in bare else bare


def _is_verb(word: str) -> bool:
    ordered = word in BASE_VERBS or word.removesuffix("kan") in BASE_VERBS
    return ordered or (bool(ACTIVE.fullmatch(word)) and word not in NOT_VERBS)


@rule(
    "P-05",
    WARNING,
    title="Kegiatan menyebut pelaksana",
    sentence="Kegiatan langkah {langkah} menyebut pelaksananya, yaitu “{pelaksana}”.",
    advice="Hapus nama pelaksana dari teks; pelaksana sudah terlihat dari kolom simbolnya.",
    reason=SEPARATION,
)
def activity_names_its_doer(case: Case) -> Iterator[Problem]:
    """An executor or a position at the beginning of the text, or after "oleh"."""
    for procedure, step in each_step(case):
        if doer := _doer(procedure, step.activity):
            facts: Facts = {"langkah": told(step), "pelaksana": quoted(doer, 40)}
            rest = _after_doer(procedure, step.activity)
            begins = _is_verb("".join(words(rest)[:1]))
            yield Problem(
                at("activity", step.row, procedure.part),
                facts,
                suggestion=rest[:1].upper() + rest[1:] if begins else "",
            )


def _doer(procedure: Procedure, activity: str) -> str:
    """The doer a text names, as typed; "" when none."""
    if actor := _named_first(procedure, activity):
        return actor.name
    if begins_with_doer(activity):
        return _before_verb(activity)
    for after in DONE_BY.finditer(activity):
        if OF_ANOTHER_STEP.search(folded(activity[: after.start()]) + " "):
            continue
        if actor := _named_first(procedure, after["doer"]):
            return actor.name
        if names_role(after["doer"]):
            return _before_verb(after["doer"])
    return ""


def _after_doer(procedure: Procedure, activity: str) -> str:
    """What follows the doer a text begins with, from its verb or “setelah …” on.

    "" for any other text.
    """
    if not (_named_first(procedure, activity) or begins_with_doer(activity)):
        return ""
    return " ".join(_from_verb(activity.split()))


def _from_verb(said: list[str]) -> list[str]:
    """The words behind a doer's name; a verb right after “yang” is part of the name."""
    start = [_bare(word) for word in said[:LONGEST_NAME]]
    verbs = [
        index
        for index, word in enumerate(start)
        if _is_verb(word) and "yang" not in start[index - 1 : index]
    ]
    apart = next((index for index, word in enumerate(start) if word in _TIMES), len(said))
    if apart < next(iter(verbs), len(said)):
        return said[apart:]
    active = [index for index in verbs if ACTIVE.fullmatch(start[index])]
    named = active and _are_of_name(said[verbs[0] : active[0]])
    first = active[0] if named else next(iter(verbs), len(said))
    return said[first:]


def _are_of_name(said: list[str]) -> bool:
    """Whether words from a base form on, in front of an active verb, belong to the doer's name.

    “Tim Verifikasi melakukan …”, “Petugas antar kerja memeriksa …”; not “Staf terima berkas,
    mencatat …” nor “Kepala suruh staf mengetik …”.
    """
    bare = [_bare(word) for word in said]
    others = [word for word in bare[1:] if word not in BASE_VERBS and word != "dan"]
    whole = not any(word.endswith((",", ";")) for word in said) and bare[-1:] != ["dan"]
    return whole and len(others) <= 1 and not any(map(begins_with_doer, others))


def _bare(word: str) -> str:
    return folded(word).strip(".,:;()")


def _before_verb(text: str) -> str:
    """The words up to the first verb, or “setelah”; four of a long text where there is none."""
    said = text.split()
    longest = len(said) if len(said) <= LONGEST_NAME else 4
    verb = len(said) - len(_from_verb(said))
    ends = [index for index, word in enumerate(said) if _bare(word) in _BEHIND_NAME]
    named = said[: min((verb if verb < len(said) else longest), *ends[:1], len(said))]
    return " ".join(named or said[:1]).rstrip(".,;: -")


def _named_first(procedure: Procedure, text: str) -> Actor | None:
    """The executor with the longest name that a text begins with."""
    said = spelt(text)
    found = [actor for actor in procedure.actors if begins_with(said, spelt(actor.name))]
    return max(found, key=lambda actor: len(actor.name), default=None)


@rule(
    "P-06",
    WARNING,
    title="Kegiatan terlalu panjang",
    sentence="Kegiatan langkah {langkah} terlalu panjang: {huruf} huruf, paling banyak 400.",
    advice="Ringkas teksnya, atau bagi menjadi beberapa langkah.",
    reason="Teks yang terlalu panjang tidak muat dalam satu baris diagram alir.",
)
def activity_too_long(case: Case) -> Iterator[Problem]:
    """Kegiatan above 400 characters."""
    for procedure, step in each_step(case):
        if len(step.activity) > ACTIVITY_COLUMN.max_length:
            facts: Facts = {"langkah": told(step), "huruf": len(step.activity)}
            yield Problem(at("activity", step.row, procedure.part), facts)


@rule(
    "P-07",
    INFO,
    title="Dua kegiatan dalam satu langkah",
    sentence="Langkah {langkah} tampaknya memuat lebih dari satu kegiatan.",
    advice="Bagi menjadi satu kegiatan setiap baris.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, prinsip keterukuran: waktu dan hasil setiap kegiatan "
        "terukur."
    ),
)
def several_activities(case: Case) -> Iterator[Problem]:
    """A semicolon, a list, or "dan" more than once; a text that is too long is told by P-06."""
    for procedure, step in each_step(case):
        if len(step.activity) > ACTIVITY_COLUMN.max_length:
            continue
        listed = len(marked_lines(step.activity)) > 1
        if listed or ";" in step.activity.rstrip(" ;") or words(step.activity).count("dan") > 1:
            yield Problem(at("activity", step.row, procedure.part), {"langkah": told(step)})


@rule(
    "P-09",
    WARNING,
    title="Simbol di kolom pelaksana lain",
    sentence="Langkah {langkah} menyebut “{disebut}”, tetapi simbolnya di kolom {pelaksana}.",
    advice="Pindahkan simbol ke kolom pelaksana yang benar, atau perbaiki teks kegiatannya.",
    reason="Teks dan gambar yang berbeda membuat tanggung jawab tidak jelas.",
)
def symbol_in_other_lane(case: Case) -> Iterator[Problem]:
    """The executor the text begins with is not among the step's own."""
    for procedure, step in each_step(case):
        named = _named_first(procedure, step.activity)
        own = {role_key(actor) for actor in actors_of(procedure, step)}
        if named and own and role_key(named) not in own and not _beside(procedure, step, named):
            yield Problem(
                symbol_place(procedure, step),
                {
                    "langkah": told(step),
                    "disebut": quoted(named.name),
                    "pelaksana": joined_names(procedure, step),
                },
            )


def _beside(procedure: Procedure, step: Step, named: Actor) -> bool:
    """Whether an executor of the step stands beside the one named first: “Camat atau Sekcam …”."""
    rest = spelt(step.activity).removeprefix(spelt(named.name))
    behind = _JOINS.sub("", rest)
    return any(begins_with(behind, spelt(actor.name)) for actor in actors_of(procedure, step))


@rule(
    "P-18",
    WARNING,
    title="Syarat tanpa simbol Keputusan",
    sentence="Langkah {langkah} memuat syarat “{kata}”, tetapi simbolnya Proses.",
    advice="Pilih simbol Keputusan dan isi “Tidak ke”, atau hilangkan syarat dari teksnya.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: pilihan digambar dengan belah ketupat."
    ),
)
def condition_in_process(case: Case) -> Iterator[Problem]:
    """The text of a process step says "jika", "apabila" or "bila", outside brackets."""
    for procedure, step in each_step(case):
        found = CONDITION.search(folded(without_brackets(step.activity)))
        if found and step.symbols == {Symbol.PROCESS}:
            facts: Facts = {"langkah": told(step), "kata": found.group()}
            yield Problem(at("activity", step.row, procedure.part), facts)


STEP_TEXT_RULES: tuple[Rule, ...] = (
    activity_without_verb,
    activity_names_its_doer,
    activity_too_long,
    several_activities,
    symbol_in_other_lane,
    *OUTPUT_RULES,
    condition_in_process,
)
