"""Ya ke, Tidak ke and Lanjut ke lead where an officer means them to."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import Branch, Node, Step, Symbol
from sopbatch.reading.branches import named_branches, resolve_branches
from tests.writing.templates.typed_targets import ANSWERS, BEHIND_ANSWER, BETWEEN_ANSWERS

NOWHERE, NO_NUMBER = 0, None


def steps(*symbols: Symbol, numbers: tuple[int | None, ...] = (), **fields: Any) -> list[Step]:
    """Steps with these symbols; the fields belong to the first one."""
    return [
        Step(
            row=row,
            number=numbers[row - 1] if numbers else row,
            nodes=(Node(actor=0, lane=1, symbol=symbol),),
            **(fields if row == 1 else {}),
        )
        for row, symbol in enumerate(symbols, start=1)
    ]


def first_branches(
    symbol: Symbol, numbers: tuple[int | None, ...] = (), **fields: str
) -> list[tuple[str, int | None, str]]:
    found = steps(symbol, *[Symbol.PROCESS] * 3, numbers=numbers, **fields)
    return [(way.label, way.target, way.key) for way in resolve_branches(tuple(found))[0].branches]


@pytest.mark.parametrize(
    ("symbol", "fields", "ways"),
    [
        (Symbol.PROCESS, {}, [("", 2, "")]),
        (Symbol.START, {"next": "3"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "-"}, [("", 2, "")]),
        (Symbol.PROCESS, {"next": "3."}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "3.0"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "(3)"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "langkah 3"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "Kembali ke no. 3"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "ke langkah ke-3"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "no.3"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "03"}, [("", 3, "next")]),
        (Symbol.PROCESS, {"next": "1 dan 3"}, [("", 1, "next"), ("", 3, "next")]),
        (Symbol.PROCESS, {"next": "1-3"}, [("", NO_NUMBER, "next")]),
        (Symbol.PROCESS, {"next": "3 hari"}, [("", NO_NUMBER, "next")]),
        (Symbol.PROCESS, {"next": "99"}, [("", NOWHERE, "next")]),
        (Symbol.PROCESS, {"next": "tiga"}, [("", NO_NUMBER, "next")]),
        (Symbol.END, {}, []),
        (Symbol.END, {"next": "2"}, [("", 2, "next")]),
        (Symbol.DECISION, {"no_target": "4"}, [("Ya", 2, ""), ("Tidak", 4, "no_target")]),
        (Symbol.DECISION, {"yes": "3 Tidak 2"}, [("Ya", 3, "yes"), ("Tidak", 2, "yes")]),
        (
            Symbol.DECISION,
            {"no_target": "2, Ya 3"},
            [("Tidak", 2, "no_target"), ("Ya", 3, "no_target")],
        ),
        (
            Symbol.DECISION,
            {"yes": "3", "no_target": "2"},
            [("Ya", 3, "yes"), ("Tidak", 2, "no_target")],
        ),
        (Symbol.DECISION, {}, [("Ya", 2, "")]),
        (
            Symbol.DECISION,
            {"next": "Teknis: 3; Administratif: 4"},
            [("Teknis", 3, "next"), ("Administratif", 4, "next")],
        ),
        (
            Symbol.DECISION,
            {"next": "Baik = 3\nKurang = 9"},
            [("Baik", 3, "next"), ("Kurang", NOWHERE, "next")],
        ),
        (
            Symbol.DECISION,
            {"yes": "Ya 3 Tidak 4"},
            [("Ya", 3, "yes"), ("Tidak", 4, "yes")],
        ),
        (
            Symbol.DECISION,
            {"no_target": "Setuju: 3; Tidak setuju: 9"},
            [("Setuju", 3, "no_target"), ("Tidak setuju", NOWHERE, "no_target")],
        ),
        (
            Symbol.DECISION,
            {"yes": "Ya: 3", "no_target": "Tidak ke 4"},
            [("Ya", 3, "yes"), ("Tidak", 4, "no_target")],
        ),
        (
            Symbol.DECISION,
            {"yes": "Tidak: 3", "no_target": "4"},
            [("Ya", NO_NUMBER, "yes"), ("Tidak", 4, "no_target")],
        ),
        (Symbol.PROCESS, {"next": "Teknis: 3"}, [("Teknis", 3, "next")]),
    ],
)
def test_a_step_leads_where_it_says(symbol, fields, ways):
    assert first_branches(symbol, **fields) == ways


@pytest.mark.parametrize(
    ("numbers", "typed", "target"),
    [
        ((1, 2, 3, 4), "3", 3),
        ((10, 20, 30, 40), "30", 3),
        ((1, 2, 4, 5), "4", 3),
        ((1, 2, 4, 5), "3", NOWHERE),
        ((None, None, None, None), "3", 3),
        ((1, 2, None, 3), "3", 4),
        ((1, 2, None, 4), "3", 3),
        ((1, 2, 2, 3), "3", 3),
    ],
)
def test_a_target_means_the_number_on_the_sheet(numbers, typed, target):
    assert first_branches(Symbol.PROCESS, numbers, next=typed) == [("", target, "next")]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "-",
        "5",
        "lanjut ke langkah 5",
        ";",
        "Teknis 5",
        "1, 5",
        "5 dan 7, 5",
        "Teknis ke 5, lihat",
    ],
)
def test_other_texts_name_no_branches(text):
    assert named_branches(text, {5: 5}) == ()


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Layak ke 5, perlu perbaikan ke 7", [("Layak", 5), ("perlu perbaikan", 7)]),
        ("Layak ke langkah 5; ditolak kembali ke no. 7", [("Layak", 5), ("ditolak", 7)]),
        ("Layak 5, Tidak layak 7", [("Layak", 5), ("Tidak layak", 7)]),
        ("Setuju, lengkap: 5; lainnya: 7", [("Setuju, lengkap", 5), ("lainnya", 7)]),
        ("Teknis: ke 5", [("Teknis", 5)]),
        ("Teknis: 5, Umum = 9", [("Teknis", 5), ("Umum", NOWHERE)]),
        ("a: b: 5", [("a: b", 5)]),
        ("Setuju: 5 Tidak setuju: 7", [("Setuju", 5), ("Tidak setuju", 7)]),
        ("a. Teknis: 5 b. Umum: 7", [("Teknis", 5), ("Umum", 7)]),
        ("Teknis → 5; Umum -> 7", [("Teknis", 5), ("Umum", 7)]),
        ("(Teknis) 5, (Umum) 7", [("Teknis", 5), ("Umum", 7)]),
        ("- Teknis: 5\n- Umum: 7", [("Teknis", 5), ("Umum", 7)]),
        ("Jika teknis ke 5, jika umum ke 7", [("teknis", 5), ("umum", 7)]),
        ("Ya 5 Tidak 7", [("Ya", 5), ("Tidak", 7)]),
        ("Ya ke langkah 5 Tidak kembali ke 7", [("Ya", 5), ("Tidak", 7)]),
        ("Ya: 5 / Tidak: 7", [("Ya", 5), ("Tidak", 7)]),
        ("Ya → 5 Tidak → 7", [("Ya", 5), ("Tidak", 7)]),
        ("Ya (5), Tidak (7)", [("Ya", 5), ("Tidak", 7)]),
        ("Setuju: 5 - Tidak setuju: 7", [("Setuju", 5), ("Tidak setuju", 7)]),
        ("Ya: 5 atau Tidak: 7", [("Ya", 5), ("Tidak", 7)]),
        ("B2 - 5 dan C - 7", [("B2", 5), ("C", 7)]),
        ("Setuju/lengkap: 5", [("Setuju/lengkap", 5)]),
        ("Nilai 100 juta: 5", [("Nilai 100 juta", 5)]),
    ],
)
def test_branches_in_words_are_read(text, ways):
    assert [(way.label, way.target) for way in named_branches(text, {5: 5, 7: 7})] == ways


def test_the_text_as_typed_is_kept():
    (first, *_) = resolve_branches(tuple(steps(Symbol.PROCESS, Symbol.END, next=" 2) ")))
    assert first.branches == (Branch(label="", target=2, key="next", raw=" 2) "),)


@given(
    st.sampled_from([pair for pair in ANSWERS if not any(map(str.isdigit, "".join(pair)))]),
    st.sampled_from(BETWEEN_ANSWERS),
    st.sampled_from(BEHIND_ANSWER),
    st.tuples(st.integers(1, 40), st.integers(1, 40)),
)
def test_two_answers_lead_where_each_says(names, between, behind, numbers):
    end = ")" if "(" in behind else ""
    text = between.join(f"{name}{behind}{to}{end}" for name, to in zip(names, numbers, strict=True))
    read = named_branches(text, {to: to for to in range(1, 41)})
    assert [(way.label, way.target) for way in read] == list(zip(names, numbers, strict=True))
