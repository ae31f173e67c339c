"""Service standards as rows: one service, and a unit's services together."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from sopbatch.model import Review, SopLine, Unit
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.report.quality import Quality, mean
from sopbatch.report.quality_standard import YEAR
from sopbatch.schema.standards_service import COMPONENTS, DELIVERY, SERVICE

NAMES: Mapping[str, str] = {
    field.key: field.label[:1].lower() + field.label[1:]
    for field in SERVICE.fields
    if field.key in COMPONENTS
}
"""Attribute of a service to its component's name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceRow:
    """A service with its standard."""

    unit: Unit
    within: Standards
    service: ServiceStandard
    review: Review
    quality: Quality
    sops: tuple[SopLine, ...]
    """Those it names that are known."""

    @property
    def lacking(self) -> tuple[str, ...]:
        """Names of the components that say nothing."""
        return tuple(name for key, name in NAMES.items() if not getattr(self.service, key))

    @property
    def filled(self) -> int:
        """How many of the 14 components say something."""
        return len(COMPONENTS) - len(self.lacking)

    @property
    def held(self) -> bool:
        """Whether its workbook is held back: then it is no evidence of anything yet."""
        return not self.review.publishable

    @property
    def decreed(self) -> bool:
        """Whether a decree sets it."""
        return bool(self.within.decree_number.strip() and self.within.decree_date.value)

    @property
    def displayed(self) -> bool:
        """Whether the published components are filled and can be read somewhere."""
        whole = all(getattr(self.service, key) for key in DELIVERY)
        return whole and bool(self.within.published)


@dataclass(frozen=True, slots=True)
class UnitServices:
    """A unit's services together."""

    unit: Unit
    rows: tuple[ServiceRow, ...]
    """Standards that nothing holds back: evidence is counted from them alone."""
    as_of: date
    held: tuple[ServiceRow, ...] = ()
    """Standards that came and must be mended first."""
    without_standard: tuple[str, ...] = ()
    """SOPs of public services that no standard names."""

    @property
    def complete(self) -> int:
        """Standards with all 14 components."""
        return sum(not row.lacking for row in self.rows)

    @property
    def decreed(self) -> int:
        """Standards that a decree sets."""
        return sum(row.decreed for row in self.rows)

    @property
    def displayed(self) -> int:
        """Standards whose published components can be read somewhere."""
        return sum(row.displayed for row in self.rows)

    @property
    def consulted(self) -> date | None:
        """The last public consultation."""
        return _latest(row.within.consulted.value for row in self.rows)

    @property
    def monitored(self) -> date | None:
        """When standards were last monitored."""
        return _latest(row.within.monitored.value for row in self.rows)

    @property
    def surveyed(self) -> date | None:
        """The last survey of satisfaction."""
        return _latest(row.within.surveyed.value for row in self.rows)

    @property
    def surveyed_lately(self) -> bool:
        """Whether that was within a year."""
        return self.surveyed is not None and (self.as_of - self.surveyed).days <= YEAR

    @property
    def quality(self) -> float | None:
        """Mean quality of its standards."""
        return mean(row.quality.share for row in self.rows)

    @property
    def missing(self) -> tuple[str, ...]:
        """What it lacks, what weighs most first."""
        return tuple(_missing(self))


def _missing(of: UnitServices) -> Iterator[str]:
    count = len(of.rows)
    if of.held:
        yield f"{len(of.held)} standar menunggu perbaikan."
    if of.complete < count:
        yield f"{count - of.complete} standar belum memuat 14 komponen."
    if of.decreed < count:
        yield f"{count - of.decreed} standar belum ditetapkan dengan keputusan."
    if of.displayed < count:
        yield f"{count - of.displayed} standar belum dapat dibaca masyarakat."
    if of.consulted is None:
        yield "Forum konsultasi publik belum diselenggarakan."
    if of.monitored is None or (of.as_of - of.monitored).days > YEAR:
        yield "Standar belum dimonitor dalam setahun terakhir."
    if not of.surveyed_lately:
        yield "Survei kepuasan masyarakat belum diselenggarakan dalam setahun terakhir."


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
