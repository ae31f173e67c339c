"""The ledger made anew from the archive, and the last run undone: nothing received is forgotten."""

import json
from dataclasses import dataclass, replace
from datetime import date
from itertools import chain
from pathlib import Path

from sopbatch.batch.assessing.assessment import look
from sopbatch.batch.assessing.letter_texts import usable
from sopbatch.batch.order import Order, ReportStage, no_progress
from sopbatch.batch.output.archived import archived
from sopbatch.batch.output.hold import alone_in
from sopbatch.batch.output.kept_logo import forget_logos, logos_since
from sopbatch.batch.output.kept_texts import forget_texts, kept_texts
from sopbatch.batch.output.publish import publish, writing
from sopbatch.batch.output.run_notes import (
    check_memory,
    kept_notes,
    noted_outputs,
    nothing_noted,
    remove_note,
    restore_ledger,
    write_notes,
)
from sopbatch.batch.output.tree import LEDGER, REPLACED_LEDGER
from sopbatch.batch.output.undone import Waiting, let_wait, waiting
from sopbatch.batch.products.outcome import outcome_of
from sopbatch.files import write_whole
from sopbatch.ledger import (
    RunMemory,
    RunNote,
    check_writable,
    copy_ledger,
    keep_outputs,
    read_past,
    recall_last,
    run_notes,
    what_came,
)
from sopbatch.model import NotFoundError, OtherFiles, Received, SopbatchError

NO_RUN = "Berkas riwayat di “{folder}” belum memuat laporan; tidak ada yang dapat dibatalkan."
EVERYWHERE = ("",)
"""What an undone run left is removed wherever it stands."""


@dataclass(frozen=True, slots=True)
class Restored:
    """A ledger made anew."""

    runs: int
    last: str
    """Report date of the last of them."""
    aside: Path | None
    """Where the ledger is that stood there before."""


@dataclass(frozen=True, slots=True)
class Undone:
    """A run that is as if it had never been."""

    day: date
    """Its report date."""
    back_to: date | None
    """Report date of the run before it, whose outputs stand again; None without one."""
    waiting: int
    """Files that came with it: the next run takes them in."""
    failures: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()


def restore(folder: Path) -> Restored:
    """Make the ledger anew from the notes in the archive.

    Raises:
        SopbatchError: the archive has no notes, or one of them is damaged.
    """
    _check_folder(folder)
    with alone_in(folder):
        notes = kept_notes(folder)
        if not notes:
            raise nothing_noted(folder)
        place, aside = folder / LEDGER, folder / REPLACED_LEDGER
        there = place.is_file()
        with writing(folder):
            if there:
                write_whole(aside, place.read_bytes())
            restore_ledger(folder, notes, noted_outputs(folder))
    return Restored(len(notes), notes[-1].day, aside if there else None)


def undo_last(
    folder: Path, source: Path, workers: int | None = None, progress: ReportStage = no_progress
) -> Undone:
    """Take the last run back: ledger and outputs are those of the run before it.

    What came with it waits in the archive for the next run. `source` is the input folder, in which
    the logo lies.

    Raises:
        SopbatchError: there is no run, or the ledger or the archive is not sound.
    """
    _check_folder(folder)
    with alone_in(folder):
        run, came = take_back(folder)
        order = Order(
            input=source,
            output=folder,
            as_of=run.as_of,
            register=None,
            workers=workers,
            progress=progress,
        )
        earlier = recall_last(folder)
        if earlier is None:
            publish(folder, (), read_past(folder, date.max), EVERYWHERE)
            keep_outputs(folder, ())
            write_notes(folder, ())
            return Undone(run.as_of, None, len(came.files))
        again = _stand_again(order, earlier)
        return replace(again, day=run.as_of, waiting=len(came.files))


def take_back(folder: Path) -> tuple[RunMemory, Waiting]:
    """Make ledger and archive forget the last run; it, and what came with it.

    Raises:
        SopbatchError: as undo_last.
    """
    if (folder / LEDGER).exists():
        check_writable(folder)
    check_memory(folder)
    run = recall_last(folder) if (folder / LEDGER).exists() else None
    if run is None:
        raise SopbatchError(NO_RUN.format(folder=folder))
    stood = tuple(chain(*read_past(folder, date.max).outputs.values()))
    write_notes(folder, stood)
    copy_ledger(folder)
    *before, last = run_notes(folder)
    came = waiting(folder).after(_came_with(folder, last, run))
    let_wait(folder, came)
    restore_ledger(folder, before, stood)
    remove_note(folder, last)
    forget_logos(folder, run.id)
    forget_texts(folder, run.id)
    return run, came


def _came_with(folder: Path, note: RunNote, run: RunMemory) -> Waiting:
    """What no run before this one had, with the names it came under."""
    names: dict[str, list[str]] = {}
    for row in json.loads(what_came(folder, note))["diterima"]:
        names.setdefault(row["sha256"], []).append(row["nama"])
    register = run.others.register.sha256 if run.others.register else ""
    return Waiting(
        {sha256: told for sha256, told in names.items() if sha256 != register},
        {register: names[register]} if register in names else {},
        logos_since(folder, run.id),
    )


def _stand_again(order: Order, run: RunMemory) -> Undone:
    """Make the outputs of a run again, in the place of those of the run after it."""
    folder = order.output
    order = replace(
        order,
        as_of=run.as_of,
        until=run.until,
        exports=run.exports,
        texts=usable(kept_texts(folder, run.id)),
    )
    past = read_past(folder, run.as_of, run.id)
    received, beside = as_received(folder, run)
    made = outcome_of(order, look(order, received, beside, past), past)
    outputs = publish(folder, made.products, past, EVERYWHERE)
    keep_outputs(folder, outputs)
    write_notes(folder, outputs)
    return Undone(run.as_of, run.as_of, 0, made.failures, made.notes)


def as_received(folder: Path, run: RunMemory) -> tuple[tuple[Received, ...], OtherFiles]:
    """What a run of the past read, with the places of the bytes, and what it knew besides.

    Raises:
        SopbatchError: the archive has lost a file.
    """
    gone = (received for received, _ in run.others.withdrawn)
    received = [archived(folder, item) for item in (*run.received, *gone)]
    register = run.others.register
    return (
        tuple(sorted(received, key=lambda item: (item.name, item.sha256))),
        replace(
            run.others,
            register=archived(folder, register) if register else None,
            withdrawn=(),
        ),
    )


def _check_folder(folder: Path) -> None:
    if not folder.is_dir():
        raise NotFoundError("Folder hasil", folder)
