"""Weeks in a row: late files wait for the next report, and any past report can be had again."""

import shutil
import sqlite3
from contextlib import closing
from datetime import date, time
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.batch.commands.rebuild import rebuild_report, week_name
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.ledger import FILE_NAME
from sopbatch.model import SopbatchError
from tests.batch.runs import digests
from tests.cli.typed import typed
from tests.writing.report.reports import books_at, both, opened, tiles_of

SENT = Path(__file__).parents[2] / "input"
W40, W41 = date(2026, 10, 2), date(2026, 10, 9)
FIRST = ("daftar_induk.xlsx", "Dinas Kesehatan/SOP surat masuk.xlsx", "kiriman lain/kosong.xlsx")
LATER = ("Biro Organisasi/PA/surat keluar.xlsx", "Diskominfo/gangguan jaringan.xlsx")


def bring(folder, *names):
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(SENT / name, folder / name)


def run(root, as_of, **more):
    return run_batch(
        Order(input=root / "input", output=root / "output", as_of=as_of, workers=2, **more)
    )


def reports(root):
    folder = root / "output" / "laporan"
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


@pytest.fixture(scope="module")
def weeks(tmp_path_factory):
    """Two weeks: the register of the first is replaced and files are added in the second."""
    root = tmp_path_factory.mktemp("minggu")
    bring(root / "input", *FIRST)
    first = run(root, W40)
    before = reports(root)
    shutil.copytree(root, first_week_of(root))
    bring(root / "input", *LATER)
    second = run(root, W41)
    return root, first, second, before, reports(root)


def first_week_of(root):
    """A copy of input and output as they were after the first week."""
    return root.with_name(f"{root.name} pertama")


@pytest.mark.long
def test_the_second_week_counts_what_came_and_shows_the_change(weeks):
    _, first, second, _, after = weeks
    assert (len(first.reviews), len(second.reviews)) == (2, 4)
    book = both(
        tuple(after[f"{name}_Perkembangan_SOP_2026-10-09.xlsx"] for name in ("Laporan", "Lampiran"))
    )
    assert tiles_of(book)["Diterima"]["change"] == "▲ 2 sejak 2 Okt 2026"
    told = [row[0] for row in book["Riwayat"].iter_rows(values_only=True)]
    assert told[-2:] == ["2026-W40", "2026-W41"]


@pytest.mark.long
def test_files_that_came_later_are_held_and_the_figures_stay(weeks):
    root, first, *_ = weeks
    copy = root.parent / f"{root.name} lagi"
    shutil.copytree(root, copy)
    again = run(copy, W40)
    assert again.tally == first.tally
    assert "2 berkas baru diterima setelah tanggal laporan" in " ".join(again.notes)
    book = books_at(again.report)
    fates = [row[3] for row in book["Berkas Diterima"].iter_rows(values_only=True)]
    assert fates.count("Ditahan") == 2
    assert "Tidak cocok" not in str(list(book["Rekonsiliasi"].iter_rows(values_only=True)))


@pytest.mark.long
def test_a_past_report_is_rebuilt_byte_for_byte(weeks):
    root, _, _, before, after = weeks
    copy = root.parent / f"{root.name} arsip"
    shutil.copytree(root / "output", copy / "output")
    for name in before:
        (copy / "output" / "laporan" / name).unlink()
    for week in ("2026-W40", "2026-W41"):
        rebuilt = rebuild_report(copy / "output", week, 2)
        assert (rebuilt.same, rebuilt.changed, rebuilt.exit_code) == (True, False, 0)
    assert reports(copy) == after
    assert {name: data for name, data in after.items() if name in before} == before


def written_by_another_program(folder, name):
    """Make the ledger and a report those of a program that counted otherwise."""
    report = folder / "laporan" / name
    report.write_bytes(b"laporan waktu itu")
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection, connection:
        connection.execute(
            "UPDATE run SET program = '0.0.9', build = 'lain', report = ? WHERE id = 1",
            (sha256(report.read_bytes()).hexdigest(),),
        )
        connection.execute("UPDATE total SET complete = complete + 1 WHERE run = 1")
        connection.execute(
            "UPDATE standing SET status = 'Draf' WHERE run = 1 AND sop = ("
            "SELECT min(sop) FROM standing WHERE run = 1 AND status = 'Teridentifikasi')"
        )


@pytest.mark.long
def test_a_report_of_another_program_stays_and_the_new_one_tells_what_differs(
    weeks, tmp_path, monkeypatch
):
    shutil.copytree(weeks[0] / "output", tmp_path / "keluar")
    name = "Laporan_Perkembangan_SOP_2026-10-02.xlsx"
    written_by_another_program(tmp_path / "keluar", name)
    stood = digests(tmp_path / "keluar", "laporan", "dokumen", "dikembalikan")
    monkeypatch.chdir(tmp_path)
    ran = typed("report", "keluar", "--minggu", "2026-W40")
    assert ran.code == 1
    told = " ".join(ran.out.split())
    assert "Tidak sama persis dengan laporan waktu itu, yang tetap pada tempatnya." in told
    assert "Ketika itu ditulis oleh sopbatch 0.0.9 yang berbeda dari program ini." in told
    rebuilt = rebuild_report(tmp_path / "keluar", "2026-W40", 2)
    assert (rebuilt.same, rebuilt.changed, rebuilt.program) == (False, True, "0.0.9")
    figures, status = rebuilt.differences
    complete = weeks[1].tally.total.complete
    assert figures == f"lengkap: {complete + 1} menjadi {complete}"
    assert status.endswith(": Draf menjadi Teridentifikasi")
    assert f"{figures} {status}" in told
    assert rebuilt.report == tmp_path / "keluar" / "laporan" / "dibangun_ulang" / name
    assert rebuilt.report.read_bytes() == weeks[3][name]
    after = digests(tmp_path / "keluar", "laporan", "dokumen", "dikembalikan")
    assert {path: one for path, one in after.items() if "dibangun_ulang" not in path} == stood


@pytest.mark.long
def test_figures_do_not_depend_on_how_often_the_batch_runs(weeks):
    root, _, second, _, after = weeks
    copy = root.parent / f"{root.name} harian"
    shutil.copytree(first_week_of(root), copy)
    for day in (W40, date(2026, 10, 5)):
        run(copy, day)
    bring(copy / "input", *LATER)
    run(copy, W41)
    last = run(copy, W41)
    assert last.tally == second.tally
    name = "Laporan_Perkembangan_SOP_2026-10-09.xlsx"
    assert reports(copy)[name] == after[name]


@pytest.mark.long
def test_a_register_kept_elsewhere_is_archived_too(tmp_path):
    bring(tmp_path / "input", *FIRST[1:])
    bring(tmp_path / "lain", FIRST[0])
    run(tmp_path, W40, register=tmp_path / "lain" / FIRST[0])
    shutil.rmtree(tmp_path / "lain")
    assert rebuild_report(tmp_path / "output", "2026w40", 2).same


@pytest.mark.long
def test_what_the_archive_lost_is_told(weeks):
    root = weeks[0]
    copy = root.parent / f"{root.name} rusak"
    shutil.copytree(root / "output", copy)
    lost = next(path for path in sorted((copy / "arsip").rglob("*")) if path.is_file())
    lost.write_bytes(b"lain")
    with pytest.raises(SopbatchError, match="tidak lagi menyimpan"):
        rebuild_report(copy, "2026-W41")


@pytest.mark.long
def test_a_week_the_ledger_does_not_know_is_told(weeks):
    with pytest.raises(SopbatchError, match="tidak memuat laporan minggu 2026-W39"):
        rebuild_report(weeks[0] / "output", "2026-W39")


@pytest.mark.parametrize(("text", "name"), [("2026-W40", "2026-W40"), (" 2026w4 ", "2026-W04")])
def test_weeks_may_be_written_in_short(text, name):
    assert week_name(text) == name


@pytest.mark.parametrize("text", ["", "2026-40", "2026-W54", "2025-W53", "W40"])
def test_what_is_no_week_is_told(text):
    with pytest.raises(SopbatchError, match="tulis seperti 2026-W40"):
        week_name(text)


@pytest.mark.long
def test_receipt_may_close_within_a_day(tmp_path):
    bring(tmp_path / "input", *FIRST)
    at_four = run(tmp_path, W40, until=time(16))
    bring(tmp_path / "input", *LATER)
    whole_day = run(tmp_path, W40)
    again = run(tmp_path, W40, until=time(16))
    assert [len(one.reviews) for one in (at_four, whole_day, again)] == [2, 4, 2]
    assert again.tally == at_four.tally
    assert "2 berkas baru diterima setelah" in " ".join(again.notes)
    written = again.report.read_bytes()
    assert "Keadaan per 2 Oktober 2026 pukul 16.00" in opened(written)["Ringkasan"]["A2"].value
    rebuilt = rebuild_report(tmp_path / "output", "2026-W40", 2)
    assert rebuilt.same
    assert rebuilt.report.read_bytes() == written
