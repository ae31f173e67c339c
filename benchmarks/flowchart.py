"""Flowcharts against a naive router on the same set.

Run by hand: `python -m benchmarks.flowchart [number of procedures]`. Nothing is asserted.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass, replace
from random import Random
from statistics import median
from time import process_time

from sopbatch.layout import lay_out, measure
from sopbatch.model import (
    PAPERS,
    Actor,
    Box,
    Branch,
    Duration,
    FlowArrow,
    Flowchart,
    FlowPage,
    FlowQuality,
    Node,
    Point,
    Procedure,
    Step,
    Symbol,
)
from sopbatch.writing.drawio_edges import edges_of

SEED = 35_2012
PAPER = PAPERS["F4"]
ASIDE = 4.0
"""How far beside the symbols the naive router runs upwards, mm."""
TEXTS = (
    "Memeriksa kelengkapan berkas permohonan",
    "Menyusun konsep surat jawaban dan lampirannya",
    "Mendisposisikan surat",
    "Menandatangani naskah dinas dan menyerahkannya kepada pengadministrasi umum",
)
ROLES = ("Pengadministrasi", "Analis", "Kepala Subbagian", "Kepala Bagian", "Sekretaris", "Kepala")


def procedures(count: int) -> Iterator[Procedure]:
    """The same procedures every time: 5 to 30 steps in 2 to 12 lanes."""
    random = Random(SEED)
    for _ in range(count):
        yield _procedure(random, random.randint(5, 30), random.randint(2, 12))


def _procedure(random: Random, steps: int, lanes: int) -> Procedure:
    actors = tuple(Actor(f"{ROLES[i % len(ROLES)]} {i + 1}", lane=i + 1) for i in range(lanes))
    lane = 0
    made = []
    for row in range(1, steps + 1):
        lane = max(0, min(lanes - 1, lane + random.choice((-2, -1, 0, 1, 1, 2))))
        made.append(_step(random, row, steps, lanes, lane))
    return Procedure("Prosedur", 1, actors, tuple(made))


def _step(random: Random, row: int, steps: int, lanes: int, lane: int) -> Step:
    symbol = Symbol.PROCESS
    branches: tuple[Branch, ...] = (Branch(label="", target=row + 1, key=""),)
    places = {lane}
    if row == steps:
        symbol, branches = Symbol.END, ()
    elif row == 1:
        symbol = Symbol.START
    elif random.random() < 0.25:
        symbol, branches = Symbol.DECISION, _branches(random, row, steps)
    elif random.random() < 0.12:
        places |= {random.randrange(lanes)}
    return Step(
        row=row,
        number=row,
        activity=random.choice(TEXTS),
        nodes=tuple(Node(actor=place, lane=place + 1, symbol=symbol) for place in sorted(places)),
        branches=branches,
        inputs="Berkas permohonan",
        duration=Duration(raw="2 jam"),
        output=random.choice(("Disposisi", "Konsep surat", "Berkas lengkap dan sah")),
    )


def _branches(random: Random, row: int, steps: int) -> tuple[Branch, ...]:
    back, onward = random.randint(1, row - 1), random.randint(row + 1, steps)
    if random.random() < 0.2:
        others = (
            Branch(label="Ditolak", target=onward, key=""),
            Branch(label="Diperbaiki", target=back, key=""),
        )
        return (Branch(label="Lengkap", target=row + 1, key=""), *others)
    return (
        Branch(label="Ya", target=row + 1, key=""),
        Branch(label="Tidak", target=random.choice((back, back, onward)), key=""),
    )


def naively_routed(chart: Flowchart, procedure: Procedure) -> FlowQuality:
    """The same symbols joined by the shortest right-angled lines, whatever is in their way."""
    pages = []
    for page in chart.pages:
        arrows = tuple(
            FlowArrow(
                net=str(edge.target),
                points=_line(page, edge.source, edge.target),
                source=0,
                target=0,
            )
            for edge in edges_of(page)
            if edge.head
        )
        pages.append(replace(page, arrows=arrows, labels=()))
    return measure(replace(chart, pages=tuple(pages)), procedure)


def _line(page: FlowPage, source: int, target: int) -> tuple[Point, ...]:
    a, b = page.symbols[source].box, page.symbols[target].box
    (ax, ay), (bx, by) = _middle(a), _middle(b)
    if b.y >= a.y + a.height:
        if abs(ax - bx) < 0.01:
            return ((ax, a.y + a.height), (bx, b.y))
        side = a.x + a.width if bx > ax else a.x
        return ((side, ay), (bx, ay), (bx, b.y))
    aside = max(a.x + a.width, b.x + b.width) + ASIDE
    return ((a.x + a.width, ay), (aside, ay), (aside, by), (b.x + b.width, by))


def _middle(box: Box) -> Point:
    return (box.x + box.width / 2, box.y + box.height / 2)


@dataclass(slots=True)
class Sums:
    """Figures of many charts."""

    arrows: int = 0
    crossings: int = 0
    bends: int = 0
    symbols_hit: int = 0
    overlaps: int = 0
    faults: int = 0

    def add(self, quality: FlowQuality) -> None:
        self.arrows += quality.arrows
        self.crossings += quality.crossings
        self.bends += quality.bends
        self.symbols_hit += quality.symbols_hit
        self.overlaps += quality.overlaps
        self.faults += quality.faults


def compare_routers(charts: list[tuple[Procedure, Flowchart]]) -> None:
    ours, naive = Sums(), Sums()
    for procedure, chart in charts:
        ours.add(chart.quality)
        naive.add(naively_routed(chart, procedure))
    pages = sum(len(chart.pages) for _, chart in charts)
    print(f"{len(charts)} procedures, {pages} pages, {ours.arrows} arrows; {ours.faults} faults")
    print(f"{'':24}{'sopbatch':>10}{'naive':>10}{'ratio':>8}")
    for name in ("symbols_hit", "overlaps", "crossings", "bends"):
        a, b = getattr(ours, name), getattr(naive, name)
        print(f"{name:24}{a:10}{b:10}{a / b if b else 0:8.2f}")
    print(f"{'crossings an arrow':24}{ours.crossings / ours.arrows:10.3f}")
    print(f"{'bends an arrow':24}{ours.bends / ours.arrows:10.3f}")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    made = [*procedures(count)]
    charts: list[tuple[Procedure, Flowchart]] = []
    times = []
    for procedure in made:
        begin = process_time()
        charts.append((procedure, lay_out(procedure, PAPER)))
        times.append(process_time() - begin)
    compare_routers(charts)
    print(f"layout and routing, median CPU: {median(times) * 1000:.1f} ms")


if __name__ == "__main__":
    main()
