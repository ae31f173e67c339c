"""Names, labels, merged cells and values written otherwise than the template does."""

from dataclasses import replace

from openpyxl.utils.datetime import CALENDAR_MAC_1904

from sopbatch.model import CellError, Place
from sopbatch.reading.values.dates import parse_date
from sopbatch.reading.values.durations import parse_duration
from sopbatch.schema.places import FIRST_STEP_ROW, GROUP_ROW, NAME_ROW
from tests.reading.changes import (
    first_law_joined,
    lane_unnamed,
    more_laws,
    step_changed,
    symbols_typed_as,
    targets_typed_as,
    without_plan_code,
)
from tests.reading.submissions import SETTINGS
from tests.reading.tampering import (
    CELLS,
    SOP,
    a1,
    drop_names,
    insert_columns,
    insert_rows,
    label,
    on_file,
    on_grid,
    with_cells,
    with_sheet,
)

LAST_STEP = FIRST_STEP_ROW + len(SOP.steps) - 1
WORDS = {"Mulai": "start", "Proses": "x", "Selesai": "AKHIR"}


# Names and labels


@on_file()
def all_names_deleted(book):
    drop_names(book)


@on_file(repairs=("“Dasar Hukum” hilang",))
def one_name_deleted(book):
    drop_names(book, "id_dasar_hukum")


@on_file()
def labels_erased(book):
    for row in range(6, 90):
        book["Identitas"].cell(row, 2).value = None


@on_file()
def headings_of_the_table_erased(book):
    sheet = book["Prosedur"]
    for column in (1, 2, *range(18, 26)):
        for row in (GROUP_ROW, NAME_ROW):
            if sheet.cell(row, column).value is not None:
                sheet.cell(row, column).value = None


@on_file("F-04", "F-21", sop=None)
def a_label_and_its_name_gone(book):
    drop_names(book, "id_judul")
    book["Identitas"]["B16"] = "Kop Naskah"


@on_file(
    repairs=("“Judul SOP” kami baca", "“Tgl. Efektip :” kami baca"),
    sop=without_plan_code,
)
def labels_retyped_without_names(book):
    drop_names(book)
    del book["_ref"]
    book["Identitas"][label("title")] = "Judul SOP"
    book["Identitas"][label("effective")] = "Tgl. Efektip :"
    book["Identitas"][label("number")] = "  NOMOR\u00a0SOP : "


@on_file(
    repairs=("“Uraian Prosedur” kami", "“Kelengkapn” kami", "“Keluaran” kami"),
    sop=without_plan_code,
)
def headings_retyped_without_names(book):
    drop_names(book)
    del book["_ref"]
    sheet = book["Prosedur"]
    sheet["B6"], sheet["R7"], sheet["T7"] = "Uraian Prosedur", "Kelengkapn", "Keluaran"


@on_file()
def labels_retyped_while_names_hold(book):
    book["Identitas"][label("title")] = "Judul SOP AP :"
    book["Prosedur"]["B6"] = "Aktivitas"


@on_file("F-03")
def an_old_version_of_the_template(book):
    book["_ref"]["A2"] = "0"


# Merges


@on_file()
def label_and_input_cells_merged(book):
    sheet = book["Identitas"]
    sheet.merge_cells("C16:E16")
    sheet.merge_cells("B42:B51")


@on_file()
def headers_unmerged(book):
    sheet = book["Prosedur"]
    for merge in [str(merge) for merge in sheet.merged_cells.ranges]:
        sheet.unmerge_cells(merge)


@on_file("F-09")
def cells_of_two_steps_merged(book):
    book["Prosedur"].merge_cells("U9:U10")


# Values


@on_file()
def numbers_pasted_over_formulas(book):
    for row in range(FIRST_STEP_ROW, LAST_STEP + 1):
        book["Prosedur"].cell(row, 1, row - FIRST_STEP_ROW + 1)


@on_file()
def numbers_pasted_into_all_prepared_rows(book):
    for row in range(FIRST_STEP_ROW, FIRST_STEP_ROW + 60):
        book["Prosedur"].cell(row, 1, row - FIRST_STEP_ROW + 1)


@on_file()
def numbers_typed_with_points(book):
    for row in range(FIRST_STEP_ROW, LAST_STEP + 1):
        book["Prosedur"].cell(row, 1, f"{row - FIRST_STEP_ROW + 1}.")


@on_grid()
def numbers_stored_as_fractions(grid):
    cells = {(row, 1): float(row - FIRST_STEP_ROW + 1) for row in range(FIRST_STEP_ROW, LAST_STEP)}
    return with_cells(grid, "Prosedur", cells)


@on_file(sop=targets_typed_as("{}.0"))
def targets_typed_as_fractions_in_text(book):
    for row in range(FIRST_STEP_ROW, LAST_STEP + 1):
        for column in (22, 23):
            cell = book["Prosedur"].cell(row, column)
            cell.value = cell.value and f"{cell.value}.0"


@on_file()
def targets_stored_as_numbers(book):
    for row in range(FIRST_STEP_ROW, LAST_STEP + 1):
        for column in (22, 23):
            cell = book["Prosedur"].cell(row, column)
            cell.value = cell.value and float(cell.value)


@on_file(sop=lambda sop: replace(sop, created=parse_date("03 Maret 2025")))
def a_date_typed_as_text(book):
    book["Identitas"][a1("created")] = "03 Maret 2025"


@on_file(sop=lambda sop: replace(sop, created=parse_date(45719)))
def a_date_left_as_a_serial_number(book):
    book["Identitas"][a1("created")] = 45719
    book["Identitas"][a1("created")].number_format = "0"


@on_file()
def the_calendar_of_1904(book):
    book.epoch = CALENDAR_MAC_1904


@on_file()
def blanks_and_marks_nobody_sees(book):
    sheet = book["Identitas"]
    for key in ("title", "unit_name", "section", "signatory_name"):
        cell = sheet[a1(key)]
        cell.value = f"\u200b  {cell.value.replace(' ', chr(0xA0))} \ufeff"
    book["Prosedur"]["C9"] = "\u00a0Mulai "


@on_file(sop=lambda sop: replace(sop, title="SOP “Fasilitasi” – Jum’at"))
def smart_quotes_and_dashes(book):
    book["Identitas"][a1("title")] = "SOP “Fasilitasi” – Jum’at"


@on_file()
def choices_typed_in_another_case(book):
    book["Identitas"][a1("nature")] = "  ADMINISTRATIF "
    book["Identitas"][a1("status")] = "disahkan."
    book["Prosedur"]["C8"] = "EKSTERNAL"


@on_file(sop=symbols_typed_as(WORDS))
def symbols_in_other_words(book):
    for row in book["Prosedur"]["C9:Q20"]:
        for cell in row:
            cell.value = WORDS.get(cell.value, cell.value)


@on_file("P-10", sop=None)
def a_symbol_nobody_knows(book):
    book["Prosedur"]["D10"] = "Lanjutkan"


@on_file(sop=lane_unnamed(2))
def a_lane_without_a_name(book):
    book["Prosedur"]["D7"] = None


@on_file(sop=None)
def sixteen_lanes(book):
    sheet = book["Prosedur"]
    insert_columns(sheet, "R")
    for column in range(3, 19):
        sheet.cell(NAME_ROW, column, f"Pejabat {column}")


@on_file()
def a_list_in_one_cell_with_line_breaks(book):
    sheet = book["Identitas"]
    texts = [sheet[a1("qualifications", row)].value for row in (1, 2, 3)]
    sheet[a1("qualifications", 1)] = "\n".join(texts)
    sheet[a1("qualifications", 2)] = sheet[a1("qualifications", 3)] = None


@on_file()
def a_list_in_one_cell_with_numbers(book):
    sheet = book["Identitas"]
    texts = [sheet[a1("equipment", row)].value for row in (1, 2, 3)]
    sheet[a1("equipment", 1)] = " ".join(f"{n}. {text}" for n, text in enumerate(texts, 1))
    sheet[a1("equipment", 2)] = sheet[a1("equipment", 3)] = None


@on_file()
def list_items_with_marks(book):
    for row, mark in ((1, "1."), (2, "2)"), (3, "3. ")):
        cell = book["Identitas"][a1("qualifications", row)]
        cell.value = f"{mark} {cell.value}"


@on_file("X-12")
def list_items_numbered_wrongly(book):
    for row, mark in ((1, "1."), (2, "2."), (3, "2.")):
        cell = book["Identitas"][a1("qualifications", row)]
        cell.value = f"{mark} {cell.value}"


@on_file()
def blank_rows_and_dashes_in_a_list(book):
    sheet = book["Identitas"]
    sheet[a1("qualifications", 6)] = sheet[a1("qualifications", 3)].value
    sheet[a1("qualifications", 3)] = "-"


@on_file(repairs=("2 baris digabung",), sop=first_law_joined)
def a_legal_basis_over_two_cells(book):
    sheet = book["Identitas"]
    texts = [sheet[a1("legal_basis", row)].value for row in (1, 2, 3)]
    first, tail = texts[0].split(" tentang ")
    for row, text in enumerate((f"{first} tentang", tail, *texts[1:]), start=1):
        sheet[a1("legal_basis", row)] = text


@on_file(sop=more_laws)
def more_items_than_rows(book):
    sheet = book["Identitas"]
    insert_rows(sheet, 52)
    for row, law in enumerate(more_laws(SOP).legal_basis[3:], start=4):
        sheet.cell(41 + row, 3, law.raw)
    drop = book.defined_names["id_dasar_hukum"]
    drop.attr_text = "Identitas!$C$42:$C$51"


@on_file("F-07", sop=None)
def a_formula_without_value_in_an_input_cell(book):
    book["Identitas"][a1("title")] = "=Petunjuk!B2"


@on_grid("F-08")
def a_formula_to_another_workbook(grid):
    at = (CELLS[Place("title")].row, CELLS[Place("title")].column)
    return with_sheet(
        grid, "Identitas", lambda s: replace(s, formulas={**s.formulas, at: "[1]Data!$A$1"})
    )


@on_grid("F-06", sop=None)
def an_error_value_in_an_input_cell(grid):
    return with_cells(grid, "Prosedur", {(10, 19): CellError("#REF!")})


@on_grid("F-06", sop=lambda sop: replace(sop, qualifications=sop.qualifications[::2]))
def an_error_value_in_a_list(grid):
    at = CELLS[Place("qualifications", 2)]
    return with_cells(grid, "Identitas", {(at.row, at.column): CellError("#N/A")})


@on_grid()
def an_error_value_in_a_calculated_number(grid):
    return with_cells(grid, "Prosedur", {(10, 1): CellError("#REF!")})


@on_grid("F-11")
def shapes_drawn_on_the_table(grid):
    return with_sheet(grid, "Prosedur", lambda sheet: replace(sheet, shapes=4))


@on_file(sop=step_changed(2, duration=parse_duration("1", SETTINGS)))
def a_time_that_became_a_number(book):
    book["Prosedur"]["S10"] = 1
