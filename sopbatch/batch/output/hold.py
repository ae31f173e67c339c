"""The two folders of a run: they exist, keep apart, and one run at a time holds the output."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryFile

from filelock import FileLock, Timeout

from sopbatch.batch.order import Order
from sopbatch.batch.output.places import check_room
from sopbatch.batch.output.publish import clear_staging, writing
from sopbatch.batch.output.tree import ARCHIVE, LEDGER, LOCK, NOTES
from sopbatch.files import PRIVATE_FILE, PRIVATE_FOLDER
from sopbatch.intake import find_files
from sopbatch.ledger import Past
from sopbatch.model import CommandError, NotFoundError, Received, Register, SopbatchError
from sopbatch.schema.register import FILE_NAME as REGISTER_NAME
from sopbatch.text.names import name_key

EMPTY = (
    "Folder masukan “{folder}” tidak berisi berkas apa pun; simpan di sana daftar induk dan berkas "
    "yang diterima."
)


@contextmanager
def hold_output(order: Order) -> Iterator[None]:
    """Make the output folder and keep other runs out; the system frees a killed run's lock.

    Raises:
        SopbatchError: a folder is missing, empty, in the other one, in use or not writable, or the
            register that was named is missing.
    """
    _check_input(order)
    _check_apart(order)
    _check_not_swapped(order)
    if order.register is not None:
        check_register_file(order.register)
    with alone_in(order.output):
        yield


@contextmanager
def hold_to_fetch(order: Order) -> Iterator[None]:
    """As hold_output, for an input folder that is empty or not there yet.

    Raises:
        SopbatchError: a folder is no folder, in the other one, in use or not writable.
    """
    with writing(order.input):
        order.input.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
    _check_apart(order)
    _check_not_swapped(order)
    with alone_in(order.output):
        yield


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Make a folder and keep other runs out of it.

    Raises:
        SopbatchError: the folder is in use, not writable, or too deep for Windows.
    """
    check_room(folder)
    with writing(folder):
        folder.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        # The lock of an earlier run may be there already: a new file tells before the work begins.
        TemporaryFile(dir=folder).close()
        lock = FileLock(folder / LOCK, timeout=0, mode=PRIVATE_FILE)
        try:
            lock.acquire()
        except Timeout as error:
            raise SopbatchError(
                f"Perintah lain sedang mengolah folder hasil “{folder}”; tunggu sampai selesai."
            ) from error
    clear_staging(folder)
    try:
        yield
    finally:
        clear_staging(folder)
        lock.release()


def check_register_file(path: Path) -> None:
    """Before anything is read.

    Raises:
        SopbatchError: there is no file of this name.
    """
    if not path.exists():
        raise NotFoundError("Daftar induk", path, "; sebutkan letaknya dengan --daftar-induk")
    if not path.is_file():
        raise CommandError(f"Daftar induk “{path}” bukan berkas; sebutkan berkasnya.")


def _check_input(order: Order) -> None:
    if not order.input.exists():
        raise NotFoundError("Folder masukan", order.input)
    if not order.input.is_dir():
        raise CommandError(f"“{order.input}” bukan folder; sebutkan folder yang berisi berkas.")
    found = find_files(order.input)
    # A folder that cannot be read is no empty inbox: what lies in it would be passed over.
    is_closed = any(name == "." for name, _ in found.untaken)
    if not found.files and (is_closed or not is_there(order.output / LEDGER)):
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


def is_there(path: Path) -> bool:
    """Whether something is there; not so where nobody may look."""
    try:
        return path.exists()
    except OSError:
        return False


def _nothing_there(order: Order, untaken: tuple[tuple[str, str], ...]) -> SopbatchError:
    if not untaken:
        return SopbatchError(EMPTY.format(folder=order.input))
    name, reason = untaken[0]
    what = f"Folder masukan “{order.input}”" if name == "." else f"“{name}”"
    return SopbatchError(f"Tidak ada berkas yang dapat dibaca ({what}: {reason}).")


def _check_not_swapped(order: Order) -> None:
    """A ledger is never received, and a register never written."""
    if is_there(order.input / LEDGER) or is_there(order.input / ARCHIVE / NOTES):
        what = (
            f"Folder masukan “{order.input}” adalah folder hasil (memuat berkas riwayat atau arsip)"
        )
    elif above := _output_above(order.input):
        what = f"Folder masukan “{order.input}” berada di dalam folder hasil “{above}”"
    elif is_there(order.output / REGISTER_NAME):
        what = f"Folder hasil “{order.output}” adalah folder masukan (memuat {REGISTER_NAME})"
    else:
        return
    raise CommandError(f"{what}; mungkin keduanya tertukar: tulis “sopbatch run MASUKAN KELUARAN”.")


def _output_above(folder: Path) -> Path | None:
    """The output folder that a folder is part of: what lies there was written, not received."""
    return next((above for above in folder.resolve().parents if is_there(above / LEDGER)), None)


def check_same_history(order: Order, register: Register, past: Past) -> None:
    """A folder with the history of another plan, such as the sample's, is not gone on with.

    Raises:
        SopbatchError: no title of the plan is one of the plan of the last run.
    """
    titles = {name_key(line.title) for line in register.plan}
    known = {name_key(title) for title in past.plan}
    if titles and known and not titles & known:
        raise SopbatchError(
            f"Folder hasil “{order.output}” memuat riwayat daftar induk lain, misalnya contoh "
            "dari program: tidak satu pun judul rencananya sama. Sebutkan folder hasil yang baru, "
            f"misalnya “sopbatch run {order.input} hasil”."
        )


def _check_apart(order: Order) -> None:
    source, target = order.input.resolve(), order.output.resolve()
    if source == target or source in target.parents or target in source.parents:
        raise CommandError(
            "Folder masukan dan folder hasil tidak boleh sama atau saling memuat; pilih dua "
            "folder yang terpisah."
        )
