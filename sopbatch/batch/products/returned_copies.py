"""What goes back to the senders: a marked copy per faulty workbook, by agency, once."""

from collections.abc import Mapping

from sopbatch.batch.assessing.going_back import ToReturn
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import copy_place
from sopbatch.batch.output.publish import Product, recipe, staged
from sopbatch.batch.workshop.contents import whole
from sopbatch.batch.workshop.production import Job, Made, Products, make_all
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
    marked = [(one.review, one.review.reading) for one in wanted if one.review.reading]
    names = distinct(
        copy_place(order.output, one.unit, name)
        for one, (review, reading) in zip(wanted, marked, strict=True)
        for name in _copy_names(review, reading)
    )
    copies, lists, originals = names[::3], names[1::3], names[2::3]
    jobs = [
        Job(review, task, path, _copy_recipe(task))
        for (review, _), path in zip(marked, copies, strict=True)
        for sha256 in [review.received.sha256]
        for preview in [previews.get(sha256, "").rpartition("/")[2]]
        for task in [ReturnTask(review, register, progress.get(sha256), preview)]
    ]
    made = make_all(order, "Menandai berkas", jobs, past)
    chosen = [
        item.product
        or staged(order.output, path, recipe("list", job.recipe), plain_list(job.review))
        for job, item, path in zip(jobs, made, lists, strict=True)
    ]
    untouched = [
        _original(order, review, path)
        for (review, reading), path in zip(marked, originals, strict=True)
        if reading.format not in MARKABLE
    ]
    return Products(
        products=(*chosen, *untouched),
        of={
            review.received.sha256: item.path
            for (review, _), item in zip(marked, chosen, strict=True)
        },
        incidents=tuple(item.incident for item in made if item.incident),
        failures=tuple(_with_list(item) for item in made if item.failure),
    )


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


def _original(order: Order, review: Review, path: str) -> Product:
    received = review.received
    try:
        data = whole(received)
    except SopbatchError as error:
        raise SopbatchError(f"Berkas “{received.name}”: {error}") from error
    return staged(order.output, path, recipe("original", received.sha256), data)
