"""Whatever the operator gets wrong is told in one Indonesian sentence, and nothing is written."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.cli.start import LOOKED
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import command, digests, faulty_workbook, register_workbook
from tests.cli.typed import english, typed
from tests.reading.crafting import xlsx
from tests.sample_batch.register import REGISTER

SCAN = b"%PDF-1.7\n"
Content = bytes | Callable[[], bytes] | str | None
"""What lies under a name: bytes, the target of a link, or None for an empty folder."""


@dataclass(frozen=True)
class Mistake:
    """What is typed, the answer, and what lies in the folder the operator works in."""

    words: tuple[str, ...]
    sentence: str
    there: Mapping[str, Content]


def case(typed_in: str, sentence: str, there: Mapping[str, Content] | None = None) -> object:
    """Words are set apart by blanks."""
    mistake = Mistake(tuple(typed_in.split()), sentence, there or {})
    return pytest.param(mistake, id=f"{typed_in}: {', '.join(mistake.there)}")


def lay_out(folder: Path, there: Mapping[str, Content]) -> None:
    for name, content in there.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        match content:
            case None:
                path.mkdir()
            case str():
                path.symlink_to(content)
            case bytes():
                path.write_bytes(content)
            case _:
                path.write_bytes(content())


def another_register() -> bytes:
    settings = replace(REGISTER.settings, address="Samarinda")
    return write_register_template(replace(REGISTER, settings=settings))


def asking(command: str) -> str:
    return f"; ketik “{f'sopbatch {command}'.strip()} --help” untuk bantuan."


BETWEEN = "Nilai untuk --proses tidak benar: tulis bilangan 1 sampai 64"
USAGE = (
    case("jalan", f"Perintah “jalan” tidak dikenal{asking('')}"),
    case("run --cepat", f"Pilihan “--cepat” tidak dikenal{asking('run')}"),
    case("run a b c", f"Tulisan “c” berlebih{asking('run')}"),
    case("run --per-tanggal", f"Pilihan “--per-tanggal” tidak dipakai dengan benar{asking('')}"),
    case("run --json=ya", f"Pilihan “--json” tidak dipakai dengan benar{asking('')}"),
    case("run --proses 0", f"{BETWEEN}{asking('run')}"),
    case("run --proses dua", f"{BETWEEN}{asking('run')}"),
    case("run --ekspor pdf", f"Nilai untuk --ekspor tidak benar{asking('run')}"),
    case("check", f"BERKAS... belum ditulis{asking('check')}"),
    case("report", f"--minggu belum ditulis{asking('report')}"),
    case("simulate", f"ATURAN=BOBOT... belum ditulis{asking('simulate')}"),
    case("explain", f"KODE belum ditulis{asking('explain')}"),
)

BATCH = {"masuk/pindaian.xlsx": SCAN}
APART = (
    "Folder masukan dan folder hasil tidak boleh sama atau saling memuat; pilih dua folder yang "
    "terpisah."
)
NOTHING = (
    "Folder masukan “masuk” tidak berisi berkas apa pun; simpan di sana daftar induk dan berkas "
    "yang diterima."
)
FOLDERS = (
    case("run masuk keluar", "Folder masukan “masuk” tidak ditemukan."),
    case("run", "Folder masukan “input” tidak ditemukan."),
    case("run masuk keluar", NOTHING,
         {"masuk": None}),
    case("run masuk keluar", NOTHING,
         {"masuk/folder.xlsx": None}),
    case("run masuk keluar", NOTHING,
         {"masuk/~$a.xlsx": b"x", "masuk/Thumbs.db": b"x", "masuk/.DS_Store": b"x"}),
    case("run masuk keluar", "“masuk” bukan folder; sebutkan folder yang berisi berkas.",
         {"masuk": SCAN}),
    case("run masuk keluar",
         "Tidak ada berkas yang dapat dibaca (“a.xlsx”: tautan ke berkas atau folder lain tidak "
         "diikuti).",
         {"masuk/a.xlsx": "tidak ada.xlsx"}),
    case("run masuk masuk", APART, BATCH),
    case("run masuk masuk/hasil", APART, BATCH),
    case("run masuk .", APART, BATCH),
    case("run masuk/../masuk keluar/../masuk/hasil", APART, BATCH | {"keluar": None}),
    case("run masuk tautan", APART, BATCH | {"tautan": "masuk"}),
    case("run masuk keluar", "Folder “keluar” tidak dapat ditulisi: bukan folder.",
         BATCH | {"keluar": SCAN}),
    case("run masuk keluar/hasil", "Folder “keluar/hasil” tidak dapat ditulisi: bukan folder.",
         BATCH | {"keluar": SCAN}),
    case("check tidak-ada.xlsx", "Berkas “tidak-ada.xlsx” tidak ditemukan."),
    case("check kosong", "Tidak ada berkas untuk diperiksa di folder itu.", {"kosong": None}),
    case("check a.xlsx", "Berkas “a.xlsx” tidak ditemukan.", {"a.xlsx": "tidak ada.xlsx"}),
    case("template --ke hasil", "Folder “hasil” tidak dapat ditulisi: bukan folder.",
         {"hasil": SCAN}),
    case("report --minggu 2026-W40", "Folder hasil “output” tidak ditemukan."),
    case("simulate I-06=saran", "Folder hasil “output” tidak ditemukan."),
    case("simulate I-06=saran --masukan masuk", "Folder masukan “masuk” tidak ditemukan."),
    case("run masuk keluar --daftar-induk lain.xlsx",
         "Daftar induk “lain.xlsx” tidak ditemukan; sebutkan letaknya dengan --daftar-induk.",
         BATCH),
    case("run masuk keluar --daftar-induk masuk",
         "Daftar induk “masuk” bukan berkas; sebutkan berkasnya.", BATCH),
    case("check masuk --daftar-induk lain.xlsx",
         "Daftar induk “lain.xlsx” tidak ditemukan; sebutkan letaknya dengan --daftar-induk.",
         BATCH),
)  # fmt: skip

LEVELS = (
    "tulis seperti “I-06=harus diperbaiki” dengan bobot harus diperbaiki, sebaiknya "
    "diperbaiki, saran, atau tidak diperiksa."
)
VALUES = (
    *(
        case(f"run masuk keluar --per-tanggal {day}",
             f"Tanggal “{day}” tidak dikenali; tulis seperti 2026-01-31 (tahun-bulan-hari).", BATCH)
        for day in ("kemarin", "31-12-2026", "2026-13-01", "2026-02-30", "2026-1-1", "٢٠٢٦-٠١-٠١")
    ),
    *(
        case(f"run masuk keluar --sampai-pukul {clock}",
             f"Pukul “{clock}” tidak dikenali; tulis seperti 16.00 (jam.menit).", BATCH)
        for clock in ("sore", "25.00", "16.60", "16.00.00", "-1")
    ),
    *(
        case(f"report keluar --minggu {week}",
             f"Minggu “{week}” tidak dikenali; tulis seperti 2026-W40 (tahun-W-nomor minggu).",
             {"keluar": None})
        for week in ("40", "2026-40", "2026-W54", "0000-W01", "2026-W0", "minggu-ini")
    ),
    case("explain W-99", "Aturan “W-99” tidak dikenal; lihat daftarnya dengan “sopbatch rules”."),
    case("simulate W-99=galat",
         "Aturan “W-99” tidak dikenal; lihat daftarnya dengan “sopbatch rules”."),
    case("simulate W-01", f"“W-01” tidak dikenali; {LEVELS}"),
    case("simulate W-01=parah", f"“W-01=parah” tidak dikenali; {LEVELS}"),
    case(f"template --untuk 9.99 --daftar-induk {FILE_NAME}",
         "Kode perangkat daerah “9.99” tidak ada di daftar induk; periksa lembar “Perangkat "
         "Daerah”.",
         {FILE_NAME: register_workbook}),
    case("template --untuk 1.02",
         f"Daftar induk “input/{FILE_NAME}” tidak ditemukan; sebutkan letaknya dengan "
         "--daftar-induk."),
)  # fmt: skip

NEW_ONE = "buat yang baru dengan “sopbatch template”."
NO_BOOK = "tidak dapat dibaca: Berkas ini dokumen PDF, bukan berkas Excel."
REGISTERS = (
    case("run masuk keluar", f"Daftar induk “{FILE_NAME}” {NO_BOOK}",
         BATCH | {f"masuk/{FILE_NAME}": SCAN}),
    case("run masuk keluar", f"Berkas “{FILE_NAME}” bukan daftar induk; {NEW_ONE}",
         BATCH | {f"masuk/{FILE_NAME}": xlsx()}),
    case("run masuk keluar", f"Berkas “{FILE_NAME}” bukan daftar induk; {NEW_ONE}",
         BATCH | {f"masuk/{FILE_NAME}": faulty_workbook}),
    case("run masuk keluar",
         f"Ada lebih dari satu daftar induk (“a/{FILE_NAME}” dan “b/{FILE_NAME}”); sisakan satu "
         "saja.",
         {f"masuk/a/{FILE_NAME}": register_workbook,
          f"masuk/b/{FILE_NAME}": another_register}),
    case("run masuk keluar",
         f"Ada lebih dari satu daftar induk (“{FILE_NAME}” dan “lain.xlsx”); sisakan satu saja.",
         {f"masuk/{FILE_NAME}": register_workbook,
          "masuk/lain.xlsx": another_register}),
    case("check masuk --daftar-induk masuk/pindaian.xlsx",
         f"Daftar induk “pindaian.xlsx” {NO_BOOK}", BATCH),
    case("template --untuk 1.02 --daftar-induk masuk/pindaian.xlsx",
         f"Daftar induk “pindaian.xlsx” {NO_BOOK}", BATCH),
)  # fmt: skip


@pytest.mark.parametrize("mistake", [*USAGE, *FOLDERS, *VALUES])
def test_a_mistake_is_one_sentence_and_nothing_is_written(
    mistake: Mistake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    lay_out(tmp_path, mistake.there)
    monkeypatch.chdir(tmp_path)
    before = sorted(tmp_path.rglob("*")), digests(tmp_path)
    told = typed(*mistake.words).mistake
    assert told == mistake.sentence
    assert english(told) == []
    assert (sorted(tmp_path.rglob("*")), digests(tmp_path)) == before


@pytest.mark.few(2)
@pytest.mark.parametrize("mistake", REGISTERS)
def test_a_broken_register_is_told_before_anything_but_the_archive_is_written(
    mistake: Mistake, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    lay_out(tmp_path, mistake.there)
    monkeypatch.chdir(tmp_path)
    before = digests(tmp_path)
    told = typed(*mistake.words).mistake
    assert told == mistake.sentence
    assert english(told) == []
    new = {name: sha256 for name, sha256 in digests(tmp_path).items() if name not in before}
    assert new.pop("keluar/.sopbatch.lock", "") in ("", sha256(b"").hexdigest())
    assert all(name == f"keluar/arsip/{of[:2]}/{of}.xlsx" for name, of in new.items())


def test_where_something_was_looked_for_is_told_when_a_folder_of_work_tells_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.chdir(tmp_path)
    assert typed("check", "a.xlsx").err.endswith(f"\n  {LOOKED.format(folder=tmp_path)}\n")
    assert typed("check", tmp_path / "a.xlsx").err.count("\n") == 1


@pytest.mark.long
@pytest.mark.parametrize(
    ("words", "code", "told"),
    [
        (("jalan",), 2, "Perintah “jalan” tidak dikenal; ketik “sopbatch --help” untuk bantuan."),
        (
            ("run", "masuk", "keluar"),
            2,
            f"Folder masukan “masuk” tidak ditemukan.\n  {LOOKED}",
        ),
        (
            ("run", "/tidak/ada/masuk", "keluar"),
            2,
            "Folder masukan “/tidak/ada/masuk” tidak ditemukan.",
        ),
    ],
    ids=str,
)
def test_the_installed_command_says_the_same(
    words: tuple[str, ...], code: int, told: str, tmp_path: Path
):
    ran = command(*words, cwd=tmp_path)
    told = told.format(folder=tmp_path)
    assert (ran.code, ran.out, ran.err) == (code, "", f"Perintah belum benar: {told}\n")
    assert list(tmp_path.iterdir()) == []


def test_an_escape_in_what_was_typed_does_not_reach_the_terminal(tmp_path: Path):
    told = typed("run", tmp_path / "\x1b[31mmerah\u202e", tmp_path / "keluar").mistake
    assert told == f"Folder masukan “{tmp_path}/?[31mmerah?” tidak ditemukan."
