"""The agency of a form that has no place for its code: the one whose name the workbook shows."""

from collections.abc import Iterator
from dataclasses import replace

from sopbatch.matching.shown_units import only_unit, units_shown
from sopbatch.model import CellRef, Place, Problem, Register, Unit
from sopbatch.reading.cells import Notebook
from sopbatch.reading.forms.filled import FilledForm
from sopbatch.reading.identity import is_own
from sopbatch.reading.shown import seen
from sopbatch.schema.kinds import Kind

CODE, NAME = Place("unit_code"), Place("unit_name")
NOT_FOUND = "K-08"
SENTENCE = "Kode perangkat daerah tidak ditemukan; dari “{name}” kami baca {code} ({unit})."
Shown = tuple[Unit, str, CellRef]
"""An agency, the text that means it, and where it stands."""


def with_shown_unit(
    notebook: Notebook, kind: Kind, filled: FilledForm, register: Register, *, ours: bool
) -> FilledForm:
    """The form with the code of the agency that it names, where no cell is there for a code.

    The name is that of its field, else a heading or signature that says nothing else. Where two
    agencies are named, of which none hangs below the other, the missing code is asked for.
    """
    home = next((sheet for sheet in kind.field_sheets if sheet.named_by == CODE.key), None)
    if home is None or CODE in notebook.cells:
        return filled
    shown = list(_in_field(notebook, register)) or list(_anywhere(notebook, kind, register))
    unit = only_unit((unit for unit, _, _ in shown), register)
    if unit is None:
        return filled
    name, cell = next((name, cell) for known, name, cell in shown if known == unit)
    text = SENTENCE.format(name=name, code=unit.code, unit=unit.name)
    notebook.repair(CODE, cell, text)
    notebook.told.add(cell)
    asked = {CODE.key} if ours else {CODE.key, ""}
    notebook.problems[:] = [one for one in notebook.problems if not _asks(one, asked, home.sheet)]
    first, *others = filled.sheets[home.key]
    known = {NAME.key: unit.name, **first.texts, CODE.key: unit.code}
    told = (replace(first, texts=known), *others)
    return replace(filled, sheets={**filled.sheets, home.key: told})


def _asks(problem: Problem, keys: set[str], sheet: str) -> bool:
    """Whether a problem says that the code, or the sheet where it would stand, is nowhere."""
    said = problem.place.key or problem.facts.get("isian") == f"lembar {sheet}"
    return problem.code == NOT_FOUND and problem.place.key in keys and bool(said)


def _in_field(notebook: Notebook, register: Register) -> Iterator[Shown]:
    if cell := notebook.cells.get(NAME):
        yield from _shown(notebook.seen(cell), cell, register)


def _anywhere(notebook: Notebook, kind: Kind, register: Register) -> Iterator[Shown]:
    """Texts that are no values; a title that names the thing may be that of the agency."""
    titles = {sheet.named_by for sheet in kind.field_sheets}
    values = notebook.read - {cell for at, cell in notebook.cells.items() if at.key in titles}
    for sheet in notebook.grid.sheets:
        if not sheet.visible or is_own(notebook.grid, sheet):
            continue  # The guide of a form has examples.
        for row, column in sorted(sheet.cells):
            cell = CellRef(sheet.name, row, column)
            if cell not in values:
                yield from _shown(seen(sheet, (row, column)), cell, register)


def _shown(text: str, cell: CellRef, register: Register) -> Iterator[Shown]:
    plain = " ".join(text.split())
    yield from ((unit, plain, cell) for unit in units_shown(plain, register))
