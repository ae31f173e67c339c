"""Rules about a flow that can be followed but is hard to read or unusual (G-11 to G-18)."""

import re
from collections.abc import Iterator

from sopbatch.model import Problem, Procedure, Step, Symbol
from sopbatch.rules.basics.procedures import (
    Facts,
    each_step,
    joined_names,
    joined_symbols,
    number_of,
    symbol_place,
    told,
)
from sopbatch.rules.basics.roles import begins_with
from sopbatch.rules.data.verbs import RECEIVING_VERBS
from sopbatch.rules.flow.breaks import BROKEN_FLOW_RULES
from sopbatch.rules.flow.graph import edges_of, reachable
from sopbatch.rules.flow.unused import way_not_used
from sopbatch.rules.rule import INFO, WARNING, Case, Rule, at, rule
from sopbatch.text.blank import blank
from sopbatch.text.names import spelt, words
from sopbatch.text.shortening import quoted

LONG_LOOP = 6
"""Rows a flow line may go back before it is hard to follow in print."""
RETURNED_TO = re.compile(r"\b(?:di)?kembali(?:kan)? (?:kepada|ke) (?P<who>.+)")

NEEDED = re.compile(r"\b(?:apakah|perlu(?:nya)?|(?:atau|ada) tidak(?:nya)?|tidaknya|atau belum)\b")
"""“Memeriksa apakah perlu rujukan”: either answer is right."""


@rule(
    "G-11",
    WARNING,
    title="Keputusan pada langkah pertama",
    sentence="Langkah pertama, {langkah}, bersimbol Keputusan.",
    advice="Awali dengan kegiatan bersimbol Mulai, lalu letakkan keputusan setelahnya.",
    reason="Belum ada yang dapat diputuskan sebelum kegiatan dimulai.",
)
def decision_first(case: Case) -> Iterator[Problem]:
    """Step 1 is a Keputusan."""
    for procedure in case.sop.procedures:
        first = procedure.step(1)
        if first and first.nodes and first.nodes[0].symbol is Symbol.DECISION:
            yield Problem(symbol_place(procedure, first), {"langkah": told(first)})


@rule(
    "G-12",
    WARNING,
    title="Arah Ya dan Tidak tidak lazim",
    sentence=(
        "Arah Ya (ke langkah {ya}) dan Tidak (ke langkah {tidak}) pada langkah {langkah} tidak "
        "lazim."
    ),
    advice="Periksa apakah tertukar: lazimnya Ya meneruskan alur dan Tidak mengembalikan berkas.",
    reason="Kebiasaan yang sama di semua SOP membuat diagram alir mudah dibaca.",
)
def answers_reversed(case: Case) -> Iterator[Problem]:
    """Ya back and Tidak forward; advice only when Tidak goes forward as Ya does.

    Not where Ya goes on and Tidak ends the flow, as when a request is refused, nor where Tidak
    leads to what Ya passes over, as when something is completed first, nor where both lead to steps
    of their own, neither of which passes the other one's, nor where work is not checked, but asked
    whether more of it is needed.
    """
    for procedure, step in each_step(case):
        targets = {branch.label: branch.target or 0 for branch in step.answers}
        if {*targets} != {"Ya", "Tidak"}:
            continue
        yes, no = targets["Ya"], targets["Tidak"]
        refused = procedure.step(no)
        if (
            procedure.step(yes)
            and refused
            and not (yes > step.row and refused.ends)
            and no > step.row
            and yes < no
            and yes != step.row
            and not _are_apart(procedure, yes, no)
            and (yes < step.row or _checks(step))
        ):
            yield Problem(
                at("no_target", step.row, procedure.part),
                {
                    "langkah": told(step),
                    "ya": number_of(procedure, yes),
                    "tidak": number_of(procedure, no),
                },
                severity=None if yes < step.row else INFO,
            )


def _checks(step: Step) -> bool:
    """Whether a step judges the work of another, which Tidak would not let go on."""
    verb = next(iter(words(step.activity)), "")
    return verb in RECEIVING_VERBS and not NEEDED.search(spelt(step.activity))


def _are_apart(procedure: Procedure, yes: int, no: int) -> bool:
    """Whether neither of two steps lies on the way down from the other one."""
    down = {
        row: tuple(target for target in targets if target > row)
        for row, targets in edges_of(procedure).items()
    }
    return no not in reachable(down, (yes,)) and yes not in reachable(down, (no,))


@rule(
    "G-13",
    WARNING,
    title="Cabang tanpa simbol Keputusan",
    sentence="Langkah {langkah} bersimbol {simbol}, tetapi berisi cabang “{isian}”.",
    advice="Ganti simbolnya menjadi Keputusan, atau kosongkan isian cabang itu.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, Bagian Flowchart: pilihan digambar dengan belah ketupat."
    ),
)
def branches_without_decision(case: Case) -> Iterator[Problem]:
    """Ya ke, Tidak ke or named branches at another symbol; any way on from Selesai."""
    for procedure, step in each_step(case):
        if not step.symbols:
            continue
        for key, typed in _branches_typed(step):
            facts = {
                "langkah": told(step),
                "simbol": joined_symbols(step),
                "isian": quoted(typed),
            }
            yield Problem(at(key, step.row, procedure.part), facts)


def _branches_typed(step: Step) -> Iterator[tuple[str, str]]:
    for key, typed in (("yes", step.yes), ("no_target", step.no_target)):
        if not blank(typed) and not step.decides:
            yield key, typed
    parted = not step.decides and not step.forks and len(step.branches) > 1
    if not blank(step.next) and (parted or step.ends):
        yield "next", step.next


@rule(
    "G-15",
    INFO,
    title="Keputusan terlalu banyak",
    sentence="Keputusan terlalu banyak: {keputusan} dari {jumlah} langkah.",
    advice="Gabungkan pemeriksaan yang berulang agar prosedur lebih mudah dijalankan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, prinsip kemudahan dan kejelasan: prosedur mudah dipahami "
        "dan dijalankan."
    ),
)
def many_decisions(case: Case) -> Iterator[Problem]:
    """More than half of the steps are decisions; a third is still usual in good SOPs."""
    for procedure in case.sop.procedures:
        decisions = procedure.decisions
        if len(decisions) * 2 > len(procedure.steps):
            facts = {"keputusan": len(decisions), "jumlah": len(procedure.steps)}
            yield Problem(symbol_place(procedure, decisions[0]), facts)


@rule(
    "G-16",
    INFO,
    title="Alur kembali terlalu jauh",
    sentence="Langkah {langkah} kembali ke langkah {tujuan}, yaitu {jarak} baris ke atas.",
    advice="Periksa apakah cukup kembali ke langkah yang lebih dekat.",
    reason="Garis kembali yang panjang sulit diikuti pada diagram alir tercetak.",
)
def long_way_back(case: Case) -> Iterator[Problem]:
    """A branch goes back over more than 6 rows."""
    for procedure, step in each_step(case):
        for branch in step.branches:
            if branch.target and step.row - branch.target > LONG_LOOP:
                facts: Facts = {
                    "langkah": told(step),
                    "tujuan": number_of(procedure, branch.target),
                    "jarak": step.row - branch.target,
                }
                yield Problem(at(branch.key, step.row, procedure.part), facts)


@rule(
    "G-17",
    WARNING,
    title="Dikembalikan kepada pemeriksanya",
    sentence=(
        "Tidak pada langkah {langkah} kembali ke langkah {tujuan}, yang dikerjakan {pelaksana}."
    ),
    advice="Arahkan Tidak ke langkah pelaksana yang harus memperbaiki berkasnya.",
    reason="Kelaziman: berkas dikembalikan kepada yang membuatnya, bukan kepada pemeriksanya.",
)
def returned_to_wrong_executor(case: Case) -> Iterator[Problem]:
    """Tidak goes back to where the decider received or checked another's work.

    Also when Keterangan names another executor to whom it is returned ("dikembalikan kepada …").
    """
    for procedure, step in each_step(case):
        for branch in step.branches:
            back = procedure.step(branch.target or 0)
            if not step.decides or branch.label != "Tidak" or back is None:
                continue
            if back.row < step.row and _is_wrong_hand(procedure, step, back):
                facts: Facts = {
                    "langkah": told(step),
                    "tujuan": number_of(procedure, back.row),
                    "pelaksana": joined_names(procedure, back),
                }
                yield Problem(at("no_target", step.row, procedure.part), facts)


def _is_wrong_hand(procedure: Procedure, decision: Step, back: Step) -> bool:
    named = RETURNED_TO.search(spelt(decision.remark))
    if named:
        wanted = {
            index
            for index, actor in enumerate(procedure.actors)
            if begins_with(named["who"], spelt(actor.name))
        }
        return bool(wanted) and wanted.isdisjoint(back.actors)
    verb = next(iter(words(back.activity)), "")
    return back.row > 1 and back.actors == decision.actors and verb in RECEIVING_VERBS


@rule(
    "G-18",
    WARNING,
    title="Dua keputusan berturut-turut",
    sentence="Langkah {langkah} dan langkah {berikut} adalah keputusan pelaksana yang sama.",
    advice="Gabungkan kedua keputusan menjadi satu pemeriksaan.",
    reason=(
        "Lampiran PermenPAN-RB 35/2012, prinsip efisiensi dan efektivitas: langkah yang dapat "
        "disatukan tidak dipecah."
    ),
)
def decisions_in_a_row(case: Case) -> Iterator[Problem]:
    """A Keputusan leads forward to another Keputusan of the same executor."""
    for procedure, step in each_step(case):
        for branch in step.branches:
            follow = procedure.step(branch.target or 0)
            if (
                follow
                and follow.row > step.row
                and step.decides
                and follow.decides
                and step.actors == follow.actors
            ):
                facts = {"langkah": told(step), "berikut": told(follow)}
                yield Problem(symbol_place(procedure, follow), facts)


FLOW_RULES: tuple[Rule, ...] = (
    *BROKEN_FLOW_RULES,
    decision_first,
    answers_reversed,
    branches_without_decision,
    way_not_used,
    many_decisions,
    long_way_back,
    returned_to_wrong_executor,
    decisions_in_a_row,
)
