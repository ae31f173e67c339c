"""What a sheet of fields says beside each input: formulas, and what they come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from sopbatch.model import CellValue, Place
from sopbatch.schema.fields import (
    FILLED,
    LATER,
    LEVEL_NAME,
    LEVELS,
    OPTIONAL,
    TOO_LONG,
    Field,
    FieldKind,
    OpenState,
    WrongState,
)
from sopbatch.schema.kinds import STATUS_KEY, Kind
from sopbatch.writing.templates.lists import list_name


@dataclass(frozen=True, slots=True)
class LevelCell:
    """How far the workbook is, by its status."""

    name: str
    formula: str
    result: int


def level_cell(kind: Kind, values: Mapping[Place, CellValue]) -> LevelCell | None:
    """The level by the status that is chosen; None for a kind without status."""
    field = kind.field(STATUS_KEY)
    if field is None:
        return None
    chosen = values.get(Place(STATUS_KEY), "")
    level = field.choices.index(str(chosen)) + 1 if chosen in field.choices else 1
    formula = f"=IFERROR(MATCH({field.name},{list_name(field.name)},0),1)"
    return LevelCell(LEVEL_NAME, formula, min(level, 3))


def state_formula(field: Field, first: str, last: str, level: LevelCell | None) -> str:
    """State of a field whose input cells go from `first` to `last`."""
    cells = first if first == last else f"{first}:{last}"
    done = f'"{FILLED}"'
    if field.kind is FieldKind.DATE:
        done = f'IF(ISNUMBER({first}),"{FILLED}","{OpenState.LEFT}")'
    elif field.kind is FieldKind.INTEGER:
        done = f'IF(ISNUMBER({first}),"{FILLED}","{WrongState.NUMBER}")'
    elif field.choices and not field.free:
        known = f"ISNUMBER(MATCH(TRIM({first}),{list_name(field.name)},0))"
        done = f'IF({known},"{FILLED}","{WrongState.CHOICE}")'
    if field.max_length:
        done = f'IF(SUMPRODUCT(LEN({cells}))>{field.max_length},"{TOO_LONG}",{done})'
    needed = LEVELS[field.required]
    absent = f'"{field.due}"' if needed else f'"{OPTIONAL}"'
    if needed > 1 and level is not None:
        later = OPTIONAL if field.advised else LATER
        absent = f'IF({level.name}>={needed},"{field.due}","{later}")'
    return f"=IF(SUMPRODUCT(LEN(TRIM({cells})))=0,{absent},{done})"


def state(field: Field, values: Mapping[Place, CellValue], part: int, level: int | None) -> str:
    """What `state_formula` comes to."""
    rows = range(1, field.rows + 1) if field.rows > 1 else (0,)
    typed = [values.get(Place(field.key, row, part), "") for row in rows]
    said = [value for value in typed if str(value).strip()]
    if not said:
        needed = LEVELS[field.required]
        if not needed:
            return OPTIONAL
        if level is not None and level < needed:
            return OPTIONAL if field.advised else LATER
        return field.due
    if 0 < field.max_length < sum(len(str(value)) for value in said):
        return TOO_LONG
    first = said[0]
    if field.kind is FieldKind.DATE:
        return FILLED if isinstance(first, date) else OpenState.LEFT
    if field.kind is FieldKind.INTEGER:
        return FILLED if isinstance(first, int | float) else WrongState.NUMBER
    if field.choices and not field.free:
        known = {choice.casefold() for choice in field.choices}
        return FILLED if str(first).strip().casefold() in known else WrongState.CHOICE
    return FILLED
