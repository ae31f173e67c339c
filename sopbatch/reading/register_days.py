"""Days of the register against the day of the report: what lies too far off, or has no year."""

from collections.abc import Iterator
from datetime import date

from sopbatch.model import Severity
from sopbatch.reading.checked import Checked
from sopbatch.reading.last_days import in_year
from sopbatch.reading.register_tables import Record
from sopbatch.text.words import long_date

FAR = 10
"""Years from the report to a day that nobody plans for."""
NEAR = (-1, 5)
"""Years round the report's to which a mistyped one may have been meant."""
DAYS = {
    "plan": "deadline",
    "decisions": "decided",
    "waivers": "until",
    "rule_settings": "trial_until",
    "changes": "since",
}
"""Table to its field with a day."""


def days_are_near(checked: Checked) -> None:
    """No day lies beyond ten years, and no decision after the day of the report."""
    today = checked.as_of
    if today is None:
        return
    for table, key in DAYS.items():
        for record in checked.tables[table]:
            day = record.date(key)
            if day is None:
                continue
            if _is_far(day, today):
                what = f"“{long_date(day)}” masih {day.year - today.year} tahun lagi"
                advice = "Periksa tahunnya."
                meant = _meant_year(day, today)
                checked.wrong(record, key, what, advice, meant, severity=Severity.WARNING)
            elif key == "decided" and day > today:
                what = f"“{long_date(day)}” setelah tanggal laporan, {long_date(today)}"
                advice = "Periksa tanggalnya; sampai hari itu keputusan ini belum diterapkan."
                checked.wrong(record, key, what, advice, severity=Severity.INFO)


def _is_far(day: date, today: date) -> bool:
    return day.year > today.year + FAR


def _meant_year(day: date, today: date) -> str:
    """The day in the year of which two digits were exchanged; "" when none or several are near."""
    digits = str(day.year)
    years = {
        int(digits[:place] + digits[place + 1] + digits[place] + digits[place + 2 :])
        for place in range(len(digits) - 1)
    }
    near = [year for year in years if NEAR[0] <= year - today.year <= NEAR[1]]
    return long_date(_in(day, near[0])) if len(near) == 1 else ""


def _in(day: date, year: int) -> date:
    return day.replace(year=year, day=28 if (day.month, day.day) == (2, 29) else day.day)


def deadlines_have_years(checked: Checked) -> None:
    """“TW 3” is offered as the end of that quarter in the one year of all other deadlines."""
    today = checked.as_of
    days = (record.date("deadline") for record in checked.tables["plan"])
    years = {day.year for day in days if day and not (today and _is_far(day, today))}
    if not years and today:
        years = {today.year}
    if len(years) != 1:
        return
    (year,) = years
    for record in _without_year(checked):
        if day := in_year(record.text("deadline"), year):
            checked.told.offer(record.cell("deadline"), long_date(day))


def _without_year(checked: Checked) -> Iterator[Record]:
    return (record for record in checked.tables["plan"] if "deadline" in record.bent)
