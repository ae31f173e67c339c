"""Fields as rules speak of them: label, obligation and answer of each identity field."""

from types import MappingProxyType

from sopbatch.model import LegalCitation, Severity, Sop
from sopbatch.rules.rule import INFO, WARNING, Case
from sopbatch.schema.sop import IDENTITY_FIELDS
from sopbatch.text.blank import answers

FIELDS = MappingProxyType({field.key: field for field in IDENTITY_FIELDS})
"""Identity fields by key."""


def label(key: str) -> str:
    """The label an officer reads beside the field."""
    return FIELDS[key].label


def when_blank(case: Case, key: str) -> Severity | None:
    """Severity of a blank field: advice before the status from which the form requires it."""
    return None if case.due(FIELDS[key].required) else INFO


def when_wrong(case: Case, key: str) -> Severity | None:
    """Severity of a wrong value: at most a warning before the form requires the field."""
    return None if case.due(FIELDS[key].required) else WARNING


def list_items(sop: Sop, key: str) -> tuple[str, ...]:
    """Items of a list field as typed; legal citations by their raw text."""
    items: tuple[str | LegalCitation, ...] = getattr(sop, key)
    return tuple(item if isinstance(item, str) else item.raw for item in items)


def answered(sop: Sop, key: str) -> tuple[str, ...]:
    """Items of a list field that say something."""
    return answers(list_items(sop, key))
