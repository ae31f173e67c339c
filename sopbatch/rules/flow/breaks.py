"""Rules about a flow that cannot be followed from Mulai to Selesai (G-01 to G-10)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem, Procedure, Step, Symbol
from sopbatch.rules.basics.procedures import Facts, each_step, number_of, symbol_place, told
from sopbatch.rules.flow.graph import ends, ends_early
from sopbatch.rules.flow.targets import TARGET_RULES
from sopbatch.rules.rule import ERROR, WARNING, Case, Rule, at, reported, rule
from sopbatch.rules.steps.symbols import symbol_meant
from sopbatch.schema.targets import branch_number, branch_pieces, target_number
from sopbatch.text.blank import blank
from sopbatch.text.shortening import quoted

SYMBOLS = (
    "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: kapsul menandai awal dan akhir "
    "kegiatan pada diagram alir."
)


ENDS_HERE = re.compile(r"\s*(?:ke\s+)?\bselesai\b(?=\s*(?:[;,\n]|$))", re.IGNORECASE)
"""“Ditolak: selesai”: a branch that leads to the end."""
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
    sentence="Keputusan pada langkah {langkah} belum mempunyai tujuan untuk jawaban Tidak{sebab}.",
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
        if Symbol.DECISION.value in symbol_meant(case, problem.place, str(problem.facts["teks"]))
    }
    for procedure, step in each_step(case):
        unanswered = not step.no_target.strip() and not any(way.label for way in step.branches)
        will_decide = (procedure.part, step.row) in meant and unanswered
        if will_decide or (step.decides and len(step.answers) < 2):
            unread = "" if will_decide else _unread_branches(step)
            cause = f": Lanjut ke berisi “{quoted(unread)}”, yang belum terbaca" if unread else ""
            yield Problem(
                at("next" if unread else "no_target", step.row, procedure.part),
                {"langkah": told(step), "sebab": cause},
                suggestion=_with_end(procedure, unread)
                if unread
                else _told_in_remark(procedure, step),
            )


def _unread_branches(step: Step) -> str:
    """What stands below Lanjut ke of a Keputusan without being its branches or its way on."""
    used = any(branch.key == "next" for branch in step.branches)
    plain = blank(step.next) or target_number(step.next) is not None
    return "" if used or plain else step.next


def _with_end(procedure: Procedure, typed: str) -> str:
    """The branches with the number of the only Selesai for that word; "" when that is not all."""
    ends = [step for step in procedure.steps if Symbol.END in step.symbols]
    if len(ends) != 1:
        return ""
    meant = ENDS_HERE.sub(f" {number_of(procedure, ends[0].row)}", typed)
    pieces = branch_pieces(meant)
    named = len(pieces) > 1 and all(branch_number(piece) is not None for piece in pieces)
    return meant if named and meant != typed else ""


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
    *TARGET_RULES,
)
