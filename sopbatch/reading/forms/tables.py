"""The tables of a form: where their heads stand, and every filled row read once."""

from collections.abc import Mapping
from dataclasses import dataclass

from sopbatch.model import CellRef, DateValue, Grid, Place, Sheet
from sopbatch.reading import limits
from sopbatch.reading.cells import Notebook
from sopbatch.reading.forms.filled import FilledRow
from sopbatch.reading.forms.sheets import NO_NUMBER, state_choice, state_date
from sopbatch.reading.identity import is_own
from sopbatch.reading.labels import FoundLabel, find_labels, label_index
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.shown import seen
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.text import as_text, is_column_numbers, step_number
from sopbatch.schema.fields import EXAMPLE_WORD, FieldKind, Required, TableSheet
from sopbatch.text.names import words
from sopbatch.text.straight import clean, fold, is_missing

HEADER_WITHIN = 30
"""The row of heads is one of so many."""
ASIDE = frozenset(("jumlah", "total", "subtotal", "catatan", "keterangan", "mengetahui"))
"""First words of a row that is none of the table's, when it lacks what each row needs."""
NUMBER_KEY = "number"
"""Key of the column that only counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundTable:
    """A table where it stands; rows and columns are 1-based."""

    declared: TableSheet
    sheet: Sheet
    heads: Mapping[str, FoundLabel]
    """Key of a field to its head."""
    header_row: int
    rows: tuple[int, ...]
    """Rows that say something."""
    examples: tuple[int, ...]
    """Rows that only show how to fill in the table, or number its columns."""


def find_table(grid: Grid, declared: TableSheet) -> FoundTable | None:
    """The table, on the sheet of its name or else where most of its heads stand."""
    found = [
        table
        for sheet in grid.sheets
        if not is_own(grid, sheet) and (table := _on(sheet, declared)) is not None
    ]
    found.sort(key=lambda one: (-len(one.heads), fold(one.sheet.name) != fold(declared.sheet)))
    return found[0] if found else None


def head_count(grid: Grid, declared: TableSheet) -> int:
    """How many of its heads stand in one row somewhere."""
    found = find_table(grid, declared)
    return len(found.heads) if found else 0


def _on(sheet: Sheet, declared: TableSheet) -> FoundTable | None:
    index = label_index(declared.columns)
    best: dict[str, FoundLabel] = {}
    for row in range(1, min(sheet.height, HEADER_WITHIN) + 1):
        labels = sorted(
            find_labels(sheet, index, range(row, row + 1)), key=lambda one: (one.near, one.column)
        )
        heads: dict[str, FoundLabel] = {}
        for label in labels:
            if not label.value:
                heads.setdefault(label.field.key, label)
        if len(heads) > len(best):
            best = heads
    if len(best) < min(3, len(declared.columns)):
        return None
    return _with_rows(sheet, declared, best)


def _with_rows(sheet: Sheet, declared: TableSheet, heads: dict[str, FoundLabel]) -> FoundTable:
    header = next(iter(heads.values())).row
    rows: list[int] = []
    examples: list[int] = []
    for row in sorted({row for row, _ in (*sheet.cells, *sheet.uncached) if row > header}):
        columns = [heads[key].column for key in heads if key != NUMBER_KEY]
        said = [column for column in columns if _says(sheet, row, column)]
        if not said:
            continue
        if (
            is_column_numbers(sheet.cells.get((row, column)) for column in said)
            or _begins(sheet, row, heads) == EXAMPLE_WORD.casefold()
        ):
            examples.append(row)
        elif not _is_aside(sheet, row, heads, said):
            rows.append(row)
    return FoundTable(
        declared=declared,
        sheet=sheet,
        heads=heads,
        header_row=header,
        rows=tuple(rows),
        examples=tuple(examples),
    )


def _begins(sheet: Sheet, row: int, heads: Mapping[str, FoundLabel]) -> str:
    """First word of a row."""
    for column in sorted(label.column for label in heads.values()):
        if text := words(seen(sheet, (row, column))):
            return text[0]
    return ""


def _is_aside(sheet: Sheet, row: int, heads: Mapping[str, FoundLabel], said: list[int]) -> bool:
    """Whether a row is a sum, a note or a signature below the table: it is told, not read."""
    needed = [
        label.column
        for label in heads.values()
        if label.field.required is not Required.NEVER and label.field.key != NUMBER_KEY
    ]
    lacks = any(column not in said for column in needed)
    return lacks and _begins(sheet, row, heads) in ASIDE


def _says(sheet: Sheet, row: int, column: int) -> bool:
    at = (row, column)
    return at in sheet.uncached or not is_missing(seen(sheet, at))


def read_table(notebook: Notebook, table: FoundTable) -> tuple[FilledRow, ...]:
    """Every filled row, each cell looked at once.

    Raises:
        Refused: there are more rows than anybody fills in.
    """
    if len(table.rows) > limits.FORM_ROWS:
        facts: dict[str, int | str] = {"limit": limits.FORM_ROWS, "sheet": table.sheet.name}
        raise Refused(Refusal.TOO_MANY_ROWS, facts)
    name = table.sheet.name
    for label in table.heads.values():
        notebook.chrome.add(CellRef(name, label.row, label.column))
    for row in table.examples:
        for column in range(1, table.sheet.width + 1):
            notebook.chrome.add(CellRef(name, row, column))
    return tuple(_row(notebook, table, at, row) for at, row in enumerate(table.rows, start=1))


def _row(notebook: Notebook, table: FoundTable, number: int, row: int) -> FilledRow:
    texts: dict[str, str] = {}
    dates: dict[str, DateValue] = {}
    numbers: dict[str, int] = {}
    for key, label in table.heads.items():
        place = Place(key, number)
        cell = CellRef(table.sheet.name, row, label.column)
        value = notebook.take(place, cell)
        text = "" if value is None else clean(notebook.seen(cell))
        if is_missing(text) or key == NUMBER_KEY:
            continue
        if label.field.kind is FieldKind.DATE:
            parsed = parse_date(value, date_1904=table.sheet.date_1904)
            dates[key] = state_date(notebook, place, parsed)
        elif label.field.kind is FieldKind.INTEGER:
            parsed_number = step_number(text if isinstance(value, str) else value)
            if parsed_number is None:
                notebook.problem(NO_NUMBER, place, isi=as_text(value))
            else:
                numbers[key] = parsed_number
        else:
            texts[key] = _meant(label, value, text)
            state_choice(notebook, place, label.field, texts[key])
    return FilledRow(row=number, texts=texts, dates=dates, numbers=numbers)


def _meant(label: FoundLabel, value: object, text: str) -> str:
    """A choice as it is declared; tick boxes of newer programs store no word."""
    if isinstance(value, bool) and label.field.choices:
        text = "Ya" if value else "Tidak"
    spelt = {fold(choice): choice for choice in label.field.choices}
    spelt |= {fold(former): choice for former, choice in label.field.former.items()}
    return spelt.get(fold(text), text)
