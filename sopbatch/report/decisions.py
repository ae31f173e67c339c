"""What leaders must decide: rows of Daftar SOP come in, at most five decisions go out.

Every SOP that still waits for somebody belongs to exactly one decision, so that the decisions
add up to what is not done: planned, less done, and outside the plan.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sopbatch.model import Register, SopLine, Tally, share
from sopbatch.report.decision_rules import BUREAU, LATE_WEIGHS, RULES, DecisionRule, Lines
from sopbatch.schema.statuses import ARCHIVED
from sopbatch.text.shortening import one_line
from sopbatch.text.words import count, enumeration, long_date, percent

NAMED = 3
"""Units named in a decision; the rest is only counted."""
NAME_LIMIT = 70
NO_DEADLINE = "belum bertenggat"
NO_PLAN_YET = "Perlu diputuskan: judul yang direncanakan, untuk dicatat dalam daftar induk."
NOTHING_TO_DECIDE = "Tidak ada yang perlu diputuskan."


@dataclass(frozen=True, slots=True)
class UnitShare:
    """How many SOPs of a decision one unit has."""

    name: str
    head: str
    """Its head by name, else by office; "" when the register tells neither."""
    sops: int

    @property
    def words(self) -> str:
        """ "Kepala Dinas Kesehatan (4)"; the unit before it where the head does not name it."""
        name, head = one_line(self.name, NAME_LIMIT), one_line(self.head, NAME_LIMIT)
        if name.casefold() in head.casefold():
            return f"{head} ({count(self.sops)})"
        return f"{name} ({count(self.sops)}{f'; {head}' if head else ''})"


@dataclass(frozen=True, slots=True, kw_only=True)
class PendingDecision:
    """A decision to be taken."""

    rule: DecisionRule
    lines: Lines
    owner: str
    sentence: str
    units: tuple[UnitShare, ...]
    """Most SOPs first."""
    until: date | None
    """The earliest deadline of its SOPs that has not passed."""
    late_since: date | None
    """The earliest deadline that has passed."""
    late: int
    weight: int
    otherwise: str

    @property
    def units_in_words(self) -> str:
        """The units with most of its SOPs, each with its head."""
        named = [unit.words for unit in self.units[:NAMED]]
        if rest := len(self.units) - len(named):
            named.append(f"{count(rest)} lainnya")
        return enumeration(named)

    @property
    def until_in_words(self) -> str:
        """By when; that it is late already comes first."""
        if self.late_since:
            since = long_date(self.late_since)
            return f"Segera: {count(self.late)} SOP lewat tenggat sejak {since}"
        return long_date(self.until) if self.until else NO_DEADLINE


def waits(line: SopLine) -> bool:
    """Whether anybody has still to act: on what is planned and not done, or was never planned.

    A title that was revoked or withdrawn from the plan has been decided on, and waits no more.
    """
    if line.revoked:
        return False
    if line.outside_plan:
        return line.received and not line.withdrawn and line.status not in ARCHIVED
    return not line.ratified


def decision_rule(line: SopLine, silent: frozenset[str]) -> DecisionRule | None:
    """The decision that an SOP waits for; None when it waits for nobody."""
    if not waits(line):
        return None
    return next((rule for rule in RULES if rule.holds(line, silent)), None)


def silent_units(tally: Tally) -> frozenset[str]:
    """Codes of the units that planned something and sent nothing at all."""
    return frozenset(unit.unit.code for unit in tally.units if unit.silent)


def what_it_awaits(tally: Tally) -> Callable[[SopLine], str]:
    """A function that names the decision an SOP waits for; "" when there is none."""
    silent = silent_units(tally)

    def name(line: SopLine) -> str:
        rule = decision_rule(line, silent) if tally.can_count_plan else None
        return rule.name if rule else ""

    return name


def decisions(tally: Tally, register: Register) -> tuple[PendingDecision, ...]:
    """What is to be decided, heaviest first; nothing can be told without a register."""
    if not tally.can_count_plan:
        return ()
    silent = silent_units(tally)
    waiting: dict[str, list[SopLine]] = {rule.name: [] for rule in RULES}
    for line in tally.lines:
        if rule := decision_rule(line, silent):
            waiting[rule.name].append(line)
    heads = {unit.code: unit.head_name or unit.head_position for unit in register.units}
    found = (
        _pending(rule, tuple(waiting[rule.name]), tally, register, heads)
        for rule in RULES
        if waiting[rule.name]
    )
    return tuple(sorted(found, key=lambda decision: -decision.weight))


def nothing_pending(tally: Tally) -> str:
    """What is said where no decision is to be taken."""
    planned = tally.can_count_plan and (tally.total.planned or tally.total.revoked)
    return NOTHING_TO_DECIDE if planned else NO_PLAN_YET


def addition(tally: Tally, pending: tuple[PendingDecision, ...]) -> str:
    """How the number of all decisions together follows from the figures of the report."""
    total = tally.total
    outside = sum(line.outside_plan for decision in pending for line in decision.lines)
    told = f"{count(total.planned)} direncanakan dikurangi {count(total.planned_ratified)} selesai"
    return f"{told}, ditambah {count(outside)} di luar rencana" if outside else told


def _pending(
    rule: DecisionRule, lines: Lines, tally: Tally, register: Register, heads: Mapping[str, str]
) -> PendingDecision:
    owner = register.settings.organisation_bureau if rule.owner == BUREAU else rule.owner
    late = [line.deadline for line in lines if line.late and line.deadline]
    coming = [
        line.deadline for line in lines if line.deadline and not (line.late or line.outside_plan)
    ]
    weight = rule.weight * (len(lines) + (LATE_WEIGHS - 1) * len(late))
    return PendingDecision(
        rule=rule,
        lines=lines,
        owner=owner,
        sentence=rule.sentence(owner, lines),
        units=_units(lines, heads),
        until=min(coming, default=None),
        late_since=min(late, default=None),
        late=len(late),
        weight=weight,
        otherwise=_otherwise(rule, lines, tally),
    )


def _units(lines: Lines, heads: Mapping[str, str]) -> tuple[UnitShare, ...]:
    names = {line.unit_code: line.unit_name for line in lines}
    sops = Counter(line.unit_code for line in lines)
    return tuple(
        UnitShare(names[code] or code, heads.get(code, ""), number)
        for code, number in sops.most_common()
    )


def _otherwise(rule: DecisionRule, lines: Lines, tally: Tally) -> str:
    """What follows if not, with the most that can then be reached."""
    planned = sum(not line.outside_plan for line in lines)
    told = f"{count(len(lines))} SOP {rule.otherwise}"
    if not planned:
        return f"{told}."
    reachable = share(tally.total.planned - planned, tally.total.planned)
    return f"{told}; capaian tidak akan melebihi {percent(reachable)}."
