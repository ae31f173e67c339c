from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import (
    Branch,
    Duration,
    DurationKind,
    LegalCitation,
    Span,
    heaviest,
    longest_waiting,
)
from sopbatch.tally import tally
from sopbatch.tally.analysis import work_of
from sopbatch.tally.aspects import aspects_of
from tests.builders import SEEN, dossier, hours, procedure, register, review, sop
from tests.tally.chains import chain
from tests.there import there


def analysed(*sops):
    files = [review(one, name=f"{place}.xlsx") for place, one in enumerate(sops)]
    (unit,) = tally(tuple(map(dossier, files)), register(), SEEN).work
    return unit


def test_the_main_path_follows_every_ya_and_the_rest_is_only_in_the_total():
    drawn = chain("M A 1", "K B 2>4", "S A 1", "P C 8", "S A 4")
    (row,) = analysed(sop(procedures=(drawn,))).sops
    assert (row.main_steps, row.main_time, row.main_ends) == (3, Span(240, 240), True)
    assert (row.steps, row.time) == (5, Span(960, 960))


def test_what_a_worker_told_of_the_work_is_what_is_told_here():
    drawn = chain("M A 1", "K B 2>4", "S A 1", "P C 8", "S A 4")
    whole = sop(procedures=(drawn,), warnings=("Tanpa biaya.",))
    told = replace(review(whole, name="0.xlsx"), work=work_of(whole))
    assert tally((dossier(told),), register(), SEEN).work == (analysed(whole),)


def test_a_path_that_comes_back_to_itself_ends_there():
    drawn = chain("M A 1", "P B 1")
    back = replace(drawn.steps[1], branches=(Branch(label="", target=1, key="next", raw="1"),))
    (row,) = analysed(sop(procedures=(replace(drawn, steps=(drawn.steps[0], back)),))).sops
    assert (row.main_steps, row.main_ends, row.loops) == (2, False, 1)


@pytest.mark.parametrize(
    ("drawn", "handovers"),
    [
        (("M A 1", "P A 1", "S A 1"), 0),
        (("M A 1", "P B 1", "S A 1"), 2),
        (("M A 1", "P AB 1", "S B 1"), 0),
        (("M A 1", "K B 1>1", "S C 1"), 2),
    ],
)
def test_work_is_handed_over_where_nobody_stays(drawn, handovers):
    assert analysed(sop(procedures=(chain(*drawn),))).sops[0].handovers == handovers


def test_decisions_ways_back_and_blank_outputs_are_counted():
    drawn = chain("M A 1", "K B 1>1", "K C 1>3", "K A 1>5", "S A 1")
    blank = replace(drawn.steps[0], output=" ")
    (row,) = analysed(sop(procedures=(replace(drawn, steps=(blank, *drawn.steps[1:])),))).sops
    assert (row.decisions, row.loops, row.without_output) == (3, 2, 1)


def test_who_carries_most_and_who_waits_longest():
    drawn = chain("M A 1", "P B 6", "P C 2", "P BC 1", "S A 1")
    (row,) = analysed(sop(procedures=(drawn,))).sops
    loads = {load.role: (load.steps, load.carried, load.waited) for load in row.roles}
    assert loads == {"A": (2, 120, 540), "B": (2, 420, 120), "C": (2, 180, 0)}
    assert there(heaviest(row.roles)).role == "B"
    assert there(longest_waiting(row.roles)).role == "A"


def test_loads_of_a_unit_add_up_by_executor():
    unit = analysed(
        sop("Satu", procedures=(chain("M A 1", "S B 2"),)),
        sop("Dua", procedures=(chain("M A 1", "S A 1"),)),
    )
    loads = [(load.role, load.sops, load.steps, load.carried) for load in unit.roles]
    assert loads[:2] == [("A", 2, 3, 180), ("B", 2, 1, 120)]


def test_an_sop_far_from_the_median_of_its_unit_is_told():
    lengths = (2, 4, 4, 4, 8)
    unit = analysed(
        *(sop(f"Judul {at}", procedures=(procedure(hours(h)),)) for at, h in enumerate(lengths))
    )
    told = [row.distance for row in unit.sops]
    assert told == ["jauh di bawah", "wajar", "wajar", "wajar", "jauh di atas"]
    assert (unit.median_time, unit.sops[4].ratio) == (240, 2.0)


def test_two_sops_are_too_few_to_compare():
    unit = analysed(
        sop("Satu", procedures=(procedure(hours(1)),)),
        sop("Dua", procedures=(procedure(hours(9)),)),
    )
    assert {row.distance for row in unit.sops} == {""}


def test_calendar_time_is_never_added_to_working_time():
    days = Duration(
        raw="2 x 24 jam", kind=DurationKind.DURATION, low=2880, high=2880, unit="jam", elapsed=True
    )
    (row,) = analysed(sop(procedures=(procedure(hours(1), days),))).sops
    assert row.time == Span(60, 60, 2880)


@pytest.mark.parametrize(
    ("aspect", "fields"),
    [
        ("Rincian biaya pelayanan", {"warnings": ("Pelayanan ini GRATIS.",)}),
        ("Hak dan kewajiban", {"warnings": ("Pemohon berhak atas salinan.",)}),
        ("Lokasi pelayanan", {"equipment": ("Loket 3",)}),
        ("Janji pelayanan", {"relations": ("Maklumat Pelayanan",)}),
        ("Standar pelayanan publik", {"legal_basis": (LegalCitation(raw="… Standar Pelayanan"),)}),
        ("Informasi pelayanan", {"records": ("Buku pengaduan",)}),
        ("Pejabat yang berwenang dan bertanggung jawab", {"signatory_position": "Kepala Biro"}),
    ],
)
def test_an_aspect_of_transparency_is_recognised_by_what_the_sop_says(aspect, fields):
    def told(subject):
        return {one.name: one.evidence for one in aspects_of(subject)}

    assert told(sop())[aspect] == ""
    assert told(sop(**fields))[aspect]


def test_words_inside_other_words_tell_nothing():
    told = aspects_of(sop(warnings=("Pihak ketiga tidak dilibatkan; berkas dilaminasi.",)))
    assert [one.name for one in told if one.evidence] == [
        "Prosedur pelayanan",
        "Waktu penyelesaian pelayanan",
    ]


def test_long_texts_are_quoted_round_what_was_recognised():
    text = f"{'Awal kalimat. ' * 20}Tidak ada biaya. {'Akhir kalimat. ' * 20}"
    evidence = next(
        one.evidence for one in aspects_of(sop(warnings=(text,))) if "biaya" in one.name
    )
    assert "biaya" in evidence
    assert len(evidence) < 90


def test_an_sop_without_steps_is_no_work_to_analyse():
    unit = analysed(sop("A", procedures=()), sop("B"))
    assert [row.title for row in unit.sops] == ["B"]


ROW = st.tuples(st.sampled_from("MPK"), st.sampled_from(["A", "B", "C", "AC"]), st.integers(0, 9))


@pytest.mark.long
@settings(deadline=None)
@given(st.lists(ROW, min_size=1, max_size=8), st.data())
def test_the_main_path_is_part_of_the_whole(rows, data):
    drawn = [
        f"{symbol} {lanes} {time}"
        + (f">{data.draw(st.integers(1, len(rows)))}" if symbol == "K" else "")
        for symbol, lanes, time in rows
    ]
    (row,) = analysed(sop(procedures=(chain(*drawn, f"S A {1}"),))).sops
    assert row.main_steps <= row.steps
    assert row.main_time.longest <= row.time.longest
    assert row.handovers < row.main_steps
    assert max(load.waited for load in row.roles) <= row.main_time.longest
    assert max(load.carried for load in row.roles) <= row.time.longest
