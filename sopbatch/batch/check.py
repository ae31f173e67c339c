"""Findings of single workbooks, without an output folder: the officer's own look."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from sopbatch.batch.order import Order
from sopbatch.batch.reading import read_all
from sopbatch.intake import find_files, receive_one
from sopbatch.model import Review, SopbatchError


@dataclass(frozen=True, slots=True)
class CheckResult:
    """Reviews of the files asked for."""

    reviews: tuple[Review, ...]
    incidents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()

    @property
    def exit_code(self) -> int:
        """0 nothing to mend, 1 something must be mended, 3 a bug hit a file."""
        if self.incidents:
            return 3
        return int(any(not review.publishable for review in self.reviews))


def check_files(paths: tuple[Path, ...], as_of: date, register: Path | None) -> CheckResult:
    """Read and check workbooks; a folder stands for all files in it.

    Raises:
        SopbatchError: a path does not exist, or nothing is there to check.
    """
    files: list[Path] = []
    for path in paths:
        if path.is_dir():
            files.extend(find_files(path).files)
        elif path.is_file():
            files.append(path)
        else:
            raise SopbatchError(f"Berkas “{path}” tidak ditemukan.")
    if not files:
        raise SopbatchError("Tidak ada berkas untuk diperiksa di folder itu.")
    with TemporaryDirectory(prefix="sopbatch-") as folder:
        keep = Path(folder)
        received = tuple(receive_one(path, keep / "arsip", as_of) for path in files)
        unique = tuple({item.sha256: item for item in received}.values())
        order = Order(keep, keep, as_of, register)
        read = read_all(order, unique)
    return CheckResult(read.reviews, read.incidents, read.notes if register else ())
