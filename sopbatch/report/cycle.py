"""Service standards and the quality of SOPs: what was counted in, what a report says out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sopbatch.model import FormStanding, Register, Review, SopLine, Tally, Unit
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.report.coverage import AspectCover, covers
from sopbatch.report.quality import Quality, mean, word_of
from sopbatch.report.quality_sop import judged_sop, sop_quality
from sopbatch.report.quality_standard import YEAR, JudgedService, standard_quality
from sopbatch.schema.standards_service_v1 import COMPONENTS, DELIVERY, SERVICE
from sopbatch.text.names import name_key

NAMES: Mapping[str, str] = {
    field.key: field.label[:1].lower() + field.label[1:]
    for field in SERVICE.fields
    if field.key in COMPONENTS
}
"""Attribute of a service to its component's name."""
PUBLIC = frozenset(("pemohon", "masyarakat", "warga", "pasien", "pengunjung", "pelanggan"))
"""Words of executors that stand for the public."""
SERVICES = frozenset(("pelayanan", "layanan", "penerbitan", "perizinan", "pendaftaran"))
"""First words of titles of public services."""


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
    as_of: date
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


@dataclass(frozen=True, slots=True)
class SopQuality:
    """An SOP that was read, with its quality."""

    line: SopLine
    quality: Quality


@dataclass(frozen=True, slots=True)
class Insight:
    """Something that only shows between kinds of workbooks."""

    what: str
    unit: str
    title: str
    advice: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """All that the report of the cycle says."""

    as_of: date
    register: Register
    units: tuple[UnitServices, ...]
    sops: tuple[SopQuality, ...]
    insights: tuple[Insight, ...]
    covers: tuple[AspectCover, ...] = ()
    """Aspects of transparent service in units with service standards."""
    kinds: Mapping[str, int] = field(default_factory=dict)
    """Code of a kind to how many workbooks of it count."""

    @property
    def services(self) -> tuple[ServiceRow, ...]:
        """Services of all units."""
        return tuple(row for unit in self.units for row in unit.rows)


def cycle_of(
    tally: Tally,
    reviews: Sequence[Review],
    standings: Sequence[FormStanding],
    register: Register,
    as_of: date,
) -> Cycle:
    """What the report of the cycle says; `reviews` are those of SOPs."""
    by_digest = {review.received.sha256: review for review in reviews}
    rows = tuple(_services(standings, tally.lines, register, as_of))
    public = tuple(line for line in tally.lines if _serves(line, by_digest.get(line.sha256)))
    units = tuple(_units(rows, public, as_of))
    return Cycle(
        as_of=as_of,
        register=register,
        units=units,
        sops=tuple(_sops(tally.lines, by_digest)),
        insights=tuple(_insights(units, public)),
        covers=tuple(
            covers(
                tally.work,
                {one.unit.code: [(row.service, row.within) for row in one.rows] for one in units},
                {one.unit.code: one.unit.name for one in units},
            )
        ),
        kinds=_kinds(standings),
    )


def unit_qualities(cycle: Cycle) -> Iterator[tuple[str, int, float | None, str]]:
    """Name of a unit, how many SOPs, their mean quality, and the word for it."""
    by_unit: dict[str, list[SopQuality]] = {}
    for one in cycle.sops:
        by_unit.setdefault(one.line.unit_name, []).append(one)
    for name, ones in sorted(by_unit.items()):
        share = mean(one.quality.share for one in ones)
        yield name, len(ones), share, word_of(share)


def _services(
    standings: Iterable[FormStanding], lines: Sequence[SopLine], register: Register, as_of: date
) -> Iterator[ServiceRow]:
    known = {name_key(line.title): line for line in lines}
    known |= {name_key(line.number): line for line in lines if line.number}
    for standing in standings:
        form = standing.counted.form
        if form is None or not isinstance(form.record, Standards):
            continue
        unit = register.unit(standing.unit_code) or Unit(
            code=standing.unit_code, name=form.record.unit_name or standing.unit_code
        )
        for service in form.record.services:
            if service.key != standing.key:
                continue
            named = (known.get(name_key(text)) for text in service.sops)
            judged = JudgedService(service, form.record, as_of)
            yield ServiceRow(
                unit=unit,
                within=form.record,
                service=service,
                review=standing.counted,
                quality=standard_quality(judged),
                sops=tuple(line for line in named if line is not None),
            )


def _serves(line: SopLine, review: Review | None) -> bool:
    """Whether an SOP serves the public: its title says so, or a member of the public takes part."""
    if review is None or review.submission is None or line.revoked:
        return False
    actors = (one.name for each in review.submission.sop.procedures for one in each.actors)
    words = {word for name in actors for word in name_key(name).split()}
    first = name_key(line.title).split()[:1]
    return bool(words & PUBLIC) or bool(first and first[0] in SERVICES)


def _units(
    rows: Sequence[ServiceRow], public: Sequence[SopLine], as_of: date
) -> Iterator[UnitServices]:
    by_code: dict[str, list[ServiceRow]] = {}
    for row in rows:
        by_code.setdefault(row.unit.code, []).append(row)
    for code in sorted(by_code):
        own = tuple(by_code[code])
        yield UnitServices(own[0].unit, own, as_of, tuple(_unserved(own, public)))


def _unserved(rows: Sequence[ServiceRow], public: Sequence[SopLine]) -> Iterator[str]:
    """SOPs of public services of the unit that no standard names."""
    named = {line.title for row in rows for line in row.sops}
    code = rows[0].unit.code
    yield from (one.title for one in public if one.unit_code == code and one.title not in named)


def _missing(of: UnitServices) -> Iterator[str]:
    count = len(of.rows)
    if of.complete < count:
        yield f"{count - of.complete} standar belum memuat 14 komponen."
    if of.decreed < count:
        yield f"{count - of.decreed} standar belum ditetapkan dengan keputusan."
    if of.displayed < count:
        yield f"{count - of.displayed} standar belum dapat dibaca masyarakat."
    if of.consulted is None:
        yield "Forum konsultasi publik belum diadakan."
    if of.monitored is None or (of.as_of - of.monitored).days > YEAR:
        yield "Standar belum dimonitor dalam setahun terakhir."
    if not of.surveyed_lately:
        yield "Survei kepuasan masyarakat belum diadakan dalam setahun terakhir."


def _sops(lines: Iterable[SopLine], by_digest: Mapping[str, Review]) -> Iterator[SopQuality]:
    for line in lines:
        review = by_digest.get(line.sha256)
        judged = judged_sop(review, line) if review and not line.revoked else None
        if judged is not None:
            yield SopQuality(line, sop_quality(judged))


def _insights(units: Sequence[UnitServices], public: Sequence[SopLine]) -> Iterator[Insight]:
    for unit in units:
        name = unit.unit.name
        for row in unit.rows:
            if not row.service.sops:
                yield Insight(
                    "Standar tanpa SOP",
                    name,
                    row.service.name,
                    "Sebut SOP di balik layanan ini, atau rencanakan SOP-nya.",
                )
            elif not row.sops:
                yield Insight(
                    "SOP yang disebut standar belum dikenal",
                    name,
                    row.service.name,
                    "Kirim SOP yang disebut, atau perbaiki judulnya.",
                )
            if row.decreed and row.within.monitored.value is None:
                yield Insight(
                    "Janji belum dimonitor",
                    name,
                    row.service.name,
                    "Monitor standar yang sudah ditetapkan, lalu tulis harinya.",
                )
        for title in unit.without_standard:
            yield Insight(
                "SOP pelayanan tanpa standar",
                name,
                title,
                "Susun Standar Pelayanan untuk layanan ini.",
            )
    with_services = {unit.unit.code for unit in units}
    for line in public:
        if line.unit_code not in with_services:
            yield Insight(
                "SOP pelayanan tanpa standar",
                line.unit_name,
                line.title,
                "Susun Standar Pelayanan untuk layanan ini.",
            )


def _kinds(standings: Iterable[FormStanding]) -> Mapping[str, int]:
    counted = {(one.kind, one.counted.received.sha256) for one in standings}
    found: dict[str, int] = {}
    for kind, _ in sorted(counted):
        found[kind] = found.get(kind, 0) + 1
    return found


def _latest(days: Iterable[date | None]) -> date | None:
    return max((day for day in days if day), default=None)
