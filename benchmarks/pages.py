"""Pages of SOPs as offices write them, with columns that follow their texts and with fixed ones.

Run by hand: `python -m benchmarks.pages [number of procedures]`. Nothing is asserted.
"""

import sys
from collections.abc import Callable
from unittest.mock import patch

from sopbatch.layout import chart as layout
from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Flowchart, Procedure
from tests.layout.fixed_widths import fixed_table
from tests.layout.real_shapes import real_shapes

PAPER = PAPERS["F4"]
SPARSE = 0.4
FEW = 2


def pages(charts: list[Flowchart]) -> int:
    return sum(len(chart.pages) for chart in charts)


def sparse(charts: list[Flowchart]) -> int:
    room = SPARSE * (PAPER.height - 2 * PAPER.margin)
    ends = [page.rows[-1] for chart in charts for page in chart.pages]
    return sum(row.y + row.height < room for row in ends)


def lost(charts: list[Flowchart]) -> int:
    return sum(
        len(chart.pages) > 1 and sum(row.kind == "step" for row in chart.pages[-1].rows) <= FEW
        for chart in charts
    )


def faults(charts: list[Flowchart]) -> int:
    return sum(chart.quality.faults + chart.quality.tight for chart in charts)


FIGURES: tuple[tuple[str, Callable[[list[Flowchart]], int]], ...] = (
    ("pages", pages),
    ("under 40 % full", sparse),
    ("last page of 1 or 2 rows", lost),
    ("faults and tight lines", faults),
)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 311
    made: list[Procedure] = [*real_shapes(count)]
    ours = [lay_out(procedure, PAPER) for procedure in made]
    with patch.object(layout, "table_for", fixed_table):
        fixed = [lay_out(procedure, PAPER) for procedure in made]
    print(f"{count} procedures{'sopbatch':>20}{'fixed':>8}{'ratio':>8}")
    for name, figure in FIGURES:
        a, b = figure(ours), figure(fixed)
        print(f"{name:26}{a:8}{b:8}{a / b if b else 0:8.2f}")


if __name__ == "__main__":
    main()
