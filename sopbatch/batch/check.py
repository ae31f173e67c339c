"""Findings of the workbooks an officer names, without an output folder: their own look."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopbatch.batch.beside import mark_beside
from sopbatch.batch.looking import look_across
from sopbatch.batch.order import CheckResult, Order
from sopbatch.batch.reading import read_all
from sopbatch.files import scratch_folder
from sopbatch.intake import Intake, receive, receive_one, safe_text
from sopbatch.model import Received, SopbatchError


def check_files(
    paths: tuple[Path, ...], as_of: date, register: Path | None, *, mark: bool = False
) -> CheckResult:
    """Read and check workbooks, several also against each other; a folder is all files in it.

    With `mark` each one that could be read gets a marked copy beside it.

    Raises:
        SopbatchError: a path does not exist, nothing is there to check, or nothing can be written.
    """
    with scratch_folder() as keep:
        order = Order(keep, keep, as_of, register)
        taken = [_take(path, keep / "arsip", as_of) for path in paths]
        received = tuple(_once([item for one in taken for item in one.intake.received]))
        not_taken = tuple(item for one in taken for item in one.intake.untaken)
        if not received and not not_taken:
            raise SopbatchError("Tidak ada berkas untuk diperiksa di folder itu.")
        read = read_all(order, received)
        reviews, incidents = read.reviews, read.incidents
        if len(reviews) > 1:
            reviews, _, crashes = look_across(reviews, read.register, as_of, {})
            incidents = (*incidents, *crashes)
        notes = read.notes if register else ()
        result = CheckResult(reviews, not_taken, read.told_passed, incidents, notes)
        if not mark:
            return result
        originals = {name: path for one in taken for name, path in one.originals.items()}
        beside = mark_beside(order, reviews, read.register, originals)
    return replace(
        result,
        incidents=(*result.incidents, *beside.incidents),
        marked=beside.written,
        failures=beside.failures,
    )


@dataclass(frozen=True, slots=True)
class _Taken:
    """One path that was named."""

    intake: Intake
    originals: Mapping[str, Path]
    """Name of each file to where it lies."""


def _take(path: Path, archive: Path, as_of: date) -> _Taken:
    """One file or all files of a folder, named as the officer named them."""
    if path.is_dir():
        intake = receive(path, archive, lambda _: as_of)
        above = safe_text(path.as_posix())
        named = tuple(
            replace(item, name=f"{above}/{item.name}", taken_in=False) for item in intake.received
        )
        originals = {
            new.name: path / old.name for new, old in zip(named, intake.received, strict=True)
        }
        return _Taken(Intake(named, intake.untaken), originals)
    if not path.exists():
        raise SopbatchError(f"Berkas “{path}” tidak ditemukan.")
    item = receive_one(path, archive, as_of)
    item = replace(item, name=safe_text(path.as_posix()), taken_in=False)
    return _Taken(Intake((item,), ()), {item.name: path})


def _once(received: list[Received]) -> Iterator[Received]:
    """Each content once, under its first name, with the other names as copies."""
    names: dict[str, list[str]] = {}
    for item in received:
        names.setdefault(item.sha256, []).extend((item.name, *item.copies))
    firsts = {item.sha256: item for item in reversed(received)}
    for sha256, (first, *others) in names.items():
        yield replace(firsts[sha256], name=first, copies=tuple(others))
