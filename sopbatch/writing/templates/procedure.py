"""The sheet Prosedur: the regulation's table as a matrix of executors and symbols."""

from sopbatch.model import Place, column_letters
from sopbatch.schema.fields import Field
from sopbatch.schema.places_v1 import (
    CHECK_COLUMN,
    FIRST_LANE_COLUMN,
    FIRST_STEP_ROW,
    GROUP_ROW,
    KIND_ROW,
    LAST_LANE_COLUMN,
    NAME_ROW,
    OPENER_COLUMN,
    TARGET_COLUMNS,
    procedure_sheet,
    step_column,
)
from sopbatch.schema.sop_v1 import (
    ACTIVITY_COLUMN,
    ACTOR,
    CHECK_LABEL,
    DURATION_COLUMN,
    INPUTS_COLUMN,
    LANE_KIND,
    LANES,
    MAX_LANES,
    MORE_LANES_HINT,
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
from sopbatch.writing.templates.book import Book, Page
from sopbatch.writing.templates.counters import table_state, table_state_name
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.inputs import input_look, input_rule, input_value
from sopbatch.writing.templates.lane_formulas import lane_hint, lane_told
from sopbatch.writing.templates.looks import (
    ACCENT,
    BAND,
    BASE,
    BOXED,
    CELL,
    COUNTER,
    HEAD,
    INPUT,
    NOTE,
    TITLE,
    WRAPPED,
    Look,
    row_opener,
)
from sopbatch.writing.templates.procedure_page import lay_out
from sopbatch.writing.templates.step_colours import colour_steps
from sopbatch.writing.templates.step_formulas import StepFormulas
from sopbatch.writing.templates.step_state import check, hidden, number
from sopbatch.writing.templates.target_formulas import TargetFormulas

TITLE_ROW, SOP_ROW, UNIT_ROW, COUNTER_ROW, HINT_ROW = 1, 2, 3, 4, 5
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
SUBHEAD: Look = HEAD | {"bg_color": BAND, "font_color": ACCENT}
NUMBER: Look = CELL | {"align": "center", "locked": False, "bg_color": "#FAFBFB"}
CHECK: Look = WRAPPED | BOXED | {"font_size": 9, "font_color": ACCENT, "locked": False}
HINT: Look = NOTE | {"align": "center", "italic": True, "font_size": 8, "text_wrap": False}
RESERVE_WIDTH = 4.5
NOT_YET = "(terisi dari lembar Identitas)"
GROUPS: tuple[tuple[str, tuple[Field, ...]], ...] = (
    (TABLE_GROUPS[0], (INPUTS_COLUMN, DURATION_COLUMN, OUTPUT_COLUMN)),
    (TABLE_GROUPS[1], (YES_COLUMN, NO_TARGET_COLUMN, NEXT_COLUMN)),
)
CALCULATED = (
    "Kolom ini terisi otomatis. Baris sisipan tidak perlu dinomori; nomornya kami hitung ulang."
)

SEVERAL_SYMBOLS = (
    "Isian ini tidak ada di daftar. Beberapa simbol ditulis berurutan, misalnya “Mulai, Proses” "
    "atau “Keputusan 2”; pertanyaan ditulis “Keputusan: Lengkap?”. Jika sudah benar, pilih Ya."
)


def part_name(name: str, part: int) -> str:
    """Defined name of a column in a 1-based part: "pr_kegiatan", "pr_kegiatan_2"."""
    return name if part == 1 else f"{name}_{part}"


def write_procedure(book: Book, form: Form, part: int, choices: dict[str, str]) -> None:
    """Writes the sheet of a 1-based part; `choices` gives the drop-down names by key."""
    page = book.sheet(procedure_sheet(part))
    last_row = FIRST_STEP_ROW + form.steps(part) - 1
    _columns(page, form, part)
    _head(page, form, part)
    _table_head(page)
    _lanes(page, form, part)
    for step in range(1, form.steps(part) + 1):
        _step(page, form, part, step, StepFormulas(last_row, part))
    _names(page, part, last_row)
    _helps(page, choices, last_row)
    colour_steps(page, last_row)
    lay_out(page, last_row)
    if part > form.parts:
        page.sheet.hide()


def _columns(page: Page, form: Form, part: int) -> None:
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
    page.sheet.set_column(TARGET_COLUMNS[0] - 1, TARGET_COLUMNS[-1] - 1, 8, None, hidden)


def _head(page: Page, form: Form, part: int) -> None:
    page.row(TITLE_ROW, 30)
    page.put(TITLE_ROW, 1, f"{procedure_sheet(part)} SOP", TITLE)
    for row, (formula, text) in (
        (SOP_ROW, _sop_line(form)),
        (UNIT_ROW, _unit_line(form)),
    ):
        page.formula(row, 1, formula, BASE | ({"bold": True} if row == SOP_ROW else {}), text)
    page.row(COUNTER_ROW, 24)
    page.merge(COUNTER_ROW, 1, COUNTER_ROW, 2, COUNTER)
    page.formula(COUNTER_ROW, 1, f"={table_state_name(part)}", COUNTER, table_state(form, part))
    page.row(HINT_ROW, 18)
    page.put(HINT_ROW, 1, MORE_LANES_HINT, NOTE | {"text_wrap": False, "font_size": 8})


def _sop_line(form: Form) -> tuple[str, str]:
    title, sop_number = form.text("title"), form.text("number")
    return _joined_names("id_judul", "id_nomor", " — "), _joined_texts(title, sop_number, " — ")


def _unit_line(form: Form) -> tuple[str, str]:
    section, unit = form.text("section"), form.text("unit_name")
    return _joined_names("id_bagian", "id_unit_nama", ", "), _joined_texts(section, unit, ", ")


def _joined_names(first: str, second: str, between: str) -> str:
    both = f'{first}&IF(AND(LEN({first})>0,LEN({second})>0),"{between}","")&{second}'
    return f'=IF(LEN({first})+LEN({second})=0,"{NOT_YET}",{both})'


def _joined_texts(first: str, second: str, between: str) -> str:
    return between.join(text for text in (first, second) if text) or NOT_YET


def _table_head(page: Page) -> None:
    page.row(GROUP_ROW, 20)
    page.row(NAME_ROW, 46)
    page.row(KIND_ROW, 20)
    for field in (NUMBER_COLUMN, ACTIVITY_COLUMN):
        _joined(page, GROUP_ROW, step_column(field.key), NAME_ROW, field.label, HEAD)
    page.put(KIND_ROW, 1, "", SUBHEAD)
    page.put(KIND_ROW, 2, LANE_KIND.label, SUBHEAD | {"align": "right", "font_size": 9})
    page.merge(GROUP_ROW, FIRST_LANE_COLUMN, GROUP_ROW, LAST_LANE_COLUMN, HEAD)
    page.put(GROUP_ROW, FIRST_LANE_COLUMN, LANES.label, HEAD)
    _joined(page, GROUP_ROW, step_column(REMARK_COLUMN.key), KIND_ROW, REMARK_COLUMN.label, HEAD)
    for column in (CHECK_COLUMN, *TARGET_COLUMNS):
        _joined(page, GROUP_ROW, column, KIND_ROW, CHECK_LABEL, HEAD)
    for heading, fields in GROUPS:
        left, right = step_column(fields[0].key), step_column(fields[-1].key)
        page.merge(GROUP_ROW, left, GROUP_ROW, right, HEAD)
        page.put(GROUP_ROW, left, heading, HEAD)
        for field in fields:
            _joined(page, NAME_ROW, step_column(field.key), KIND_ROW, field.label, SUBHEAD)


def _joined(page: Page, row: int, column: int, last_row: int, text: str, look: Look) -> None:
    page.merge(row, column, last_row, column, look)
    page.put(row, column, text, look)


def _lanes(page: Page, form: Form, part: int) -> None:
    shown = max(OPEN_LANES, form.used_lanes(part))
    for lane in range(1, MAX_LANES + 1):
        column = FIRST_LANE_COLUMN + lane - 1
        name = form.values.get(Place(ACTOR.key, 0, part, lane), "")
        kind = form.values.get(Place(LANE_KIND.key, 0, part, lane), "")
        page.put(NAME_ROW, column, name, NAME if lane <= shown else NAME | RESERVE)
        page.put(KIND_ROW, column, kind, KIND)
        hint, told = lane_hint(form, part, lane), lane_told(form, part, lane)
        page.formula(HINT_ROW, column, hint, HINT, told)


def _step(page: Page, form: Form, part: int, step: int, formulas: StepFormulas) -> None:
    row = FIRST_STEP_ROW + step - 1
    # An unlocked row: Excel deletes a row of a protected sheet only when none of it is locked.
    texts = [(form.text(f.key, step, part), f.width, 10.0) for f in STEP_COLUMNS if f is not LANES]
    texts.append((check(form, part, step), CHECK_WIDTH, 9.0))
    page.growing_row(row, texts, LEAST_HEIGHT, BASE | {"locked": False})
    page.formula(row, 1, formulas.number(row), NUMBER, number(form, part, step))
    page.formula(row, CHECK_COLUMN, formulas.check(row), CHECK, check(form, part, step))
    targets = TargetFormulas(formulas.last_row, part)
    for column, (formula, result) in zip(
        TARGET_COLUMNS,
        zip(targets.hidden(row), hidden(form, part, step), strict=True),
        strict=True,
    ):
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


def _names(page: Page, part: int, last_row: int) -> None:
    right = LAST_LANE_COLUMN
    for field in STEP_COLUMNS:
        column = step_column(field.key)
        end = right if field is LANES else column
        cells = page.cells(FIRST_STEP_ROW, column, last_row, end)
        page.book.name(part_name(field.name, part), cells)
    for field, row in ((ACTOR, NAME_ROW), (LANE_KIND, KIND_ROW)):
        cells = page.cells(row, FIRST_LANE_COLUMN, row, right)
        page.book.name(part_name(field.name, part), cells)


def _helps(page: Page, choices: dict[str, str], last_row: int) -> None:
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
    for field, row in ((ACTOR, NAME_ROW), (LANE_KIND, KIND_ROW)):
        rule = input_rule(field, "", choices.get(field.key, ""))
        page.validate(row, FIRST_LANE_COLUMN, row, LAST_LANE_COLUMN, rule)


CALCULATED_RULE = {
    "validate": "custom",
    "value": "=FALSE",
    "error_title": "Terisi otomatis",
    "error_message": CALCULATED,
    "error_type": "stop",
}
