"""Notes of every run in the archive: what came with it, and all that the ledger holds of it."""

import gzip
import json
import zlib
from collections.abc import Iterable
from dataclasses import astuple
from pathlib import Path

from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE, LISTED, NOTES
from sopbatch.files import make_folder, write_whole
from sopbatch.ledger import (
    Output,
    RunNote,
    all_rows,
    check_whole,
    make_anew,
    note_of,
    run_notes,
    tells,
    what_came,
)
from sopbatch.model import SopbatchError

CAME, ROWS = ".json", ".json.gz"
GZIP = 16 + zlib.MAX_WBITS
"""What zlib calls it."""
NOTHING = (
    "Arsip di “{folder}” tidak memuat catatan laporan; berkas riwayat tidak dapat dibangun kembali."
)
DAMAGED = (
    "Catatan arsip “{name}” rusak; kembalikan berkas itu dari cadangan, lalu jalankan “sopbatch "
    "restore {folder}” lagi."
)


def kept_notes(folder: Path) -> tuple[RunNote, ...]:
    """Runs of which the archive keeps all rows, oldest first."""
    names = (path.name for path in sorted(_place(folder).glob(f"*{ROWS}")))
    return tuple(note for name in names if (note := note_of(name)))


def check_memory(folder: Path, sound: str = "") -> None:
    """Refuse to work with a ledger that is missing, older than the archive, or altered.

    `sound` is the digest of the ledger's file as a run left it that found it sound.

    Raises:
        SopbatchError: it is; the sentence names the command that helps.
    """
    check_whole(folder, kept_notes(folder), sound)


def write_notes(folder: Path, outputs: tuple[Output, ...]) -> None:
    """Write what the archive lacks of the ledger's runs, and what stands in the output folder.

    Raises:
        SopbatchError: the archive cannot be written to.
    """
    place, kept = _place(folder), set(kept_notes(folder))
    known = run_notes(folder)
    with writing(folder):
        make_folder(place, folder)
        for note in known:
            if note not in kept:
                write_whole(place / f"{note.name}{CAME}", what_came(folder, note).encode())
                write_whole(place / f"{note.name}{ROWS}", _zipped(all_rows(folder, note)))
        for stale in kept - set(known):
            remove_note(folder, stale)
        _write_changed(place / LISTED, _listed(outputs))


def _zipped(pieces: Iterable[str]) -> bytes:
    """As gzip, without a time; the text as a whole would take more memory than the run."""
    packing = zlib.compressobj(wbits=GZIP)
    packed = [packing.compress(piece.encode()) for piece in pieces]
    return b"".join((*packed, packing.flush()))


def _listed(outputs: Iterable[Output]) -> bytes:
    return json.dumps(sorted(map(astuple, outputs)), ensure_ascii=False, indent=0).encode()


def _write_changed(path: Path, data: bytes) -> None:
    """Leave alone what is as it shall be: a backup copies only what changed."""
    if not path.exists() or path.read_bytes() != data:
        write_whole(path, data)


def remove_note(folder: Path, note: RunNote) -> None:
    """Forget a run in the archive; what came with it stays there."""
    for end in (ROWS, CAME):
        (_place(folder) / f"{note.name}{end}").unlink(missing_ok=True)


def restore_ledger(folder: Path, notes: Iterable[RunNote], outputs: Iterable[Output]) -> None:
    """Make the ledger anew from notes of the archive.

    Raises:
        SopbatchError: a note is damaged; the ledger stays as it was.
    """
    texts = [_rows_of(folder, note) for note in notes]
    make_anew(folder, texts, map(_row, outputs))


def check_notes(folder: Path) -> None:
    """Hold each note of the archive against its digest.

    Raises:
        SopbatchError: one is damaged.
    """
    for note in kept_notes(folder):
        _rows_of(folder, note)


def noted_outputs(folder: Path) -> tuple[Output, ...]:
    """What the last run left in the output folder, as the archive noted it."""
    try:
        listed = json.loads((_place(folder) / LISTED).read_text("utf-8"))
        return tuple(Output(*map(str, row)) for row in listed)
    except (OSError, ValueError, TypeError):
        return ()


def nothing_noted(folder: Path) -> SopbatchError:
    """Without notes there is nothing to make a ledger of."""
    return SopbatchError(NOTHING.format(folder=folder))


def _rows_of(folder: Path, note: RunNote) -> str:
    name = f"{note.name}{ROWS}"
    try:
        text = gzip.decompress((_place(folder) / name).read_bytes()).decode()
        if tells(text, note):
            return text
    except (OSError, EOFError, ValueError, zlib.error) as error:
        raise SopbatchError(DAMAGED.format(name=name, folder=folder)) from error
    raise SopbatchError(DAMAGED.format(name=name, folder=folder))


def _row(output: Output) -> tuple[str, str, str]:
    return output.path, output.sha256, output.recipe


def _place(folder: Path) -> Path:
    return folder / ARCHIVE / NOTES
