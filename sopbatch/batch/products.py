"""What a run writes: one document per SOP without galat, one marked copy per faulty workbook."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from sopbatch import __version__
from sopbatch.batch.jobs import (
    MARKABLE,
    PRELOADED,
    Answer,
    DocumentAnswer,
    DocumentTask,
    ReturnTask,
    Task,
    work,
)
from sopbatch.batch.names import distinct, safe_name, safe_path
from sopbatch.batch.order import Order
from sopbatch.batch.publish import Product, recipe, still_there
from sopbatch.ledger import Output
from sopbatch.model import Dossier, Register, Review, Severity, Tally
from sopbatch.schema.statuses import RATIFIED, STATUSES
from sopbatch.workers import Crashed, Died, Done, Outcome, TimedOut, run_all
from sopbatch.writing.naming import document_name
from sopbatch.writing.pango import pango_problem
from sopbatch.writing.report import write_report
from sopbatch.writing.returned import plain_list

DOCUMENTS = "dokumen"
RETURNED = "dikembalikan"
REPORTS = "laporan"
NO_PDF = "Dokumen PDF tidak ditulis karena Pango belum terpasang; jalankan “sopbatch doctor”"
DRAFTS = frozenset(status.label for status in STATUSES if status.rank < RATIFIED.rank)
"""Statuses whose documents carry the watermark."""


@dataclass(frozen=True, slots=True)
class Products:
    """Files of one kind, and where each workbook's own one stands."""

    products: tuple[Product, ...] = ()
    of: Mapping[str, str] = field(default_factory=dict)
    """sha256 of the workbook to the path of its product."""
    incidents: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def documents(
    order: Order,
    dossiers: tuple[Dossier, ...],
    register: Register,
    counts: Tally,
    past: Mapping[str, Output],
) -> Products:
    """A PDF for the counted version of every SOP without galat; DRAF below Disahkan."""
    jobs: list[tuple[Review, str, DocumentTask]] = []
    if problem := pango_problem():
        return Products(notes=(f"{NO_PDF} ({problem}).",))
    lines = {line.sha256: line for line in counts.lines}
    for review in (dossier.counted for dossier in dossiers):
        if review is None or review.submission is None or not review.publishable:
            continue
        line = lines[review.received.sha256]
        folder = safe_name(line.unit_name or line.unit_code or "Tanpa unit")
        draft = line.status in DRAFTS
        task = DocumentTask(review.submission, register, draft, _logo(order, register))
        name = document_name(review.submission.sop)
        jobs.append((review, f"{DOCUMENTS}/{folder}/{name}", task))
    paths = distinct(path for _, path, _ in jobs)
    recipes = [_document_recipe(review, task, register) for review, _, task in jobs]
    return _make(
        order,
        "Menulis dokumen",
        [job[0] for job in jobs],
        [job[2] for job in jobs],
        paths,
        recipes,
        past,
    )


def _document_recipe(review: Review, task: DocumentTask, register: Register) -> str:
    logo = task.logo.read_bytes() if task.logo else b""
    return recipe(
        "document",
        __version__,
        review.received.sha256,
        review.received.file_name,
        review.received.first_seen,
        register.settings,
        task.draft,
        logo,
    )


def _logo(order: Order, register: Register) -> Path | None:
    """The logo beside the register (or in the input folder), when it is there."""
    if not register.settings.logo:
        return None
    folder = order.register.parent if order.register else order.input
    path = folder / Path(register.settings.logo).name
    return path if path.is_file() and not path.is_symlink() else None


def returned_copies(
    order: Order, reviews: tuple[Review, ...], register: Register, past: Mapping[str, Output]
) -> Products:
    """A marked copy for every workbook with peringatan or worse; other formats keep their own."""
    marked = [review for review in reviews if review.submission and _worth_returning(review)]
    paths = distinct(f"{RETURNED}/{safe_path(_copy_name(review))}" for review in marked)
    return _make(
        order,
        "Menandai berkas",
        marked,
        [ReturnTask(review, register) for review in marked],
        paths,
        [recipe("returned", __version__, review, register.settings) for review in marked],
        past,
    )


def _worth_returning(review: Review) -> bool:
    return any(
        finding.severity >= Severity.WARNING and not finding.waived for finding in review.findings
    )


def _copy_name(review: Review) -> str:
    """The sender's own name; a freshly filled template says so in its name."""
    name = review.received.name
    if review.submission and review.submission.format in MARKABLE:
        stem = name.rpartition(".")[0] or name
        return f"{stem}.{review.submission.format}"
    return f"{name.rpartition('.')[0] or name} (formulir baru).xlsx"


def _make(
    order: Order,
    stage: str,
    reviews: Sequence[Review],
    tasks: Sequence[Task],
    paths: Sequence[str],
    recipes: Sequence[str],
    past: Mapping[str, Output],
) -> Products:
    """Do the tasks whose product is not there already; a failed one becomes a note."""
    kept = [
        still_there(order.output, path, wanted, past)
        for path, wanted in zip(paths, recipes, strict=True)
    ]
    todo = [index for index, there in enumerate(kept) if not there]
    data: dict[int, bytes] = {}
    notes: list[str] = []
    incidents: list[str] = []
    order.progress(stage, 0, len(todo))
    outcomes = run_all(
        work, [tasks[index] for index in todo], workers=order.workers, preload=PRELOADED
    )
    for done, (position, outcome) in enumerate(outcomes, start=1):
        index = todo[position]
        made, failure, trace = _made(outcome)
        if made is not None:
            data[index] = made
        else:
            notes.append(f"{stage} “{reviews[index].received.name}” gagal: {failure}.")
        if trace:
            incidents.append(f"{reviews[index].received.name}\n{trace}")
        order.progress(stage, done, len(todo))
    return _products(reviews, tasks, paths, recipes, kept, data, incidents, notes)


def _products(
    reviews: Sequence[Review],
    tasks: Sequence[Task],
    paths: Sequence[str],
    recipes: Sequence[str],
    kept: Sequence[bool],
    data: Mapping[int, bytes],
    incidents: Sequence[str],
    notes: Sequence[str],
) -> Products:
    products: list[Product] = []
    of: dict[str, str] = {}
    for index, (review, path, wanted) in enumerate(zip(reviews, paths, recipes, strict=True)):
        if kept[index] or index in data:
            product = Product(path, wanted, data.get(index))
        elif isinstance(tasks[index], ReturnTask):
            product = Product(f"{path}.txt", wanted, plain_list(review))
        else:
            continue
        products.append(product)
        of[review.received.sha256] = product.path
        if isinstance(tasks[index], ReturnTask) and _needs_original(review):
            products.append(_original(review, path))
    return Products(tuple(products), of, tuple(incidents), tuple(sorted(notes)))


def _needs_original(review: Review) -> bool:
    """xls, xlsb and ods go back untouched beside the new form."""
    return review.submission is not None and review.submission.format not in MARKABLE


def _original(review: Review, path: str) -> Product:
    folder = path.rpartition("/")[0]
    return Product(
        f"{folder}/{safe_name(review.received.file_name)}",
        recipe("original", review.received.sha256),
        review.received.path.read_bytes(),
    )


def _made(outcome: Outcome[Answer]) -> tuple[bytes | None, str, str]:
    """Data, or what failed in words, and the traceback of a bug."""
    match outcome:
        case Done(DocumentAnswer(data, _)):
            return data, "", ""
        case Done(bytes() as data):
            return data, "", ""
        case TimedOut(seconds):
            return None, f"tidak selesai dalam {round(seconds)} detik", ""
        case Died(reason):
            return None, f"prosesnya terhenti ({reason})", ""
        case Crashed(trace):
            return None, "kesalahan program, lihat log", trace
        case _:
            raise TypeError(f"unexpected outcome {outcome!r}")


def report_product(
    order: Order,
    counts: Tally,
    reviews: tuple[Review, ...],
    register: Register,
    made: Products,
    marked: Products,
) -> Product:
    """The progress report of this date, with links relative to its own folder."""
    data = write_report(
        counts,
        reviews,
        register,
        order.as_of,
        documents={sha256: f"../{path}" for sha256, path in made.of.items()},
        returned={sha256: f"../{path}" for sha256, path in marked.of.items()},
    )
    path = f"{REPORTS}/Laporan_Perkembangan_SOP_{order.as_of.isoformat()}.xlsx"
    return Product(path, recipe("report", data), data)
