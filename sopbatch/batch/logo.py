"""The logo named in the settings: a picture beside the register, and no file to be judged."""

from dataclasses import replace
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.model import Received, Register
from sopbatch.writing.pictures import image_kind

FATE = "logo untuk dokumen"
MISSING = "Logo “{name}” tidak ditemukan di folder daftar induk; dokumen ditulis tanpa logo."
NO_PICTURE = "Logo “{name}” bukan gambar PNG atau JPEG; dokumen ditulis tanpa logo."


def beside(register: Register, file: Received | None) -> Register:
    """The register with its logo named from the input folder on, where the register lies in it."""
    settings = register.settings
    if not settings.logo:
        return register
    folder = file.name.rpartition("/")[0] if file else ""
    name = f"{folder}/{Path(settings.logo).name}".removeprefix("/")
    return replace(register, settings=replace(settings, logo=name))


def apart(received: tuple[Received, ...], register: Register) -> tuple[str, tuple[Received, ...]]:
    """The name of the logo, "" when it is not among the received files, and all the others."""
    name = register.settings.logo
    others = tuple(item for item in received if item.name != name)
    return (name if len(others) < len(received) else ""), others


def logo_of(order: Order, register: Register) -> Path | None:
    """The logo, when it is there and a picture."""
    path = _path(order, register)
    return path if path and not problem_of(order, register) else None


def problem_of(order: Order, register: Register) -> str:
    """Why there is no logo although one is named; "" when all is well."""
    path = _path(order, register)
    if path is None:
        return ""
    if path.is_symlink() or not path.is_file():
        return MISSING.format(name=path.name)
    return "" if image_kind(path.read_bytes()) else NO_PICTURE.format(name=path.name)


def _path(order: Order, register: Register) -> Path | None:
    name = register.settings.logo
    if not name:
        return None
    return order.register.parent / Path(name).name if order.register else order.input / name
