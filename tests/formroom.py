"""Casebooks of forms besides the SOP: the filled example of a kind, with something typed in."""

from functools import cache

from sopbatch.batch.family.catalogue import FORM_RULES, rule_of
from sopbatch.batch.family.member import Member
from sopbatch.batch.family.members import member_of
from sopbatch.model import (
    CellRef,
    Finding,
    Grid,
    Received,
    Register,
    Review,
    column_number,
)
from sopbatch.reading import Refused, read_grid
from sopbatch.reading.forms import read_form
from sopbatch.rules import FormCase, ReportDay, refused, review_form
from sopbatch.schema.fields import Field, TableSheet
from sopbatch.schema.kinds import FieldSheet, Kind
from sopbatch.schema.places import INPUT_COLUMN
from sopbatch.writing.templates.kind_fields import field_rows
from sopbatch.writing.templates.kinds import write_kind
from tests.casebook import Book
from tests.clean_workbook import SheetDraft, WorkbookDraft
from tests.pasting import pasted

FORM = "formulir"
"""The line of a casebook that names the kind of a workbook."""


def member_named(book: Book) -> Member | None:
    """The kind that a workbook of a casebook is of; None for an SOP."""
    code = dict(book.orders).get(FORM)
    if code is None:
        return None
    member = member_of(code)
    assert member, f"no such kind: {code}"
    return member


@cache
def example_grid(code: str) -> Grid:
    """The filled example of a kind as it is read."""
    member = member_of(code)
    assert member
    return read_grid(write_kind(member.kind, member.example()))


def form_draft(kind: Kind) -> WorkbookDraft:
    """The filled example, to be drawn on."""
    grid = example_grid(kind.code)
    draft = WorkbookDraft(names=dict(grid.names), stamp=dict(grid.properties))
    for sheet in grid.sheets:
        draft.sheets[sheet.name] = SheetDraft(
            dict(sheet.cells),
            dict(sheet.formulas),
            set(sheet.uncached),
            list(sheet.merges),
            set(sheet.hidden_rows),
            set(sheet.hidden_columns),
        )
        draft.hidden |= set() if sheet.visible else {sheet.name}
    return draft


def position(kind: Kind, sheet: str, head: str, column: str) -> tuple[int, int]:
    """Row and column of a drawn cell, by labels and headings or by numbers and letters."""
    declared = declared_sheet(kind, sheet)
    if isinstance(declared, TableSheet):
        heads = {field.label: at for at, field in enumerate(declared.columns, start=1)}
        return int(head), heads.get(column) or column_number(column)
    row = int(head) if head.isdigit() else label_row(declared, head)
    return row, column_number(column)


def label_row(sheet: FieldSheet | None, label: str) -> int:
    """Row of "Persyaratan", or of its second row by "Persyaratan 2"."""
    assert sheet, label
    rows = {item.label: row for row, item in field_rows(sheet) if isinstance(item, Field)}
    name, _, index = label.rpartition(" ")
    if label not in rows and index.isdigit():
        return rows[name] + int(index) - 1
    return rows[label]


def declared_sheet(kind: Kind, name: str) -> FieldSheet | TableSheet | None:
    """The declaration of a sheet, further parts included."""
    for sheet in kind.sheets:
        if name == sheet.sheet:
            return sheet
        if isinstance(sheet, FieldSheet) and name.startswith(f"{sheet.sheet} "):
            return sheet
    return None


def form_address(kind: Kind, text: str) -> CellRef | None:
    """The cell of "Umum!C7", "Umum!Semester" or "Monitoring!Prosedur 6"; None for ""."""
    sheet, _, where = text.partition("!")
    if not where:
        return None
    letters = where.rstrip("0123456789")
    if letters.isupper() and len(letters) < 3:
        return CellRef(sheet, int(where[len(letters) :]), column_number(letters))
    declared = declared_sheet(kind, sheet)
    if isinstance(declared, TableSheet):
        column, _, row = where.rpartition(" ")
        heads = {field.label: at for at, field in enumerate(declared.columns, start=1)}
        return CellRef(sheet, int(row), heads[column])
    return CellRef(sheet, label_row(declared, where), INPUT_COLUMN)


def form_review(
    member: Member, grid: Grid, received: Received, register: Register, as_of, paste: Finding | None
) -> Review:
    """The workbook read and checked."""
    try:
        grid = pasted(grid, paste) if paste else grid
        reading = read_form(grid, received, member.kind, member.build)
    except Refused as why:
        return refused(received, rule_of(why.code), why.sentence, why.advice)
    entry, crashes = review_form(
        FormCase(reading, member.kind, register, ReportDay(as_of)), FORM_RULES
    )
    assert not crashes, crashes
    return entry
