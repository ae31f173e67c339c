"""Outputs appear whole or not at all: staged first, moved last, stale ones of ours removed."""

import os
import shutil
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from sopbatch.ledger import Output
from sopbatch.model import SopbatchError

STAGING = ".baru"
MIRRORED = ("dokumen/", "dikembalikan/")
"""Folders that show the last run only; reports of other dates stay."""


@dataclass(frozen=True, slots=True)
class Product:
    """One file to be in the output folder after the run."""

    path: str
    """Below the output folder, with "/"."""
    recipe: str
    """Digest of everything it is made from."""
    data: bytes | None
    """None when the file of the last run has the same recipe and is still there."""


def recipe(*ingredients: object) -> str:
    """Digest of what a product is made from."""
    return sha256("\x1f".join(map(repr, ingredients)).encode("utf-8", "replace")).hexdigest()


def still_there(folder: Path, path: str, wanted: str, past: Mapping[str, Output]) -> bool:
    """Whether the last run's file was made from the same and nobody changed it since."""
    known = past.get(path)
    if known is None or known.recipe != wanted:
        return False
    try:
        return _digest(folder / path) == known.sha256
    except OSError:
        return False


def publish(
    folder: Path, products: Iterable[Product], past: Mapping[str, Output]
) -> tuple[Output, ...]:
    """Move all products to their places and remove what the last run left and this one did not.

    Returns what stands there now, for the ledger.

    Raises:
        SopbatchError: a file could not be replaced (open in Excel, read only); all others were.
    """
    products = tuple(products)
    staging = folder / STAGING
    shutil.rmtree(staging, ignore_errors=True)
    fresh = [product for product in products if product.data is not None]
    for number, product in enumerate(fresh):
        _write(staging / str(number), product.data or b"")
    stuck = [
        product.path
        for number, product in enumerate(fresh)
        if not _moved(staging / str(number), folder / product.path)
    ]
    wanted = {product.path for product in products}
    stuck += [
        path
        for path, output in past.items()
        if path not in wanted and path.startswith(MIRRORED) and not _removed(folder, output)
    ]
    shutil.rmtree(staging, ignore_errors=True)
    if stuck:
        raise SopbatchError(
            f"Berkas “{stuck[0]}” di folder keluaran tidak dapat diganti; tutup berkas itu bila "
            "sedang terbuka, lalu jalankan lagi. Berkas lain sudah selesai ditulis."
        )
    return tuple(
        Output(
            product.path,
            past[product.path].sha256 if product.data is None else sha256(product.data).hexdigest(),
            product.recipe,
        )
        for product in sorted(products, key=lambda product: product.path)
    )


def write_whole(path: Path, data: bytes) -> None:
    """Write a file so that nobody ever sees half of it."""
    staged = path.with_name(f".{path.name}.tmp")
    _write(staged, data)
    staged.replace(path)


def _write(path: Path, data: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _moved(source: Path, target: Path) -> bool:
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
    except OSError:
        return False
    return True


def _removed(folder: Path, output: Output) -> bool:
    """Remove an output of the last run, unless somebody changed it: then it is theirs."""
    path = folder / output.path
    try:
        if not path.is_file() or _digest(path) != output.sha256:
            return True
        path.unlink()
    except OSError:
        return False
    for parent in path.relative_to(folder).parents:
        if len(parent.parts) > 1:
            with suppress(OSError):
                (folder / parent).rmdir()
    return True


def _digest(path: Path) -> str:
    with path.open("rb") as file:
        digest = sha256()
        while block := file.read(1 << 20):
            digest.update(block)
        return digest.hexdigest()
