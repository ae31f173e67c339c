"""Slips of the register that block nothing are told at their cell: doubles, look-alikes, days."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import CellValue, Finding, Severity
from sopbatch.reading import read_grid, read_register
from sopbatch.schema.register import TABLES
from sopbatch.text.words import long_date
from sopbatch.writing.templates import write_register_template
from tests.reading.tampering import with_cells
from tests.sample_batch.register import REGISTER

TODAY = date(2026, 11, 30)
GRID = read_grid(write_register_template(REGISTER))
UNITS, SECTIONS, PLAN, DECISIONS, WAIVERS, RULES, CHANGES = (table.sheet for table in TABLES)
FIRST = 5
"""Row of the first line of the plan."""
Cells = dict[tuple[int, int], CellValue | None]


def told(sheet: str, cells: Cells) -> tuple[Finding, ...]:
    read = read_register(with_cells(GRID, sheet, cells), as_of=TODAY)
    return read.findings


def deadline(typed: CellValue) -> tuple[date | None, tuple[Finding, ...]]:
    """What the first line's Tenggat is read as, and what is told."""
    read = read_register(with_cells(GRID, PLAN, {(FIRST, 5): typed}), as_of=TODAY)
    return read.register.plan[0].deadline, read.findings


def test_the_register_itself_is_without_slips():
    assert told(PLAN, {}) == ()


ENDS = ((3, 31), (6, 30), (9, 30), (12, 31))
PARTS = (
    *("TW {n}", "TW {r}", "Triwulan {r}", "triwulan {n}", "Triwulan ke-{n}", "TW-{r}", "TW{n}"),
    *("akhir TW {r}", "Kuartal {n}", "Q{n}", "s.d. Triwulan {r}", "TW. {r}"),
)
BEFORE_YEAR = (" ", " tahun ", " Tahun ", " TA ", "/", " T.A. ")


@given(st.integers(1, 4), st.sampled_from(PARTS), st.sampled_from(BEFORE_YEAR))
def test_a_quarter_ends_on_its_last_day(quarter, form, glue):
    part = form.format(n=quarter, r=("I", "II", "III", "IV")[quarter - 1])
    last = date(2027, *ENDS[quarter - 1])
    assert deadline(f"{part}{glue}2027") == (last, ())
    day, (finding,) = deadline(part)
    assert day is None
    assert finding.sentence == f"Tenggat: “{part}” tidak menyebut tahunnya."
    assert finding.suggestion == long_date(last.replace(year=2026))


@pytest.mark.parametrize(
    ("typed", "last"),
    [
        ("September 2027", date(2027, 9, 30)),
        ("akhir Februari 2028", date(2028, 2, 29)),
        ("Semester I 2027", date(2027, 6, 30)),
        ("smt II tahun 2027", date(2027, 12, 31)),
        ("2027", date(2027, 12, 31)),
        ("akhir tahun 2027", date(2027, 12, 31)),
        ("paling lambat 30 Juni 2027", date(2027, 6, 30)),
    ],
)
def test_what_is_to_be_done_within_a_time_is_due_on_its_last_day(typed, last):
    assert deadline(typed) == (last, ())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        (date(2062, 9, 30), "30 September 2026"),
        (date(2099, 9, 30), ""),
        (date(2037, 1, 1), ""),
    ],
)
def test_a_day_beyond_ten_years_is_told(typed, meant):
    _, (finding,) = deadline(typed)
    years = typed.year - TODAY.year
    assert finding.sentence == f"Tenggat: “{long_date(typed)}” masih {years} tahun lagi."
    assert (finding.suggestion, finding.severity) == (meant, Severity.WARNING)
    assert not meant or deadline(meant)[1] == ()


def test_a_day_within_ten_years_is_not_told():
    assert deadline(date(2036, 12, 31))[1] == ()


def test_a_decision_after_the_day_of_the_report_is_told():
    (finding,) = told(DECISIONS, {(5, 3): date(2026, 12, 1)})
    assert finding.sentence == (
        "Tanggal: “1 Desember 2026” setelah tanggal laporan, 30 November 2026."
    )
    assert finding.severity is Severity.INFO
    assert told(DECISIONS, {(5, 3): TODAY}) == ()


SAME_TITLES = ("{}", " {} ", "{}.", "SOP {}", "STANDAR OPERASIONAL PROSEDUR {}")


@given(st.sampled_from(SAME_TITLES[:3]), st.booleans(), st.integers(6, 9))
def test_a_title_is_planned_once(form, upper, row):
    title = REGISTER.plan[0].title
    typed = form.format(title.upper() if upper else title)
    (finding,) = told(PLAN, {(row, 4): typed})
    assert str(finding.cell) == f"{PLAN}!D{row}"
    assert f"sudah direncanakan di baris {FIRST}" in finding.sentence
    assert finding.severity is Severity.WARNING
    assert told(PLAN, {(row, 4): typed, (row, 9): "Ya"}) == ()


def test_a_title_of_two_sections_is_only_pointed_out():
    at = next(place for place, line in enumerate(REGISTER.plan) if line.section == "AKIP")
    (finding,) = told(PLAN, {(FIRST + at, 4): REGISTER.plan[0].title})
    assert finding.severity is Severity.INFO


@given(st.sampled_from(("TL-1", "TL-001", "TL.01", "TL 01", "TL01", "TL-O1", "TL-0l", "tl_01")))
def test_codes_that_look_alike_are_told(code):
    (finding,) = told(PLAN, {(30, 1): code})
    assert finding.sentence == f"Kode: “{code}” mudah tertukar dengan “TL-01” di baris {FIRST}."


def test_a_section_of_an_agency_that_has_none_is_told():
    at = next(place for place, line in enumerate(REGISTER.plan) if line.unit_code == "1.02")
    row = FIRST + at
    (finding,) = told(PLAN, {(row, 3): "Bidang Baru"})
    assert str(finding.cell) == f"{PLAN}!C{row}"
    assert finding.sentence == (
        "Bagian: “Bidang Baru” tidak ada di lembar “Bagian” untuk unit “1.02”."
    )
    assert finding.severity is Severity.WARNING


@pytest.mark.parametrize("ending", [".", ",", " .", ";"])
def test_a_point_behind_a_code_is_no_part_of_it(ending):
    assert told(UNITS, {(6, 1): f"4.01.01.01{ending}"}) == ()


def test_a_title_of_a_dash_is_told_as_that():
    (finding,) = told(PLAN, {(FIRST, 4): "-"})
    assert finding.sentence == "Nama SOP: hanya berisi “-”."
