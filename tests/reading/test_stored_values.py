"""What an xlsx file stores in a cell is read to the value that calamine reads."""

import datetime as dt
import math
from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from python_calamine import CalamineError, load_workbook

from sopbatch.model import CellError
from sopbatch.reading.grid import read_grid
from sopbatch.reading.package.formats import cell_formats
from sopbatch.reading.package.ooxml_values import StoredValues, own_text, run_text
from sopbatch.reading.refusals import Refused
from tests.reading.crafting import MAIN, xlsx

NUMBERED = {164: '0 "menit"', 165: '@" kali"', 166: "dd/mm/yyyy", 167: "[h]:mm"}
VALUES = StoredValues(("satu", ""), cell_formats([0, *NUMBERED], NUMBERED))
GENERAL, MINUTES, TIMES, DAY, HOURS = "01234"


@pytest.mark.parametrize(
    ("kind", "style", "text", "value", "shown"),
    [
        ("n", GENERAL, "7", 7.0, None),
        ("n", GENERAL, "-.5e1", -5.0, None),
        ("n", MINUTES, "15", 15.0, NUMBERED[164]),
        ("n", DAY, "45322", dt.date(2024, 1, 31), NUMBERED[166]),
        ("n", HOURS, "1.5", dt.timedelta(hours=36), NUMBERED[167]),
        ("n", "999", "7", 7.0, None),
        ("n", GENERAL, "1e999", CellError("#NUM!"), None),
        ("n", GENERAL, "NaN", CellError("#NUM!"), None),
        ("n", GENERAL, "", None, None),
        ("s", GENERAL, "0", "satu", None),
        ("s", TIMES, "0", "satu", NUMBERED[165]),
        ("s", GENERAL, "1", None, None),
        ("s", GENERAL, "", None, None),
        ("str", GENERAL, " a_x000D_b ", " a\nb ", None),
        ("str", GENERAL, " \n", None, None),
        ("b", GENERAL, "1", True, None),
        ("b", GENERAL, " FALSE", False, None),
        ("e", GENERAL, "#REF!", CellError("#REF!"), None),
        ("d", GENERAL, "2024-01-31", dt.date(2024, 1, 31), None),
        ("d", GENERAL, "2024-01-31T13:05:00Z", dt.datetime.fromisoformat("2024-01-31T13:05"), None),
        ("d", GENERAL, "13:05:00", dt.time(13, 5), None),
        ("d", GENERAL, "kemarin", "kemarin", None),
    ],
)
def test_a_stored_text_becomes_a_value(kind, style, text, value, shown):
    assert VALUES.stored(kind, style, text)[:2] == (value, shown)


@pytest.mark.parametrize(
    ("kind", "text"),
    [("n", "1_0"), ("n", " 1"), ("n", "\u0663"), ("n", "x"), ("b", "2"), ("s", "2"), ("q", "1")],
)
def test_what_no_program_stores_is_damage(kind, text):
    with pytest.raises(Refused):
        VALUES.stored(kind, GENERAL, text)


@pytest.mark.parametrize(
    ("runs", "text"),
    [
        ([(" a ", False)], "a"),
        ([(" a ", True)], " a "),
        ([("a ", False), (" b", True), (" c", False)], "a bc"),
        ([("\u00a0a", False)], "\u00a0a"),
        ([("_x0041_", True)], "A"),
        ([("_x005F_x0041_", True)], "_x0041_"),
        ([("_xD83D_", True)], "_xD83D_"),
        ([("a\r\nb\x7f", True)], "a\nb\ufffd"),
        ([(" ", True), ("\u2003", True)], ""),
    ],
)
def test_runs_make_a_text(runs, text):
    assert run_text(runs) == text


@given(st.text(), st.booleans())
def test_a_text_is_one_run(text, keeps_space):
    assert own_text(text, keeps_space=keeps_space) == run_text([(text, keeps_space)])


TYPED = st.text(st.sampled_from("0123456789+-.eE_ xanifNI\t"), max_size=9)
SPOKEN = st.text(st.sampled_from("aé \n\t_x0D4&;\u2003\u00a0"), max_size=12)


def cell(kind: str, typed: str, spoken: str, keeps_space: bool) -> str:
    spoken = spoken.replace("&", "&amp;")
    kept = ' xml:space="preserve"' if keeps_space else ""
    match kind:
        case "inlineStr":
            return f'<c r="A1" t="inlineStr"><is><t{kept}>{spoken}</t></is></c>'
        case "s":
            return '<c r="A1" t="s"><v>0</v></c>'
        case "str":
            return f'<c r="A1" t="str"><v>{spoken}</v></c>'
    return f'<c r="A1" t="{kind}"><v>{typed}</v></c>'


@pytest.mark.long
@given(st.sampled_from(["n", "n", "b", "str", "s", "inlineStr"]), TYPED, SPOKEN, st.booleans())
def test_values_are_those_of_calamine(kind, typed, spoken, keeps_space):
    kept = ' xml:space="preserve"' if keeps_space else ""
    text = spoken.replace("&", "&amp;")
    strings = f'<sst xmlns="{MAIN}"><si><t{kept}>{text}</t></si></sst>'
    data = xlsx(cell(kind, typed, spoken, keeps_space), strings=strings)
    try:
        found = load_workbook(BytesIO(data)).get_sheet_by_index(0).to_python()
    except CalamineError:
        with pytest.raises(Refused):
            read_grid(data)
        return
    theirs = found[0][0] if found else ""
    ours = read_grid(data).sheets[0].cells.get((1, 1), "")
    if isinstance(ours, CellError):
        assert theirs in (math.inf, -math.inf) or theirs != theirs
    else:
        assert ours == (theirs if not isinstance(theirs, str) or theirs.strip() else "")
