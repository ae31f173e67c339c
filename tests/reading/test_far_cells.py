"""Cells far from the form: blank ones are nothing, a real one is named by its own address."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook, load_workbook

from sopbatch.model import column_letters
from sopbatch.reading import Refused, limits, read_grid
from sopbatch.reading.package.walk import MAIN
from tests.office import Office
from tests.reading.binary import BinarySheet, xlsb_book
from tests.reading.crafting import float_cell, ods, row, table, text_cell, xlsx
from tests.reading.submissions import full_sop, read, template

BLANKS = ("", " ", "   ", "\t", "\n", "\u00a0", " \u00a0 ")
FAR = st.tuples(
    st.integers(limits.LAST_ROW // 2, limits.LAST_ROW),
    st.integers(20, limits.LAST_COLUMN),
)
BLANK, TEXT = st.sampled_from(BLANKS), st.sampled_from(("x", " catatan ", "0"))
KINDS = ("s", "str", "inlineStr", "formula")


def stored(row: int, column: int, text: str, kind: str) -> str:
    """A cell whose text is a shared one, its own, or the result of a formula."""
    start = f'<c r="{column_letters(column)}{row}" t="'
    own = f'<t xml:space="preserve">{text}</t>'
    return {
        "s": f'{start}s"><v>1</v></c>',
        "str": f'{start}str"><v>{text}</v></c>',
        "inlineStr": f'{start}inlineStr"><is>{own}</is></c>',
        "formula": f'{start}str"><f>"{text}"</f><v>{text}</v></c>',
    }[kind]


def in_xlsx(at: tuple[int, int], text: str, kind: str) -> bytes:
    items = f'<si><t>a</t></si><si><t xml:space="preserve">{text}</t></si>'
    rows = '<row r="1"><c r="A1"><v>7</v></c></row>'
    return xlsx(
        f'{rows}<row r="{at[0]}">{stored(*at, text, kind)}</row>',
        strings=f'<sst xmlns="{MAIN[0]}">{items}</sst>',
    )


def in_ods(at: tuple[int, int], text: str, kind: str) -> bytes:
    formula = f'table:formula="of:=&quot;{text}&quot;"' if kind == "formula" else ""
    between = f'<table:table-cell table:number-columns-repeated="{at[1] - 1}"/>'
    far = row(between, text_cell(text, formula))
    blanks = row(text_cell(" "), repeated=at[0] - 2)
    return ods(table(row(float_cell(7)) + blanks + far))


def in_xlsb(at: tuple[int, int], text: str, kind: str) -> bytes:
    far = (at[1] - 1, text, "General", "formula" if kind == "formula" else "")
    return xlsb_book([BinarySheet("Isi", {0: [(0, 7.0, "General", "")], at[0] - 1: [far]})])


def in_form(at: tuple[int, int], text: str, _: str) -> bytes:
    book = load_workbook(BytesIO(template(full_sop())))
    book["Prosedur"].cell(*at).value = text
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.long
@pytest.mark.parametrize("made", [in_xlsx, in_ods, in_xlsb])
@given(at=FAR, text=BLANK, kind=st.sampled_from(KINDS))
def test_a_blank_text_far_away_is_nothing(made, at, text, kind):
    (sheet,) = read_grid(made(at, text, kind)).sheets
    assert sheet.cells == {(1, 1): 7}


@pytest.mark.long
@pytest.mark.parametrize("made", [in_xlsx, in_ods, in_xlsb])
@given(at=FAR, text=TEXT, kind=st.sampled_from(KINDS))
def test_a_text_far_away_is_named_by_its_own_cell(made, at, text, kind):
    with pytest.raises(Refused) as refused:
        read_grid(made(at, text, kind))
    assert refused.value.code == "F-14"
    assert refused.value.facts["cell"] == f"{column_letters(at[1])}{at[0]}"


@pytest.mark.long
def test_a_form_with_a_blank_text_at_its_end_is_read_as_without():
    far = in_form((1_048_570, 25), "  ", "s")
    assert read(far).sop == read(template(full_sop())).sop


def test_a_wide_and_a_low_cell_name_the_one_that_spreads_the_sheet():
    book = Workbook()
    book.worksheets[0]["XFD1"] = book.worksheets[0]["A500"] = 1
    stream = BytesIO()
    book.save(stream)
    with pytest.raises(Refused) as refused:
        read_grid(stream.getvalue())
    assert refused.value.facts["cell"] == "XFD1"


@pytest.mark.long
@pytest.mark.office
def test_an_old_workbook_with_a_blank_text_at_its_end_is_read_as_without(office: Office):
    far = office.convert(in_form((65_530, 25), "  ", "s"), "xls")
    assert read(far).problems == ()
    assert dict(read_grid(far).sheets[2].cells) == dict(
        read_grid(office.convert(template(full_sop()), "xls")).sheets[2].cells
    )
