"""What a template is to be filled with: values, the agency it is issued to, marks."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from sopbatch.model import (
    CellRef,
    CellValue,
    Place,
    PlanLine,
    Section,
    Settings,
    Severity,
    Unit,
)
from sopbatch.schema.fields import Field
from sopbatch.schema.sop import (
    ACTOR,
    IDENTITY_FIELDS,
    LANE_KIND,
    LANES,
    MAX_LANES,
    STEP_COLUMNS,
    STEP_ROWS,
)

ISSUED_LISTS = ("unit_code", "section")
"""Fields that take their choices, and nothing else, from the agency's data."""
PLAN_CODE = Place("plan_code")
"""The hidden code of the plan line."""
SPARE_PART = 2
"""The procedure that stands ready for an SOP that needs a second one."""
REMEMBERED = 1024
"""Rows of forms of which is kept what many cells ask for: more than one form has."""
NO_VALUES: Mapping[Place, CellValue] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Mark:
    """What a reissued workbook says at one cell."""

    text: str
    severity: Severity


NO_MARKS: Mapping[CellRef, Mark] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Issue:
    """Whom a template is issued to; its data are filled in and offered in drop-downs."""

    unit: Unit
    sections: tuple[Section, ...] = ()
    """Sections of the unit; () when it has none."""
    plan: PlanLine | None = None
    units: tuple[Unit, ...] = ()
    """All units, for the drop-down of codes."""
    settings: Settings = field(default_factory=Settings)


@dataclass(frozen=True, slots=True, eq=False)
class Form:
    """A template about to be written; no other is the same."""

    values: Mapping[Place, CellValue]
    issue: Issue | None
    parts: int
    """Procedures that are filled; a spare one stands ready when it is one."""
    marks: Mapping[CellRef, Mark]

    @property
    def sheets(self) -> range:
        """1-based parts that have a sheet, the spare one included."""
        return range(1, max(self.parts, SPARE_PART) + 1)

    @property
    def has_sections(self) -> bool:
        """Whether the field of the section must be filled."""
        return self.issue is not None and bool(self.issue.sections)

    def steps(self, part: int) -> int:
        """Step rows of a 1-based part: the prepared ones, or more when there is more to write."""
        keys = {column.key for column in STEP_COLUMNS}
        used = (place.row for place in self.values if place.part == part and place.key in keys)
        return max(STEP_ROWS, max(used, default=0))

    def text(self, key: str, row: int = 0, part: int = 1, lane: int = 0) -> str:
        """What a formula sees as text in that input cell."""
        value = self.values.get(Place(key, row, part, lane), "")
        return value.isoformat() if isinstance(value, date) else str(value)

    def items(self, of: Field) -> tuple[str, ...]:
        """Texts of a field's rows that say something."""
        rows = range(1, of.rows + 1) if of.rows > 1 else (0,)
        texts = (self.text(of.key, row) for row in rows)
        return tuple(text for text in texts if text.strip())

    def lanes(self, part: int) -> tuple[str, ...]:
        """Names over all lane columns, "" where there is none."""
        return tuple(self.text(ACTOR.key, 0, part, lane) for lane in range(1, MAX_LANES + 1))

    def used_lanes(self, part: int) -> int:
        """1-based last lane with a name, a kind or a symbol; 0 when all are empty."""
        keys = (ACTOR.key, LANE_KIND.key, LANES.key)
        return max(
            (place.lane for place in self.values if place.part == part and place.key in keys),
            default=0,
        )

    def symbols(self, step: int, part: int) -> tuple[str, ...]:
        """Words in the lane cells of a step, "" where there is none."""
        return tuple(self.text(LANES.key, step, part, lane) for lane in range(1, MAX_LANES + 1))


def filled_form(
    values: Mapping[Place, CellValue],
    issue: Issue | None,
    parts: int,
    marks: Mapping[CellRef, Mark],
) -> Form:
    """A form with the agency's data below the given values; empty texts are left out."""
    all_values = {**(_issued(issue) if issue else {}), **values}
    said = {place: value for place, value in all_values.items() if value != ""}
    most = max([parts, *(place.part for place in said)])
    return Form(MappingProxyType(_gathered(said)), issue, most, marks)


def _gathered(values: Mapping[Place, CellValue]) -> dict[Place, CellValue]:
    """Values with surplus items of a list joined to its last row, one line each."""
    gathered = dict(values)
    for item in IDENTITY_FIELDS:
        surplus = sorted(p for p in values if p.key == item.key and p.row > item.rows > 1)
        if surplus:
            last = Place(item.key, item.rows)
            texts = [str(gathered.pop(place)) for place in surplus]
            gathered[last] = "\n".join([str(gathered.get(last, "")), *texts]).strip()
    return gathered


def _issued(issue: Issue) -> dict[Place, CellValue]:
    """What is known of an agency and its plan line before an officer writes anything."""
    unit, plan = issue.unit, issue.plan
    texts = {
        "government": issue.settings.government,
        "unit_code": unit.code,
        "unit_name": unit.name,
        "signatory_position": unit.head_position,
        "signatory_name": unit.head_name,
        "signatory_nip": unit.head_nip,
    }
    if plan is not None:
        texts |= {
            PLAN_CODE.key: plan.code,
            "section": plan.section,
            "title": plan.title,
            "nature": plan.nature,
            "function": plan.function,
        }
    return {Place(key): text for key, text in texts.items()}
