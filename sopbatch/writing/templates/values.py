"""The values that fill a template: those of a Sop, and those of the filled example."""

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from sopbatch.model import CellValue, DateValue, Place, Procedure, Sop, Step
from sopbatch.schema.example import EXAMPLE_ACTORS, EXAMPLE_STEPS
from sopbatch.schema.fields import Field
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    ACTOR,
    IDENTITY_FIELDS,
    LANE_KIND,
    LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    STAGE_WORD,
    STEP_COLUMNS,
    YES_COLUMN,
)
from sopbatch.writing.templates.form import PLAN_CODE
from sopbatch.writing.templates.inputs import example_places, example_value
from sopbatch.writing.templates.step_state import is_heading

TARGET_KEYS = (YES_COLUMN.key, NO_TARGET_COLUMN.key, NEXT_COLUMN.key)


def example_values() -> Mapping[Place, CellValue]:
    """The filled example, as the schema declares it."""
    values: dict[Place, CellValue] = {}
    for field in IDENTITY_FIELDS:
        for place, text in zip(example_places(field), field.example, strict=False):
            values[place] = example_value(field, text)
    for lane, (name, kind) in enumerate(EXAMPLE_ACTORS, start=1):
        values[Place(ACTOR.key, 0, 1, lane)] = name
        values[Place(LANE_KIND.key, 0, 1, lane)] = kind
    for row, step in enumerate(EXAMPLE_STEPS, start=1):
        values[Place(LANES.key, row, 1, step.lane)] = step.symbol
        for column in STEP_COLUMNS:
            if column not in (NUMBER_COLUMN, LANES):
                values[Place(column.key, row)] = getattr(step, column.key)
    return _said(values)


def sop_values(sop: Sop) -> Mapping[Place, CellValue]:
    """The values that write a Sop into the template; what was not understood stays as typed."""
    values: dict[Place, CellValue] = {PLAN_CODE: sop.plan_code}
    for field in IDENTITY_FIELDS:
        values.update(_identity(sop, field))
    for procedure in sop.procedures:
        values.update(_procedure(procedure))
    return _said(values)


def _said(values: dict[Place, CellValue]) -> Mapping[Place, CellValue]:
    return MappingProxyType({place: value for place, value in values.items() if value != ""})


def _identity(sop: Sop, field: Field) -> Iterator[tuple[Place, CellValue]]:
    value = getattr(sop, field.key)
    if field.key == "revision":
        yield Place(field.key), sop.revision_raw if value is None else value
    elif isinstance(value, tuple):
        for row, item in enumerate(value, start=1):
            yield Place(field.key, row), item if isinstance(item, str) else item.raw
    elif isinstance(value, DateValue):
        yield Place(field.key), value.value or value.raw
    else:
        yield Place(field.key), value if isinstance(value, str) else value.raw


def _procedure(procedure: Procedure) -> Iterator[tuple[Place, CellValue]]:
    part = procedure.part
    for index, actor in enumerate(procedure.actors, start=1):
        lane = actor.lane or index
        yield Place(ACTOR.key, 0, part, lane), actor.name
        yield Place(LANE_KIND.key, 0, part, lane), actor.kind
    rows = form_rows(procedure)
    for step in procedure.steps:
        headings = [text for text in step.stage.split("\n") if text.strip()]
        for row, text in enumerate(headings, start=rows[step.row] - len(headings)):
            known = text if is_heading(text) else f"{STAGE_WORD} {text}"
            yield Place(ACTIVITY_COLUMN.key, row, part), known
    renumbered = any(step.number not in (None, step.row) for step in procedure.steps)
    for step in procedure.steps:
        for lane, words in _words(step).items():
            yield Place(LANES.key, rows[step.row], part, lane), words
        for column in STEP_COLUMNS:
            if column not in (NUMBER_COLUMN, LANES):
                text = _text(step, column, renumbered=renumbered)
                yield Place(column.key, rows[step.row], part), text


def form_rows(procedure: Procedure) -> Mapping[int, int]:
    """Step to its 1-based row of the form, where headings of stages have rows of their own."""
    rows: dict[int, int] = {}
    headings = 0
    for step in procedure.steps:
        headings += sum(bool(text.strip()) for text in step.stage.split("\n"))
        rows[step.row] = step.row + headings
    return rows


def _words(step: Step) -> dict[int, str]:
    """Lane to what is chosen there; numbered as the sender numbered them."""
    numbered = any(character.isdigit() for node in step.nodes for character in node.raw)
    words: dict[int, list[str]] = {}
    for node in step.nodes:
        word = node.raw if node.symbol is None else node.symbol.value
        number = f" {node.turn}" if numbered and node.symbol else ""
        number = f": {node.words}" if node.words else number
        words.setdefault(node.lane, []).append(f"{word}{number}")
    return {lane: ", ".join(found) for lane, found in words.items()}


def _text(step: Step, column: Field, *, renumbered: bool) -> str:
    """Text of a column; targets follow the steps when these get other numbers than typed."""
    value = getattr(step, column.key)
    typed = str(value if isinstance(value, str) else value.raw)
    if not renumbered or column.key not in TARGET_KEYS:
        return typed
    ways = [branch for branch in step.branches if branch.key == column.key]
    texts = [str(way.target) if way.target else way.raw for way in ways]
    if column is NEXT_COLUMN and any(way.label for way in ways):
        texts = [f"{way.label}: {text}" for way, text in zip(ways, texts, strict=True)]
    return "; ".join(texts) or typed
