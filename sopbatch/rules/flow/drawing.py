"""Rules about the flowchart as it was laid out for printing (A-14, G-19, G-20)."""

from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.rule import ANYWHERE, ERROR, INFO, WARNING, Case, Rule, at, rule


@rule(
    "A-14",
    INFO,
    title="Diagram alir memerlukan kertas lain",
    sentence=(
        "Diagram alir dicetak pada kertas {kertas}, karena {jumlah} pelaksana tidak muat di kertas "
        "{atur}."
    ),
    advice="Gabungkan pelaksana yang perannya sama jika kertas itu tidak tersedia.",
    reason="Kolom pelaksana yang terlalu sempit tidak terbaca pada diagram alir tercetak.",
)
def larger_paper(case: Case) -> Iterator[Problem]:
    """The lanes of a procedure fit no page of the paper asked for."""
    for chart in case.drawn:
        if chart.paper != chart.asked:
            procedures = (one for one in case.sop.procedures if one.part == chart.part)
            count = max((len(procedure.actors) for procedure in procedures), default=0)
            yield Problem(
                at("actor", part=chart.part, lane=1),
                {"kertas": chart.paper, "jumlah": count, "atur": chart.asked},
            )


@rule(
    "G-19",
    WARNING,
    title="Diagram alir belum rapi",
    sentence="Diagram alir memuat {jumlah} garis, simbol, atau teks yang belum tergambar rapi.",
    advice="Gabungkan percabangan atau pelaksana yang serupa, lalu periksa hasil cetaknya.",
    reason="Diagram alir yang bertabrakan garisnya dapat disalahartikan oleh pelaksana.",
)
def chart_with_faults(case: Case) -> Iterator[Problem]:
    """The best layout found still breaks a geometric promise."""
    for chart in case.drawn:
        if chart.faults:
            place = at("activity", row=1, part=chart.part)
            yield Problem(place, {"jumlah": chart.faults})


@rule(
    "G-20",
    ERROR,
    title="Prosedur terlalu rumit untuk digambar",
    sentence="Diagram alir prosedur ini terlalu rumit untuk digambar: {langkah} langkah, "
    "{pelaksana} pelaksana, dan {lompatan} panah ke langkah yang bukan berikutnya.",
    advice="Bagi prosedur ini menjadi beberapa SOP, atau kurangi panah yang melompati langkah.",
    reason="SOP disahkan bersama diagram alirnya; diagram yang tidak tergambar tidak dapat dibaca.",
    essential=ANYWHERE,
)
def chart_too_intricate(case: Case) -> Iterator[Problem]:
    """No drawing was found with the work that one may cost."""
    for chart in case.drawn:
        procedure = next((one for one in case.sop.procedures if one.part == chart.part), None)
        if chart.too_intricate and procedure is not None:
            steps = enumerate(procedure.steps, start=1)
            jumps = sum(
                branch.target != number + 1 for number, step in steps for branch in step.branches
            )
            facts = {
                "langkah": len(procedure.steps),
                "pelaksana": len(procedure.actors),
                "lompatan": jumps,
            }
            yield Problem(at("activity", row=1, part=chart.part), facts)


DRAWING_RULES: tuple[Rule, ...] = (larger_paper, chart_with_faults, chart_too_intricate)
