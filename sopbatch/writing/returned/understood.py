"""Everything that had to be understood rather than copied, in the order of the form."""

from collections.abc import Iterator
from dataclasses import dataclass

from sopbatch.model import (
    CellRef,
    DateKind,
    DateValue,
    DurationKind,
    Nip,
    NipKind,
    NumberKind,
    Place,
    Procedure,
    Settings,
    SopNumber,
    Step,
    Submission,
)
from sopbatch.model.flags import Flag
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.sop import DURATION_COLUMN, IDENTITY_FIELDS, NEXT_COLUMN
from sopbatch.text.lead_ins import lead_ins
from sopbatch.writing.returned.meanings import (
    FLOW_COLUMNS,
    citation_in_words,
    date_in_words,
    flow_in_words,
    flow_typed,
    is_clear,
    leads_on,
    nip_in_words,
    number_in_words,
)
from sopbatch.writing.returned.times import time_in_words

SURE_NIPS = (NipKind.VALID, NipKind.MISSING, NipKind.SERVICE)
BOUNDED = frozenset((Flag.RANGE, Flag.UPPER_BOUND))
"""What may be noticed of a time that is understood for sure."""
FLOW = "Alur"
NOTHING = ("tidak ada", "nihil")
"""A list's only item that says that there is none."""


@dataclass(frozen=True, slots=True)
class Understood:
    """One input and what was made of it."""

    cells: tuple[CellRef, ...]
    """Where it stands; () when that is not known."""
    name: str
    """Label of the field, with the step if it is one of a step."""
    typed: str
    """As typed; "" for a list, whose items are all told in the meaning."""
    meaning: str
    sure: bool = True
    """False when it was guessed or could not be understood."""


def understood(submission: Submission, settings: Settings) -> tuple[Understood, ...]:
    """Dates, numbers, NIP, citations, lists, times and branches as they were read."""
    return (*_identity(submission), *_procedures(submission, settings))


def _identity(submission: Submission) -> Iterator[Understood]:
    for field in IDENTITY_FIELDS:
        value = getattr(submission.sop, field.key)
        if field.key == "status":
            yield from _status(submission)
        elif field.key == "legal_basis":
            yield from _citations(submission, field)
        elif field.kind is FieldKind.LIST:
            yield from _list(submission, field, value)
        elif isinstance(value, DateValue | SopNumber | Nip):
            yield from _value(submission, field, value)


def _status(submission: Submission) -> Iterator[Understood]:
    """A word for a status that is read as another one."""
    place, status = Place("status"), submission.sop.status
    typed = submission.values.get(place, "")
    if typed.strip() and typed.strip().casefold() != status.casefold():
        label = next(field.label for field in IDENTITY_FIELDS if field.key == place.key)
        meaning = f"Dicatat sebagai {status}; berlaku sejak Tanggal Efektif."
        yield Understood(_at(submission, place), label, typed, meaning)


def _citations(submission: Submission, field: Field) -> Iterator[Understood]:
    for row, citation in enumerate(submission.sop.legal_basis, start=1):
        cells = _at(submission, Place(field.key, row))
        name = f"{field.label}, butir {row}"
        sure = bool(citation.type) and citation.issuer != "?"
        yield Understood(cells, name, citation.raw, citation_in_words(citation), sure)


def _value(
    submission: Submission, field: Field, value: DateValue | SopNumber | Nip
) -> Iterator[Understood]:
    place = Place(field.key)
    typed = submission.values.get(place, value.raw)
    if typed.strip():
        meaning, sure = _single(value)
        yield Understood(_at(submission, place), field.label, typed, meaning, sure)


def _single(value: DateValue | SopNumber | Nip) -> tuple[str, bool]:
    """What it was taken for, and whether that is sure."""
    match value:
        case DateValue():
            sure = value.kind in (DateKind.DATE, DateKind.MISSING) and value.flags <= {Flag.PLACE}
            return date_in_words(value), sure
        case SopNumber():
            sure = value.kind in (NumberKind.NUMBER, NumberKind.MISSING) and not value.flags
            return number_in_words(value), sure
        case Nip():
            return nip_in_words(value), value.kind in SURE_NIPS


def _list(submission: Submission, field: Field, items: tuple[str, ...]) -> Iterator[Understood]:
    if not items:
        return
    places = (Place(field.key, row) for row in range(1, len(items) + 1))
    cells = tuple(dict.fromkeys(cell for place in places for cell in _at(submission, place)))
    if len(items) == 1 and items[0].casefold().strip(" .") in NOTHING:
        yield Understood(cells, field.label, items[0], "Tidak ada butir.")
        return
    lines: list[str] = []
    count = number = 0
    for item, leads_in in zip(items, lead_ins(items), strict=True):
        count += not leads_in
        anew = leads_in and field.key in submission.sop.restarting
        number = 0 if anew else number + (not leads_in)
        lines.append(item if leads_in else f"{number}. {item}")
    yield Understood(cells, field.label, "", "\n".join((f"{count} butir:", *lines)))


def _procedures(submission: Submission, settings: Settings) -> Iterator[Understood]:
    for procedure in submission.sop.procedures:
        for step in procedure.steps:
            yield from _time(submission, procedure, step, settings)
            yield from _flow(submission, procedure, step)


def _time(
    submission: Submission, procedure: Procedure, step: Step, settings: Settings
) -> Iterator[Understood]:
    place = Place(DURATION_COLUMN.key, step.row, procedure.part)
    typed = submission.values.get(place, step.duration.raw)
    if typed.strip() and step.duration.kind is not DurationKind.MISSING:
        yield Understood(
            _at(submission, place),
            _of_step(DURATION_COLUMN.label, step),
            typed,
            time_in_words(step.duration, settings),
            step.duration.is_length and step.duration.flags <= BOUNDED,
        )


def _flow(submission: Submission, procedure: Procedure, step: Step) -> Iterator[Understood]:
    if leads_on(step):
        filled = (column for column in FLOW_COLUMNS if getattr(step, column.key).strip())
        first = next(filled, NEXT_COLUMN)
        yield Understood(
            _at(submission, Place(first.key, step.row, procedure.part)),
            _of_step(FLOW, step),
            flow_typed(step),
            flow_in_words(procedure, step),
            is_clear(procedure, step),
        )


def _of_step(label: str, step: Step) -> str:
    return f"{label}, langkah {step.number or step.row}"


def _at(submission: Submission, place: Place) -> tuple[CellRef, ...]:
    cell = submission.cell(place)
    return () if cell is None else (cell,)
