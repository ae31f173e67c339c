"""Outputs appear whole or not at all: staged first, moved last, stale ones of ours removed."""

import errno
import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path, PurePosixPath, PureWindowsPath
from secrets import token_hex

from sopbatch.batch.output.program import program_digest
from sopbatch.batch.output.tree import MIRRORED, STAGING
from sopbatch.files import (
    PRIVATE_FOLDER,
    is_linked,
    make_folder,
    new_file,
    put,
    remove_folder,
    sync_files,
    sync_folder,
    writing_reason,
)
from sopbatch.ledger import Output, Past, announce
from sopbatch.model import SopbatchError

DEBUG = logging.getLogger(__name__).debug


@dataclass(frozen=True, slots=True)
class Product:
    """One file to be in the output folder after the run."""

    path: str
    """Below the output folder, with "/"."""
    recipe: str
    """Digest of everything it is made from."""
    sha256: str
    data: bytes | Path | None
    """A file that waits in the staging folder; None when the last run's has the same recipe and is
    still there."""

    @property
    def output(self) -> Output:
        """As the ledger remembers it."""
        return Output(self.path, self.sha256, self.recipe)


def product(path: str, recipe: str, data: bytes) -> Product:
    """A freshly made product."""
    return Product(path, recipe, sha256(data).hexdigest(), data)


def staged(folder: Path, path: str, recipe: str, data: bytes) -> Product:
    """A freshly made product that waits on disk: a run may make more than memory holds.

    Raises:
        SopbatchError: it cannot be written.
    """
    with writing(folder):
        return Product(path, recipe, sha256(data).hexdigest(), _stage(folder, (data,)))


def staged_whole(folder: Path, path: str, kind: str, parts: Iterable[bytes]) -> Product:
    """As staged, of what comes in pieces and is known by nothing but its own bytes.

    Raises:
        SopbatchError: it cannot be written.
    """
    digest = sha256()

    def noted() -> Iterator[bytes]:
        for part in parts:
            digest.update(part)
            yield part

    with writing(folder):
        waiting = _stage(folder, noted())
    own = digest.hexdigest()
    return Product(path, recipe(kind, own), own, waiting)


def bytes_of(item: Product) -> bytes:
    """A fresh product's bytes."""
    return item.data.read_bytes() if isinstance(item.data, Path) else item.data or b""


def recipe(*ingredients: object) -> str:
    """Digest of what a product is made from, the program included."""
    text = "\x1f".join(map(repr, (program_digest(), *ingredients)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def still_there(folder: Path, path: str, wanted: str, past: Past) -> Product | None:
    """The last run's file, when it was made from the same and nobody changed it since."""
    for known in past.outputs.get(path, ()):
        if known.recipe == wanted and _own_digest(folder, path) == known.sha256:
            return Product(path, wanted, known.sha256, None)
    return None


def publish(
    folder: Path, products: Iterable[Product], past: Past, mirrored: tuple[str, ...] = MIRRORED
) -> tuple[Output, ...]:
    """Move all products to their places and remove what the last run left and this one did not.

    Returns what stands there now, for the ledger, which hears of it before the first move.

    Raises:
        SopbatchError: nothing could be staged, or a file could not be replaced (open in Excel,
            read only) and all others were.
    """
    ordered = sorted(products, key=lambda item: item.path)
    fresh = [item for item in ordered if not _stands(folder, item)]
    with writing(folder):
        folder.mkdir(PRIVATE_FOLDER, parents=True, exist_ok=True)
        try:
            ready = [(item, _on_disk(folder, item)) for item in fresh]
            sync_files(waiting for _, waiting in ready)
            announce(folder, tuple(item.output for item in ordered))
            stuck = _move_all(folder, ready)
            stuck += _remove_stale(folder, ordered, past, mirrored)
        finally:
            clear_staging(folder)
    if stuck:
        above = next((at for at in (folder / stuck[0]).parents if at.is_file()), None)
        if above:
            raise SopbatchError(
                f"“{above.name}” di folder hasil adalah berkas, bukan folder; pindahkan berkas "
                "itu, lalu jalankan lagi (berkas lain sudah selesai ditulis)."
            )
        raise SopbatchError(
            f"Berkas “{stuck[0]}” di folder hasil tidak dapat diganti; tutup berkas itu jika "
            "sedang terbuka, lalu jalankan lagi (berkas lain sudah selesai ditulis)."
        )
    return tuple(item.output for item in ordered)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a failure to write into the operator's one sentence."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise SopbatchError(
                f"Folder “{error.filename or folder}” adalah tautan ke tempat lain; ganti dengan "
                "folder biasa, lalu jalankan lagi."
            ) from error
        raise SopbatchError(
            f"Folder “{folder}” tidak dapat ditulisi: {writing_reason(error)}."
        ) from error


def clear_staging(folder: Path) -> None:
    """Remove what waits in the staging folder, of this run or of one that was killed."""
    remove_folder(folder / STAGING)


def _stands(folder: Path, item: Product) -> bool:
    return item.data is None or _own_digest(folder, item.path) == item.sha256


def _stage(folder: Path, parts: Iterable[bytes]) -> Path:
    staging = folder / STAGING
    make_folder(staging, folder)
    # Nobody can put a link where a name cannot be foreseen.
    waiting = staging / token_hex(16)
    with new_file(waiting, lasting=False) as file:
        file.writelines(parts)
    return waiting


def _on_disk(folder: Path, item: Product) -> Path:
    return item.data if isinstance(item.data, Path) else _stage(folder, (item.data or b"",))


def _move_all(folder: Path, ready: list[tuple[Product, Path]]) -> list[str]:
    """Paths of the products that could not be moved to their places.

    Raises:
        OSError: a folder is a link to another place.
    """
    stuck = []
    for parent in sorted({(folder / item.path).parent for item, _ in ready}):
        with _unless_linked():
            make_folder(parent, folder)
    for item, waiting in ready:
        try:
            put(waiting, folder / item.path)
            DEBUG("%s: written", item.path)
        except OSError:
            stuck.append(item.path)
    for parent in {(folder / item.path).parent for item, _ in ready}:
        sync_folder(parent)
        sync_folder(parent.parent)
    return stuck


@contextmanager
def _unless_linked() -> Iterator[None]:
    """Pass over a folder that cannot be made, as its files are told then; a link is refused."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.ELOOP:
            raise


def _remove_stale(
    folder: Path, wanted: list[Product], past: Past, mirrored: tuple[str, ...]
) -> list[str]:
    """Remove what earlier runs wrote and this one does not; paths of what could not be removed."""
    # Where letters' case does not count, "A.pdf" of the last run may be the new "a.pdf".
    now = {item.path.casefold(): folder / item.path for item in wanted}
    paths = {item.path for item in wanted}
    return [
        path
        for path, outputs in past.outputs.items()
        if path not in paths
        and path.startswith(mirrored)
        and not _is_same(folder / path, now.get(path.casefold()))
        and not _removed(folder, path, outputs)
    ]


def _is_same(path: Path, other: Path | None) -> bool:
    try:
        return other is not None and path.samefile(other)
    except OSError:
        return False


def _removed(folder: Path, path: str, outputs: tuple[Output, ...]) -> bool:
    """Remove an output of ours, unless somebody changed it: then it is theirs."""
    if _own_digest(folder, path) not in {output.sha256 for output in outputs}:
        return True
    file = folder / path
    try:
        file.unlink()
    except OSError:
        return False
    DEBUG("%s: removed", path)
    for parent in file.relative_to(folder).parents:
        if len(parent.parts) > 1:
            with suppress(OSError):
                (folder / parent).rmdir()
    return True


def stays_below(path: str) -> bool:
    """Whether a stored path leads to a file below its folder, on every system."""
    posix, windows = PurePosixPath(path), PureWindowsPath(path)
    outside = posix.is_absolute() or windows.drive or windows.root
    return bool(path) and not outside and ".." not in (*posix.parts, *windows.parts)


def _own_digest(folder: Path, name: str) -> str:
    """Of the bytes of an output; "" when there is no such file of ours."""
    path = folder / name
    if not stays_below(name) or is_linked(path, folder):
        return ""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""
