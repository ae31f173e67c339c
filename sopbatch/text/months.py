"""Names of months and weekdays in, their numbers out."""

from collections.abc import Mapping
from types import MappingProxyType

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.text.alike import slips

MONTHS = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
WEEKDAYS = ("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu")

_SHORT = "jan feb mar apr mei jun jul agt sep okt nov des"
_SHORT_VARIANTS = {"agu": 8, "ags": 8, "agus": 8, "agust": 8, "sept": 9, "mrt": 3}
_OLD_FULL = {"pebruari": 2, "nopember": 11, "djanuari": 1, "djuni": 6, "djuli": 7}
_OLD = _OLD_FULL | {"peb": 2, "nop": 11}
_ENGLISH = {
    "january": 1,
    "february": 2,
    "march": 3,
    "may": 5,
    "june": 6,
    "july": 7,
    "august": 8,
    "aug": 8,
    "october": 10,
    "oct": 10,
    "december": 12,
    "dec": 12,
}
_SLIPS = {"agst": 8, "agts": 8, "okto": 10, "desem": 12}
"""Short names that no list has."""
_FULL = {name.lower(): number for number, name in enumerate(MONTHS, start=1)}
_PLAIN = _FULL | {name: n for n, name in enumerate(_SHORT.split(), start=1)} | _SHORT_VARIANTS

PLAIN_MONTHS: Mapping[str, int] = MappingProxyType(_PLAIN)
"""Names and short names that need no remark, in lower case, to 1-12."""
MONTH_WORDS: Mapping[str, int] = MappingProxyType(_PLAIN | _OLD | _ENGLISH)
"""Every accepted spelling of a month in lower case, to its number 1-12."""
ROMAN_MONTHS: Mapping[str, int] = MappingProxyType(
    {
        roman: number
        for number, roman in enumerate(
            ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"], start=1
        )
    }
)
"""Roman numbers of months in lower case, to 1-12."""

WEEKDAY_WORDS: Mapping[str, int] = MappingProxyType(
    {name.lower(): number for number, name in enumerate(WEEKDAYS)}
    | {"jum'at": 4, "jum at": 4, "ahad": 6}
    | {"monday": 0, "tuesday": 1, "wednesday": 2, "thursday": 3, "friday": 4}
    | {"saturday": 5, "sunday": 6}
)
"""Every accepted spelling of a weekday in lower case, to 0 (Monday) - 6 (Sunday)."""

ANNOUNCING = (
    *("hari", "tanggal", "tgl", "bertanggal", "tertanggal", "per", "tmt", "terhitung", "mulai"),
    *("sejak", "pada", "ditetapkan", "disahkan", "dibuat", "direvisi"),
)
"""Words that may stand in front of a date: "Pada hari Senin, tanggal 3 Maret 2025"."""
BESIDE_ANNOUNCING = ",./:;"
"""Signs that may stand behind them."""

NO_PLACES = (
    *("sebelum", "sesudah", "setelah", "paling", "selambat", "maks", "akhir", "awal"),
    *("pertengahan", "antara", "hingga", "sampai", "sekitar", "kira", "kurang", "lebih"),
    *("minggu", "pekan", "bulan", "triwulan", "caturwulan", "semester", "tahun", "revisi"),
    *("versi", "edisi", "rencana", "draf", "pasal", "nomor", "belum", "tidak", "bukan"),
    *("batal", "kecuali", "selain"),
)
"""How words in front of a date begin that say more than where it was written."""


def find_month(word: str) -> tuple[int, Flags] | None:
    """Number 1-12 of a month's name in lower case and the flags it earns; None for no month.

    A name one letter off is taken when it fits one month only.
    """
    if word in _PLAIN:
        return _PLAIN[word], NO_FLAGS
    if word in _OLD:
        return _OLD[word], frozenset({Flag.OLD_SPELLING})
    if word in _ENGLISH:
        return _ENGLISH[word], frozenset({Flag.ENGLISH_MONTH})
    if len(word) < 3:
        return None
    if word in _SLIPS:
        return _SLIPS[word], frozenset({Flag.MISSPELT_MONTH})
    near = {number for name, number in (_FULL | _OLD_FULL).items() if slips(word, name, 1) <= 1}
    return (near.pop(), frozenset({Flag.MISSPELT_MONTH})) if len(near) == 1 else None
