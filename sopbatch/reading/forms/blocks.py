"""Sheets of fields that repeat on one sheet, one below the other: where each begins and ends."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sopbatch.model import CellRef, Grid, Sheet
from sopbatch.reading.identity import is_own, labelled_sheets, state_column
from sopbatch.reading.labelled import FieldCells, Labelled, LabelledSheet, chosen_labels, is_ordinal
from sopbatch.reading.labels import FoundLabel, find_labels, text_at
from sopbatch.reading.shown import seen
from sopbatch.reading.submission import template_kind
from sopbatch.schema.kinds import FieldSheet
from sopbatch.text.straight import clean, fold

SHARED = 3
"""So many labels come again below when another block begins: one or two are headings within."""
LONGEST_TITLE = 200
AHEAD = 2
"""So many labels that the block before has not may stand ahead of the first one that it has."""

Lines = Mapping[int, Sequence[tuple[int, int]]]
"""1-based row to its cells."""


@dataclass(frozen=True, slots=True)
class Block:
    """The labels of one thing, on a sheet of its own or among others."""

    home: LabelledSheet
    title: FieldCells | None = None
    """What a title above the labels calls it."""
    whole: bool = True
    """Whether the sheet holds nothing else, so that its defined names are of it."""


def labelled_blocks(grid: Grid, declared: FieldSheet, form: Labelled) -> Iterator[Block]:
    """Every block of a declaration, in the order of the workbook."""
    if not declared.repeats:
        yield from (Block(home) for home in labelled_sheets(grid, form))
        return
    for sheet in grid.sheets:
        if not is_own(grid, sheet):
            yield from _on(sheet, declared, form, ours=template_kind(grid) != "")


def _on(sheet: Sheet, declared: FieldSheet, form: Labelled, *, ours: bool) -> Iterator[Block]:
    labels = tuple(find_labels(sheet, form.labels, numbered=True))
    lines: dict[int, list[tuple[int, int]]] = {}
    for at in sorted(sheet.cells):
        lines.setdefault(at[0], []).append(at)
    starts = _starts(sheet, lines, labels, declared, form)
    ends = [*(start - 1 for start in starts[1:]), 0][: len(starts)]
    rows, above = [label.row for label in labels], 0
    if ends and not ours:
        ends[-1] = _before_blank(rows[-1], lines)
    for start, end in zip(starts, ends, strict=True):
        first = 0 if start == starts[0] else bisect_left(rows, start)
        own = labels[first : bisect_right(rows, end) if end else None]
        chosen = chosen_labels(own)
        if len(chosen) < form.recognising:
            continue
        home = LabelledSheet(
            sheet=sheet,
            labels=chosen,
            form=form,
            state_column=state_column(sheet, chosen[0]),
            last_row=end,
        )
        between = range(above + 1, min(label.row for label in chosen))
        title = _title(home, declared, [at for row in between for at in lines.get(row, ())])
        yield Block(home, title, whole=len(starts) == 1)
        above = max(label.row for label in chosen)


def _starts(
    sheet: Sheet, lines: Lines, labels: Sequence[FoundLabel], declared: FieldSheet, form: Labelled
) -> list[int]:
    """Rows of the labels with which blocks begin; the first one is the first label's."""
    votes = Counter(label.column for label in labels if not label.near and not label.value)
    if not votes:
        return [label.row for label in labels[:1]]
    column = min(votes, key=lambda at: (-votes[at], at))
    standing = [label for label in labels if label.column == column]
    behind = [frozenset[str]()]
    for label in reversed(standing):
        behind.append(behind[-1] | {label.field.key})
    behind.reverse()
    starts, keys = [standing[0].row], set[str]()
    for at, label in enumerate(standing):
        again = label.field.key in keys or label.field.key == form.title
        if again and len(keys) >= SHARED and len(keys & behind[at]) >= SHARED:
            first = _headed(sheet, lines, standing[max(0, at - AHEAD) : at + 1], declared, form)
            starts.append(first)
            keys = {one.field.key for one in standing[max(0, at - AHEAD) : at] if one.row >= first}
        keys.add(label.field.key)
    return starts


def _before_blank(row: int, lines: Lines) -> int:
    """The last row of a table whose last label stands there: a signature comes below a blank."""
    while row + 1 in lines:
        row += 1
    return row


def _headed(
    sheet: Sheet, lines: Lines, labels: Sequence[FoundLabel], declared: FieldSheet, form: Labelled
) -> int:
    """Row of the label with which a block begins: the nearest one with a title or heads above."""
    last = labels[-1]
    for before, label in reversed(list(pairwise(labels))):
        between = (lines.get(row, ()) for row in range(before.row + 1, label.row))
        texts = (text_at(sheet, *at) for line in between for at in line)
        if any(text in form.headings or text.startswith(declared.named_after) for text in texts):
            return label.row
    return last.row


def _title(
    home: LabelledSheet, declared: FieldSheet, cells: Sequence[tuple[int, int]]
) -> FieldCells | None:
    """What a title among the cells above the labels of a block calls it.

    "STANDAR PELAYANAN KARTU PENCARI KERJA" in one cell, or the name in the row below the words.
    """
    field = home.form.labels.get(fold(_label_of(declared)))
    if field is None or not declared.named_after or field.key in home.located():
        return None
    for at, (row, column) in enumerate(cells):
        folded = text_at(home.sheet, row, column)[:LONGEST_TITLE]
        words = next((one for one in declared.named_after if folded.startswith(one)), None)
        if words is None:
            continue
        text = " ".join(clean(seen(home.sheet, (row, column))).split())
        name = text[len(words) :].strip(" :-–")
        if name:
            label = FoundLabel(
                field=field, row=row, column=column, text=text[: len(words)], near=False, value=name
            )
            return FieldCells(field, (CellRef(home.sheet.name, row, column),), label)
        return _below(home, field.key, cells[at + 1 :])
    return None


def _below(home: LabelledSheet, key: str, cells: Sequence[tuple[int, int]]) -> FieldCells | None:
    """The first text below the words that is no head of a table."""
    for row, column in cells:
        text = text_at(home.sheet, row, column)
        if text in home.form.headings or is_ordinal(text):
            return None
        if text:
            field = next(one for one in home.form.fields if one.key == key)
            return FieldCells(field, (CellRef(home.sheet.name, row, column),))
    return None


def _label_of(declared: FieldSheet) -> str:
    return next(field.label for field in declared.fields if field.key == declared.named_by)
