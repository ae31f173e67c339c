"""Rules about the flowchart as it was laid out for printing (A-14, G-19)."""

from collections.abc import Iterator

from sopbatch.model import Problem
from sopbatch.rules.rule import INFO, WARNING, Case, Rule, at, rule


@rule(
    "A-14",
    INFO,
    sentence="Diagram alir dicetak pada kertas {kertas}: {jumlah} pelaksana tidak muat di {atur}.",
    advice="Gabungkan pelaksana yang perannya sama bila kertas itu tidak tersedia.",
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


DRAWING_RULES: tuple[Rule, ...] = (larger_paper, chart_with_faults)
