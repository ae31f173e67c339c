"""Rules about the flow: every way from Mulai to Selesai, and no other."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import Branch, Node, Procedure, Step, Symbol
from sopbatch.rules.flow.graph import edges_of, endless, ends, reachable, unreached
from sopbatch.rules.flow.unusual import FLOW_RULES
from tests.rules.drawing import findings, found, table


def flow(*rows: str) -> list[str]:
    """Codes for rows "lane-symbol yes no next" of a two-lane table."""
    return found(drawn(*rows), FLOW_RULES)


def drawn(*rows: str) -> str:
    lines = ["| Staf | Kepala | yes | no_target | next |"]
    for row in rows:
        lane, symbol, yes, no, then = (row.split(maxsplit=4) + [""] * 5)[:5]
        cells = [symbol if lane == "a" else "", symbol if lane == "b" else ""]
        lines.append(
            "| " + " | ".join([*cells, *(s.replace("-", "") for s in (yes, no, then))]) + " |"
        )
    return "\n".join(lines)


@pytest.mark.parametrize(
    ("rows", "expected"),
    [
        (("a M", "b K - 1", "a P", "b S"), []),
        (("a M", "b K 3 1", "a P - - 5", "b S", "a S"), ["G-09 activity 4"]),
        (("a M", "b K - - Teknis: 3; Umum: 4", "a P - - 5", "a P", "b S"), []),
        (("a P", "b P", "b S"), ["G-01 nodes 1"]),
        (("a M", "b M", "a M", "b S"), ["G-01 nodes 2", "G-01 nodes 3"]),
        (("a M", "b P", "a P"), ["G-02 nodes 3"]),
        (("a M", "b K 3 4", "b S", "a S"), []),
        (("a P", "b M", "b S"), ["G-03 nodes 2"]),
        (("a M - - 3", "b S", "a P - - 2"), ["G-04 nodes 3"]),
        (("a M", "b K", "b S"), ["G-05 no_target 2"]),
        (("a M", "b K - 3", "b S"), ["G-06 no_target 2"]),
        (("a M", "b K 1 1", "b S"), ["G-06 no_target 2", "G-10 yes 2"]),
        (("a M", "b K 9 1", "a P", "b S"), ["G-07 yes 2"]),
        (("a M", "b K - lima", "a P", "b S"), ["G-07 no_target 2"]),
        (("a M", "b K - 1", "a P", "b P - - 7", "b S"), ["G-07 next 4"]),
        (("a M", "b K 3 2", "b S"), ["G-08 no_target 2"]),
        (("a M - - 3", "b P", "a P", "b S"), ["G-09 activity 2"]),
        (("a M - - 4", "b P", "a P - - 2", "b S"), ["G-09 activity 2"]),
        (("a M", "b P - - 1", "b S"), ["G-10 next 2"]),
        (("a M", "b K 3 1", "a P", "a K 3 2", "b S"), ["G-10 yes 4"]),
        (("a M", "a P", "b P", "b P - - 3", "b S"), ["G-10 next 4"]),
        (("a K - 3", "b P", "b S"), ["G-01 nodes 1"]),
        (("a M", "b P", "b K 1 4", "b S"), ["G-12 no_target 3"]),
        (("a M", "b P 3 2", "b S"), ["G-13 no_target 2", "G-13 yes 2"]),
        (("a M", "b P - - Teknis: 3; Umum: 4", "a P", "b S"), ["G-13 next 2"]),
        (("a M", "b P - - 3;4", "a P - - 5", "b P", "b S"), []),
        (("a M", "b P - - 3,4", "a S", "b S"), []),
        (("a M", "b P - - 3;9", "a P", "b S"), ["G-07 next 2"]),
        (("a M", "b P - - 3;3", "a P", "b S"), ["G-06 next 2"]),
        (("a M", "b P - - 3;2", "a P", "b S"), ["G-08 next 2"]),
        (("a M", "b P - - 1;3", "b S"), []),
        (("a M", "b P", "b S - - 1"), ["G-13 next 3"]),
        (("a M", "b P - - 3", "b S"), []),
        (("a M", "b K 3 1 3", "a P", "b S"), ["G-14 next 2"]),
        (("a M", "b K - 1", "a K - 2", "b S"), []),
        (("a M", "b K - 1", "a K - 2", "b K - 1", "a S"), ["G-15 nodes 2"]),
        (("a M", "b K - 1", "b K - 1", "a P", "a P", "b P", "b S"), ["G-18 nodes 3"]),
        (
            ("a M", *["a P"] * 6, "b K - 1", *["a P"] * 3, "b S"),
            ["G-16 no_target 8"],
        ),
    ],
)
def test_a_flow_is_told_where_it_breaks(rows: tuple[str, ...], expected: list[str]):
    assert flow(*rows) == expected


def test_a_missing_symbol_is_not_told_a_second_time_as_missing_start_or_end():
    assert flow("a", "b P", "a") == []


@pytest.mark.parametrize(
    ("remark", "back", "expected"),
    [
        ("", "Menerima berkas", ["G-17 no_target 3"]),
        ("", "Menyusun naskah", []),
        ("Dikembalikan kepada Pemohon", "Menyusun naskah", ["G-17 no_target 3"]),
        ("Dikembalikan kepada Kasubbag Umum", "Menyusun naskah", []),
        ("Dikembalikan kepada pengirim", "Menyusun naskah", []),
    ],
)
def test_work_goes_back_to_whom_must_repair_it(remark: str, back: str, expected: list[str]):
    text = f"""
    | Pemohon | Kasubag Umum | activity           | no_target | remark   |
    | M       |              | Mengajukan berkas  |           |          |
    |         | P            | {back}             |           |          |
    |         | K            | Memeriksa naskah   | 2         | {remark} |
    |         | P            | Mencetak naskah    |           |          |
    | S       |              | Menerima naskah    |           |          |
    """
    assert found(text, FLOW_RULES) == expected


def test_a_gap_in_the_numbers_is_told_in_the_officers_own_numbers():
    text = """
    | No | Staf | Kepala | no_target |
    | 1  | M    |        |           |
    | 3  |      | K      | 7         |
    | 5  |      | S      |           |
    """
    (finding,) = findings(text, FLOW_RULES)
    assert finding.code == "G-07"
    assert "langkah 3" in finding.sentence
    assert finding.advice == "Isi dengan satu nomor langkah dari 1 sampai 5."


@pytest.mark.parametrize(
    ("asked", "expected"),
    [
        ("Memeriksa berkas permohonan", ["G-12 saran"]),
        ("Memeriksa perlu tidaknya survei lapangan", []),
        ("Memeriksa apakah diperlukan survei lapangan", []),
        ("Menentukan tingkat kegawatan", []),
        ("Pemeriksaan awal untuk penentuan gawat atau tidak gawat", []),
    ],
)
def test_of_two_ways_forward_only_those_of_a_check_are_advised(asked: str, expected: list[str]):
    text = f"""
    | Staf | Kepala | activity        | yes | no_target |
    | M    |        | Menyusun berkas |     |           |
    |      | K      | {asked}         | 3   | 4         |
    | P    |        | Menyusun bahan  |     |           |
    | P    |        | Menyusun konsep |     |           |
    |      | S      | Menetapkan      |     |           |
    """
    told = [f"{one.code} {one.severity.code}" for one in findings(text, FLOW_RULES)]
    assert told == expected


@st.composite
def procedures(draw: st.DrawFn) -> Procedure:
    size = draw(st.integers(1, 9))
    target = st.integers(0, size + 1)
    return Procedure(
        "Prosedur",
        1,
        steps=tuple(
            Step(
                row=row,
                branches=tuple(
                    Branch(label="", target=draw(target), key="next")
                    for _ in range(draw(st.integers(0, 2)))
                ),
            )
            if not draw(st.booleans())
            else _end(row)
            for row in range(1, size + 1)
        ),
    )


def _end(row: int) -> Step:
    return Step(row=row, nodes=(Node(actor=0, lane=1, symbol=Symbol.END),))


@given(procedures())
def test_every_step_is_reached_once_the_told_ones_are(procedure: Procedure):
    starts = (1, *unreached(procedure))
    assert reachable(edges_of(procedure), starts) == {step.row for step in procedure.steps}


@given(procedures())
def test_every_reached_step_comes_to_an_end_or_to_a_told_step(procedure: Procedure):
    edges = edges_of(procedure)
    told = {*ends(procedure), *endless(procedure)}
    for row in reachable(edges, (1,)):
        assert reachable(edges, (row,)) & told


@given(procedures())
def test_a_told_dead_end_really_has_no_way_to_an_end(procedure: Procedure):
    edges = edges_of(procedure)
    for row in endless(procedure):
        assert not reachable(edges, (row,)) & set(ends(procedure))
        assert row in reachable(edges, (1,))


def test_symbols_of_the_drawing_are_those_of_the_form():
    assert [step.nodes[0].symbol for step in table(drawn("a M", "b K - 1", "b S")).steps] == [
        Symbol.START,
        Symbol.DECISION,
        Symbol.END,
    ]
