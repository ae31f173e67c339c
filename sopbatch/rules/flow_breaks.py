"""Rules about a flow that cannot be followed from Mulai to Selesai (G-01 to G-10)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem, Procedure, Step, Symbol
from sopbatch.rules.flow_graph import (
    endless,
    ends,
    ends_early,
    leads_nowhere,
    unreached,
    usual_end,
)
from sopbatch.rules.procedures import Facts, each_step, number_of, symbol_place, told
from sopbatch.rules.rule import ERROR, WARNING, Case, Rule, at, rule
from sopbatch.rules.wording import folded, shown

SYMBOLS = "PermenPAN-RB 35/2012: kapsul menandai awal dan akhir kegiatan pada diagram alir."

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
    sentence="Prosedur harus mempunyai satu simbol Mulai, sekarang {jumlah}.",
    advice="Pilih Mulai hanya pada langkah pertama; yang lain Proses, Keputusan, atau Selesai.",
    reason=SYMBOLS,
)
def start_not_single(case: Case) -> Iterator[Problem]:
    """No Mulai (unless the symbol of step 1 is missing or unknown), or one more than the first."""
    for procedure in case.sop.procedures:
        starts = _with_symbol(procedure, Symbol.START)
        facts: Facts = {"jumlah": _count(len(starts))}
        if not starts and procedure.steps and procedure.steps[0].symbol:
            yield _symbol_wanted(procedure, procedure.steps[0], facts, Symbol.START)
        for step in starts[1:]:
            yield Problem(symbol_place(procedure, step), facts)


@rule(
    "G-02",
    ERROR,
    sentence="Prosedur perlu mempunyai satu simbol Selesai, sekarang {jumlah}.",
    advice="Pilih Selesai {cara}.",
    reason=SYMBOLS,
)
def end_not_single(case: Case) -> Iterator[Problem]:
    """No Selesai (unless the last symbol is missing or unknown); a warning for more than one."""
    for procedure in case.sop.procedures:
        found = ends(procedure)
        if not found and procedure.steps and procedure.steps[-1].symbol:
            facts: Facts = {"jumlah": _count(0), "cara": CHOOSE_END}
            yield _symbol_wanted(procedure, procedure.steps[-1], facts, Symbol.END)
        last = usual_end(procedure)
        for row in found:
            if row != last and len(found) > 1:
                how = END_EARLY.format(akhir=number_of(procedure, last))
                facts = {"jumlah": _count(len(found)), "cara": how}
                place = symbol_place(procedure, procedure.steps[row - 1])
                yield Problem(place, facts, severity=WARNING)


CHOOSE_END = "pada langkah terakhir alur; tanpa simbol itu akhir kegiatan tidak jelas"
END_EARLY = (
    "sekali saja. Untuk berakhir lebih awal, ganti simbol ini menjadi Proses, lalu isi “Lanjut ke” "
    "dengan {akhir}, yaitu nomor langkah Selesai"
)


def _symbol_wanted(procedure: Procedure, step: Step, facts: Facts, wanted: Symbol) -> Problem:
    """The problem of a step that should begin or end the flow; offers that to a lone Proses."""
    plain = step.symbol is Symbol.PROCESS and len(step.nodes) == 1 and len(procedure.steps) > 1
    offered = wanted.value if plain else ""
    return Problem(symbol_place(procedure, step), facts, suggestion=offered)


@rule(
    "G-03",
    ERROR,
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
    sentence="Langkah terakhir, {langkah}, tidak bersimbol Selesai.",
    advice="Letakkan langkah bersimbol Selesai pada baris terakhir.",
    reason="PermenPAN-RB 35/2012: diagram alir digambar tegak, dari atas ke bawah.",
)
def end_not_last(case: Case) -> Iterator[Problem]:
    """There is a Selesai, but the last step has another known symbol.

    An early end below it, to which a step jumps and which leads on to Selesai, may stand last.
    """
    for procedure in case.sop.procedures:
        found = ends(procedure)
        last = procedure.steps[-1] if found else Step(0)
        if found and last.symbol not in (Symbol.END, None) and not ends_early(procedure, last):
            yield Problem(symbol_place(procedure, last), {"langkah": told(last)})


@rule(
    "G-05",
    ERROR,
    sentence="Keputusan pada langkah {langkah} belum mempunyai tujuan untuk jawaban Tidak.",
    advice=(
        "Isi “Tidak ke” dengan nomor langkah. Untuk cabang bernama, isi “Lanjut ke”, misalnya "
        "“Teknis: 5; Administratif: 7”."
    ),
    reason="PermenPAN-RB 35/2012: belah ketupat menggambarkan pengambilan keputusan.",
    reports_blank=True,
)
def decision_without_answer(case: Case) -> Iterator[Problem]:
    """A Keputusan with fewer than two branches."""
    for procedure, step in each_step(case):
        if step.symbol is Symbol.DECISION and len(step.branches) < 2:
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
    sentence="Dua cabang pada langkah {langkah} menuju langkah yang sama, yaitu {tujuan}.",
    advice="Bedakan tujuan setiap cabang, atau ganti simbolnya menjadi Proses.",
    reason="Keputusan yang cabangnya bertujuan sama tidak memutuskan apa pun.",
)
def branches_meet(case: Case) -> Iterator[Problem]:
    """Two branches of one Keputusan name the same step."""
    for procedure, step in each_step(case):
        targets: set[int] = set()
        for branch in step.branches:
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
    sentence="Isian “{isian}” pada langkah {langkah} {sebab}.",
    advice="Isi dengan satu nomor langkah dari {awal} sampai {akhir}.",
    reason="Anak panah alur harus berakhir pada sebuah langkah.",
)
def target_missing(case: Case) -> Iterator[Problem]:
    """What was typed is no step's number, or the default next row lies below the last one.

    Where the other answer is missing as well, G-05 tells it.
    """
    for procedure, step in each_step(case):
        for branch in step.branches:
            by_default = not branch.key and len(step.branches) < 2
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
    sentence="Langkah {langkah} menunjuk ke dirinya sendiri.",
    advice="Isi dengan nomor langkah lain; untuk mengulang, tunjuk langkah yang harus diulang.",
    reason="Langkah yang menunjuk ke dirinya sendiri tidak pernah selesai.",
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
    sentence="Langkah {langkah} tidak pernah dicapai dari langkah pertama.",
    advice="Arahkan salah satu langkah sebelumnya ke langkah ini, atau hapus langkah ini.",
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
            yield Problem(at("activity", row, procedure.part), {"langkah": told(step)})


@rule(
    "G-10",
    ERROR,
    sentence="Dari langkah {langkah} alur tidak pernah sampai ke Selesai.",
    advice="Beri jalan keluar: arahkan langkah ini ke langkah yang menuju Selesai.",
    reason="Prosedur yang berputar tanpa akhir tidak dapat diselesaikan.",
)
def flow_without_end(case: Case) -> Iterator[Problem]:
    """Told once for each loop or dead end, at its last step; without any Selesai G-02 tells."""
    for procedure in case.sop.procedures:
        for row in endless(procedure) if ends(procedure) else ():
            step = procedure.steps[row - 1]
            key = "yes" if step.symbol is Symbol.DECISION else "next"
            yield Problem(at(key, row, procedure.part), {"langkah": told(step)})


def _count(number: int) -> str:
    return f"ada {number}" if number else "belum ada"


def _with_symbol(procedure: Procedure, symbol: Symbol) -> tuple[Step, ...]:
    return tuple(step for step in procedure.steps if step.symbol is symbol)


BROKEN_FLOW_RULES: tuple[Rule, ...] = (
    start_not_single,
    end_not_single,
    start_not_first,
    end_not_last,
    decision_without_answer,
    branches_meet,
    target_missing,
    step_leads_to_itself,
    step_unreachable,
    flow_without_end,
)
