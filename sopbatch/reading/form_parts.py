"""What the form itself puts on its sheets, known by where it stands and how it reads.

Known without formulas too: old formats keep only their results.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Sequence
from itertools import takewhile

from rapidfuzz import fuzz

from sopbatch.model import Grid, Sheet
from sopbatch.reading.identity import HEADINGS, IdentitySheet, is_ordinal, is_prompt, is_state
from sopbatch.reading.labels import text_at
from sopbatch.reading.rows import is_hint
from sopbatch.reading.table import LABELS as TABLE_LABELS
from sopbatch.reading.table import Table
from sopbatch.reading.values.text import as_text, fold
from sopbatch.schema.places_v1 import TEMPLATE_NAMES
from sopbatch.schema.sop_v1 import (
    ACTOR,
    CHECK_LABEL,
    GUIDE_SHEET,
    IDENTITY_HEADS,
    IDENTITY_SHEET,
    LANE_KIND,
    LISTS_SHEET,
    NUMBER_COLUMN,
    PROCEDURE_SHEET,
    TABLE_GROUPS,
)

FormOf = Callable[[int, int], bool]
"""Whether the form put something into that (row, column)."""

ALIKE = 55.0
"""Score (0 to 100) from which a help is taken for an earlier wording of ours."""
HEAD_ROWS = 5
"""Rows of the form above its table."""
TITLES = frozenset(
    map(fold, ("Identitas SOP", "Bagian Identitas SOP AP menurut PermenPAN-RB 35/2012"))
)
HEADS = tuple(map(fold, IDENTITY_HEADS))
TABLE_WORDS = frozenset(
    {*TABLE_LABELS, *map(fold, (ACTOR.label, LANE_KIND.label, CHECK_LABEL, *TABLE_GROUPS))}
)
OWN_WORDS = TITLES | frozenset(HEADS) | frozenset(HEADINGS) | TABLE_WORDS
"""What the form writes on its sheets of fields and steps and nobody else has reason to."""
COUNTER = re.compile(r"(?:kurang \d+ isian|lengkap\b|\d+ baris prosedur perlu)")
TABLE_TITLE = re.compile(r"(?:salinan )?prosedur[ _]?(?:\(?\d+\)?)? sop")
NOT_YET = re.compile(r"\(terisi dari lembar ")
REMARK = re.compile(
    r"✓|isi |simbol|waktu |kolom pelaksana|belum |mulai |langkah |ya |tidak |lanjut |tujuan |.*→"
)
"""How a remark of the column Periksa begins, where a formula cannot be told from its result."""
LEGEND = "wajib diisi"
GUIDE_HEADINGS = frozenset(("cara mengisi", "simbol", "alur", "status", "semua isian"))
GUIDE_BANDS = (f"{fold(IDENTITY_SHEET)} - ", fold(PROCEDURE_SHEET))
"""How the lines over several fields begin in the guide."""


def moved_part(sheet: Sheet) -> FormOf:
    """The form's titles and headings on a sheet, wherever rows and columns have carried them.

    A formula that shows nothing says nothing either: the states of an uncalculated form.
    """

    def knows(row: int, column: int) -> bool:
        text = text_at(sheet, row, column)
        if not text:
            return (row, column) in sheet.uncached
        if text in OWN_WORDS or is_prompt(text):
            return True
        return any(own.fullmatch(text) for own in (COUNTER, TABLE_TITLE))

    return knows


def identity_part(home: IdentitySheet) -> FormOf:
    """Labels, headings, states and helps of the sheet Identitas."""
    sheet = home.sheet
    labels = {(label.row, label.column): label for label in home.labels}
    fields = {label.row: label.field for label in home.labels}
    top = min(fields)
    label_columns = {label.column for label in home.labels}
    states, helps = _column(sheet, HEADS[2], is_state), _column(sheet, HEADS[3], is_prompt)
    counting = {
        (cell.row, column)
        for found in home.located().values()
        if found.field.rows > 1 and found.label
        for cell in found.cells
        for column in range(found.label.column, cell.column)
    }

    def knows(row: int, column: int) -> bool:
        text, label = text_at(sheet, row, column), labels.get((row, column))
        if label is not None:
            return not label.value
        if column in label_columns and text in HEADINGS:
            return True
        if row < top:
            at_top = text in TITLES or text in HEADS or COUNTER.match(text) is not None
            return at_top or _is_formula(sheet, row, column)
        if row in fields and column == states:
            return is_state(text) or _is_formula(sheet, row, column)
        if row in fields and column == helps:
            own = fold(fields[row].prompt)
            return is_prompt(text) or fuzz.token_set_ratio(text, own) >= ALIKE
        return (row, column) in counting and is_ordinal(text)

    return knows


def _column(sheet: Sheet, head: str, holds: Callable[[str], bool]) -> int:
    """The column of that heading, else the one with most such texts, 0 for none."""
    texts = {at: text_at(sheet, *at) for at in sheet.cells}
    under = [column for (_, column), text in texts.items() if text == head]
    if under:
        return under[0]
    votes = Counter(column for (_, column), text in texts.items() if holds(text))
    return max(votes, key=votes.__getitem__, default=0)


def table_part(tables: Sequence[Table], values: frozenset[str]) -> FormOf:
    """Headings, numbers and remarks of the tables on a sheet, and what stands above them."""
    sheet = tables[0].sheet
    ordered = sorted(tables, key=lambda table: table.top_row)
    checks = {table.top_row: table.check_columns for table in ordered}
    tops = [table.top_row for table in ordered]

    def knows(row: int, column: int) -> bool:
        text = text_at(sheet, row, column)
        place = bisect_right(tops, row)
        below = ordered[place] if place < len(ordered) else None
        if below and below.top_row - row <= HEAD_ROWS and _above(below, row, column, values):
            return True
        if place == 0:
            return False
        table = ordered[place - 1]
        if row < table.first_row:
            heads = {(label.row, label.column) for label in table.labels}
            return text in TABLE_WORDS or (row, column) in heads
        if column == table.columns.get(NUMBER_COLUMN.key, 0):
            return is_ordinal(text) or _is_formula(sheet, row, column)
        if column in checks[table.top_row]:
            plain = column != checks[table.top_row][0] or REMARK.match(text) is not None
            return _is_formula(sheet, row, column) or (not _shows_formulas(sheet) and plain)
        return False

    return knows


def _above(table: Table, row: int, column: int, values: frozenset[str]) -> bool:
    """Whether a cell above a table is the form's: its title, the SOP's names, counter, hints."""
    sheet, text = table.sheet, text_at(table.sheet, row, column)
    if is_hint(sheet.cells.get((row, column))):
        return True
    if (column in table.lanes or column == 1) and _is_formula(sheet, row, column):
        return True
    pieces = [fold(piece) for piece in re.split(r" — |, ", as_text(sheet.cells.get((row, column))))]
    return (
        any(pattern.match(text) for pattern in (COUNTER, TABLE_TITLE, NOT_YET))
        or text in values
        or values.issuperset(pieces)
    )


def own_part(grid: Grid, sheet: Sheet) -> FormOf:
    """The form's guide and lists, and the sheets that a returned copy carries."""
    name = fold(sheet.name)
    if name == fold(LISTS_SHEET):
        return _lists_part(grid, sheet)
    return _guide_part(sheet) if name == fold(GUIDE_SHEET) else _notes_part(sheet)


def _lists_part(grid: Grid, sheet: Sheet) -> FormOf:
    """Identity and counters down the first two columns, then the lists, each below its name."""
    areas = [area for area in grid.names.values() if area.sheet.casefold() == sheet.name.casefold()]
    ends: dict[int, int] = {}

    def knows(row: int, column: int) -> bool:
        if column <= 2:
            return row <= len(TEMPLATE_NAMES) or text_at(sheet, row, 2).startswith("sopb_")
        if row == 1:
            return text_at(sheet, 1, column).startswith(("daftar_", "sopb_"))
        if areas:
            return any(
                area.left <= column <= area.right and area.top <= row <= area.bottom
                for area in areas
            )
        return row < ends.setdefault(column, _end(sheet, column))

    return knows


def _end(sheet: Sheet, column: int) -> int:
    """First row below the heading of a list that is blank."""
    return next(row for row in range(2, sheet.height + 2) if (row, column) not in sheet.cells)


def _guide_part(sheet: Sheet) -> FormOf:
    """Texts in the second column, with as many beside them as the guide's tables have."""
    wide = {
        ("simbol", "arti"): 4,
        ("keadaan", "cara menulis"): 4,
        ("status", "arti"): 3,
        ("isian", "yang ditulis"): 5,
    }

    widths: dict[int, int] = {}
    width = 0
    for row in sorted({row for row, column in sheet.cells if column == 2}):
        text, beside = text_at(sheet, row, 2), text_at(sheet, row, 3)
        width = wide.get((text, beside), width)
        if (text in GUIDE_HEADINGS and not beside) or text.startswith(GUIDE_BANDS):
            widths[row] = 2
        elif text == LEGEND:
            widths[row] = 3
        elif beside or not width:
            widths[row] = max(width, 2)
        if text in GUIDE_HEADINGS and not beside:
            # What stands directly above a heading fills the blank line that parts two sections.
            widths.pop(row - 1, None)

    def knows(row: int, column: int) -> bool:
        return 2 <= column <= widths.get(row, 0)

    return knows


def _notes_part(sheet: Sheet) -> FormOf:
    """The numbered lines of a returned list, the bands above them, and what stands on top."""
    head = next(
        (
            row
            for row, column in sorted(sheet.cells)
            if (column, text_at(sheet, row, 2)) == (2, "no")
        ),
        0,
    )
    columns = takewhile(lambda column: (head, column) in sheet.cells, range(2, sheet.width + 1))
    last = max(columns, default=2)
    filled = sorted(row for row, column in sheet.cells if column == 2)
    numbered = [row for row in filled if is_ordinal(text_at(sheet, row, 2))]
    lowest = max(numbered, default=head)

    def knows(row: int, column: int) -> bool:
        if column < 2 or row > lowest:
            return False
        is_line = row == head or (row > head and is_ordinal(text_at(sheet, row, 2)))
        return column <= last if is_line else column == 2

    return knows


def _is_formula(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell holds a formula; where none can be seen, a result of 0 is taken for one.

    Some programs store 0 for every result that they did not calculate.
    """
    if not _shows_formulas(sheet):
        return text_at(sheet, row, column) == "0"
    return (row, column) in sheet.formulas or (row, column) in sheet.uncached


def _shows_formulas(sheet: Sheet) -> bool:
    return bool(sheet.formulas or sheet.uncached)
