"""The day by which something is to be done, told as a month or another part of a year."""

import re
from datetime import date

from sopbatch.reading.values.dates import parse_date
from sopbatch.text.straight import straighten

ANY_YEAR = 2026
_UNTIL = re.compile(
    r"^(?:(?:paling lambat|selambat-lambatnya|pada|akhir|s\.?/?d\.?|sampai(?: dengan)?|maks\.?"
    r"|maksimal)\s+)+",
    re.IGNORECASE,
)
_PART = re.compile(
    r"\b(tw|triwulan|semester|smt|kuartal|q)[\s.-]*(?:ke-?)?\s*([ivx]{1,3}\b|[1-4](?!\d))[\s/,-]*",
    re.IGNORECASE,
)
_BUDGET_YEAR = re.compile(r"\b(?:ta|t\.a\.|tahun anggaran)(?=\s|$)", re.IGNORECASE)
_NAMES = {"smt": "semester", "kuartal": "triwulan", "q": "triwulan"}


def last_day(text: str) -> date | None:
    """The last of the days that a text names (“TW III 2026”); None when it names none."""
    plain = _BUDGET_YEAR.sub("tahun", _UNTIL.sub("", straighten(text)))
    parsed = parse_date(_PART.sub(_spelt, plain).strip())
    return parsed.value or parsed.end


def _spelt(found: re.Match[str]) -> str:
    return f"{_NAMES.get(found[1].lower(), found[1])} {found[2]} "


def lacks_year(text: str) -> bool:
    """Whether a text names a part of a year without the year."""
    return last_day(f"{text} {ANY_YEAR}") is not None


def in_year(text: str, year: int) -> date | None:
    """The last day of a part of the year that lacks it."""
    return last_day(f"{text} {year}")
