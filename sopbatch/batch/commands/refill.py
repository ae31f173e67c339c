"""The newest form filled with what another workbook holds, of whatever version and format."""

from datetime import date
from pathlib import Path

from sopbatch.batch.assessing.registers import BrokenRegisterError
from sopbatch.batch.assessing.reviews import ReadAll, read_all
from sopbatch.batch.commands.issue import Issued
from sopbatch.batch.order import Order
from sopbatch.batch.output.places import check_room, own_name
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE
from sopbatch.files import scratch_folder, write_whole
from sopbatch.intake import receive_one
from sopbatch.model import NotFoundError, Register, Review, Sop, SopbatchError
from sopbatch.rules import unit_of
from sopbatch.schema.places import fields
from sopbatch.writing.templates import Issue, sop_values, write_sop_template

NO_SOP = "“{file}” bukan formulir SOP yang terisi; formulir lain tidak dapat dipindahkan."
NOT_CARRIED = "Belum terbawa seluruhnya, periksa lagi: {parts}."
UNREAD = "unread"


def refill(file: Path, folder: Path, register: Path | None, as_of: date) -> Issued:
    """Write the newest form with all that a filled workbook says; nothing is to be retyped.

    What the reader passed over, and what the form has no place for, is told. With the register the
    form offers the units and sections of the agency too. A file that lies there is never replaced.

    Raises:
        SopbatchError: the file is not there, holds no SOP that can be read, or the folder cannot
            be written to.
    """
    if not file.is_file():
        raise NotFoundError("Berkas", file)
    check_room(folder)
    with scratch_folder() as keep:
        order = Order(input=keep, output=keep, as_of=as_of, register=register)
        read = _read(order, file)
        review = _filled(read, file)
        sop = _sop(review)
        data = write_sop_template(sop_values(sop), issue=_issue(sop, read.register))
        name = own_name(folder, f"{file.stem} (formulir baru).xlsx")
        again = keep / "formulir.xlsx"
        again.write_bytes(data)
        lost = _lost(sop, _sop(_filled(_read(order, again), again)))
    notes = [one.sentence for one in review.findings if one.place.key == UNREAD]
    notes += [NOT_CARRIED.format(parts=", ".join(lost))] if lost else []
    path = folder / name
    if path.exists():
        return Issued((), () if path.read_bytes() == data else (path,), tuple(notes))
    with writing(folder):
        folder.mkdir(parents=True, exist_ok=True)
        write_whole(path, data)
    return Issued((path,), (), tuple(notes))


def _read(order: Order, file: Path) -> ReadAll:
    try:
        return read_all(order, (receive_one(file, order.output / ARCHIVE, order.as_of),))
    except BrokenRegisterError as broken:
        if order.register is None:
            raise SopbatchError(NO_SOP.format(file=file.name)) from broken
        raise


def _filled(read: ReadAll, file: Path) -> Review:
    review = next(iter(read.reviews), None)
    if review is None:
        raise SopbatchError(NO_SOP.format(file=file.name))
    if review.submission is None:
        told = " ".join(f"{one.sentence} {one.advice}" for one in review.findings[:1])
        raise SopbatchError(told or NO_SOP.format(file=file.name))
    return review


def _sop(review: Review) -> Sop:
    if review.submission is None:
        raise ValueError("a refused file has no record")
    return review.submission.sop


def _issue(sop: Sop, register: Register) -> Issue | None:
    """The agency of the SOP, as far as the register knows it."""
    unit = register.unit(unit_of(sop, register))
    if unit is None:
        return None
    line = next((line for line in register.plan if line.code == sop.plan_code), None)
    return Issue(unit, register.sections_of(unit.code), line, register.units, register.settings)


def _lost(sop: Sop, again: Sop) -> list[str]:
    """Labels of what the new form does not say as the old one did."""
    before, after = sop_values(sop), sop_values(again)
    keys = {place.key for place in before if before[place] != after.get(place)}
    return [f"“{field.label}”" for field in fields() if field.key in keys]
