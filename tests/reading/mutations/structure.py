"""Rows, columns and sheets put in, taken out, moved, hidden, renamed or copied."""

from dataclasses import replace

from sopbatch.model import CellValue, Sheet
from sopbatch.schema.places import FIRST_STEP_ROW, GROUP_ROW, KIND_ROW, NAME_ROW
from sopbatch.schema.sop import REVIEW_NAME
from tests.reading.changes import on_sheet
from tests.reading.tampering import (
    SOP,
    a1,
    drop_names,
    insert_columns,
    insert_rows,
    move_names,
    on_file,
    on_grid,
)

LAST_STEP = FIRST_STEP_ROW + len(SOP.steps) - 1
MOVED_NAMES = "hilang atau bergeser"


@on_file()
def saved_by_openpyxl(book):
    pass


# Rows


@on_file()
def rows_inserted_above_the_identity(book):
    insert_rows(book["Identitas"], 4, 3)


@on_file()
def a_row_inserted_between_two_fields(book):
    insert_rows(book["Identitas"], 16)


@on_file()
def rows_inserted_in_a_list(book):
    insert_rows(book["Identitas"], 43, 2)


@on_file()
def blank_rows_of_lists_deleted(book):
    insert_rows(book["Identitas"], 48, -4)


@on_file(repairs=(MOVED_NAMES,))
def rows_inserted_in_the_identity_while_names_stayed(book):
    book["Identitas"].insert_rows(9, 2)


@on_file(repairs=(MOVED_NAMES,))
def rows_of_lists_deleted_while_names_stayed(book):
    book["Identitas"].delete_rows(46, 6)


@on_file(repairs=(MOVED_NAMES,))
def identity_rows_moved_by_copying(book):
    book["Identitas"].move_range("A26:E31", rows=70)


@on_file()
def rows_inserted_above_the_table(book):
    insert_rows(book["Prosedur"], 2, 4)


@on_file()
def rows_inserted_above_the_table_while_names_stayed(book):
    book["Prosedur"].insert_rows(1, 2)


@on_file()
def two_blank_rows_between_steps(book):
    insert_rows(book["Prosedur"], FIRST_STEP_ROW + 3, 2)


@on_file()
def prepared_rows_below_the_steps_deleted(book):
    insert_rows(book["Prosedur"], LAST_STEP + 1, -40)


@on_file("P-16")
def a_row_of_column_numbers_below_the_header(book):
    insert_rows(book["Prosedur"], FIRST_STEP_ROW)
    for column in range(1, 22):
        book["Prosedur"].cell(FIRST_STEP_ROW, column, f"({column})")


@on_file(sop=None)
def a_row_put_in_without_a_number(book):
    insert_rows(book["Prosedur"], FIRST_STEP_ROW + 4)
    book["Prosedur"].cell(FIRST_STEP_ROW + 4, 2, "serta mengirimkannya")


@on_file("F-10")
def a_filter_hides_steps(book):
    book["Prosedur"].auto_filter.ref = "A8:X30"
    book["Prosedur"].row_dimensions[FIRST_STEP_ROW + 2].hidden = True


@on_file("F-10")
def an_identity_row_hidden(book):
    book["Identitas"].row_dimensions[16].hidden = True


@on_file()
def blank_rows_hidden(book):
    for row in range(LAST_STEP + 1, LAST_STEP + 30):
        book["Prosedur"].row_dimensions[row].hidden = True


@on_file("P-28")
def a_note_below_the_table_in_column_no(book):
    book["Prosedur"].cell(LAST_STEP + 5, 1, "Catatan: berlaku untuk semua bagian")


# Columns


@on_file()
def a_column_inserted_before_the_identity(book):
    insert_columns(book["Identitas"], "A")


@on_file()
def a_column_inserted_between_label_and_input(book):
    insert_columns(book["Identitas"], "C")


@on_file(repairs=(MOVED_NAMES,))
def a_column_inserted_in_the_identity_while_names_stayed(book):
    book["Identitas"].insert_cols(1)


@on_file()
def a_column_inserted_before_the_table(book):
    insert_columns(book["Prosedur"], "A")


@on_file()
def a_column_inserted_before_the_table_while_names_stayed(book):
    book["Prosedur"].insert_cols(1)


@on_file("F-21", sop=None)
def a_column_of_notes_inside_the_table(book):
    sheet = book["Prosedur"]
    insert_columns(sheet, "C")
    insert_columns(sheet, "C")
    sheet["D6"], sheet["D9"] = "Dasar", "Pasal 3"


@on_file("F-21")
def a_column_of_notes_right_of_the_table(book):
    book["Prosedur"]["Z7"], book["Prosedur"]["Z9"] = "Catatan", "sudah dicek"


@on_file("F-21")
def a_note_beside_an_input_cell(book):
    book["Identitas"]["F16"] = "tolong dicek"


@on_file()
def output_before_time(book):
    sheet = book["Prosedur"]
    for row in range(NAME_ROW, LAST_STEP + 1):
        time, output = sheet.cell(row, 19), sheet.cell(row, 20)
        if row != KIND_ROW:
            time.value, output.value = output.value, time.value


@on_file()
def remark_column_before_the_lanes(book):
    sheet = book["Prosedur"]
    insert_columns(sheet, "C")
    for row in range(GROUP_ROW, LAST_STEP + 1):
        old = sheet.cell(row, 22)
        if row not in (NAME_ROW, KIND_ROW):
            sheet.cell(row, 3).value, old.value = old.value, None
    del book.defined_names["pr_keterangan"]
    insert_columns(sheet, "V", -1)


@on_file()
def empty_lane_columns_deleted(book):
    insert_columns(book["Prosedur"], "J", -8)


@on_file("F-10")
def a_lane_with_steps_hidden(book):
    book["Prosedur"].column_dimensions["D"].hidden = True


@on_file()
def help_and_number_columns_hidden(book):
    book["Identitas"].column_dimensions["E"].hidden = True
    book["Prosedur"].column_dimensions["A"].hidden = True


@on_file("F-04", sop=None)
def the_time_column_deleted(book):
    drop_names(book, "pr_waktu")
    insert_columns(book["Prosedur"], "S", -1)


# Sheets


@on_file(sop=on_sheet("Alur Kerja"))
def sheets_renamed(book):
    for old, new in (("Identitas", "Form A"), ("Prosedur", "Alur Kerja")):
        move_names(book, old, new)
        book[old].title = new


@on_file(repairs=(MOVED_NAMES,), sop=on_sheet("Alur Kerja"))
def sheets_renamed_while_names_broke(book):
    drop_names(book, "id_judul")
    drop_names(book, "pr_")
    book["Prosedur"].title = "Alur Kerja"


@on_file()
def sheets_in_another_order(book):
    book.move_sheet("Prosedur", -2)
    book.move_sheet("_ref", -3)


@on_file("F-10")
def the_procedure_sheet_hidden(book):
    book["Prosedur"].sheet_state = "hidden"


@on_file("F-23")
def the_procedure_sheet_copied(book):
    book.copy_worksheet(book["Prosedur"]).title = "Prosedur (2)"


@on_file(sop=None)
def an_old_procedure_sheet_kept(book):
    book.copy_worksheet(book["Prosedur"]).title = "Prosedur lama"
    book["Prosedur lama"]["B9"] = "Langkah lama"


@on_file("F-05", sop=None)
def a_second_sop_in_the_workbook(book):
    book.copy_worksheet(book["Identitas"]).title = "Identitas (2)"
    book["Identitas (2)"][a1("title")] = "Penyusunan Maklumat Pelayanan"


@on_file("F-22")
def a_sheet_of_notes(book):
    book.create_sheet("Catatan")["A1"] = "Tolong dibantu"


@on_file()
def a_blank_sheet(book):
    book.create_sheet("Sheet1")


@on_file()
def the_guide_deleted(book):
    del book["Petunjuk"]


@on_file()
def the_list_sheet_deleted(book):
    drop_names(book, "sopb_")
    drop_names(book, "daftar_")
    book["Prosedur"].title = "Prosedur"


@on_file()
def a_review_sheet_of_an_earlier_round(book):
    sheet = book.create_sheet("Perbaikan", 0)
    sheet.cell(1, 2, "Perbaikan")
    for column, text in enumerate(("No.", "Lembar", "Sel", "Kegiatan", "Waktu", "Output"), 2):
        sheet.cell(6, column, text)
    fields = ("Nama SOP", "Status", "Tanggal Efektif", "NIP", "Pangkat")
    for number, text in enumerate(fields, 1):
        for column, said in enumerate((number, "Identitas", "C12", text, "belum diisi"), 2):
            sheet.cell(6 + number, column, said)


@on_file()
def a_sheet_of_what_was_understood_in_an_earlier_round(book):
    sheet = book.create_sheet("Yang kami pahami", 1)
    for column, text in enumerate(("No.", "Sel", "Isian"), 2):
        sheet.cell(5, column, text)
    fields = ("Nomor SOP", "Tanggal Efektif", "NIP", "Dasar Hukum", "Waktu")
    for number, text in enumerate(fields, 1):
        for column, said in enumerate((number, text, "Tidak dapat kami pahami."), 2):
            sheet.cell(5 + number, column, said)


@on_grid()
def a_review_sheet_under_another_name(grid):
    cells: dict[tuple[int, int], CellValue] = {
        (6, 2): "No.",
        (6, 3): "Nama SOP",
        (6, 4): "Sel",
        (7, 2): 1,
        (7, 3): "Status",
        (7, 4): "belum diisi",
    }
    sheet = Sheet(name="Perbaikan (2)", cells=cells)
    name = {REVIEW_NAME: next(iter(grid.names.values()))}
    return replace(
        grid,
        sheets=(sheet, *grid.sheets[1:]),
        names={**grid.names, REVIEW_NAME: replace(name[REVIEW_NAME], sheet="Perbaikan (2)")},
    )
