"""Marked copies beside the files an officer named; nothing that lies there is written over."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import count
from pathlib import Path

from sopbatch.batch.order import Order
from sopbatch.batch.output.publish import bytes_of, recipe, writing
from sopbatch.batch.workshop.production import make_all, workbook_job
from sopbatch.batch.workshop.return_task import ReturnTask
from sopbatch.files import write_whole
from sopbatch.ledger import Past
from sopbatch.model import MARKABLE, Register, Review

MARKED = re.compile(r" (?:\(bertanda(?: \d+)?\)|- diperiksa(?: \d+)?)$")
"""End of the stem of a copy that was marked before."""
NO_PAST = Past(first_seen={}, status={}, outputs={})


@dataclass(frozen=True, slots=True)
class Beside:
    """What became of the copies."""

    written: tuple[Path, ...]
    failures: tuple[str, ...]
    """One Indonesian sentence each."""
    incidents: tuple[str, ...]
    """Tracebacks of bugs."""


def mark_beside(
    order: Order, reviews: tuple[Review, ...], register: Register, originals: Mapping[str, Path]
) -> Beside:
    """Write a marked copy beside every workbook that could be read.

    `originals` tells where the file of each name lies.

    Raises:
        SopbatchError: a folder cannot be written to.
    """
    read = [review for review in reviews if review.reading or review.is_register]
    jobs = [
        workbook_job(review, ReturnTask(review, register), review.received.sha256, recipe("beside"))
        for review in read
    ]
    made = make_all(order, "Menandai berkas", jobs, NO_PAST)
    written = [
        _write(originals[review.received.name], review, bytes_of(item.product))
        for review, item in zip(read, made, strict=True)
        if item.product
    ]
    return Beside(
        tuple(written),
        tuple(item.failure for item in made if item.failure),
        tuple(item.incident for item in made if item.incident),
    )


def _suffix(review: Review, original: Path) -> str:
    if review.is_register:
        return original.suffix.lower()
    form = review.reading.format if review.reading else ""
    return f".{form}" if form in MARKABLE else ".xlsx"


def _write(original: Path, review: Review, data: bytes) -> Path:
    """The path of the copy: the first that is free, or holds the very same copy already."""
    suffix = _suffix(review, original)
    names = _names(MARKED.sub("", original.stem), " - diperiksa" if review.is_register else "")
    paths = (original.with_name(f"{name}{suffix}") for name in names)
    with writing(original.parent):
        path = next(path for path in paths if _is_free(path) or _holds(path, data))
        if _is_free(path):
            write_whole(path, data)
    return path


def _is_free(path: Path) -> bool:
    return not path.exists() and not path.is_symlink()


def _holds(path: Path, data: bytes) -> bool:
    return path.is_file() and path.read_bytes() == data


def _names(stem: str, of_register: str) -> Iterator[str]:
    if of_register:
        yield f"{stem}{of_register}"
    else:
        yield f"{stem} (bertanda)"
    for number in count(2):
        yield f"{stem}{of_register} {number}" if of_register else f"{stem} (bertanda {number})"
