"""Which folders of a folder are governments', each with its own input and output."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from sopbatch.batch.output.hold import is_there
from sopbatch.model import CommandError, NotFoundError

NO_FOLDER = "“{folder}” bukan folder; sebutkan folder yang berisi satu folder bagi tiap pemerintah."
NONE = (
    "Folder “{folder}” tidak berisi folder pemerintah; buat satu folder bagi tiap pemerintah, "
    "masing-masing dengan folder {inside} di dalamnya."
)
NOT_READABLE = "Folder “{folder}” tidak dapat dibaca."
NOT_INSIDE = (
    "Bersama --pemerintah, “{path}” dicari di dalam folder tiap pemerintah; tulis namanya saja, "
    "tanpa alamat lengkap."
)


@dataclass(frozen=True, slots=True)
class Government:
    """A government whose batch stands in a folder of its own."""

    name: str
    """Its folder below the one that holds all, with "/"."""
    folder: Path


def governments(folder: Path, *inside: Path) -> tuple[Government, ...]:
    """The governments of a folder by name; `inside` are the folders that make one.

    They lie in it directly, or in a folder for each province. A folder that holds neither is told
    as a government too, so that none is passed over because its input is missing.

    Raises:
        SopbatchError: there is no such folder, or nothing in it.
    """
    if not is_there(folder):
        raise NotFoundError("Folder pemerintah", folder)
    if not folder.is_dir():
        raise CommandError(NO_FOLDER.format(folder=folder))
    found = tuple(_below(folder, "", inside, is_top=True))
    if not found:
        raise CommandError(NONE.format(folder=folder, inside=" dan ".join(map(str, inside))))
    return found


def within(government: Government, path: Path) -> Path:
    """A path that was typed for all governments, in the folder of one.

    Raises:
        SopbatchError: it leads out of that folder.
    """
    if path.is_absolute() or path.drive or path.root or ".." in path.parts or not path.parts:
        raise CommandError(NOT_INSIDE.format(path=path))
    return government.folder / path


def _below(
    folder: Path, lead: str, inside: tuple[Path, ...], *, is_top: bool
) -> Iterator[Government]:
    for child in _folders(folder):
        name = f"{lead}{child.name}"
        # What a link leads to may be anybody's, and would be worked on twice.
        is_one = child.is_symlink() or any(is_there(child / part) for part in inside)
        members = () if is_one or not is_top else tuple(_members(child, f"{name}/", inside))
        if members:
            yield from members
        else:
            yield Government(name, child)


def _members(folder: Path, lead: str, inside: tuple[Path, ...]) -> Iterator[Government]:
    found = tuple(_below(folder, lead, inside, is_top=False))
    if any(is_there(one.folder / part) for one in found for part in inside):
        yield from found


def _folders(folder: Path) -> list[Path]:
    try:
        children = [one for one in folder.iterdir() if one.is_dir() and one.name[:1] != "."]
    except OSError as error:
        raise CommandError(NOT_READABLE.format(folder=folder)) from error
    return sorted(children, key=lambda one: (one.name.casefold(), one.name))
