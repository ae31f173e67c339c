"""Which of the files met is the register, and what keeps it from being used."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.batch.workshop.read_task import MetRegister, ReadAnswer
from sopbatch.ledger import register_days
from sopbatch.matching.history import register_on
from sopbatch.model import Finding, Passed, Received, Review, Severity, SopbatchError
from sopbatch.reading import Refusal
from sopbatch.schema.register import FILE_NAME
from sopbatch.text.words import long_date

REGISTER_WORDS = Path(FILE_NAME).stem.replace("_", " ")
BROKEN = "Daftar induk “{name}” belum dapat dipakai: {count} hal harus diperbaiki."
CHECK = 'Periksa lagi, dengan berkas perbaikan di sebelahnya: sopbatch check "{path}"'
WARNED = (
    'Daftar induk “{name}”: {count} hal sebaiknya diperbaiki; lihat dengan: sopbatch check "{path}"'
)
OLDER = (
    "Daftar induk ini sama dengan yang dipakai pada laporan {used}, bukan dengan yang terakhir "
    "dipakai ({last}). Jika tidak disengaja, ambil yang terakhir: "
    'sopbatch register --minggu {week} --keluaran "{folder}"'
)
MOST = 25
"""Mistakes that a run shows; the check shows all."""


class BrokenRegisterError(SopbatchError):
    """A register whose mistakes keep it from being used, all of them at once."""

    def __init__(self, item: Received, findings: Sequence[Finding], path: Path) -> None:
        blocking = [finding for finding in findings if finding.blocks]
        super().__init__(BROKEN.format(name=item.name, count=len(blocking)))
        rest = len(blocking) - MOST
        more = [f"… dan {rest} hal lain."] if rest > 0 else []
        self.lines = (*map(told, blocking[:MOST]), *more, CHECK.format(path=path))
        self.item, self.findings = item, tuple(findings)


def told(finding: Finding) -> str:
    """A finding of the register on one line."""
    cell = finding.cell
    where = f"Lembar “{cell.sheet}”, sel {cell.a1}: " if cell else ""
    meant = f" Maksud Anda: “{finding.suggestion}”?" if finding.suggestion else ""
    return f"{where}{finding.sentence} {finding.advice}{meant}"


def is_called_register(item: Received) -> bool:
    """Whether a file is named as the register is, and nothing besides."""
    return _words(item) == REGISTER_WORDS


def may_be_register(item: Received) -> bool:
    """Whether a file's name begins so; anybody can send a mail, so what came in one is none."""
    return _words(item).startswith(REGISTER_WORDS) and not item.only_enclosed


def _words(received: Received) -> str:
    stem = received.file_name.rpartition(".")[0]
    return " ".join(stem.casefold().replace("_", " ").replace("-", " ").split())


def met(answer: ReadAnswer | Review) -> MetRegister | None:
    """The register that a file turned out to be; None when it is none."""
    return answer.register if isinstance(answer, ReadAnswer) else None


def holding(found: Sequence[tuple[Received, MetRegister]]) -> tuple[Received, ...]:
    """Those that may hold: marked copies and blank forms only where there is nothing else."""
    filled = [one for one in found if not one[1].blank] or found
    own = [one for one in filled if not one[1].marked] or filled
    return tuple(item for item, _ in own)


def register_of(order: Order, item: Received, answer: ReadAnswer | Review) -> MetRegister:
    """The register in a file.

    Raises:
        SopbatchError: it is none, or has mistakes.
    """
    register = met(answer)
    if register is not None:
        if any(finding.blocks for finding in register.findings):
            raise BrokenRegisterError(item, register.findings, lies_at(order, item))
        return replace(register, register=register_on(register.register, order.as_of))
    if isinstance(answer, Review) and answer.findings[0].code != Refusal.NOT_A_TEMPLATE.code:
        why = answer.findings[0].sentence.removesuffix(".")
        raise SopbatchError(f"Daftar induk “{item.name}” tidak dapat dibaca: {why}.")
    raise SopbatchError(
        f"Berkas “{item.name}” bukan daftar induk; buat yang baru dengan “sopbatch template”."
    )


def lies_at(order: Order, item: Received) -> Path:
    """Where the operator finds a register."""
    here = order.register or order.input / item.name
    return here if here.is_file() else item.path


def warned(order: Order, item: Received, register: MetRegister) -> tuple[str, ...]:
    """What a run says of mistakes that do not keep the register from being used."""
    count = sum(finding.severity is Severity.WARNING for finding in register.findings)
    path = lies_at(order, item)
    return (WARNED.format(name=item.name, count=count, path=path),) if count else ()


def older_than_last(order: Order, item: Received | None) -> tuple[str, ...]:
    """A sentence when a register was used before, and another one since then.

    Raises:
        SopbatchError: the ledger cannot be read.
    """
    days = register_days(order.output)
    if item is None or item.sha256 not in days:
        return ()
    last = tuple(days)[-1]
    if last == item.sha256:
        return ()
    week = "{}-W{:02}".format(*days[last].isocalendar())
    told = {"used": long_date(days[item.sha256]), "last": long_date(days[last]), "week": week}
    return (OLDER.format(folder=order.output, **told),)


def passed_as(register: MetRegister) -> Passed:
    """Why a register is not the one that holds."""
    if register.blank:
        return Passed.EMPTY_REGISTER
    return Passed.MARKED_REGISTER if register.marked else Passed.OTHER_REGISTER


def two_registers(items: Sequence[Received]) -> SopbatchError:
    """More than one that could hold."""
    names = " dan ".join(f"“{item.name}”" for item in items[:2])
    return SopbatchError(f"Ada lebih dari satu daftar induk ({names}); sisakan satu saja.")


def copies_of(
    register: Received | None, received: Sequence[Received]
) -> Iterator[tuple[str, Passed]]:
    """Other names under which the register's bytes came."""
    for item in received:
        if register is not None and item.sha256 == register.sha256:
            for name in {item.name, *item.copies} - {register.name}:
                yield name, Passed.SAME_REGISTER
