"""What the commands show: on a terminal, in a file, and as JSON for other programs."""

import json
import re
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from rich.cells import cell_len

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.batch.output.tree import ANSWER, RUN_LOG
from sopbatch.model import Place, Severity
from sopbatch.rules.examples import casebook
from tests.batch.runs import AS_OF, OFFICE, PROGRESS, Ran, good_workbook
from tests.cli.typed import english, typed
from tests.sample_batch.making import filled, sample

SUMMARY = """\
Pekan ini (minggu ke-47 tahun 2026)
┌────────────────────────────┬────┬────────────────────────────────────────────┐
│ Berkas baru                │  5 │ 2 lengkap, 1 harus diperbaiki, dan 2       │
│                            │    │ ditolak                                    │
│ Dikembalikan sekarang      │  3 │ 1 harus diperbaiki; 2 tidak terbaca; ke 1  │
│                            │    │ perangkat daerah                           │
│ Jatuh tempo 14 hari        │  4 │ terdekat 30 November 2026                  │
│ Jatuh tempo 15–30 hari     │ 11 │ terdekat 15 Desember 2026                  │
│ Perlu diputuskan           │  0 │                                            │
│ Keputusan belum diterapkan │  2 │ lembar Keputusan baris 5, 6                │
│ Belum dijawab              │  0 │                                            │
│ SOP di luar rencana        │  0 │                                            │
│ SOP selesai                │  1 │ dari 53 yang direncanakan (1,9%)           │
└────────────────────────────┴────┴────────────────────────────────────────────┘
Laporan: keluar/laporan/Laporan_Perkembangan_SOP_2026-11-22.xlsx
Lampiran, dengan lembar Pekan ini: keluar/laporan/Lampiran_Perkembangan_SOP_2026-11-22.xlsx
Dokumen SOP: keluar/dokumen
Berkas untuk dikembalikan: keluar/dikembalikan
Arsip berkas asli: keluar/arsip
"""


@pytest.fixture(scope="module")
def place(small_batch: Path, small_run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder the operator works in, with an input and an earlier output."""
    folder = tmp_path_factory.mktemp("kerja")
    shutil.copytree(small_batch, folder / "masuk")
    shutil.copytree(small_run, folder / "keluar")
    (folder / "baik.xlsx").write_bytes(good_workbook())
    return folder


@pytest.fixture(autouse=True)
def at_work(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(place)


@pytest.fixture(scope="module")
def told(place: Path) -> Ran:
    """A run whose output goes into files."""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(place)
        # What an earlier run answered would be told, and nothing done.
        (place / "keluar" / ANSWER).unlink(missing_ok=True)
        return typed("run", "masuk", "keluar", "--per-tanggal", AS_OF)


def test_a_run_closes_with_counts_and_places(told: Ran):
    assert told.code == 1
    assert told.out.startswith(SUMMARY)
    rest = told.out.removeprefix(SUMMARY).splitlines()
    assert all(line.startswith("Catatan: ") for line in rest)


def test_progress_is_plain_lines_where_no_terminal_is(told: Ran):
    lines = told.err.splitlines()
    assert all(line.startswith(PROGRESS) and line.endswith(".") for line in lines)
    assert "Membaca berkas: 5 berkas, 3 sudah ada." in lines
    assert "Menulis dokumen: 2 berkas, 2 sudah ada." in lines
    assert lines.count("Membaca berkas: selesai.") == 1
    assert "\x1b" not in told.out + told.err


def test_nothing_shown_is_english(told: Ran):
    assert english(told.out + told.err) == []


FINDING = {
    "kode": str, "tingkat": str, "sel": str, "uraian": str, "saran": str, "maksud": str,
    "menahan": bool,
}  # fmt: skip
REVIEW = {
    "berkas": str, "salinan": [str], "terbaca": bool, "galat": int, "peringatan": int,
    "temuan": [FINDING],
}  # fmt: skip
PASSED_OVER = {"nama": str, "sebab": str}
RUN = {
    "per_tanggal": str,
    "berkas": {
        "dibaca": int, "dari_arsip": int, "lengkap": int, "perlu_perbaikan": int,
        "tidak_terbaca": int, "digantikan": int,
    },
    "pekan_ini": [{"hal": str, "jumlah": int, "keterangan": str}],
    "sop": {
        "direncanakan": int, "diterima": int, "lengkap": int, "tersusun": int, "selesai": int,
        "selesai_sesuai_rencana": int,
    },
    "laporan": str, "keluaran": [str], "dilewati": [PASSED_OVER], "gagal": [str], "catatan": [str],
    "turun": [object], "kesalahan_program": int, "temuan": [REVIEW], "formulir_lain": [REVIEW],
    "kode_keluar": int,
}  # fmt: skip
CHECK = {
    "dilewati": [PASSED_OVER], "berkas_bertanda": [str], "gagal": [str], "catatan": [str],
    "kesalahan_program": [str], "temuan": [REVIEW], "kode_keluar": int,
}  # fmt: skip
LABELS = {severity.code: severity.label for severity in Severity}
RULE = {"kode": str, "nama": str, "tingkat": str, "temuan": str, "perbaikan": str, "alasan": str}
SIMULATION = {
    "aturan": [{"kode": str, "tingkat": str}],
    "berkas": int, "lengkap_sekarang": int, "lengkap_nanti": int,
    "perubahan": [{
        "perangkat_daerah": str, "berkas": str, "judul": str, "tertahan": bool, "aturan": [str],
    }],
    "kesalahan_program": [str], "kode_keluar": int,
}  # fmt: skip
TIME = {
    "detik": float,
    "tahap": [{"tahap": str, "berkas": int, "detik": float}],
    "berkas_terlama": [{"berkas": str, "tahap": str, "detik": float}],
}
FORMS = [
    (("run", "masuk", "keluar", "--per-tanggal", AS_OF), 1, RUN),
    (("run", "masuk", "keluar", "--per-tanggal", AS_OF, "--profil"), 1, {**RUN, "waktu": TIME}),
    (("check", "masuk", "--per-tanggal", AS_OF), 1, CHECK),
    (("rules",), 0, [RULE]),
    (("simulate", "W-01=saran", "G-13=galat", "--keluaran", "keluar"), 0, SIMULATION),
]


def has_form(value: object, form: Any) -> bool:
    """Same keys in the same order, and values of these types all the way down."""
    match form:
        case dict():
            return (
                isinstance(value, dict)
                and list(value) == list(form)
                and all(has_form(value[key], part) for key, part in form.items())
            )
        case [part]:
            return isinstance(value, list) and all(has_form(item, part) for item in value)
        case _:
            return type(value) is form


@pytest.mark.few(1)
@pytest.mark.parametrize(("words", "code", "form"), FORMS, ids=lambda item: str(item)[:20])
def test_json_has_a_fixed_form_and_stands_alone(words: tuple[str, ...], code: int, form: Any):
    ran = typed(*words, "--json")
    assert (ran.code, ran.err) == (code, "")
    facts = json.loads(ran.out)
    assert has_form(facts, form)
    if isinstance(facts, dict):
        assert facts["kode_keluar"] == code


@pytest.mark.long
def test_json_of_a_run_tells_what_the_table_tells():
    words = ("run", "masuk", "keluar", "--per-tanggal", AS_OF, "--json")
    first, second = typed(*words), typed(*words)
    assert first == second
    assert first.facts["berkas"] == {
        "dibaca": 5, "dari_arsip": 0, "lengkap": 2, "perlu_perbaikan": 1, "tidak_terbaca": 2,
        "digantikan": 0,
    }  # fmt: skip
    assert all(Path("keluar", name).is_file() for name in first.facts["keluaran"])


EXITS = [
    (("check", "baik.xlsx"), 0),
    (("check", "masuk/Biro/dua mulai.xlsx"), 1),
    (("check", "masuk/lain/pindaian.xlsx"), 1),
    (("check", "tidak ada.xlsx"), 2),
    (("rules",), 0),
    (("explain", "W-01"), 0),
    (("doctor",), 0),
]


@pytest.mark.parametrize(("words", "code"), EXITS)
def test_the_exit_code_tells_how_it_went(words: tuple[str, ...], code: int):
    assert typed(*words).code == code


@pytest.mark.long
def test_a_profile_tells_all_stages_and_the_slowest_files_as_the_log_does(tmp_path: Path):
    ran = typed("run", "masuk", tmp_path / "baru", "--per-tanggal", AS_OF, "--profil")
    _, _, profile = ran.out.partition("Waktu per tahap")
    facts = [json.loads(line) for line in (tmp_path / "baru" / RUN_LOG).read_text().splitlines()]
    stages = {one["tahap"] for one in facts if "jumlah_berkas" in one}
    assert {"Menerima berkas", "Membaca berkas", "Menulis dokumen", "Menempatkan hasil"} <= stages
    assert all(stage in profile for stage in (*stages, "Seluruhnya", "100,0%"))
    read = [one for one in facts if one.get("tahap") == "Membaca berkas" and "akhir" in one]
    assert {one["berkas"] for one in read} == {
        "Biro/baik.xlsx", "Biro/dua mulai.xlsx", "Biro/uji coba.xlsx", "lain/bukan formulir.xlsx",
        "lain/pindaian.xlsx",
    }  # fmt: skip
    assert "Biro/baik.xlsx" in profile
    assert (tmp_path / "baru" / RUN_LOG).stat().st_mode & 0o077 == 0
    assert english(profile) == []


def test_check_shows_findings_at_their_cells():
    words = ("check", "masuk/Biro/dua mulai.xlsx", "--per-tanggal", AS_OF)
    ran = typed(*words)
    (file,) = typed(*words, "--json").facts["temuan"]
    first, *lines, last = ran.out.splitlines()
    assert first == file["berkas"]
    assert file["galat"]
    for finding in file["temuan"]:
        shown = f"{finding['sel']}  {finding['uraian']} ({finding['kode']})"
        at = lines.index(f"  {LABELS[finding['tingkat']]:<20} {shown}")
        assert lines[at + 1] == f"                       → {finding['saran']}"
    assert "Prosedur!C10" in ran.out
    assert last.startswith(f"  {file['galat']} harus diperbaiki, {file['peringatan']} ")
    assert english(ran.out) == []


def test_check_tells_when_all_is_well():
    assert typed("check", "baik.xlsx", "--per-tanggal", AS_OF).out == (
        "baik.xlsx\n  Tidak ada temuan. Berkas ini lengkap.\n"
    )


def test_what_is_offered_for_one_of_several_items_keeps_the_others(tmp_path: Path):
    lines = ("UU Nomor 25 Tahun 2009 ttg Pelayanan Publik", "PP Nomor 96 Tahun 2012 tentang X")
    book = tmp_path / "dasar hukum.xlsx"
    book.write_bytes(filled(sample("KL-01"), {Place("legal_basis", 1): "; ".join(lines)})(OFFICE))
    meant = "\n".join((lines[0].replace("ttg", "tentang"), lines[1]))
    facts = json.loads(typed("check", book, "--per-tanggal", AS_OF, "--json").out)
    (told,) = (finding for finding in facts["temuan"][0]["temuan"] if finding["maksud"])
    assert told["maksud"] == meant
    shown = typed("check", book, "--per-tanggal", AS_OF).out
    assert lines[1] in shown.partition("Usul isian: “")[2].partition("”")[0]


@pytest.mark.parametrize("typed_in", ["W-01", "w-01", " W-01 ", "w1", "W 01", "w-1"])
def test_explain_tells_finding_mending_and_reason(typed_in: str):
    (rule,) = (rule for rule in ALL_RULES if rule.code == "W-01")
    first = casebook("W-01").first_bad
    assert typed("explain", typed_in).out.startswith(
        f"W-01 {rule.title} (harus diperbaiki)\n"
        f"Contoh temuan: {first.line('says')}\n"
        f"Perbaikan: {rule.advice}\nAlasan: {rule.reason}\n\n"
    )


def test_explain_shows_what_was_typed_and_what_is_offered(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "120")
    *_, told = typed("explain", "W-04").out.partition("\n\n")
    lines = [re.split(r"\s{3,}", line.strip()) for line in told.splitlines()]
    assert lines[0] == ["Contoh", "Isian", "Usul isian"]
    assert ["Keliru", "Hari saja", "Waktu langkah 4: 3 hari", "3 hari kerja"] in lines
    assert ["Benar", "Hari kerja", "Waktu langkah 4: 3 hari kerja"] in lines


def test_explain_shows_what_matters_besides_the_cells(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setenv("COLUMNS", "120")
    told = typed("explain", "C-12").out
    assert "status pada laporan sebelumnya: Diajukan" in told
    assert "diterima 1 Maret 2025" in told
    assert "Keputusan, Tanggal, baris TL-01: 1 April 2025" in told


@pytest.mark.long
@pytest.mark.parametrize("width", [80, 120])
def test_every_rule_is_explained_by_examples_that_fit(monkeypatch: pytest.MonkeyPatch, width: int):
    monkeypatch.setenv("COLUMNS", str(width))
    for rule in ALL_RULES:
        out = typed("explain", rule.code).out
        words, _, table = out.partition("\n\n")
        assert "{" not in words
        assert {"Keliru", "Benar"} <= {line.split(" ")[0] for line in table.splitlines()}
        assert max(map(cell_len, table.splitlines())) <= width


def test_rules_lists_every_rule_once():
    out = typed("rules").out
    assert out.startswith(f"{len(ALL_RULES)} aturan pemeriksaan\n")
    codes = [line.split()[1] for line in out.splitlines() if line.startswith("│ ")]
    listed = [code for code in codes if code[1:2] == "-"]
    assert listed == sorted(rule.code for rule in ALL_RULES)


def test_the_doctor_tells_of_every_need():
    ran = typed("doctor")
    needs = [line.partition(":")[0] for line in ran.out.splitlines()[:-1]]
    assert needs == [
        "siap   Python", "siap   Penataan PDF (Pango)", "siap   Huruf dokumen",
        "siap   Inti prosesor", "siap   Memori bebas",
        "siap   Baris dan ringkasan nasional (DuckDB)", "siap   Folder masukan",
        "siap   Folder hasil", "siap   Ruang folder hasil", "siap   Ruang sementara",
        "siap   Jam komputer", "siap   Versi", "siap   Berkas riwayat", "siap   Arsip",
    ]  # fmt: skip
    assert english(ran.out) == []


terminal = pytest.mark.skipif(sys.platform == "win32", reason="terminal semu tidak ada di Windows")


@pytest.mark.long
@terminal
def test_a_terminal_shows_a_bar_with_counts_and_time_left(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    from tests.cli.terminal import on_terminal

    monkeypatch.chdir(tmp_path)
    for number in range(4):
        (tmp_path / "masuk" / str(number)).mkdir(parents=True)
        (tmp_path / "masuk" / str(number) / "a.xlsx").write_bytes(b"%%PDF-1.7\n%d" % number)
    shown = on_terminal("run", "masuk", "keluar", "--per-tanggal", AS_OF)
    assert shown.code == 1
    assert "0/4 sisa waktu -" in shown.text
    assert "4/4 sisa waktu 00:00" in shown.text
    assert "━━━" in shown.text
    assert "Pekan ini (minggu ke-47 tahun 2026)" in shown.text
    assert english(shown.text) == []


@pytest.mark.few(2)
@terminal
@pytest.mark.parametrize(
    ("changes", "coloured"), [({}, True), ({"NO_COLOR": "1"}, False), ({"NO_COLOR": ""}, True)]
)
@pytest.mark.parametrize("words", [("explain", "W-01"), ("doctor",)])
def test_colours_are_left_out_on_demand(
    words: tuple[str, ...], changes: dict[str, str], coloured: bool
):
    from tests.cli.terminal import on_terminal

    shown = on_terminal(*words, changes=changes)
    assert shown.code == 0
    assert shown.coloured is coloured
