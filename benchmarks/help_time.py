"""How long `sopbatch --help` takes, told as ratios that hold on any machine.

Compared, in turns so that the machine's other work hits all alike, are an empty Python, the import
of the command line's two libraries alone, our help, the same help as the libraries draw it, and
our help after everything a run needs was imported. The help should cost little more than the
import of typer and far less than the eager import, and stay below 0.3 seconds on an ordinary
machine. Seconds depend on the machine and its load, so the tests assert which modules are imported
instead of a time.

    python benchmarks/help_time.py [rounds]
"""

import subprocess
import sys
from collections.abc import Mapping
from statistics import median
from time import perf_counter

ROUNDS = 25
MAIN = "import sys; sys.argv = ['sopbatch', '--help']; from sopbatch.cli import main; main()"
DRAWN = (
    "import sys; sys.argv = ['sopbatch', '--help']; import typer, typer.core; "
    "from sopbatch.cli.app import app; app.info.cls = typer.core.TyperGroup; app()"
)
EAGER = (
    "import sopbatch.batch, sopbatch.batch.workshop.preloaded, "
    "sopbatch.cli.screen, sopbatch.cli.progress; "
)
SCRIPTS = {
    "python -c pass": "pass",
    "import typer": "import typer",
    "import typer, rich": "import typer, rich.console, rich.table",
    "sopbatch --help": MAIN,
    "same, drawn by typer and rich": DRAWN,
    "same, all imported first": EAGER + MAIN,
}


def seconds(script: str) -> float:
    begin = perf_counter()
    subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=True)
    return perf_counter() - begin


def measured(rounds: int) -> Mapping[str, tuple[float, float]]:
    """Quickest and median seconds of each script; a first round warms the disk and is dropped."""
    times: dict[str, list[float]] = {name: [] for name in SCRIPTS}
    for turn in range(rounds + 1):
        for name, script in SCRIPTS.items():
            taken = seconds(script)
            if turn:
                times[name].append(taken)
    return {name: (min(taken), median(taken)) for name, taken in times.items()}


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else ROUNDS
    found = measured(rounds)
    empty, _ = found["python -c pass"]
    ours, _ = found["sopbatch --help"]
    print("| | quickest | median | x empty Python | x sopbatch --help |")
    print("| --- | --- | --- | --- | --- |")
    for name, (least, middle) in found.items():
        print(
            f"| `{name}` | {least:.3f} s | {middle:.3f} s | {least / empty:.1f} "
            f"| {least / ours:.2f} |"
        )


if __name__ == "__main__":
    main()
