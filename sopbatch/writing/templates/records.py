"""What stands in the cells of a register: its records as the tables of the schema show them."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sopbatch.model import (
    Admission,
    CellValue,
    Decision,
    Register,
    RuleSetting,
    Severity,
    Tie,
    Withdrawal,
)
from sopbatch.schema.fields import Field, FieldKind, TableSheet
from sopbatch.schema.register import DECISIONS, RULES, SETTINGS
from sopbatch.schema.statuses import TIED, WITHDRAWN

YES = "Ya"
NOT_CHECKED = next(field for field in RULES.columns if field.key == "severity").choices[-1]
SEPARATOR = "; "


def default_settings() -> Mapping[str, CellValue]:
    """Settings of a blank register by key."""
    return MappingProxyType(
        {field.key: _typed(field, field.example[0]) for field in SETTINGS if field.example}
    )


def register_settings(register: Register) -> Mapping[str, CellValue]:
    """Settings of a register by key."""
    values = {field.key: getattr(register.settings, field.key) for field in SETTINGS}
    return MappingProxyType({key: _shown(value) for key, value in values.items()})


def register_rows(register: Register, table: TableSheet) -> tuple[tuple[CellValue, ...], ...]:
    """Rows of a table, one value for each column."""
    records = (*getattr(register, table.key), *_beside(register, table))
    return tuple(record_cells(record, table.columns) for record in records)


def record_cells(record: object, columns: Iterable[Field]) -> tuple[CellValue, ...]:
    """The row of one record, one value for each column."""
    return tuple(_cell(record, field) for field in columns)


def _beside(register: Register, table: TableSheet) -> tuple[Decision, ...]:
    """What is said of files stands among the decisions."""
    if table is not DECISIONS:
        return ()
    return (
        *(_decision(line, line.number, WITHDRAWN) for line in register.withdrawals),
        *(_decision(line, line.plan_code, TIED, line.number) for line in register.ties),
        *(_decision(line, line.key, line.verdict) for line in register.admissions),
    )


def _decision(
    line: Withdrawal | Tie | Admission, code: str, status: str, receipt: str = ""
) -> Decision:
    return Decision(
        plan_code=code,
        status=status,
        decided=line.decided,
        note=line.reason,
        row=line.row,
        decided_by=line.by,
        receipt=receipt,
    )


def _cell(record: object, field: Field) -> CellValue:
    if isinstance(record, RuleSetting) and record.off and field.key == "severity":
        return NOT_CHECKED
    return _shown(getattr(record, field.key))


def _shown(value: CellValue | Severity | tuple[str, ...] | None) -> CellValue:
    match value:
        case None | False:
            return ""
        case True:
            return YES
        case Severity():
            return value.label
        case tuple():
            return SEPARATOR.join(value)
    return value


def _typed(field: Field, text: str) -> CellValue:
    return int(text) if field.kind is FieldKind.INTEGER else text
