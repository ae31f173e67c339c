"""Are the folders of a run fit for the next one? One need a line, with what to do when not."""

import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from hashlib import file_digest
from pathlib import Path
from tempfile import TemporaryFile, gettempdir

from sopbatch import __version__
from sopbatch.batch.output.run_notes import check_memory, check_notes
from sopbatch.batch.output.tree import ARCHIVE, LEDGER, NOTES
from sopbatch.ledger import Past, read_past, recall_last
from sopbatch.model import Received, SopbatchError
from sopbatch.text.words import count, long_date, one_decimal

LEAST = 1 << 30
"""Bytes that a run may need for what it writes and for what it works on."""
NOT_YET = "belum ada"
FROM_BACKUP = (
    "kembalikan dari cadangan: “sopbatch restore {folder}_baru --dari CADANGAN”, atau simpan "
    "berkas aslinya lagi di folder masukan"
)
NO_INPUT = "periksa penulisan nama foldernya, atau buat folder itu untuk berkas masukan"
ROOM = "kosongkan ruang hingga sedikitnya 1 GB bebas, atau pindahkan ke media yang lebih luas"
TEMPORARY = "kosongkan ruangnya, atau arahkan TMPDIR (Windows: TEMP) ke folder di media lain"
CLOCK = (
    "atur jam komputer; jika jamnya benar, laporan terakhir keliru tanggalnya: batalkan dengan "
    "“sopbatch undo {folder}”"
)


@dataclass(frozen=True, slots=True)
class ProgramNeed:
    """One thing the program needs."""

    name: str
    state: str
    met: bool
    remedy: str = ""


def examine(
    source: Path, target: Path, today: date, *, named: bool, whole: bool, fetches: bool
) -> Iterator[ProgramNeed]:
    """The folders, their room, and what earlier runs left; nothing in them is changed.

    An input folder that was `named` has to be there; the usual one need not be there yet. With
    `whole` the bytes of all that was ever received are held against their digests; `fetches` tells
    whether mails are to be put into the input folder, which makes it.
    """
    yield _input(source, named=named, fetches=fetches)
    yield _output(target)
    yield _room("Ruang folder hasil", _there(target), ROOM)
    yield _room("Ruang sementara", Path(gettempdir()), TEMPORARY)
    try:
        past = _past(target, today)
        last = recall_last(target) if past and past.last else None
    except SopbatchError as error:
        yield ProgramNeed("Berkas riwayat", "tidak dapat dipakai", met=False, remedy=_clause(error))
        return
    yield _clock(target, past, today)
    yield _program(last.program if last else "")
    told = "utuh" if past else f"{NOT_YET}; dibuat oleh “sopbatch run”"
    yield ProgramNeed("Berkas riwayat", told, met=True)
    yield _archive(target, past, whole=whole)


def _input(folder: Path, *, named: bool, fetches: bool) -> ProgramNeed:
    name = "Folder masukan"
    if not folder.exists():
        return ProgramNeed(name, f"“{folder}” {NOT_YET}", met=fetches or not named, remedy=NO_INPUT)
    try:
        found = sum(1 for _ in folder.iterdir())
    except OSError:
        return ProgramNeed(
            name, f"“{folder}” tidak dapat dibaca", met=False, remedy="beri izin membaca"
        )
    if _writable(folder):
        return ProgramNeed(name, f"“{folder}” dapat dibaca dan ditulisi", met=True)
    told = f"“{folder}” hanya dapat dibaca ({count(found)} isinya)"
    return ProgramNeed(
        name, told, not fetches, "beri izin menulis agar surel dapat disimpan di sini"
    )


def _output(folder: Path) -> ProgramNeed:
    name = "Folder hasil"
    place = _there(folder)
    remedy = f"beri izin menulis di “{place}”, atau pilih folder lain"
    if not place.is_dir():
        return ProgramNeed(name, f"“{place}” bukan folder", met=False, remedy="pilih folder lain")
    if not _writable(place):
        return ProgramNeed(name, f"“{place}” tidak dapat ditulisi", met=False, remedy=remedy)
    told = "dapat ditulisi" if place == folder else f"{NOT_YET}, dapat dibuat"
    return ProgramNeed(name, f"“{folder}” {told}", met=True)


def _room(name: str, folder: Path, remedy: str) -> ProgramNeed:
    try:
        free = shutil.disk_usage(folder).free
    except OSError:
        return ProgramNeed(name, "tidak diketahui", met=True)
    return ProgramNeed(name, f"{one_decimal(free / 2**30)} GB bebas", free >= LEAST, remedy)


def _past(folder: Path, today: date) -> Past | None:
    """What the ledger knows; None when there was no run yet.

    Raises:
        SopbatchError: it is not sound.
    """
    if not (folder / LEDGER).exists() and not (folder / ARCHIVE / NOTES).exists():
        return None
    check_memory(folder)
    return read_past(folder, today)


def _clock(folder: Path, past: Past | None, today: date) -> ProgramNeed:
    last = past.last if past else None
    told = long_date(today)
    if last is not None:
        told += f", laporan terakhir {long_date(last)}"
    met = last is None or last <= today
    return ProgramNeed("Jam komputer", told, met, CLOCK.format(folder=folder))


def _program(before: str) -> ProgramNeed:
    told = f"sopbatch {__version__}"
    if before and before != __version__:
        told += f", laporan terakhir ditulis oleh {before}"
    newer = _numbers(before) > _numbers(__version__)
    return ProgramNeed(
        "Versi", told, not newer, "perbarui program ini seperti pada petunjuk pemasangan"
    )


def _numbers(version: str) -> tuple[int, ...]:
    """What tells the older of two versions; () of none."""
    return tuple(int(part) for part in version.split(".") if part.isdecimal())


def _archive(folder: Path, past: Past | None, *, whole: bool) -> ProgramNeed:
    name = "Arsip"
    if past is None:
        return ProgramNeed(name, NOT_YET, met=True)
    known = {one.sha256: one for one in (*past.received, *filter(None, (past.register,)))}
    bad = [one for one in known.values() if not _kept(folder, one, whole=whole)]
    remedy = FROM_BACKUP.format(folder=folder)
    if bad:
        first = min(one.name for one in bad)
        what = "hilang atau berubah" if whole else "hilang"
        return ProgramNeed(
            name, f"{count(len(bad))} berkas {what}, misalnya “{first}”", False, remedy
        )
    if not whole:
        told = (
            f"{count(len(known))} berkas yang pernah diolah ada; isinya diperiksa dengan --lengkap"
        )
        return ProgramNeed(name, told, met=True)
    try:
        check_notes(folder)
    except SopbatchError as error:
        return ProgramNeed(name, "catatannya rusak", met=False, remedy=_clause(error))
    return ProgramNeed(
        name, f"{count(len(known))} berkas yang pernah diolah dan semua catatan utuh", met=True
    )


def _kept(folder: Path, item: Received, *, whole: bool) -> bool:
    for path in (folder / ARCHIVE / item.sha256[:2]).glob(f"{item.sha256}*"):
        with suppress(OSError), path.open("rb") as file:
            if not whole or file_digest(file, "sha256").hexdigest() == item.sha256:
                return True
    return False


def _there(folder: Path) -> Path:
    """The folder, or the nearest one above it that is there."""
    place = folder.absolute()
    found = next((one for one in (place, *place.parents) if one.exists()), place)
    return folder if found == place else found


def _writable(folder: Path) -> bool:
    try:
        TemporaryFile(dir=folder).close()
    except OSError:
        return False
    return True


def _clause(error: SopbatchError) -> str:
    return str(error).removesuffix(".")
