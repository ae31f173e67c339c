"""A sheet of the register becomes records; a wrong cell is told by sheet, row and column."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from sopbatch.model import CellError, CellValue, Grid, Sheet, SopbatchError, column_letters
from sopbatch.reading.labels import FoundLabel, find_labels, label_index
from sopbatch.reading.shown import seen
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.text import as_text, clean, fold, step_number
from sopbatch.schema.fields import Field, FieldKind, Required, TableSheet

HEADER_WITHIN = 30
"""The row of column labels is one of so many."""
NEW_TEMPLATE = "buat formulir daftar induk baru dengan “sopbatch template”"


@dataclass(frozen=True, slots=True)
class Record:
    """One row of a table; what is wrong in it is the operator's to mend."""

    sheet: str
    row: int
    columns: Mapping[str, FoundLabel]
    """Key of a field to its heading; those without a column are blank."""
    values: Mapping[str, str | date]
    """Key of a field to its value; blank ones are absent."""

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

    def wrong(self, key: str, what: str) -> SopbatchError:
        """The mistake in a field, in one sentence."""
        label = self.columns[key]
        return mistake(self.sheet, self.row, label.column, label.field, what)


def mistake(sheet: str, row: int, column: int, field: Field, what: str) -> SopbatchError:
    """A mistake in one cell of the register, in one sentence."""
    return SopbatchError(
        f"Daftar induk, lembar “{sheet}”, baris {row}, kolom {column_letters(column)} "
        f"(“{field.label}”): {what}."
    )


def register_sheet(grid: Grid, name: str) -> Sheet:
    """A sheet that the register must have.

    Raises:
        SopbatchError: it has none of that name.
    """
    sheet = grid.sheet(name)
    if sheet is None:
        raise SopbatchError(f"Daftar induk tidak memuat lembar “{name}”; {NEW_TEMPLATE}.")
    return sheet


def read_records(grid: Grid, table: TableSheet) -> Iterator[Record]:
    """Records of a table, wherever its header and its columns moved.

    Raises:
        SopbatchError: the sheet, a column or a value is missing or wrong.
    """
    sheet = register_sheet(grid, table.sheet)
    columns = _header(sheet, table)
    first = next(iter(columns.values())).row + 1
    rows = {row for row, _ in (*sheet.cells, *sheet.uncached) if row >= first}
    for row in sorted(rows):
        if any(_says_something(sheet, row, label.column) for label in columns.values()):
            yield Record(sheet.name, row, columns, dict(_values(sheet, row, columns)))


def _says_something(sheet: Sheet, row: int, column: int) -> bool:
    at = (row, column)
    return at in sheet.uncached or bool(clean(seen(sheet, at)))


def _values(
    sheet: Sheet, row: int, columns: Mapping[str, FoundLabel]
) -> Iterator[tuple[str, str | date]]:
    for key, label in columns.items():
        value = read_value(sheet, row, label.column, label.field)
        if value is not None:
            yield key, value
        elif label.field.required is not Required.NEVER:
            raise mistake(sheet.name, row, label.column, label.field, "belum diisi")


def _header(sheet: Sheet, table: TableSheet) -> dict[str, FoundLabel]:
    """Key of a field to its heading, in the first row that holds at least two headings."""
    index = label_index(table.columns)
    for row in range(1, min(sheet.height, HEADER_WITHIN) + 1):
        labels = tuple(find_labels(sheet, index, range(row, row + 1)))
        found = {label.field.key: label for label in sorted(labels, key=lambda one: not one.near)}
        if len(found) >= 2:
            _check_header(table, labels)
            return found
    raise SopbatchError(
        f"Daftar induk, lembar “{table.sheet}”: baris judul kolom tidak ditemukan; {NEW_TEMPLATE}."
    )


def _check_header(table: TableSheet, labels: tuple[FoundLabel, ...]) -> None:
    for field in table.columns:
        columns = [label for label in labels if label.field is field and not label.near]
        if len(columns) > 1:
            raise mistake(
                table.sheet, columns[1].row, columns[1].column, field, "judul kolom ini ada dua"
            )
        if field.required is not Required.NEVER and all(one.field is not field for one in labels):
            raise SopbatchError(
                f"Daftar induk, lembar “{table.sheet}”, baris {labels[0].row}: kolom "
                f"“{field.label}” tidak ditemukan."
            )


def read_value(sheet: Sheet, row: int, column: int, field: Field) -> str | date | None:
    """The value of a cell as its field takes it, None when blank.

    Raises:
        SopbatchError: the field does not take it.
    """
    if (row, column) in sheet.uncached:
        what = "rumusnya belum dihitung; buka dan simpan berkas ini di Excel"
        raise mistake(sheet.name, row, column, field, what)
    value = sheet.cells.get((row, column))
    if isinstance(value, CellError):
        raise mistake(sheet.name, row, column, field, f"berisi kesalahan rumus {value.code}")
    is_number = field.kind is FieldKind.INTEGER
    text = clean(as_text(value) if is_number else seen(sheet, (row, column)))
    if not text:
        return None
    try:
        return _day(sheet, value) if field.kind is FieldKind.DATE else _text(field, value, text)
    except _WrongValueError as why:
        raise mistake(sheet.name, row, column, field, str(why)) from None


class _WrongValueError(Exception):
    """What is wrong with a value, in words for the middle of a sentence."""


def _day(sheet: Sheet, value: CellValue | None) -> date | None:
    parsed = parse_date(value, date_1904=sheet.date_1904)
    if parsed.value is None and parsed.kind != "missing":
        raise _WrongValueError(f"“{parsed.raw}” bukan tanggal lengkap; tulis misalnya 3 Maret 2026")
    return parsed.value


def _text(field: Field, value: CellValue | None, text: str) -> str:
    match field.kind:
        case FieldKind.CODE if _was_bent(value):
            raise _WrongValueError(
                f"“{text}” tersimpan sebagai angka atau tanggal; ketik ulang sebagai teks "
                "dengan tanda petik di depannya, misalnya '1.02"
            )
        case FieldKind.INTEGER if not step_number(text):
            raise _WrongValueError(f"“{text}” bukan bilangan bulat di atas nol")
        case FieldKind.CHOICE:
            if isinstance(value, bool):
                # A tick box of newer programs stores no word.
                text = "Ya" if value else "Tidak"
            choices = {fold(choice): choice for choice in field.choices}
            choices |= {fold(former): choice for former, choice in field.former.items()}
            if fold(text) not in choices:
                known = ", ".join(field.choices)
                raise _WrongValueError(f"“{text}” tidak dikenal; pilih salah satu: {known}")
            return choices[fold(text)]
    return text


def _was_bent(value: CellValue | None) -> bool:
    """Whether a code was taken for a number or date, so that it is not what was typed."""
    return isinstance(value, date | datetime) or (
        isinstance(value, float) and (not value.is_integer() or abs(value) >= 1e15)
    )
