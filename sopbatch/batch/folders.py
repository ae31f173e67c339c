"""The two folders of a run: they exist, keep apart, and one run at a time holds the output."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from filelock import FileLock, Timeout

from sopbatch.batch.order import Order
from sopbatch.batch.publish import clear_staging, writing
from sopbatch.batch.reading import check_register_file
from sopbatch.files import PRIVATE_FILE, PRIVATE_FOLDER
from sopbatch.intake import find_files
from sopbatch.ledger import FILE_NAME
from sopbatch.model import Received, SopbatchError

LOCK = ".sopbatch.lock"


@contextmanager
def hold_output(order: Order) -> Iterator[None]:
    """Make the output folder and keep other runs out; the system frees a killed run's lock.

    Raises:
        SopbatchError: a folder is missing, empty, in the other one, in use or not writable, or the
            register that was named is missing.
    """
    _check_input(order)
    _check_apart(order)
    if order.register is not None:
        check_register_file(order.register)
    with alone_in(order.output):
        yield


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Make a folder and keep other runs out of it.

    Raises:
        SopbatchError: the folder is in use or not writable.
    """
    with writing(folder):
        folder.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        # The lock of an earlier run may be there already: a new file tells before the work begins.
        TemporaryFile(dir=folder).close()
        lock = FileLock(folder / LOCK, timeout=0, mode=PRIVATE_FILE)
        try:
            lock.acquire()
        except Timeout as error:
            raise SopbatchError(
                f"Proses lain sedang mengolah folder keluaran “{folder}”; tunggu sampai selesai."
            ) from error
    clear_staging(folder)
    try:
        yield
    finally:
        clear_staging(folder)
        lock.release()


def _check_input(order: Order) -> None:
    if not order.input.exists():
        raise SopbatchError(f"Folder masukan “{order.input}” tidak ditemukan.")
    if not order.input.is_dir():
        raise SopbatchError(f"“{order.input}” bukan folder; sebutkan folder yang berisi berkas.")
    found = find_files(order.input)
    # A folder that cannot be read is no empty inbox: what lies in it would be passed over.
    is_closed = any(name == "." for name, _ in found.untaken)
    if not found.files and (is_closed or not (order.output / FILE_NAME).exists()):
        raise _nothing_there(order, found.untaken)


def check_something_came(
    order: Order, received: tuple[Received, ...], untaken: tuple[tuple[str, str], ...]
) -> None:
    """The input may be empty when earlier runs took something in.

    Raises:
        SopbatchError: nothing lies there, and nothing ever did.
    """
    if not received:
        raise _nothing_there(order, untaken)


def _nothing_there(order: Order, untaken: tuple[tuple[str, str], ...]) -> SopbatchError:
    if not untaken:
        return SopbatchError(f"Folder masukan “{order.input}” tidak berisi berkas apa pun.")
    name, reason = untaken[0]
    what = f"Folder masukan “{order.input}”" if name == "." else f"“{name}”"
    return SopbatchError(f"Tidak ada berkas yang dapat dibaca ({what}: {reason}).")


def _check_apart(order: Order) -> None:
    source, target = order.input.resolve(), order.output.resolve()
    if source == target or source in target.parents or target in source.parents:
        raise SopbatchError(
            "Folder masukan dan folder keluaran tidak boleh sama atau saling memuat; pilih dua "
            "folder yang terpisah."
        )
