"""The rows of a procedure table sorted: steps, headings of stages, and what is no step at all."""

import re
from collections.abc import Iterable, Mapping, Set
from dataclasses import dataclass
from enum import Enum

from sopbatch.model import CellValue
from sopbatch.reading.table import ProcedureTable
from sopbatch.reading.turns import symbols_in
from sopbatch.reading.values.text import as_text, is_column_numbers
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    DURATION_COLUMN,
    NUMBER_COLUMN,
    TABLE_HINTS,
)
from sopbatch.text.straight import fold, straighten

LONGEST = 200
"""Characters of a text that decide what its row is."""
WIDE_GAP = 2
"""So many blank rows below the last symbol end the table."""
ROLE = (
    r"(?:plt|plh|pj|a\.?n|kepala|ketua|sekretaris|direktur|gubernur|bupati|wali\s?kota|camat|lurah"
    r"|asisten|inspektur|pimpinan|pejabat)\b"
)
NOTE = re.compile(r"(?:(?:catatan|keterangan|ket|nb|n\.b|note)\b\s*\.?\s*:|\*)", re.IGNORECASE)
TOTAL = re.compile(r"(?:sub\s?-?\s?)?(?:jumlah|total|jml)\b", re.IGNORECASE)
SIGNED = re.compile(
    rf"(?:(?:mengetahui|menyetujui|mengesahkan|menetapkan)\b\s*(?:$|[,:/]|(?:oleh\s+)?{ROLE})"
    r"|(?:diketahui|disetujui|disahkan|ditetapkan|dibuat|disusun|diperiksa|disiapkan)\s+(?:oleh|di)\b"
    r"|ttd\b|tanda\s?tangan\b|nip\b[\s.:]*[\d.]"
    r"|[^\W\d][\w .'-]{2,40},\s*(?:tanggal\b|\.{3}|…|_{3}|\d{1,2}[\s/-]+\w+[\s/-]+\d{4}\s*$))",
    re.IGNORECASE,
)
"""First line of a block of signatures: "Mengetahui,", "Samarinda, 3 Maret 2025", "NIP. 19…"."""
OFFICE = re.compile(ROLE, re.IGNORECASE)
STAGED = re.compile(r"(?:[a-z\d]{1,4}[.)]\s*)?(?:sub\s?)?(?:tahap(?:an)?|fase)\b", re.IGNORECASE)
LETTERED = re.compile(r"(?:[A-J]|[IVX]{1,5})\s*[.)]\s*[^\W\d]")
LETTER = re.compile(r"\(?(?:[A-J]|[IVX]{1,5})[.)]*")
HINTS = frozenset(map(fold, TABLE_HINTS))
FORMER_HINT = re.compile(r"lebih dari \d+ pelaksana: blok kolom [\w–-]+, klik kanan, \w+")


class Aside(Enum):
    """Why a row of the table is no step."""

    SIGNATURE = "blok tanda tangan"
    TOTAL = "baris jumlah"
    NOTE = "catatan"
    STAGE = "judul tahap tanpa langkah"
    OTHER = "tulisan di luar langkah"


@dataclass(frozen=True, slots=True)
class TableRows:
    """The rows of a table that say something, by what they are; rows are 1-based."""

    steps: tuple[tuple[int, ...], ...]
    """Rows of each step; more than one where rows go on without a number."""
    stages: Mapping[int, tuple[int, ...]]
    """First row of a step to the rows of the headings above it."""
    asides: Mapping[int, Aside]
    column_numbers: tuple[int, ...] = ()
    hints: tuple[int, ...] = ()
    """Rows that hold only the form's own help."""


def sort_rows(table: ProcedureTable) -> TableRows:
    """What each row of a table is."""
    said = {row: cells for row in table.rows if (cells := said_in(table, row))}
    hints = tuple(row for row, cells in said.items() if all(map(is_hint, cells.values())))
    numbers = _column_numbers(table, said)
    left = [row for row in said if row not in hints and row not in numbers]
    last = max((row for row in left if _has_symbol(table, row)), default=0)
    kinds = {row: _kind(table, row, drawn=bool(last)) for row in left}
    kinds |= _below(table, {row: kinds[row] for row in left if row > last > 0}, said.keys())
    return TableRows(*_gathered(table, left, kinds), numbers, hints)


def _gathered(
    table: ProcedureTable, rows: Iterable[int], kinds: Mapping[int, Aside | None]
) -> tuple[tuple[tuple[int, ...], ...], dict[int, tuple[int, ...]], dict[int, Aside]]:
    """Steps, headings above them, and the rest; a heading without steps below is of the rest."""
    numbered = not is_computed(table) and any(has_number(table, row) for row in rows)
    groups: list[tuple[int, ...]] = []
    stages: dict[int, tuple[int, ...]] = {}
    asides: dict[int, Aside] = {}
    above: tuple[int, ...] = ()
    for row in rows:
        kind = kinds[row]
        if kind is Aside.STAGE:
            above = (*above, row)
        elif kind is not None:
            asides[row] = kind
        elif groups and numbered and not above and _goes_on(table, row):
            groups[-1] = (*groups[-1], row)
        else:
            groups.append((row,))
            stages |= {row: above} if above else {}
            above = ()
    return tuple(groups), stages, asides | dict.fromkeys(above, Aside.STAGE)


def said_in(table: ProcedureTable, row: int) -> dict[int, CellValue | None]:
    """Column to value of a row's cells that say more than its number, () for none.

    A formula without a stored value counts as saying something.
    """
    found = filled(table, row)
    number = table.columns.get(NUMBER_COLUMN.key, 0)
    if number in found and (is_calculated(table, row) or counts(found[number])):
        rest = found.keys() - {number}
        return found if rest else {}
    return found


def filled(table: ProcedureTable, row: int) -> dict[int, CellValue | None]:
    """Column to value of the row's cells that hold anything, even a formula without a value."""
    sheet = table.sheet
    return {
        column: sheet.cells.get((row, column))
        for column in table.used_columns
        if (row, column) in sheet.cells or (row, column) in sheet.uncached
    }


def has_number(table: ProcedureTable, row: int) -> bool:
    """Whether No of a row holds anything."""
    return table.columns.get(NUMBER_COLUMN.key, 0) in filled(table, row)


def is_calculated(table: ProcedureTable, row: int) -> bool:
    """Whether No of a row is the form's formula and not typed."""
    at = (row, table.columns.get(NUMBER_COLUMN.key, 0))
    return at in table.sheet.formulas or at in table.sheet.uncached


def is_computed(table: ProcedureTable) -> bool:
    """Whether the form numbers the rows by itself: by formulas, seen or known by its Periksa."""
    return bool(table.check_column) or any(is_calculated(table, row) for row in table.rows)


def is_hint(value: CellValue | None) -> bool:
    """Whether it is the form's own help beside the table."""
    text = fold(as_text(value)[:LONGEST])
    return text in HINTS or FORMER_HINT.fullmatch(text) is not None


def counts(value: CellValue | None) -> bool:
    """Whether a number only counts its row: "1", "(2)", "3)"."""
    return fold(as_text(value)[:LONGEST]).strip("(). ").isdigit()


def _column_numbers(
    table: ProcedureTable, said: Mapping[int, Mapping[int, CellValue | None]]
) -> tuple[int, ...]:
    """Rows "(1) (2) (3) …" that come first below a heading."""
    found = []
    for one in (table, *table.goes_on):
        first = next((row for row in said if one.first_row <= row <= one.last_row), 0)
        if first and is_column_numbers(said[first].values()):
            found.append(first)
    return tuple(found)


def _has_symbol(table: ProcedureTable, row: int) -> bool:
    cells = table.sheet.cells
    texts = (as_text(cells.get((row, column))) for column in table.lanes)
    return any(found.symbol for text in texts if text for found in symbols_in(0, 0, text))


def _kind(table: ProcedureTable, row: int, *, drawn: bool) -> Aside | None:
    """What a row is by itself; None for a step. `drawn`: the table has symbols."""
    if _has_symbol(table, row):
        return None
    texts = _texts(table, row)
    columns = (ACTIVITY_COLUMN.key, NUMBER_COLUMN.key)
    heads = [texts[at] for key in columns if (at := table.columns.get(key, 0)) in texts]
    if any(TOTAL.match(text) for text in heads[:1] or [*texts.values()][:1]):
        return Aside.TOTAL
    return Aside.STAGE if _is_stage(table, row, texts, drawn=drawn) else None


def _is_stage(table: ProcedureTable, row: int, texts: Mapping[int, str], *, drawn: bool) -> bool:
    """Whether a row only holds a heading: marked as one, in capitals, or merged across lanes."""
    number, activity = (
        table.columns.get(field.key, 0) for field in (NUMBER_COLUMN, ACTIVITY_COLUMN)
    )
    heads = {column: text for column, text in texts.items() if column in (number, activity)}
    if not heads or heads.keys() != texts.keys() or any(map(_is_long, heads.values())):
        return False
    mark, text = heads.get(number, ""), heads.get(activity, "") or heads.get(number, "")
    lettered = number != activity and activity in heads and LETTER.fullmatch(mark) is not None
    capitals = len(text) > 3 and text.isupper()
    wide = any(
        (merge.top, merge.left) == (row, column) and merge.right in table.lanes
        for merge in table.sheet.merges
        for column in heads
    )
    plain = STAGED.match(text) is not None or LETTERED.match(text) is not None or lettered
    return plain or (drawn and (capitals or wide))


def _is_long(text: str) -> bool:
    """Whether a text goes on behind what is looked at: no heading does."""
    return len(text) >= LONGEST


def _below(
    table: ProcedureTable, kinds: Mapping[int, Aside | None], said: Set[int]
) -> dict[int, Aside]:
    """Rows below the last symbol that are no steps: signatures, notes, what stands far off.

    `kinds` are these rows by what they are by themselves, `said` all rows that say something.
    """
    found: dict[int, Aside] = {}
    block: list[int] = []
    signed, lowest = False, max(kinds, default=0)
    more_below = (table, *table.goes_on)[-1].last_row < table.sheet.height
    for row, kind in kinds.items():
        texts = _texts(table, row)
        apart = row - 1 not in said
        far = said.isdisjoint(range(row - WIDE_GAP, row)) or (
            more_below and (apart or row == lowest)
        )
        if apart:
            block = []
        opens = any(map(SIGNED.match, texts.values())) or (
            apart and any(map(OFFICE.match, texts.values()))
        )
        if signed or opens:
            signed = True
            found |= dict.fromkeys((*block, row), Aside.SIGNATURE)
            block = []
        elif len(texts) == 1 and any(map(NOTE.match, texts.values())):
            found[row] = Aside.NOTE
        elif len(texts) == 1 and far and kind is None:
            found[row] = Aside.OTHER
        if kind is None and (apart or block) and row not in found:
            block.append(row)
    return found


def _texts(table: ProcedureTable, row: int) -> dict[int, str]:
    """Column to text of a row, without a number that only counts it."""
    return {
        column: straighten(as_text(value)[:LONGEST])
        for column, value in filled(table, row).items()
        if not (
            column == table.columns.get(NUMBER_COLUMN.key, 0)
            and (is_calculated(table, row) or counts(value))
        )
    }


def _goes_on(table: ProcedureTable, row: int) -> bool:
    own = {*table.lanes, table.columns.get(DURATION_COLUMN.key, 0)}
    return not has_number(table, row) and own.isdisjoint(filled(table, row))
