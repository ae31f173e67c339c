"""Other names of the register's units, for comparing names and titles."""

from functools import lru_cache

from sopbatch.model import Register, Unit
from sopbatch.model.names import Aliases, aliases_of


def unit_aliases(register: Register) -> Aliases:
    """Sebutan lain of all units, as `name_key` takes them."""
    return _aliases(register.units)


@lru_cache(maxsize=4)
def _aliases(units: tuple[Unit, ...]) -> Aliases:
    return aliases_of((unit.name, unit.aliases) for unit in units)
