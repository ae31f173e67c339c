"""Where the lines of the plan stand in a register, for whoever adds to them."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopbatch.model import Grid, PlanLine
from sopbatch.reading.register import plan_line
from sopbatch.reading.register_tables import read_records, register_sheet, table_heads
from sopbatch.reading.register_told import Told
from sopbatch.schema.register_plan import PLAN


@dataclass(frozen=True, slots=True)
class PlanPlace:
    """The table of the plan; rows and columns are 1-based."""

    sheet: str
    columns: Mapping[str, int]
    """Key of a field to its column; those that the register does not have are absent."""
    lines: tuple[tuple[int, PlanLine], ...]
    """Row of each line."""
    used: frozenset[int]
    """Rows of the sheet with anything in them."""
    heads: int
    """Row of the heads."""

    @property
    def last(self) -> int:
        """Row of the last line, of the heads when there is none."""
        return self.lines[-1][0] if self.lines else self.heads

    def free(self, count: int) -> range:
        """Rows for so many lines: below the last one when nothing stands there, else below all."""
        after = range(self.last + 1, self.last + 1 + count)
        if self.used.isdisjoint(after):
            return after
        below = max(self.used) + 1
        return range(below, below + count)


def plan_place(grid: Grid) -> PlanPlace | None:
    """Where the plan stands; None in a workbook without one."""
    told = Told()
    sheet = register_sheet(grid, PLAN.sheet, told)
    heads = table_heads(sheet, PLAN, told) if sheet else {}
    if sheet is None or not heads:
        return None
    return PlanPlace(
        sheet=sheet.name,
        columns={key: head.column for key, head in heads.items()},
        lines=tuple((record.row, plan_line(record)) for record in read_records(grid, PLAN, told)),
        used=frozenset(row for row, _ in (*sheet.cells, *sheet.uncached)),
        heads=next(iter(heads.values())).row,
    )
