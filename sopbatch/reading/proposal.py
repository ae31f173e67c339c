"""A workbook of proposed lines of the plan becomes those lines, as its reader left them."""

from collections.abc import Iterator
from dataclasses import replace

from sopbatch.model import Finding, Grid, PlanLine
from sopbatch.reading.register import plan_line
from sopbatch.reading.register_tables import has_sheet, read_records
from sopbatch.reading.register_told import Told
from sopbatch.schema.fields import TableSheet
from sopbatch.schema.proposal import CHANGED, NEW
from sopbatch.schema.register_plan import PLAN


def read_proposal(
    grid: Grid,
) -> tuple[tuple[PlanLine, ...], tuple[PlanLine, ...], tuple[Finding, ...]]:
    """New lines, changed lines, and what is wrong in them.

    A workbook without a sheet of new lines, or of changed ones, has none of them.
    """
    told = Told()
    # That both are missing is told of the first.
    there = [table for table in (NEW, CHANGED) if has_sheet(grid, table.sheet)] or [NEW]
    new, changed = (
        tuple(_lines(grid, table, told)) if table in there else () for table in (NEW, CHANGED)
    )
    return new, changed, tuple(one for one in told.findings if one.blocks)


def _lines(grid: Grid, table: TableSheet, told: Told) -> Iterator[PlanLine]:
    for record in read_records(grid, replace(PLAN, sheet=table.sheet), told):
        yield plan_line(record)
