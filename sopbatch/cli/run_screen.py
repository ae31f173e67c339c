"""A run as it was typed, for one government or for many, with what the screen shows of it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.commands.run_governments import Ruled, run_governments
from sopbatch.batch.order import Order, ReportStage
from sopbatch.batch.output.governments import Government, governments
from sopbatch.batch.output.run_log import earlier_stages
from sopbatch.cli.answer_screen import show_answer, show_told
from sopbatch.cli.clock import check_meant
from sopbatch.cli.facts import run_facts
from sopbatch.cli.profile_screen import profile_facts, show_profile
from sopbatch.cli.progress import progress_display
from sopbatch.cli.terminal import console, print_json, shown
from sopbatch.text.words import count
from sopbatch.workers import Cluster

On = Callable[[], AbstractContextManager[Cluster | None]]
"""Where the work is done, while it is done."""
ENDS = (
    "tidak ada yang perlu diperbaiki",
    "ada yang perlu diperbaiki",
    "tidak diolah",
    "kesalahan program",
)
"""By exit code."""
TONES = ("green", "yellow", "red", "red")


@dataclass(frozen=True, slots=True, kw_only=True)
class Shows:
    """What is asked of the screen."""

    as_json: bool
    profile: bool


def run_one(order: Order, on: On, shows: Shows, *, forced: bool) -> int:
    """Run and show; the exit code."""
    check_meant(order.output, order.as_of, forced=forced)
    before = earlier_stages(order.output)
    with on() as crew, progress_display(quiet=shows.as_json, before=before) as progress:
        result = run_batch(replace(order, progress=progress, cluster=crew))
    times = order.times if shows.profile else None
    if shows.as_json:
        print_json({**run_facts(result), **({"waktu": profile_facts(times)} if times else {})})
    else:
        show_answer(result.answer, times)
    return result.exit_code


def run_many(folder: Path, order: Order, on: On, shows: Shows, *, forced: bool) -> int:
    """Run one government after the other and show how each ended; the worst exit code."""
    every = governments(folder, order.input, order.output)
    screen = console()
    table = Table(title="Pemerintah", title_justify="left")
    table.add_column("Pemerintah", overflow="fold")
    for head in ("Dibaca", "Lengkap", "Perlu perbaikan"):
        table.add_column(head, justify="right")
    table.add_column("Hasil")
    facts: list[dict[str, Any]] = []
    codes: list[int] = []
    with on() as crew:
        order = replace(order, cluster=crew)
        watching = _watching(every, quiet=shows.as_json)
        for ruled in run_governments(every, order, watching, forced=forced):
            codes.append(ruled.exit_code)
            if shows.as_json:
                facts.append(_facts(ruled, profile=shows.profile))
                continue
            table.add_row(*_row(ruled))
            _show_told(screen, ruled, profile=shows.profile)
    worst = max(codes)
    if shows.as_json:
        print_json({"pemerintah": facts, "kode_keluar": worst})
        return worst
    screen.print(table)
    told = [f"{count(codes.count(code))} {end}" for code, end in enumerate(ENDS) if code in codes]
    screen.print(f"{count(len(codes))} pemerintah: {', '.join(told)}.")
    return worst


def _watching(
    every: Sequence[Government], *, quiet: bool
) -> Callable[[Government, Order], AbstractContextManager[ReportStage]]:
    places = {one: place for place, one in enumerate(every, start=1)}
    screen = Console(stderr=True, highlight=False, emoji=False)

    @contextmanager
    def watching(one: Government, order: Order) -> Iterator[ReportStage]:
        if not quiet:
            screen.print(f"{shown(one.name)} ({places[one]} dari {len(every)})")
        with progress_display(quiet=quiet, before=earlier_stages(order.output)) as progress:
            yield progress

    return watching


def _row(ruled: Ruled) -> tuple[str, ...]:
    code = ruled.exit_code
    end = f"[{TONES[code]}]{ENDS[code]}[/]"
    name = shown(ruled.government.name)
    if ruled.result is None:
        return name, "-", "-", "-", end
    figures = len(ruled.result.reviews), ruled.result.complete, ruled.result.to_fix
    return name, *map(count, figures), end


def _show_told(screen: Console, ruled: Ruled, *, profile: bool) -> None:
    """What is to be said of one besides its row, under its name."""
    screen.print(f"[bold]{shown(ruled.government.name)}[/]")
    if ruled.result is not None:
        show_told(screen, ruled.result.answer)
        if profile:
            show_profile(ruled.order.times)
        return
    if ruled.mistake is not None:
        screen.print(f"[red]{ruled.mistake.lead}:[/] {shown(str(ruled.mistake))}")
        for line in ruled.mistake.lines:
            screen.print(f"  {shown(line)}")
    if ruled.incident:
        last = ruled.incident.rstrip().rpartition("\n")[2]
        screen.print(f"[red]Kesalahan program:[/] {shown(last)}")


def _facts(ruled: Ruled, *, profile: bool) -> dict[str, Any]:
    about: dict[str, Any] = {
        "pemerintah": ruled.government.name,
        "kode_keluar": ruled.exit_code,
        "kesalahan": str(ruled.mistake or ""),
        "rincian_kesalahan": list(ruled.mistake.lines) if ruled.mistake else [],
        "kesalahan_program": ruled.incident,
        "hasil": run_facts(ruled.result) if ruled.result else None,
    }
    return {**about, **({"waktu": profile_facts(ruled.order.times)} if profile else {})}
