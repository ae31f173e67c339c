"""The sheet Identitas: where each field stands, by its defined name or else by its label."""

from collections import Counter
from collections.abc import Iterator

from sopbatch.model import Grid, NamedRange, Sheet
from sopbatch.reading.labelled import Labelled, LabelledSheet, chosen_labels, labelled
from sopbatch.reading.labels import FoundLabel, find_labels, text_at
from sopbatch.reading.table import tables_on
from sopbatch.schema.sop import (
    GUIDE_SHEET,
    IDENTITY,
    IDENTITY_FIELDS,
    IDENTITY_HEADS,
    IDENTITY_SHEET,
    LISTS_SHEET,
    OWN_SHEETS,
)
from sopbatch.text.straight import fold

SOP_IDENTITY = labelled(IDENTITY, IDENTITY_SHEET, "title")
HEADINGS = SOP_IDENTITY.headings
_, INPUT_HEAD, STATE_HEAD, _ = map(fold, IDENTITY_HEADS)


def is_own(grid: Grid, sheet: Sheet) -> bool:
    """Whether it is a sheet of ours that holds nothing of an SOP: guide, lists, returned notes."""
    names = (GUIDE_SHEET, LISTS_SHEET, *OWN_SHEETS.values())
    areas = (area for name in OWN_SHEETS if (area := grid.names.get(name)))
    return fold(sheet.name) in map(fold, names) or any(
        area.sheet.casefold() == sheet.name.casefold() for area in areas
    )


def identity_sheets(grid: Grid) -> tuple[LabelledSheet, ...]:
    """Sheets that carry an SOP's identity: the one of the defined names first, then by name.

    Of several that name an SOP the first sheet is first: names move when programs copy sheets.
    """
    named = Counter(area.sheet.casefold() for area in named_areas(grid).values())
    found = list(labelled_sheets(grid, SOP_IDENTITY))
    if len(found) > 1:
        found = [one for one in found if not _within_table(grid, one)] or found
    if sum(one.has_title for one in found) > 1:
        return tuple(sorted(found, key=lambda one: not one.has_title))
    found.sort(
        key=lambda one: (
            -named[one.sheet.name.casefold()],
            fold(one.sheet.name) != fold(IDENTITY_SHEET),
        )
    )
    return tuple(found)


def _within_table(grid: Grid, home: LabelledSheet) -> bool:
    """Whether enough of the labels to tell a sheet are only words in the rows of a procedure."""
    first = min((table.first_row for table in tables_on(grid, home.sheet)), default=0)
    above = sum(label.row < first for label in home.labels)
    return bool(first) and above < home.form.recognising


def labelled_sheets(grid: Grid, form: Labelled) -> Iterator[LabelledSheet]:
    """Sheets with enough of a form's labels, in the order of the workbook."""
    for sheet in grid.sheets:
        if is_own(grid, sheet):
            continue
        labels = chosen_labels(find_labels(sheet, form.labels))
        if len(labels) >= form.recognising:
            states = state_column(sheet, labels[0])
            yield LabelledSheet(sheet=sheet, labels=labels, form=form, state_column=states)


def state_column(sheet: Sheet, first: FoundLabel) -> int:
    """The column of states of a form whose heads stand above its first label."""
    heads = {text_at(sheet, *at): at[1] for at in sorted(sheet.cells) if at[0] < first.row}
    column = heads.get(STATE_HEAD, 0)
    return column if column > first.column + 1 and INPUT_HEAD in heads else 0


def named_areas(grid: Grid) -> dict[str, NamedRange]:
    """Key of a field to the range its defined name points to."""
    areas = {field.key: grid.names.get(field.name) for field in IDENTITY_FIELDS}
    return {key: area for key, area in areas.items() if area is not None and grid.sheet(area.sheet)}


def is_prompt(text: str) -> bool:
    """Whether a folded text is the template's own help beside an input cell."""
    return SOP_IDENTITY.is_prompt(text)
