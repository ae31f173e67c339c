"""A sheet of the register becomes records; what is wrong in a cell is told there."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter

from sopbatch.model import CellRef, Grid, Severity, Sheet
from sopbatch.reading.labels import FoundLabel, find_labels, label_index
from sopbatch.reading.register_beside import LEAVE, tell_columns
from sopbatch.reading.register_merged import with_merged
from sopbatch.reading.register_told import Told, quote
from sopbatch.reading.register_values import Wrong, left_out, read_value
from sopbatch.reading.shown import seen
from sopbatch.reading.values.text import is_column_numbers
from sopbatch.schema.fields import EXAMPLE_WORD, Field, Required, TableSheet
from sopbatch.schema.listing import other_heads
from sopbatch.text.names import words
from sopbatch.text.straight import clean, fold

HEADER_WITHIN = 30
"""The row of column labels is one of so many."""
NEW_TEMPLATE = (
    "Ambil daftar induk minggu lalu dengan “sopbatch register --minggu”, atau buat formulir baru "
    "dengan “sopbatch template”."
)
SUMS = frozenset(("jumlah", "total", "subtotal"))
NOTES = frozenset(("catatan", "keterangan", "sumber"))
LIST_WORD = "daftar"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table."""

    sheet: str
    row: int
    columns: Mapping[str, FoundLabel]
    """Key of a field to its heading; those without a column are blank."""
    values: Mapping[str, str | date]
    """Key of a field to its value; blank ones are absent."""
    bent: frozenset[str]
    """Codes that a program took for numbers: what was typed is not known."""

    def text(self, key: str) -> str:
        """The text of a field, "" when blank."""
        value = self.values.get(key, "")
        return value if isinstance(value, str) else ""

    def date(self, key: str) -> date | None:
        """The day of a field, None when blank."""
        value = self.values.get(key)
        return value if isinstance(value, date) else None

    def names(self, key: str) -> tuple[str, ...]:
        """The names in a field, divided by semicolons or lines."""
        names = re.split(r"[;\n]", self.text(key))
        return tuple(name.strip() for name in names if name.strip())

    def is_yes(self, key: str) -> bool:
        """Whether a field says Ya."""
        return fold(self.text(key)) == "ya"

    def cell(self, key: str) -> CellRef:
        """Where a field stands; its row's first cell when there is no such column."""
        label = self.columns.get(key)
        return CellRef(self.sheet, self.row, label.column if label else 1)


def register_sheet(grid: Grid, name: str, told: Told) -> Sheet | None:
    """A sheet that the register must have; case, blanks and numbers in its name do not matter."""
    near = sheets_named(grid, name)
    if len(near) == 1:
        return near[0]
    if near:
        names = " dan ".join(quote(sheet.name) for sheet in near)
        told.say(
            f"Ada lebih dari satu lembar “{name}” ({names}).",
            f"Sisakan satu, lalu beri nama “{name}”.",
        )
    else:
        told.say(f"Tidak ada lembar “{name}”.", NEW_TEMPLATE)
    return None


def sheets_named(grid: Grid, name: str) -> tuple[Sheet, ...]:
    """The sheets that have this name, however written; the one that has it exactly comes alone."""
    exact = grid.sheet(name)
    near = (sheet for sheet in grid.sheets if _plain(sheet.name) == words(name))
    return (exact,) if exact else tuple(near)


def has_sheet(grid: Grid, name: str) -> bool:
    """Whether there is such a sheet, for one that older registers do not have."""
    return bool(sheets_named(grid, name))


def _plain(name: str) -> tuple[str, ...]:
    """The words of a sheet's name without numbers, years and “Daftar”."""
    named = words(name.replace("_", " "))
    return tuple(word for word in named if not word.isdecimal() and word != LIST_WORD)


def read_records(grid: Grid, table: TableSheet, told: Told) -> Iterator[Record]:
    """Records of a table, wherever its header and its columns moved."""
    sheet = register_sheet(grid, table.sheet, told)
    columns = table_heads(sheet, table, told) if sheet else {}
    if sheet is None or not columns:
        return
    head = max(label.row for label in columns.values())
    if all(field.key in columns for field in table.columns if field.required is not Required.NEVER):
        tell_columns(sheet, table, head, {label.column for label in columns.values()}, told)
    rows = sorted({row for row, _ in (*sheet.cells, *sheet.uncached) if row > head})
    merged = with_merged(sheet, rows)
    for beside, run in groupby(_besides(sheet, rows, columns), key=itemgetter(1)):
        if beside:
            _tell_beside(beside, [cell for cell, _ in run], told)
        else:
            yield from (_record(merged, cell.row, columns, told) for cell, _ in run)


def _besides(
    sheet: Sheet, rows: Iterable[int], columns: Mapping[str, FoundLabel]
) -> Iterator[tuple[CellRef, str]]:
    """The first cell of each row that says something, and what it is when it is no record."""
    for row in rows:
        filled = [key for key, label in columns.items() if _is_filled(sheet, row, label.column)]
        if filled and not _is_example(sheet, row, columns):
            cell = CellRef(sheet.name, row, columns[filled[0]].column)
            yield cell, _no_record(sheet, row, columns, filled)


def _tell_beside(beside: str, cells: Sequence[CellRef], told: Told) -> None:
    """Once for rows that follow each other and are no records for one reason: a signature."""
    more = f" dan {len(cells) - 1} baris berisi di bawahnya" if len(cells) > 1 else ""
    told.say(
        f"Baris ini{more} tidak dibaca sebagai isian: {beside}.",
        LEAVE,
        cells[0],
        severity=Severity.INFO,
    )


def _is_example(sheet: Sheet, row: int, columns: Mapping[str, FoundLabel]) -> bool:
    """Whether a row only shows how the table is filled in."""
    first = min(label.column for label in columns.values())
    return words(seen(sheet, (row, first)))[:1] == (EXAMPLE_WORD.casefold(),)


def _is_filled(sheet: Sheet, row: int, column: int) -> bool:
    at = (row, column)
    return at in sheet.uncached or bool(clean(seen(sheet, at)))


def _no_record(sheet: Sheet, row: int, columns: Mapping[str, FoundLabel], filled: list[str]) -> str:
    """What a row is that only goes with the table: a sum, a heading, a note; "" for a record."""
    cells = [(row, columns[key].column) for key in filled]
    leading = words(seen(sheet, cells[0]))[:1]
    missing = [
        key
        for key, label in columns.items()
        if label.field.required is not Required.NEVER and key not in filled
    ]
    if missing and SUMS.intersection(leading):
        return "baris jumlah"
    if is_column_numbers(sheet.cells.get(at) for at in cells):
        return "nomor kolom"
    if all(
        fold(seen(sheet, at)) == fold(columns[key].text)
        for key, at in zip(filled, cells, strict=True)
    ):
        return "judul kolom yang diulang"
    if len(filled) > 1 or not missing:
        return ""
    if NOTES.intersection(leading):
        return "catatan"
    if columns[filled[0]].field.required is Required.NEVER:
        return "kolom yang wajib diisi kosong semua"
    text = seen(sheet, cells[0])
    is_first = columns[filled[0]].column == min(label.column for label in columns.values())
    return "judul kelompok" if is_first and len(words(text)) > 2 else ""


def _record(sheet: Sheet, row: int, columns: Mapping[str, FoundLabel], told: Told) -> Record:
    values: dict[str, str | date] = {}
    bent: set[str] = set()
    for key, label in columns.items():
        cell = CellRef(sheet.name, row, label.column)
        value = read_value(sheet, row, label.column, label.field)
        if isinstance(value, Wrong):
            told.wrong(cell, label.field, value.what, value.advice, value.suggestion)
            if value.bent:
                bent.add(key)
                values[key] = value.bent
        elif value is not None:
            values[key] = value
        elif label.field.required is not Required.NEVER:
            what = left_out(sheet, row, label.column)
            told.wrong(cell, label.field, what, f"Isi sel ini. {label.field.prompt}")
    return Record(sheet.name, row, columns, values, frozenset(bent))


def table_heads(sheet: Sheet, table: TableSheet, told: Told) -> dict[str, FoundLabel]:
    """Key of a field to its heading, in the first row that holds at least two headings."""
    index = label_index(table.columns)
    elsewhere = [other_heads(field, table.key) for field in table.columns]
    for row in range(1, min(sheet.height, HEADER_WITHIN) + 1):
        labels = tuple(find_labels(sheet, index, range(row, row + 1)))
        found = {label.field.key: label for label in sorted(labels, key=lambda one: not one.near)}
        if len(found) >= 2:
            labels += _in_other_row(sheet, row, index, labels)
            labels += _by_other_heads(sheet, row, elsewhere, labels)
            found |= {label.field.key: label for label in labels if label.field.key not in found}
            for field in table.columns:
                _check_heading(sheet, row, field, labels, told)
            return found
    told.say(
        "Baris judul kolom tidak ditemukan.",
        NEW_TEMPLATE,
        CellRef(sheet.name, table.header_row, 1),
    )
    return {}


def _in_other_row(
    sheet: Sheet, row: int, index: Mapping[str, Field], labels: tuple[FoundLabel, ...]
) -> tuple[FoundLabel, ...]:
    """Heads of columns still missing in the row below, or above: heads may be of two rows."""
    taken, found = {label.column for label in labels}, {label.field.key for label in labels}
    first: dict[str, FoundLabel] = {}
    for other in (row + 1, row - 1):
        for label in find_labels(sheet, index, range(other, other + 1)):
            new = label.field.key not in found and label.column not in taken
            if new and not label.near and not label.value:
                first.setdefault(label.field.key, label)
    return tuple(first.values())


def _by_other_heads(
    sheet: Sheet, row: int, fields: Sequence[Field], labels: tuple[FoundLabel, ...]
) -> tuple[FoundLabel, ...]:
    """Heads of columns still missing, by the names that they have in other lists."""
    taken, found = {label.column for label in labels}, {label.field.key for label in labels}
    index = label_index(field for field in fields if field.key not in found)
    others = find_labels(sheet, index, range(row, row + 1))
    first: dict[str, FoundLabel] = {}
    for label in others:
        if label.column not in taken and not label.near and not label.value:
            first.setdefault(label.field.key, label)
    return tuple(first.values())


def _check_heading(
    sheet: Sheet, row: int, field: Field, labels: tuple[FoundLabel, ...], told: Told
) -> None:
    columns = [label for label in labels if label.field.key == field.key and not label.near]
    if len(columns) > 1:
        cell = CellRef(sheet.name, row, columns[1].column)
        told.wrong(cell, field, "judul kolom ini ada dua", "Hapus salah satu kolomnya.")
    if field.required is not Required.NEVER and all(one.field.key != field.key for one in labels):
        told.say(
            f"Kolom “{field.label}” tidak ditemukan.",
            f"Tulis “{field.label}” di baris judul kolom, di atas isiannya.",
            CellRef(sheet.name, row, 1),
        )
