"""Formulas typed over the form's own are told alike, whatever format keeps them."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from random import Random

import openpyxl
import pytest

from sopbatch.batch.family.members import MEMBERS
from sopbatch.model import CellRef, Grid, Reading, Sheet
from sopbatch.reading import read_grid
from sopbatch.reading.forms import read_form
from sopbatch.writing.templates.kinds import write_kind
from tests.builders import received
from tests.office import Office
from tests.reading.saving import FORMATS, grids_as_saved
from tests.reading.submissions import full_sop, read, second_procedure, template
from tests.reading.typed_in import is_accounted

pytestmark = pytest.mark.office

FORMULAS = ("{}+1", "ROW()-{}", "MAX(Z1:Z{})", "COUNTA(A1:B{})*2", 'IF(1=1,"✓","{}")',
            '"catatan "&{}', '"4"', "(SUM(Z1,Z{})+1)%", '{{"a","wajib diisi"}}&{}',
            "IF(1=1,{},)", "MEDIAN(1,{},7)", 'IFERROR(VALUE("{}"),0)', "-2^{}", "TRUE")  # fmt: skip
"""Results that look like the form's numbers, states and checks, and some that do not."""
BEYOND = frozenset({"F-02", "F-10"})
"""What may be told of a form that nobody touched: its kind is told, a spare sheet is hidden."""


@dataclass(frozen=True, slots=True)
class Form:
    """A filled form and how it is read."""

    name: str
    write: Callable[[], bytes]
    read: Callable[[Grid], Reading]


def forms() -> Iterator[Form]:
    yield Form("SOP", lambda: template(second_procedure(full_sop())), read)
    for member in MEMBERS:
        yield Form(
            member.kind.code,
            partial(write_kind, member.kind, member.example()),
            partial(read_form, received=received("a.xlsx"), kind=member.kind, build=member.build),
        )


def typed_over(form: bytes, seed: int) -> Mapping[CellRef, str]:
    """A formula in each column in which a sheet of the form reckons."""
    draw, typed = Random(seed), {}
    for sheet in read_grid(form).sheets:
        for column in sorted({column for _, column in sheet.formulas}):
            row = draw.choice(sorted(row for row, at in sheet.formulas if at == column))
            typed[CellRef(sheet.name, row, column)] = draw.choice(FORMULAS).format(
                draw.randint(2, 9)
            )
    return typed


def with_cell(plain: Grid, typed: Grid, cell: CellRef) -> Grid:
    """The first workbook with a single cell of the second."""
    at = (cell.row, cell.column)

    def changed(sheet: Sheet) -> Sheet:
        other = typed.sheet(sheet.name)
        assert other is not None
        if sheet.name != cell.sheet:
            return sheet
        cells = {place: value for place, value in sheet.cells.items() if place != at}
        if at in other.cells:
            cells[at] = other.cells[at]
        return replace(
            sheet,
            cells=cells,
            formulas={**sheet.formulas, at: other.formulas[at]},
            uncached=sheet.uncached - {at} | other.uncached & {at},
        )

    return replace(plain, sheets=tuple(map(changed, plain.sheets)))


@pytest.mark.long
@pytest.mark.parametrize("form", list(forms()), ids=lambda form: form.name)
def test_a_formula_typed_over_one_of_the_form_is_told_in_every_format(office: Office, form: Form):
    plain = form.write()
    typed = typed_over(plain, seed=1)
    book = openpyxl.load_workbook(BytesIO(plain))
    for cell, formula in typed.items():
        book[cell.sheet].cell(cell.row, cell.column).value = f"={formula}"
    stream = BytesIO()
    book.save(stream)
    untouched, touched = (grids_as_saved(office, one) for one in (plain, stream.getvalue()))
    told = {name: {one.code for one in form.read(untouched[name]).problems} for name in FORMATS}
    assert {name: codes - BEYOND for name, codes in told.items() if codes - BEYOND} == {}
    silent = [
        f"{name} {cell} {formula}"
        for name in FORMATS
        for cell, formula in typed.items()
        if not is_accounted(
            form.read(with_cell(untouched[name], touched[name], cell)), cell, "never said"
        )
    ]
    assert not silent, "\n".join(silent)
