"""The ledger over the weeks: totals, migration, and what a past run is remembered by."""

import sqlite3
from contextlib import closing
from dataclasses import fields, replace
from datetime import date

import pytest

from sopbatch.ledger import (
    FILE_NAME,
    RunRecord,
    SopRecord,
    read_past,
    recall,
    register_days,
    write_run,
)
from sopbatch.ledger.opening import VERSION
from sopbatch.model import Completion, OtherFiles, receipt_number
from tests.builders import findings, received, review, sop
from tests.ledger.older import version_1
from tests.there import there

W39, W40, W41 = date(2026, 9, 25), date(2026, 10, 2), date(2026, 10, 9)


def record(as_of, ratified=0, status="Diajukan", **more):
    versions = (review(sop(), findings(1), name="a.xlsx", seen=as_of),)
    standing = SopRecord(
        "TL-01", status, versions[0].received.sha256, versions, reason="satu-satunya versi"
    )
    known = RunRecord(
        as_of=as_of,
        program="0.1.0",
        reviews=versions,
        standings=(standing,),
        outputs=(),
        total=Completion(ratified=ratified),
    )
    return replace(known, report="aa", inputs="bb", **more)


def asked(folder, question):
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        return connection.execute(question).fetchall()


def test_the_columns_of_totals_are_the_figures_of_a_completion(tmp_path):
    write_run(tmp_path, record(W40))
    columns = [row[1] for row in asked(tmp_path, "PRAGMA table_info(total)")]
    assert columns == ["run", *(figure.name for figure in fields(Completion))]


def test_history_tells_the_last_run_of_every_earlier_week(tmp_path):
    for as_of, ratified in ((W39, 1), (date(2026, 9, 30), 2), (W40, 3), (W41, 9)):
        write_run(tmp_path, record(as_of, ratified))
    write_run(tmp_path, record(W40, 4))
    history = read_past(tmp_path, W41).history
    assert [(week.week, week.total.ratified) for week in history] == [
        ("2026-W39", 1),
        ("2026-W40", 4),
    ]


def test_statuses_before_are_those_of_the_last_earlier_week(tmp_path):
    write_run(tmp_path, record(W40, status="Draf"))
    write_run(tmp_path, record(date(2026, 10, 7), status="Diajukan"))
    assert read_past(tmp_path, W41).status == {"TL-01": "Draf"}


def test_a_run_repeated_is_stored_once_and_one_that_differs_again(tmp_path):
    for _ in range(3):
        write_run(tmp_path, record(W40))
    write_run(tmp_path, record(W40, 1))
    assert asked(tmp_path, "SELECT count(*) FROM run") == [(2,)]


def test_a_ledger_of_version_1_is_brought_up_and_keeps_what_it_knew(tmp_path):
    version_1(tmp_path)
    past = read_past(tmp_path, W40)
    assert past.status == {"TL-01": "Draf"}
    assert past.first_seen == {"ff": W39}
    assert past.history == ()
    assert asked(tmp_path, "PRAGMA user_version") == [(1,)], "to read changes nothing"
    write_run(tmp_path, record(W40, 3))
    assert asked(tmp_path, "PRAGMA user_version") == [(VERSION,)]
    numbers = asked(tmp_path, "SELECT number FROM file WHERE sha256 = 'ff'")
    assert numbers == [(receipt_number(W39, "ff"),)]
    assert [week.week for week in read_past(tmp_path, W41).history] == ["2026-W40"]
    assert recall(tmp_path, "2026-W39") is None


def test_decisions_changes_and_documents_are_kept_with_their_reasons(tmp_path):
    change = replace(record(W40).standings[0], before="Draf", origin="perangkat daerah", since=W40)
    digest = change.counted
    write_run(
        tmp_path,
        record(W40, documents={digest: "dokumen/a.pdf"}, standings=(change,)),
    )
    assert asked(tmp_path, "SELECT sop, sha256, reason FROM decision") == [
        ("TL-01", digest, "satu-satunya versi")
    ]
    assert asked(tmp_path, "SELECT sop, before, after, since, origin FROM change") == [
        ("TL-01", "Draf", "Diajukan", "2026-10-02", "perangkat daerah")
    ]
    assert asked(tmp_path, "SELECT kind, path FROM document") == [("dokumen", "dokumen/a.pdf")]


def test_a_status_that_stays_is_no_change(tmp_path):
    same = replace(record(W40).standings[0], before="Diajukan")
    write_run(tmp_path, record(W40, standings=(same,)))
    assert asked(tmp_path, "SELECT * FROM change") == []


def test_a_run_is_remembered_with_all_its_files(tmp_path):
    late = received("susulan.xlsx", first_seen=W41)
    susulan = review(name="susulan.xlsx", seen=W41)
    write_run(tmp_path, record(W41, reviews=(susulan,), standings=()))
    others = OtherFiles(
        register=received("daftar_induk.xlsx", first_seen=W40),
        held=(late,),
        untaken=(("tautan.xlsx", "tautan tidak diikuti"),),
    )
    known = record(W40, others=others, returned={"x": "dikembalikan/a.xlsx"})
    first = known.reviews[0]
    copied = replace(first, received=replace(first.received, copies=("b.xlsx", "0.xlsx")))
    write_run(tmp_path, replace(known, reviews=(copied,)))
    run = there(recall(tmp_path, "2026-W40"))
    assert [(item.name, item.copies, item.first_seen) for item in run.received] == [
        ("a.xlsx", ("b.xlsx", "0.xlsx"), W40)
    ]
    assert there(run.others.register).name == "daftar_induk.xlsx"
    assert [(item.name, item.first_seen) for item in run.others.held] == [("susulan.xlsx", W41)]
    assert run.others.untaken == (("tautan.xlsx", "tautan tidak diikuti"),)
    assert run.returned == {"x": "dikembalikan/a.xlsx"}


def test_the_register_used_last_comes_last_with_the_day_of_its_last_report(tmp_path):
    one, other = (received(name, first_seen=W39) for name in ("daftar.xlsx", "daftar baru.xlsx"))
    for as_of, register in ((W39, one), (W40, other), (W41, one)):
        write_run(tmp_path, record(as_of, others=OtherFiles(register=register)))
    assert list(register_days(tmp_path).items()) == [(other.sha256, W40), (one.sha256, W41)]


def test_looking_back_leaves_out_what_came_after(tmp_path):
    write_run(tmp_path, record(W39, 1))
    write_run(tmp_path, record(W40, 2))
    run = there(recall(tmp_path, "2026-W40"))
    write_run(tmp_path, record(W39, 7))
    assert [week.total.ratified for week in read_past(tmp_path, W40).history] == [7]
    assert [week.total.ratified for week in read_past(tmp_path, W40, run.id).history] == [1]


@pytest.mark.parametrize("week", ["2026-W41", "1999-W01"])
def test_a_week_without_a_run_is_not_remembered(tmp_path, week):
    assert recall(tmp_path, week) is None
    write_run(tmp_path, record(W40))
    assert recall(tmp_path, week) is None
