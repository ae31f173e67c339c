"""The logo named in the settings: a picture beside the register, and no file to be judged."""

from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from io import BytesIO
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.batch.output.kept_logo import kept_logo
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.batch.workshop.crewed import outcomes
from sopbatch.batch.workshop.print_tasks import LogoTask
from sopbatch.intake.archive import Archive
from sopbatch.model import Received, Register
from sopbatch.workers import Done

STAGE = "Membaca logo"
MISSING = "Logo “{name}” tidak ditemukan di folder daftar induk; dokumen ditulis tanpa logo."
UNUSABLE = "Logo “{name}” {why}; dokumen ditulis tanpa logo."
BEYOND = "tidak dapat dibaca dengan aman"
LONGEST = 10 << 20
"""Bytes."""


def beside(register: Register, file: Received | None) -> Register:
    """The register with its logo named from the input folder on, where the register lies in it."""
    settings = register.settings
    if not settings.logo:
        return register
    folder = file.name.rpartition("/")[0] if file else ""
    name = f"{folder}/{Path(settings.logo).name}".removeprefix("/")
    return replace(register, settings=replace(settings, logo=name))


def apart(
    received: tuple[Received, ...], register: Register
) -> tuple[Received | None, tuple[Received, ...]]:
    """The logo, None when it is not among the received files, and all the others."""
    name = register.settings.logo
    found = [item for item in received if item.name == name]
    others = tuple(item for item in received if item.name != name)
    return max(found, key=_newest, default=None), others


def _newest(item: Received) -> tuple[bool, date, str]:
    return not item.from_archive, item.first_seen, item.sha256


@dataclass(frozen=True, slots=True)
class Logo:
    """What is printed on documents and books."""

    data: bytes = b""
    """PNG or JPEG; empty without one."""
    note: str = ""
    """Why there is none although one is named, an Indonesian sentence."""


def read_logo(order: Order, register: Register, received: Received | None) -> Logo:
    """The logo, read and decoded once; `received` is the file of the input that is it.

    Where the input no longer has it, the archive does.
    """
    name = register.settings.logo
    if not name:
        return Logo()
    shown = Path(name).name
    if received is None and order.register is None:
        received = kept_logo(order.output, name)
    path = _path(order, name)
    if order.register is not None and path.is_file():
        received = None
    if received is not None:
        path = received.path
    if path.is_symlink() or not path.is_file():
        return Logo(note=MISSING.format(name=shown))
    size = path.stat().st_size
    if size > LONGEST:
        why = f"berukuran {size >> 20} MB, melebihi batas {LONGEST >> 20} MB"
        return Logo(note=UNUSABLE.format(name=shown, why=why))
    tasks = [LogoTask(path, received.sha256 if received else "")]
    ((_, outcome),) = outcomes(order, STAGE, tasks, [name])
    match outcome:
        case Done(bytes() as data):
            return Logo(data)
        case Done(str() as why):
            return Logo(note=UNUSABLE.format(name=shown, why=why))
        case _:
            return Logo(note=UNUSABLE.format(name=shown, why=BEYOND))


def logo_elsewhere(order: Order, register: Register) -> Received | None:
    """The logo beside a register outside the input, put into the archive; None without one."""
    name = register.settings.logo
    path = _path(order, name)
    if order.register is None or not name or path.is_symlink() or not path.is_file():
        return None
    try:
        with path.open("rb") as file:
            data = file.read(LONGEST + 1)
    except OSError:
        return None
    if len(data) > LONGEST:
        return None
    digest, size = sha256(data).hexdigest(), len(data)
    kept = Archive(order.output / ARCHIVE).keep(BytesIO(data), digest, size, "")
    return Received(name=name, path=kept, sha256=digest, size=size, first_seen=order.as_of)


def _path(order: Order, name: str) -> Path:
    return order.register.parent / Path(name).name if order.register else order.input / name
