"""What needs workbooks propose for the plan: new lines with codes, changed ones, known ones."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from sopbatch.matching.needs import Proposed, TitleStanding, newest_needs, proposals
from sopbatch.matching.plan import plan_of
from sopbatch.model import FormStanding, PlanLine, Register
from sopbatch.model.needs import Need
from sopbatch.text.names import folded, name_key
from sopbatch.text.words import long_date

NUMBERED = re.compile(r"(?P<front>.*\D)(?P<number>\d{1,6})")
"""A code that ends in a number: "TL-01"."""


@dataclass(frozen=True, slots=True)
class Noted:
    """A line of the plan with what is to be said of it."""

    line: PlanLine
    note: str


@dataclass(frozen=True, slots=True)
class Proposal:
    """All that the agencies propose, unit by unit, the most urgent first."""

    new: tuple[PlanLine, ...]
    changed: tuple[Noted, ...]
    """Lines of the plan as they should be, and what is not as it was."""
    known: tuple[Noted, ...]
    """Lines of the plan that stay as they are."""


def proposal_of(standings: Iterable[FormStanding], register: Register) -> Proposal:
    """What the newest good workbook of each unit proposes beside the plan."""
    plan = plan_of(register)
    codes = Codes(register)
    new: dict[tuple[str, str], PlanLine] = {}
    changed: list[Noted] = []
    known: list[Noted] = []
    for unit, needs in newest_needs(standings, register):
        if register.unit(unit) is None:
            continue  # K-09 asks for the right code first
        for one in sorted(proposals(needs.rows, unit, plan), key=_urgent_first):
            section = plan.sections.get((unit, folded(one.need.section)), "")
            if one.line is None:
                title = plan.key(one.need.title)
                if (unit, title) not in new:
                    code = codes.next_one(unit, section)
                    new[unit, title] = _line(one.need, unit, section, code)
            elif one.standing is TitleStanding.KNOWN and (found := _change(one, section)):
                changed.append(found)
            else:
                known.append(Noted(one.line, _said(one)))
    return Proposal(tuple(new.values()), tuple(changed), tuple(known))


def _urgent_first(one: Proposed) -> tuple[int, int]:
    return (-(one.need.urgency or 0), one.need.row)


def _line(need: Need, unit: str, section: str, code: str) -> PlanLine:
    return PlanLine(
        code=code,
        unit_code=unit,
        section=section,
        title=need.title,
        deadline=need.target.value,
        nature=need.nature,
        function=need.function,
        owner=need.owner,
    )


def _change(one: Proposed, section: str) -> Noted | None:
    """The planned line with what the workbook says otherwise; None when it says the same."""
    line, need = one.line, one.need
    assert line is not None
    wanted = replace(
        line,
        section=section or line.section,
        deadline=need.target.value or line.deadline,
        nature=need.nature or line.nature,
        function=_other(line.function, need.function),
        owner=_other(line.owner, need.owner),
    )
    pairs = (
        ("Bagian", line.section, wanted.section),
        ("Tenggat", _day(line), _day(wanted)),
        ("Sifat", line.nature, wanted.nature),
        ("Tugas/fungsi", line.function, wanted.function),
        ("Penanggung jawab", line.owner, wanted.owner),
    )
    told = [f"{name}: {old or '-'} menjadi {new}" for name, old, new in pairs if old != new]
    return Noted(wanted, "; ".join(told)) if told else None


def _other(known: str, told: str) -> str:
    """What is told, unless it says the same in other letters."""
    return told if told and name_key(told) != name_key(known) else known


def _day(line: PlanLine) -> str:
    return long_date(line.deadline) if line.deadline else ""


def _said(one: Proposed) -> str:
    if one.standing is TitleStanding.NEAR:
        return f"Ditulis “{one.need.title}”."
    if one.standing is TitleStanding.WITHDRAWN:
        return "Diusulkan lagi, padahal dibatalkan dari rencana."
    return ""


class Codes:
    """Codes that nobody has, after the manner of those of the unit or the section."""

    def __init__(self, register: Register) -> None:
        self._plan = register.plan
        self._sections = {(one.unit_code, one.name): one.code for one in register.sections}
        self._taken = {folded(line.code) for line in register.plan}

    def next_one(self, unit: str, section: str) -> str:
        """The next free code."""
        own = [line for line in self._plan if line.unit_code == unit]
        within = [line for line in own if line.section == section]
        front, width = _front(within if section else own)
        if not front:
            front, width = f"{self._sections.get((unit, section)) or unit}-", 2
        known = (NUMBERED.fullmatch(code) for code in self._taken)
        numbers = [int(one["number"]) for one in known if one and one["front"] == folded(front)]
        number = max(numbers, default=0) + 1
        while folded(code := f"{front}{number:0{width}}") in self._taken:
            number += 1
        self._taken.add(folded(code))
        return code


def _front(lines: Sequence[PlanLine]) -> tuple[str, int]:
    """What most codes begin with, and how many digits follow."""
    found = Counter(
        (one["front"], len(one["number"]))
        for line in lines
        if (one := NUMBERED.fullmatch(line.code))
    )
    return found.most_common(1)[0][0] if found else ("", 2)


def accepted(register: Register, new: Iterable[PlanLine], changed: Iterable[PlanLine]) -> Register:
    """The register with new lines after all others, and changed ones in their places."""
    instead = {folded(line.code): line for line in changed}
    kept = tuple(instead.get(folded(line.code), line) for line in register.plan)
    return replace(register, plan=(*kept, *new))


def problems(
    register: Register, new: Sequence[PlanLine], changed: Sequence[PlanLine]
) -> Iterator[str]:
    """Why lines cannot be taken, an Indonesian sentence each."""
    known = {folded(line.code): line for line in register.plan}
    seen: set[str] = set()
    for line in new:
        code = folded(line.code)
        if code in known or code in seen:
            other = known[code].title if code in known else "judul lain dalam usulan ini"
            yield f"Kode {line.code} (“{line.title}”) sudah dipakai untuk “{other}”."
        seen.add(code)
    for line in changed:
        if folded(line.code) not in known:
            yield f"Kode {line.code} (“{line.title}”) tidak ada dalam rencana."
