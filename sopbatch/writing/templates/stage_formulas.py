"""Which rows of the sheet Prosedur are steps: those that say something and head no stage."""

from sopbatch.model import column_letters
from sopbatch.schema.places import CHECK_COLUMN, KIND_ROW
from sopbatch.schema.sop import STAGE_MARKS, STAGE_WORD
from sopbatch.writing.templates.looked_up import ACTIVITY, WEIGHTS

TEXT, REST, RIGHT = (
    f"${column_letters(column)}" for column in (ACTIVITY, ACTIVITY + 1, CHECK_COLUMN - 1)
)


def steps_down_to(last: str) -> str:
    """1 for each row that is a step, from the row above the first one down to row `last`."""
    said = f"MMULT(1-ISBLANK({TEXT}${KIND_ROW}:{RIGHT}{last}),{WEIGHTS})"
    heading = _begins_as_heading(f"{TEXT}${KIND_ROW}:{TEXT}{last}")
    return f"(SIGN({said})-({said}<=1)*{heading})"


def is_no_step(row: int) -> str:
    """Whether a row says nothing, or only heads a stage."""
    bare = f"COUNTA({REST}{row}:{RIGHT}{row})=0"
    return f"AND({bare},OR(ISBLANK({TEXT}{row}),{_begins_as_heading(f'{TEXT}{row}')}))"


def _begins_as_heading(cells: str) -> str:
    """Whether texts begin as the heading of a stage does: "Tahap …", "A. …"."""
    marks = "".join(f"{mark}|" for mark in STAGE_MARKS)
    mark = f'LEFT(TRIM({cells}),FIND(".",TRIM({cells})&".")-1)'
    word = f'LEFT(TRIM({cells}),{len(STAGE_WORD)})="{STAGE_WORD}"'
    return f'(ISNUMBER(FIND("|"&{mark}&"|","|{marks}"))+({word})>0)'
