"""Sums: figures of all rows come in, sums of all, of each unit and of each section go out.

Done where the program can spare the memory: the library takes as much as a thousand workbooks.
"""

from collections.abc import Sequence
from datetime import date

import pandas as pd

from sopbatch.model import Completion
from sopbatch.tally.counted import FIGURES, LABELS, NEVER, NOTHING, CountedRow, Sums, Totals

UNIT = ["unit_code"]
SECTION = ["unit_code", "section"]
DAYS = ["last_received", "late_since", "due_soon"]


def add_up(rows: Sequence[CountedRow]) -> Totals:
    """All sums of a report."""
    columns = [*SECTION, "status", *DAYS, *FIGURES]
    frame = pd.DataFrame([(*row[:-1], *row.figures) for row in rows], columns=columns)
    return Totals(
        total=_sums(frame.assign(all=""), ["all"]).get(("",), NOTHING),
        units={code: sums for (code,), sums in _sums(frame, UNIT).items()},
        sections={(code, name): sums for (code, name), sums in _sums(frame, SECTION).items()},
    )


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
