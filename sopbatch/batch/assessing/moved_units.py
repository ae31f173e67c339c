"""What is remembered of agencies that have other codes since, and what the report tells of them."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sopbatch.ledger import Past
from sopbatch.matching.history import moved
from sopbatch.model import PlanChange, Register

WHAT = "perangkat daerah"
T = TypeVar("T")


def with_keys_of_today(past: Past, register: Register) -> Past:
    """What is remembered of SOPs outside the plan, by the code that counts today.

    The key of such an SOP begins with the code of its unit; those of the plan keep their own.
    """
    homes = {one.code.casefold(): one.homes[0].casefold()
             for one in register.former if len(one.homes) == 1}  # fmt: skip
    if not homes:
        return past

    def key(sop: str) -> str:
        unit, parted, rest = sop.partition("|")
        return f"{homes.get(unit, unit)}|{rest}" if parted else sop

    def keyed(known: Mapping[str, T]) -> Mapping[str, T]:
        return {key(sop): value for sop, value in known.items()}

    return replace(
        past,
        status=keyed(past.status),
        counted=keyed(past.counted),
        titles=keyed(past.titles),
        complete=frozenset(map(key, past.complete)),
    )


def last_week(past: Past) -> date | None:
    """The day of the last report of an earlier week."""
    return max((week.as_of for week in past.history), default=None)


def unit_changes(past: Past, register: Register, as_of: date) -> Iterator[PlanChange]:
    """Agencies and sections that became others since the last report of an earlier week."""
    for one in moved(register, last_week(past), as_of):
        change = one.change
        yield PlanChange(
            sop=change.unit_code, title=one.before, what=WHAT, before=one.before, after=one.after
        )
