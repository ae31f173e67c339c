"""Rules about where steps lead to, and whence they are reached."""

import re
from collections.abc import Iterator

from sopbatch.model import Branch, Problem, Procedure, Step
from sopbatch.rules.basics.procedures import Facts, each_step, number_of, told, unreached_turns
from sopbatch.rules.basics.wording import shown
from sopbatch.rules.flow.graph import endless, ends, leads_nowhere, unreached
from sopbatch.rules.rule import ANYWHERE, ERROR, Case, Rule, at, rule
from sopbatch.schema.targets import TARGET_WORDS
from sopbatch.text.names import folded, name_key
from sopbatch.text.spelled import in_words

LEADING = frozenset(
    (
        *TARGET_WORDS,
        *("kegiatan", "aktivitas", "prosedur", "proses", "poin", "point", "butir", "baris"),
        *("urutan", "urut", "balik", "lagi", "ulang", "diulang", "kembalikan", "dikembalikan"),
        *("tahapan", "angka", "kepada", "pada", "menuju", "lompat", "loncat", "lanjutkan"),
    )
)
"""Words beside a step's number that say nothing else."""
BEHIND = re.compile(r"\s*\([^()\d]*\)\s*$")
"""“7 (tujuh)”, “langkah 7 (perbaikan)”."""
ZEROS = re.compile(r"\b(\d+)[.,]0+\b")
"""“7,0” as programs show a number."""
SAID = {in_words(number): str(number) for number in range(1, 100)} | {
    "pertama": "1",
    "kesatu": "1",
    **{f"ke{in_words(number)}": str(number) for number in range(2, 12)},
}
"""Numbers in words: “langkah dua”, “langkah kedua”."""
BESIDE = {"berikutnya": 1, "selanjutnya": 1, "berikut": 1, "sebelumnya": -1}
"""Words for the row below, and for the one above."""
CONDITIONS = ("jika", "apabila", "bila", "kalau", "maka")
OWN = {"yes": ("ya", "y"), "no_target": ("tidak", "tdk", "belum", "blm")}
"""The answer that the head of a column names, also shortened."""
JUDGED = frozenset(
    (
        *("sesuai", "lengkap", "setuju", "disetujui", "layak", "memenuhi", "valid", "benar"),
        *("diterima", "lulus", "syarat", "ok"),
    )
)
"""What an answer is called beside its step: “sesuai, ke langkah 8”."""
REFUSED = frozenset(
    (
        *("tidak", "tdk", "belum", "blm", "kurang", "ditolak", "tolak", "salah"),
        *("revisi", "direvisi", "perbaikan", "diperbaiki", "perbaiki"),
    )
)
"""The same of the answer Tidak."""
TOGETHER = frozenset(
    ("bersamaan", "bersama", "paralel", "serentak", "sekaligus", "serempak", "keduanya", "simultan")
)
"""Words that steps of a fork are told with."""
_NUMBER_IN_FRONT = re.compile(
    rf"\s*(?:(?:{'|'.join(sorted(LEADING))})\b[\s.:-]*)*(?P<number>\d*)[\s.):–-]*", re.IGNORECASE
)
"""“Langkah 4: Menyusun jadwal”, “kembali ke 1 Mengajukan permohonan”."""
NO_SUCH_STEP = "tidak menunjuk langkah yang ada"


@rule(
    "G-07",
    ERROR,
    title="Nomor langkah tujuan tidak ada",
    sentence="Isian “{isian}” pada langkah {langkah} {sebab}.",
    advice="Isi dengan satu nomor langkah dari {awal} sampai {akhir}.",
    reason="Anak panah alur harus berakhir pada sebuah langkah.",
    essential=ANYWHERE,
)
def target_missing(case: Case) -> Iterator[Problem]:
    """What was typed is no step's number, or the default next row lies below the last one.

    Where the other answer is missing as well, G-05 tells it.
    """
    for procedure, step in each_step(case):
        for branch in step.branches:
            by_default = not branch.key and len(step.answers) < 2
            if leads_nowhere(procedure, step, branch) and not by_default:
                facts: Facts = {
                    "isian": shown(branch.raw),
                    "langkah": told(step),
                    "sebab": _why_no_step(procedure, branch.raw),
                    "awal": number_of(procedure, 1),
                    "akhir": number_of(procedure, len(procedure.steps)),
                }
                place = at(branch.key or "yes", step.row, procedure.part)
                yield Problem(place, facts, suggestion=_step_meant(procedure, step, branch))


def _why_no_step(procedure: Procedure, typed: str) -> str:
    """What is wrong with a target, as a sentence goes on."""
    named = {int(number) for number in re.findall(r"\d{1,9}", typed)}
    known = {number_of(procedure, step.row) for step in procedure.steps}
    if len(named) > 1:
        return "menyebut lebih dari satu nomor"
    if named:
        return "tidak terbaca sebagai nomor langkah" if named <= known else NO_SUCH_STEP
    return "tidak menyebut nomor langkah" if typed.strip() else NO_SUCH_STEP


def _step_meant(procedure: Procedure, step: Step, branch: Branch) -> str:
    """Number of the step that was named beside other words, or of the end named in words.

    “Kegiatan 7” and “balik ke 7 (perbaikan)” mean 7; “7-9”, “setelah 7” may mean anything.
    """
    typed = branch.raw
    plain = ZEROS.sub(r"\1", BEHIND.sub("", folded(typed)))
    said = re.findall(r"\w+", plain)
    leading = {*LEADING, *CONDITIONS, *OWN.get(branch.key, ()), *_judging(branch.key, said)}
    words = [word for word in said if word not in leading]
    known = {str(number_of(procedure, step.row)) for step in procedure.steps}
    number = words[0] if len(words) == 1 else ""
    number = SAID.get(" ".join(words), number)
    if beside := BESIDE.get(number):
        row = step.row + beside
        number = str(number_of(procedure, row)) if procedure.step(row) else ""
    if number.isdecimal() and number.lstrip("0") in known:
        return str(int(number))
    return (
        _fork_meant(step, branch, words, known)
        or _named_step(procedure, typed)
        or (_step_above(procedure, step, " ".join(words)) if branch.key == "no_target" else "")
        or _end_meant(procedure, typed)
    )


def _fork_meant(step: Step, branch: Branch, words: list[str], known: set[str]) -> str:
    """The steps that go on side by side, where words say so: “4 dan 5 bersamaan”."""
    numbers = [word for word in words if word.isdecimal()]
    others = {*words} - {*numbers}
    beside = bool(others & TOGETHER) and others <= TOGETHER | {"dan", "serta", "secara"}
    forks = branch.key == "next" and not step.decides and len({*numbers}) > 1
    return "; ".join(numbers) if forks and beside and {*numbers} <= known else ""


def _judging(key: str, said: list[str]) -> frozenset[str]:
    """Words that only say once more which answer it is; under Tidak one of them must refuse."""
    if key == "yes":
        return JUDGED
    refused = key == "no_target" and not REFUSED.isdisjoint(said)
    return JUDGED | REFUSED if refused else frozenset()


def _step_above(procedure: Procedure, step: Step, name: str) -> str:
    """Number of the only step above of the one executor who is named, alone or by first words.

    What is to be mended goes back; who comes next may have several steps still to do.
    """
    said = name_key(name).split()
    lanes = [
        place
        for place, actor in enumerate(procedure.actors)
        if said and name_key(actor.name).split()[: len(said)] == said
    ]
    above = procedure.steps[: step.row - 1]
    rows = {one.row for one in above if {*lanes} & {*one.actors}}
    return str(number_of(procedure, rows.pop())) if len(lanes) == len(rows) == 1 else ""


def _named_step(procedure: Procedure, typed: str) -> str:
    """Number of the one step whose Kegiatan was typed, with or without its number in front.

    Behind its number the first words are enough.
    """
    front = _NUMBER_IN_FRONT.match(typed)
    said = name_key(typed[front.end() :] if front else typed)
    number = front["number"] if front else ""
    found = [
        step
        for step in procedure.steps
        if said
        and number in ("", str(number_of(procedure, step.row)))
        and (name_key(step.activity) == said or (number and _begins_with_words(step, said)))
    ]
    return str(number_of(procedure, found[0].row)) if len(found) == 1 else ""


def _begins_with_words(step: Step, said: str) -> bool:
    """Whether a step's Kegiatan begins with these words, of which one alone says too little."""
    return " " in said and f"{name_key(step.activity)} ".startswith(f"{said} ")


def _end_meant(procedure: Procedure, typed: str) -> str:
    """Number of the only Selesai when the end was named in words."""
    found = ends(procedure)
    named = folded(typed) in ("selesai", "ke selesai", "akhir", "end")
    return str(number_of(procedure, found[0])) if named and len(found) == 1 else ""


@rule(
    "G-08",
    ERROR,
    title="Langkah menunjuk langkah itu sendiri",
    sentence="Langkah {langkah} menunjuk langkah itu sendiri.",
    advice="Isi dengan nomor langkah lain; untuk mengulang, tunjuk langkah yang harus diulang.",
    reason="Langkah yang menunjuk langkah itu sendiri tidak pernah selesai.",
    essential=ANYWHERE,
)
def step_leads_to_itself(case: Case) -> Iterator[Problem]:
    """A branch goes to the step it starts from.

    An answer that is to go on within its row is told by P-25.
    """
    for procedure, step in each_step(case):
        stopped = bool(unreached_turns(step))
        for branch in step.branches:
            if branch.target == step.row and not (stopped and branch.turn):
                place = at(branch.key, step.row, procedure.part)
                yield Problem(place, {"langkah": told(step)})


@rule(
    "G-09",
    ERROR,
    title="Langkah tidak terhubung",
    sentence="Langkah {langkah} tidak terhubung dengan langkah pertama.",
    advice="Arahkan salah satu langkah sebelumnya ke langkah ini. {petunjuk}",
    reason="Langkah yang tidak dilalui alur tidak akan pernah dikerjakan.",
)
def step_unreachable(case: Case) -> Iterator[Problem]:
    """No way from step 1 comes here; steps behind one that is told are not told again.

    Nor is the step right behind a loop without end: the way out of it (G-10) leads here.
    """
    for procedure in case.sop.procedures:
        loops = set(endless(procedure)) if ends(procedure) else set()
        for row in unreached(procedure):
            if row - 1 in loops:
                continue
            step = procedure.steps[row - 1]
            facts: Facts = {"langkah": told(step), "petunjuk": _way_here(procedure, row)}
            yield Problem(at("activity", row, procedure.part), facts)


def _way_here(procedure: Procedure, row: int) -> str:
    """How a step can be reached; behind a Selesai, how a flow ends early."""
    before = procedure.step(row - 1)
    if before is None or not before.ends:
        return "Jika langkah ini tidak diperlukan, hapus barisnya."
    end, here = number_of(procedure, row - 1), number_of(procedure, row)
    return (
        f"Alur berakhir pada langkah {end}, yang bersimbol Selesai. Jika berakhir lebih awal, isi "
        f"“Ya ke” atau “Tidak ke” sebuah Keputusan dengan {here}. Jika keduanya berjalan "
        f"bersamaan, isi “Lanjut ke” langkah sebelumnya dengan “{end}; {here}”. Jika alur belum "
        f"berakhir, ganti Selesai pada langkah {end} dengan Proses."
    )


@rule(
    "G-10",
    ERROR,
    title="Alur tidak sampai ke Selesai",
    sentence="Dari langkah {langkah} alur tidak pernah sampai ke Selesai.",
    advice="Beri jalan keluar: arahkan langkah ini ke langkah yang menuju Selesai.",
    reason="Prosedur yang berputar tanpa akhir tidak dapat diselesaikan.",
)
def flow_without_end(case: Case) -> Iterator[Problem]:
    """Told once for each loop or dead end, at its last step; without any Selesai G-02 tells."""
    for procedure in case.sop.procedures:
        for row in endless(procedure) if ends(procedure) else ():
            step = procedure.steps[row - 1]
            key = "yes" if step.decides else "next"
            yield Problem(at(key, row, procedure.part), {"langkah": told(step)})


TARGET_RULES: tuple[Rule, ...] = (
    target_missing,
    step_leads_to_itself,
    step_unreachable,
    flow_without_end,
)
