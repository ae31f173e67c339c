"""Backup: one file holds all that cannot be made again, and another computer goes on from it."""

import shutil
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.batch.commands.backup import MEMBER, back_up, take_back_up
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.ledger import FILE_NAME, Sending, State, post
from sopbatch.model import SopbatchError
from tests.batch.ledgers import everything
from tests.batch.runs import AS_OF, digests, seen

NAME = f"cadangan_sopbatch_{AS_OF}.zip"


@pytest.fixture(scope="module")
def backup(small_run: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A backup of the small batch's output."""
    return back_up(small_run, tmp_path_factory.mktemp("cadangan")).path


def test_a_backup_holds_what_came_in_its_notes_and_the_ledger(small_run: Path, backup: Path):
    assert backup.name == NAME
    with zipfile.ZipFile(backup) as package:
        assert package.testzip() is None
        held = {name: sha256(package.read(name)).hexdigest() for name in package.namelist()}
    archived = digests(small_run, "arsip")
    assert held.keys() == {*archived, FILE_NAME}
    assert archived.items() <= held.items()


@pytest.mark.long
def test_the_same_history_gives_the_same_bytes(small_run: Path, backup: Path, tmp_path: Path):
    assert back_up(small_run, tmp_path).path.read_bytes() == backup.read_bytes()


@pytest.mark.long
def test_another_computer_goes_on_as_if_nothing_had_happened(
    small_batch: Path, small_run: Path, backup: Path, tmp_path: Path
):
    moved = tmp_path / "komputer baru" / "hasil"
    told = take_back_up(backup, moved)
    assert (told.files, told.last) == (6, date.fromisoformat(AS_OF))
    assert everything(moved) == everything(small_run)
    order = Order(input=small_batch, output=moved, as_of=date.fromisoformat(AS_OF), workers=2)
    run_batch(order)
    assert seen(moved) == seen(small_run)
    assert everything(moved) == everything(small_run)


@pytest.mark.long
def test_the_inbox_may_be_empty_on_the_other_computer(
    small_run: Path, backup: Path, tmp_path: Path
):
    moved, inbox = tmp_path / "hasil", tmp_path / "masukan"
    inbox.mkdir()
    take_back_up(backup, moved)
    result = run_batch(Order(input=inbox, output=moved, as_of=date.fromisoformat(AS_OF), workers=2))
    assert result.register.present
    assert {path for path in seen(moved) if path.startswith("dokumen")} == {
        path for path in seen(small_run) if path.startswith("dokumen")
    }


def test_what_is_there_is_never_replaced(small_run: Path, backup: Path, tmp_path: Path):
    place = tmp_path / "hasil"
    shutil.copytree(small_run, place)
    before = digests(place)
    with pytest.raises(SopbatchError, match="sudah memuat riwayat"):
        take_back_up(backup, place)
    assert digests(place) == before


def repacked(backup: Path, target: Path, changes: dict[str, bytes | None]) -> Path:
    """A backup with members changed, added, or (None) left out."""
    with zipfile.ZipFile(backup) as old, zipfile.ZipFile(target, "w") as new:
        for name in dict.fromkeys((*old.namelist(), *changes)):
            data = changes[name] if name in changes else old.read(name)
            if data is not None:
                new.writestr(name, data)
    return target


def a_received_file(backup: Path) -> str:
    with zipfile.ZipFile(backup) as package:
        return next(name for name in package.namelist() if name.endswith(".xlsx"))


def test_a_damaged_or_hostile_backup_leaves_nothing_behind(backup: Path, tmp_path: Path):
    whole = backup.read_bytes()
    place, bad = tmp_path / "hasil", tmp_path / NAME
    file = a_received_file(backup)
    cases: dict[str, bytes | dict[str, bytes | None]] = {
        "no zip": b"bukan cadangan",
        "cut short": whole[: len(whole) // 2],
        "a byte turned": whole.replace(b"xl/workbook", b"xl/workbool", 1),
        "another content under its name": {file: b"lain"},
        "without a ledger": {FILE_NAME: None},
        "a ledger that is none": {FILE_NAME: b"bukan basis data" * 100},
        "out of the folder": {"../lolos.xlsx": b"x"},
        "an absolute place": {"/tmp/lolos.xlsx": b"x"},
        "a place of ours that is not the archive": {"laporan/palsu.xlsx": b"x"},
    }
    for case, change in cases.items():
        if isinstance(change, bytes):
            bad.write_bytes(change)
        else:
            repacked(backup, bad, change)
        with pytest.raises(SopbatchError, match=r"bukan cadangan sopbatch|rusak"):
            take_back_up(bad, place)
        assert not [path for path in place.rglob("*") if path.name != ".sopbatch.lock"], case
    assert not list(tmp_path.glob("lolos*"))


def test_a_backup_is_not_written_into_what_it_holds(small_run: Path):
    for target in (small_run, small_run / "cadangan"):
        with pytest.raises(SopbatchError, match="di dalam folder hasil"):
            back_up(small_run, target)


def test_without_a_history_there_is_nothing_to_back_up(tmp_path: Path):
    with pytest.raises(SopbatchError, match="belum memuat laporan"):
        back_up(tmp_path, tmp_path / "cadangan")


@pytest.mark.parametrize(
    "name", ["arsip/../x", "arsip/ab/" + "a" * 64 + "/x", "arsip/catatan/../../x.json", "ARSIP"]
)
def test_no_name_leads_elsewhere(name: str):
    assert MEMBER.fullmatch(name) is None


def test_the_memory_of_mail_is_in_the_backup(small_run: Path, tmp_path: Path):
    """What was sent must not be sent again from another computer."""
    folder = shutil.copytree(small_run, tmp_path / "keluar")
    sent = Sending(
        message_id="<a@b>",
        address="dinas@contoh.go.id",
        subject="SOP",
        name="surat/a.eml",
        state=State.SENT,
        told="",
        moment="",
    )
    with post(folder) as memory:
        memory.note(sent)
    back_up(folder, tmp_path / "cadangan")
    take_back_up(tmp_path / "cadangan" / NAME, tmp_path / "baru")
    with post(tmp_path / "baru") as memory:
        assert memory.sending("<a@b>") == sent
