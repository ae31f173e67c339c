"""Rules between SOPs of a unit or of like steps (A-11, C-08, C-09, C-13, L-14)."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from itertools import combinations
from statistics import median

from sopbatch.matching.doubles import nearest_doubles
from sopbatch.matching.versions import sop_of
from sopbatch.model import Actor, Dossier, Problem, Review, Sop
from sopbatch.rules.across.plan import Told, counted, unit_name
from sopbatch.rules.basics.procedures import Facts, role_key
from sopbatch.rules.identity.legal import on_organisation
from sopbatch.rules.rule import INFO, WARNING, Batch, Rule, across_rule, at
from sopbatch.rules.steps.rows import USUAL_STEPS
from sopbatch.text.blank import blank
from sopbatch.text.likeness import near_titles
from sopbatch.text.names import folded, name_key
from sopbatch.text.shortening import quoted

FEWEST_SOPS = 5
"""SOPs of a unit from which its median says what is usual."""
FEWEST_CITING = 2
"""SOPs of a unit that make what they cite its habit."""
FAR = 3
"""Times the median, or its part, and so many off: from there a count is unusual."""
Bearer = tuple[Review, int, Actor]
"""A lane: its file, the 1-based part of its procedure, its executor."""
ONE_SOP = "cukup satu SOP"
GENERIC_SOP = "usulkan satu SOP generik kepada Biro Organisasi"
"""What to do with one activity in two SOPs: of one unit, of two units."""


@across_rule(
    "A-11",
    WARNING,
    title="Nama pelaksana berbeda di SOP lain",
    sentence="Pelaksana “{pelaksana}” ditulis “{lazim}” di SOP lain {unit}.",
    advice="Tulis nama pelaksana yang sama di semua SOP.",
    reason="Pelaksana yang sama ditulis sama di semua SOP agar bebannya dapat dihitung.",
)
def executor_written_in_two_ways(batch: Batch) -> Told:
    """The same role, abbreviated in another way than in most SOPs of the unit."""
    for unit in _units(batch):
        for ways in unit.roles.values():
            usual = _most_used(ways)
            for name, bearers in ways.items():
                if name != usual:
                    yield from _renamed(unit, bearers, usual, ways[usual])


@across_rule(
    "C-08",
    WARNING,
    title="Ejaan nama pelaksana tidak sama",
    sentence="Pelaksana “{pelaksana}” tampaknya sama dengan “{lazim}” di SOP lain {unit}.",
    advice="Samakan ejaan nama pelaksana jika memang jabatan yang sama.",
    reason="Pelaksana yang sama ditulis sama di semua SOP agar bebannya dapat dihitung.",
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
                    yield from _renamed(unit, bearers, right, unit.roles[usual][right])


@dataclass(slots=True)
class _Unit:
    """A unit with the executors of its SOPs."""

    name: str
    roles: dict[str, dict[str, list[Bearer]]] = field(default_factory=dict)
    """Role as compared, to the ways it is written, to the lanes that bear it so."""


def _units(batch: Batch) -> Iterable[_Unit]:
    """Units with the lanes that do something; a lane without step is told by A-05 alone."""
    units: dict[str, _Unit] = {}
    for dossier, review in counted(batch):
        unit = units.setdefault(dossier.unit_code, _Unit(unit_name(batch, dossier)))
        for procedure in sop_of(review).procedures:
            busy = {node.lane for step in procedure.steps for node in step.nodes}
            for actor in procedure.actors:
                if actor.lane not in busy:
                    continue
                ways = unit.roles.setdefault(role_key(actor), {})
                name = " ".join(actor.name.split())
                ways.setdefault(name, []).append((review, procedure.part, actor))
    return units.values()


def _most_used(ways: Mapping[str, list[Bearer]]) -> str:
    """The way most lanes write a role; of equals the longest, which is written out."""
    return max(ways, key=lambda name: (len(ways[name]), len(name), name))


def _renamed(unit: _Unit, bearers: Iterable[Bearer], usual: str, others: Iterable[Bearer]) -> Told:
    """What is told of lanes whose role another SOP calls by its usual name.

    Two names in one SOP are told by A-04 and A-15.
    """
    usual_in = {id(review) for review, _, _ in others}
    for review, part, actor in bearers:
        if not usual_in - {id(review)}:
            continue
        facts: Facts = {"pelaksana": quoted(actor.name), "lazim": quoted(usual), "unit": unit.name}
        yield review, Problem(at("actor", 0, part, actor.lane), facts, suggestion=usual)


@across_rule(
    "C-09",
    INFO,
    title="Langkah mirip dengan SOP lain",
    sentence="Langkah-langkah SOP ini {mirip} dengan SOP “{judul}” ({unit}).",
    advice="Jika kegiatannya sama, {cara}; jika berbeda, perbaiki langkah yang tersalin.",
    reason="Kegiatan yang sama menggunakan SOP yang sama agar tidak saling bertentangan.",
)
def nearly_the_same_steps(batch: Batch) -> Told:
    """The steps of another SOP, of any unit, are nearly the same; the most alike one is named.

    Generic SOPs of different units are meant to be alike (PermenPAN-RB 35/2012), and two SOPs of
    one title in one unit are told by C-02.
    """
    sops = tuple(counted(batch))
    doubles = nearest_doubles([sop_of(review) for _, review in sops])
    for place, (double, percent) in doubles.items():
        review, other = sops[place][1], sops[double][0]
        if _may_be_alike(*sops[place], *sops[double]):
            continue
        facts: Facts = {
            "mirip": "sama persis" if percent == 100 else f"mirip {percent}%",
            "judul": quoted(other.title),
            "unit": unit_name(batch, other),
            "cara": ONE_SOP if sops[place][0].unit_code == other.unit_code else GENERIC_SOP,
        }
        yield review, Problem(at("activity", 1), facts)


def _may_be_alike(dossier: Dossier, review: Review, other: Dossier, double: Review) -> bool:
    mine, theirs = sop_of(review), sop_of(double)
    if dossier.unit_code == other.unit_code:
        return name_key(mine.title) == name_key(theirs.title)
    return folded(mine.specificity) == folded(theirs.specificity) == "generik"


@across_rule(
    "L-14",
    INFO,
    title="Peraturan organisasi belum disebut",
    sentence="Dasar Hukum belum menyebut peraturan organisasi yang disebut SOP lain {unit}.",
    advice="Tambahkan “{peraturan}”.",
    reason=(
        "Sejalan dengan Permendagri 52/2011: SOP disusun dari tugas dan fungsi yang ditetapkan "
        "peraturan itu."
    ),
)
def no_organisation_rule(batch: Batch) -> Told:
    """Most other SOPs of the unit cite a regional regulation on its organisation and tasks.

    It is a habit, no duty: where a unit does not cite it, nothing is told.
    """
    units: dict[str, list[tuple[Dossier, Review, str]]] = {}
    for dossier, review in counted(batch):
        sop = sop_of(review)
        if any(not blank(citation.raw) for citation in sop.legal_basis):
            organised = (item.raw for item in sop.legal_basis if on_organisation(item))
            units.setdefault(dossier.unit_code, []).append((dossier, review, next(organised, "")))
    for sops in units.values():
        cited_by = Counter(cited for _, _, cited in sops if cited)
        if cited_by.total() < FEWEST_CITING or cited_by.total() * 2 <= len(sops):
            continue
        usual = max(cited_by, key=lambda text: (cited_by[text], text))
        for dossier, review, cited in sops:
            if not cited:
                facts: Facts = {"unit": unit_name(batch, dossier), "peraturan": quoted(usual, 200)}
                yield review, Problem(at("legal_basis", 1), facts)


@across_rule(
    "C-13",
    INFO,
    title="Rincian jauh berbeda dari SOP lain",
    sentence=(
        "SOP ini mempunyai {jumlah} {hal}, jauh {beda} daripada SOP lain {unit} (sekitar {lazim})."
    ),
    advice=(
        "Periksa apakah rinciannya sepadan; tidak perlu diubah jika kegiatannya memang demikian."
    ),
    reason="Rincian yang sepadan membuat SOP mudah dibaca dan dibandingkan.",
)
def unusual_size(batch: Batch) -> Told:
    """Three times the median of the unit, or a third of it, and three off; from five SOPs on.

    Without the latter an SOP that decides nothing would have far fewer decisions than most.

    Only the first of what is unusual, and nothing where P-01 tells that the procedure is long:
    it has more of everything.
    """
    units: dict[str, list[tuple[Dossier, Review]]] = {}
    for dossier, review in counted(batch):
        if sop_of(review).steps:
            units.setdefault(dossier.unit_code, []).append((dossier, review))
    for sops in units.values():
        if len(sops) < FEWEST_SOPS:
            continue
        told = {review.received.sha256 for _, review in sops if _is_long(sop_of(review))}
        for name, key, count in SIZES:
            usual = round(median(count(sop_of(review)) for _, review in sops))
            for dossier, review in sops:
                size = count(sop_of(review))
                known = review.received.sha256 in told
                near = usual / FAR <= size <= usual * FAR or abs(size - usual) < FAR
                if usual and not known and not near:
                    told.add(review.received.sha256)
                    facts: Facts = {
                        "beda": "lebih banyak" if size > usual else "lebih sedikit",
                        "jumlah": size,
                        "hal": name,
                        "unit": unit_name(batch, dossier),
                        "lazim": usual,
                    }
                    yield review, Problem(at(key, 1, lane=int(key == "nodes")), facts)


def _is_long(sop: Sop) -> bool:
    return any(len(table.steps) > USUAL_STEPS[1] for table in sop.procedures)


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
    no_organisation_rule,
)
