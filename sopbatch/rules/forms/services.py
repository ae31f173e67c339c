"""What rules about service standards look at: the record, each service, its texts."""

from collections.abc import Iterator

from sopbatch.model import Place, Severity
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.rules.rule import WARNING, FormCase
from sopbatch.schema.fields import Field, FieldKind, Required
from sopbatch.schema.standards import SERVICE, STANDARDS
from sopbatch.text.straight import is_missing

ONLY = frozenset((STANDARDS.code,))
COMPONENT_REASON = (
    "UU 25/2009, Pasal 21: komponen ini termuat dalam setiap standar pelayanan. Komponen yang "
    "isinya tidak terbaca tidak dapat ditagih oleh masyarakat."
)
LABELS = {field.key: field.label for field in STANDARDS.fields()}
LAWS = frozenset(("legal_basis", "fee_basis"))


def standards_of(case: FormCase) -> Standards:
    """The record."""
    return case.reading.told(Standards)


def services(case: FormCase) -> tuple[ServiceStandard, ...]:
    """Its services."""
    return standards_of(case).services


def at_item(service: ServiceStandard, key: str, item: int = 1) -> Place:
    """Place of an item of a list, of a field with item 0."""
    return Place(key, item, service.part)


def items(case: FormCase, service: ServiceStandard, field: Field) -> Iterator[tuple[Place, str]]:
    """What was typed into a field of a service: its items, or its one text."""
    values = case.reading.values
    rows = range(1, len(values) + 1) if field.rows > 1 else (0,)
    for row in rows:
        text = values.get(Place(field.key, row, service.part))
        if text is None:
            return
        if not is_missing(text):
            yield Place(field.key, row, service.part), text


def texts(case: FormCase, service: ServiceStandard) -> Iterator[tuple[Place, str]]:
    """All texts of a service that an officer wrote freely, regulations left out."""
    for field in SERVICE.fields:
        if field.kind in (FieldKind.TEXT, FieldKind.LIST) and field.key not in LAWS:
            yield from items(case, service, field)


def when_due(case: FormCase) -> Severity | None:
    """Severity of what must be right when it is sent: a draft is only warned."""
    return None if case.due(Required.SUBMITTED) else WARNING
