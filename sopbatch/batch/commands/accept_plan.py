"""Proposed lines of the plan are accepted: a new register is written, the old one stays."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.reviews import read_register_file
from sopbatch.batch.commands.import_register import refuse_if_there, write_register
from sopbatch.batch.commands.issue import USUAL_PLACE
from sopbatch.batch.order import Order
from sopbatch.matching.proposal import accepted, problems
from sopbatch.model import CommandError, Finding, PlanLine, SopbatchError
from sopbatch.reading import Refused, read_grid, read_register
from sopbatch.reading.proposal import read_proposal
from sopbatch.writing.templates import write_register_template

NEW_PLACE = Path("daftar_induk_baru.xlsx")
NOTHING = (
    "Berkas “{name}” tidak memuat judul yang diterima pada lembar “Rencana SOP” atau “Berubah”."
)
WRONG = "Usulan “{name}” belum dapat diterima: {told}"
MOST_TOLD = 5


@dataclass(frozen=True, slots=True)
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


def accept_plan(proposal: Path, register: Path | None, target: Path, as_of: date) -> Accepted:
    """Write a new register with the lines that were left in the proposal.

    Raises:
        SopbatchError: a file cannot be read, a line cannot be taken, or something lies at `target`.
    """
    if not proposal.is_file():
        raise CommandError(f"Berkas “{proposal}” tidak ditemukan.")
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
    data = write_register_template(accepted(known, new, changed))
    found = read_register(read_grid(data)).findings
    _check(proposal, [_told(one) for one in found if one.blocks])
    write_register(target, data)
    return Accepted(target, old, new, changed, already)


def _check(proposal: Path, sentences: list[str]) -> None:
    if sentences:
        more = len(sentences) - MOST_TOLD
        told = " ".join(sentences[:MOST_TOLD]) + (f" (dan {more} lagi)" if more > 0 else "")
        raise SopbatchError(WRONG.format(name=proposal.name, told=told))


def _told(finding: Finding) -> str:
    return f"{finding.cell}: {finding.sentence}" if finding.cell else finding.sentence
