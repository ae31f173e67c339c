"""Findings of single workbooks, without an output folder: the officer's own look."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sopbatch.batch.order import CheckResult, Order
from sopbatch.batch.reading import read_all
from sopbatch.intake import Intake, receive, receive_one, safe_text
from sopbatch.model import Received, SopbatchError


def check_files(paths: tuple[Path, ...], as_of: date, register: Path | None) -> CheckResult:
    """Read and check workbooks, each by itself; a folder stands for all files in it.

    Raises:
        SopbatchError: a path does not exist, or nothing is there to check.
    """
    with TemporaryDirectory(prefix="sopbatch-") as folder:
        keep = Path(folder)
        intakes = [_take(path, keep / "arsip", as_of) for path in paths]
        received = [item for intake in intakes for item in intake.received]
        not_taken = tuple(item for intake in intakes for item in intake.untaken)
        if not received and not not_taken:
            raise SopbatchError("Tidak ada berkas untuk diperiksa di folder itu.")
        read = read_all(Order(keep, keep, as_of, register), tuple(_once(received)))
    return CheckResult(read.reviews, not_taken, read.incidents, read.notes if register else ())


def _take(path: Path, archive: Path, as_of: date) -> Intake:
    """One file or all files of a folder, named as the officer named them."""
    if path.is_dir():
        intake = receive(path, archive, lambda _: as_of)
        above = safe_text(path.as_posix())
        return Intake(
            tuple(replace(item, name=f"{above}/{item.name}") for item in intake.received),
            intake.untaken,
        )
    if not path.exists():
        raise SopbatchError(f"Berkas “{path}” tidak ditemukan.")
    item = receive_one(path, archive, as_of)
    return Intake((replace(item, name=safe_text(path.as_posix())),), ())


def _once(received: list[Received]) -> Iterator[Received]:
    """Each content once, under its first name, with the other names as copies."""
    names: dict[str, list[str]] = {}
    for item in received:
        names.setdefault(item.sha256, []).extend((item.name, *item.copies))
    firsts = {item.sha256: item for item in reversed(received)}
    for sha256, (first, *others) in names.items():
        yield replace(firsts[sha256], name=first, copies=tuple(others))
