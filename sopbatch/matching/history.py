"""The register as it is on a day: agencies that were renamed, merged or split by then, and before.

What belongs to an old code counts for its successor from that day on. Each line of the plan has
exactly one home on every day, so nothing is counted twice and nothing is lost.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sopbatch.model import Former, PlanLine, Register, Section, Unit, UnitChange
from sopbatch.text.names import folded, name_key
from sopbatch.text.words import count, long_date

Home = tuple[str, str]
"""Code of a unit and name of a section."""


def register_on(register: Register, day: date) -> Register:
    """The register of a day; the same where no agency ever changed.

    Changes that come after the day are undone where that is certain: one code became another. What
    was merged later stays where the plan has it.
    """
    if not register.changes:
        return register
    order = sorted(register.changes, key=lambda change: change.since)
    state = _State(register)
    later = [change for change in order if change.since > day]
    merged = Counter(code for change in later if not change.section for code in change.successors)
    for change in reversed(later):
        _undo(state, change, merged)
    for change in order:
        if change.since <= day:
            _apply(state, change)
    return state.ready()


@dataclass(slots=True)
class _State:
    """A register that is being brought to a day."""

    register: Register
    units: list[Unit] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    plan: list[PlanLine] = field(default_factory=list)
    former: dict[str, Former] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.units = list(self.register.units)
        self.sections = list(self.register.sections)
        self.plan = list(self.register.plan)

    def unit(self, code: str) -> Unit | None:
        """The unit of that code."""
        return next((one for one in self.units if one.code == code), None)

    def move(self, to: Callable[[Home], Home]) -> None:
        """Every line to where it belongs."""
        self.plan = [
            replace(line, unit_code=home[0], section=home[1])
            for line in self.plan
            for home in (to((line.unit_code, line.section)),)
        ]

    def ready(self) -> Register:
        """The register, with formers that lead to what is there today."""
        used = {line.unit_code for line in self.plan}
        units = [unit for unit in self.units if unit.code not in self.former or unit.code in used]
        known = {unit.code for unit in units}
        former = tuple(
            replace(one, homes=tuple(dict.fromkeys(self._homes(one.code, frozenset()))))
            for one in self.former.values()
            if one.code not in known or len(one.homes) > 1
        )
        homes = {one.code: one.homes[0] for one in former if len(one.homes) == 1}
        return replace(
            self.register,
            units=tuple(replace(one, parent=homes.get(one.parent, one.parent)) for one in units),
            sections=tuple(self.sections),
            plan=tuple(self.plan),
            waivers=tuple(
                replace(one, unit_code=homes.get(one.unit_code, one.unit_code))
                for one in self.register.waivers
            ),
            former=former,
        )

    def _homes(self, code: str, passed: frozenset[str]) -> Iterator[str]:
        one = self.former.get(code)
        if one is None or code in passed:
            yield code
            return
        for home in one.homes:
            yield from self._homes(home, passed | {code})


def _apply(state: _State, change: UnitChange) -> None:
    old = change.unit_code
    if change.section:
        _apply_to_section(state, change)
    elif change.successors == (old,):
        state.former.pop(old, None)
        state.units = [
            _called(one, change.unit_name) if one.code == old else one for one in state.units
        ]
    elif change.successors and old not in change.successors:
        _end(state, change)
    # Otherwise it goes on beside others: its lines stay until they are moved by hand.


def _end(state: _State, change: UnitChange) -> None:
    """The old code is of no unit any more: one other took it in, or several parted it."""
    old, unit = change.unit_code, state.unit(change.unit_code)
    state.former[old] = Former(old, change.unit_name, change.successors, change.since)
    if len(change.successors) == 1:
        _take_in(state, change, unit)
    elif unit is None:
        state.units.append(Unit(code=old, name=change.unit_name))


def _take_in(state: _State, change: UnitChange, unit: Unit | None) -> None:
    """Names, lines and sections of the old unit become those of its one successor."""
    old, (new,) = change.unit_code, change.successors
    state.former.pop(new, None)
    if state.unit(new) is None:
        state.units += [one for one in state.register.units if one.code == new]
    names = (change.unit_name, *((unit.name, *unit.aliases) if unit else ()))
    state.units = [
        _called(one, *names) if one.code == new else one for one in state.units if one.code != old
    ]
    there = _sections(state.sections, new)
    state.move(lambda home: (new, there.get(folded(home[1]), home[1])) if home[0] == old else home)
    moved = [replace(one, unit_code=new) for one in state.sections if one.unit_code == old]
    state.sections = [one for one in state.sections if one.unit_code != old]
    state.sections += [one for one in moved if folded(one.name) not in there]


def _apply_to_section(state: _State, change: UnitChange) -> None:
    unit, old = change.unit_code, folded(change.section)
    to = change.successors or (unit,)
    if len(to) > 1 or len(change.new_sections) > 1:
        return  # lines of a split section stay until they are moved by hand
    (code,) = to
    name = change.new_sections[0] if change.new_sections else change.section
    name = _sections(state.sections, code).get(folded(name), name)
    state.move(lambda home: (code, name) if home[0] == unit and folded(home[1]) == old else home)
    kept: list[Section] = []
    for one in state.sections:
        if one.unit_code == code and one.name == name and folded(one.name) != old:
            kept.append(replace(one, aliases=(*one.aliases, change.section)))
        elif (one.unit_code, folded(one.name)) != (unit, old) or (code, name) == (unit, one.name):
            kept.append(one)
    state.sections = kept


def _undo(state: _State, change: UnitChange, merged: Mapping[str, int]) -> None:
    """Back to the name and the code of before; only where one thing became one other thing."""
    if change.section:
        _undo_section(state, change)
        return
    if len(change.successors) != 1 or merged[change.successors[0]] > 1:
        return
    (new,) = change.successors
    old = change.unit_code
    here = state.unit(new)
    if here is None:
        return
    before = replace(here, code=old, name=change.unit_name, aliases=(*here.aliases, here.name))
    if new != old and state.unit(old):
        state.units = [one for one in state.units if one.code != new]
    else:
        state.units = [before if one.code == new else one for one in state.units]
    state.move(lambda home: (old, home[1]) if home[0] == new else home)
    state.sections = [replace(one, unit_code=old) if one.unit_code == new else one
                      for one in state.sections]  # fmt: skip


def _undo_section(state: _State, change: UnitChange) -> None:
    unit = change.unit_code
    new_ones = set(change.new_sections)
    alike = (one for one in state.register.changes if one.section and one.unit_code == unit)
    same = [one for one in alike if new_ones & set(one.new_sections)]
    if len(change.new_sections) != 1 or len(same) > 1 or change.successors not in ((), (unit,)):
        return
    new = folded(change.new_sections[0])
    state.move(
        lambda home: (unit, change.section) if home[0] == unit and folded(home[1]) == new else home
    )
    state.sections = [
        replace(one, name=change.section, aliases=(*one.aliases, one.name))
        if one.unit_code == unit and folded(one.name) == new
        else one
        for one in state.sections
    ]


def _called(unit: Unit, *names: str) -> Unit:
    """The unit with its former names as other ones."""
    known = {name_key(one) for one in (unit.name, *unit.aliases)}
    more = {name_key(name): name for name in names if name_key(name) not in known | {""}}
    return replace(unit, aliases=(*unit.aliases, *more.values()))


def _sections(sections: Iterable[Section], unit: str) -> dict[str, str]:
    return {
        folded(word): one.name
        for one in sections
        if one.unit_code == unit
        for word in (*one.aliases, one.code, one.name)
    }


def undecided(register: Register) -> Iterator[str]:
    """A sentence for each code that was split while lines of the plan still name it."""
    for one in register.former:
        lines = sum(line.unit_code == one.code for line in register.plan)
        if len(one.homes) > 1 and lines:
            names = " atau ".join(
                f"{code} ({unit.name})" if (unit := register.unit(code)) else code
                for code in one.homes
            )
            yield (
                f"{one.name} ({one.code}) dipecah sejak {long_date(one.since)}: {count(lines)} "
                f"judul rencana masih memakai kode lamanya. Tulis kode {names} pada setiap judul."
            )


@dataclass(frozen=True, slots=True)
class Moved:
    """A change that began since a report, in words."""

    change: UnitChange
    before: str
    after: str

    @property
    def words(self) -> str:
        """One sentence."""
        return f"Sejak {long_date(self.change.since)} {self.before} menjadi {self.after}."


def moved(register: Register, last: date | None, day: date) -> Iterator[Moved]:
    """Changes that began after the last report and by a day; none before the first report."""
    for change in register.changes:
        if last is not None and last < change.since <= day:
            units = (register.unit(code) for code in change.successors)
            names = [unit.name if unit else code
                     for unit, code in zip(units, change.successors, strict=True)]  # fmt: skip
            new = " dan ".join(change.new_sections or names)
            yield Moved(change, change.section or change.unit_name, new)
