"""Which SOP a row of monitoring or evaluation is about, and what was found last of each SOP."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from sopbatch.matching.forms import standings_of
from sopbatch.matching.plan import plan_of
from sopbatch.matching.versions import sop_of
from sopbatch.model import Dossier, Register, Review
from sopbatch.model.drafting import Drafted, Drafting, Reached
from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.model.monitoring import Monitored, Monitoring
from sopbatch.model.watched import NOTHING_SEEN, Watched
from sopbatch.schema.drafting import STEPS
from sopbatch.text.likeness import near_titles
from sopbatch.text.names import folded, name_key

Record = Monitoring | Evaluation
Row = Monitored | Evaluated


class KnownSops:
    """The SOPs of all units, ready to be asked which of them a row names."""

    def __init__(self, dossiers: Iterable[Dossier], register: Register) -> None:
        """Fill the indexes."""
        self._plan = plan_of(register)
        self._titles: dict[tuple[str, str], Dossier] = {}
        self._numbers: dict[tuple[str, str], list[Dossier]] = {}
        self._units: dict[str, list[Dossier]] = {}
        for dossier in dossiers:
            self._units.setdefault(dossier.unit_code, []).append(dossier)
            for title in _titles(dossier):
                if key := self._plan.key(title):
                    self._titles.setdefault((dossier.unit_code, key), dossier)
            for number in _numbers(dossier):
                self._numbers.setdefault((dossier.unit_code, number), []).append(dossier)

    def unit_of(self, record: Record | Drafting) -> str:
        """Code of the unit by its code, else by its name; else what was typed."""
        for typed in (record.unit_code, record.unit_name):
            units = self._plan.units
            if code := units.get(folded(typed)) or units.get(name_key(typed)):
                return code
        return record.unit_code.strip()

    def of_unit(self, unit_code: str) -> Sequence[Dossier]:
        """All SOPs of a unit."""
        return self._units.get(unit_code, ())

    def named(self, unit_code: str, row: Row | Drafted) -> Dossier | None:
        """The SOP of the unit by its title, else its number, else a title spelt nearly so."""
        key = self._plan.key(row.title)
        if found := self._titles.get((unit_code, key)):
            return found
        numbered = self._numbers.get((unit_code, number_letters(row.number)), [])
        if len(numbered) == 1:
            return numbered[0]
        near = {
            dossier.key: dossier
            for (unit, title), dossier in self._titles.items()
            if unit == unit_code and near_titles(key, title, self._plan.known)
        }
        return next(iter(near.values())) if len(near) == 1 else None


def watched_sops(
    forms: Sequence[Review], dossiers: Sequence[Dossier], register: Register, as_of: date
) -> Mapping[str, Watched]:
    """Key of each SOP to what was found of it last, up to a day.

    Only the workbook that counts for a time speaks, and only when nothing holds it back.
    """
    said = sorted(_speaking(forms, as_of), key=lambda one: one[1])
    known = KnownSops(dossiers if said else (), register)
    found: dict[str, Watched] = {}
    for record, day in said:
        unit = known.unit_of(record)
        for row in record.rows:
            if dossier := known.named(unit, row):
                found[dossier.key] = _seen(found.get(dossier.key, NOTHING_SEEN), row, day)
    return found


def reached_steps(
    forms: Sequence[Review], dossiers: Sequence[Dossier], register: Register, as_of: date
) -> Mapping[str, Reached]:
    """Key of each SOP in work to the last step of its drafting that was reached by a day."""
    counted = (one.counted for one in standings_of(forms) if one.counted.publishable)
    records = [one.form.record for one in counted if one.form]
    told = [record for record in records if isinstance(record, Drafting)]
    known = KnownSops(dossiers if told else (), register)
    found: dict[str, Reached] = {}
    for record in told:
        unit = known.unit_of(record)
        for row in record.rows:
            dossier, reached = known.named(unit, row), _last_step(row, as_of)
            if dossier and reached:
                found[dossier.key] = reached
    return found


def _last_step(row: Drafted, as_of: date) -> Reached | None:
    for place, step in reversed(tuple(enumerate(STEPS, start=1))):
        day = row.steps[step.key].day.value if step.key in row.steps else None
        if day is not None and day <= as_of:
            return Reached(step.name, day, place)
    return None


@dataclass(frozen=True, slots=True)
class YearSeen:
    """What was found of an SOP within a year."""

    halves: Mapping[str, Monitored] = field(default_factory=dict)
    """By half-year, "I" and "II"."""
    evaluated: Evaluated | None = None


def seen_by_year(
    forms: Sequence[Review], dossiers: Sequence[Dossier], register: Register, as_of: date
) -> Mapping[int, Mapping[str, YearSeen]]:
    """Year that was assessed to the key of each SOP to what was found; as `watched_sops` does."""
    said = sorted(_speaking(forms, as_of), key=lambda one: one[1])
    known = KnownSops(dossiers if said else (), register)
    years: dict[int, dict[str, YearSeen]] = {}
    for record, _ in said:
        unit = known.unit_of(record)
        for row in record.rows if record.year is not None else ():
            if dossier := known.named(unit, row):
                found = years.setdefault(record.year or 0, {})
                before = found.get(dossier.key, YearSeen())
                found[dossier.key] = _within(before, record, row)
    return years


def _within(before: YearSeen, record: Record, row: Row) -> YearSeen:
    if isinstance(row, Evaluated):
        return replace(before, evaluated=row)
    half = record.semester if isinstance(record, Monitoring) else ""
    return replace(before, halves={**before.halves, half: row})


def number_letters(text: str) -> str:
    """What two numbers of SOPs are compared by: letters and digits in order."""
    return re.sub(r"[\W_]", "", folded(text))


def _speaking(forms: Sequence[Review], as_of: date) -> Iterator[tuple[Record, date]]:
    for standing in standings_of(forms):
        counted = standing.counted
        record = counted.form.record if counted.form else None
        if counted.publishable and isinstance(record, Monitoring | Evaluation):
            day = record.assessed.value
            if day is not None and day <= as_of:
                yield record, day


def _seen(before: Watched, row: Row, day: date) -> Watched:
    if isinstance(row, Monitored):
        return replace(before, monitored=day, runs_well=row.runs_well)
    return replace(
        before, evaluated=day, agreed=row.agreed, denied=row.denied, conclusion=row.conclusion
    )


def _titles(dossier: Dossier) -> Iterator[str]:
    yield dossier.title
    if dossier.plan:
        yield from dossier.plan.other_titles
    for review in dossier.versions:
        yield sop_of(review).title


def _numbers(dossier: Dossier) -> set[str]:
    typed = (sop_of(review).number.raw for review in dossier.versions)
    return {letters for number in typed if (letters := number_letters(number))}
