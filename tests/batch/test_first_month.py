"""An operator's first month: every question of the week is answered by what the run wrote."""

import csv
import io
import re
import shutil
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from sopbatch.report.files import FileFate
from sopbatch.report.week import FAULTY, WHOLE
from tests.batch.first_month import HEALTH, PLAN, SCHOOL, STAFF, UNITS, WEEKS, fill
from tests.cli.typed import english, typed
from tests.once import made_once
from tests.writing.report.reports import Books, books_at, rows, tiles_of

pytestmark = pytest.mark.long

ADDRESSES = {unit.name: unit.email for unit in UNITS}
BLOCK = re.compile(r"(.+) \((\d+)\)")
LINE = re.compile(r"│ (\S.*?) +│ +(\d+) │ (.*?) *│")


@dataclass(frozen=True)
class Told:
    """What one week's run wrote."""

    folder: Path
    """The output folder after the last week."""
    code: int
    figures: dict[str, int]
    """Of the console."""
    book: Books
    files: list[dict[str, str]]
    """The CSV of files."""
    returned: set[str]
    """Marked copies in the output folder."""

    @property
    def lists(self) -> dict[str, list[dict[str, Any]]]:
        """The lists of the sheet Pekan ini, by heading."""
        found: dict[str, list[dict[str, Any]]] = {}
        rows, heads = iter(self.book["Pekan ini"].iter_rows(values_only=True)), ()
        own: list[dict[str, Any]] = []
        for row in rows:
            if heading := BLOCK.fullmatch(str(row[0] or "")):
                own, heads = [], ()
                found[heading[1]] = own
                next(rows)
            elif not row[0]:
                heads = ()
            elif own is not None and not heads:
                heads = row  # type: ignore[assignment]
            else:
                own.append(dict(zip(heads, row, strict=True)))
        return found

    @property
    def headings(self) -> dict[str, int]:
        """The number beside each heading."""
        cells = (str(row[0] or "") for row in self.book["Pekan ini"].iter_rows(values_only=True))
        return {one[1]: int(one[2]) for cell in cells if (one := BLOCK.fullmatch(cell))}

    @property
    def top(self) -> dict[str, int]:
        """The figures above the lists."""
        cells = self.book["Pekan ini"].iter_rows(min_row=5, max_row=13, values_only=True)
        return {str(row[1]): int(str(row[0])) for row in cells}


TITLED = (WHOLE, FAULTY, FileFate.OLDER)
"""Outcomes beside which a title stands, as its writer spelt it."""


def play(root: Path) -> None:
    """Four weeks from the command line; what each wrote is kept beside."""
    withdrawn = ""
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(root)
        patch.setenv("COLUMNS", "160")
        for number, day in enumerate(WEEKS, start=1):
            fill(Path("masuk"), number, withdrawn)
            ran = typed("run", "masuk", "keluar", "--per-tanggal", day.isoformat())
            assert not english(ran.out)
            (root / f"minggu {number}.txt").write_text(f"{ran.code}\n{ran.out}", "utf-8")
            copies = (path.relative_to("keluar").as_posix() for path in Path("keluar").rglob("*"))
            kept = sorted(name for name in copies if name.startswith("dikembalikan/"))
            (root / f"kembali {number}.txt").write_text("\n".join(kept), "utf-8")
            stray = [row for row in _files(root, day) if row["berkas"].endswith("pangkat.xlsx")]
            withdrawn = stray[0]["tanda_terima"] if stray else ""


def _files(root: Path, day: date) -> list[dict[str, str]]:
    path = root / "keluar" / "laporan" / f"data_{day}" / "berkas.csv"
    text = path.read_text("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text), delimiter=";"))


@pytest.fixture(scope="module")
def month(tmp_path_factory: pytest.TempPathFactory) -> list[Told]:
    root = made_once(tmp_path_factory, "bulan pertama", play)
    return [_told(root, number, day) for number, day in enumerate(WEEKS, start=1)]


def _told(root: Path, number: int, day: date) -> Told:
    code, _, out = (root / f"minggu {number}.txt").read_text("utf-8").partition("\n")
    report = root / "keluar" / "laporan" / f"Laporan_Perkembangan_SOP_{day}.xlsx"
    kept = (root / f"kembali {number}.txt").read_text("utf-8").splitlines()
    return Told(
        root / "keluar",
        int(code),
        {name: int(figure) for name, figure, _ in LINE.findall(out)},
        books_at(report),
        _files(root, day),
        {name.removeprefix("dikembalikan/") for name in kept if name.endswith(".xlsx")},
    )


def test_console_sheet_and_lists_count_alike(month: list[Told]):
    for week in month:
        assert len(week.figures) <= 10
        assert week.figures == week.top
        headings = {
            "Berkas baru": "Berkas baru",
            "Dikembalikan sekarang": "Dikembalikan sekarang",
            "Perlu diputuskan": "Perlu diputuskan",
            "Keputusan belum diterapkan": "Keputusan belum diterapkan",
            "Belum dijawab": "Belum dijawab",
            "SOP di luar rencana": "SOP di luar rencana",
        }
        for figure, heading in headings.items():
            assert week.figures[figure] == week.headings[heading] == len(week.lists[heading])
        due = week.figures["Jatuh tempo 14 hari"] + week.figures["Jatuh tempo 15–30 hari"]
        assert due == week.headings["Jatuh tempo dalam 30 hari"]
        units = list(rows(week.book, "Per Perangkat Daerah"))
        for figure, column in (
            ("SOP selesai", "Selesai dari rencana"),
            ("SOP di luar rencana", "Di luar rencana"),
        ):
            assert week.figures[figure] == sum(unit.get(column, 0) for unit in units)
        kinds = [row["Perubahan"] for row in rows(week.book, "Perubahan")]
        assert week.figures["Belum dijawab"] == kinds.count("Belum dijawab")


def test_the_exit_code_speaks_of_the_week(month: list[Told]):
    assert [week.code for week in month] == [1, 0, 0, 0], "Dinas Pendidikan answers in no week"


def test_what_came_from_whom_and_what_became_of_it(month: list[Told]):
    first = {
        row["Berkas"]: (row["Perangkat daerah"], row["Pengirim"], row["Hasil"])
        for row in month[0].lists["Berkas baru"]
    }
    assert first == {
        "Dinas Kesehatan/kinerja.xlsx": ("Dinas Kesehatan", "-", "Lengkap"),
        "dinkes 1.eml/informasi.xlsx": (
            "Dinas Kesehatan", "dinkes@rawa.example", "Salinan sama",
        ),
        "kiriman ulang/informasi (2).xlsx": ("Dinas Kesehatan", "-", "Lengkap"),
        "dinkes 1.eml/keluhan.xlsx": (
            "Dinas Kesehatan", "dinkes@rawa.example", "Harus diperbaiki",
        ),
        "Dinas Pendidikan/mutasi.xlsx": ("Dinas Pendidikan", "-", "Harus diperbaiki"),
        "Dinas Pekerjaan Umum/pindaian.xlsx": ("Dinas Pekerjaan Umum", "-", "Ditolak"),
        "Dinas Penanaman Modal/formulir.xlsx": ("Dinas Penanaman Modal", "-", "Dilewati"),
    }  # fmt: skip
    assert all(
        re.fullmatch(r"TT-261002-\w{6}", row["Tanda terima"])
        for row in month[0].lists["Berkas baru"]
        if row["Hasil"] != "Dilewati"
    )
    later = [{row["Berkas"] for row in week.lists["Berkas baru"]} for week in month[1:]]
    assert later == [
        {"dinkes 2.eml/keluhan_perbaikan.xlsx", "Badan Kepegawaian Daerah/pangkat.xlsx"},
        {"Badan Kepegawaian Daerah/cuti.xlsx", "Dinas Kesehatan/rapat.xlsx"},
        {"Dinas Pendidikan/izin sekolah.xlsx", "kiriman ulang/keluhan.xlsx"},
    ]


def test_what_goes_back_now_is_what_lies_there_with_address_and_mistakes(month: list[Told]):
    for week in month:
        back = week.lists["Dikembalikan sekarang"]
        copies = {row["Berkas dalam folder dikembalikan"] for row in back}
        unread = {"pindaian.xlsx"} if week is month[0] else set()
        assert copies == week.returned | unread
        for row in back:
            assert row["Alamat surel"] == ADDRESSES[row["Perangkat daerah"]]
            told = row["Tiga hal pertama"].splitlines()
            assert 1 <= len([line for line in told if line[0].isdigit()]) <= 3
    symbols = [
        row["Tiga hal pertama"]
        for row in month[0].lists["Dikembalikan sekarang"]
        if row["Perangkat daerah"] == "Dinas Pendidikan"
    ]
    assert "Mulai" in symbols[0]


def test_what_falls_due_comes_nearer_week_by_week(month: list[Told]):
    days = [
        {(row["Kode SOP"], row["Sisa waktu"]) for row in week.lists["Jatuh tempo dalam 30 hari"]}
        for week in month
    ]
    for day, week, told in zip(WEEKS, month, days, strict=True):
        moved = {f"{SCHOOL}-1": date(2026, 11, 30)} if day >= WEEKS[2] else {}
        done = {f"{HEALTH}-3"}
        expected = {
            (line.code, f"{left} hari lagi")
            for line in PLAN
            if line.code not in done and line.deadline
            for left in [(moved.get(line.code, line.deadline) - day).days]
            if 0 <= left <= 30
        }
        assert told == expected
        soon = sum(int(left.split()[0]) <= 14 for _, left in expected)
        assert week.figures["Jatuh tempo 14 hari"] == soon
        assert tiles_of(week.book)["Jatuh tempo 30 hari"]["number"] == len(expected)


def test_what_is_to_be_decided_and_where_it_is_written(month: list[Told]):
    told = [
        [(row["Kode SOP"], row["Lembar"]) for row in week.lists["Perlu diputuskan"]]
        for week in month
    ]
    assert [{code for code, _ in week} for week in told] == [
        {f"{HEALTH}-1"},
        {f"{HEALTH}-2"},
        {f"{HEALTH}-2", f"{HEALTH}-9", f"{STAFF}-2"},
        {f"{HEALTH}-2", f"{HEALTH}-9", f"{STAFF}-2", f"{SCHOOL}-2"},
    ]
    assert {sheet for week in told for _, sheet in week} == {"Keputusan"}


def test_what_is_told_begins_as_a_sentence(month: list[Told]):
    told = [
        row[head]
        for week in month
        for rows in week.lists.values()
        for row in rows
        for head in ("Sebab", "Yang diputuskan", "Yang ditulis di sana", "SOP atau sebab")
        if head in row
    ]
    assert told
    assert [text for text in told if text.split()[0].isalpha() and text[0].islower()] == []


def test_reasons_end_as_sentences_and_what_is_to_be_decided_or_typed_does_not(month: list[Told]):
    cells = [
        (head, row[head])
        for week in month
        for rows in week.lists.values()
        for row in rows
        for head in ("Sebab", "Yang diputuskan", "Yang ditulis di sana", "SOP atau sebab")
        if head in row and row.get("Hasil") not in TITLED
    ]
    assert {head for head, _ in cells} >= {"Sebab", "Yang diputuskan", "Yang ditulis di sana"}
    wrong = [
        (head, text)
        for head, text in cells
        if text.endswith(".") != (head in ("Sebab", "SOP atau sebab"))
    ]
    assert wrong == []


def test_decisions_without_effect_are_told_with_their_reason(month: list[Told]):
    idle = [
        [(row["Kode SOP"], row["Sebab"]) for row in week.lists["Keputusan belum diterapkan"]]
        for week in month
    ]
    never = [("1.03-1", "Berkasnya belum diterima.")]
    assert idle == [[], never, never, never]


def test_who_does_not_answer_since_when(month: list[Told]):
    waits = [
        [(row["Kode SOP"], row["Lamanya"]) for row in week.lists["Belum dijawab"]] for week in month
    ]
    assert waits == [
        [],
        [(f"{SCHOOL}-1", "1 minggu")],
        [(f"{SCHOOL}-1", "2 minggu")],
        [(f"{SCHOOL}-1", "3 minggu")],
    ]


def test_what_is_outside_the_plan_with_the_likely_title(month: list[Told]):
    (stray,) = month[1].lists["SOP di luar rencana"]
    assert stray["Nama SOP"] == "Kenaikan Pangkat PNS"
    assert stray["Mungkin judul rencana"] == (
        f"{STAFF}-1: Pengusulan Kenaikan Pangkat Pegawai Negeri Sipil"
    )
    written = f"{STAFF}-1, status Dikaitkan, tanggal, Tanda terima {stray['Tanda terima']}"
    assert stray["Lembar"] == "Keputusan"
    assert stray["Yang ditulis di sana"].startswith(written)
    assert month[3].lists["SOP di luar rencana"] == [], "it was withdrawn"


def test_where_is_the_file_that_somebody_sent(month: list[Told]):
    by_sender = {
        row["berkas"]: row for row in month[2].files if row["pengirim"] == "dinkes@rawa.example"
    }
    faulty = by_sender["dinkes 1.eml/keluhan.xlsx"]
    assert (faulty["nasib"], faulty["diterima"], faulty["kode"]) == (
        "Versi lama", "2026-10-02", f"{HEALTH}-2",
    )  # fmt: skip
    assert "digantikan “dinkes 2.eml/keluhan_perbaikan.xlsx”" in faulty["keterangan"]
    log = month[3].files
    mended = [row for row in log if row["berkas"] == "dinkes 2.eml/keluhan_perbaikan.xlsx"]
    assert [(row["nasib"], row["diterima"], row["pengirim"]) for row in mended] == [
        ("Salinan sama", "2026-10-09", "dinkes@rawa.example")
    ], "also when the same lies there under another name now"
    copy = by_sender["dinkes 1.eml/informasi.xlsx"]
    (same,) = [row for row in log if row["berkas"] == "kiriman ulang/informasi (2).xlsx"]
    assert (copy["nasib"], copy["sha256"]) == ("Salinan sama", same["sha256"])
    (gone,) = [row for row in log if row["nasib"] == "Ditarik"]
    assert (gone["perangkat_daerah"], gone["judul"]) == (
        "Badan Kepegawaian Daerah", "Kenaikan Pangkat PNS",
    )  # fmt: skip


def test_which_sops_did_an_agency_send_and_when(month: list[Told]):
    sent = [
        (row["judul"], row["diterima"])
        for row in month[3].files
        if row["perangkat_daerah"] == "Dinas Kesehatan" and row["nasib"] == "Dihitung"
    ]
    assert sorted(sent) == [
        ("Pemeliharaan Rapat Dinas Kesehatan", "2026-10-16"),
        ("Penanganan Keluhan Pasien", "2026-10-09"),
        ("Pengelolaan Permohonan Informasi Kesehatan", "2026-10-02"),
        ("Penyusunan Laporan Kinerja Puskesmas", "2026-10-02"),
    ]
    sheet = [
        (row["Berkas"], row["Hasil pengolahan"], row["Tanda terima"].strip("-"))
        for row in rows(month[3].book, "Berkas Diterima")
    ]
    table = [(row["berkas"], row["nasib"], row["tanda_terima"]) for row in month[3].files]
    assert sheet == table


def test_what_became_of_plan_and_deadline_is_told(month: list[Told]):
    changes = [
        (row["Perubahan"], row["Kode"], row["Keterangan"])
        for row in rows(month[2].book, "Perubahan")
    ]
    assert ("Rencana", f"{SCHOOL}-1", "tenggat") in changes
    assert [code for kind, code, _ in changes if kind == "Dicabut"] == ["6.01-6"]


def test_what_was_mended_and_what_was_withdrawn_is_told(month: list[Told]):
    (mended,) = [
        row for row in rows(month[1].book, "Perubahan") if row["Perubahan"] == "Perkembangan"
    ]
    assert (mended["Kode"], mended["Sekarang"]) == (f"{HEALTH}-2", "0 catatan")
    assert "diperbaiki, 0 masih ada, 0 baru" in mended["Keterangan"]
    withdrawn = [
        [row["Nama SOP"] for row in rows(week.book, "Perubahan") if row["Perubahan"] == "Ditarik"]
        for week in month
    ]
    assert withdrawn == [[], [], [], ["Kenaikan Pangkat PNS"]]


def test_past_weeks_are_told_again_byte_for_byte(month: list[Told], tmp_path: Path, monkeypatch):
    shutil.copytree(month[0].folder, tmp_path / "keluar")
    monkeypatch.chdir(tmp_path)
    for week in ("2026-W41", "2026-W43"):
        ran = typed("report", "keluar", "--minggu", week)
        assert ran.code == 0, ran.out
