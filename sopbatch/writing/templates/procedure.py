"""The sheet Prosedur: the regulation's table as a matrix of executors and symbols."""

from sopbatch.model import Place, column_letters
from sopbatch.schema.fields import Field
from sopbatch.schema.places import (
    CHECK_COLUMN,
    FIRST_LANE_COLUMN,
    FIRST_STEP_ROW,
    GROUP_ROW,
    KIND_ROW,
    LANE_CELLS,
    LAST_LANE_COLUMN,
    NAME_ROW,
    OPENER_COLUMN,
    TARGET_COLUMNS,
    procedure_sheet,
    step_column,
)
from sopbatch.schema.sop import (
    ACTIVITY_COLUMN,
    ACTOR,
    CHECK_LABEL,
    DURATION_COLUMN,
    INPUTS_COLUMN,
    LANE_KIND,
    LANES,
    MAX_LANES,
    NEXT_COLUMN,
    NO_TARGET_COLUMN,
    NUMBER_COLUMN,
    OPEN_LANES,
    OUTPUT_COLUMN,
    REMARK_COLUMN,
    STEP_COLUMNS,
    TABLE_GROUPS,
    YES_COLUMN,
)
from sopbatch.writing.palette import BAND, HOUSE
from sopbatch.writing.templates.book import TemplateBook, TemplateSheet
from sopbatch.writing.templates.counters import (
    write_table_counters,
)
from sopbatch.writing.templates.flow_state import Flow, flow_of
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.hidden_columns import hidden_columns
from sopbatch.writing.templates.inputs import input_look, input_rule, input_value
from sopbatch.writing.templates.lane_formulas import lane_hint, lane_told, write_lane_cells
from sopbatch.writing.templates.looks import (
    BASE,
    BOXED,
    CELL,
    HEAD,
    INPUT,
    NOTE,
    WRAPPED,
    Look,
    row_opener,
)
from sopbatch.writing.templates.procedure_head import HINT_ROW, write_head
from sopbatch.writing.templates.procedure_page import lay_out
from sopbatch.writing.templates.step_check import check
from sopbatch.writing.templates.step_colours import colour_steps
from sopbatch.writing.templates.step_formulas import StepFormulas
from sopbatch.writing.templates.step_state import number

CHECK_WIDTH = 44.0
LEAST_HEIGHT = 32.0
NAME: Look = INPUT | {
    "align": "center",
    "bold": True,
    "bg_color": BAND,
    "num_format": "@",
    "font_size": 9,
}
KIND: Look = INPUT | {"align": "center", "font_size": 9, "bg_color": BAND}
RESERVE: Look = {"text_wrap": False, "shrink": True}
SYMBOL: Look = INPUT | {"align": "center", "font_size": 9, "bold": True}
SUBHEAD: Look = HEAD | {"bg_color": BAND, "font_color": HOUSE}
NUMBER: Look = CELL | {"align": "center", "locked": False, "bg_color": "#FAFBFB"}
CHECK: Look = WRAPPED | BOXED | {"font_size": 9, "font_color": HOUSE, "locked": False, "indent": 1}
HINT: Look = NOTE | {"align": "center", "italic": True, "font_size": 8, "text_wrap": False}
FREE: Look = {"locked": False}
UNDER_HEADS: Look = FREE | {"bg_color": BAND}
RESERVE_WIDTH = 4.5
GROUPS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (TABLE_GROUPS[0], (INPUTS_COLUMN, DURATION_COLUMN, OUTPUT_COLUMN)),
    (TABLE_GROUPS[1], (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)),
)
CALCULATED = (
    "Kolom ini terisi otomatis. Baris sisipan tidak perlu dinomori; nomornya kami hitung ulang."
)
TOLD_BELOW = (
    "Pada baris sisipan kolom ini kosong; nomor dan kekurangannya tertulis di kolom Periksa baris "
    "di bawahnya."
)
SEVERAL_SYMBOLS = (
    "Isian ini tidak ada di daftar. Beberapa simbol ditulis berurutan, misalnya “Mulai, Proses” "
    "atau “Keputusan 2”; pertanyaan ditulis “Keputusan: Lengkap?”. Jika sudah benar, pilih Ya."
)


def part_name(name: str, part: int) -> str:
    """Defined name of a column in a 1-based part: "pr_kegiatan", "pr_kegiatan_2"."""
    return name if part == 1 else f"{name}_{part}"


def write_procedure(book: TemplateBook, form: Form, part: int, choices: dict[str, str]) -> None:
    """Writes the sheet of a 1-based part; `choices` gives the drop-down names by key."""
    page = book.sheet(procedure_sheet(part))
    last_row = FIRST_STEP_ROW + form.steps(part) - 1
    _columns(page, form, part)
    write_head(page, form, part)
    _table_head(page)
    _lanes(page, form, part)
    write_lane_cells(page, form, part)
    write_table_counters(page, form, part)
    flow = flow_of(form, part)
    for step in range(1, form.steps(part) + 1):
        _step(page, form, part, step, StepFormulas(last_row), flow)
    _names(page, part, last_row)
    _helps(page, choices, last_row)
    colour_steps(page, last_row)
    lay_out(page, last_row, spare=part > form.parts)


def _columns(page: TemplateSheet, form: Form, part: int) -> None:
    """Widths; lanes beyond those prepared and used are narrow, and open to whoever needs them."""
    shown = max(OPEN_LANES, form.used_lanes(part))
    for field in STEP_COLUMNS:
        first = step_column(field.key) - 1
        if field is not LANES:
            page.sheet.set_column(first, first, field.width)
            continue
        for lane in range(MAX_LANES):
            width = field.width if lane < shown else RESERVE_WIDTH
            page.sheet.set_column(first + lane, first + lane, width)
    page.sheet.set_column(CHECK_COLUMN - 1, CHECK_COLUMN - 1, CHECK_WIDTH)
    page.sheet.set_column(OPENER_COLUMN - 1, OPENER_COLUMN - 1, 1)
    hidden = {"hidden": True}
    page.sheet.set_column(TARGET_COLUMNS[0] - 1, LANE_CELLS[-1] - 1, 8, None, hidden)


def _table_head(page: TemplateSheet) -> None:
    page.row(GROUP_ROW, 20)
    page.row(NAME_ROW, 46)
    page.row(KIND_ROW, 20, FREE)
    for field in (NUMBER_COLUMN, ACTIVITY_COLUMN):
        _joined(page, GROUP_ROW, step_column(field.key), NAME_ROW, field.label, HEAD)
    page.put(KIND_ROW, 1, "", SUBHEAD | FREE)
    page.put(KIND_ROW, 2, LANE_KIND.label, SUBHEAD | FREE | {"align": "right", "font_size": 9})
    page.merge(GROUP_ROW, FIRST_LANE_COLUMN, GROUP_ROW, LAST_LANE_COLUMN, HEAD)
    page.put(GROUP_ROW, FIRST_LANE_COLUMN, LANES.label, HEAD)
    _joined(page, GROUP_ROW, step_column(REMARK_COLUMN.key), NAME_ROW, REMARK_COLUMN.label, HEAD)
    for column in (CHECK_COLUMN, *TARGET_COLUMNS):
        _joined(page, GROUP_ROW, column, NAME_ROW, CHECK_LABEL, HEAD)
    for heading, fields in GROUPS:
        left, right = step_column(fields[0].key), step_column(fields[-1].key)
        page.merge(GROUP_ROW, left, GROUP_ROW, right, HEAD)
        page.put(GROUP_ROW, left, heading, HEAD)
        for field in fields:
            page.put(NAME_ROW, step_column(field.key), field.label, SUBHEAD)
    _leave_free(page)


def _leave_free(page: TemplateSheet) -> None:
    """Blank cells below the heads that are not locked, in the row above the first step.

    A row that is put in there is as that row: it can be typed into, and taken out again. Joined
    with the heads, they would be locked to some programs.
    """
    for field in STEP_COLUMNS:
        if field not in (NUMBER_COLUMN, ACTIVITY_COLUMN, LANES):
            page.put(KIND_ROW, step_column(field.key), "", _step_look(field) | UNDER_HEADS)
    for column in (CHECK_COLUMN, *TARGET_COLUMNS):
        look = CHECK if column == CHECK_COLUMN else NUMBER
        page.put(KIND_ROW, column, "", look | UNDER_HEADS)
    page.put(KIND_ROW, OPENER_COLUMN, "", row_opener(LEAST_HEIGHT, locked=False))


def _joined(
    page: TemplateSheet, row: int, column: int, last_row: int, text: str, look: Look
) -> None:
    page.merge(row, column, last_row, column, look)
    page.put(row, column, text, look)


def _lanes(page: TemplateSheet, form: Form, part: int) -> None:
    shown = max(OPEN_LANES, form.used_lanes(part))
    for lane in range(1, MAX_LANES + 1):
        column = FIRST_LANE_COLUMN + lane - 1
        name = form.values.get(Place(ACTOR.key, 0, part, lane), "")
        kind = form.values.get(Place(LANE_KIND.key, 0, part, lane), "")
        page.put(NAME_ROW, column, name, NAME if lane <= shown else NAME | RESERVE)
        page.put(KIND_ROW, column, kind, KIND)
        hint, told = lane_hint(form, part, lane), lane_told(form, part, lane)
        page.formula(HINT_ROW, column, hint, HINT, told)


def _step(
    page: TemplateSheet, form: Form, part: int, step: int, formulas: StepFormulas, flow: Flow
) -> None:
    row = FIRST_STEP_ROW + step - 1
    own, said_of_it = number(form, part, step), check(form, part, step, flow)
    # An unlocked row: Excel deletes a row of a protected sheet only when none of it is locked.
    texts = [(form.text(f.key, step, part), f.width, 10.0) for f in STEP_COLUMNS if f is not LANES]
    texts.append((said_of_it, CHECK_WIDTH - 2, 9.0))
    page.growing_row(row, texts, LEAST_HEIGHT, BASE | {"locked": False})
    page.formula(row, 1, formulas.number(row), NUMBER, own)
    page.formula(row, CHECK_COLUMN, formulas.check(row), CHECK, said_of_it)
    for column, formula, result in hidden_columns(form, part, step, formulas.last_row, flow):
        page.formula(row, column, formula, NUMBER, result)
    page.put(row, OPENER_COLUMN, "", row_opener(LEAST_HEIGHT, locked=False))
    for field in STEP_COLUMNS:
        if field is NUMBER_COLUMN:
            continue
        lanes = range(1, MAX_LANES + 1) if field is LANES else (0,)
        look = _step_look(field)
        for lane in lanes:
            narrow = field is LANES and lane > max(OPEN_LANES, form.used_lanes(part))
            value = form.values.get(Place(field.key, step, part, lane), "")
            page.put(
                row,
                step_column(field.key) + max(lane - 1, 0),
                input_value(field, value),
                look | RESERVE if narrow else look,
            )


def _step_look(field: Field) -> Look:
    if field is LANES:
        return SYMBOL
    centred = field in (DURATION_COLUMN, YES_COLUMN, NO_TARGET_COLUMN)
    return input_look(field) | ({"align": "center"} if centred else {"indent": 1})


def _names(page: TemplateSheet, part: int, last_row: int) -> None:
    right = LAST_LANE_COLUMN
    for field in STEP_COLUMNS:
        column = step_column(field.key)
        end = right if field is LANES else column
        cells = page.cells(FIRST_STEP_ROW, column, last_row, end)
        page.book.name(part_name(field.name, part), cells)
    for field, row in ((ACTOR, NAME_ROW), (LANE_KIND, KIND_ROW)):
        cells = page.cells(row, FIRST_LANE_COLUMN, row, right)
        page.book.name(part_name(field.name, part), cells)


def _helps(page: TemplateSheet, choices: dict[str, str], last_row: int) -> None:
    for field in STEP_COLUMNS:
        column = step_column(field.key)
        end = LAST_LANE_COLUMN if field is LANES else column
        rule = input_rule(
            field, f"{column_letters(column)}{FIRST_STEP_ROW}", choices.get(field.key, "")
        )
        if field is NUMBER_COLUMN:
            rule = CALCULATED_RULE
        if field is LANES:
            rule |= {"error_type": "warning", "error_message": SEVERAL_SYMBOLS}
        page.validate(FIRST_STEP_ROW, column, last_row, end, rule)
    page.validate(FIRST_STEP_ROW, CHECK_COLUMN, last_row, CHECK_COLUMN, CALCULATED_RULE)
    page.validate(KIND_ROW, 1, KIND_ROW, 2, head_rule(1))
    behind = LAST_LANE_COLUMN + 1
    page.validate(KIND_ROW, behind, KIND_ROW, CHECK_COLUMN, head_rule(behind))
    for field, row in ((ACTOR, NAME_ROW), (LANE_KIND, KIND_ROW)):
        rule = input_rule(field, "", choices.get(field.key, ""))
        page.validate(row, FIRST_LANE_COLUMN, row, LAST_LANE_COLUMN, rule)


CALCULATED_RULE = {
    "validate": "custom",
    "value": "=FALSE",
    "error_title": "Terisi otomatis",
    "error_message": CALCULATED,
    "error_type": "stop",
    "input_title": "Terisi otomatis",
    "input_message": TOLD_BELOW,
}
HEAD_RULE = {
    "validate": "custom",
    "error_type": "stop",
    "error_title": "Judul tabel",
    "error_message": "Sel ini bagian judul tabel; tulis langkah mulai dari baris di bawahnya.",
}
"""Of heads that are not locked, since a row that is put in below looks as they do.

Such a row may get the rule as well; so it holds in the row of the heads only.
"""


def head_rule(column: int) -> dict[str, str]:
    """The rule for cells that begin in that column."""
    letters = column_letters(column)
    return HEAD_RULE | {"value": f"=ROW({letters}{KIND_ROW})>ROW(${letters}${KIND_ROW})"}
