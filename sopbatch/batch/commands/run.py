"""The run as one page: what comes in, what is wrong, what counts, what goes out."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import NamedTuple

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
from sopbatch.intake import Intake, receive
from sopbatch.ledger import (
    Output,
    Past,
    RunRecord,
    check_writable,
    read_past,
    recall_last,
    write_run,
)
from sopbatch.model import OtherFiles, Received

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
            taken = _take_in(order, met)
        with order.times.stage(JUDGING):
            seen = look(order, taken.received, taken.beside, taken.past, kept=taken.register)
            check_same_history(order, seen.register, taken.past)
            older = older_than_last(order, seen.others.register)
        made, placed = _make(order, seen, taken.past)
        result = _result(order, taken, seen, made, placed)
        result = replace(result, notes=(*older, *result.notes))
        if result.incidents:
            write_log(order, result.incidents)
        # Before a run nobody looks at a logo beside a register elsewhere, nor at what libraries
        # the machine has by then.
        again = made.whole and not (order.register and seen.register.settings.logo)
        with order.times.stage(PLACING):
            known = {str(order.output / one.path): one.sha256 for one in placed.outputs}
            known |= {str(item.path): item.sha256 for item in taken.received}
            keep_answer(order, result.answer if again else None, before, known)
    return result


@dataclass(frozen=True, slots=True, kw_only=True)
class _TakenIn:
    """What a run has to look at, and what it knows from before."""

    past: Past
    intake: Intake
    received: tuple[Received, ...]
    """Of the input, of undone runs and of the archive."""
    register: Received | None
    """That of the last run."""
    crashes: tuple[str, ...]

    @property
    def beside(self) -> OtherFiles:
        """What came and is not read."""
        untaken = (*self.intake.untaken, *self.intake.passed)
        return OtherFiles(untaken=untaken, letters=self.intake.letters)


def _take_in(order: Order, met: Mapping[str, str]) -> _TakenIn:
    """Receive what came, and recall what is known; `met` as for `receive`."""
    check_writable(order.output)
    check_memory(order.output, sound_ledger(order.output))
    past = read_past(order.output, order.as_of)
    day = day_of_receipt(order, past)
    seen_first = partial(_seen_first, past, day)
    lying = receive(order.input, order.output / ARCHIVE, seen_first, met)
    intake, crashes = open_parcels(order, lying, seen_first)
    received = all_received(order, intake.received, past, day)
    check_something_came(order, received, (*intake.untaken, *intake.passed))
    return _TakenIn(
        past=past,
        intake=intake,
        received=received,
        register=last_register(order.output, received, past),
        crashes=crashes,
    )


class _Placed(NamedTuple):
    """What a run wrote."""

    outputs: tuple[Output, ...]
    report: Path


def _make(order: Order, seen: Seen, past: Past) -> tuple[Outcome, _Placed]:
    """Everything that what was seen calls for, in its place."""
    if _is_older(order, past):
        made = report_alone(order, seen, past)
        made = replace(made, notes=(*made.notes, OLDER.format(folder=REPORTS_OLDER)))
        with order.times.stage(PLACING):
            return made, _write_beside(order, made)
    with order.times.stage(MAKING):
        made = outcome_of(order, seen, past)
    with order.times.stage(PLACING):
        return made, _write_run(order, seen, made, past)


def _result(order: Order, taken: _TakenIn, seen: Seen, made: Outcome, placed: _Placed) -> RunResult:
    """What is told of the run."""
    return RunResult(
        as_of=order.as_of,
        register=seen.register,
        reviews=seen.reviews,
        tally=seen.counts,
        report=placed.report,
        outputs=tuple(output.path for output in placed.outputs),
        not_taken=taken.intake.untaken,
        passed=(*taken.intake.told_passed, *seen.passed),
        incidents=(*taken.crashes, *seen.incidents, *made.incidents),
        failures=made.failures,
        notes=(*seen.notes, *made.notes),
        losses=seen.losses,
        week=made.week,
        forms=seen.forms,
    )


def _seen_first(past: Past, came: date, sha256: str) -> date:
    return past.first_seen.get(sha256, came)


def _is_older(order: Order, past: Past) -> bool:
    return past.last is not None and order.as_of < past.last


def day_of_receipt(order: Order, past: Past) -> date:
    """The day on which what is new came: the report date, but never later than the real day."""
    if past.last is not None and _is_older(order, past):
        return max(order.today or past.last, past.last)
    return min(order.as_of, order.today or order.as_of)


def _write_beside(order: Order, made: Outcome) -> _Placed:
    """Write the report where it disturbs none of its time."""
    outputs = tuple(
        replace(product.output, path=product.path.replace(REPORTS, REPORTS_OLDER, 1))
        for product in made.products
    )
    with writing(order.output):
        for output, product in zip(outputs, made.products, strict=True):
            make_folder((order.output / output.path).parent, order.output)
            write_whole(order.output / output.path, bytes_of(product))
    return _Placed(outputs, order.output / outputs[0].path)


def _write_run(order: Order, seen: Seen, made: Outcome, past: Past) -> _Placed:
    """Publish all products, and tell ledger and archive of the run."""
    outputs = publish(order.output, made.products, past)
    write_run(order.output, record_of(order, seen, made, outputs))
    write_notes(order.output, outputs)
    let_wait(order.output, Waiting())
    if last := recall_last(order.output):
        keep_logo(order.output, seen.logo or logo_elsewhere(order, seen.register), last.id)
        keep_texts(order.output, order.texts, last.id)
    return _Placed(outputs, order.output / made.report.path)


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
