"""What earlier runs wrote stays as it is when the output folder cannot be written."""

import json
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from itertools import count
from pathlib import Path

import pytest

from sopbatch.batch.output.tree import RESULTS
from sopbatch.ledger.opening import FILE_NAME, VERSION
from tests.batch.disks import kilobytes_of, needs_a_small_disk, small_disk
from tests.batch.runs import AS_OF, Ran, command, digests, environment, seen
from tests.cli.typed import english, typed

IS_ROOT = hasattr(os, "geteuid") and os.geteuid() == 0
ORDINARY = ("setpriv", "--bounding-set=-all", "--inh-caps=-all") if IS_ROOT else ()
"""Before a command: take from root what lets it read and write everything."""
needs_permissions = pytest.mark.skipif(
    os.name != "posix" or (IS_ROOT and shutil.which("setpriv") is None),
    reason="izin berkas tidak berlaku di sini",
)
HOLD = """
import sys
from filelock import FileLock
with FileLock(sys.argv[1]):
    print("terkunci", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def place(small_batch: Path, small_run: Path, tmp_path: Path, monkeypatch) -> Path:
    """The folder the operator works in, with an input and an earlier output."""
    monkeypatch.chdir(tmp_path)
    return place_in(tmp_path, small_batch, small_run)


def place_in(folder: Path, batch: Path, output: Path) -> Path:
    shutil.copytree(batch, folder / "masuk")
    shutil.copytree(output, folder / "keluar")
    (folder / "masuk" / "baru.xlsx").write_bytes(new_to(folder / "keluar" / "arsip"))
    return folder


def new_to(archive: Path) -> bytes:
    """A file for which the archive must make a folder; what there is depends on the program."""
    contents = (f"%PDF-1.7\n% baru {number}\n".encode() for number in count())
    return next(data for data in contents if not (archive / sha256(data).hexdigest()[:2]).exists())


def told(ran: Ran) -> str:
    assert english(ran.mistake) == []
    return ran.mistake


def test_a_second_run_at_the_same_time_waits_for_its_turn(place: Path):
    before = digests(place)
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, place / "keluar" / ".sopbatch.lock"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "terkunci\n"
        for words in (("run", "masuk", "keluar"), ("report", "keluar", "--minggu", "2026-W47"),
                      ("simulate", "I-06=saran", "--keluaran", "keluar")):  # fmt: skip
            assert told(typed(*words)) == (
                "Perintah lain sedang mengolah folder hasil “keluar”; tunggu sampai selesai."
            )
        holder.communicate("")
    assert digests(place) == before


def no_database(file: Path) -> None:
    file.write_bytes(b"bukan basis data" * 100)


def cut_short(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:5000])


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE lagu (judul TEXT)")


def of_a_newer_version(file: Path) -> None:
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(f"PRAGMA user_version = {VERSION + 1}")


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


LEDGER = f"keluar/{FILE_NAME}"
DAMAGED = "rusak; bangun kembali dari arsip dengan “sopbatch restore keluar”."
LEDGERS = [
    (no_database, f"Berkas riwayat “{LEDGER}” {DAMAGED}"),
    (cut_short, f"Berkas riwayat “{LEDGER}” {DAMAGED}"),
    (of_another_program, f"Berkas “{LEDGER}” bukan berkas riwayat sopbatch; pindahkan berkas itu."),
    (of_a_newer_version,
     f"Berkas riwayat “{LEDGER}” dibuat oleh sopbatch yang lebih baru; perbarui program ini."),
    (a_folder, f"Berkas riwayat “{LEDGER}” tidak dapat dibuka; periksa izin folder hasil."),
]  # fmt: skip


@pytest.mark.parametrize(("damage", "sentence"), LEDGERS)
def test_an_unsound_ledger_is_named_and_never_wiped(
    damage: Callable[[Path], None], sentence: str, place: Path
):
    damage(place / "keluar" / FILE_NAME)
    before = digests(place)
    for words in (("run", "masuk", "keluar"), ("report", "keluar", "--minggu", "2026-W47"),
                  ("simulate", "I-06=saran", "--keluaran", "keluar")):  # fmt: skip
        assert told(typed(*words)) == sentence
    assert digests(place) == before


def test_a_week_nobody_reported_is_told(place: Path):
    before = digests(place)
    assert told(typed("report", "keluar", "--minggu", "2020-W01")) == (
        "Berkas riwayat di “keluar” tidak memuat laporan minggu 2020-W01."
    )
    assert digests(place) == before


@dataclass(frozen=True, slots=True)
class Refused:
    """What a command said in a folder, and the digests of what was there before."""

    ran: Ran
    place: Path
    before: Mapping[str, str]


@contextmanager
def closed(path: Path, mode: int) -> Iterator[None]:
    """Without some permissions, given back in the end so that the folder can be removed."""
    was = path.stat().st_mode
    path.chmod(mode)
    try:
        yield
    finally:
        path.chmod(was)


RUN = ("run", "masuk", "keluar", "--per-tanggal", AS_OF)
CLOSED = [
    ("masuk", 0o000, RUN,
     "Tidak ada berkas yang dapat dibaca (Folder masukan “masuk”: izin baca ditolak)."),
    ("keluar", 0o555, RUN, "Folder “keluar” tidak dapat ditulisi: izin tulis ditolak."),
    ("keluar/arsip", 0o555, RUN, "Arsip “keluar/arsip” tidak dapat ditulisi: izin tulis ditolak."),
    (LEDGER, 0o444, RUN, f"Berkas riwayat “{LEDGER}” tidak dapat ditulis: hanya dapat dibaca."),
    (".", 0o555, ("run", "masuk", "baru"),
     "Folder “baru” tidak dapat ditulisi: izin tulis ditolak."),
    (".", 0o555, ("template", "--ke", "baru"),
     "Folder “baru” tidak dapat ditulisi: izin tulis ditolak."),
    ("masuk/baru.xlsx", 0o000, ("check", "masuk/baru.xlsx"),
     "Berkas “baru.xlsx” tidak dapat dibuka: izin baca ditolak."),
    ("masuk/daftar_induk.xlsx", 0o000, (*RUN, "--daftar-induk", "masuk/daftar_induk.xlsx"),
     "Berkas “daftar_induk.xlsx” tidak dapat dibuka: izin baca ditolak."),
]  # fmt: skip


IN_TURN = """
import json, os, sys
from pathlib import Path
from tests.cli.typed import typed

for folder, words in json.load(sys.stdin):
    os.chdir(folder)
    ran = typed(*words)
    print(json.dumps([ran.code, ran.out, ran.err]), flush=True)
"""
"""The commands one after another in a process of an ordinary user."""


@pytest.fixture(scope="module")
def refused(
    small_batch: Path, small_run: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Refused, ...]:
    """Each command of `CLOSED` in a folder of its own, in which something is closed."""
    places = [place_in(tmp_path_factory.mktemp("tertutup"), small_batch, small_run) for _ in CLOSED]
    before = [digests(place) for place in places]
    asked = [(str(place), words) for place, (_, _, words, _) in zip(places, CLOSED, strict=True)]
    with ExitStack() as doors:
        for place, (name, mode, *_) in zip(places, CLOSED, strict=True):
            doors.enter_context(closed(place / name, mode))
        done = subprocess.run(
            [*ORDINARY, sys.executable, "-c", IN_TURN],
            input=json.dumps(asked),
            env=environment(),
            capture_output=True,
            text=True,
            check=True,
            timeout=300,
        )
    answers = [Ran(*json.loads(line)) for line in done.stdout.splitlines()]
    return tuple(map(Refused, answers, places, before))


@pytest.mark.long
@needs_permissions
@pytest.mark.parametrize(
    ("number", "sentence"), [(number, each[-1]) for number, each in enumerate(CLOSED)]
)
def test_what_may_not_be_read_or_written_is_named(
    number: int, sentence: str, refused: tuple[Refused, ...]
):
    case = refused[number]
    assert told(case.ran) == sentence
    assert is_intact(case.place, case.before)


@pytest.mark.long
@needs_permissions
def test_an_unreadable_file_is_passed_over_and_the_others_are_read(place: Path):
    with closed(place / "masuk" / "baru.xlsx", 0o000):
        ran = command("check", "masuk/lain", "masuk/baru.xlsx", before=ORDINARY)
        assert told(ran) == "Berkas “baru.xlsx” tidak dapat dibuka: izin baca ditolak."
        ran = command("check", "masuk", before=ORDINARY)
    assert ran.code == 1
    assert "Tidak diambil: masuk/baru.xlsx (izin baca ditolak)" in ran.out.splitlines()
    assert "masuk/Biro/dua mulai.xlsx" in ran.out.splitlines()


def is_intact(place: Path, before: Mapping[str, str]) -> bool:
    """Everything is as it was; the archive may have grown by whole files, and what is kept of
    reading may be of this run already.
    """
    results = f"keluar/{RESULTS}"
    after = {name: digest for name, digest in digests(place).items() if name != results}
    new = dict(after.items() - before.items())
    kept = (name == f"keluar/arsip/{digest[:2]}/{digest}.xlsx" for name, digest in new.items())
    return all(kept) and {item for item in before.items() if item[0] != results} <= after.items()


@pytest.mark.long
@needs_permissions
def test_an_output_that_cannot_be_replaced_is_named_and_the_others_are_written(place: Path):
    with closed(place / "keluar" / "laporan", 0o555):
        ran = command(*RUN, "--ekspor", "drawio", before=ORDINARY)
    assert told(ran) == (
        "Berkas “laporan/Lampiran_Perkembangan_SOP_2026-11-22.xlsx” di folder hasil tidak dapat "
        "diganti; tutup berkas itu jika sedang terbuka, lalu jalankan lagi (berkas lain sudah "
        "selesai ditulis)."
    )
    assert list((place / "keluar" / "ekspor").rglob("*.drawio"))
    assert list(place.glob("keluar/.sopbatch*")) == [place / "keluar" / ".sopbatch.lock"]


@pytest.mark.long
@needs_a_small_disk
def test_a_full_disk_leaves_the_earlier_output(place: Path, small_run: Path):
    """There is room for what came in, none for what is made of it."""
    (place / "keluar").rename(place / "dahulu")
    (place / "keluar").mkdir()
    with small_disk(place / "keluar", kilobytes_of(small_run) + 60):
        shutil.copytree(place / "dahulu", place / "keluar", dirs_exist_ok=True)
        before = digests(place)
        assert told(command(*RUN)) == (
            "Folder “keluar” tidak dapat ditulisi: ruang penyimpanan habis."
        )
        assert is_intact(place, before)
        assert seen(place / "keluar") == seen(small_run)


@pytest.mark.long
@needs_a_small_disk
@pytest.mark.parametrize("words", [("run", "masuk", "keluar"), ("check", "masuk")])
def test_a_full_folder_for_temporary_files_is_told_in_one_sentence(place: Path, words):
    """Room for its own folders, and for nothing in them."""
    before = digests(place)
    (place / "sementara").mkdir()
    with small_disk(place / "sementara", 12):
        ran = command(*words, env={"TMPDIR": str(place / "sementara")})
        left = list((place / "sementara").iterdir())
    assert left == []
    assert "ruang penyimpanan habis" in told(ran)
    assert is_intact(place, before)


@pytest.mark.long
@pytest.mark.skipif(shutil.which("prlimit") is None, reason="prlimit tidak ada")
def test_a_file_larger_than_allowed_is_told_before_anything_else_is_written(place: Path):
    before = digests(place)
    (place / "masuk" / "besar.xlsx").write_bytes(b"%PDF-1.7\n" + bytes(300_000))
    ran = command(*RUN, before=("prlimit", "--fsize=200000", "--"))
    assert told(ran) == (
        "Arsip “keluar/arsip” tidak dapat ditulisi: berkas melebihi batas ukuran sistem."
    )
    (place / "masuk" / "besar.xlsx").unlink()
    assert is_intact(place, before)
