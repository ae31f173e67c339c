"""A checked workbook's bytes become a Grid: the only door to python-calamine."""

import math
import re
from datetime import date, datetime, time, timedelta
from io import BytesIO
from types import MappingProxyType

from python_calamine import (
    CalamineSheet,
    PasswordError,
    SheetVisibleEnum,
    load_workbook,
)

from sopbatch.model import CellError, CellValue, Grid, Merge, Sheet
from sopbatch.reading import limits
from sopbatch.reading.guards import survey
from sopbatch.reading.package.facts import BookFacts, Position, SheetFacts
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.shown.show import stored_value

Stored = str | int | float | bool | datetime | date | time | timedelta

# Control characters, lone surrogates and non-characters: no XML, PDF or terminal takes them.
_UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def read_grid(data: bytes) -> Grid:
    """All sheets of an xlsx, xlsm, xls, xlsb or ods file; raises Refused when it is not safe.

    Text is free of control characters and line ends are newlines. Formulas are told in the words of
    their format; xls and xlsb keep tokens, which are spelt out as in xlsx, or "" where none can be.
    """
    facts = survey(data)
    try:
        sheets = _read_sheets(facts)
    except Refused:
        raise
    except PasswordError as error:
        raise Refused(Refusal.PASSWORD) from error
    except (MemoryError, KeyboardInterrupt, SystemExit):
        raise
    except BaseException as error:
        # NOTE: the parser panics on some damaged files with an exception outside Exception.
        raise Refused(Refusal.DAMAGED) from error
    return Grid(
        format=facts.format,
        sheets=sheets,
        names=MappingProxyType(dict(facts.names)),
        properties=MappingProxyType(
            {clean(name): clean(value) for name, value in facts.properties.items()}
        ),
        has_macros=facts.has_macros,
        outside=facts.outside,
    )


def clean(text: str) -> str:
    """Text with newline line ends, unprintable characters replaced by U+FFFD."""
    if text.isprintable():
        return text
    return _UNPRINTABLE.sub("\ufffd", text.replace("\r\n", "\n").replace("\r", "\n"))


def _read_sheets(facts: BookFacts) -> tuple[Sheet, ...]:
    book = load_workbook(BytesIO(facts.parsed))
    read = []
    for index, about in enumerate(book.sheets_metadata):
        if len(about.name) > limits.SHEET_NAME:
            raise Refused(Refusal.DAMAGED)
        known = facts.sheets.get(about.name) or SheetFacts(name=about.name)
        if not known.cached_foreign:
            visible = about.visible == SheetVisibleEnum.Visible
            sheet = book.get_sheet_by_index(index)
            read.append(_read_sheet(sheet, known, visible=visible, date_1904=facts.date_1904))
    return tuple(read)


def _read_sheet(
    stored: CalamineSheet, facts: SheetFacts, *, visible: bool, date_1904: bool
) -> Sheet:
    cells = _cells(stored)
    for position, serial in facts.serials.items():
        cells[position] = stored_value(serial, facts.formats[position], date_1904=date_1904)
    for position, value in facts.values.items():
        cells[position] = clean(value) if isinstance(value, str) else value
    for position in facts.uncached:
        cells.pop(position, None)
    return Sheet(
        name=clean(stored.name),
        cells=MappingProxyType(cells),
        formats=MappingProxyType(facts.formats),
        formulas=MappingProxyType(facts.formulas),
        leaders=MappingProxyType(facts.leaders),
        uncached=frozenset(facts.uncached),
        merges=tuple(facts.merges) or _merges(stored),
        hidden_rows=frozenset(facts.hidden_rows),
        hidden_columns=frozenset(facts.hidden_columns),
        visible=visible,
        shapes=facts.shapes,
        date_1904=date_1904,
    )


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
        return clean(stored) if stored.strip() else ""
    if isinstance(stored, float) and not math.isfinite(stored):
        return CellError("#NUM!")
    return stored


def _merges(sheet: CalamineSheet) -> tuple[Merge, ...]:
    return tuple(
        Merge(top + 1, left + 1, bottom + 1, right + 1)
        for (top, left), (bottom, right) in sheet.merged_cell_ranges or ()
    )
