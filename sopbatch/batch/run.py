"""The run as one page: what comes in, what is wrong, what counts, what goes out."""

from dataclasses import replace
from itertools import chain

from sopbatch import __version__
from sopbatch.batch.books import books
from sopbatch.batch.exports import exports
from sopbatch.batch.folders import check_something_came, hold_output
from sopbatch.batch.kept import ARCHIVE, last_register, with_kept
from sopbatch.batch.log import write_log
from sopbatch.batch.looking import content, look, standings
from sopbatch.batch.order import Order, RunResult
from sopbatch.batch.products import documents, returnable, returned_copies
from sopbatch.batch.program import program_digest
from sopbatch.batch.progress import progress_by_file
from sopbatch.batch.publish import publish
from sopbatch.batch.reports import report_products
from sopbatch.intake import receive
from sopbatch.ledger import RunRecord, check_writable, read_past, write_run
from sopbatch.model import OtherFiles


def run_batch(order: Order) -> RunResult:
    """Process the input folder into the output folder.

    Raises:
        SopbatchError: the operator's mistake; what earlier runs wrote stays as it was.
    """
    with hold_output(order):
        check_writable(order.output)
        past = read_past(order.output, order.as_of)
        intake = receive(
            order.input,
            order.output / ARCHIVE,
            lambda sha256: past.first_seen.get(sha256, order.as_of),
        )
        inbox = tuple(
            replace(item, seen_until=past.seen_until.get(item.sha256, order.until))
            for item in intake.received
        )
        received = with_kept(order.output, inbox, past)
        check_something_came(order, received, intake.untaken)
        kept = last_register(order.output, inbox, past)
        seen = look(order, received, OtherFiles(untaken=intake.untaken), past, kept=kept)

        made = documents(order, seen.dossiers, seen.register, seen.counts, past)
        bound = books(order, seen.dossiers, seen.register, seen.counts, made, past)
        drawn = exports(order, seen.dossiers, seen.register, made, past)
        mended = progress_by_file(order.output, seen.dossiers)
        marked = returned_copies(
            order, returnable(seen.reviews, seen.dossiers, seen.counts), seen.register, past, mended
        )
        told = report_products(order, content(order, seen, past, made.of, marked.of))
        report = told.products[0]

        parts = (made, bound, drawn, marked, told)
        incidents = tuple(chain(seen.incidents, *(part.incidents for part in parts)))
        if incidents:
            write_log(order, incidents)
        outputs = publish(order.output, chain(*(part.products for part in parts)), past)
        write_run(
            order.output,
            RunRecord(
                order.as_of,
                __version__,
                seen.reviews,
                tuple(standings(seen)),
                outputs,
                seen.counts.total,
                seen.others,
                made.of,
                marked.of,
                program_digest(),
                seen.inputs,
                report.sha256,
                order.until,
            ),
        )
    return RunResult(
        order.as_of,
        seen.register,
        seen.reviews,
        seen.counts,
        order.output / report.path,
        tuple(output.path for output in outputs),
        intake.untaken,
        incidents,
        tuple(chain(*(part.failures for part in parts))),
        (*seen.notes, *made.notes, *marked.notes),
    )
