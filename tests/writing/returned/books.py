"""Senders' workbooks with everything that could get lost, and what to compare them by."""

import warnings
import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from lxml import etree
from openpyxl import load_workbook
from openpyxl.workbook import Workbook
from PIL import Image

from sopbatch.model import (
    CellRef,
    Finding,
    Format,
    Place,
    Repair,
    Review,
    Severity,
    Submission,
)
from tests.builders import received, sop

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
OWN = ("Perbaikan", "Yang kami pahami")
"""Sheets that a marked copy has before the sender's."""
VBA = bytes(range(256)) * 8
DROP_DOWN = (
    '<ext xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
    ' uri="{CCE6A557-97BC-4b89-ADB6-D9C93CAAB3DF}"><x14:dataValidations'
    ' xmlns:xm="http://schemas.microsoft.com/office/excel/2006/main" count="1">'
    '<x14:dataValidation type="list" allowBlank="1"><x14:formula1><xm:f>Daftar!$A$1:$A$3</xm:f>'
    "</x14:formula1><xm:sqref>B5</xm:sqref></x14:dataValidation></x14:dataValidations></ext>"
)


def rich_book(folder: Path | None = None) -> bytes:
    """A workbook with all that programs let people put in; with macros when given a folder.

    Sheets: Isian, Daftar (active), Tersembunyi (very hidden), Grafik (a chart sheet).
    """
    buffer = BytesIO()
    book = xlsxwriter.Workbook(buffer, {"in_memory": True})
    sheet, lists = book.add_worksheet("Isian"), book.add_worksheet("Daftar")
    hidden, chart_sheet = book.add_worksheet("Tersembunyi"), book.add_chartsheet("Grafik")
    lists.write_column(0, 0, ("Satu", "Dua", "Tiga"))
    hidden.very_hidden()
    coloured = book.add_format({"bg_color": "#C6EFCE", "font_color": "#006100", "bold": True})
    for row in range(12):
        sheet.write_row(row, 0, (f"Label {row + 1}", row * 1.5, f"teks {row + 1}"), coloured)
    sheet.write_formula("D1", "=SUM(B1:B12)", coloured, 99)
    sheet.write_datetime("D2", date(2026, 3, 1), book.add_format({"num_format": "dd/mm/yyyy"}))
    sheet.write_url("D3", "internal:'Daftar'!A1", string="ke daftar")
    sheet.write_rich_string("D4", coloured, "tebal", " biasa")
    sheet.merge_range("A14:C15", "sel gabungan", coloured)
    sheet.data_validation("B2", {"validate": "list", "source": "=Daftar!$A$1:$A$3"})
    sheet.conditional_format("B1:B12", {"type": "data_bar", "data_bar_2010": True})
    sheet.conditional_format(
        "C1:C12", {"type": "formula", "criteria": "=LEN(C1)>6", "format": coloured}
    )
    sheet.write_comment("C3", "Catatan Bu Ani", {"author": "Ani"})
    sheet.write_comment("C9", "Catatan lain", {"author": "Ani"})
    sheet.insert_image("F2", "logo.png", {"image_data": _picture()})
    sheet.insert_textbox("F8", "Kotak teks")
    chart = book.add_chart({"type": "column"})
    chart.add_series({"values": "=Isian!$B$1:$B$12"})
    sheet.insert_chart("F14", chart)
    big = book.add_chart({"type": "line"})
    big.add_series({"values": "=Isian!$B$1:$B$12"})
    chart_sheet.set_chart(big)
    sheet.add_sparkline("E1", {"range": "Isian!B1:B12"})
    sheet.add_table("A20:B22", {"name": "Tabel"})
    sheet.autofilter("A1:C12")
    sheet.set_landscape()
    sheet.repeat_rows(0, 1)
    sheet.print_area("A1:D20")
    sheet.set_header("&L&G&RKepala", {"image_left": "logo.png", "image_data_left": _picture()})
    sheet.set_h_pagebreaks([10])
    sheet.protect("rahasia", {"format_cells": True})
    sheet.freeze_panes(1, 1)
    book.define_name("Seluruhnya", "=Isian!$A$1:$C$12")
    book.define_name("Daftar!Setempat", "=Daftar!$A$1:$A$3")
    lists.activate()
    sheet.select()
    chart_sheet.select()
    book.set_properties({"title": "Kiriman", "created": datetime(2026, 1, 1, tzinfo=UTC)})
    book.set_custom_property("Agensi", "Biro Organisasi")
    if folder is not None:
        binary = folder / "vbaProject.bin"
        binary.write_bytes(VBA)
        book.add_vba_project(str(binary))
    book.close()
    return with_parts(buffer.getvalue(), {"xl/worksheets/sheet1.xml": _with_drop_down})


def _picture() -> BytesIO:
    stream = BytesIO()
    Image.new("RGB", (20, 10), "#1F4E5F").save(stream, "PNG")
    stream.seek(0)
    return stream


def _with_drop_down(sheet: bytes) -> bytes:
    """A drop-down of the kind Excel 2010 keeps in an extension list."""
    return sheet.replace(b"<extLst>", b"<extLst>" + DROP_DOWN.encode(), 1)


def parts_of(data: bytes) -> dict[str, bytes]:
    """Parts of a package, in order."""
    with zipfile.ZipFile(BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def packed(parts: Mapping[str, bytes]) -> bytes:
    stream = BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(zipfile.ZipInfo(name, (2020, 1, 1, 0, 0, 0)), content)
    return stream.getvalue()


def with_parts(data: bytes, changes: Mapping[str, Callable[[bytes], bytes]]) -> bytes:
    """The package with some parts changed."""
    parts = parts_of(data)
    for name, change in changes.items():
        changed = change(parts[name])
        assert changed != parts[name], f"{name} did not change"
        parts[name] = changed
    return packed(parts)


def opened(data: bytes) -> Workbook:
    """The workbook as openpyxl, an independent reader, sees it."""
    with warnings.catch_warnings():
        # It says which extensions it cannot read.
        warnings.simplefilter("ignore")
        return load_workbook(BytesIO(data))


def saved(book: Workbook) -> bytes:
    """The workbook as openpyxl writes it."""
    stream = BytesIO()
    book.save(stream)
    return stream.getvalue()


def found(
    cell: str = "C3",
    severity: Severity = Severity.ERROR,
    *,
    sheet: str = "Isian",
    code: str = "I-06",
    sentence: str = "Nama SOP belum diisi.",
    advice: str = "Isi nama SOP.",
    **more: Any,
) -> Finding:
    """A finding at a cell; "" for the file as a whole."""
    at = None
    if cell:
        letter, row = cell[0], int(cell[1:])
        at = CellRef(sheet, row, ord(letter) - ord("A") + 1)
    place = Place("title", at.row if at else 0)
    return Finding(
        code=code,
        severity=severity,
        place=place,
        cell=at,
        sentence=sentence,
        advice=advice,
        reason="PermenPAN-RB 35/2012.",
        **more,
    )


def review_of(
    *findings: Finding,
    form: Format = Format.XLSX,
    repairs: tuple[Repair, ...] = (),
    name: str = "a.xlsx",
) -> Review:
    """A checked file with these findings."""
    file = received(name)
    values = {Place("title"): "Nama", Place("number"): "065"}
    submission = Submission(
        received=file,
        format=form,
        version=1,
        sop=sop(),
        repairs=repairs,
        values=values,
    )
    return Review(received=file, submission=submission, findings=findings)


FOUND = (
    found("C3"),
    found("B7", Severity.WARNING, code="W-05", sentence="Waktu hanya perkiraan."),
    found("B8", Severity.WARNING, code="W-05", sentence="Waktu hanya perkiraan."),
    found("D1", Severity.INFO, code="L-14", sentence="Dasar Hukum belum lengkap."),
    found("B15", Severity.WARNING, code="F-09", sentence="Sel digabung."),
    found("", Severity.WARNING, code="F-13", sentence="Nama berkas tidak memuat kode."),
)
REVIEW = review_of(*FOUND)


def canonical(root: etree._Element) -> bytes:
    """An element's content for comparison."""
    return etree.tostring(root, method="c14n")
