"""What stands above a procedure table."""

from sopbatch.schema.places import procedure_sheet
from sopbatch.schema.sop import MORE_LANES_HINT
from sopbatch.writing.templates.book import TemplateSheet
from sopbatch.writing.templates.counters import table_state, table_state_formula
from sopbatch.writing.templates.form import Form
from sopbatch.writing.templates.looks import BASE, COUNTER, NOTE, TITLE, Look

TITLE_ROW, SOP_ROW, UNIT_ROW, COUNTER_ROW, HINT_ROW = 1, 2, 3, 4, 5
TWO_LINES: Look = COUNTER | {"text_wrap": True, "font_size": 9}
NOT_YET = "(terisi dari lembar Identitas)"


def write_head(page: TemplateSheet, form: Form, part: int) -> None:
    """Title, the SOP's names, the counter, and how to use more lanes."""
    page.row(TITLE_ROW, 30)
    page.put(TITLE_ROW, 1, f"{procedure_sheet(part)} SOP", TITLE)
    for row, (formula, text) in (
        (SOP_ROW, _sop_line(form)),
        (UNIT_ROW, _unit_line(form)),
    ):
        page.formula(row, 1, formula, BASE | ({"bold": True} if row == SOP_ROW else {}), text)
    page.row(COUNTER_ROW, 34)
    page.merge(COUNTER_ROW, 1, COUNTER_ROW, 2, TWO_LINES)
    page.formula(
        COUNTER_ROW, 1, table_state_formula(form, part), TWO_LINES, table_state(form, part)
    )
    page.row(HINT_ROW, 18)
    page.put(HINT_ROW, 1, MORE_LANES_HINT, NOTE | {"text_wrap": False, "font_size": 7.5})


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
