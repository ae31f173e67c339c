"""How long `sopbatch --help` takes, told as ratios that hold on any machine.

Compared are an empty Python (`python -c pass`), the help, and the same help after everything the
program ever imports was imported first. The help should stay within a few times of the empty
Python and far below the eager import; below 0.3 seconds on an ordinary machine. Seconds depend on
the machine and its load, so the tests assert which modules are imported instead of a time.

    python benchmarks/help_time.py
"""

import subprocess
import sys
from time import perf_counter

ROUNDS = 7
HELP = "import sys; sys.argv = ['sopbatch', '--help']; from sopbatch.cli import main; main()"
EAGER = "import sopbatch.batch, sopbatch.batch.warm, sopbatch.cli.screen, sopbatch.cli.progress\n"
SCRIPTS = {"python -c pass": "pass", "sopbatch --help": HELP, "semua diimpor": EAGER + HELP}


def seconds(script: str) -> float:
    """The quickest of some rounds: the others measure the machine's other work."""
    times = []
    for _ in range(ROUNDS):
        begin = perf_counter()
        subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=True)
        times.append(perf_counter() - begin)
    return min(times)


def main() -> None:
    measured = {name: seconds(script) for name, script in SCRIPTS.items()}
    empty = measured["python -c pass"]
    for name, time in measured.items():
        print(f"{name:<16} {time:6.3f} s  {time / empty:5.1f} x python -c pass")


if __name__ == "__main__":
    main()
