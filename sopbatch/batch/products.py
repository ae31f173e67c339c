"""What a run writes: one document per SOP without galat, one marked copy per faulty workbook."""

from collections.abc import Iterable, Mapping

from sopbatch.batch.jobs import DocumentTask, ReturnTask, whole
from sopbatch.batch.making import Job, Made, Products, make_all
from sopbatch.batch.names import distinct
from sopbatch.batch.order import Order
from sopbatch.batch.pdf import pdf_problem
from sopbatch.batch.places import copy_place, document_place
from sopbatch.batch.publish import Product, recipe, staged
from sopbatch.ledger import Past
from sopbatch.model import (
    MARKABLE,
    Dossier,
    Progress,
    Register,
    Review,
    Severity,
    SopbatchError,
    Submission,
    Tally,
    Watermark,
)
from sopbatch.rules import SENT_AFTER_REVOCATION
from sopbatch.schema.statuses import READY, STATUSES
from sopbatch.writing.naming import document_name
from sopbatch.writing.returned import plain_list

NO_PDF = (
    "Dokumen PDF tidak ditulis karena pustaka “{library}” belum terpasang; jalankan “sopbatch "
    "doctor” untuk petunjuknya."
)
DRAFTS = frozenset(status.label for status in STATUSES if status.rank < READY.rank)
"""Statuses whose documents carry the watermark."""


def documents(
    order: Order,
    dossiers: tuple[Dossier, ...],
    register: Register,
    counts: Tally,
    past: Past,
    logo: bytes,
) -> Products:
    """A PDF for the counted version of every SOP without galat; DRAF below Siap Disahkan."""
    if missing := pdf_problem(order):
        return Products(notes=(NO_PDF.format(library=missing),))
    lines = {line.sha256: line for line in counts.lines}
    wanted: list[tuple[Review, str, DocumentTask]] = []
    for review in (dossier.counted for dossier in dossiers):
        if review is None or review.submission is None or not review.publishable:
            continue
        line = lines[review.received.sha256]
        unit = line.unit_name or line.unit_code or "Tanpa unit"
        name = document_name(review.submission.sop)
        mark = Watermark.DRAFT if line.status in DRAFTS else Watermark.NONE
        task = DocumentTask(review.submission, register, mark, logo)
        wanted.append((review, document_place(order.output, unit, name), task))
    paths = distinct(path for _, path, _ in wanted)
    jobs = [
        Job(review, task, path, _document_recipe(review, task))
        for (review, _, task), path in zip(wanted, paths, strict=True)
    ]
    made = make_all(order, "Menulis dokumen", jobs, past)
    return Products(
        tuple(item.product for item in made if item.product),
        {
            job.review.received.sha256: item.product.path
            for job, item in zip(jobs, made, strict=True)
            if item.product
        },
        tuple(item.incident for item in made if item.incident),
        tuple(item.failure for item in made if item.failure),
    )


def _document_recipe(review: Review, task: DocumentTask) -> str:
    received = review.received
    return recipe(
        "document",
        received.sha256,
        received.file_name,
        received.first_seen,
        task.register.settings,
        task.watermark,
        task.logo,
    )


def returnable(
    reviews: Iterable[Review], dossiers: Iterable[Dossier], counts: Tally
) -> tuple[Review, ...]:
    """Files that may go back to their senders: none whose place another one has taken.

    Of a revoked title only what was sent again since then.
    """
    revoked = {line.plan_code for line in counts.lines if line.revoked}
    settled = {
        version.received.sha256
        for dossier in dossiers
        if dossier.plan and dossier.plan.code in revoked
        for version in dossier.versions
        if all(finding.code != SENT_AFTER_REVOCATION for finding in version.findings)
    }
    done = settled | set(counts.replaced)
    return tuple(one for one in reviews if one.received.sha256 not in done)


def returned_copies(
    order: Order,
    reviews: tuple[Review, ...],
    register: Register,
    past: Past,
    progress: Mapping[str, Progress],
    previews: Mapping[str, str],
) -> Products:
    """A marked copy for every workbook with peringatan or worse; other formats keep their own.

    `progress` tells by sha256 what was mended since the version before, `previews` where the
    preview stands.
    """
    marked = [
        (review, review.submission)
        for review in reviews
        if review.submission and _worth_returning(review)
    ]
    names = distinct(
        copy_place(order.output, name)
        for review, submission in marked
        for name in _copy_names(review, submission)
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
        for (review, submission), path in zip(marked, originals, strict=True)
        if submission.format not in MARKABLE
    ]
    return Products(
        (*chosen, *untouched),
        {
            review.received.sha256: item.path
            for (review, _), item in zip(marked, chosen, strict=True)
        },
        tuple(item.incident for item in made if item.incident),
        tuple(_with_list(item) for item in made if item.failure),
    )


def _worth_returning(review: Review) -> bool:
    return any(
        finding.severity >= Severity.WARNING and not finding.waived for finding in review.findings
    )


def _copy_names(review: Review, submission: Submission) -> tuple[str, str, str]:
    """Names of the copy, of the list in its place, and of the original beside it.

    xls, xlsb and ods go back untouched beside a freshly filled form.
    """
    name = review.received.name
    stem = name.rpartition(".")[0] if "." in review.received.file_name else name
    if submission.format in MARKABLE:
        return f"{stem}.{submission.format}", f"{stem} (daftar perbaikan).txt", f"{stem} (asli)"
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
