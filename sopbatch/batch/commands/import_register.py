"""A new register from a list that the government keeps already; nothing is written over."""

from dataclasses import dataclass
from pathlib import Path

from sopbatch.batch.output.publish import writing
from sopbatch.files import write_whole
from sopbatch.model import NotFoundError, Register, SopbatchError
from sopbatch.reading import Refused, read_grid
from sopbatch.reading.listed_register import register_from
from sopbatch.reading.listing import Listing, read_listings
from sopbatch.writing.templates import write_register_template

NO_LIST = (
    "Berkas “{name}” tidak memuat daftar yang dikenal: tulis judul kolom seperti “Perangkat "
    "Daerah” dan “Nama SOP” di atas isiannya."
)
THERE = "“{path}” sudah ada dan tidak diganti; sebutkan nama lain dengan --ke."


@dataclass(frozen=True, slots=True)
class Imported:
    """What a list gave."""

    path: Path
    register: Register
    listings: tuple[Listing, ...]
    notes: tuple[str, ...]
    """A sentence for each row that was not taken whole."""


def import_register(source: Path, target: Path) -> Imported:
    """Write a new register from a list in any format of spreadsheets.

    Raises:
        SopbatchError: there is no list in the file, or something lies where the register should.
    """
    if not source.is_file():
        raise NotFoundError("Berkas", source)
    refuse_if_there(target)
    try:
        listings = read_listings(read_grid(source.read_bytes()))
    except Refused as refused:
        why = refused.sentence.removesuffix(".")
        raise SopbatchError(f"Berkas “{source.name}” tidak dapat dibaca: {why}.") from None
    if not listings:
        raise SopbatchError(NO_LIST.format(name=source.name))
    register, notes = register_from(listings)
    write_register(target, write_register_template(register))
    return Imported(target, register, listings, notes)


def refuse_if_there(target: Path) -> None:
    """Before the work begins.

    Raises:
        SopbatchError: a file of that name exists.
    """
    if target.exists() or target.is_symlink():
        raise SopbatchError(THERE.format(path=target))


def write_register(target: Path, data: bytes) -> None:
    """Write a register where nothing lies.

    Raises:
        SopbatchError: the folder cannot be written to, or something came there meanwhile.
    """
    refuse_if_there(target)
    with writing(target.parent):
        target.parent.mkdir(parents=True, exist_ok=True)
        write_whole(target, data)
