"""Many governments in one call: one crew serves all, and the trouble of one stays its own."""

import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, replace

from sopbatch.batch.commands.report_dates import doubt_about
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import BUG, MISTAKE, Order, ReportStage
from sopbatch.batch.output.governments import Government, within
from sopbatch.batch.output.log import write_log
from sopbatch.batch.result import RunResult
from sopbatch.model import SopbatchError
from sopbatch.times import Times
from sopbatch.workers import ClusterError, StandingCrew

LINKED = (
    "Folder “{folder}” adalah tautan ke tempat lain; ganti dengan folder biasa, lalu jalankan lagi."
)
NOT_TRIED = "Tidak diolah, karena klaster tidak menjawab lagi: {reason}"
FORCE = "{doubt}. Tambahkan --paksa jika memang demikian."

Watching = Callable[[Government, Order], AbstractContextManager[ReportStage]]
"""What shows the progress of one government's run."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """How the run of one government ended."""

    government: Government
    order: Order
    result: RunResult | None = None
    """None when there was no run."""
    mistake: SopbatchError | None = None
    """Why there was none."""
    incident: str = ""
    """Traceback of a bug that ended it."""

    @property
    def exit_code(self) -> int:
        """As of its run alone."""
        if self.incident:
            return BUG
        return self.result.exit_code if self.result else MISTAKE


def run_governments(
    every: Sequence[Government], order: Order, watching: Watching, *, forced: bool
) -> Iterator[Ruled]:
    """Run one government after the other, each as it would be alone.

    Input, output and register of `order` are seen from each government's folder. A run is told as
    soon as it ended, so that of many none has to be kept.

    Raises:
        SopbatchError: a folder that was typed leads out of theirs.
    """
    lost: ClusterError | None = None
    with StandingCrew() as standing:
        for one in every:
            own = replace(
                order,
                input=within(one, order.input),
                output=within(one, order.output),
                register=within(one, order.register) if order.register else None,
                standing=standing,
                times=Times(),
            )
            if lost is not None:
                told = SopbatchError(NOT_TRIED.format(reason=lost))
                yield Ruled(government=one, order=own, mistake=told)
                continue
            ruled = _run(one, own, watching, forced=forced)
            if isinstance(ruled.mistake, ClusterError):
                lost = ruled.mistake
            yield ruled
            del ruled
            standing.tidy()


def _run(one: Government, order: Order, watching: Watching, *, forced: bool) -> Ruled:
    try:
        if one.folder.is_symlink():
            raise SopbatchError(LINKED.format(folder=one.folder))
        doubt = doubt_about(order.output, order.as_of, order.today or order.as_of)
        if doubt and not forced:
            raise SopbatchError(FORCE.format(doubt=doubt))
        with watching(one, order) as progress:
            order = replace(order, progress=progress)
            return Ruled(government=one, order=order, result=run_batch(order))
    except SopbatchError as error:
        return Ruled(government=one, order=order, mistake=error)
    except Exception:  # NOTE: a bug, met with the files of one government: the others go on
        incident = traceback.format_exc()
        with suppress(SopbatchError):
            write_log(order, (incident,))
        return Ruled(government=one, order=order, incident=incident)
