"""Which unit and which line of the plan a workbook belongs to."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from sopbatch.matching.aliases import unit_aliases
from sopbatch.model import PlanLine, PlanMatch, Register, Sop
from sopbatch.model.remembered import remembered
from sopbatch.text.alike import some_alike
from sopbatch.text.blank import blank
from sopbatch.text.likeness import FILLERS, LIKE_TITLE, UNLIKE, near_titles
from sopbatch.text.names import NO_ALIASES, Aliases, folded, name_key, title_years
from sopbatch.text.title_words import ACTIVITY_NOUNS

Match = tuple[PlanLine | None, PlanMatch]


def is_title_of(line: PlanLine, title: str, aliases: Aliases = NO_ALIASES) -> bool:
    """Whether a title equals the planned one of a line, or another one it may be sent under."""
    planned = (name_key(one, aliases) for one in (line.title, *line.other_titles))
    return name_key(title, aliases) in planned


@dataclass(slots=True, kw_only=True)
class Plan:
    """The register, ready to be asked about many workbooks."""

    register: Register
    units: dict[str, str] = field(default_factory=dict)
    """Folded code, name or other name of a unit to its code."""
    sections: dict[tuple[str, str], str] = field(default_factory=dict)
    """Unit and folded code, name or other name of a section to its name."""
    codes: dict[str, list[PlanLine]] = field(default_factory=dict)
    titles: dict[str, dict[str, list[PlanLine]]] = field(default_factory=dict)
    """Unit to title key to lines, in the order of the register."""
    others: dict[str, dict[str, list[PlanLine]]] = field(default_factory=dict)
    """The same by the other titles of a line."""
    known: frozenset[str] = UNLIKE
    """Words that are no slips of others: those of the plan and of activities."""
    splits: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Code of a unit that was split to those of its successors."""

    def __post_init__(self) -> None:
        """Fill the indexes; an exact code or name comes before the other names of a unit."""
        for unit in self.register.units:
            self.units[folded(unit.code)] = unit.code
        for unit in self.register.units:
            for name in (unit.name, *unit.aliases):
                self.units.setdefault(name_key(name), unit.code)
        for former in self.register.former:
            home = former.homes[0] if len(former.homes) == 1 else former.code
            self.units.setdefault(folded(former.code), home)
            self.units.setdefault(name_key(former.name), home)
            if home == former.code:
                self.splits[former.code] = former.homes
        for section in self.register.sections:
            for name in (section.name, section.code, *section.aliases):
                self.sections.setdefault((section.unit_code, folded(name)), section.name)
        for line in self.register.plan:
            self.codes.setdefault(folded(line.code), []).append(line)
            self._enter(self.titles, line, line.title)
            for title in line.other_titles:
                self._enter(self.others, line, title)
        spelt = {
            word for lines in self.titles.values() for title in lines for word in title.split()
        }
        self.known = UNLIKE | ACTIVITY_NOUNS | spelt

    @property
    def aliases(self) -> Aliases:
        """Other names of units, which are the official ones in titles too."""
        return unit_aliases(self.register)

    def key(self, title: str) -> str:
        """The form in which titles are compared."""
        return name_key(title, self.aliases)

    def _enter(
        self, index: dict[str, dict[str, list[PlanLine]]], line: PlanLine, title: str
    ) -> None:
        if key := self.key(title):
            index.setdefault(line.unit_code, {}).setdefault(key, []).append(line)

    def unit_of(self, sop: Sop) -> str:
        """Code of the unit by its code, else exactly by its name; else what was typed."""
        for typed in (sop.unit_code, sop.unit_name):
            if code := self.units.get(folded(typed)) or self.units.get(name_key(typed)):
                return self._of_split(code, sop) if code in self.splits else code
        return sop.unit_code.strip() or sop.unit_name.strip()

    def _of_split(self, code: str, sop: Sop) -> str:
        """The successor in whose plan the title stands; the former unit when it is not certain."""
        title = self.key(sop.title)
        indexes = (self.titles, self.others)
        tried = (code, *self.splits[code])
        homes = [one for one in tried if any(title in index.get(one, {}) for index in indexes)]
        return homes[0] if len(homes) == 1 else code

    def section_of(self, sop: Sop) -> str:
        """The section's name in the register; else what was typed."""
        key = (self.unit_of(sop), folded(sop.section))
        return self.sections.get(key, "" if blank(sop.section) else sop.section.strip())

    def by_code(self, sop: Sop) -> PlanLine | None:
        """The line of the hidden plan code; of the own unit when several have it.

        That of another unit only when the title is the planned one or the workbook names no unit
        of the register: forms are copied between units, and none may fill the plan of another.
        """
        lines = self.codes.get(folded(sop.plan_code), [])
        unit = self.unit_of(sop)
        own = [line for line in lines if line.unit_code == unit]
        if self.register.unit(unit) is not None:
            lines = [line for line in lines if self.is_titled(line, sop)]
        return next(iter((*own, *lines)), None)

    def issued_for(self, sop: Sop) -> PlanLine | None:
        """The line that the form was issued for, whatever became of it since."""
        lines = self.codes.get(folded(sop.plan_code), [])
        own = [line for line in lines if line.unit_code == self.unit_of(sop)]
        return next(iter((*own, *lines)), None)

    def is_titled(self, line: PlanLine, sop: Sop) -> bool:
        """Whether the title is a planned one of the line, or spelt nearly so."""
        typed = self.key(sop.title)
        planned = map(self.key, (line.title, *line.other_titles))
        near = any(near_titles(typed, title, self.known) for title in planned)
        return near or is_title_of(line, sop.title, self.aliases)

    def are_near(self, left: str, right: str) -> bool:
        """Whether two titles can be one: equal, spelt nearly so, or one of them blank."""
        one, two = self.key(left), self.key(right)
        return not (one and two) or one == two or near_titles(one, two, self.known)

    def shortens(self, short: str, long: str) -> bool:
        """Whether all words of the one title are in the other, fillers aside."""
        one, two = ({*self.key(title).split()} - FILLERS for title in (short, long))
        return one <= two

    def by_title(self, sop: Sop) -> PlanLine | None:
        """The line of that title within the unit; a line's own title comes before other titles.

        Of several lines that of the same year, then that of the section, then that of the hidden
        code, else the first one of the register: an equal title always meets a line.
        """
        unit, title = self.unit_of(sop), self.key(sop.title)
        if not title:
            return None
        for index in (self.titles, self.others):
            if lines := index.get(unit, {}).get(title):
                return self._chosen(lines, sop)
        return None

    def by_near_title(self, sop: Sop) -> PlanLine | None:
        """The only title of the unit, or of the section, that differs in spelling."""
        lines = self.titles.get(self.unit_of(sop), {})
        own = self.key(sop.title)
        offered = some_alike(own, lines, LIKE_TITLE, limit=5)
        near = [lines[title] for title in offered if near_titles(own, title, self.known)]
        if len(near) > 1:
            section = folded(self.section_of(sop))
            within = ([line for line in same if folded(line.section) == section] for same in near)
            near = [same for same in within if same]
        return self._chosen(near[0], sop) if len(near) == 1 else None

    def _chosen(self, lines: Iterable[PlanLine], sop: Sop) -> PlanLine:
        years, code = title_years(sop.title), folded(sop.plan_code)
        section = folded(self.section_of(sop))

        def strangeness(line: PlanLine) -> tuple[bool, bool, bool, bool]:
            return (
                line.withdrawn,
                title_years(line.title) != years,
                folded(line.section) != section,
                folded(line.code) != code,
            )

        return min(lines, key=strangeness)


@remembered
def plan_of(register: Register) -> Plan:
    """The register, ready to be asked."""
    return Plan(register=register)


def unit_of(sop: Sop, register: Register) -> str:
    """Code of the unit that a workbook is from."""
    return plan_of(register).unit_of(sop)
