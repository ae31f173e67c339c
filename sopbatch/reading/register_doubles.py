"""What stands twice in the register, so that one of both is without effect or ambiguous."""

from collections.abc import Iterator, Sequence
from datetime import date

from sopbatch.model import Severity
from sopbatch.reading.checked import Checked
from sopbatch.reading.register_tables import Record
from sopbatch.reading.register_told import quote
from sopbatch.schema.statuses import ADMISSIONS, TIED, WITHDRAWN
from sopbatch.text.names import name_key
from sopbatch.text.straight import fold
from sopbatch.text.words import long_date


def names_call_one(checked: Checked) -> None:
    """Each name of a unit, a section or a planned title calls one only."""
    units, sections, plan = (checked.tables[key] for key in ("units", "sections", "plan"))
    _call_one(checked, units, "name", "aliases", "satu perangkat daerah")
    for unit in dict.fromkeys(record.text("unit_code") for record in sections):
        own = [record for record in sections if record.text("unit_code") == unit]
        _call_one(checked, own, "name", "aliases", "satu bagian")
    told_otherwise = [record for record in plan if record.names("other_titles")]
    # Titles cost much to compare, and few lines have another name.
    for unit in dict.fromkeys(record.text("unit_code") for record in told_otherwise):
        own = [record for record in plan if record.text("unit_code") == unit]
        _call_one(checked, own, "title", "other_titles", "satu SOP")


def _call_one(
    checked: Checked, records: Sequence[Record], name: str, others: str, what: str
) -> None:
    held: dict[str, tuple[Record, str]] = {}
    for column in (name, others):
        for record in records:
            typed = (record.text(name),) if column == name else record.names(others)
            for one in typed:
                key = name_key(one)
                first, where = held.setdefault(key, (record, column)) if key else (record, column)
                if first is record or (column == name == "title"):
                    continue  # planned titles that stand twice are told with the files
                label = first.columns[where].field.label
                called = next(
                    (other for other in first.names(where) if name_key(other) == key),
                    first.text(where),
                )
                same = f"{quote(called)}, " if fold(called) != fold(one) else ""
                checked.wrong(
                    record,
                    column,
                    f"{quote(one)} sama dengan {same}{label} di baris {first.row}",
                    f"Tulis nama yang hanya dipakai {what}, atau hapus salah satunya.",
                    severity=Severity.WARNING,
                )


def decisions_go_on(checked: Checked) -> None:
    """Of several decisions on an SOP the lowest holds, so that it should be the latest."""
    latest: dict[str, tuple[date, int]] = {}
    for record, decided in _decided(checked):
        code = record.text("plan_code")
        before, row = latest.get(code, (decided, record.row))
        if decided < before:
            checked.wrong(
                record,
                "decided",
                f"“{long_date(decided)}” lebih awal daripada keputusan di baris {row} "
                f"({long_date(before)}), padahal baris terbawah yang berlaku",
                "Periksa kedua tanggalnya, atau urutkan barisnya menurut tanggal.",
                severity=Severity.WARNING,
            )
        else:
            latest[code] = decided, record.row


def _decided(checked: Checked) -> Iterator[tuple[Record, date]]:
    for record in checked.tables["decisions"]:
        of_status = record.text("status") not in (WITHDRAWN, TIED, *ADMISSIONS)
        decided = record.date("decided")
        if of_status and decided and record.text("plan_code"):
            yield record, decided


def rules_are_set_once(checked: Checked) -> None:
    """Of several settings of a rule the first one holds."""
    rows: dict[str, int] = {}
    for record in checked.tables["rule_settings"]:
        code = record.text("rule").upper()
        row = rows.setdefault(code, record.row) if code else record.row
        if row != record.row:
            what = f"{quote(code)} sudah diatur di baris {row}, dan baris itulah yang berlaku"
            advice = "Hapus salah satu barisnya."
            checked.wrong(record, "rule", what, advice, severity=Severity.WARNING)
