"""Sums: rows of Daftar SOP come in, rows per unit and per section go out."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, fields
from datetime import date

import pandas as pd

from sopbatch.model import Completion, GroupCount, Register, SopLine, Unit
from sopbatch.schema.statuses import STATUSES
from sopbatch.tally.due import due_soon
from sopbatch.tally.lines import completion
from sopbatch.tally.places import Names

FIGURES = [figure.name for figure in fields(Completion)]
LABELS = [status.label for status in STATUSES]
UNIT = ["unit_code"]
SECTION = ["unit_code", "section"]


@dataclass(frozen=True, slots=True)
class Sums:
    """What a group of rows adds up to."""

    completion: Completion
    by_status: dict[str, int]
    last_received: date | None = None
    late_since: date | None = None
    due_soon: int = 0


NEVER = date.max.toordinal()
"""Stands for no day where the earliest is looked for."""
NOTHING = Sums(Completion(), dict.fromkeys(LABELS, 0))


def grand_total(lines: Sequence[SopLine], as_of: date) -> Sums:
    """All rows together."""
    return _sums(_frame(lines, as_of).assign(all=""), ["all"]).get(("",), NOTHING)


def group_by_unit(lines: Sequence[SopLine], names: Names, as_of: date) -> tuple[GroupCount, ...]:
    """A row for every unit that has something planned or sent."""
    sums = _sums(_frame(lines, as_of), UNIT)
    return tuple(_group(unit, "", sums[(code,)]) for code, unit in _present(lines, names))


def group_by_section(
    lines: Sequence[SopLine], names: Names, register: Register, as_of: date
) -> tuple[GroupCount, ...]:
    """A row for every section of those units; of the register, then as met in submissions."""
    sums = _sums(_frame(lines, as_of), SECTION)
    return tuple(
        _group(unit, section, sums.get((code, section), NOTHING))
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
    silent = sums.completion.planned > 0 and sums.completion.received == 0
    return GroupCount(
        unit=unit,
        section=section,
        completion=sums.completion,
        by_status=sums.by_status,
        last_received=sums.last_received,
        silent=silent,
        late_since=sums.late_since,
        due_soon=sums.due_soon,
    )


def _frame(lines: Sequence[SopLine], as_of: date) -> pd.DataFrame:
    # NOTE: days are kept as ordinals, so that the latest and the earliest are plain numbers
    rows = [
        {
            "unit_code": line.unit_code,
            "section": line.section,
            "status": line.status,
            "last_received": line.last_received.toordinal() if line.last_received else 0,
            "late_since": line.deadline.toordinal() if line.late and line.deadline else NEVER,
            "due_soon": int(due_soon(line, as_of)),
            **asdict(completion(line)),
        }
        for line in lines
    ]
    days = ["last_received", "late_since", "due_soon"]
    return pd.DataFrame(rows, columns=["unit_code", "section", "status", *days, *FIGURES])


def _sums(frame: pd.DataFrame, keys: list[str]) -> dict[tuple[str, ...], Sums]:
    if frame.empty:
        return {}
    groups = frame.groupby(keys, sort=False)
    figures = groups[FIGURES].sum()
    statuses = frame.groupby([*keys, "status"], sort=False).size().unstack(fill_value=0)
    statuses = statuses.reindex(index=figures.index, columns=LABELS, fill_value=0)
    days = groups.agg({"last_received": "max", "late_since": "min", "due_soon": "sum"})
    return {
        _key(key): Sums(
            Completion(**dict(zip(FIGURES, map(int, counted), strict=True))),
            dict(zip(LABELS, map(int, split), strict=True)),
            date.fromordinal(int(latest)) if latest else None,
            date.fromordinal(int(earliest)) if earliest != NEVER else None,
            int(soon),
        )
        for key, counted, split, (latest, earliest, soon) in zip(
            figures.index, figures.to_numpy(), statuses.to_numpy(), days.to_numpy(), strict=True
        )
    }


def _key(key: object) -> tuple[str, ...]:
    return tuple(map(str, key)) if isinstance(key, tuple) else (str(key),)
