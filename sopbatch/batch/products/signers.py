"""Who leads an agency, as papers name it for a signature."""

from dataclasses import dataclass

from sopbatch.model import Register, Unit
from sopbatch.reading.values.nips import parse_nip
from sopbatch.text.names import name_key


@dataclass(frozen=True, slots=True)
class Signer:
    """Below a signature; name and NIP are "" where the register does not tell them."""

    position: str
    name: str
    nip: str


def unit_called(register: Register, name: str) -> Unit:
    """The agency of that name; one without a code when the register has none."""
    wanted = name_key(name)
    found = (unit for unit in register.units if name_key(unit.name) == wanted)
    return next(found, Unit(code="", name=name))


def salutation_of(unit: Unit) -> str:
    """Whom a letter to the agency addresses."""
    return unit.head_position or f"Pimpinan {unit.name}"


def signer_of(unit: Unit, called: str) -> Signer:
    """Whoever leads the agency, which the paper calls so; its position is “Kepala …” by default."""
    position = unit.head_position or f"Kepala {called}"
    return Signer(position, unit.head_name, parse_nip(unit.head_nip).printed)
