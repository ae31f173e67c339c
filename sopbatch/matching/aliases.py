"""Other names of the register's units, for comparing names and titles."""

from sopbatch.model import Register, Unit
from sopbatch.model.remembered import remembered
from sopbatch.text.names import Aliases, aliases_of, name_key


def unit_aliases(register: Register) -> Aliases:
    """Sebutan lain of all units, as `name_key` takes them."""
    return _aliases(register.units)


def title_key(text: str, register: Register) -> str:
    """A title to compare, whichever of its names a unit has in it."""
    return name_key(text, unit_aliases(register))


def unit_meant(name: str, register: Register) -> Unit | None:
    """The unit that goes by that name; None when none or several do."""
    wanted = name_key(name)
    found = [
        unit
        for unit in register.units
        if wanted and wanted in map(name_key, (unit.name, *unit.aliases))
    ]
    return found[0] if len(found) == 1 else None


@remembered
def _aliases(units: tuple[Unit, ...]) -> Aliases:
    return aliases_of((unit.name, unit.aliases) for unit in units)
