"""A unit of time as typed in, its name, its rank and its minutes out."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.schema.time_units import TIME_UNITS, UNIT_SLIPS, UNIT_WORDS
from sopbatch.text.alike import slips

RANKS: Mapping[str, int] = MappingProxyType(
    {
        "tahun": 0,
        "semester": 1,
        "caturwulan": 2,
        "triwulan": 3,
        "bulan": 4,
        "minggu": 5,
        "hari kalender": 6,
        "hari kerja": 6,
        "hari": 6,
        "jam": 7,
        "jam pelajaran": 7,
        "menit": 8,
        "detik": 9,
    }
)
"""The parts of a compound go from longer to shorter units."""

SUB_DAY = frozenset({"jam", "jam pelajaran", "menit", "detik"})
"""Units that are the same in working and in calendar time."""

_QUALIFIERS = dict.fromkeys(("kerja", "krj", "efektif", "ef"), "kerja") | dict.fromkeys(
    ("kalender", "kal"), "kalender"
)

_MISSPELT = frozenset({Flag.MISSPELT_UNIT})


def find_unit(word: str) -> tuple[str, Flags] | None:
    """Name and flags of the unit that a word in lower case means; None for no unit."""
    if word in UNIT_WORDS:
        return UNIT_WORDS[word], NO_FLAGS
    near = UNIT_SLIPS.get(word) or _nearest(word, TIME_UNITS)
    return (near, _MISSPELT) if near else None


def find_qualifier(word: str) -> tuple[str, Flags] | None:
    """The one of "kerja" and "kalender" that a word in lower case means, and its flags."""
    if word in _QUALIFIERS:
        return _QUALIFIERS[word], NO_FLAGS
    near = _nearest(word, ("kerja", "kalender", "efektif"))
    return (_QUALIFIERS[near], _MISSPELT) if near else None


def _nearest(word: str, names: Iterable[str]) -> str:
    """The one name that the word is a single slip away from; "" when none or several."""
    near = [
        name
        for name in names
        if " " not in name and max(len(word), len(name)) >= 4 and slips(word, name, 1) <= 1
    ]
    return near[0] if len(near) == 1 else ""
