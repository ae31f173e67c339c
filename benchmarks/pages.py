"""Pages of SOPs as offices write them, with columns that follow their texts and with fixed ones.

Then pages of SOPs of two or three procedures, with those that fit below one another and with each
on pages of its own. Nothing is asserted.

Run by hand: `python -m benchmarks.pages [number of procedures]`.
"""

import sys
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from unittest.mock import patch

from sopbatch.layout import chart as layout
from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Flowchart, Procedure
from sopbatch.model.shared_pages import shared_pages
from tests.layout.fixed_widths import fixed_table
from tests.layout.real_shapes import real_shapes

PAPER = PAPERS["F4"]
SPARSE = 0.4
FEW = 2
SHORT = 5
"""Steps of a short procedure."""


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


def sops(charts: list[Flowchart]) -> Iterator[tuple[Flowchart, ...]]:
    """SOPs of two and of three procedures in turn."""
    left = iter(charts)
    for count in cycle((2, 3)):
        sop = tuple(islice(left, count))
        if len(sop) < count:
            return
        yield sop


def print_shared(kind: str, charts: list[Flowchart]) -> None:
    """Pages of flowcharts of SOPs of several procedures, and on pages of their own."""
    made = [*sops(charts)]
    shared = sum(len(shared_pages(sop)) for sop in made)
    own = sum(pages([*sop]) for sop in made)
    print(f"{kind:26}{len(made):8}{shared:8}{own:8}{shared / own:8.2f}")


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
    print(f"{'2 or 3 procedures':26}{'SOPs':>8}{'pages':>8}{'own':>8}{'ratio':>8}")
    short = [chart for each, chart in zip(made, ours, strict=True) if len(each.steps) <= SHORT]
    middle = [chart for each, chart in zip(made, ours, strict=True) if len(each.steps) <= SHORT + 2]
    print_shared(f"of {SHORT} steps or fewer", short)
    print_shared(f"of {SHORT + 2} steps or fewer", middle)
    print_shared("of any length", ours)


if __name__ == "__main__":
    main()
