"""Mails and archives of the input are opened in workers; what lay in them is received as well."""

from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import date

from sopbatch.batch.order import Order
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.batch.workshop.crewed import outcomes_of
from sopbatch.files import remove_folder, scratch_folder
from sopbatch.intake import (
    Enclosed,
    Intake,
    OpenedItem,
    OpenTask,
    first_bytes,
    may_hold_others,
    open_container,
)
from sopbatch.model import Received
from sopbatch.workers import Crashed, Died, Done, Limits, Outcome, TimedOut

LIMITS = Limits(answer_bytes=32 << 20)
STAGE = "Membuka kiriman"
UNSAFE = "tidak dapat dibuka dengan aman ({reason}); perlu dikirim ulang"
TOO_SLOW = "tidak selesai dibuka dalam {seconds} detik; perlu dikirim ulang sebagian demi sebagian"
TOO_LONG = "daftar isinya melebihi batas aman; perlu dikirim ulang sebagian demi sebagian"
OUR_FAULT = "tidak dapat dibuka karena kesalahan program; kiriman asli tersimpan di arsip"


def open_parcels(
    order: Order, intake: Intake, first_seen: Callable[[str], date]
) -> tuple[Intake, tuple[str, ...]]:
    """Everything that came, what lay in mails and archives as well; and tracebacks of bugs.

    `first_seen` as for `receive`.

    Raises:
        SopbatchError: the archive or the folder for temporary files cannot be written.
    """
    parcels = [item for item in intake.received if may_hold_others(item.name, first_bytes(item))]
    if not parcels:
        return intake, ()
    enclosed = Enclosed(intake, order.output / ARCHIVE, first_seen)
    incidents: list[str] = []
    done = 0
    order.progress(STAGE, 0, len(parcels))
    with scratch_folder() as place:
        tasks = [
            OpenTask(item.path, item.name, item.sha256, place / str(number))
            for number, item in enumerate(parcels)
        ]
        for task in tasks:
            task.folder.mkdir()
        names = [item.name for item in parcels]
        running = outcomes_of(open_container, order, STAGE, tasks, names, LIMITS)
        waiting: dict[int, Outcome[tuple[OpenedItem, ...] | None]] = {}
        with closing(running) as outcomes:
            for index, outcome in outcomes:
                waiting[index] = outcome
                # In order of names, whichever is opened first: names and copies depend on it.
                while done in waiting:
                    incidents.extend(_put(enclosed, parcels[done], tasks[done], waiting.pop(done)))
                    done += 1
                    order.progress(STAGE, done, len(parcels))
    return enclosed.all(), tuple(incidents)


def _put(
    enclosed: Enclosed,
    parcel: Received,
    task: OpenTask,
    outcome: Outcome[tuple[OpenedItem, ...] | None],
) -> Iterator[str]:
    """Take in what a parcel held, or tell why nothing; yields the traceback of a bug."""
    if not isinstance(outcome, Done):
        enclosed.fail(parcel, _reason(outcome))
    elif outcome.value is not None:
        enclosed.put(parcel, outcome.value, task.folder)
    remove_folder(task.folder)
    if isinstance(outcome, Crashed):
        yield f"{parcel.name}\n{outcome.traceback}"


def _reason(outcome: Outcome[tuple[OpenedItem, ...] | None]) -> str:
    match outcome:
        case TimedOut(seconds):
            return TOO_SLOW.format(seconds=round(seconds))
        case Died(reason):
            return UNSAFE.format(reason=reason)
        case Crashed():
            return OUR_FAULT
        case _:
            return TOO_LONG
