"""Rules about a flow that cannot be followed from Mulai to Selesai (G-01 to G-10)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem, Procedure, Step, Symbol
from sopbatch.rules.basics.procedures import Facts, each_step, number_of, symbol_place, told
from sopbatch.rules.basics.wording import shown
from sopbatch.rules.flow.graph import endless, ends, ends_early, leads_nowhere, unreached
from sopbatch.rules.rule import ANYWHERE, ERROR, WARNING, Case, Rule, at, reported, rule
from sopbatch.rules.steps.rows import symbol_meant
from sopbatch.text.names import folded

SYMBOLS = (
    "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: kapsul menandai awal dan akhir "
    "kegiatan pada diagram alir."
)

NO_SUCH_STEP = "tidak menunjuk langkah yang ada"

NO_IN_REMARK = re.compile(
    r"\btidak\b[^\d.;\n]*?\b(?:ke|langkah|tahap|nomor|no)\b[. -]{0,3}"
    r"(?P<step>\d{1,3})\b(?![/.,-]?\d)",
    re.IGNORECASE,
)
"""Where the answer Tidak goes, written in Keterangan."""


@rule(
    "G-01",
    ERROR,
    title="Simbol Mulai tidak tepat satu",
    sentence="Prosedur harus mempunyai satu simbol Mulai, sekarang {jumlah}.",
    advice="Pilih Mulai hanya pada langkah pertama; yang lain Proses, Keputusan, atau Selesai.",
    reason=SYMBOLS,
)
def start_not_single(case: Case) -> Iterator[Problem]:
    """No Mulai (unless the symbol of step 1 is missing or unknown), or one more than the first."""
    for procedure in case.sop.procedures:
        starts = _with_symbol(procedure, Symbol.START)
        facts: Facts = {"jumlah": _count(len(starts))}
        if not starts and procedure.steps and procedure.steps[0].symbols:
            yield _symbol_wanted(procedure, procedure.steps[0], facts, Symbol.START)
        for step in starts[1:]:
            yield Problem(symbol_place(procedure, step), facts)


@rule(
    "G-02",
    ERROR,
    title="Simbol Selesai belum ada",
    sentence="Prosedur belum mempunyai simbol Selesai.",
    advice=(
        "Pilih Selesai pada langkah terakhir. Jika alur dapat berakhir lebih awal, langkah akhir "
        "yang lain pun memakai Selesai."
    ),
    reason=SYMBOLS,
)
def end_missing(case: Case) -> Iterator[Problem]:
    """No Selesai, unless the last symbol is missing or unknown; there may be several."""
    for procedure in case.sop.procedures:
        if not ends(procedure) and procedure.steps and procedure.steps[-1].symbols:
            yield _symbol_wanted(procedure, procedure.steps[-1], {}, Symbol.END)


def _symbol_wanted(procedure: Procedure, step: Step, facts: Facts, wanted: Symbol) -> Problem:
    """The problem of a step that should begin or end the flow; offers that to a lone Proses."""
    plain = step.symbols == {Symbol.PROCESS} and len(step.nodes) == 1 and len(procedure.steps) > 1
    offered = wanted.value if plain else ""
    return Problem(symbol_place(procedure, step), facts, suggestion=offered)


@rule(
    "G-03",
    ERROR,
    title="Simbol Mulai bukan pada langkah pertama",
    sentence="Simbol Mulai berada pada langkah {langkah}, bukan pada langkah pertama.",
    advice="Pilih Mulai pada langkah pertama, atau pindahkan langkah ini ke baris teratas.",
    reason=SYMBOLS,
)
def start_not_first(case: Case) -> Iterator[Problem]:
    """The only or first Mulai stands below step 1."""
    for procedure in case.sop.procedures:
        for step in _with_symbol(procedure, Symbol.START)[:1]:
            if step.row > 1:
                yield Problem(symbol_place(procedure, step), {"langkah": told(step)})


@rule(
    "G-04",
    WARNING,
    title="Langkah terakhir bukan Selesai",
    sentence="Langkah terakhir, {langkah}, tidak bersimbol Selesai.",
    advice="Letakkan langkah bersimbol Selesai pada baris terakhir.",
    reason=(
        "Kelaziman: diagram alir dibaca dari atas ke bawah, sehingga berakhir di baris terakhir."
    ),
)
def end_not_last(case: Case) -> Iterator[Problem]:
    """There is a Selesai, but the last step has another known symbol.

    An early end below it, to which a step jumps and which leads on to Selesai, may stand last.
    """
    for procedure in case.sop.procedures:
        last = procedure.steps[-1] if procedure.steps else None
        if (
            last
            and ends(procedure)
            and last.symbols
            and not last.ends
            and not ends_early(procedure, last)
        ):
            yield Problem(symbol_place(procedure, last), {"langkah": told(last)})


@rule(
    "G-05",
    ERROR,
    title="Keputusan tanpa tujuan Tidak",
    sentence="Keputusan pada langkah {langkah} belum mempunyai tujuan untuk jawaban Tidak.",
    advice=(
        "Isi “Tidak ke” dengan nomor langkah. Untuk cabang bernama, isi “Lanjut ke”, misalnya "
        "“Teknis: 5; Administratif: 7”."
    ),
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: belah ketupat menggambarkan pengambilan "
        "keputusan."
    ),
    reports_blank=True,
)
def decision_without_answer(case: Case) -> Iterator[Problem]:
    """A Keputusan with fewer than two branches, also one that P-10 takes a word for."""
    meant = {
        (problem.place.part, problem.place.row)
        for problem in reported(case, "P-10")
        if symbol_meant(case, problem.place, str(problem.facts["teks"])) == Symbol.DECISION.value
    }
    for procedure, step in each_step(case):
        unanswered = not step.no_target.strip() and not any(way.label for way in step.branches)
        will_decide = (procedure.part, step.row) in meant and unanswered
        if will_decide or (step.decides and len(step.answers) < 2):
            place = at("no_target", step.row, procedure.part)
            told_beside = _told_in_remark(procedure, step)
            yield Problem(place, {"langkah": told(step)}, suggestion=told_beside)


def _told_in_remark(procedure: Procedure, step: Step) -> str:
    """Number of the step to which Keterangan sends the answer Tidak; "" when it names none."""
    found = NO_IN_REMARK.search(step.remark)
    target = int(found["step"]) if found else 0
    known = any(target == (other.number or other.row) for other in procedure.steps)
    return str(target) if known and target != (step.number or step.row) else ""


@rule(
    "G-06",
    ERROR,
    title="Dua cabang menuju langkah yang sama",
    sentence="Dua cabang pada langkah {langkah} menuju langkah yang sama, yaitu {tujuan}.",
    advice="Bedakan tujuan setiap cabang. Jika tidak ada pilihan, pakai Proses dengan satu tujuan.",
    reason="Cabang yang bertujuan sama tidak membedakan apa pun.",
)
def branches_meet(case: Case) -> Iterator[Problem]:
    """Two branches of one Keputusan, or of one fork, name the same step."""
    for procedure, step in each_step(case):
        targets: set[int] = set()
        for branch in step.answers or step.branches:
            if branch.target and branch.target in targets:
                facts: Facts = {
                    "langkah": told(step),
                    "tujuan": number_of(procedure, branch.target),
                }
                yield Problem(at(branch.key or "yes", step.row, procedure.part), facts)
                break
            targets.add(branch.target or 0)


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
                yield Problem(place, facts, suggestion=_end_meant(procedure, branch.raw))


def _why_no_step(procedure: Procedure, typed: str) -> str:
    """What is wrong with a target, as a sentence goes on."""
    named = {int(number) for number in re.findall(r"\d{1,9}", typed)}
    known = {number_of(procedure, step.row) for step in procedure.steps}
    if len(named) > 1:
        return "menyebut lebih dari satu nomor"
    if named:
        return "tidak terbaca sebagai nomor langkah" if named <= known else NO_SUCH_STEP
    return "tidak menyebut nomor langkah" if typed.strip() else NO_SUCH_STEP


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
    """A branch goes to the step it starts from."""
    for procedure, step in each_step(case):
        for branch in step.branches:
            if branch.target == step.row:
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


def _count(number: int) -> str:
    return f"ada {number}" if number else "belum ada"


def _with_symbol(procedure: Procedure, symbol: Symbol) -> tuple[Step, ...]:
    return tuple(step for step in procedure.steps if symbol in step.symbols)


BROKEN_FLOW_RULES: tuple[Rule, ...] = (
    start_not_single,
    end_missing,
    start_not_first,
    end_not_last,
    decision_without_answer,
    branches_meet,
    target_missing,
    step_leads_to_itself,
    step_unreachable,
    flow_without_end,
)
