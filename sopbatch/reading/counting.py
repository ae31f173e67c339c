"""The number of each row as the form counts it: computed again, whatever result was stored."""

from bisect import bisect_right
from dataclasses import dataclass

from sopbatch.reading.rows import TableRows
from sopbatch.reading.table import ProcedureTable
from sopbatch.reading.values.text import step_number
from sopbatch.schema.sop import NUMBER_COLUMN


@dataclass(frozen=True, slots=True)
class Count:
    """Rows that the form counts, top to bottom."""

    rows: tuple[int, ...]

    def number(self, row: int) -> int:
        """How many of them there are down to this one."""
        return bisect_right(self.rows, row)


def count_of(table: ProcedureTable, rows: TableRows) -> Count:
    """The rows of a table that its form counts: those of steps, and others that it numbered.

    Earlier forms number a heading among the steps as if it were one; the stored number shows it.
    A step that goes on over several rows is counted row by row.
    """
    column = table.columns.get(NUMBER_COLUMN.key, 0)
    headings = [row for above in rows.stages.values() for row in above]
    counted = [row for group in rows.steps for row in group]
    counted += (
        row
        for row in (*headings, *rows.asides)
        if (step_number(table.sheet.cells.get((row, column))) or 0) > 0
    )
    return Count(tuple(sorted(counted)))
