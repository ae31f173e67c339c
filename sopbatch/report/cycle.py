"""Service standards and the quality of SOPs: what was counted in, what a report says out."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sopbatch.model import FormStanding, Register, Review, SopLine, Tally, Unit
from sopbatch.model.standards import Standards
from sopbatch.report.coverage import AspectCover, covers
from sopbatch.report.functions import BareFunction
from sopbatch.report.insights import Insight, insights_of
from sopbatch.report.quality import Quality, mean
from sopbatch.report.quality_sop import judged_sop, sop_quality
from sopbatch.report.quality_standard import JudgedService, standard_quality
from sopbatch.report.services import ServiceRow, UnitServices
from sopbatch.report.steps import UnitSteps, unit_steps
from sopbatch.text.names import name_key

PUBLIC = frozenset(("pemohon", "masyarakat", "warga", "pasien", "pengunjung", "pelanggan"))
"""Words of executors that stand for the public."""
SERVICES = frozenset(("pelayanan", "layanan", "penerbitan", "perizinan", "pendaftaran"))
"""First words of titles of public services."""


@dataclass(frozen=True, slots=True)
class SopQuality:
    """An SOP that was read, with its quality."""

    line: SopLine
    quality: Quality


@dataclass(frozen=True, slots=True)
class UnitQuality:
    """How good the SOPs of a unit are, and its service standards."""

    name: str
    sops: int
    """How many were judged."""
    quality: float | None
    """The mean of theirs; None without any."""
    standards: UnitServices | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Cycle:
    """All that the report of the cycle says."""

    as_of: date
    register: Register
    units: tuple[UnitServices, ...]
    sops: tuple[SopQuality, ...]
    insights: tuple[Insight, ...]
    covers: tuple[AspectCover, ...]
    """Aspects of transparent service in units with service standards."""
    kinds: Mapping[str, int]
    """Code of a kind to how many workbooks of it count."""
    steps: tuple[UnitSteps, ...]
    """How far the SOPs in work of each agency are."""
    bare: tuple[BareFunction, ...] = ()
    """Functions of agencies without any SOP."""

    @property
    def services(self) -> tuple[ServiceRow, ...]:
        """Services of all units, those that are held back behind the others of their unit."""
        return tuple(row for unit in self.units for row in (*unit.rows, *unit.held))


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
    with_standards = [unit for unit in units if unit.rows]
    return Cycle(
        as_of=as_of,
        register=register,
        units=units,
        sops=tuple(_sops(tally.lines, by_digest)),
        insights=tuple(insights_of(units, public)),
        covers=tuple(
            covers(
                tally.work,
                {
                    one.unit.code: [(row.service, row.within) for row in one.rows]
                    for one in with_standards
                },
                {one.unit.code: one.unit.name for one in with_standards},
            )
        ),
        kinds=_kinds(standings),
        steps=tuple(unit_steps(tally.lines)),
    )


def unit_qualities(cycle: Cycle) -> Iterator[UnitQuality]:
    """Units whose SOPs were judged, by name; then those of which only standards were."""
    shares: dict[str, list[float | None]] = {}
    for one in cycle.sops:
        shares.setdefault(one.line.unit_name, []).append(one.quality.share)
    standards = {unit.unit.name: unit for unit in cycle.units}
    for name in (*sorted(shares), *(name for name in standards if name not in shares)):
        own = shares.get(name, [])
        yield UnitQuality(name, len(own), mean(own), standards.get(name))


def _services(
    standings: Iterable[FormStanding], lines: Sequence[SopLine], register: Register, as_of: date
) -> Iterator[ServiceRow]:
    known = {name_key(line.title): line for line in lines}
    known |= {name_key(line.number): line for line in lines if line.number}
    for standing in standings:
        form = standing.counted.form
        if form is None or not isinstance(form.record, Standards) or not standing.unit_code:
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
        own = by_code[code]
        accepted = tuple(row for row in own if not row.held)
        held = tuple(row for row in own if row.held)
        unserved = tuple(_unserved(own, public))
        yield UnitServices(own[0].unit, accepted, as_of, held, unserved)


def _unserved(rows: Sequence[ServiceRow], public: Sequence[SopLine]) -> Iterator[str]:
    """SOPs of public services of the unit that no standard names."""
    named = {line.title for row in rows for line in row.sops}
    code = rows[0].unit.code
    yield from (one.title for one in public if one.unit_code == code and one.title not in named)


def _sops(lines: Iterable[SopLine], by_digest: Mapping[str, Review]) -> Iterator[SopQuality]:
    for line in lines:
        review = by_digest.get(line.sha256)
        judged = judged_sop(review, line) if review and not line.revoked else None
        if judged is not None:
            yield SopQuality(line, sop_quality(judged))


def _kinds(standings: Iterable[FormStanding]) -> Mapping[str, int]:
    counted = {(one.kind, one.counted.received.sha256) for one in standings}
    found: dict[str, int] = {}
    for kind, _ in sorted(counted):
        found[kind] = found.get(kind, 0) + 1
    return found
