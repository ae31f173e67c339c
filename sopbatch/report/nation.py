"""What the nation's report says: counted governments come in, words and decisions go out."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sopbatch.model import GroupCount
from sopbatch.model.nation import About
from sopbatch.report.groups import together
from sopbatch.report.lights import Light, Tone, light_of, worst_first

STALE_DAYS = 14
"""Data of before are told as old."""
UNKNOWN_PROVINCE = "Tanpa provinsi"


MOST_TITLES = 100
"""Titles told."""
UNHEARD = Light(Tone.RED, "Tidak ada data", "tidak satu pun pemerintah daerahnya terhitung")


class DataState(StrEnum):
    """What became of a government's data."""

    COUNTED = "Dihitung"
    STALE = "Dihitung, data lama"
    NOTHING = "Tidak ada data"
    REFUSED = "Tidak dapat dipakai"
    DOUBLE = "Ganda, tidak dihitung"


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentFolder:
    """A folder of a government and what was found there."""

    folder: str
    state: DataState
    government: str = ""
    province: str = ""
    day: date | None = None
    """Of its data."""
    reason: str = ""

    @property
    def is_counted(self) -> bool:
        """Whether its rows are in the sums."""
        return self.state in (DataState.COUNTED, DataState.STALE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Services:
    """Service standards."""

    standards: int = 0
    complete: int = 0
    """With all 14 components."""
    decreed: int = 0

    def __add__(self, other: "Services") -> "Services":
        return Services(
            standards=self.standards + other.standards,
            complete=self.complete + other.complete,
            decreed=self.decreed + other.decreed,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentCount:
    """One government, or all of a province, as counted."""

    folder: str
    about: About
    group: GroupCount
    """Of all its SOPs; the unit stands for the government."""
    services: Services
    quality: float | None = None
    """Mean of its SOPs, from 0 to 1."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Province:
    """All governments of a province that were counted."""

    name: str
    group: GroupCount
    counted: int
    """Governments."""
    known: int
    """Governments, those without usable data included."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A title that governments plan, wherever it is planned."""

    title: str
    planned: int
    """Governments."""
    lacking: int
    """Of these, those in which none of its SOPs is done."""
    silent: int
    """Of those, the ones that sent nothing for it."""
    late: int
    """Of those, the ones that are late."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Nation:
    """All that the report says."""

    as_of: date
    governments: tuple[GovernmentCount, ...]
    """Worst first."""
    provinces: tuple[Province, ...]
    """Worst first."""
    total: GroupCount
    services: Services
    titles: tuple[Title, ...]
    """Lacking in most governments first."""
    sources: tuple[GovernmentFolder, ...]

    @property
    def planning(self) -> bool:
        """Whether anybody has a plan."""
        return self.total.completion.planned > 0


def nation_of(
    as_of: date,
    governments: Sequence[GovernmentCount],
    titles: Sequence[Title],
    sources: Sequence[GovernmentFolder],
) -> Nation:
    """Put together what was counted."""
    order = {
        id(group): place
        for place, group in enumerate(worst_first((one.group for one in governments), as_of))
    }
    return Nation(
        as_of=as_of,
        governments=tuple(sorted(governments, key=lambda one: order[id(one.group)])),
        provinces=tuple(_provinces(as_of, governments, sources)),
        total=together("Jumlah seluruhnya", (one.group for one in governments)),
        services=sum((one.services for one in governments), Services()),
        titles=tuple(titles),
        sources=tuple(sources),
    )


def _provinces(
    as_of: date, governments: Sequence[GovernmentCount], sources: Sequence[GovernmentFolder]
) -> Iterator[Province]:
    known: dict[str, int] = {}
    for source in sources:
        if source.state is not DataState.DOUBLE:
            known[_named(source.province)] = known.get(_named(source.province), 0) + 1
    members: dict[str, list[GroupCount]] = {name: [] for name in sorted(known)}
    for one in governments:
        members.setdefault(_named(one.about.province), []).append(one.group)
    made = {name: together(name, groups) for name, groups in members.items()}
    for group in worst_first(made.values(), as_of):
        name = group.unit.name
        yield Province(name=name, group=group, counted=len(members[name]), known=known.get(name, 0))


def added(name: str, provinces: Iterable[Province]) -> Province:
    """Provinces added up under a name."""
    every = tuple(provinces)
    return Province(
        name=name,
        group=together(name, (one.group for one in every)),
        counted=sum(one.counted for one in every),
        known=sum(one.known for one in every),
    )


def province_light(province: Province, as_of: date) -> Light:
    """As of a government; nothing is known where none of its governments was counted."""
    return light_of(province.group, as_of) if province.counted else UNHEARD


def _named(province: str) -> str:
    return province or UNKNOWN_PROVINCE
