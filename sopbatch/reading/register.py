"""The register workbook becomes a Register; what is wrong in it is the operator's to mend."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from sopbatch.model import (
    Admission,
    Decision,
    Finding,
    Grid,
    PlanLine,
    Register,
    RuleSetting,
    Section,
    Severity,
    Tie,
    Unit,
    UnitChange,
    Waiver,
    Withdrawal,
)
from sopbatch.reading.register_beside import tell_sheets
from sopbatch.reading.register_checks import check_tables
from sopbatch.reading.register_settings import read_settings
from sopbatch.reading.register_tables import Record, has_sheet, read_records, sheets_named
from sopbatch.reading.register_told import Told
from sopbatch.schema import register as schema
from sopbatch.schema.statuses import ADMISSIONS, TIED, WITHDRAWN
from sopbatch.text.straight import fold

FILE_WORDS = (WITHDRAWN, TIED, *ADMISSIONS)
"""What decides on a file, and is no status of an SOP."""
NOBODY = (
    "Daftar induk ini belum memuat satu pun perangkat daerah.",
    f"Isi lembar {schema.UNITS.sheet}, di bawah baris contoh.",
)
SEVERITIES = {severity.label: severity for severity in Severity}


@dataclass(frozen=True, slots=True)
class RegisterReading:
    """A register as far as it could be read, and all that is to be said of it."""

    register: Register
    findings: tuple[Finding, ...] = ()
    """In the order of the sheets, then from the top down; those that block keep it from use."""

    @property
    def blank(self) -> bool:
        """Whether nobody typed an agency or a title."""
        return not self.register.units and not self.register.plan


def read_register(
    grid: Grid, rules: Collection[str] = (), as_of: date | None = None
) -> RegisterReading:
    """Read the register; whatever is wrong in it is told, nothing stops the reading.

    `rules` are the codes that the register may name; () takes all that look like one. `as_of` is
    the day of the report, against which its days are weighed; None weighs none.
    """
    told = Told()
    tables = {
        table.key: tuple(read_records(grid, table, told))
        for table in schema.TABLES
        if table is not schema.CHANGES or has_sheet(grid, table.sheet)
    }
    tables.setdefault(schema.CHANGES.key, ())
    settings = read_settings(grid, told)
    named = (*(table.sheet for table in schema.TABLES), schema.SETTINGS_SHEET, schema.GUIDE_SHEET)
    read = {sheet.name for name in named for sheet in sheets_named(grid, name)}
    tell_sheets(grid, schema.TABLES, read, told)
    check_tables(tables, told, rules, as_of)
    if not tables[schema.UNITS.key] and has_sheet(grid, schema.UNITS.sheet):
        told.say(*NOBODY, severity=Severity.WARNING)
    sections = tuple(_section(record) for record in tables["sections"])
    register = Register(
        units=tuple(_unit(record) for record in tables["units"]),
        sections=sections,
        plan=tuple(plan_line(record, sections) for record in tables["plan"]),
        decisions=tuple(
            _decision(record) for record in tables["decisions"] if _says(record) not in FILE_WORDS
        ),
        withdrawals=tuple(
            _withdrawal(record) for record in tables["decisions"] if _says(record) == WITHDRAWN
        ),
        ties=tuple(_tie(record) for record in tables["decisions"] if _says(record) == TIED),
        admissions=tuple(
            _admission(record) for record in tables["decisions"] if _says(record) in ADMISSIONS
        ),
        waivers=tuple(_waiver(record) for record in tables["waivers"]),
        rule_settings=tuple(_rule_setting(record) for record in tables["rule_settings"]),
        changes=tuple(_change(record) for record in tables["changes"] if record.date("since")),
        settings=settings,
    )
    return RegisterReading(register, _in_order(grid, told.findings))


def _in_order(grid: Grid, findings: Sequence[Finding]) -> tuple[Finding, ...]:
    """One finding says a thing once; what concerns the whole register comes first."""
    sheets = {sheet.name: number for number, sheet in enumerate(grid.sheets)}

    def place(finding: Finding) -> tuple[int, int, int]:
        cell = finding.cell
        return (sheets.get(cell.sheet, -1), cell.row, cell.column) if cell else (-1, 0, 0)

    return tuple(sorted(dict.fromkeys(findings), key=place))


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
        letter=record.text("letter"),
    )


def _change(record: Record) -> UnitChange:
    since = record.date("since")
    assert since is not None
    return UnitChange(
        since=since,
        unit_code=record.text("unit_code"),
        unit_name=record.text("unit_name"),
        section=record.text("section"),
        successors=record.names("successors"),
        new_sections=record.names("new_sections"),
        document=record.text("document"),
        row=record.row,
    )


def _section(record: Record) -> Section:
    return Section(
        unit_code=record.text("unit_code"),
        code=record.text("code"),
        name=record.text("name"),
        aliases=record.names("aliases"),
    )


def plan_line(record: Record, sections: Sequence[Section] = ()) -> PlanLine:
    """The line of the plan that a row tells."""
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


def _says(record: Record) -> str:
    return record.text("status")


def _tie(record: Record) -> Tie:
    return Tie(
        plan_code=record.text("plan_code"),
        number=record.text("receipt"),
        decided=record.date("decided"),
        by=record.text("decided_by"),
        reason=record.text("note"),
        row=record.row,
    )


def _withdrawal(record: Record) -> Withdrawal:
    return Withdrawal(
        number=record.text("plan_code"),
        decided=record.date("decided"),
        by=record.text("decided_by"),
        reason=record.text("note"),
        row=record.row,
    )


def _admission(record: Record) -> Admission:
    return Admission(
        key=record.text("plan_code"),
        verdict=record.text("status"),
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
