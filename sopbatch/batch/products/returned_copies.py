"""What goes back to the senders: a marked copy per faulty workbook, by agency, once."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from sopbatch.batch.assessing.going_back import ToReturn
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import copy_place
from sopbatch.batch.output.publish import Product, recipe, staged
from sopbatch.batch.workshop.contents import whole
from sopbatch.batch.workshop.production import Job, Made, Products, make_all, workbook_job
from sopbatch.batch.workshop.return_task import ReturnTask
from sopbatch.ledger import Past
from sopbatch.model import (
    MARKABLE,
    Progress,
    Reading,
    Register,
    Review,
    SopbatchError,
)
from sopbatch.text.file_names import distinct
from sopbatch.writing.returned import plain_list


def returned_copies(
    order: Order,
    wanted: tuple[ToReturn, ...],
    register: Register,
    past: Past,
    progress: Mapping[str, Progress],
    previews: Mapping[str, str],
) -> Products:
    """A marked copy for every workbook with peringatan or worse; other formats keep their own.

    `progress` tells by sha256 what was mended since the version before, `previews` where the
    preview stands.
    """
    going = tuple(_going_back(order, wanted))
    jobs = [_job(one, register, progress, previews) for one in going]
    made = make_all(order, "Menandai berkas", jobs, past)
    chosen = [
        item.product
        or staged(order.output, one.listed, recipe("list", job.recipe), plain_list(one.review))
        for one, job, item in zip(going, jobs, made, strict=True)
    ]
    untouched = [_original(order, one) for one in going if one.reading.format not in MARKABLE]
    return Products(
        products=(*chosen, *untouched),
        of={one.review.received.sha256: item.path for one, item in zip(going, chosen, strict=True)},
        incidents=tuple(item.incident for item in made if item.incident),
        failures=tuple(_with_list(item) for item in made if item.failure),
    )


@dataclass(frozen=True, slots=True)
class _GoingBack:
    """A workbook that is returned, and where its files stand in the output folder."""

    review: Review
    reading: Reading
    copy: str
    listed: str
    """Of the list in place of a copy that could not be made."""
    original: str
    """Of the sender's own file beside a freshly filled form."""


def _going_back(order: Order, wanted: tuple[ToReturn, ...]) -> Iterator[_GoingBack]:
    read = [(one.unit, one.review, one.review.reading) for one in wanted if one.review.reading]
    paths = iter(
        distinct(
            copy_place(order.output, unit, name)
            for unit, review, reading in read
            for name in _copy_names(review, reading)
        )
    )
    for _, review, reading in read:
        yield _GoingBack(review, reading, next(paths), next(paths), next(paths))


def _job(
    one: _GoingBack,
    register: Register,
    progress: Mapping[str, Progress],
    previews: Mapping[str, str],
) -> Job[bytes | str]:
    sha256 = one.review.received.sha256
    preview = previews.get(sha256, "").rpartition("/")[2]
    task = ReturnTask(one.review, register, progress.get(sha256), preview)
    return workbook_job(one.review, task, one.copy, _copy_recipe(task))


def _copy_names(review: Review, reading: Reading) -> tuple[str, str, str]:
    """Names of the copy, of the list in its place, and of the original beside it.

    xls, xlsb and ods go back untouched beside a freshly filled form.
    """
    name = review.received.file_name
    stem = name.rpartition(".")[0] or name
    if reading.format in MARKABLE:
        return f"{stem}.{reading.format}", f"{stem} (daftar perbaikan).txt", f"{stem} (asli)"
    return f"{stem} (formulir baru).xlsx", f"{stem} (daftar perbaikan).txt", name


def _copy_recipe(task: ReturnTask) -> str:
    received, settings = task.review.received, task.register.settings
    findings = task.review.findings
    known = (received.number, findings, settings, task.progress, task.preview)
    return recipe("returned", received.sha256, received.name, *known)


def _with_list(made: Made) -> str:
    return f"{made.failure} Daftar perbaikannya ditulis sebagai teks."


def _original(order: Order, one: _GoingBack) -> Product:
    received = one.review.received
    try:
        data = whole(received)
    except SopbatchError as error:
        raise SopbatchError(f"Berkas “{received.name}”: {error}") from error
    return staged(order.output, one.original, recipe("original", received.sha256), data)
