"""Rows per unit and per section: sums come in, groups in the order of the register go out."""

from collections.abc import Iterator, Sequence

from sopbatch.model import GroupCount, Register, SopLine, Unit
from sopbatch.tally.counted import NOTHING, Sums, Totals
from sopbatch.tally.places import Names


def group_by_unit(lines: Sequence[SopLine], names: Names, totals: Totals) -> tuple[GroupCount, ...]:
    """A row for every unit that has something planned or sent."""
    return tuple(_group(unit, "", totals.units[code]) for code, unit in _present(lines, names))


def group_by_section(
    lines: Sequence[SopLine], names: Names, register: Register, totals: Totals
) -> tuple[GroupCount, ...]:
    """A row for every section of those units; of the register, then as met in submissions."""
    return tuple(
        _group(unit, section, totals.sections.get((code, section), NOTHING))
        for code, unit in _present(lines, names)
        for section in _sections(code, lines, register)
    )


def _present(lines: Sequence[SopLine], names: Names) -> Iterator[tuple[str, Unit]]:
    met = {line.unit_code for line in lines}
    return ((unit.code, unit) for unit in names.units.values() if unit.code in met)


def _sections(code: str, lines: Sequence[SopLine], register: Register) -> tuple[str, ...]:
    registered = (section.name for section in register.sections_of(code))
    met = (line.section for line in lines if line.unit_code == code)
    return tuple(dict.fromkeys((*registered, *met)))


def _group(unit: Unit, section: str, sums: Sums) -> GroupCount:
    return GroupCount(
        unit=unit,
        section=section,
        completion=sums.completion,
        by_status=sums.by_status,
        last_received=sums.last_received,
        late_since=sums.late_since,
        due_soon=sums.due_soon,
    )
