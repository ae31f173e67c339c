"""Which agency a heading, a signature or a field of names means."""

from collections.abc import Iterable, Iterator

from sopbatch.model import Register, Unit
from sopbatch.text.names import name_key

LONGEST = 200
"""Characters of a text that may be a heading or a signature."""
AROUND = frozenset(
    (
        *("standar", "pelayanan", "publik", "sop", "formulir", "daftar", "komponen", "jenis"),
        *("nama", "instansi", "unit", "kerja", "perangkat", "daerah", "organisasi", "opd", "skpd"),
        *("penyelenggara", "kepala", "pada", "di", "lingkungan", "pemerintah", "provinsi"),
        *("kabupaten", "kota", "lampiran", "keputusan"),
    )
)
"""Words that say nothing else when they stand around the name of an agency."""


def units_shown(text: str, register: Register) -> Iterator[Unit]:
    """Agencies whose name or other name the text is, but for words that say nothing else."""
    if len(text) > LONGEST:
        return
    said = name_key(text).split()
    around = AROUND | set(name_key(register.settings.government).split())
    for unit in register.units:
        names = (name_key(name).split() for name in (unit.name, *unit.aliases))
        if any(_is_shown(said, name, around) for name in names):
            yield unit


def _is_shown(said: list[str], name: list[str], around: frozenset[str]) -> bool:
    ends = [at + len(name) for at in range(len(said) - len(name) + 1)]
    return bool(name) and any(
        said[end - len(name) : end] == name
        and around.issuperset((*said[: end - len(name)], *said[end:]))
        for end in ends
    )


def only_unit(units: Iterable[Unit], register: Register) -> Unit | None:
    """The one that all of them are, or that hangs below all others; None when there is none."""
    found = {unit.code: unit for unit in units}
    above = {code for unit in found.values() for code in _above(unit, register)}
    lowest = [unit for code, unit in found.items() if code not in above]
    return lowest[0] if len(lowest) == 1 else None


def _above(unit: Unit, register: Register) -> Iterator[str]:
    seen = {unit.code}
    while unit.parent and unit.parent not in seen:
        seen.add(unit.parent)
        yield unit.parent
        parent = register.unit(unit.parent)
        if parent is None:
            return
        unit = parent
