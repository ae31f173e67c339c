"""The run as one page: what comes in, what is wrong, what counts, what goes out."""

from collections.abc import Iterator, Mapping

from sopbatch import __version__
from sopbatch.batch.folders import hold_output
from sopbatch.batch.log import write_log
from sopbatch.batch.order import Order, RunResult
from sopbatch.batch.products import documents, report_product, returned_copies
from sopbatch.batch.publish import publish
from sopbatch.batch.reading import read_all
from sopbatch.intake import receive
from sopbatch.ledger import RunRecord, Standing, read_past, write_run
from sopbatch.model import Dossier, Register, Review, Tally
from sopbatch.rules import BATCH_RULES, Batch, gather, review_across
from sopbatch.tally import tally

ARCHIVE = "arsip"


def run_batch(order: Order) -> RunResult:
    """Process the input folder into the output folder.

    Raises:
        SopbatchError: the operator's mistake; what earlier runs wrote stays as it was.
    """
    with hold_output(order):
        past = read_past(order.output, order.as_of)
        intake = receive(
            order.input,
            order.output / ARCHIVE,
            lambda sha256: past.first_seen.get(sha256, order.as_of),
        )
        read = read_all(order, intake.received)
        reviews, dossiers, crashes = _look_across(order, read.reviews, read.register, past.status)
        counts = tally(dossiers, read.register, order.as_of, past.status)

        made = documents(order, dossiers, read.register, counts, past)
        marked = returned_copies(order, reviews, read.register, past)
        report = report_product(order, counts, reviews, read.register, made, marked)

        incidents = (*read.incidents, *crashes, *made.incidents, *marked.incidents)
        if incidents:
            write_log(order, incidents)
        outputs = publish(order.output, (*made.products, *marked.products, report), past)
        standings = tuple(_standings(dossiers, counts))
        write_run(order.output, RunRecord(order.as_of, __version__, reviews, standings, outputs))
    return RunResult(
        order.as_of,
        read.register,
        reviews,
        counts,
        order.output / report.path,
        tuple(output.path for output in outputs),
        intake.untaken,
        incidents,
        (*made.failures, *marked.failures),
        (*read.notes, *made.notes, *marked.notes),
    )


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
