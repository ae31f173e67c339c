"""What joins a kind of workbook: form, record, documents, example, and what it is issued with."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sopbatch.model import (
    CellValue,
    FormReading,
    FormRecord,
    Place,
    PlanLine,
    Register,
    Unit,
)
from sopbatch.rules import Rule
from sopbatch.schema.kinds import Kind

if TYPE_CHECKING:
    from sopbatch.reading.forms import FilledForm

Values = Mapping[Place, CellValue]


@dataclass(frozen=True, slots=True)
class Document:
    """A file that is written of a workbook."""

    name: str
    """With its ending; made safe for file systems by whoever writes it."""
    content: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuing:
    """What is known of an agency when it is issued a form."""

    unit: Unit
    register: Register
    as_of: date
    plan: tuple[PlanLine, ...] = ()
    """Planned titles of the agency."""
    in_force: tuple[str, ...] = ()
    """Titles of its SOPs that are in force, as far as they are known."""
    on_their_way: tuple[str, ...] = ()
    """Titles of its SOPs that are planned or in work, and not ratified as far as is known."""


Write = Callable[[FormReading, Register, bytes], tuple[Document, ...]]
"""Documents of a workbook without what holds it back; the last argument is the logo, or b""."""


def no_documents(reading: FormReading, register: Register, logo: bytes) -> tuple[Document, ...]:
    """For kinds that are counted only."""
    return ()


def not_handed_out(issuing: Issuing) -> str:
    """For kinds that agencies ask for."""
    return ""


def unit_values(issuing: Issuing) -> Values:
    """The fields that every kind may have of an agency."""
    unit, settings = issuing.unit, issuing.register.settings
    texts = {
        "government": settings.government,
        "unit_code": unit.code,
        "unit_name": unit.name,
        "signatory_position": unit.head_position,
        "signatory_name": unit.head_name,
        "signatory_nip": unit.head_nip,
    }
    return {Place(key): text for key, text in texts.items() if text}


ISSUED = frozenset(
    (
        *("government", "unit_code", "unit_name"),
        *("signatory_position", "signatory_name", "signatory_nip"),
    )
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """A kind of the family."""

    kind: Kind
    build: Callable[["FilledForm"], FormRecord]
    """The record of a filled form."""
    rules: tuple[Rule, ...]
    """What is asked of it besides what every form is asked; several kinds may share some."""
    example: Callable[[], Values]
    """The filled example that lies among the templates: nothing is wrong with it."""
    write: Write
    issue: Callable[[Issuing], Values] = unit_values
    """What a form is issued with."""
    issued: frozenset[str] = ISSUED
    """Keys that a form may be issued with: one with nothing else typed is an empty form."""
    issued_as: Callable[[Issuing], str] = not_handed_out
    """What the form is called that an agency is handed out; "" when it gets none now."""
