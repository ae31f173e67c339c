"""What is offered for a slip in the register is what the operator meant, and then it is taken."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import CellValue, Finding, column_number
from sopbatch.reading import read_grid, read_register
from sopbatch.schema.register import SETTINGS_SHEET, TABLES
from sopbatch.writing.templates import write_register_template
from tests.reading.tampering import with_cells
from tests.sample_batch.register import REGISTER

GRID = read_grid(write_register_template(REGISTER))
CODES = frozenset(rule.code for rule in ALL_RULES)
UNITS, SECTIONS, PLAN, DECISIONS, WAIVERS, RULES, CHANGES = (table.sheet for table in TABLES)
LETTERS = st.text("abcdefghijklmnopqrstuvwxyz", min_size=1, max_size=8)

Cells = dict[tuple[int, int], CellValue | None]
Slip = tuple[str, str, str, str]
"""Sheet and cell, what was typed there, what was meant."""


@st.composite
def addresses(draw: st.DrawFn) -> Slip:
    name, place, end = draw(LETTERS), draw(LETTERS), draw(st.sampled_from(("go.id", "id", "com")))
    form = draw(
        st.sampled_from(
            (
                "{0} @{1}.{2}",
                "{0}@ {1}.{2}",
                "{0}@@{1}.{2}",
                "{0}[at]{1}.{2}",
                "{0} (at) {1}.{2}",
                "mailto:{0}@{1}.{2}",
                "{0}@{1}.{2}.",
                "{0}@{1},{2}",
                "{0}@{1} .{2}",
                "Kantor <{0}@{1}.{2}>",
            )
        )
    )
    return UNITS, "D7", form.format(name, place, end), f"{name}@{place}.{end}"


@st.composite
def lost_letters(draw: st.DrawFn) -> Slip:
    """One letter of a long word left out or doubled."""
    sheet, cell, right, told = draw(
        st.sampled_from(
            (
                (PLAN, "C5", "Ketatalaksanaan", "Ketatalaksanaan"),
                (PLAN, "C5", "Pendayagunaan Aparatur", "Pendayagunaan Aparatur"),
                (PLAN, "B32", "Inspektorat Daerah", "6.01"),
                (PLAN, "F5", "Administratif", "Administratif"),
                (DECISIONS, "B5", "Terverifikasi", "Terverifikasi"),
            )
        )
    )
    place = draw(st.integers(1, len(right.split()[0]) - 2))
    again = draw(st.booleans())
    slip = right[:place] + (right[place] * 2 if again else "") + right[place + 1 :]
    return sheet, cell, slip, told


@st.composite
def plain_codes(draw: st.DrawFn) -> Slip:
    """Codes as people say them: without zeros, with other signs; units also by name."""
    unit = draw(st.sampled_from(REGISTER.units))
    by_number = ".".join(part.lstrip("0") for part in unit.code.split("."))
    said = draw(st.sampled_from((by_number, unit.code.replace(".", ","), unit.name, *unit.aliases)))
    return PLAN, "B32", said, unit.code


SAID_OTHERWISE: tuple[Slip, ...] = (
    (PLAN, "C5", "Bagian AKIP", "AKIP"),
    (PLAN, "I5", "x", "Ya"),
    (PLAN, "I5", "belum", "Tidak"),
    (UNITS, "I5", "Sudah", "Ya"),
    (SETTINGS_SHEET, "C14", "450 menit", "450"),
    (SETTINGS_SHEET, "C15", "5 hari", "5"),
    (SETTINGS_SHEET, "C11", "bersama-sama", "Bersama"),
    (SETTINGS_SHEET, "C14", "450 mnt", "450"),
    (SETTINGS_SHEET, "C17", "235 hari/tahun", "235"),
    (SETTINGS_SHEET, "C9", "kertas F4", "F4"),
    (PLAN, "F5", "Adm.", "Administratif"),
    (PLAN, "E5", "(30 September 2026)", "30 September 2026"),
    (PLAN, "E5", "30092026", "30 September 2026"),
    (PLAN, "E5", "tiga puluh September 2026", "30 September 2026"),
    (DECISIONS, "A5", "AK02", "AK-02"),
    (UNITS, "G6", "19700101 199501 1 999 (Pembina)", "197001011995011999"),
)


@given(st.one_of(addresses(), lost_letters(), plain_codes(), st.sampled_from(SAID_OTHERWISE)))
def test_what_was_meant_is_offered_and_taken(slip: Slip):
    sheet, address, typed, meant = slip
    at = (int(address[1:]), column_number(address[0]))
    told = [one for one in found(sheet, {at: typed}) if str(one.cell) == f"{sheet}!{address}"]
    if typed == meant:
        assert told == []
        return
    (finding,) = told
    assert finding.suggestion == meant
    assert typed.split()[0] in finding.sentence
    assert all(str(one.cell) != f"{sheet}!{address}" for one in found(sheet, {at: meant}))


def found(sheet: str, cells: Cells) -> tuple[Finding, ...]:
    return read_register(with_cells(GRID, sheet, cells), CODES).findings


def test_a_lower_decision_of_an_earlier_day_is_told():
    earlier: Cells = {(6, 1): "AK-02", (6, 2): "Dalam Verifikasi", (6, 3): date(2026, 8, 1)}
    (finding,) = found(DECISIONS, earlier)
    assert str(finding.cell) == f"{DECISIONS}!C6"
    assert finding.sentence == (
        "Tanggal: “1 Agustus 2026” lebih awal daripada keputusan di baris 5 (12 Agustus 2026), "
        "padahal baris terbawah yang berlaku."
    )
    assert not finding.blocks


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("1.2; 1.01", "1.02; 1.01"),
        ("Dinas Kesehatan; Bappeda", "1.02; 5.01"),
        ("Dinas Kesehatan; 9.99", ""),
    ],
)
def test_codes_of_a_change_are_offered_together(typed: str, meant: str):
    day = date(2026, 1, 1)
    cells: Cells = {(5, 1): day, (5, 2): "1.09", (5, 3): "Dinas Lama", (5, 5): typed}
    told = found(CHANGES, cells)
    assert [one.suggestion for one in told if one.suggestion] == ([meant] if meant else [])
    assert not meant or found(CHANGES, {**cells, (5, 5): meant}) == ()
