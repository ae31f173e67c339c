"""Generated procedures of every shape a flowchart must be able to show."""

from dataclasses import replace

from hypothesis import strategies as st

from sopbatch.model import Actor, Branch, Duration, Node, Procedure, Step, Symbol
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.turns import in_turns, symbols_in

NAMES = (
    *("Pemohon", "Staf Pelaksana", "Kepala Seksi Pelayanan", "Kasubbag Umum & Kepegawaian"),
    *("Sekretaris", "Kepala Bidang", "Kepala Dinas", "Tim Teknis", "Bendahara", "Gubernur"),
    *("Sekretaris Daerah", "Inspektorat", "Biro Hukum", "Operator", "Arsiparis"),
)
BRANCHES = ("Ya", "Tidak", "Revisi", "Administratif", "Teknis", "Ditolak", "Perlu kajian ulang")
WORDS = "menelaah berkas permohonan dan menyampaikan rekomendasi teknis kepada pemohon"
FLAVOURS = ("plain", "loops", "wild", "rows")
"""Few decisions; many that go back; every kind of branch, jump and several ends; rows that hold
sequences, forks and several ends, as most offices draw them."""
LINE = 30
"""Letters that fill a line of a middling text column."""


@st.composite
def procedures(
    draw: st.DrawFn,
    most_lanes: int = 15,
    most_steps: int = 60,
    flavours: tuple[str, ...] = FLAVOURS,
) -> Procedure:
    """1 to 15 lanes, 2 to 60 steps; loops, jumps, joint steps, several ends, uneven rows."""
    lanes = draw(st.integers(1, most_lanes))
    count = draw(st.integers(2, most_steps))
    flavour = draw(st.sampled_from(flavours))
    popular = draw(st.integers(1, count))
    actors = tuple(Actor(name) for name in NAMES[:lanes])
    if flavour == "rows":
        rows = tuple(draw(_rows(number, count, lanes)) for number in range(1, count + 1))
        return Procedure("Prosedur", 1, actors, resolve_branches(rows))
    steps = tuple(
        draw(_steps(number, count, lanes, flavour, popular)) for number in range(1, count + 1)
    )
    return Procedure("Prosedur", 1, actors, steps)


@st.composite
def _rows(draw: st.DrawFn, number: int, count: int, lanes: int) -> Step:
    """A row of one to four symbols in any lanes, two of them at times in one cell."""
    words = [draw(st.sampled_from(("Proses", "Proses", "Proses", "Keputusan")))]
    words += ["Proses"] * draw(st.sampled_from((0, 0, 0, 1, 1, 2)))
    question = draw(st.sampled_from((*[""] * 3, "Lengkap?", "Apakah sudah sesuai ketentuan?")))
    if number == 1:
        words = ["Mulai", *(["Proses"] * draw(st.integers(0, 2)))]
    elif number == count:
        words = [*words, "Selesai"] if draw(st.booleans()) else ["Selesai"]
    elif "Keputusan" in words and draw(st.integers(0, 5)) == 0:
        words.append("Selesai")
    cells: dict[int, list[str]] = {}
    for word in words:
        cells.setdefault(draw(st.integers(1, lanes)), []).append(word)
    typed = [
        symbol
        for lane in sorted(cells)
        for symbol in symbols_in(lane - 1, lane, ", ".join(cells[lane]))
    ]
    onward = [n for n in range(number + 2, number + 5) if n <= count]
    decides, ends = "Keputusan" in words, "Selesai" in words
    forks = not decides and not ends and len(onward) > 1 and draw(st.integers(0, 7)) == 0
    step = Step(
        row=number,
        number=number,
        number_raw=str(number),
        activity=_text(draw(st.sampled_from((1, 2, 2, 3, 4)))),
        inputs=_text(draw(st.integers(0, 2))),
        duration=Duration(raw="2-3 hari kerja"),
        output="Rekomendasi teknis",
        no_target=str(draw(st.integers(1, number - 1))) if decides else "",
        next=f"{number + 1}; {draw(st.sampled_from(onward))}" if forks else "",
    )
    nodes = in_turns(typed, jointly=draw(st.booleans()), parts=parts(step))
    asked = (
        replace(node, words=question) if node.symbol is Symbol.DECISION else node for node in nodes
    )
    return replace(step, nodes=tuple(asked))


@st.composite
def _steps(
    draw: st.DrawFn, number: int, count: int, lanes: int, flavour: str, popular: int
) -> Step:
    symbol = draw(_symbols(number, count, flavour))
    joint = draw(st.integers(0, 9)) == 0
    actors = draw(st.sets(st.integers(0, lanes - 1), min_size=1, max_size=4 if joint else 1))
    lines = draw(st.sampled_from((1, 1, 1, 2, 2, 3, 4, 6, 20)))
    return Step(
        row=number,
        number=number,
        number_raw=str(number),
        activity=_text(lines),
        nodes=tuple(
            Node(actor=actor, lane=actor + 1, symbol=symbol, raw=symbol.value)
            for actor in sorted(actors)
        ),
        branches=draw(_branches(symbol, number, count, flavour, popular)),
        inputs=_text(draw(st.integers(0, 3))),
        duration=Duration(raw="2-3 hari kerja"),
        output="Rekomendasi teknis",
    )


def _symbols(number: int, count: int, flavour: str) -> st.SearchStrategy[Symbol]:
    if number == 1:
        return st.just(Symbol.START)
    if number == count:
        return st.just(Symbol.END)
    others = {"plain": 1, "loops": 4, "wild": 12}[flavour]
    ends = [Symbol.END] if flavour == "wild" else []
    return st.sampled_from([Symbol.PROCESS] * 6 + [Symbol.DECISION] * others + ends)


@st.composite
def _branches(
    draw: st.DrawFn, symbol: Symbol, number: int, count: int, flavour: str, popular: int
) -> tuple[Branch, ...]:
    onward = min(number + 1, count)
    if symbol is Symbol.END:
        return ()
    if symbol is not Symbol.DECISION:
        jump = flavour == "wild" and draw(st.integers(0, 9)) == 0
        return (
            Branch(
                label="",
                target=draw(_targets(number, count, popular)) if jump else onward,
                key="next",
            ),
        )
    if flavour != "wild":
        return (
            Branch(label="Ya", target=onward, key="yes"),
            Branch(label="Tidak", target=draw(st.integers(1, max(1, number - 1))), key="no_target"),
        )
    names = draw(st.lists(st.sampled_from(BRANCHES), min_size=2, max_size=4, unique=True))
    others = (draw(_targets(number, count, popular)) for _ in names[1:])
    # Branches that meet at once decide nothing: such an SOP is held back and never drawn.
    targets = dict.fromkeys((onward, *others))
    return tuple(
        Branch(label=name, target=target, key="next")
        for name, target in zip(names, targets, strict=False)
    )


def _targets(number: int, count: int, popular: int) -> st.SearchStrategy[int]:
    """Any step but the step itself; often the same one, often a near one."""
    near = [n for n in range(number - 3, number + 4) if 1 <= n <= count and n != number]
    every = [n for n in (popular, *range(1, count + 1)) if n != number]
    return st.sampled_from([*near, *every])


def _text(lines: int) -> str:
    return (WORDS * lines)[: lines * LINE]
