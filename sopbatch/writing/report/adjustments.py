"""What the register sets aside: waivers and changed rules come in, a line for each goes out."""

from collections.abc import Callable, Iterator
from datetime import date

from sopbatch.model import RuleSetting, Waiver
from sopbatch.report.content import Content, FindingRow
from sopbatch.text.words import count, long_date

ALL_UNITS = "*"
NOTHING = ("Tidak ada", "semua aturan berlaku sebagaimana mestinya bagi semua perangkat daerah")


def adjustments(content: Content) -> tuple[tuple[str, str], ...]:
    """For each waiver and changed rule: what it is about, and what holds on the report date."""
    register = content.register
    waivers = ((_whom(waiver, content), _waiver(waiver, content)) for waiver in register.waivers)
    changes = ((change.rule, _change(change, content)) for change in register.rule_settings)
    return (*waivers, *changes) or (NOTHING,)


def _whom(waiver: Waiver, content: Content) -> str:
    unit = content.register.unit(waiver.unit_code)
    name = "semua perangkat daerah" if waiver.unit_code == ALL_UNITS else unit.name if unit else "-"
    return f"{waiver.rule} · {name}"


def _waiver(waiver: Waiver, content: Content) -> str:
    why = f"alasan: {waiver.reason}; disetujui oleh {waiver.granted_by}"
    if _over(waiver.until, content.as_of):
        return f"pengecualian berakhir {_day(waiver.until)}; {why}"

    def spared(row: FindingRow) -> bool:
        return waiver.unit_code in (ALL_UNITS, row.line.unit_code) and bool(row.finding.waived)

    found = _found(content, waiver.rule, spared)
    return f"dikecualikan sampai {_day(waiver.until)} ({found}); {why}"


def _change(change: RuleSetting, content: Content) -> str:
    return "; ".join(_words(change, content)) or "berlaku sebagaimana mestinya"


def _words(change: RuleSetting, content: Content) -> Iterator[str]:
    if change.off:
        yield "tidak diperiksa"
        return
    if change.severity is not None:
        yield f"tingkat diubah menjadi {change.severity.label}"
    if _over(change.trial_until, content.as_of):
        yield f"uji coba berakhir {_day(change.trial_until)}"
    elif change.trial_until is not None:
        found = _found(content, change.rule, lambda row: row.finding.trial)
        until = _day(change.trial_until)
        yield f"masa percobaan sampai {until}; SOP tetap dihitung lengkap ({found})"


def _found(content: Content, code: str, which: Callable[[FindingRow], bool]) -> str:
    rows = (row for row in content.finding_rows if row.finding.code == code)
    return f"{count(sum(map(which, rows)))} temuan"


def _over(until: date | None, as_of: date) -> bool:
    return until is not None and until < as_of


def _day(day: date | None) -> str:
    return long_date(day) if day else "waktu yang tidak ditentukan"
