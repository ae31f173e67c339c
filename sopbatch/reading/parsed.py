"""What the parser of xls, xlsb and ods tells beside the facts: the only door to python-calamine."""

import math
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import (
    CalamineSheet,
    PasswordError,
    SheetVisibleEnum,
    load_workbook,
)

from sopbatch.model import CellError, CellValue, Merge
from sopbatch.reading import limits
from sopbatch.reading.package.controls import without_controls
from sopbatch.reading.package.facts import BookFacts, Position, SheetFacts
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.shown.show import stored_value

Stored = str | int | float | bool | datetime | date | time | timedelta


def parsed_sheets(facts: BookFacts, data: bytes) -> tuple[SheetFacts, ...]:
    """The facts of each sheet in order, completed by what the parser finds in `data`."""
    try:
        return tuple(_sheets(facts, data))
    except Refused:
        raise
    except PasswordError as error:
        raise Refused(Refusal.PASSWORD) from error
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # NOTE: the parser panics on some damaged files with an exception outside Exception.
        raise Refused(Refusal.DAMAGED) from error


def _sheets(facts: BookFacts, data: bytes) -> Iterator[SheetFacts]:
    book = load_workbook(BytesIO(data))
    for index, about in enumerate(book.sheets_metadata):
        if len(about.name) > limits.SHEET_NAME:
            raise Refused(Refusal.DAMAGED)
        known = facts.sheets.get(about.name) or SheetFacts(name=about.name)
        if not known.cached_foreign:
            known.visible = about.visible == SheetVisibleEnum.Visible
            _complete(known, book.get_sheet_by_index(index), date_1904=facts.date_1904)
            yield known


def _complete(facts: SheetFacts, stored: CalamineSheet, *, date_1904: bool) -> None:
    cells = _cells(stored)
    for position, serial in facts.serials.items():
        cells[position] = stored_value(serial, facts.formats[position], date_1904=date_1904)
    for position, value in facts.values.items():
        cells[position] = without_controls(value) if isinstance(value, str) else value
    for position in facts.uncached:
        cells.pop(position, None)
    facts.values = cells
    facts.merges = facts.merges or _merges(stored)


def _cells(sheet: CalamineSheet) -> dict[Position, CellValue]:
    """Cells with a value at absolute positions: the parser leaves out the area before them."""
    if sheet.start is None:
        return {}
    top, left = sheet.start
    cells: dict[Position, CellValue] = {}
    for row, stored in enumerate(sheet.to_python(), start=top + 1):
        for column, value in enumerate(stored, start=left + 1):
            if value != "":
                kept = _value(value)
                if kept != "":
                    cells[row, column] = kept
    return cells


def _value(stored: Stored) -> CellValue:
    if isinstance(stored, str):
        return without_controls(stored) if stored.strip() else ""
    if isinstance(stored, float) and not math.isfinite(stored):
        return CellError("#NUM!")
    return stored


def _merges(sheet: CalamineSheet) -> list[Merge]:
    return [
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    ]
