"""How far a run is: bars with counts, speed and time left on a terminal, plain lines elsewhere."""

import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager

from rich.console import Console, RenderableType
from rich.progress import (
    BarColumn,
    MofNCompleteColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskID,
    TextColumn,
    TimeRemainingColumn,
)
from rich.text import Text

from sopbatch.batch.order import ReportStage, no_progress
from sopbatch.text.words import one_decimal

NOTHING_KNOWN: Mapping[str, float] = {}
BAR = 16
"""Letters; with counts, time and speed it stays within a usual window."""


class Ahead:
    """Time left for the whole run, reckoned from how long each stage took in the run before."""

    def __init__(self, before: Mapping[str, float], now: Callable[[], float]) -> None:
        self._before = before
        self._now = now
        self._begun: dict[str, tuple[float, int]] = {}
        """When each stage began, and how much of it was done then."""
        self._last = ("", 0, 0)

    def note(self, stage: str, done: int, total: int) -> None:
        """Hear how far a stage is."""
        self._begun.setdefault(stage, (self._now(), done))
        self._last = (stage, done, total)

    def left(self) -> float | None:
        """Seconds; None where nothing tells.

        What this run took so far of what the run before took for the same is taken to hold on.
        """
        stage, done, total = self._last
        if not (stage and total) or stage not in self._before:
            return None
        _, there = self._begun[stage]
        share = (done - there) / (total - there) if total > there else 1.0
        over = [name for name in self._begun if name != stage]
        known = sum(self._before.get(name, 0.0) for name in over) + share * self._before[stage]
        if not known:
            return None
        spent = self._now() - min(since for since, _ in self._begun.values())
        to_come = sum(took for name, took in self._before.items() if name not in self._begun)
        return (to_come + (1 - share) * self._before[stage]) * spent / known


class _Speed(ProgressColumn):
    """Files per second, of those that had to be done."""

    def render(self, task: Task) -> Text:
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{one_decimal(speed)}/detik")


class _Bars(Progress):
    """A bar for each stage, and below them what is left of the whole."""

    left: float | None = None
    """Seconds."""

    def get_renderables(self) -> Iterator[RenderableType]:
        yield from super().get_renderables()
        if self.left is not None:
            minutes, seconds = divmod(round(self.left), 60)
            yield Text(f"Seluruhnya kira-kira {minutes:02}:{seconds:02} lagi")


@contextmanager
def progress_display(
    *, quiet: bool, before: Mapping[str, float] = NOTHING_KNOWN
) -> Iterator[ReportStage]:
    """What a run reports its progress to; shown on the error stream, so that output stays clean.

    `before` are the seconds of each stage of the run before, where they are known.
    """
    if quiet:
        yield no_progress
        return
    screen = Console(stderr=True, highlight=False, emoji=False)
    if not screen.is_terminal:
        yield _plain_lines(screen)
        return
    with _Bars(
        TextColumn("{task.description}"),
        BarColumn(BAR),
        MofNCompleteColumn(),
        TextColumn("sisa waktu"),
        TimeRemainingColumn(compact=True),
        _Speed(),
        console=screen,
    ) as bars:
        stages: dict[str, TaskID] = {}
        ahead = Ahead(before, time.monotonic)

        def report(stage: str, done: int, total: int) -> None:
            if not total:
                return
            if stage not in stages:
                stages[stage] = bars.add_task(stage, total=total, completed=done)
            ahead.note(stage, done, total)
            bars.left = ahead.left()
            bars.update(stages[stage], completed=done, total=total)

        yield report
        bars.left = None


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
