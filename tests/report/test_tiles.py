"""Each of the eight figures has a light whose word says the same as its colour."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import NO_REGISTER, Completion, PlanChange, WeekTotals
from sopbatch.report.tiles import tiles
from tests.builders import day, dossier, findings, plan_line, register, review, sop
from tests.writing.report.reports import told

PAST, SOON, COMING = date(2026, 9, 30), date(2026, 10, 31), date(2026, 12, 31)
SENT = review(sop(status="Disahkan", effective=day(date(2026, 9, 1))))
FAULTY = review(sop(), findings(1), name="salah.xlsx")


def planned(code, deadline, *versions):
    return dossier(*versions, plan=plan_line(code, deadline=deadline))


def lights(known, *dossiers):
    return {tile.label: tile.light.word for tile in tiles(told(known, dossiers))}


ROWS = [
    # what came, and the words of: Diterima, Lengkap, Tersusun, Selesai, Perlu perbaikan, Terlambat,
    # Jatuh tempo 30 hari
    (
        [planned("A", PAST, SENT)],
        ["Seluruhnya", "Seluruhnya", "Seluruhnya", "Seluruhnya", "Baik", "Baik", "Baik"],
    ),
    (
        [planned("A", PAST, SENT), planned("B", COMING)],
        ["Berjalan", "Seluruhnya", "Berjalan", "Berjalan", "Baik", "Baik", "Baik"],
    ),
    (
        [planned("A", PAST, SENT), planned("B", SOON)],
        ["Berjalan", "Seluruhnya", "Berjalan", "Berjalan", "Baik", "Baik", "Segera"],
    ),
    (
        [planned("A", COMING, SENT), planned("B", PAST)],
        ["Terlambat", "Seluruhnya", "Terlambat", "Terlambat", "Baik", "Perlu tindakan", "Baik"],
    ),
    (
        [planned("A", COMING, SENT), planned("B", PAST, FAULTY)],
        [
            *("Seluruhnya", "Perlu perbaikan", "Terlambat", "Terlambat"),
            *("Perlu perbaikan", "Perlu tindakan", "Baik"),
        ],
    ),
    (
        [planned("A", COMING), planned("B", PAST, FAULTY)],
        [
            *("Berjalan", "Perlu perbaikan", "Terlambat", "Terlambat"),
            *("Perlu perbaikan", "Perlu tindakan", "Baik"),
        ],
    ),
    (
        [planned("A", COMING)],
        ["Berjalan", "Belum ada", "Berjalan", "Berjalan", "Baik", "Baik", "Baik"],
    ),
]


@pytest.mark.parametrize(("dossiers", "words"), ROWS)
def test_each_figure_has_a_word(dossiers, words):
    assert list(lights(register(), *dossiers).values()) == ["Tersedia", *words]


def test_without_a_plan_what_is_measured_by_it_has_no_light():
    found = lights(NO_REGISTER, dossier(SENT))
    assert {label for label, word in found.items() if word == "Tanpa rencana"} == {
        *("Direncanakan", "Diterima", "Tersusun", "Selesai", "Terlambat"),
        "Jatuh tempo 30 hari",
    }


def test_a_new_version_that_waits_for_its_correction_is_told_where_the_old_one_counts():
    newer = review(sop(revision=1), findings(1), name="baru.xlsx")
    waiting = dossier(newer, SENT, plan=plan_line("A", deadline=COMING))
    (tile,) = (one for one in tiles(told(register(), (waiting,))) if one.label == "Perlu perbaikan")
    assert (tile.number, tile.note, tile.light.word) == (0, "dan 1 versi baru", "Perlu perbaikan")


@pytest.mark.parametrize(
    ("changes", "before", "change"),
    [
        ([("ditambahkan", ""), ("dihapus", "")], 2, "+1 −1 sejak 25 Sep 2026"),
        (
            [("ditambahkan", ""), ("ditambahkan", ""), ("ditarik", "Ya")],
            1,
            "+2 −1 sejak 25 Sep 2026",
        ),
        ([("ditarik", "Tidak"), ("dihapus", "")], 2, "+1 −1 sejak 25 Sep 2026"),
        ([("ditambahkan", "")], 1, "▲ 1 sejak 25 Sep 2026"),
        ([("dihapus", "")], 3, "▼ 1 sejak 25 Sep 2026"),
        ([("judul", "Lain"), ("tenggat", "-")], 2, "tetap sejak 25 Sep 2026"),
        ([("ditambahkan", ""), ("dihapus", "")], 1, "▲ 1 sejak 25 Sep 2026"),
    ],
)
def test_what_came_to_the_plan_and_what_went_is_told_apart(changes, before, change):
    week = WeekTotals(date(2026, 9, 25), Completion(planned=before))
    plan = (planned("A", COMING), planned("B", COMING))
    content = replace(
        told(register(), plan, history=(week,)),
        plan_changes=tuple(
            PlanChange(sop="X", title="Judul", what=what, after=after) for what, after in changes
        ),
    )
    assert tiles(content)[0].change == change


def test_only_figures_that_should_be_zero_are_coloured_themselves():
    found = tiles(told(register(), (planned("A", PAST, FAULTY),)))
    assert {tile.label for tile in found if tile.alarming} == {
        *("Perlu perbaikan", "Terlambat", "Jatuh tempo 30 hari"),
    }


def test_a_stage_tells_its_share_of_the_plan_and_how_many_are_of_it_where_others_count_too():
    half = (planned("A", PAST, SENT), planned("B", COMING))
    beside = dossier(review(sop("Lain", status="Disahkan", effective=day(PAST)), name="lain.xlsx"))
    notes = [
        {tile.label: (tile.number, tile.note, tile.unit) for tile in tiles(told(register(), sops))}
        for sops in (half, (*half, beside))
    ]
    assert [one["Selesai"] for one in notes] == [
        (1, 0.5, "dari rencana"),
        (2, "1 dari rencana (50,0%)", ""),
    ]
