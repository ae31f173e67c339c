"""The sheets of fields of a form: which they are, and every field on them read once."""

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace

from sopbatch.model import CellRef, CellValue, DateKind, DateValue, Grid, Place, Problem
from sopbatch.reading.cells import Notebook
from sopbatch.reading.forms.blocks import Block, labelled_blocks
from sopbatch.reading.forms.filled import FilledSheet
from sopbatch.reading.identity import labelled_sheets
from sopbatch.reading.labelled import FieldCells, Labelled, LabelledSheet, labelled
from sopbatch.reading.record import IdentityReader, Item
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.kinds import FieldSheet
from sopbatch.text.likeness import choice_meant
from sopbatch.text.straight import fold, is_missing

NO_CHOICE, NO_DATE, NO_NUMBER = "K-02", "K-03", "K-04"
"""Rules that tell what could not be read as what its field asks for."""


@dataclass(frozen=True, slots=True)
class FoundSheet:
    """A sheet of the workbook that is one of a declaration."""

    declared: FieldSheet
    home: LabelledSheet
    part: int
    located: dict[str, FieldCells]
    beside: bool = False
    """Its fields stand among those of another one: only what names it must be there."""


def _labelled(declared: FieldSheet) -> Labelled:
    form = labelled(declared.groups, declared.sheet, declared.named_by, declared.recognising)
    return replace(form, headings=form.headings | frozenset(map(fold, declared.words)))


def label_count(grid: Grid, declared: FieldSheet) -> int:
    """Most labels of a declaration on any one sheet."""
    found = labelled_sheets(grid, _labelled(declared))
    return max((len(one.labels) for one in found), default=0)


@dataclass(frozen=True, slots=True)
class FoundSheets:
    """The sheets of one declaration."""

    read: tuple[FoundSheet, ...]
    """Those that somebody filled, a blank one when there is no other; the first one only, where
    the declaration does not repeat."""
    blank: tuple[FoundSheet, ...] = ()
    """Those in which nobody typed anything."""
    others: tuple[FoundSheet, ...] = ()
    """Filled ones beside the first, where the declaration does not repeat: their cells are told."""

    @property
    def known(self) -> tuple[FoundSheet, ...]:
        """All of them: labels and states on each are the form's own."""
        return (*self.read, *self.blank, *self.others)


def find_sheets(grid: Grid, declared: FieldSheet) -> FoundSheets:
    """The sheets of a declaration, wherever they stand."""
    blocks = labelled_blocks(grid, declared, _labelled(declared))
    every = [(block.home, _located(grid, block)) for block in blocks]
    filled = [pair for pair in every if _is_filled(*pair)]
    blank = [pair for pair in every if pair not in filled]
    if not filled:
        filled, blank = blank[:1], blank[1:]
    first = len(filled) if declared.repeats else 1
    found = [
        FoundSheet(declared, home, part, located)
        for part, (home, located) in enumerate((*filled, *blank), start=1)
    ]
    ends = len(filled)
    return FoundSheets(tuple(found[:first]), tuple(found[ends:]), tuple(found[first:ends]))


def find_beside(grid: Grid, declared: FieldSheet, sheets: Collection[str]) -> FoundSheets:
    """Its fields where they stand on sheets of others, by labels that are spelt right."""
    form = replace(_labelled(declared), recognising=1)
    for home in labelled_sheets(grid, form):
        exact = tuple(label for label in home.labels if not label.near)
        if home.sheet.name in sheets and exact:
            right = replace(home, labels=exact)
            return FoundSheets(
                (FoundSheet(declared, right, 1, dict(right.located()), beside=True),)
            )
    return FoundSheets(())


def _located(grid: Grid, block: Block) -> dict[str, FieldCells]:
    """Fields by their labels, those without a label by their names, or by a title above."""
    home = block.home
    located = dict(home.located())
    if block.title is not None:
        located.setdefault(block.title.field.key, block.title)
    if not block.whole:
        return located
    for field in home.form.fields:
        if field.key in located:
            continue
        for name, area in grid.names.items():
            same = area.sheet.casefold() == home.sheet.name.casefold()
            if same and re.fullmatch(rf"{field.name}(_\d+)?", name):
                rows = range(area.top, area.bottom + 1)
                cells = tuple(CellRef(home.sheet.name, row, area.left) for row in rows)
                located[field.key] = FieldCells(field, cells)
    return located


def _is_filled(home: LabelledSheet, located: dict[str, FieldCells]) -> bool:
    """Whether anybody typed anything, or something stands behind a label."""
    cells = home.sheet.cells
    return any(
        not is_missing(str(cells.get((cell.row, cell.column), "")))
        or (cell.row, cell.column) in home.sheet.uncached
        for found in located.values()
        for cell in found.cells
    )


def read_sheet(notebook: Notebook, found: FoundSheet) -> FilledSheet:
    """Every field of a sheet, each looked at once."""
    choices = {
        field.key: {fold(word): meant for word, meant in _words(field)}
        for field in found.declared.fields
        if field.choices
    }
    reader = IdentityReader(notebook, found.located, found.part, choices)
    _tell_labels(notebook, found)
    texts: dict[str, str] = {}
    raw: dict[str, CellValue] = {}
    dates: dict[str, DateValue] = {}
    numbers: dict[str, int] = {}
    lists: dict[str, tuple[Item, ...]] = {}
    for field in found.declared.fields:
        key, place = field.key, Place(field.key, 0, found.part)
        if key not in found.located:
            continue
        if field.rows > 1:
            lists[key] = reader.items(key)
            continue
        if field.kind is FieldKind.DATE:
            dates[key] = state_date(notebook, place, reader.date(key))
        elif field.kind is FieldKind.INTEGER:
            number, typed = reader.number(key)
            if number is not None:
                numbers[key] = number
            elif not is_missing(typed):
                notebook.problem(NO_NUMBER, place, isi=typed)
        else:
            texts[key] = reader.text(key)
            state_choice(notebook, place, field, texts[key])
        cell = found.located[key].cells[0]
        value = found.home.sheet.cells.get((cell.row, cell.column))
        if value is not None:
            raw[key] = value
    return FilledSheet(
        part=found.part, texts=texts, raw=raw, dates=dates, numbers=numbers, lists=lists
    )


def _words(field: Field) -> Iterator[tuple[str, str]]:
    yield from ((choice, choice) for choice in field.choices)
    yield from field.former.items()


def state_date(notebook: Notebook, place: Place, value: DateValue) -> DateValue:
    """A date, told when it cannot be read as one."""
    if value.kind in (DateKind.INVALID, DateKind.UNPARSED):
        notebook.problem(NO_DATE, place, isi=value.raw)
    return value


def state_choice(notebook: Notebook, place: Place, field: Field, text: str) -> None:
    """Tell a text that is none of the choices of its field."""
    if not field.choices or field.free or is_missing(text) or text in field.choices:
        return
    facts = {"isi": text, "pilihan": ", ".join(field.choices)}
    notebook.problems.append(
        Problem(place, facts, NO_CHOICE, suggestion=choice_meant(text, field.choices))
    )


def _tell_labels(notebook: Notebook, found: FoundSheet) -> None:
    """Labels that were spelt otherwise than the form has them."""
    for key, cells in found.located.items():
        label = cells.label
        if label is not None and label.near:
            notebook.told.add(CellRef(found.home.sheet.name, label.row, label.column))
            notebook.repair(
                Place(key, 0, found.part),
                cells.cells[0],
                f"Label “{label.text}” kami baca sebagai “{cells.field.label}”.",
            )
