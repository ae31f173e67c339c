"""Rules about executors."""

import pytest

from sopbatch.model import Unit
from sopbatch.rules.actors.executors import ACTOR_RULES
from tests import builders
from tests.rules.drawing import findings, found, table


def lanes(*names: str) -> str:
    """A table in which each lane does the next step."""
    head = f"| {' | '.join(names)} |"
    rows = [
        f"| {' | '.join('P' if lane == row else '' for lane in range(len(names)))} |"
        for row in range(len(names))
    ]
    return "\n".join([head, *rows])


@pytest.mark.parametrize(
    ("names", "expected"),
    [
        (("Pemohon", "Kepala Biro"), []),
        (("Kepala Biro",), ["A-02 actor"]),
        (tuple(f"Analis {n}" for n in range(8)), []),
        (tuple(f"Analis {n}" for n in range(9)), ["A-03 actor"]),
        (("Pemohon", "Kasubag Umum", "Ka. Subbag Umum"), ["A-04 actor"]),
        (("Pemohon", "Bapak Ahmad"), ["A-08 actor"]),
        (("Pemohon", "Sabrang Mahakam, S.Sos., M.Si."), ["A-08 actor"]),
        (("Pemohon", "Kabag Umum (NIP 19700101)"), ["A-08 actor"]),
        (("Kepala Bidang Data, SKPD", "Pemohon"), []),
        (("Pemohon", "Aplikasi SIMPEG"), ["A-09 actor"]),
        (("Pemohon", "Admin Aplikasi"), []),
        (("Pemohon", "Kepala Bagian Pendayagunaan Aparatur"), []),
        (("Pemohon", "Kepala Subbagian Pendayagunaan Aparatur Daerah"), ["A-10 actor"]),
        (("Pemohon", "PPK/Kasubbag"), ["A-13 actor"]),
        (("Pemohon", "Kepala Bidang dan Sekretaris"), ["A-13 actor"]),
        (("Pemohon", "PPK dan PPSPM"), ["A-13 actor"]),
        (("Pemohon", "Kepala BPS / KSK"), ["A-13 actor"]),
        (("Pemohon", "Kasubbag Umum & Kepeg"), []),
        (("Pemohon", "Ketua Tim Diseminasi dan PST"), []),
        (("Pemohon", "Kepala Bidang Data dan TIK"), []),
        (("Pemohon", "Dinas Pemberdayaan Masyarakat dan Desa"), []),
    ],
)
def test_lane_names_are_judged(names: tuple[str, ...], expected: list[str]):
    assert found(lanes(*names), ACTOR_RULES) == expected


def test_more_than_fifteen_executors_block_and_nine_only_warn():
    (nine,) = findings(lanes(*(f"Analis {n}" for n in range(9))), ACTOR_RULES)
    (sixteen,) = findings(lanes(*(f"Analis {n}" for n in range(16))), ACTOR_RULES)
    assert (nine.severity.code, nine.place.lane) == ("peringatan", 9)
    assert (sixteen.severity.code, sixteen.place.lane) == ("galat", 16)


def test_a_table_without_lane_names_has_no_executor():
    assert found("| _ |\n| P |\n| S |", ACTOR_RULES) == ["A-01 actor"]


def test_a_symbol_in_a_nameless_lane_is_told_once():
    text = """
    | Staf | Kepala | _ |
    | M    |        |   |
    |      | P      |   |
    |      |        | P |
    |      |        | S |
    """
    (finding,) = findings(text, ACTOR_RULES)
    assert (finding.code, finding.place.lane) == ("A-06", 3)


def test_an_unused_lane_offers_no_name_that_another_lane_has():
    text = """
    | Pemohon | Kasubag Keuangan | Kepala | Kasubag Keuanga |
    | M       |                  |        |                 |
    |         |                  | P      |                 |
    |         |                  | S      | S               |
    """
    (finding,) = findings(text, ACTOR_RULES)
    assert (finding.code, finding.suggestion) == ("A-05", "")


def test_lanes_follow_the_order_of_the_steps():
    text = """
    | Kepala | Staf | Pemohon |
    |        |      | M       |
    |        | P    |         |
    | S      |      |         |
    """
    (finding,) = findings(text, ACTOR_RULES)
    assert (finding.code, finding.place.lane) == ("A-07", 3)
    assert "Pemohon; Staf; Kepala" in finding.advice
    assert not finding.suggestion, "to paste it into one heading would spoil that heading"


def test_one_executor_is_right_for_a_technical_sop():
    technical = builders.sop(nature="Teknis", procedures=(table("| Staf |\n| M |\n| S |"),))
    assert found(technical, ACTOR_RULES) == []


def test_a_system_may_execute_when_it_is_called_one():
    procedure = table(lanes("Pemohon", "Aplikasi SIMPEG"), kinds=("", "Sistem"))
    assert found(procedure, ACTOR_RULES) == []


@pytest.mark.parametrize(("simplified", "expected"), [(True, ["A-12 actor"]), (False, [])])
def test_abolished_posts_are_told_in_simplified_units_only(simplified: bool, expected: list[str]):
    register = builders.register(
        units=(Unit(code="4.01.01.7", name="Biro", simplified=simplified),)
    )
    assert found(lanes("Pemohon", "Kasubbag Umum"), ACTOR_RULES, register=register) == expected
