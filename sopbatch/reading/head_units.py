"""The unit that the head of the column Waktu tells for all its times: “Waktu (menit)”."""

import re

from sopbatch.model import CellRef, Duration, DurationKind, Place, Settings
from sopbatch.reading.cells import Notebook
from sopbatch.reading.table import HEADER_ROWS, ProcedureTable
from sopbatch.reading.values.durations import parse_duration
from sopbatch.schema.sop import DURATION_COLUMN
from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.text.straight import fold

_WORDS = sorted((word for word in UNIT_WORDS if word.isalpha()), key=len, reverse=True)
_HEAD = re.compile(
    r"(?:waktu|durasi|lama)[\s/(:,-]*(?:dalam |satuan )*"
    rf"(?P<unit>(?:{'|'.join(_WORDS)})(?: (?:kerja|kalender))?)[\s)]*"
)


def unit_in_head(notebook: Notebook, table: ProcedureTable) -> str:
    """The unit, "" when the head tells none; the head is understood then."""
    column = table.columns.get(DURATION_COLUMN.key)
    if column is None:
        return ""
    for row in range(max(1, table.first_row - HEADER_ROWS), table.first_row):
        cell = CellRef(table.sheet.name, row, column)
        if found := _HEAD.fullmatch(fold(notebook.seen(cell))):
            notebook.chrome.add(cell)
            sentence = f"Satuan “{found['unit']}” di judul kolom berlaku bagi waktu tanpa satuan."
            notebook.repair(Place(DURATION_COLUMN.key, 1, table.part), cell, sentence)
            return found["unit"]
    return ""


def with_unit(read: Duration, unit: str, settings: Settings) -> Duration:
    """The time in the unit of its head, where it has none of its own."""
    if not unit or read.kind is not DurationKind.NO_UNIT:
        return read
    meant = parse_duration(f"{read.raw} {unit}", settings)
    return meant if meant.kind is DurationKind.DURATION else read
