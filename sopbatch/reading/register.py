"""The register workbook becomes a Register; what is wrong in it is the operator's to mend."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from sopbatch.model import (
    Decision,
    Grid,
    PlanLine,
    Register,
    RuleSetting,
    Section,
    Settings,
    Severity,
    SopbatchError,
    Unit,
    Waiver,
    Withdrawal,
)
from sopbatch.reading.labels import FoundLabel, find_labels, label_index, right_of, text_at
from sopbatch.reading.register_checks import check_tables
from sopbatch.reading.register_tables import Record, read_records, read_value, register_sheet
from sopbatch.reading.values.text import as_text, clean, fold, step_number
from sopbatch.schema import register_v1 as schema
from sopbatch.schema.statuses import WITHDRAWN

Tables = Mapping[str, Sequence[Record]]
SEVERITIES = {severity.label: severity for severity in Severity}


def read_register(grid: Grid) -> Register:
    """Read the register.

    Raises:
        SopbatchError: a sheet, column or value is missing or wrong; names sheet, row and column.
    """
    tables = {table.key: tuple(read_records(grid, table)) for table in schema.TABLES}
    settings = _settings(grid)
    check_tables(tables)
    sections = tuple(_section(record) for record in tables["sections"])
    return Register(
        units=tuple(_unit(record) for record in tables["units"]),
        sections=sections,
        plan=tuple(_plan_line(record, sections) for record in tables["plan"]),
        decisions=tuple(
            _decision(record) for record in tables["decisions"] if not _withdraws(record)
        ),
        withdrawals=tuple(
            _withdrawal(record) for record in tables["decisions"] if _withdraws(record)
        ),
        waivers=tuple(_waiver(record) for record in tables["waivers"]),
        rule_settings=tuple(_rule_setting(record) for record in tables["rule_settings"]),
        settings=settings,
    )


def _unit(record: Record) -> Unit:
    return Unit(
        code=record.text("code"),
        name=record.text("name"),
        parent=record.text("parent"),
        email=record.text("email"),
        head_position=record.text("head_position"),
        head_name=record.text("head_name"),
        head_nip=record.text("head_nip"),
        aliases=record.names("aliases"),
        simplified=record.is_yes("simplified"),
    )


def _section(record: Record) -> Section:
    return Section(
        unit_code=record.text("unit_code"),
        code=record.text("code"),
        name=record.text("name"),
        aliases=record.names("aliases"),
    )


def _plan_line(record: Record, sections: Sequence[Section]) -> PlanLine:
    return PlanLine(
        code=record.text("code"),
        unit_code=record.text("unit_code"),
        section=_section_name(record, sections),
        title=record.text("title"),
        deadline=record.date("deadline"),
        nature=record.text("nature"),
        function=record.text("function"),
        owner=record.text("owner"),
        withdrawn=record.is_yes("withdrawn"),
        other_titles=record.names("other_titles"),
    )


def _section_name(record: Record, sections: Sequence[Section]) -> str:
    """The section's name; a plan line may call it by its short code or another name."""
    typed = record.text("section")
    for section in sections:
        words = (section.code, section.name, *section.aliases)
        if section.unit_code == record.text("unit_code") and fold(typed) in map(fold, words):
            return section.name
    return typed


def _decision(record: Record) -> Decision:
    return Decision(
        plan_code=record.text("plan_code"),
        status=record.text("status"),
        decided=record.date("decided"),
        note=record.text("note"),
        document=record.text("document"),
        row=record.row,
        decided_by=record.text("decided_by"),
    )


def _withdraws(record: Record) -> bool:
    return record.text("status") == WITHDRAWN


def _withdrawal(record: Record) -> Withdrawal:
    return Withdrawal(
        number=record.text("plan_code"),
        decided=record.date("decided"),
        by=record.text("decided_by"),
        reason=record.text("note"),
        row=record.row,
    )


def _waiver(record: Record) -> Waiver:
    return Waiver(
        rule=record.text("rule").upper(),
        unit_code=record.text("unit_code"),
        reason=record.text("reason"),
        granted_by=record.text("granted_by"),
        until=record.date("until"),
    )


def _rule_setting(record: Record) -> RuleSetting:
    severity = record.text("severity")
    return RuleSetting(
        rule=record.text("rule").upper(),
        severity=SEVERITIES.get(severity),
        off=severity == schema.OFF,
        trial_until=record.date("trial_until"),
    )


def _settings(grid: Grid) -> Settings:
    """Settings beside their labels; what is blank keeps its default."""
    given = dict(_given_settings(grid))
    kept = Settings()

    def text(key: str, default: str) -> str:
        value = given.get(key)
        return value if isinstance(value, str) else default

    def number(key: str, default: int) -> int:
        return step_number(text(key, "")) or default

    deadline = given.get("round_deadline")
    return Settings(
        government=text("government", kept.government),
        region=text("region", kept.region),
        address=text("address", kept.address),
        organisation_bureau=text("organisation_bureau", kept.organisation_bureau),
        paper=text("paper", kept.paper),
        same_symbols=text("same_symbols", kept.same_symbols),
        ratified=text("ratified", kept.ratified),
        number_pattern=text("number_pattern", kept.number_pattern),
        minutes_per_day=number("minutes_per_day", kept.minutes_per_day),
        days_per_week=number("days_per_week", kept.days_per_week),
        days_per_month=number("days_per_month", kept.days_per_month),
        days_per_year=number("days_per_year", kept.days_per_year),
        round_deadline=deadline if isinstance(deadline, date) else None,
        review_years=number("review_years", kept.review_years),
        logo=text("logo", kept.logo),
    )


def _given_settings(grid: Grid) -> Iterator[tuple[str, str | date]]:
    """Key and value of every setting that is filled in."""
    sheet = register_sheet(grid, schema.SETTINGS_SHEET)
    labels = tuple(find_labels(sheet, label_index(schema.SETTINGS)))
    if not labels:
        raise SopbatchError(
            f"Daftar induk, lembar “{sheet.name}”: tidak ada pengaturan yang dikenal."
        )
    _check_strangers(grid, labels)
    for label in labels:
        value = read_value(sheet, label.row, _value_column(grid, label), label.field)
        if value is not None:
            yield label.field.key, value


def _value_column(grid: Grid, label: FoundLabel) -> int:
    """Where a setting's value stands: by its name, else right of its label."""
    area = grid.names.get(label.field.name)
    beside = right_of(register_sheet(grid, schema.SETTINGS_SHEET), label.row, label.column)
    if area is not None and area.top == label.row and area.left > label.column:
        return area.left
    return beside


def _check_strangers(grid: Grid, labels: Sequence[FoundLabel]) -> None:
    """A value beside a label that nobody knows would be lost silently."""
    sheet = register_sheet(grid, schema.SETTINGS_SHEET)
    column, known = labels[0].column, {label.row for label in labels}
    for row in range(min(known), sheet.height + 1):
        text = text_at(sheet, row, column)
        if text and row not in known and text_at(sheet, row, _value_column(grid, labels[0])):
            label = clean(as_text(sheet.cells[row, column]))
            raise SopbatchError(
                f"Daftar induk, lembar “{sheet.name}”, baris {row}: pengaturan “{label}” tidak "
                "dikenal; kembalikan tulisan aslinya atau hapus barisnya."
            )
