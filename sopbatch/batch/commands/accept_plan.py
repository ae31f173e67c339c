"""Proposed lines of the plan are accepted: a new register is written, the old one stays."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.reviews import read_register_file
from sopbatch.batch.commands.import_register import refuse_if_there, write_register
from sopbatch.batch.commands.issue import USUAL_PLACE
from sopbatch.batch.order import Order
from sopbatch.matching.proposal import accepted, problems
from sopbatch.model import (
    MARKABLE,
    Finding,
    NotFoundError,
    PlanLine,
    Register,
    SopbatchError,
)
from sopbatch.reading import Refused, read_grid, read_register
from sopbatch.reading.plan_place import plan_place
from sopbatch.reading.proposal import read_proposal
from sopbatch.schema.register_plan import PLAN
from sopbatch.writing.returned import Unmarkable, typed_in
from sopbatch.writing.templates import write_register_template
from sopbatch.writing.templates.records import record_cells

NEW_PLACE = Path("daftar_induk_baru.xlsx")
NOTHING = (
    "Berkas “{name}” tidak memuat judul yang diterima pada lembar “Rencana SOP” atau “Berubah”."
)
WRONG = "Usulan “{name}” belum dapat diterima: {told}"
NO_COLUMN = (
    "Kolom “{column}” tidak ada pada lembar “{sheet}” daftar induk. Tambahkan judul kolom itu, "
    "atau kosongkan kolomnya dalam usulan."
)
MOST_TOLD = 5
NO_LINE = PlanLine(code="", unit_code="", section="", title="")


@dataclass(frozen=True, slots=True, kw_only=True)
class Accepted:
    """What became of a proposal."""

    path: Path
    """The register that was written."""
    old: Path
    """The register that it was made from."""
    new: tuple[PlanLine, ...]
    changed: tuple[PlanLine, ...]
    already: tuple[PlanLine, ...]
    """Lines that stood in the plan just so."""
    kept: bool
    """Whether the register keeps all else that its workbook has: its own sheets, columns, looks."""


def accept_plan(proposal: Path, register: Path | None, target: Path, as_of: date) -> Accepted:
    """Write a new register with the lines that were left in the proposal.

    Raises:
        SopbatchError: a file cannot be read, a line cannot be taken, or something lies at `target`.
    """
    if not proposal.is_file():
        raise NotFoundError("Berkas", proposal)
    refuse_if_there(target)
    old = register or USUAL_PLACE
    read_register_file(old, Order(input=old.parent, output=old.parent, as_of=as_of))
    # What was read above is made ready for a day; the new register keeps all codes.
    known = read_register(read_grid(old.read_bytes())).register
    try:
        new, changed, wrong = read_proposal(read_grid(proposal.read_bytes()))
    except Refused as refused:
        why = refused.sentence.removesuffix(".")
        raise SopbatchError(f"Berkas “{proposal.name}” tidak dapat dibaca: {why}.") from None
    _check(proposal, [_told(one) for one in wrong])
    already = tuple(line for line in (*new, *changed) if line in known.plan)
    new = tuple(line for line in new if line not in already)
    changed = tuple(line for line in changed if line not in already)
    _check(proposal, list(problems(known, new, changed)))
    if not (new or changed or already):
        raise SopbatchError(NOTHING.format(name=proposal.name))
    wanted = accepted(known, new, changed)
    kept = _typed_in(old.read_bytes(), known, wanted)
    data = kept or write_register_template(wanted)
    found = read_register(read_grid(data)).findings
    _check(proposal, [_told(one) for one in found if one.blocks])
    # Excel opens no workbook whose ending says another kind than its content.
    target = target.with_suffix(f".{read_grid(data).format}")
    write_register(target, data)
    return Accepted(
        path=target, old=old, new=new, changed=changed, already=already, kept=bool(kept)
    )


def _typed_in(data: bytes, known: Register, wanted: Register) -> bytes:
    """The register's own workbook with the wanted plan; b"" where it cannot be typed into."""
    grid = read_grid(data)
    place = plan_place(grid) if grid.format in MARKABLE else None
    if place is None:
        return b""
    had, rows = (
        {line.code: line for line in known.plan},
        {line.code: row for row, line in place.lines},
    )
    free = iter(place.free(len(wanted.plan) - len(known.plan)))
    values: dict[tuple[int, int], str | date] = {}
    for line in wanted.plan:
        row = rows[line.code] if line.code in had else next(free)
        before = record_cells(had.get(line.code, NO_LINE), PLAN.columns)
        for field, old, new in zip(
            PLAN.columns, before, record_cells(line, PLAN.columns), strict=True
        ):
            if old == new:
                continue
            if field.key not in place.columns:
                raise SopbatchError(NO_COLUMN.format(column=field.label, sheet=place.sheet))
            values[row, place.columns[field.key]] = new if isinstance(new, date) else str(new)
    try:
        typed = typed_in(data, place.sheet, values, place.last)
    except Unmarkable:
        return b""
    return typed if _told_plan(typed) == _plan(wanted) else b""


def _told_plan(data: bytes) -> list[tuple[object, ...]]:
    return _plan(read_register(read_grid(data)).register)


def _plan(register: Register) -> list[tuple[object, ...]]:
    return [(line.code, line.title, line.deadline, line.owner) for line in register.plan]


def _check(proposal: Path, sentences: list[str]) -> None:
    if sentences:
        more = len(sentences) - MOST_TOLD
        told = " ".join(sentences[:MOST_TOLD]) + (f" (dan {more} lagi)" if more > 0 else "")
        raise SopbatchError(WRONG.format(name=proposal.name, told=told))


def _told(finding: Finding) -> str:
    return f"{finding.cell}: {finding.sentence}" if finding.cell else finding.sentence
