"""What forms about SOPs in force have in common: rows that lie ready, and the filled example."""

from collections.abc import Iterable, Sequence
from datetime import date

from sopbatch.batch.family.member import Values
from sopbatch.model import CellValue, Place, Register
from sopbatch.model.agency_form import AgencyForm
from sopbatch.model.standards import Standards
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.schema.kinds import FieldSheet
from sopbatch.text.names import name_key
from sopbatch.writing.letterhead import Letterhead

ISSUED_ROWS = frozenset(("unit_code", "unit_name", "year", "number", "sop_number", "title"))
"""Keys that such a form is issued with."""


def listed(titles: Iterable[str]) -> Values:
    """A row for each SOP."""
    values: dict[Place, CellValue] = {}
    for number, title in enumerate(titles, start=1):
        values[Place("number", number)] = number
        values[Place("title", number)] = title
    return values


def letterhead(record: AgencyForm | Standards, register: Register, logo: bytes) -> Letterhead:
    """The paper of the agency that a workbook is of."""
    settings, unit = register.settings, register.unit(record.unit_code)
    name = unit.name if unit else record.unit_name
    own = name_key(name) == name_key(settings.organisation_bureau)
    return Letterhead(settings.government, name, settings.address if own else "", logo)


def filled(
    sheet: FieldSheet, keys: Sequence[str], rows: Iterable[Sequence[CellValue]]
) -> dict[Place, CellValue]:
    """The examples of a sheet of fields, and rows of a table with their numbers."""
    values: dict[Place, CellValue] = {}
    for field in sheet.fields:
        values |= typed(field, field.example)
    for number, row in enumerate(rows, start=1):
        values[Place("number", number)] = number
        pairs = zip(keys, row, strict=True)
        values |= {Place(key, number): text for key, text in pairs if text}
    return values


def typed(field: Field, texts: Iterable[str], part: int = 1) -> dict[Place, CellValue]:
    """The texts in the cells of a field on the sheet of a part, as somebody would type them."""
    return {
        Place(field.key, row if field.rows > 1 else 0, part): _value(field, text)
        for row, text in enumerate(texts, start=1)
    }


def _value(field: Field, text: str) -> CellValue:
    if field.kind is FieldKind.DATE:
        return date.fromisoformat(text)
    return int(text) if field.kind is FieldKind.INTEGER else text
