"""The sheet of settings: each value beside its label, wherever both moved."""

from collections.abc import Iterator, Sequence
from datetime import date

from sopbatch.model import CellRef, Grid, Settings, Severity, Sheet
from sopbatch.reading.labels import FoundLabel, find_labels, label_index, right_of, text_at
from sopbatch.reading.register_checks import unknown_slots
from sopbatch.reading.register_tables import NEW_TEMPLATE, register_sheet
from sopbatch.reading.register_told import Told, quote
from sopbatch.reading.register_values import Wrong, left_out, read_value
from sopbatch.reading.values.text import as_text, step_number
from sopbatch.schema import register as schema
from sopbatch.schema.fields import Required
from sopbatch.schema.settings import NUMBER_SLOTS
from sopbatch.text.likeness import choice_meant
from sopbatch.text.straight import clean

MOST = {"minutes_per_day": 1440, "days_per_week": 7, "days_per_month": 31, "days_per_year": 366}
"""What the calendar has of a unit of time."""


def read_settings(grid: Grid, told: Told) -> Settings:
    """Settings beside their labels; what is blank keeps its default."""
    given = dict(_given_settings(grid, told))
    kept = Settings()

    def text(key: str, default: str) -> str:
        value = given.get(key)
        return value if isinstance(value, str) else default

    def number(key: str, default: int) -> int:
        return step_number(text(key, "")) or default

    deadline = given.get("round_deadline")
    return Settings(
        government=text("government", kept.government),
        region=text("region", kept.region),
        address=text("address", kept.address),
        organisation_bureau=text("organisation_bureau", kept.organisation_bureau),
        paper=text("paper", kept.paper),
        arrangement=text("arrangement", kept.arrangement),
        same_symbols=text("same_symbols", kept.same_symbols),
        ratified=text("ratified", kept.ratified),
        number_pattern=text("number_pattern", kept.number_pattern),
        minutes_per_day=number("minutes_per_day", kept.minutes_per_day),
        days_per_week=number("days_per_week", kept.days_per_week),
        days_per_month=number("days_per_month", kept.days_per_month),
        days_per_year=number("days_per_year", kept.days_per_year),
        round_deadline=deadline if isinstance(deadline, date) else None,
        review_years=number("review_years", kept.review_years),
        logo=text("logo", kept.logo),
    )


def _given_settings(grid: Grid, told: Told) -> Iterator[tuple[str, str | date]]:
    """Key and value of every setting that is filled in."""
    sheet = register_sheet(grid, schema.SETTINGS_SHEET, told)
    if sheet is None:
        return
    labels = tuple(find_labels(sheet, label_index(schema.SETTINGS)))
    if not labels:
        cell = CellRef(sheet.name, schema.SETTINGS_FIRST_ROW, 2)
        told.say("Tidak ada pengaturan yang dikenal.", NEW_TEMPLATE, cell)
        return
    _check_strangers(grid, sheet, labels, told)
    for label in labels:
        column = _value_column(grid, sheet, label)
        cell = CellRef(sheet.name, label.row, column)
        value = read_value(sheet, label.row, column, label.field)
        if isinstance(value, Wrong):
            told.wrong(cell, label.field, value.what, value.advice, value.suggestion)
        elif value is None:
            if label.field.required is not Required.NEVER:
                what = left_out(sheet, label.row, column)
                told.wrong(cell, label.field, what, f"Isi sel ini. {label.field.prompt}")
        else:
            most = MOST.get(label.field.key)
            if most and (step_number(str(value)) or 0) > most:
                what = f"{quote(str(value))} lebih dari {most}"
                told.wrong(cell, label.field, what, f"Perbaiki angkanya. {label.field.prompt}")
            if label.field.key == "number_pattern":
                _check_pattern(cell, label, str(value), told)
            yield label.field.key, value


def _check_pattern(cell: CellRef, label: FoundLabel, pattern: str, told: Told) -> None:
    known = ", ".join(f"<{slot}>" for slot in NUMBER_SLOTS)
    if pattern.count("<") != pattern.count(">"):
        what = f"{quote(pattern)} memuat kurung < > yang tidak berpasangan"
        told.wrong(cell, label.field, what, f"Yang dapat berganti ditulis di dalam < >: {known}.")
    for slot in unknown_slots(pattern, NUMBER_SLOTS):
        what = f"{quote(f'<{slot}>')} tidak dikenal, sehingga teks apa pun diterima di tempatnya"
        advice = f"Yang dikenal: {known}."
        near = choice_meant(slot, NUMBER_SLOTS)
        meant = pattern.replace(f"<{slot}>", f"<{near}>") if near else ""
        told.wrong(cell, label.field, what, advice, meant, severity=Severity.WARNING)


def _value_column(grid: Grid, sheet: Sheet, label: FoundLabel) -> int:
    """Where a setting's value stands: by its name, else right of its label."""
    area = grid.names.get(label.field.name)
    if area is not None and area.top == label.row and area.left > label.column:
        return area.left
    return right_of(sheet, label.row, label.column)


def _check_strangers(grid: Grid, sheet: Sheet, labels: Sequence[FoundLabel], told: Told) -> None:
    """A value beside a label that nobody knows would be lost silently."""
    column, known = labels[0].column, {label.row for label in labels}
    for row in range(min(known), sheet.height + 1):
        text = text_at(sheet, row, column)
        if text and row not in known and text_at(sheet, row, _value_column(grid, sheet, labels[0])):
            label = clean(as_text(sheet.cells[row, column]))
            told.say(
                f"Pengaturan {quote(label)} tidak dikenal.",
                "Kembalikan tulisan aslinya atau hapus barisnya.",
                CellRef(sheet.name, row, column),
            )
