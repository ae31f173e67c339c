"""Which SOP a text of another workbook means: by its number, or by its title."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from sopbatch.matching.aliases import unit_aliases
from sopbatch.model import Dossier, NumberKind, Register, Sop
from sopbatch.text.names import Aliases, name_key

_NUMBER = re.compile(r"(?<!\S)(?:(?:nomor|no\.?)\s*)?\S*\d\S*/\S+", re.IGNORECASE)
LONGEST = 400
"""Characters of a text that are looked at."""


@dataclass(frozen=True, slots=True)
class SopIndex:
    """SOPs of a batch and titles of the plan, to be looked up."""

    by_title: Mapping[tuple[str, str], Dossier | None]
    """Code of the unit ("" for any) and key of the title; None for a title that was planned and
    never came, or that several units have."""
    by_number: Mapping[str, Dossier]
    aliases: Aliases

    def find(self, text: str, unit_code: str) -> tuple[bool, Dossier | None]:
        """Whether anybody has or plans such an SOP, and the SOP that is surely meant."""
        said = text[:LONGEST]
        for number in _NUMBER.findall(said):
            found = self.by_number.get(_plain(number))
            if found is not None:
                return True, found
        for title in (said, _NUMBER.sub(" ", said)):
            key = name_key(title, self.aliases)
            for unit in (unit_code.strip(), ""):
                if (unit, key) in self.by_title:
                    return True, self.by_title[unit, key]
        return False, None


def sop_index(dossiers: Iterable[Dossier], register: Register) -> SopIndex:
    """The index of a batch."""
    aliases = unit_aliases(register)
    titles: dict[tuple[str, str], Dossier | None] = {}
    numbers: dict[str, Dossier] = {}
    for line in register.plan:
        key = name_key(line.title, aliases)
        titles[line.unit_code, key] = titles["", key] = None
    met: set[str] = set()
    for dossier in dossiers:
        sop = sop_that_counts(dossier)
        if sop is None:
            continue
        for key in {name_key(dossier.title, aliases), name_key(sop.title, aliases)}:
            titles[dossier.unit_code, key] = dossier
            titles["", key] = None if key in met else dossier
            met.add(key)
        if sop.number.kind is NumberKind.NUMBER:
            numbers.setdefault(_plain(sop.number.raw), dossier)
    return SopIndex(titles, numbers, aliases)


def sop_that_counts(dossier: Dossier) -> Sop | None:
    """What the version says that counts; None when none was read."""
    counted = dossier.counted
    return counted.submission.sop if counted and counted.submission else None


def _plain(number: str) -> str:
    bare = re.sub(r"^(?:nomor|no\.?)\s*(?=\S*\d)", "", number.strip(), flags=re.IGNORECASE)
    return re.sub(r"\s", "", bare).strip(".,;:()").upper()
