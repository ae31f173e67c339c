"""The same contents are the same cells, seen alike and read alike, in every format."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import product

import pytest
import xlsxwriter
from openpyxl import load_workbook
from openpyxl.workbook.defined_name import DefinedName

from sopbatch.model import CellValue, Format, NamedRange, Sheet, Submission
from sopbatch.reading import read_grid
from sopbatch.reading.shown import seen
from tests.office import Office, SaveAs
from tests.reading.binary import Cell, xlsb
from tests.reading.results import Result, with_results
from tests.reading.submissions import full_sop, read, second_procedure, template
from tests.there import there

FORMATS: tuple[SaveAs, ...] = ("xlsx", "xls", "ods")
NUMBER_FORMATS = (
    *('0 "menit"', '0" hari kerja"', "0%", "0.0%", '"Rp"#,##0', "[$Rp-421] #,##0.00", "000"),
    *("00000", "#,##0", "#,##0.00", '0 "lembar"', "0.0#", "00000000 000000 0 000", "# ?/?"),
    *("0.00E+00", '0;-0;"nol"', "0;-0;;@", '[<60]0" menit";0.0" jam"', 'General" hari"'),
    *("#,##0_);(#,##0)", '_-"Rp"* #,##0_-;-"Rp"* #,##0_-;_-"Rp"* "-"_-;_-@_-', "0,"),
)
TIME_FORMATS = ("hh:mm", "h:mm:ss", "[h]:mm", "[hh]:mm:ss", '[h]" jam "mm" menit"', "h:mm AM/PM")
DAY_FORMATS = (
    *("dd/mm/yyyy", "d-mmm", "d mmmm yyyy", "[$-421]dd mmmm yyyy", "[$-409]d mmmm yyyy"),
    *("dddd, d mmm yy", "dd/mm/yyyy hh:mm", "mmm-yy", "yyyy-mm-dd"),
)
NUMBERS = (0, 1, 3, 60, 65, 0.5, -2, 1.25, 1_500_000, 19_801_012)
SPANS = (0.0625, 0.5, 0.75, 1.5, 30.25)
DAYS = (36526, 45719, 45719.3125, 46266)
TEXTS = ("Surat permohonan", "007", "03/03/2025 08:00", "=bukan rumus", "a\nb", "'kutip", "½ hari")
FORMULAS: tuple[tuple[str, object], ...] = (
    ("=1+1", 2),
    ('="Surat "&1', "Surat 1"),
    ("=1/0", "#DIV/0!"),
    ("=TRUE()", True),
    ('=T("")', ""),
    ("=A1", "Surat permohonan"),
)
# In other formats than that of texts, LibreOffice stores no text as the result of a formula.
NUMBER_FORMULAS: tuple[tuple[str, object], ...] = (("=30*2", 60), ("=1/0", "#DIV/0!"))


def written() -> Iterator[tuple[int, int, object, str, str]]:
    """(row, column, value, number format, formula) of texts, numbers, times, days, truths."""
    for row, text in enumerate(TEXTS):
        yield row, 0, text, "General", ""
    yield len(TEXTS), 0, "dua", '@" lembar"', ""
    kinds = ((NUMBER_FORMATS, NUMBERS), (TIME_FORMATS, SPANS), (DAY_FORMATS, DAYS))
    for column, (codes, values) in enumerate(kinds, start=1):
        for row, (code, value) in enumerate(product(codes, values)):
            yield row, column, value, code, ""
    for row, (formula, result) in enumerate(FORMULAS):
        yield row, 4, result, "General", formula
    for row, (formula, result) in enumerate(NUMBER_FORMULAS):
        yield row, 5, result, '0 "menit"', formula
    yield from ((0, 6, True, "General", ""), (1, 6, False, "General", ""))
    yield 2, 6, 45719, "General", ""


@cache
def workbook(*, date_1904: bool) -> bytes:
    """All of that as an xlsx workbook."""
    stream = BytesIO()
    book = xlsxwriter.Workbook(stream, {"date_1904": date_1904, "strings_to_formulas": False})
    sheet = book.add_worksheet("Isi")
    for row, column, value, code, formula in written():
        looks = book.add_format({"num_format": code}) if code != "General" else None
        if formula:
            sheet.write_formula(row, column, formula, looks, value)
        else:
            sheet.write(row, column, value, looks)
    book.close()
    return stream.getvalue()


@pytest.mark.parametrize("date_1904", [False, True])
def test_cells_are_seen_alike_in_a_binary_workbook(date_1904: bool):
    rows: list[list[Cell]] = [[] for _ in range(300)]
    for row, column, value, code, formula in sorted(written(), key=lambda cell: cell[:2]):
        rows[row].append((column, value, code, formula))
    (first,) = read_grid(workbook(date_1904=date_1904)).sheets
    (second,) = read_grid(xlsb(rows, date_1904=date_1904)).sheets
    assert first.date_1904 is second.date_1904 is date_1904
    assert differences(first, second) == []


def test_a_binary_workbook_tells_names_and_hidden_parts():
    rows: list[list[Cell]] = [[(0, "a", "General", ""), (1, 2, "General", "")]] * 2
    grid = read_grid(xlsb(rows, names=[("Judul", 1, 0)], hidden_rows=[1], hidden_columns=[1]))
    assert grid.names == {"judul": NamedRange("Isi", 2, 1, 2, 1)}
    assert (grid.sheets[0].hidden_rows, grid.sheets[0].hidden_columns) == (
        frozenset({2}),
        frozenset({2}),
    )


def contents(sheet: Sheet) -> Mapping[tuple[int, int], tuple[CellValue, str, bool]]:
    """Value, text and whether it is calculated, of every cell that shows anything.

    LibreOffice makes a formula of every truth: calculated or typed is the same there.
    """
    return {
        at: (
            value,
            " ".join(seen(sheet, at).split()),
            at in sheet.formulas and not isinstance(value, bool),
        )
        for at, value in sheet.cells.items()
    }


def differences(first: Sheet, second: Sheet) -> list[tuple[object, ...]]:
    ours, theirs = contents(first), contents(second)
    return [
        (at, ours.get(at), theirs.get(at), first.formats.get(at), second.formats.get(at))
        for at in sorted(ours.keys() | theirs.keys())
        if ours.get(at) != theirs.get(at)
    ]


@pytest.mark.office
@pytest.mark.parametrize("date_1904", [False, True])
@pytest.mark.parametrize("save_as", FORMATS)
def test_cells_are_seen_alike_in_every_format(office: Office, save_as: SaveAs, date_1904: bool):
    data = workbook(date_1904=date_1904)
    (first,) = read_grid(data).sheets
    (second,) = read_grid(office.convert(data, save_as)).sheets
    assert first.date_1904 is second.date_1904 is date_1904
    assert differences(first, second) == []


@pytest.mark.office
def test_a_text_that_was_not_calculated_is_no_zero(office: Office):
    saved = office.convert(workbook(date_1904=False), "xls", calculated=False)
    (sheet,) = read_grid(saved).sheets
    assert sheet.uncached == {(2, 5)}
    assert (2, 5) not in sheet.cells


def account(submission: Submission) -> Submission:
    """All that was read, less in what kind of file."""
    return replace(submission, format=Format.XLSX)


@pytest.mark.few(2)
@pytest.mark.parametrize("result", ["zero", "missing", "error", "text", "stale"])
def test_results_of_the_forms_own_formulas_are_never_input(result: Result):
    for form in (template(full_sop()), template(replace(full_sop(), trigger="", legal_basis=()))):
        assert account(read(with_results(form, result))) == account(read(form))


def with_copies(form: bytes, *, copies_first: bool) -> bytes:
    """A form whose sheets were copied for a second SOP, with the names that a copy brings along."""
    book = load_workbook(BytesIO(form))
    for name in ("Prosedur", "Identitas"):
        copy = book.copy_worksheet(book[name])
        copy.title = f"{name}_2"
        for key, defined in book.defined_names.items():
            if name in defined.attr_text:
                place = defined.attr_text.replace(name, copy.title)
                copy.defined_names[key] = DefinedName(key, attr_text=place)
        if copies_first:
            book.move_sheet(copy, -book.index(copy))
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("copies_first", [False, True])
def test_two_sops_in_a_file_are_the_same_two_in_every_format(office: Office, copies_first: bool):
    form = with_copies(template(full_sop()), copies_first=copies_first)
    expected = account(read(form))
    told = next(problem for problem in expected.problems if problem.code == "F-05")
    names = sorted(("Identitas", "Identitas_2"), reverse=copies_first)
    assert told.facts["sheet"] == " dan ".join(f"“{name}”" for name in names)
    for save_as in FORMATS:
        assert account(read(office.convert(form, save_as))) == expected


@pytest.mark.few(1)
@pytest.mark.office
@pytest.mark.parametrize("save_as", FORMATS)
def test_a_form_saved_without_calculating_is_read_as_it_was(office: Office, save_as: SaveAs):
    sop = replace(second_procedure(full_sop()), parent="", relations=(), author="")
    form = template(sop)
    saved = office.convert(with_results(form, "zero"), save_as, calculated=False)
    assert 0 in there(read_grid(saved).sheet("Identitas")).cells.values()
    assert account(read(saved)) == account(read(form))
