"""What goes back to the senders: a marked copy per faulty workbook, by agency, once."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import compress
from operator import not_

from sopbatch.batch.assessing.assessment import Seen, sop_lines
from sopbatch.batch.order import Order
from sopbatch.batch.output.file_names import distinct
from sopbatch.batch.output.places import copy_place
from sopbatch.batch.output.publish import Product, recipe, staged
from sopbatch.batch.workshop.contents import whole
from sopbatch.batch.workshop.production import Job, Made, Products, make_all
from sopbatch.batch.workshop.return_task import ReturnTask
from sopbatch.ledger import Past, findings_told
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
)
from sopbatch.rules import SENT_AFTER_REVOCATION
from sopbatch.writing.returned import plain_list

BEFORE = (
    "{count} berkas sudah dikembalikan pada laporan minggu sebelumnya dengan catatan yang sama dan "
    "tidak ditulis lagi; untuk menulisnya, tambahkan --semua-salinan."
)
NO_UNIT = "Tanpa perangkat daerah"
"""Folder of files whose agency nobody knows."""


@dataclass(frozen=True, slots=True)
class ToReturn:
    """A file that goes back, and to whom."""

    review: Review
    unit: str
    """Name of the agency."""


@dataclass(frozen=True, slots=True)
class Returning:
    """What goes back now, and what is not said twice."""

    now: tuple[ToReturn, ...]
    before: int = 0
    """How many files went back in an earlier week with the same findings."""

    @property
    def notes(self) -> tuple[str, ...]:
        """What the operator is told of it."""
        return (BEFORE.format(count=self.before),) if self.before else ()


def to_return(order: Order, seen: Seen, past: Past) -> Returning:
    """Files that go back to their senders: none whose place another one has taken.

    What an earlier week told already is told again only when the operator asks for all.
    """
    units = dict(_units(seen.dossiers, seen.counts))
    open_ones = [
        ToReturn(review, units.get(review.received.sha256, NO_UNIT))
        for review in _returnable(seen.reviews, seen.dossiers, seen.counts)
        if review.submission and _worth_returning(review)
    ]
    known = [not order.all_copies and _went_back(one.review, past) for one in open_ones]
    return Returning(tuple(compress(open_ones, map(not_, known))), sum(known))


def _went_back(review: Review, past: Past) -> bool:
    """Whether the sender was told the same of this file in an earlier week."""
    told = past.returned.get(review.received.sha256)
    return told is not None and told == findings_told(review)


def _units(dossiers: tuple[Dossier, ...], counts: Tally) -> Iterator[tuple[str, str]]:
    """Name of the agency of each file, by sha256: that of the SOP it is a version of."""
    lines = dict(sop_lines(dossiers, counts))
    for dossier in dossiers:
        line = lines.get(dossier.key)
        for version in dossier.versions:
            if line and (name := line.unit_name or line.unit_code):
                yield version.received.sha256, name


def _returnable(
    reviews: Iterable[Review], dossiers: Iterable[Dossier], counts: Tally
) -> tuple[Review, ...]:
    """Files whose place no other one has taken; of a revoked title what was sent since then."""
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
    marked = [(one.review, one.review.submission) for one in wanted if one.review.submission]
    names = distinct(
        copy_place(order.output, one.unit, name)
        for one, (review, submission) in zip(wanted, marked, strict=True)
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
    name = review.received.file_name
    stem = name.rpartition(".")[0] or name
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
