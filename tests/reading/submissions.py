"""Sops to write and read again: what reading must give for them, and whether cells are right."""

from dataclasses import replace
from datetime import date
from functools import cache

from sopbatch.model import (
    Actor,
    CellValue,
    DateValue,
    Format,
    Grid,
    Place,
    Procedure,
    Settings,
    Sop,
    Step,
    Submission,
)
from sopbatch.reading import read_grid, read_submission
from sopbatch.reading.values.citations import parse_citation
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.durations import parse_duration
from sopbatch.reading.values.nips import parse_nip
from sopbatch.reading.values.numbers import parse_number
from sopbatch.reading.values.text import as_text, symbol
from sopbatch.schema.places import identity_cells, procedure_cells
from sopbatch.schema.sop import LANES, LISTS_SHEET, NUMBER_COLUMN, PROCEDURE_SHEET
from sopbatch.schema.statuses import OFFICER_WORDS
from sopbatch.text.roles import role_key
from sopbatch.text.straight import clean, fold
from sopbatch.writing.templates import sop_values
from tests.builders import received
from tests.sample_batch.making import sample
from tests.written import write_sop_template

SETTINGS = Settings()
PLAN = Place("plan_code")


def full_sop() -> Sop:
    """A sample with every field filled, kinds of lanes, a lane left out and one without steps."""
    sop = sample("TL-01")
    (procedure,) = sop.procedures
    actors = (*procedure.actors, Actor("Sekretaris Daerah", lane=7))
    kinds = ("Eksternal", "Internal", "Internal", "Internal", "Internal", "Sistem")
    return replace(
        sop,
        trigger="Pelayanan",
        parent="SOP Pembinaan Ketatalaksanaan",
        review_planned=parse_date("1 Maret 2027"),
        author="Samudra Mahakam, Analis Tata Laksana",
        contact="organisasi@contoh.example",
        procedures=(
            replace(
                procedure,
                actors=tuple(replace(a, kind=k) for a, k in zip(actors, kinds, strict=True)),
            ),
        ),
    )


@cache
def template(sop: Sop) -> bytes:
    """The workbook that the program writes for a Sop."""
    return write_sop_template(sop_values(sop))


def read(workbook: bytes | Grid) -> Submission:
    """What reading gives for a file's bytes or cells."""
    grid = read_grid(workbook) if isinstance(workbook, bytes) else workbook
    return read_submission(grid, received(), SETTINGS)


def as_read(sop: Sop) -> Sop:
    """The Sop with every value parsed as reading parses it, from its text as typed."""
    return replace(
        sop,
        status=OFFICER_WORDS.get(sop.status, sop.status),
        number=parse_number(sop.number.raw),
        created=_date(sop.created),
        revised=_date(sop.revised),
        review_planned=_date(sop.review_planned),
        effective=_date(sop.effective),
        signatory_nip=parse_nip(sop.signatory_nip.raw),
        legal_basis=tuple(parse_citation(entry.raw) for entry in sop.legal_basis),
        procedures=tuple(_procedure(procedure) for procedure in sop.procedures),
    )


def _date(given: DateValue) -> DateValue:
    return parse_date(given.value or given.raw)


def _procedure(procedure: Procedure) -> Procedure:
    actors = (replace(actor, norm=role_key(actor.name)) for actor in procedure.actors)
    return replace(procedure, actors=tuple(actors), steps=tuple(map(_step, procedure.steps)))


def _step(step: Step) -> Step:
    number = step.row if step.number is None else step.number
    return replace(
        step,
        number=number,
        number_raw="",
        duration=parse_duration(step.duration.raw, SETTINGS),
    )


def typed_into(blank: Grid, sop: Sop) -> Grid:
    """The blank template's cells with a Sop typed in and its numbers calculated."""
    places, values = dict(identity_cells()), dict(sop_values(sop))
    for part in range(1, len(sop.procedures) + 1):
        places.update(procedure_cells(part))
    sheets = {sheet.name: dict(sheet.cells) for sheet in blank.sheets}
    sheets[LISTS_SHEET][4, 1] = values.pop(Place("plan_code"), "")
    for place, value in values.items():
        cell = places[place]
        sheets[cell.sheet][cell.row, cell.column] = value
    for procedure in sop.procedures:
        for step in procedure.steps:
            cell = places[Place("no", step.row, procedure.part)]
            sheets[cell.sheet][cell.row, cell.column] = step.row
    return replace(
        blank, sheets=tuple(replace(sheet, cells=sheets[sheet.name]) for sheet in blank.sheets)
    )


def stripped(grid: Grid) -> Grid:
    """The cells alone, as old formats keep them: no names, formulas, properties, hidden parts."""
    bare = tuple(
        replace(
            sheet,
            formulas={},
            uncached=frozenset(),
            hidden_rows=frozenset(),
            hidden_columns=frozenset(),
        )
        for sheet in grid.sheets
        if sheet.name != LISTS_SHEET
    )
    return replace(grid, format=Format.XLS, sheets=bare, names={}, properties={})


def wrong_cells(submission: Submission, grid: Grid) -> list[str]:
    """Places whose cell does not hold their value, and cells whose text went nowhere."""
    said = {place: value for place, value in sop_values(submission.sop).items() if place != PLAN}
    stated = {problem.place for problem in submission.problems}
    wrong = [f"{place} has no cell" for place in said if place not in submission.cells]
    for place, cell in submission.cells.items():
        sheet = grid.sheet(cell.sheet)
        held = sheet.cells.get((cell.row, cell.column)) if sheet else None
        if place in said and not _agree(place, held, said[place]):
            wrong.append(f"{place} at {cell}: {held!r} is not {said[place]!r}")
        elif place not in (*said, *submission.values, *stated) and _is_input(place, held):
            wrong.append(f"{place} at {cell} was lost: {held!r}")
    return wrong


def _agree(place: Place, held: CellValue | None, said: CellValue) -> bool:
    """Whether cell and value are the same, or one a part of the other (lists, joined rows)."""
    if isinstance(said, date):
        return parse_date(held).value == said
    if place.key == LANES.key and (known := symbol(as_text(held))):
        return known.value == said
    if place.key == "status" and held in OFFICER_WORDS:
        return OFFICER_WORDS[str(held)] == said
    cell, value = (fold(clean(as_text(one))) for one in (held, said))
    return cell == value or (bool(cell) and (cell in value or value in cell))


def _is_input(place: Place, held: CellValue | None) -> bool:
    single = bool(place.row or place.lane) and place.key != NUMBER_COLUMN.key
    return single and bool(clean(as_text(held)))


def second_procedure(sop: Sop) -> Sop:
    """The Sop with its procedure a second time as part 2."""
    (first,) = sop.procedures
    again = replace(first, sheet=f"{PROCEDURE_SHEET} 2", part=2, steps=first.steps[:-1])
    return replace(sop, procedures=(first, again))
