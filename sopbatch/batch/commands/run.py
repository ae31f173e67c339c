"""The run as one page: what comes in, what is wrong, what counts, what goes out."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from sopbatch import __version__
from sopbatch.batch.assessing.adding_up import STAGE as JUDGING
from sopbatch.batch.assessing.assessment import Seen, look, standings
from sopbatch.batch.assessing.letter_texts import changed_texts
from sopbatch.batch.assessing.logo import logo_elsewhere
from sopbatch.batch.assessing.parcels import open_parcels
from sopbatch.batch.assessing.registers import older_than_last
from sopbatch.batch.assessing.resendings import chain
from sopbatch.batch.commands.report_dates import check_year
from sopbatch.batch.order import Order
from sopbatch.batch.output.archived import all_received, last_register
from sopbatch.batch.output.hold import check_same_history, check_something_came, hold_output
from sopbatch.batch.output.keep_answer import keep_answer, sound_ledger
from sopbatch.batch.output.kept_logo import keep_logo
from sopbatch.batch.output.kept_texts import keep_texts
from sopbatch.batch.output.last_answer import came
from sopbatch.batch.output.log import write_log
from sopbatch.batch.output.program import program_digest
from sopbatch.batch.output.publish import bytes_of, publish, writing
from sopbatch.batch.output.run_log import run_log
from sopbatch.batch.output.run_notes import check_memory, write_notes
from sopbatch.batch.output.tree import ARCHIVE, REPORTS, REPORTS_OLDER
from sopbatch.batch.output.undone import Waiting, let_wait
from sopbatch.batch.products.outcome import Outcome, outcome_of, report_alone
from sopbatch.batch.result import RunResult
from sopbatch.files import make_folder, write_whole
from sopbatch.intake import receive
from sopbatch.ledger import (
    Output,
    Past,
    RunRecord,
    check_writable,
    read_past,
    recall_last,
    write_run,
)
from sopbatch.model import OtherFiles

RECEIVING = "Menerima berkas"
MAKING = "Menyiapkan keluaran"
PLACING = "Menempatkan hasil"
"""Stages of a run besides those of its workers, within which they lie."""
OLDER = (
    "Tanggal laporan lebih awal daripada laporan terakhir: laporan ditulis di {folder}; dokumen, "
    "berkas perbaikan, dan berkas riwayat tidak berubah."
)


def run_batch(order: Order) -> RunResult:
    """Process the input folder into the output folder.

    A report date before that of the last run writes its report beside, and touches nothing else.

    Raises:
        SopbatchError: the operator's mistake; what earlier runs wrote stays as it was.
    """
    check_year(order.as_of)
    with order.times.stage(RECEIVING):
        met: dict[str, str] = {}
        before = came(order, met)
    order = replace(order, keeps_results=True, texts=changed_texts(order.input, order.register))
    with hold_output(order), run_log(order):
        with order.times.stage(RECEIVING):
            check_writable(order.output)
            check_memory(order.output, sound_ledger(order.output))
            past = read_past(order.output, order.as_of)
            day = day_of_receipt(order, past)
            seen_first = partial(_seen_first, past, day)
            lying = receive(order.input, order.output / ARCHIVE, seen_first, met)
            intake, crashes = open_parcels(order, lying, seen_first)
            received = all_received(order, intake.received, past, day)
            aside = (*intake.untaken, *intake.passed)
            check_something_came(order, received, aside)
            kept = last_register(order.output, received, past)
        with order.times.stage(JUDGING):
            seen = look(
                order, received, OtherFiles(untaken=aside, letters=intake.letters), past, kept=kept
            )
            check_same_history(order, seen.register, past)
            older = older_than_last(order, seen.others.register)
        if _is_older(order, past):
            made = report_alone(order, seen, past)
            made = replace(made, notes=(*made.notes, OLDER.format(folder=REPORTS_OLDER)))
            with order.times.stage(PLACING):
                outputs, report = _write_beside(order, made)
        else:
            with order.times.stage(MAKING):
                made = outcome_of(order, seen, past)
            with order.times.stage(PLACING):
                outputs, report = _write_run(order, seen, made, past)
        incidents = (*crashes, *seen.incidents, *made.incidents)
        if incidents:
            write_log(order, incidents)
        result = RunResult(
            as_of=order.as_of,
            register=seen.register,
            reviews=seen.reviews,
            tally=seen.counts,
            report=report,
            outputs=tuple(output.path for output in outputs),
            not_taken=intake.untaken,
            passed=(*intake.told_passed, *seen.passed),
            incidents=incidents,
            failures=made.failures,
            notes=(*older, *seen.notes, *made.notes),
            losses=seen.losses,
            week=made.week,
            forms=seen.forms,
        )
        # Before a run nobody looks at a logo beside a register elsewhere, nor at what libraries
        # the machine has by then.
        again = made.whole and not (order.register and seen.register.settings.logo)
        with order.times.stage(PLACING):
            known = {str(order.output / output.path): output.sha256 for output in outputs}
            known |= {str(item.path): item.sha256 for item in received}
            keep_answer(order, result.answer if again else None, before, known)
    return result


def _seen_first(past: Past, came: date, sha256: str) -> date:
    return past.first_seen.get(sha256, came)


def _is_older(order: Order, past: Past) -> bool:
    return past.last is not None and order.as_of < past.last


def day_of_receipt(order: Order, past: Past) -> date:
    """The day on which what is new came: the report date, but never later than the real day."""
    if past.last is not None and order.as_of < past.last:
        return max(order.today or past.last, past.last)
    return min(order.as_of, order.today or order.as_of)


def _write_beside(order: Order, made: Outcome) -> tuple[tuple[Output, ...], Path]:
    """Write the report where it disturbs none of its time."""
    outputs = tuple(
        replace(product.output, path=product.path.replace(REPORTS, REPORTS_OLDER, 1))
        for product in made.products
    )
    with writing(order.output):
        for output, product in zip(outputs, made.products, strict=True):
            make_folder((order.output / output.path).parent, order.output)
            write_whole(order.output / output.path, bytes_of(product))
    return outputs, order.output / outputs[0].path


def _write_run(
    order: Order, seen: Seen, made: Outcome, past: Past
) -> tuple[tuple[Output, ...], Path]:
    """Publish all products, and tell ledger and archive of the run."""
    outputs = publish(order.output, made.products, past)
    write_run(order.output, record_of(order, seen, made, outputs))
    write_notes(order.output, outputs)
    let_wait(order.output, Waiting())
    if last := recall_last(order.output):
        keep_logo(order.output, seen.logo or logo_elsewhere(order, seen.register), last.id)
        keep_texts(order.output, order.texts, last.id)
    return outputs, order.output / made.report.path


def record_of(order: Order, seen: Seen, made: Outcome, outputs: tuple[Output, ...]) -> RunRecord:
    """What the ledger hears of a run."""
    return RunRecord(
        as_of=order.as_of,
        program=__version__,
        reviews=seen.every,
        standings=tuple(standings(seen)),
        outputs=outputs,
        total=seen.counts.total,
        others=seen.others,
        documents=made.documents,
        returned=made.returned,
        build=program_digest(),
        inputs=seen.inputs,
        report=made.report.sha256,
        until=order.until,
        register=seen.register,
        losses=seen.losses,
        today=order.today,
        exported=made.exported,
        resent=tuple(chain(seen.dossiers)),
        forms=seen.form_standings,
    )
