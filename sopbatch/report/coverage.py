"""Which documents of a unit tell the ten aspects of transparent service (KEP/26/M.PAN/2/2004)."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sopbatch.model import UnitAnalysis
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.schema.transparency import TRANSPARENCY

Told = Callable[[ServiceStandard, Standards], object]
BY_STANDARD: Mapping[str, Told] = {
    "procedure": lambda service, within: service.procedure,
    "requirements": lambda service, within: service.requirements,
    "cost": lambda service, within: service.fees,
    "time": lambda service, within: service.times,
    "rights": lambda service, within: service.guarantee,
    "officials": lambda service, within: within.signatory_position or service.supervision,
    "place": lambda service, within: service.facilities,
    "promise": lambda service, within: within.pledge or within.pledge_date.value,
    "standard": lambda service, within: service.name,
    "information": lambda service, within: within.published or service.channels,
}
"""Key of an aspect to what of a service standard tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AspectCover:
    """One aspect in one unit."""

    unit: str
    aspect: str
    sops: int
    """SOPs of the unit that tell it."""
    of_sops: int
    standards: int
    """Service standards of the unit that tell it."""
    of_standards: int

    @property
    def told_by(self) -> str:
        """Which documents tell it, in words."""
        told = [name for name, count in (("SOP", self.sops), ("standar", self.standards)) if count]
        return " dan ".join(told) or "belum ada"


def covers(
    work: Sequence[UnitAnalysis],
    services: Mapping[str, Sequence[tuple[ServiceStandard, Standards]]],
    names: Mapping[str, str],
) -> Iterator[AspectCover]:
    """Ten rows for each unit with service standards; `services` and `names` go by its code."""
    by_unit = {unit.unit_code: unit.sops for unit in work}
    for code in sorted(services):
        sops, standards = by_unit.get(code, ()), services[code]
        for at, aspect in enumerate(TRANSPARENCY):
            tell = BY_STANDARD[aspect.key]
            yield AspectCover(
                unit=names[code],
                aspect=aspect.name,
                sops=sum(bool(sop.aspects[at].evidence) for sop in sops if len(sop.aspects) > at),
                of_sops=len(sops),
                standards=sum(bool(tell(service, within)) for service, within in standards),
                of_standards=len(standards),
            )
