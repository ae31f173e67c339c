"""Where the time of a run went, as two small tables or as facts."""

from typing import Any

from rich.table import Table

from sopbatch.cli.terminal import console, shown
from sopbatch.text.words import one_decimal, percent
from sopbatch.times import Times

ELSEWHERE = "Lainnya"


def show_profile(times: Times) -> None:
    """Stages, those that took most first, then the files that took longest."""
    screen = console()
    total = times.total
    stages = Table(title="Waktu per tahap", title_justify="left")
    stages.add_column("Tahap", no_wrap=True)
    for head in ("Berkas", "Detik", "Bagian"):
        stages.add_column(head, justify="right")
    for name, files, seconds in _stages(times, total):
        part = percent(seconds / total if total else None)
        stages.add_row(shown(name), str(files or ""), one_decimal(seconds), part)
    stages.add_section()
    stages.add_row("Seluruhnya", "", one_decimal(total), percent(1))
    screen.print(stages)
    if not times.slowest:
        return
    slowest = Table(title="Berkas yang paling lama", title_justify="left")
    slowest.add_column("Berkas", overflow="fold")
    slowest.add_column("Tahap")
    slowest.add_column("Detik", justify="right")
    for spent in times.slowest:
        slowest.add_row(shown(spent.name), shown(spent.stage), one_decimal(spent.seconds))
    screen.print(slowest)


def profile_facts(times: Times) -> dict[str, Any]:
    """The same for other programs, in seconds."""
    return {
        "detik": round(times.total, 3),
        "tahap": [
            {"tahap": name, "berkas": files, "detik": round(seconds, 3)}
            for name, files, seconds in _stages(times, times.total)
        ],
        "berkas_terlama": [
            {"berkas": one.name, "tahap": one.stage, "detik": round(one.seconds, 3)}
            for one in times.slowest
        ],
    }


def _stages(times: Times, total: float) -> list[tuple[str, int, float]]:
    known = [(one.stage, one.tasks, one.seconds) for one in times.stages]
    elsewhere = max(0.0, total - sum(seconds for *_, seconds in known))
    return sorted([*known, (ELSEWHERE, 0, elsewhere)], key=lambda row: -row[2])
