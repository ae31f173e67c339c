"""Findings of the workbooks an officer names, without an output folder: their own look."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.parcels import open_parcels
from sopbatch.batch.assessing.registers import BrokenRegisterError
from sopbatch.batch.assessing.reviews import ReadAll, read_all
from sopbatch.batch.commands.marked_beside import mark_beside
from sopbatch.batch.order import Order
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.batch.result import CheckResult
from sopbatch.files import scratch_folder
from sopbatch.intake import Intake, Untaken, receive, receive_one, safe_text
from sopbatch.model import MARKABLE, NO_REGISTER, NotFoundError, Received, Review, SopbatchError

OTHERS_WAIT = "Berkas lain belum diperiksa: perbaiki daftar induknya dahulu, lalu periksa lagi."


def check_files(
    paths: tuple[Path, ...], as_of: date, register: Path | None, *, mark: bool = False
) -> CheckResult:
    """Read and check workbooks, several also against each other; a folder is all files in it.

    With `mark` each one that could be read gets a marked copy beside it; a register of which there
    is something to say gets one in any case, since nothing works until it is mended.

    Raises:
        SopbatchError: a path does not exist, nothing is there to check, or nothing can be written.
    """
    with scratch_folder() as keep:
        order = Order(input=keep, output=keep, as_of=as_of, register=register)
        taken = _taken(order, paths)
        received, not_taken = taken.intake.received, taken.intake.untaken
        passed = taken.intake.told_passed
        if not (received or not_taken or passed):
            raise SopbatchError("Tidak ada berkas untuk diperiksa di folder itu.")
        read = _judged_together(_read(order, received), as_of)
        own = tuple(_register_review(read, received))
        marked = (*filter(_can_be_marked, own), *(read.reviews if mark else ()))
        beside = mark_beside(order, marked, read.register, taken.originals)
    return CheckResult(
        reviews=(*own, *read.reviews),
        not_taken=not_taken,
        passed=(*passed, *read.told_passed),
        incidents=(*taken.incidents, *read.incidents, *beside.incidents),
        notes=read.notes,
        marked=beside.written,
        failures=beside.failures,
    )


def _read(order: Order, received: tuple[Received, ...]) -> ReadAll:
    """All files read; of a broken register that is one of them, only what is wrong in it."""
    try:
        read = read_all(order, received)
    except BrokenRegisterError as broken:
        if broken.item not in received:
            raise
        return ReadAll(
            reviews=(),
            register=NO_REGISTER,
            register_file=broken.item,
            register_findings=broken.findings,
            notes=(OTHERS_WAIT,) if len(received) > 1 else (),
        )
    # Who named no register need not be told what was said of finding one.
    return read if order.register else replace(read, notes=())


def _judged_together(read: ReadAll, as_of: date) -> ReadAll:
    """With what is found between the files; one alone has no others."""
    if len(read.reviews) < 2:
        return read
    from sopbatch.batch.assessing.across import look_across

    looked = look_across(read.reviews, read.register, as_of, {})
    return replace(
        read,
        reviews=(*looked.reviews, *looked.forms),
        incidents=(*read.incidents, *looked.crashes),
    )


def _can_be_marked(review: Review) -> bool:
    suffix = Path(review.received.name).suffix.lower().removeprefix(".")
    return bool(review.findings) and suffix in MARKABLE


def _register_review(read: ReadAll, received: Sequence[Received]) -> Iterator[Review]:
    """What is to be said of the register, when it is one of the files that were named."""
    file = read.register_file
    if file is not None and any(item.sha256 == file.sha256 for item in received):
        named = next(item for item in received if item.sha256 == file.sha256)
        yield Review(
            received=named, submission=None, findings=read.register_findings, is_register=True
        )


@dataclass(frozen=True, slots=True)
class _Taken:
    """What was named: one path, or all of them."""

    intake: Intake
    originals: Mapping[str, Path]
    """Name of each file to where it lies; of one within a mail or archive, beside that."""
    incidents: tuple[str, ...]
    """Tracebacks of bugs."""


def _taken(order: Order, paths: Sequence[Path]) -> _Taken:
    """All that was named, each content once."""
    each = [_take(order, path) for path in paths]
    intakes = [one.intake for one in each]
    return _Taken(
        Intake(
            received=tuple(_once([item for intake in intakes for item in intake.received])),
            untaken=tuple(item for intake in intakes for item in intake.untaken),
            passed=tuple(item for intake in intakes for item in intake.passed),
        ),
        originals={name: path for one in each for name, path in one.originals.items()},
        incidents=tuple(trace for one in each for trace in one.incidents),
    )


def _take(order: Order, path: Path) -> _Taken:
    """One file or all files of a folder, named as the officer named them."""
    archive, as_of = order.output / ARCHIVE, order.as_of
    if path.is_dir():
        place, lying = path, receive(path, archive, lambda _: as_of)
    elif path.exists():
        place, lying = path.parent, Intake((receive_one(path, archive, as_of),), ())
    else:
        raise NotFoundError("Berkas", path)
    above = safe_text(place.as_posix())

    def named(name: str) -> str:
        return name if above == "." and not path.is_dir() else f"{above}/{name}".replace("//", "/")

    intake, incidents = open_parcels(order, lying, lambda _: as_of)
    received = tuple(
        replace(
            item,
            name=named(item.name),
            copies=tuple(map(named, item.copies)),
            taken_in=False,
        )
        for item in intake.received
    )
    originals = {
        new.name: place / _lies_at(old) for new, old in zip(received, intake.received, strict=True)
    }
    untaken = tuple(Untaken(named(name), reason) for name, reason in intake.untaken)
    passed = tuple((named(name), reason) for name, reason in intake.passed)
    return _Taken(Intake(received, untaken, passed), originals, incidents)


def _lies_at(received: Received) -> Path:
    """Where a file lies, or would lie beside what it came in."""
    letter = dict(received.letters).get(received.name)
    return Path(letter.container).with_name(received.file_name) if letter else Path(received.name)


def _once(received: list[Received]) -> Iterator[Received]:
    """Each content once, under its first name, with the other names as copies."""
    names: dict[str, list[str]] = {}
    for item in received:
        names.setdefault(item.sha256, []).extend((item.name, *item.copies))
    firsts = {item.sha256: item for item in reversed(received)}
    for sha256, (first, *others) in names.items():
        yield replace(firsts[sha256], name=first, copies=tuple(others))
