"""Outputs appear whole or not at all: staged first, moved last, stale ones of ours removed."""

import os
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path

from sopbatch.batch.program import program_digest
from sopbatch.intake import writing_reason
from sopbatch.ledger import Output, Past, announce
from sopbatch.model import SopbatchError

STAGING = ".baru"
MIRRORED = ("dokumen/", "dikembalikan/", "ekspor/")
"""Folders that show the last run only; reports of other dates stay."""


@dataclass(frozen=True, slots=True)
class Product:
    """One file to be in the output folder after the run."""

    path: str
    """Below the output folder, with "/"."""
    recipe: str
    """Digest of everything it is made from."""
    sha256: str
    data: bytes | None
    """None when the file of the last run has the same recipe and is still there."""

    @property
    def output(self) -> Output:
        """As the ledger remembers it."""
        return Output(self.path, self.sha256, self.recipe)


def product(path: str, recipe: str, data: bytes) -> Product:
    """A freshly made product."""
    return Product(path, recipe, sha256(data).hexdigest(), data)


def recipe(*ingredients: object) -> str:
    """Digest of what a product is made from, the program included."""
    text = "\x1f".join(map(repr, (program_digest(), *ingredients)))
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def still_there(folder: Path, path: str, wanted: str, past: Past) -> Product | None:
    """The last run's file, when it was made from the same and nobody changed it since."""
    for known in past.outputs.get(path, ()):
        if known.recipe == wanted and _digest(folder / path) == known.sha256:
            return Product(path, wanted, known.sha256, None)
    return None


def publish(folder: Path, products: Iterable[Product], past: Past) -> tuple[Output, ...]:
    """Move all products to their places and remove what the last run left and this one did not.

    Returns what stands there now, for the ledger, which hears of it before the first move.

    Raises:
        SopbatchError: nothing could be staged, or a file could not be replaced (open in Excel,
            read only) and all others were.
    """
    ordered = sorted(products, key=lambda item: item.path)
    fresh = [item for item in ordered if not _stands(folder, item)]
    staging = folder / STAGING
    with writing(folder):
        shutil.rmtree(staging, ignore_errors=True)
        try:
            for number, item in enumerate(fresh):
                _write(staging / str(number), item.data or b"")
            announce(folder, tuple(item.output for item in ordered))
            stuck = _move_all(folder, staging, fresh) + _remove_stale(folder, ordered, past)
        finally:
            shutil.rmtree(staging, ignore_errors=True)
    if stuck:
        raise SopbatchError(
            f"Berkas “{stuck[0]}” di folder keluaran tidak dapat diganti; tutup berkas itu bila "
            "sedang terbuka, lalu jalankan lagi (berkas lain sudah selesai ditulis)."
        )
    return tuple(item.output for item in ordered)


@contextmanager
def writing(folder: Path) -> Iterator[None]:
    """Turn a failure to write into the operator's one sentence."""
    try:
        yield
    except OSError as error:
        raise SopbatchError(
            f"Folder “{folder}” tidak dapat ditulisi: {writing_reason(error)}."
        ) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    staged = path.with_name(f".{path.name}.tmp")
    try:
        _write(staged, data)
        staged.replace(path)
    finally:
        with suppress(OSError):
            staged.unlink()
    _sync_folder(path.parent)


def _stands(folder: Path, item: Product) -> bool:
    return item.data is None or _digest(folder / item.path) == item.sha256


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _move_all(folder: Path, staging: Path, fresh: list[Product]) -> list[str]:
    """Paths of the products that could not be moved to their places."""
    stuck = []
    for number, item in enumerate(fresh):
        target = folder / item.path
        try:
            target.parent.mkdir(parents=True, exist_ok=True)
            (staging / str(number)).replace(target)
        except OSError:
            stuck.append(item.path)
    for parent in {(folder / item.path).parent for item in fresh}:
        _sync_folder(parent)
    return stuck


def _remove_stale(folder: Path, wanted: list[Product], past: Past) -> list[str]:
    """Remove what earlier runs wrote and this one does not; paths of what could not be removed."""
    # Where letters' case does not count, "A.pdf" of the last run may be the new "a.pdf".
    now = {item.path.casefold(): folder / item.path for item in wanted}
    paths = {item.path for item in wanted}
    return [
        path
        for path, outputs in past.outputs.items()
        if path not in paths
        and path.startswith(MIRRORED)
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
    file = folder / path
    if _digest(file) not in {output.sha256 for output in outputs}:
        return True
    try:
        file.unlink()
    except OSError:
        return False
    for parent in file.relative_to(folder).parents:
        if len(parent.parts) > 1:
            with suppress(OSError):
                (folder / parent).rmdir()
    return True


def _digest(path: Path) -> str:
    """Of a file's bytes; "" when there is no such file."""
    try:
        with path.open("rb") as file:
            return file_digest(file, "sha256").hexdigest()
    except OSError:
        return ""


def _sync_folder(folder: Path) -> None:
    """Make new names last through a power loss, where folders can be synced."""
    if os.name != "posix":
        return
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
