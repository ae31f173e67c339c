"""Rules between the SOPs of a unit, and between SOPs of like steps (A-11, C-08, C-09, C-13)."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from statistics import median

from sopbatch.model import Actor, Dossier, Problem, Review, Sop
from sopbatch.rules.across_plan import Told, counted, unit_name
from sopbatch.rules.dossiers import sop_of
from sopbatch.rules.near_doubles import nearest_doubles
from sopbatch.rules.plan_match import near_titles
from sopbatch.rules.procedures import Facts, role_key
from sopbatch.rules.rule import INFO, WARNING, Batch, Rule, across_rule, at, quoted

FEWEST_SOPS = 5
"""SOPs of a unit from which its median says what is usual."""
FAR = 3.0
"""Times the median, or its part, from which a count is unusual."""
Bearer = tuple[Review, int, Actor]
"""A lane: its file, the 1-based part of its procedure, its executor."""
SAME_WORDS = "Pelaksana yang sama ditulis sama di semua SOP, supaya bebannya dapat dihitung."


@across_rule(
    "A-11",
    WARNING,
    sentence="Pelaksana “{pelaksana}” ditulis “{lazim}” di SOP lain {unit}.",
    advice="Tulis nama pelaksana yang sama di semua SOP.",
    reason=SAME_WORDS,
)
def executor_written_in_two_ways(batch: Batch) -> Told:
    """The same role, abbreviated in another way than in most SOPs of the unit."""
    for unit in _units(batch):
        for ways in unit.roles.values():
            usual = _most_used(ways)
            for name, bearers in ways.items():
                if name != usual:
                    yield from _renamed(unit, bearers, usual)


@across_rule(
    "C-08",
    WARNING,
    sentence="Pelaksana “{pelaksana}” tampaknya sama dengan “{lazim}” di SOP lain {unit}.",
    advice="Samakan ejaan nama pelaksana bila memang jabatan yang sama.",
    reason=SAME_WORDS,
)
def executor_misspelt(batch: Batch) -> Told:
    """A role spelt nearly as another one that more SOPs of the unit have."""
    for unit in _units(batch):
        used = {role: sum(map(len, ways.values())) for role, ways in unit.roles.items()}
        by_use = sorted(used, key=lambda role: (-used[role], role))
        for usual, rare in combinations(by_use, 2):
            if used[usual] > used[rare] and near_titles(usual, rare):
                right = _most_used(unit.roles[usual])
                for bearers in unit.roles[rare].values():
                    yield from _renamed(unit, bearers, right)


@dataclass(slots=True)
class _Unit:
    """A unit with the executors of its SOPs."""

    name: str
    roles: dict[str, dict[str, list[Bearer]]] = field(default_factory=dict)
    """Role as compared, to the ways it is written, to the lanes that bear it so."""


def _units(batch: Batch) -> Iterable[_Unit]:
    units: dict[str, _Unit] = {}
    for dossier, review in counted(batch):
        unit = units.setdefault(dossier.unit_code, _Unit(unit_name(batch, dossier)))
        for procedure in sop_of(review).procedures:
            for actor in procedure.actors:
                ways = unit.roles.setdefault(role_key(actor), {})
                name = " ".join(actor.name.split())
                ways.setdefault(name, []).append((review, procedure.part, actor))
    return units.values()


def _most_used(ways: Mapping[str, list[Bearer]]) -> str:
    """The way most lanes write a role; of equals the longest, which is written out."""
    return max(ways, key=lambda name: (len(ways[name]), len(name), name))


def _renamed(unit: _Unit, bearers: Iterable[Bearer], usual: str) -> Told:
    for review, part, actor in bearers:
        facts: Facts = {"pelaksana": quoted(actor.name), "lazim": quoted(usual), "unit": unit.name}
        yield review, Problem(at("actor", 0, part, actor.lane), facts, suggestion=usual)


@across_rule(
    "C-09",
    INFO,
    sentence="Langkah-langkah SOP ini {persen}% mirip dengan SOP “{judul}” ({unit}).",
    advice="Periksa apakah keduanya kegiatan yang sama; bila ya, cukup satu SOP.",
    reason="Kegiatan yang sama menggunakan SOP yang sama, supaya tidak saling bertentangan.",
)
def nearly_the_same_steps(batch: Batch) -> Told:
    """The steps of another SOP, of any unit, are nearly the same; the most alike one is named."""
    sops = tuple(counted(batch))
    doubles = nearest_doubles([sop_of(review) for _, review in sops])
    for place, (double, percent) in doubles.items():
        review, other = sops[place][1], sops[double][0]
        facts: Facts = {
            "persen": percent,
            "judul": quoted(other.title),
            "unit": unit_name(batch, other),
        }
        yield review, Problem(at("activity", 1), facts)


@across_rule(
    "C-13",
    INFO,
    sentence="SOP ini mempunyai {jumlah} {hal}; lazimnya di {unit} sekitar {lazim}.",
    advice="Periksa apakah rinciannya sepadan dengan SOP lain di unit yang sama.",
    reason="Rincian yang sepadan membuat SOP mudah dibaca dan dibandingkan.",
)
def unusual_size(batch: Batch) -> Told:
    """Three times the median of the unit, or a third of it; from five SOPs of a unit on."""
    units: dict[str, list[tuple[Dossier, Review]]] = {}
    for dossier, review in counted(batch):
        if sop_of(review).steps:
            units.setdefault(dossier.unit_code, []).append((dossier, review))
    for sops in units.values():
        if len(sops) < FEWEST_SOPS:
            continue
        for name, key, count in SIZES:
            usual = median(count(sop_of(review)) for _, review in sops)
            for dossier, review in sops:
                size = count(sop_of(review))
                if usual and not usual / FAR <= size <= usual * FAR:
                    facts: Facts = {
                        "jumlah": size,
                        "hal": name,
                        "unit": unit_name(batch, dossier),
                        "lazim": round(usual),
                    }
                    yield review, Problem(at(key, 1, lane=int(key == "nodes")), facts)


SIZES: tuple[tuple[str, str, Callable[[Sop], int]], ...] = (
    ("langkah", "activity", lambda sop: len(sop.steps)),
    ("keputusan", "nodes", lambda sop: sum(len(table.decisions) for table in sop.procedures)),
    ("pelaksana", "nodes", lambda sop: sum(len(table.actors) for table in sop.procedures)),
)
"""What is counted, the column that shows it, and how it is counted."""

UNIT_RULES: tuple[Rule, ...] = (
    executor_written_in_two_ways,
    executor_misspelt,
    nearly_the_same_steps,
    unusual_size,
)
