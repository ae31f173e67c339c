"""The register template: settings and tables of Biro Organisasi as the bytes of a workbook."""

from collections.abc import Mapping

from sopbatch.model import CellValue, Register, column_letters
from sopbatch.schema.fields import COMPLETE, Field, Required
from sopbatch.schema.register import (
    FILE_NAME,
    GUIDE_SHEET,
    KIND,
    SETTINGS,
    SETTINGS_FIRST_ROW,
    SETTINGS_SHEET,
    TABLES,
    TEMPLATE_NAMES,
    VERSION,
)
from sopbatch.writing.templates.book import A4, TemplateBook, TemplateSheet
from sopbatch.writing.templates.guide_rows import guide_group
from sopbatch.writing.templates.heights import fitting_height
from sopbatch.writing.templates.inputs import input_look, input_rule, input_value
from sopbatch.writing.templates.lists import list_name, write_lists
from sopbatch.writing.templates.looks import (
    BOXED,
    CELL,
    COUNTED,
    HEAD,
    HEADING,
    NOTE,
    SUBTITLE,
    TITLE,
    WANTED,
    WRAPPED,
    Look,
    row_opener,
)
from sopbatch.writing.templates.records import default_settings, register_rows, register_settings
from sopbatch.writing.templates.tables import write_table

STILL_BLANK = "isian wajib masih kosong"
TITLE_TEXT = "Daftar Induk SOP"
GUIDE_WIDTHS = (2.0, 34.0, 76.0, 30.0)
SETTINGS_WIDTHS = (2.0, 36.0, 52.0, 66.0)
LABEL_COLUMN, VALUE_COLUMN, EXPLANATION_COLUMN = 2, 3, 4
LEAST_HEIGHT = 24.0
LABEL: Look = CELL | {"bold": True, "indent": 1}
TEXT: Look = CELL | {"indent": 1}
STEPS = (
    f"Isi lembar {SETTINGS_SHEET} satu kali: nama pemerintah daerah, kertas, dan jam kerja.",
    (
        "Isi lembar Perangkat Daerah: setiap perangkat daerah dan setiap biro satu baris, dengan "
        "kode yang tidak berubah."
    ),
    "Isi lembar Bagian hanya untuk perangkat daerah yang SOP-nya dihitung per bagian.",
    (
        "Isi lembar Rencana SOP: setiap judul yang direncanakan satu baris dengan kode tetap. "
        "Jumlah judul ini, tanpa yang dibatalkan, menjadi dasar persentase capaian."
    ),
    "Catat hasil verifikasi pada lembar Keputusan; baris paling bawah untuk satu SOP yang berlaku.",
    (
        "Sel kuning wajib diisi; sel merah berisi kode ganda, kode yang tidak ada di lembar "
        "asalnya, atau kode yang berubah menjadi angka."
    ),
    "Baris abu-abu yang diawali “Contoh” tidak dihitung dan boleh dihapus.",
    (
        f"Simpan dengan nama {FILE_NAME} di folder masukan, lalu periksa dengan “sopbatch check”: "
        "semua yang keliru disebut sekaligus."
    ),
)


def write_register_template(register: Register | None = None) -> bytes:
    """A register workbook (xlsx): blank, or filled with a register."""
    book = TemplateBook(TITLE_TEXT, {"sopbatch": f"{KIND};{VERSION}"})
    fields = [*SETTINGS, *(field for table in TABLES for field in table.columns)]
    lists = [field for field in fields if field.choices]
    choices = {field.name: list_name(field.name) for field in lists}
    choices |= {field.name: field.choices_from for field in fields if field.choices_from}
    settings = default_settings() if register is None else register_settings(register)
    _guide(book)
    _settings(book, settings, choices)
    for table in TABLES:
        records = () if register is None else register_rows(register, table)
        write_table(book, table, records, choices, examples=register is None)
    identity = tuple(zip(TEMPLATE_NAMES, (KIND, str(VERSION)), strict=True))
    rows = [(list_name(field.name), [(choice,) for choice in field.choices]) for field in lists]
    write_lists(book, identity, rows)
    return book.content()


def _settings(
    book: TemplateBook, settings: Mapping[str, CellValue], choices: Mapping[str, str]
) -> None:
    page = book.sheet(SETTINGS_SHEET)
    page.columns(SETTINGS_WIDTHS)
    page.row(1, 34)
    page.put(1, LABEL_COLUMN, SETTINGS_SHEET, TITLE)
    page.put(2, LABEL_COLUMN, "Berlaku untuk seluruh SOP pemerintah daerah.", SUBTITLE)
    needed = [
        f"(LEN({column_letters(VALUE_COLUMN)}{row})=0)"
        for row, field in enumerate(SETTINGS, start=SETTINGS_FIRST_ROW)
        if field.required is not Required.NEVER
    ]
    missing = "+".join(needed)
    lacking = sum(
        field.required is not Required.NEVER and not settings.get(field.key) for field in SETTINGS
    )
    page.formula(
        3,
        LABEL_COLUMN,
        f'=IF({missing}=0,"{COMPLETE}",({missing})&" {STILL_BLANK}")',
        COUNTED,
        f"{lacking} {STILL_BLANK}" if lacking else COMPLETE,
    )
    for column, title in enumerate(("Pengaturan", "Isi", "Keterangan"), start=LABEL_COLUMN):
        page.put(SETTINGS_FIRST_ROW - 1, column, title, HEAD)
    page.row(SETTINGS_FIRST_ROW - 1, 24)
    for row, field in enumerate(SETTINGS, start=SETTINGS_FIRST_ROW):
        _setting(page, row, field, settings.get(field.key, ""), choices.get(field.name, ""))
    page.sheet.freeze_panes(SETTINGS_FIRST_ROW - 1, 0)
    _layout(page, SETTINGS_SHEET)


def _setting(page: TemplateSheet, row: int, field: Field, value: CellValue, choices: str) -> None:
    texts = [
        (str(value), SETTINGS_WIDTHS[VALUE_COLUMN - 1], 10.0),
        (field.prompt, SETTINGS_WIDTHS[EXPLANATION_COLUMN - 1], 9.0),
    ]
    page.growing_row(row, texts, LEAST_HEIGHT)
    page.put(row, 1, "", row_opener(LEAST_HEIGHT, locked=True))
    page.put(row, LABEL_COLUMN, field.label, LABEL)
    page.put(row, VALUE_COLUMN, input_value(field, value), input_look(field) | {"indent": 1})
    page.put(row, EXPLANATION_COLUMN, field.prompt, NOTE | BOXED | {"indent": 1})
    page.book.name(field.name, page.cells(row, VALUE_COLUMN, row, VALUE_COLUMN))
    cell = f"{column_letters(VALUE_COLUMN)}{row}"
    if field.required is not Required.NEVER:
        wanted = {"bg_color": WANTED}
        page.highlight(row, VALUE_COLUMN, row, VALUE_COLUMN, f"LEN(${cell})=0", wanted)
    rule = input_rule(field, cell, choices)
    page.validate(row, VALUE_COLUMN, row, VALUE_COLUMN, rule)


def _guide(book: TemplateBook) -> None:
    page = book.sheet(GUIDE_SHEET)
    page.columns(GUIDE_WIDTHS)
    page.row(1, 34)
    page.put(1, 2, TITLE_TEXT, TITLE)
    page.put(2, 2, "Daftar unit, rencana, keputusan, dan pengaturan SOP", SUBTITLE)
    page.put(4, 2, "Cara mengisi", HEADING)
    row = 4
    for number, text in enumerate(STEPS, start=1):
        row += 1
        page.row(row, fitting_height([(text, sum(GUIDE_WIDTHS[1:]), 10.0)], 22))
        page.merge(row, 2, row, len(GUIDE_WIDTHS), WRAPPED)
        page.put(row, 2, f"{number}.  {text}", WRAPPED)
    row = _described_tables(page, row + 2)
    _layout(page, GUIDE_SHEET)


def _described_tables(page: TemplateSheet, row: int) -> int:
    page.row(row, 24)
    for column, title in enumerate(("Kolom", "Yang ditulis", "Wajib"), start=2):
        page.put(row, column, title, HEAD)
    page.sheet.repeat_rows(row - 1)
    for table in TABLES:
        row += 1
        guide_group(page, row, GUIDE_WIDTHS, f"Lembar {table.sheet}", table.help)
        for field in table.columns:
            row += 1
            needed = "wajib" if field.required.name != "NEVER" else "tidak wajib"
            page.row(row, fitting_height([(field.prompt, GUIDE_WIDTHS[2], 10.0)], 20))
            for column, text in enumerate((field.label, field.prompt, needed), start=2):
                page.put(row, column, text, LABEL if column == 2 else TEXT)
    return row


def _layout(page: TemplateSheet, footer: str) -> None:
    page.sheet.hide_gridlines(2)
    page.sheet.set_paper(A4)
    page.sheet.fit_to_pages(1, 0)
    page.sheet.set_margins(left=0.5, right=0.5, top=0.5, bottom=0.6)
    page.sheet.set_footer(f"&L&8{footer}&R&8Halaman &P dari &N")
    page.sheet.protect(options={"format_columns": True, "format_rows": True})
