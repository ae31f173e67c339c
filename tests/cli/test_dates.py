"""Report dates that are hardly meant: asked about on a terminal, refused where nobody answers."""

import shutil
from pathlib import Path

import pytest

from sopbatch.cli.clock import TODAY
from tests.batch.runs import AS_OF, digests
from tests.cli.terminal import on_terminal
from tests.cli.typed import english, typed

LAST = AS_OF
FUTURE, OLDER = "2027-01-08", "2026-11-15"
ASKED = "Lanjutkan? [y/T]"
FORCE = "Tambahkan --paksa jika memang demikian."
CLOCK = (
    "Laporan terakhir bertanggal 22 November 2026, padahal hari ini 1 November 2026: jam komputer "
    "atau tanggal yang diketik keliru, waktu itu atau sekarang. Jika waktu itu, batalkan laporan "
    "terakhir dengan “sopbatch undo keluar”"
)
DOUBTS = {
    FUTURE: "Tanggal laporan 8 Januari 2027 setelah hari ini (31 Desember 2026)",
    OLDER: (
        "Tanggal laporan 15 November 2026 lebih awal daripada laporan terakhir (22 November 2026); "
        "laporannya hanya ditulis di laporan/susulan dan dokumen tidak berubah"
    ),
}
REPORTS = {
    FUTURE: "laporan/Laporan_Perkembangan_SOP_2027-01-08.xlsx",
    OLDER: "laporan/susulan/Laporan_Perkembangan_SOP_2026-11-15.xlsx",
}


@pytest.fixture(scope="module")
def reported(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with one file sent, and one report about it."""
    root = tmp_path_factory.mktemp("tanggal")
    (root / "masuk").mkdir()
    (root / "masuk" / "pindaian.xlsx").write_bytes(b"%PDF-1.7\n")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        assert typed("run", "masuk", "keluar", "--per-tanggal", LAST).code == 1
    return root


@pytest.fixture
def place(reported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    shutil.copytree(reported, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize("day", DOUBTS)
def test_a_date_that_is_hardly_meant_is_refused_where_nobody_answers(place: Path, day: str):
    before = digests(place)
    ran = typed("run", "masuk", "keluar", "--per-tanggal", day)
    assert ran.mistake == f"{DOUBTS[day]}. {FORCE}"
    assert english(ran.err) == []
    assert digests(place) == before


@pytest.mark.long
@pytest.mark.parametrize(("day", "answer"), [(FUTURE, ""), (FUTURE, "yakin"), (OLDER, "t")])
def test_whoever_does_not_say_yes_changes_nothing(place: Path, day: str, answer: str):
    before = digests(place)
    shown = on_terminal("run", "masuk", "keluar", "--per-tanggal", day, answer=answer)
    assert shown.code == 2
    assert f"{DOUBTS[day]}. {ASKED}" in shown.words
    assert "Tidak dilanjutkan; tidak ada yang berubah." in shown.words
    assert digests(place) == before


@pytest.mark.long
@pytest.mark.parametrize(("day", "answer"), [(FUTURE, "Y"), (OLDER, "ya")])
def test_yes_goes_on(place: Path, day: str, answer: str):
    shown = on_terminal("run", "masuk", "keluar", "--per-tanggal", day, answer=answer)
    # Of what came the last report told already, and the older one holds it: nothing is new.
    assert shown.code == 0
    assert (place / "keluar" / REPORTS[day]).is_file()


def test_a_script_says_that_the_date_is_meant(place: Path):
    ran = typed("run", "masuk", "keluar", "--per-tanggal", FUTURE, "--paksa")
    assert ran.code == 0
    assert (place / "keluar" / REPORTS[FUTURE]).is_file()


@pytest.mark.long
@pytest.mark.parametrize("day", ["1999-12-31", "2101-01-01"])
def test_a_year_that_nobody_reports_about_is_refused_whatever_is_said(place: Path, day: str):
    before = digests(place)
    told = f"Tanggal laporan {day} di luar tahun 2000 sampai 2100; periksa --per-tanggal."
    assert typed("run", "masuk", "keluar", "--per-tanggal", day, "--paksa").mistake == told
    shown = on_terminal("run", "masuk", "keluar", "--per-tanggal", day, "--paksa", answer="ya")
    assert (shown.code, ASKED in shown.words) == (2, False)
    assert told in shown.words
    assert digests(place) == before


@pytest.mark.long
def test_a_clock_that_stood_wrong_is_told_in_one_sentence_that_names_the_way_out(
    place: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setenv(TODAY, "2026-11-01")
    before = digests(place)
    assert typed("run", "masuk", "keluar").mistake == f"{CLOCK}. {FORCE}"
    shown = on_terminal("run", "masuk", "keluar", changes={TODAY: "2026-11-01"}, answer="t")
    assert (shown.code, shown.words.count(f"{CLOCK}. {ASKED}")) == (2, 1)
    assert digests(place) == before
    assert typed("undo", "keluar", "masuk").code == 0
    ran = typed("run", "masuk", "keluar")
    assert (ran.code, "jam komputer" in ran.err) == (1, False)
    assert (place / "keluar/laporan/Laporan_Perkembangan_SOP_2026-11-01.xlsx").is_file()


@pytest.mark.long
def test_a_day_that_is_today_or_the_last_one_is_asked_nothing(place: Path):
    for day in (LAST, "2026-12-31"):
        ran = typed("run", "masuk", "keluar", "--per-tanggal", day)
        assert (ran.code, ASKED in ran.err) == (int(day == LAST), False)
