"""Units of time as officers write them, once for what is read and for what the form sees."""

from collections.abc import Mapping
from types import MappingProxyType

_SPELLINGS = {
    "detik": "detik dtk det '' \"",
    "menit": "menit mnt min '",
    "jam": "jam jm",
    "jam pelajaran": "jp jpl",
    "hari": "hari hr",
    "hari kerja": "hk harikerja",
    "minggu": "minggu mgg mg pekan",
    "bulan": "bulan bln",
    "triwulan": "triwulan tw",
    "caturwulan": "caturwulan cawu",
    "semester": "semester smt",
    "tahun": "tahun thn th",
}
TIME_UNITS = tuple(_SPELLINGS)
"""Names of units, from short to long."""
UNIT_WORDS: Mapping[str, str] = MappingProxyType(
    {word: unit for unit, words in _SPELLINGS.items() for word in words.split()}
)
"""Each spelling to the unit it means."""
UNIT_SLIPS: Mapping[str, str] = MappingProxyType(
    {"mnit": "menit", "minit": "menit", "hri": "hari"}
    | dict.fromkeys(("minute", "minutes", "mins"), "menit")
    | dict.fromkeys(("hour", "hours", "hrs"), "jam")
    | {"day": "hari", "days": "hari", "week": "minggu", "weeks": "minggu"}
    | {"month": "bulan", "months": "bulan", "year": "tahun", "years": "tahun"}
)
"""Slips of short words, and English ones, which lie nearer to a unit that is not meant."""
BESIDE_UNITS = "0123456789.,;:()/-–±½¼¾*[]“”@"
"""Signs that may stand directly beside a unit."""
LESSON = "jam pelajaran"
"""A unit that has another length in every school; 45 minutes where nothing else is said."""
LESSON_WORDS = (
    *(word for word, unit in UNIT_WORDS.items() if unit == LESSON),
    *("jam pelajaran", "jam pembelajaran"),
)
LESSON_MINUTES = ("menit", "mnt")
"""How the minute is spelt that says how long a lesson is: "10 JP @ 45 menit"."""
DAY_WORDS = ("hari", "hr", "hri", "sehari")
"""Days of which it is to be said what they are."""
DAY_KINDS = ("kerja", "krj", "efektif", "ef", "kalender", "kal")
"""Words that say it."""
