"""What stands in a register beside its tables: told once where it begins, since it is not read."""

from collections.abc import Collection, Iterable

from sopbatch.model import CellRef, Grid, Severity, Sheet
from sopbatch.reading.identity import is_own
from sopbatch.reading.register_told import Told, quote
from sopbatch.reading.shown import seen
from sopbatch.schema.fields import TableSheet
from sopbatch.schema.listing import NUMBER
from sopbatch.text.names import words
from sopbatch.text.straight import clean, fold

LEAVE = "Tidak perlu diubah jika memang demikian."
NUMBERING = frozenset(map(fold, (NUMBER.label, *NUMBER.variants)))


def tell_columns(
    sheet: Sheet, table: TableSheet, head: int, read: Collection[int], told: Told
) -> None:
    """Columns whose contents are no part of the table; one that counts the rows says nothing.

    One with a head may have been meant for a column of the table, and is more than advice.
    """
    first: dict[int, int] = {}
    for row, column in sorted(sheet.cells):
        own = (row, column) in sheet.formulas
        if row > head and column not in read and not own and clean(seen(sheet, (row, column))):
            first.setdefault(column, row)
    for column, row in first.items():
        name = " ".join(clean(seen(sheet, (head, column))).split())
        labels = [field.label for field in table.columns]
        if fold(name) in NUMBERING or fold(name) in map(fold, labels):
            continue  # a second one of a name is told as that
        if name:
            told.say(
                f"Kolom {quote(name)} bukan kolom daftar induk, sehingga isinya tidak dibaca.",
                f"Judul kolom yang dibaca: {', '.join(labels)}.",
                CellRef(sheet.name, head, column),
                severity=Severity.WARNING,
            )
        else:
            told.say(
                f"Isi di luar kolom tidak dibaca: {quote(seen(sheet, (row, column)))}.",
                LEAVE,
                CellRef(sheet.name, row, column),
                severity=Severity.INFO,
            )


def tell_sheets(
    grid: Grid, tables: Iterable[TableSheet], known: Collection[str], told: Told
) -> None:
    """Sheets that are none of the register's; a copy of one could be taken for it."""
    names = [table.sheet for table in tables]
    for sheet in grid.sheets:
        if sheet.name in known or is_own(grid, sheet) or not sheet.cells:
            continue
        said = words(sheet.name)
        copied = next((name for name in names if _within(words(name), said)), "")
        told.say(
            f"Lembar {quote(sheet.name)} tidak dibaca"
            + (f"; yang dibaca adalah lembar “{copied}”." if copied else "."),
            "Pindahkan isinya ke lembar itu jika masih berlaku, atau hapus lembar ini."
            if copied
            else LEAVE,
            CellRef(sheet.name, *min(sheet.cells)),
            severity=Severity.WARNING if copied else Severity.INFO,
        )


def _within(name: tuple[str, ...], said: tuple[str, ...]) -> bool:
    ends = range(len(said) - len(name) + 1)
    return any(said[start : start + len(name)] == name for start in ends)
