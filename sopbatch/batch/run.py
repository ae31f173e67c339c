"""The run as one page: what comes in, what is wrong, what counts, what goes out."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager

from filelock import FileLock, Timeout

from sopbatch import __version__
from sopbatch.batch.log import write_log
from sopbatch.batch.order import Order, RunResult
from sopbatch.batch.products import documents, report_product, returned_copies
from sopbatch.batch.publish import publish, recipe
from sopbatch.batch.reading import read_all
from sopbatch.intake import receive
from sopbatch.ledger import RunRecord, Standing, read_past, write_run
from sopbatch.model import Dossier, Register, Review, SopbatchError, Tally
from sopbatch.rules import BATCH_RULES, Batch, gather, review_across
from sopbatch.tally import tally

LOCK = ".sopbatch.lock"
ARCHIVE = "arsip"


def run_batch(order: Order) -> RunResult:
    """Process the input folder into the output folder.

    Raises:
        SopbatchError: the operator's mistake; what earlier runs wrote stays as it was.
    """
    with _alone(order):
        past = read_past(order.output, order.as_of)
        intake = receive(
            order.input,
            order.output / ARCHIVE,
            lambda sha256: past.first_seen.get(sha256, order.as_of),
        )
        if not intake.received:
            raise SopbatchError(f"Folder masukan “{order.input}” tidak berisi berkas apa pun.")
        read = read_all(order, intake.received)
        reviews, dossiers, crashes = _look_across(order, read.reviews, read.register, past.status)
        counts = tally(dossiers, read.register, order.as_of, past.status)

        made = documents(order, dossiers, read.register, counts, past.outputs)
        marked = returned_copies(order, reviews, read.register, past.outputs)
        incidents = (*read.incidents, *crashes, *made.incidents, *marked.incidents)
        report = report_product(order, counts, reviews, read.register, made, marked)

        outputs = publish(order.output, (*made.products, *marked.products, report), past.outputs)
        if incidents:
            write_log(order, incidents)
        write_run(
            order.output,
            RunRecord(
                order.as_of,
                __version__,
                recipe(
                    __version__,
                    order.as_of,
                    read.register,
                    [(item.received.name, item.received.sha256) for item in reviews],
                ),
                reviews,
                tuple(_standings(dossiers, counts)),
                outputs,
            ),
        )
        return RunResult(
            order.as_of,
            read.register,
            reviews,
            counts,
            order.output / report.path,
            tuple(output.path for output in outputs),
            intake.untaken,
            incidents,
            (*read.notes, *made.notes, *marked.notes),
        )


@contextmanager
def _alone(order: Order) -> Iterator[None]:
    """One run at a time for an output folder; the operating system frees a killed run's lock."""
    if not order.input.is_dir():
        raise SopbatchError(f"Folder masukan “{order.input}” tidak ditemukan.")
    source, target = order.input.resolve(), order.output.resolve()
    if target == source or source in target.parents:
        raise SopbatchError(
            "Folder keluaran tidak boleh sama dengan, atau berada di dalam, folder masukan."
        )
    try:
        order.output.mkdir(parents=True, exist_ok=True)
        lock = FileLock(order.output / LOCK, timeout=0)
        lock.acquire()
    except Timeout as error:
        raise SopbatchError(
            f"Proses lain sedang mengolah folder keluaran “{order.output}”; tunggu sampai selesai."
        ) from error
    except OSError as error:
        raise SopbatchError(
            f"Folder keluaran “{order.output}” tidak dapat ditulisi ({error.strerror})."
        ) from error
    try:
        yield
    finally:
        lock.release()


def _look_across(
    order: Order,
    reviews: tuple[Review, ...],
    register: Register,
    previous_status: Mapping[str, str],
) -> tuple[tuple[Review, ...], tuple[Dossier, ...], tuple[str, ...]]:
    """Between files: versions are joined first, then judged together, then the counted chosen."""
    batch = Batch(reviews, gather(reviews, register), register, order.as_of, previous_status)
    judged, crashes = review_across(batch, BATCH_RULES)
    return judged, gather(judged, register), crashes


def _standings(dossiers: tuple[Dossier, ...], counts: Tally) -> Iterator[Standing]:
    status = {line.plan_code or line.sha256: line.status for line in counts.lines}
    for dossier in dossiers:
        counted = dossier.counted.received.sha256 if dossier.counted else ""
        known_as = dossier.plan.code if dossier.plan else counted
        if known_as in status:
            yield Standing(dossier.key, status[known_as], counted, dossier.versions)
