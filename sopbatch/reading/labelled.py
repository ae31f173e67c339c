"""Sheets of labels with values beside or below them: where the value of each label stands."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from sopbatch.model import CellRef, Sheet
from sopbatch.reading.labels import FoundLabel, label_index, right_of, text_at
from sopbatch.reading.values.text import as_text
from sopbatch.schema.fields import (
    STATES,
    Field,
    FieldGroup,
)
from sopbatch.text.straight import fold, is_missing

FOLDED_STATES = tuple(map(fold, STATES))
REACH = 4
"""A value stands at most so many columns to the right of its label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """How the sheets look on which a form has labels, values beside them, and helps."""

    fields: tuple[Field, ...]
    labels: Mapping[str, Field]
    """Folded label to its field."""
    headings: frozenset[str]
    prompts: tuple[str, ...]
    sheet: str
    """Its usual name."""
    title: str
    """Key of the field that tells two such sheets apart."""
    recognising: int
    """So many labels on one sheet make it such a sheet."""

    def is_prompt(self, text: str) -> bool:
        """Whether a folded text is the form's own help beside an input cell."""
        return text.startswith(self.prompts)


def labelled(
    groups: Sequence[FieldGroup], sheet: str, title: str, recognising: int = 5
) -> Labelled:
    """What to look for, from the declared groups of fields."""
    fields = tuple(field for group in groups for field in group.fields)
    return Labelled(
        fields=fields,
        labels=label_index(fields),
        headings=frozenset(fold(group.heading) for group in groups),
        prompts=tuple(fold(field.prompt) for field in fields),
        sheet=sheet,
        title=title,
        recognising=recognising,
    )


@dataclass(frozen=True, slots=True)
class FieldCells:
    """The cells of one field, top to bottom; more than one for a list."""

    field: Field
    cells: tuple[CellRef, ...]
    label: FoundLabel | None = None
    """By which label it was found; None by defined name."""

    def beside_label(self, cell: CellRef) -> str:
        """What a cell says behind its label, "" when it is no label's cell."""
        label = self.label
        if label is None or (cell.row, cell.column) != (label.row, label.column):
            return ""
        return label.value


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelledSheet:
    """A sheet that carries an SOP's identity, or the fields of another form, by its labels."""

    sheet: Sheet
    form: Labelled
    labels: tuple[FoundLabel, ...]
    """One for each field."""
    state_column: int
    """Under the form's own heading of states: values stand left of it. 0 when there is none."""
    last_row: int = 0
    """Where the labels are only some of its sheet's: the last row that is theirs; 0 for all."""
    _at: dict[tuple[int, int], FoundLabel] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )
    _located: dict[str, FieldCells] = field(
        init=False, repr=False, compare=False, default_factory=dict
    )

    @property
    def has_title(self) -> bool:
        """Whether it names an SOP: two such sheets are two SOPs in one workbook."""
        found = self.located().get(self.form.title)
        if found is None:
            return False
        cell = found.cells[0]
        return not is_missing(as_text(self.sheet.cells.get((cell.row, cell.column))))

    def located(self) -> Mapping[str, FieldCells]:
        """Fields by their labels: the value stands to the right, or below for a list."""
        if not self._located:
            self._located.update(
                (label.field.key, FieldCells(label.field, _value_cells(self, label), label))
                for label in self.labels
            )
        return self._located

    def label_at(self, row: int, column: int) -> FoundLabel | None:
        """The label in a cell."""
        if not self._at:
            self._at.update(((one.row, one.column), one) for one in reversed(self.labels))
        return self._at.get((row, column))


def chosen_labels(found: Iterable[FoundLabel]) -> tuple[FoundLabel, ...]:
    """One label for each field; columns with many labels go first.

    A word in an input cell may look like a label ("Bagian").
    """
    labels = tuple(found)
    votes = Counter(label.column for label in labels if not label.near and not label.value)
    chosen: dict[str, FoundLabel] = {}
    for label in sorted(
        labels,
        key=lambda label: (
            -votes[label.column],
            label.near,
            bool(label.value),
            label.renamed,
            label.row,
        ),
    ):
        chosen.setdefault(label.field.key, label)
    return tuple(sorted(chosen.values(), key=lambda label: (label.row, label.column)))


def _value_cells(home: LabelledSheet, label: FoundLabel) -> tuple[CellRef, ...]:
    sheet, rows = home.sheet, [label.row]
    if label.field.rows > 1:
        if _stands_below(home, label):
            rows = []
        while _list_goes_on(home, label, row := (rows[-1] if rows else label.row) + 1):
            rows.append(row)
    cells = tuple(CellRef(sheet.name, row, _value_column(home, label, row)) for row in rows)
    if not label.value:
        return cells
    own = CellRef(sheet.name, label.row, label.column)
    if label.field.rows > 1:
        return (own, *(cell for cell in cells if cell != own))
    return cells if text_at(sheet, cells[0].row, cells[0].column) else (own,)


def _right_end(home: LabelledSheet, label: FoundLabel, row: int) -> int:
    """Column before which a value must stand: that of the next label or of a prompt."""
    first = right_of(home.sheet, label.row, label.column)
    reach = range(first, min(first + REACH, home.state_column or first + REACH))
    for column in reach:
        text = text_at(home.sheet, row, column)
        labelled_here = home.label_at(row, column) or home.label_at(label.row, column)
        if labelled_here or home.form.is_prompt(text):
            return column
    return max(reach.stop, first)


def _value_column(home: LabelledSheet, label: FoundLabel, row: int) -> int:
    """The next column, or a later one when what stands between is blank, ":" or an ordinal."""
    sheet = home.sheet
    first = right_of(sheet, label.row, label.column)
    start = label.column if row > label.row and _stands_below(home, label) else first
    for column in range(start, _right_end(home, label, row)):
        text = text_at(sheet, row, column)
        is_remark = column > first and _is_remark(sheet, row, column)
        if text and not is_remark and not (label.field.rows > 1 and is_ordinal(text)):
            return column
    return start


def _stands_below(home: LabelledSheet, label: FoundLabel) -> bool:
    """Whether a list is written under its label, as on the printed form, not beside it."""
    first = right_of(home.sheet, label.row, label.column)
    end = _right_end(home, label, label.row)
    beside = [
        text_at(home.sheet, label.row, column)
        for column in range(first, end)
        if column == first or not _is_remark(home.sheet, label.row, column)
    ]
    below = text_at(home.sheet, label.row + 1, label.column)
    return (
        not any(beside)
        and bool(below)
        and (is_ordinal(below) or below not in home.form.headings)
        and home.label_at(label.row + 1, label.column) is None
    )


def _list_goes_on(home: LabelledSheet, label: FoundLabel, row: int) -> bool:
    """Whether a row still belongs to the list above: no new label or heading, not past the end."""
    length = row - label.row
    if row > (home.last_row or home.sheet.height) or length >= 4 * label.field.rows:
        return False
    if home.label_at(row, label.column) is not None:
        return False
    text = text_at(home.sheet, row, label.column)
    blank = not any(
        text_at(home.sheet, row, column)
        for column in range(label.column, _right_end(home, label, row))
    )
    if blank:
        return length < label.field.rows
    return (
        not text
        or is_ordinal(text)
        or (text not in home.form.headings and _stands_below(home, label))
    )


def _is_remark(sheet: Sheet, row: int, column: int) -> bool:
    """Whether a cell beside an input is the template's state of it, however stale its result.

    Programs that do not calculate store 0 or an error as the result of every formula.
    """
    calculated = (row, column) in sheet.formulas
    says_nothing = not isinstance(sheet.cells.get((row, column)), str)
    return (calculated and says_nothing) or is_state(text_at(sheet, row, column))


def is_state(text: str) -> bool:
    """Whether a folded text is the template's own remark beside an input cell."""
    return text.startswith(FOLDED_STATES)


def is_ordinal(text: str) -> bool:
    """Whether a folded text only counts: "1", "(2)", "3)"."""
    return text.strip("(). ").isdigit()
