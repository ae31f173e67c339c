"""What it costs to read a workbook beside others, as ratios of processor time.

The same files in turn: calamine alone, which gives values and nothing else; openpyxl, which loads
cells, styles and formulas; our grid, guards included; our reading up to the findings.

Run by hand: `python -m benchmarks.reading [rounds] [folder]`. Nothing is asserted. openpyxl loads
each form in the first round only: it writes out shared formulas, which takes seconds a form.
"""

import gc
import sys
import warnings
from collections.abc import Callable, Iterator
from datetime import date
from importlib.metadata import version
from io import BytesIO
from pathlib import Path
from statistics import median
from time import process_time
from typing import TypeVar

from openpyxl import load_workbook
from python_calamine import load_workbook as load_values

from sopbatch.model import Grid, Received, Submission
from sopbatch.reading import Refused, read_grid, read_submission, template_kind
from sopbatch.rules import RULES, review
from sopbatch.schema.sop import KIND
from tests.sample_batch.register import REGISTER

R = TypeVar("R")
DAY = date(2026, 11, 22)
INBOX = Path("input")
SLOWEST = "openpyxl"
ROWS = ("calamine alone", SLOWEST, "grid", "fields and steps", "rules", "up to the findings")


def values(data: bytes) -> None:
    book = load_values(BytesIO(data))
    for number in range(len(book.sheet_names)):
        book.get_sheet_by_index(number).to_python()


def forms(inbox: Path) -> Iterator[tuple[bytes, Received]]:
    """The readable forms in a folder."""
    for path in sorted(inbox.rglob("*.xlsx")):
        data = path.read_bytes()
        received = Received(
            name=path.name, path=path, sha256="0" * 64, size=len(data), first_seen=DAY
        )
        try:
            grid = read_grid(data)
            if template_kind(grid) == KIND:
                read_submission(grid, received, REGISTER.settings)
                yield data, received
        except Refused:
            continue


def measured(data: bytes, received: Received, *, first: bool) -> tuple[float, ...]:
    """Milliseconds of each row, once; of openpyxl none but in the first round."""
    taken: list[float] = []

    def timed(work: Callable[[], R]) -> R:
        begin = process_time()
        result = work()
        taken.append((process_time() - begin) * 1000)
        return result

    timed(lambda: values(data))
    timed(lambda: load_workbook(BytesIO(data)) if first else None)
    grid: Grid = timed(lambda: read_grid(data))
    read: Submission = timed(lambda: read_submission(grid, received, REGISTER.settings))
    timed(lambda: review(read, REGISTER, DAY, RULES))
    return (*taken, sum(taken[2:]))


def main() -> None:
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    warnings.simplefilter("ignore")
    files = list(forms(Path(sys.argv[2]) if len(sys.argv) > 2 else INBOX))
    gc.collect()
    # As in the workers: what is there before the work is not looked at again.
    gc.freeze()
    turns = [[measured(*file, first=not turn) for file in files] for turn in range(rounds)]
    # Of each file the middle of its rounds, then of all files the middle.
    costs = [
        [
            median(turn[number][row] for turn in (turns[:1] if name == SLOWEST else turns))
            for row, name in enumerate(ROWS)
        ]
        for number in range(len(files))
    ]
    names = ("python-calamine", "openpyxl")
    tools = ", ".join(f"{name} {version(name)}" for name in names)
    print(f"{len(files)} forms, {rounds} rounds; Python {sys.version.split()[0]}, {tools}")
    print(f"{'':20}{'ms':>8}{'x calamine':>12}{'x openpyxl':>12}")
    for row, name in enumerate(ROWS):
        ratios = [median(cost[row] / cost[base] for cost in costs) for base in (0, 1)]
        middle = median(cost[row] for cost in costs)
        print(f"{name:20}{middle:8.1f}{ratios[0]:12.2f}{ratios[1]:12.2f}")


if __name__ == "__main__":
    main()
