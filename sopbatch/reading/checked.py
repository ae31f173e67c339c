"""A table of the register under check, and how a mistake in it is told."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sopbatch.model import Severity
from sopbatch.reading.register_tables import Record
from sopbatch.reading.register_told import Told
from sopbatch.schema import register as schema

Tables = Mapping[str, Sequence[Record]]
FIELDS = {field.key: field for table in schema.TABLES for field in table.columns}
"""Fields by key, for columns that an older register does not have."""


@dataclass(frozen=True, slots=True)
class Checked:
    """All tables, and what else a check must know."""

    tables: Tables
    told: Told
    rules: Collection[str]
    """Codes of all rules; () when nobody knows them."""
    as_of: date | None
    """The day of the report; None where no day is weighed."""

    def wrong(
        self,
        record: Record,
        key: str,
        what: str,
        advice: str,
        suggestion: str = "",
        severity: Severity = Severity.ERROR,
    ) -> None:
        """A mistake in a field of a record."""
        label = record.columns.get(key)
        field = label.field if label else FIELDS[key]
        self.told.wrong(record.cell(key), field, what, advice, suggestion, severity)
