"""All received files become reviews; the register is read first because the rules need it."""

import logging
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sopbatch.batch.assessing.kept_readings import kept_readings
from sopbatch.batch.assessing.logo import apart, beside
from sopbatch.batch.assessing.read_files import read_files
from sopbatch.batch.assessing.registers import (
    copies_of,
    holding,
    is_called_register,
    may_be_register,
    met,
    passed_as,
    register_of,
    two_registers,
    warned,
)
from sopbatch.batch.order import Order
from sopbatch.batch.output.hold import check_register_file
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.batch.workshop.read_task import MetRegister, ReadAnswer
from sopbatch.files import scratch_folder
from sopbatch.intake import receive_one
from sopbatch.model import NO_REGISTER, Finding, Passed, Received, Register, Review
from sopbatch.schema.register import FILE_NAME
from sopbatch.workers import Limits

DEBUG = logging.getLogger(__name__).debug

NO_PLAN = (
    "Daftar induk tidak ditemukan: jumlah rencana, tenggat, dan perangkat daerah yang belum "
    "mengirim tidak dapat dihitung."
)
FOUND = "Daftar induk dibaca dari “{name}”; periksa apakah berkas itu memang daftar induk Anda."
REGISTER = Limits(answer_bytes=16 << 20)
"""There is one: 50,000 titles of usual length fill a quarter of this."""
KEPT = (
    "Folder masukan tidak memuat daftar induk; yang dipakai terakhir, “{name}”, diambil dari arsip."
)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadAll:
    """What reading all files gave."""

    reviews: tuple[Review, ...]
    """In order of name."""
    register: Register
    register_file: Received | None = None
    """The workbook the register was read from."""
    logo: Received | None = None
    """The received file that is the logo."""
    passed: tuple[tuple[str, Passed], ...] = ()
    """Names of files that are no SOP though nothing is wrong with them."""
    incidents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    register_findings: tuple[Finding, ...] = ()
    """What is to be said of the register; nothing of it keeps it from being used."""

    @property
    def told_passed(self) -> tuple[tuple[str, Passed], ...]:
        """Those whom somebody may have taken for an SOP."""
        return tuple(item for item in self.passed if item[1] is not Passed.LOGO)


def read_all(
    order: Order,
    received: tuple[Received, ...],
    known: Received | None = None,
    kept: Received | None = None,
) -> ReadAll:
    """Find and read the register (unless it is known already), then every other file.

    `kept` is the register of the last run: it holds when none is met.

    Raises:
        SopbatchError: two registers, or one with a mistake the operator can mend.
    """
    register, file, rest = _register_first(order, received, known)
    if not register.register.present and kept is not None:
        register, file, rest = _register_first(order, received, kept)
    logo, rest = apart(rest, register.register)
    with kept_readings(order, register.register) as results:
        answers = read_files(order, rest, register.register, "Membaca berkas", results)
    others = [file] if file and file is not kept else []
    late = () if order.register else _late(rest, answers, others, holds=file is not None)
    if len(late) + len(others) > 1:
        raise two_registers([*others, *late])
    if late:
        register, file, rest = _register_first(order, received, late[0])
        logo, rest = apart(rest, register.register)
        answers = read_files(order, rest, register.register, "Memeriksa berkas")
    passed = {logo.name: Passed.LOGO} if logo else {}
    passed |= dict(copies_of(file, received)) | dict(_passed_over(rest, answers))
    DEBUG("register: %s", file.name if file else "none")
    read = _close(answers, register, file, logo, tuple(sorted(passed.items())))
    if file is not None:
        read = replace(read, notes=(*read.notes, *warned(order, file, register)))
    if (
        file is None
        or order.register
        or known
        or (file.name == FILE_NAME and not file.from_archive)
    ):
        return read
    told = KEPT if file.from_archive else FOUND
    return replace(read, notes=(*read.notes, told.format(name=file.name)))


def read_register_file(path: Path, order: Order) -> Register:
    """The register of a file the operator named.

    Raises:
        SopbatchError: it is not there, or cannot be read as a register.
    """
    check_register_file(path)
    with scratch_folder() as folder:
        item = receive_one(path, folder, order.as_of)
        (answer,) = _read_registers(order, (item,))
    return register_of(order, item, answer).register


def _register_first(
    order: Order, received: tuple[Received, ...], known: Received | None
) -> tuple[MetRegister, Received | None, tuple[Received, ...]]:
    if known is None and order.register is not None:
        check_register_file(order.register)
        known = receive_one(order.register, order.output / ARCHIVE, order.as_of)
    if known is not None:
        (answer,) = _read_registers(order, (known,))
        rest = tuple(item for item in received if item.sha256 != known.sha256)
        return _beside(register_of(order, known, answer), known), known, rest
    called = [item for item in received if may_be_register(item)]
    answers = _read_registers(order, called) if called else []
    for item, answer in zip(called, answers, strict=True):
        if is_called_register(item) and met(answer) is None:
            register_of(order, item, answer)
    found = {item: one for item, one in zip(called, map(met, answers), strict=True) if one}
    held = holding(tuple(found.items()))
    if len(held) > 1:
        raise two_registers(held)
    if not held:
        return MetRegister(NO_REGISTER), None, received
    (file,) = held
    register = register_of(order, file, ReadAnswer(register=found[file]))
    return _beside(register, file), file, tuple(item for item in received if item is not file)


def _beside(register: MetRegister, file: Received) -> MetRegister:
    return replace(register, register=beside(register.register, file))


def _late(
    rest: Sequence[Received],
    answers: Sequence[ReadAnswer | Review],
    others: Sequence[Received],
    *,
    holds: bool,
) -> tuple[Received, ...]:
    """Registers that only their content gave away, and that may hold.

    A blank one does not where another one `holds`, be it that of the last run.
    """
    found = [
        (item, register)
        for item, answer in zip(rest, answers, strict=True)
        if (register := met(answer)) is not None and not item.only_enclosed
        if not (holds and register.blank)
    ]
    if others:
        return tuple(item for item, one in found if not (one.marked or one.blank))
    return holding(found)


def _read_registers(order: Order, items: Sequence[Received]) -> list[ReadAnswer | Review]:
    return read_files(order, items, NO_REGISTER, "Membaca daftar induk", limits=REGISTER)


def _passed_over(
    received: Sequence[Received], answers: Sequence[ReadAnswer | Review]
) -> Iterator[tuple[str, Passed]]:
    for item, answer in zip(received, answers, strict=True):
        if isinstance(answer, ReadAnswer) and not item.from_archive:
            reason = passed_as(answer.register) if answer.register else answer.passed
            if reason is not None:
                yield from ((name, reason) for name in (item.name, *item.copies))


def _close(
    answers: Sequence[ReadAnswer | Review],
    register: MetRegister,
    file: Received | None,
    logo: Received | None,
    passed: tuple[tuple[str, Passed], ...],
) -> ReadAll:
    reviews: list[Review] = []
    incidents: list[str] = []
    for answer in answers:
        if isinstance(answer, Review):
            reviews.append(answer)
        elif answer.review is not None:
            reviews.append(answer.review)
            incidents.extend(answer.crashes)
    notes = () if register.register.present else (NO_PLAN,)
    alone = replace(file, copies=()) if file else None
    return ReadAll(
        reviews=tuple(reviews),
        register=register.register,
        register_file=alone,
        logo=logo,
        passed=passed,
        incidents=tuple(incidents),
        notes=notes,
        register_findings=register.findings,
    )
