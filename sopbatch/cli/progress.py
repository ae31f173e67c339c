"""How far a run is: a bar with counts and time left on a terminal, plain lines elsewhere."""

from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)

from sopbatch.batch.order import ReportStage, no_progress


@contextmanager
def progress_display(*, quiet: bool) -> Iterator[ReportStage]:
    """What a run reports its progress to; shown on the error stream, so that output stays clean."""
    if quiet:
        yield no_progress
        return
    screen = Console(stderr=True, highlight=False, emoji=False)
    if not screen.is_terminal:
        yield _plain_lines(screen)
        return
    with Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("sisa waktu"),
        TimeRemainingColumn(compact=True),
        console=screen,
    ) as bar:
        stages: dict[str, TaskID] = {}

        def report(stage: str, done: int, total: int) -> None:
            if not total:
                return
            if stage not in stages:
                stages[stage] = bar.add_task(stage, total=total)
            bar.update(stages[stage], completed=done, total=total)

        yield report


def _plain_lines(screen: Console) -> ReportStage:
    begun: set[str] = set()

    def report(stage: str, done: int, total: int) -> None:
        if not total:
            return
        if stage not in begun:
            begun.add(stage)
            there = f", {done} sudah ada" if done else ""
            screen.print(f"{stage}: {total} berkas{there}.")
        if done == total:
            screen.print(f"{stage}: selesai.")

    return report
