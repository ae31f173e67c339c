"""What stands twice in the register, so that one of both is without effect or ambiguous."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from sopbatch.model import Severity
from sopbatch.reading.checked import Checked
from sopbatch.reading.register_tables import Record
from sopbatch.reading.register_told import quote
from sopbatch.schema.statuses import ADMISSIONS, TIED, WITHDRAWN
from sopbatch.text.names import name_key, title_years
from sopbatch.text.straight import fold
from sopbatch.text.words import long_date

_LETTER_FOR_DIGIT = re.compile(r"(?<=\d)[oil]|(?<![^\W_])[oil](?=\d)")


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
                    continue  # a title that is planned twice is told for itself
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


def titles_stand_once(checked: Checked) -> None:
    """A unit plans a title once; in two sections it may be meant, and is only pointed out."""
    seen: dict[tuple[str, str, frozenset[str]], Record] = {}
    for record in checked.tables["plan"]:
        title = record.text("title")
        if record.is_yes("withdrawn") or not (key := name_key(title)):
            continue
        first = seen.setdefault((record.text("unit_code"), key, title_years(title)), record)
        if first is record or fold(first.text("code")) == fold(record.text("code")):
            continue  # a row that was copied is told by its code
        sections = {fold(one.text("section")) for one in (first, record)}
        apart = len(sections) == 2 and "" not in sections
        other = first.text("title")
        same = f", sebagai {quote(other)}" if fold(other) != fold(title) else ""
        checked.wrong(
            record,
            "title",
            f"{quote(title)} sudah direncanakan di baris {first.row}{same}",
            "Bedakan namanya, misalnya dengan nama bagiannya, jika memang dua SOP."
            if apart
            else "Hapus salah satu barisnya, atau bedakan namanya jika memang dua SOP.",
            severity=Severity.INFO if apart else Severity.WARNING,
        )


def codes_differ(checked: Checked) -> None:
    """No two codes differ by zeros, signs or look-alike letters only, as “TL-1” and “TL-01”."""
    for table in ("units", "plan", "sections"):
        seen: dict[tuple[str, tuple[int | str, ...]], tuple[str, int]] = {}
        for record in checked.tables[table]:
            code = record.text("code")
            if not code or "code" in record.bent:
                continue
            unit = record.text("unit_code") if table == "sections" else ""
            first, row = seen.setdefault((unit, _parts(code)), (code, record.row))
            if row != record.row and first.casefold() != code.casefold():
                what = f"{quote(code)} mudah tertukar dengan {quote(first)} di baris {row}"
                advice = "Beri kode yang jelas berbeda, atau hapus barisnya jika sama maksudnya."
                checked.wrong(record, "code", what, advice, severity=Severity.WARNING)


def _parts(code: str) -> tuple[int | str, ...]:
    """The letters and numbers of a code, whatever stands between them."""
    plain = _LETTER_FOR_DIGIT.sub(lambda found: "0" if found[0] == "o" else "1", code.casefold())
    parts = re.findall(r"\d+|[^\W\d_]+", plain)
    return tuple(int(part) if part.isdecimal() else part for part in parts)


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
