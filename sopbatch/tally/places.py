"""Whose SOP it is: unit codes and section names as sent come in, those of the register go out."""

from collections.abc import Iterable
from dataclasses import dataclass

from sopbatch.model import Dossier, Register, Section, Unit
from sopbatch.text.names import name_key

UNKNOWN_CODE = "(kode tidak dikenal)"
NO_CODE = "(kode unit kosong)"
FORMER_CODE = "(kode lama)"


@dataclass(frozen=True, slots=True)
class Names:
    """Units and sections of the register, and those met in submissions only."""

    units: dict[str, Unit]
    """By code, in the order of the report: the register's, then unknown ones by code."""
    sections: dict[tuple[str, str], str]
    """Unit code and any name, code or alias as compared (`name_key`), to the official name."""

    def unit(self, code: str) -> Unit:
        """The unit of that code."""
        return self.units[code.strip()]

    def section(self, unit_code: str, text: str) -> str:
        """Official name of a section, or the text as sent when the register does not know it."""
        return self.sections.get((unit_code.strip(), name_key(text)), " ".join(text.split()))


def names_of(dossiers: Iterable[Dossier], register: Register) -> Names:
    """Everything that can be called by name in one report."""
    known = {unit.code.strip(): unit for unit in register.units}
    sent: dict[str, str] = {}
    for dossier in dossiers:
        code = dossier.unit_code.strip()
        if code not in known:
            sent[code] = sent.get(code, "") or _name_sent(dossier)
    unknown = {
        code: Unit(code=code, name=unknown_name(code, sent[code], register))
        for code in sorted(sent)
    }
    return Names(known | unknown, _section_names(register.sections))


def _section_names(sections: Iterable[Section]) -> dict[tuple[str, str], str]:
    names: dict[tuple[str, str], str] = {}
    for section in sections:
        for word in (section.name, section.code, *section.aliases):
            if name_key(word):
                names.setdefault((section.unit_code.strip(), name_key(word)), section.name)
    return names


def _name_sent(dossier: Dossier) -> str:
    submissions = (version.submission for version in dossier.versions)
    names = (" ".join(sent.sop.unit_name.split()) for sent in submissions if sent)
    return next(filter(None, names), "")


def unknown_name(code: str, name: str, register: Register) -> str:
    """Without a register no code is known, so the name sent has to do."""
    if former := register.former_unit(code):
        return f"{former.name} {FORMER_CODE}"
    doubt = UNKNOWN_CODE if code else NO_CODE
    if not name:
        return doubt
    return f"{name} {doubt}" if register.present else name
