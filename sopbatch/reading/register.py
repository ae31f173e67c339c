"""The register workbook becomes a Register; what is wrong in it is the operator's to mend."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from sopbatch.model import (
    CellValue,
    Decision,
    Grid,
    PlanLine,
    Register,
    RuleSetting,
    Section,
    Settings,
    Severity,
    Sheet,
    SopbatchError,
    Unit,
    Waiver,
)
from sopbatch.reading.labels import label_index
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.text import as_text, clean, fold, step_number
from sopbatch.schema import register_v1 as schema
from sopbatch.schema.fields import Field, FieldKind, Required, TableSheet
from sopbatch.schema.statuses import REGISTER_STATUSES, status_of

Record = dict[str, str | date | None]
SEVERITIES = {severity.label: severity for severity in Severity}
OFF = "tidak diperiksa"


def read_register(grid: Grid) -> Register:
    """Read the register.

    Raises:
        SopbatchError: a sheet, column or value is missing or wrong; names sheet, row and column.
    """
    tables = {table.key: tuple(_records(grid, table)) for table in schema.TABLES}
    register = Register(
        units=tuple(_unit(record) for _, record in tables["units"]),
        sections=tuple(_section(record) for _, record in tables["sections"]),
        plan=tuple(_plan_line(record) for _, record in tables["plan"]),
        decisions=tuple(_decision(row, record) for row, record in tables["decisions"]),
        waivers=tuple(_waiver(record) for _, record in tables["waivers"]),
        rule_settings=tuple(_rule_setting(record) for _, record in tables["rule_settings"]),
        settings=_settings(grid),
    )
    _check(register)
    return _with_section_names(register)


def _wrong(sheet: str, row: int, what: str) -> SopbatchError:
    return SopbatchError(f"Daftar induk, sheet “{sheet}”, baris {row}: {what}")


def _records(grid: Grid, table: TableSheet) -> Iterator[tuple[int, Record]]:
    sheet = grid.sheet(table.sheet)
    if sheet is None:
        raise SopbatchError(
            f"Daftar induk tidak memuat sheet “{table.sheet}”; pakai templat daftar induk baru."
        )
    header_row, columns = _header(sheet, table)
    for row in range(header_row + 1, sheet.height + 1):
        values = {
            field.key: sheet.cells.get((row, column))
            for column, field in columns.items()
            if (row, column) in sheet.cells
        }
        if values:
            yield (
                row,
                {
                    field.key: _value(sheet, row, field, values.get(field.key))
                    for field in table.columns
                },
            )


def _header(sheet: Sheet, table: TableSheet) -> tuple[int, Mapping[int, Field]]:
    """The row with the column labels, wherever it moved, and which column is which field."""
    index = label_index(table.columns)
    for row in range(1, min(sheet.height, 30) + 1):
        found = {
            column: index[fold(value)]
            for (at, column), value in sheet.cells.items()
            if at == row and isinstance(value, str) and fold(value) in index
        }
        if len(found) >= 2:
            _need_columns(table, tuple(found.values()))
            return row, found
    raise SopbatchError(
        f"Daftar induk, sheet “{table.sheet}”: baris judul kolom tidak ditemukan; "
        "pakai templat daftar induk yang baru."
    )


def _need_columns(table: TableSheet, found: tuple[Field, ...]) -> None:
    for field in table.columns:
        if field.required is not Required.NEVER and field not in found:
            raise SopbatchError(
                f"Daftar induk, sheet “{table.sheet}”: kolom “{field.label}” tidak ditemukan."
            )


def _value(sheet: Sheet, row: int, field: Field, value: CellValue | None) -> str | date | None:
    if field.kind is FieldKind.DATE:
        parsed = parse_date(value)
        if parsed.kind == "missing":
            return None
        if parsed.value is None:
            raise _wrong(
                sheet.name, row, f"“{field.label}” berisi “{parsed.raw}”, bukan tanggal lengkap."
            )
        return parsed.value
    text = "" if value is None else clean(as_text(value))
    if not text and field.required is not Required.NEVER:
        raise _wrong(sheet.name, row, f"kolom “{field.label}” belum diisi.")
    if text and field.choices and fold(text) not in {fold(choice) for choice in field.choices}:
        raise _wrong(
            sheet.name, row, f"“{field.label}” berisi “{text}”; pilih {', '.join(field.choices)}."
        )
    return text


def _text(record: Record, key: str) -> str:
    value = record[key]
    return value if isinstance(value, str) else ""


def _date(record: Record, key: str) -> date | None:
    value = record[key]
    return value if isinstance(value, date) else None


def _names(text: str) -> tuple[str, ...]:
    return tuple(name.strip() for name in text.split(";") if name.strip())


def _is_yes(text: str) -> bool:
    return fold(text) == "ya"


def _unit(record: Record) -> Unit:
    keys = ("code", "name", "parent", "email", "head_position", "head_name", "head_nip")
    return Unit(
        **{key: _text(record, key) for key in keys},
        aliases=_names(_text(record, "aliases")),
        simplified=_is_yes(_text(record, "simplified")),
    )


def _section(record: Record) -> Section:
    return Section(
        _text(record, "unit_code"),
        _text(record, "code"),
        _text(record, "name"),
        _names(_text(record, "aliases")),
    )


def _plan_line(record: Record) -> PlanLine:
    keys = ("code", "unit_code", "section", "title", "nature", "function", "owner")
    return PlanLine(
        **{key: _text(record, key) for key in keys},
        deadline=_date(record, "deadline"),
        withdrawn=_is_yes(_text(record, "withdrawn")),
    )


def _decision(row: int, record: Record) -> Decision:
    status = status_of(_text(record, "status")) or REGISTER_STATUSES[0]
    return Decision(
        _text(record, "plan_code"),
        status.label,
        _date(record, "decided"),
        _text(record, "note"),
        _text(record, "document"),
        row,
    )


def _waiver(record: Record) -> Waiver:
    return Waiver(
        _text(record, "rule").upper(),
        _text(record, "unit_code"),
        _text(record, "reason"),
        _text(record, "granted_by"),
        _date(record, "until"),
    )


def _rule_setting(record: Record) -> RuleSetting:
    severity = fold(_text(record, "severity"))
    return RuleSetting(
        _text(record, "rule").upper(),
        SEVERITIES.get(severity),
        severity == OFF,
        _date(record, "trial_until"),
    )


def _settings(grid: Grid) -> Settings:
    """Settings beside their labels; what is blank keeps its default."""
    sheet = grid.sheet(schema.SETTINGS_SHEET) or Sheet(schema.SETTINGS_SHEET)
    index = label_index(schema.SETTINGS)
    given: dict[str, str | int | date] = {}
    for (row, column), value in sorted(sheet.cells.items()):
        field = index.get(fold(as_text(value))) if isinstance(value, str) else None
        typed = sheet.cells.get((row, column + 1))
        if field is None or typed is None:
            continue
        given[field.key] = _setting(sheet, row, field, typed)
    return Settings(**given)  # type: ignore[arg-type]  # keys and kinds come from the schema


def _setting(sheet: Sheet, row: int, field: Field, typed: CellValue) -> str | int | date:
    value = _value(sheet, row, field, typed)
    if field.kind is not FieldKind.INTEGER:
        return "" if value is None else value
    number = step_number(value) if isinstance(value, str) else None
    if not number:
        raise _wrong(sheet.name, row, f"“{field.label}” harus bilangan bulat di atas nol.")
    return number


def _check(register: Register) -> None:
    """References between the tables; each mistake is one sentence."""
    for sheet, codes in (
        (schema.UNITS.sheet, [unit.code for unit in register.units]),
        (schema.PLAN.sheet, [line.code for line in register.plan]),
    ):
        double = next((code for code in codes if codes.count(code) > 1), "")
        if double:
            raise SopbatchError(
                f"Daftar induk, sheet “{sheet}”: kode “{double}” tertulis dua kali."
            )
    known = {unit.code for unit in register.units}
    for sheet, used in (
        (schema.SECTIONS.sheet, [section.unit_code for section in register.sections]),
        (schema.PLAN.sheet, [line.unit_code for line in register.plan]),
        (schema.UNITS.sheet, [unit.parent for unit in register.units if unit.parent]),
    ):
        stranger = next((code for code in used if code not in known), "")
        if stranger:
            raise SopbatchError(
                f"Daftar induk, sheet “{sheet}”: kode unit “{stranger}” tidak ada di sheet "
                f"“{schema.UNITS.sheet}”."
            )
    planned = {line.code for line in register.plan}
    for decision in register.decisions:
        if decision.plan_code not in planned:
            raise _wrong(
                schema.DECISIONS.sheet,
                decision.row,
                f"kode SOP “{decision.plan_code}” tidak ada di sheet “{schema.PLAN.sheet}”.",
            )


def _with_section_names(register: Register) -> Register:
    """Plan lines may name a section by its short code; everybody else uses its name."""
    names = {
        (section.unit_code, fold(word)): section.name
        for section in register.sections
        for word in (section.code, section.name, *section.aliases)
    }
    plan = tuple(
        replace(line, section=names.get((line.unit_code, fold(line.section)), line.section))
        for line in register.plan
    )
    return replace(register, plan=plan)
