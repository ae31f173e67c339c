"""Symbols in one row are a sequence, jointly where they are equal and stand side by side."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import Branch, Step, Symbol
from sopbatch.reading.branches import parts, resolve_branches
from sopbatch.reading.turns import in_turns, symbols_in


def read(*lanes: str, jointly: bool = True, yes: str = "", no: str = "", then: str = "") -> Step:
    """The second of three steps, with these words in its lanes; "" leaves a lane blank."""
    typed = [
        item
        for lane, word in enumerate(lanes, start=1)
        if word
        for item in symbols_in(lane - 1, lane, word)
    ]
    typed_only = Step(row=2, number=2, number_raw="2", yes=yes, no_target=no, next=then)
    nodes = in_turns(typed, jointly=jointly, parts=parts(typed_only))
    first, last = Step(row=1, number=1, number_raw="1"), Step(row=3, number=3, number_raw="3")
    return resolve_branches((first, replace(typed_only, nodes=nodes), last))[1]


def order(step: Step) -> str:
    """Turns as "M1 P2+P3": the symbol's letter and the 1-based lane."""
    return " ".join(
        "+".join(f"{node.symbol.value[0] if node.symbol else '?'}{node.lane}" for node in turn)
        for turn in step.turns
    )


@pytest.mark.parametrize(
    ("lanes", "expected"),
    [
        (("Mulai", "Proses"), "M1 P2"),
        (("Proses", "Mulai"), "M2 P1"),
        (("Selesai", "Proses"), "P2 S1"),
        (("Proses", "Keputusan"), "P1 K2"),
        (("Keputusan", "Proses"), "K1 P2"),
        (("Proses", "Proses"), "P1+P2"),
        (("Proses", "Keputusan", "Proses"), "P1 K2 P3"),
        (("Mulai", "Proses", "Proses", "Selesai"), "M1 P2+P3 S4"),
        (("Proses", "", "Proses"), "P1+P3"),
        (("Proses 2", "Proses 1"), "P2 P1"),
        (("Proses 1", "Proses 1", "Keputusan 2"), "P1+P2 K3"),
        (("Keputusan 2", "Proses 1"), "P2 K1"),
        (("2. Proses", "(1) Proses"), "P2 P1"),
        (("Proses-2", "P1"), "P2 P1"),
        (("Mulai, Proses",), "M1 P1"),
        (("Proses; Mulai",), "M1 P1"),
        (("Mulai\nProses",), "M1 P1"),
        (("Mulai dan Proses",), "M1 P1"),
        (("Mulai/Proses", "Keputusan"), "M1 P1 K2"),
        (("Proses, Proses",), "P1 P1"),
        (("Proses, Selesai", "Mulai"), "M2 P1 S1"),
        (("Keputusan: Lengkap?", "Proses"), "K1 P2"),
        (("Lengkap?",), "K1"),
        (("Keputusan (Apakah sudah sesuai?)",), "K1"),
        (("Mulai, Berhenti",), "?1"),
        (("1 Proses 2",), "?1"),
    ],
)
def test_a_row_is_read_in_the_order_of_work(lanes: tuple[str, ...], expected: str):
    assert order(read(*lanes)) == expected


@pytest.mark.parametrize(
    ("word", "question"),
    [
        ("Keputusan: Lengkap?", "Lengkap?"),
        ("Keputusan\nSudah  sesuai?", "Sudah sesuai?"),
        ("Setuju?", "Setuju?"),
        ("Keputusan", ""),
    ],
)
def test_a_decision_keeps_its_question(word: str, question: str):
    (node,) = read(word).nodes
    assert (node.symbol, node.words, node.raw) == (Symbol.DECISION, question, word)


def test_equal_symbols_follow_each_other_where_the_register_says_so():
    assert order(read("Proses", "Proses", "Selesai", jointly=False)) == "P1 P2 S3"


@pytest.mark.parametrize(
    ("step", "within", "out"),
    [
        (read("Mulai", "Proses"), "1-2", "3"),
        (read("Proses", "Selesai"), "1-2", ""),
        (read("Proses", "Keputusan", no="1"), "1-2", "Ya 3 Tidak 1"),
        (read("Keputusan", "Proses", no="1"), "1-Ya-2", "Tidak 1@1 3"),
        (read("Keputusan", "Proses", "Selesai", no="1"), "1-Ya-2 2-3", "Tidak 1@1"),
        (read("Keputusan", "Selesai", yes="3"), "1-Tidak-2", "Ya 3@1"),
        (read("Keputusan", "Proses", yes="3", no="1"), "1-2", "Ya 3 Tidak 1"),
        (read("Keputusan", "Proses", then="Baik: 3; Buruk: 1"), "1-2", "Baik 3 Buruk 1"),
        (read("Keputusan 1", "Proses 2", yes="3", no="1"), "", "Ya 3@1 Tidak 1@1"),
        (read("Keputusan", then="Kurang: 1"), "", "3 Kurang 1"),
        (read("Keputusan", yes="3", then="Kurang: 1"), "", "3 Kurang 1"),
        (read("Keputusan", "Proses", then="Kurang: 1"), "1-2", "Kurang 1@1 3"),
        (read("Proses", then="1; 3"), "", "1 3"),
        (read("Proses", then="1, 3"), "", "1 3"),
        (read("Proses", then="langkah 1 dan langkah 3"), "", "1 3"),
        (read("Mulai", "Proses", then="1; 3"), "1-2", "1 3"),
    ],
)
def test_ways_lead_from_turn_to_turn_and_out_of_the_row(step: Step, within: str, out: str):
    def way(branch: Branch) -> str:
        words = (branch.label, f"{branch.target}@{branch.turn}".removesuffix("@0"))
        return " ".join(word for word in words if word)

    inner = " ".join(
        "-".join(filter(None, (str(b.turn), b.label, str(b.target_turn)))) for b in step.within
    )
    assert (inner, " ".join(map(way, step.branches))) == (within, out)


@given(
    st.lists(
        st.lists(st.sampled_from([*Symbol]), max_size=3).map(
            lambda symbols: ", ".join(symbol.value for symbol in symbols)
        ),
        min_size=1,
        max_size=6,
    ),
    st.booleans(),
)
def test_no_symbol_is_lost_and_every_turn_is_of_one_kind(lanes: list[str], jointly: bool):
    step = read(*lanes, jointly=jointly)
    typed = sorted(word for lane in lanes for word in lane.split(", ") if word)
    assert sorted(node.symbol.value for node in step.nodes if node.symbol) == typed
    assert [turn[0].turn for turn in step.turns] == [*range(1, len(step.turns) + 1)]
    for turn in step.turns:
        assert len({node.symbol for node in turn}) == 1
        assert sorted({node.lane for node in turn}) == [node.lane for node in turn]
