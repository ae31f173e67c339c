"""A file as a whole: what is told of it stays text, what is attached stays whole."""

import subprocess
from dataclasses import replace
from io import BytesIO

import pytest
from pikepdf import Pdf
from pypdf import PdfReader

from sopbatch.writing.pdf import Attached
from sopbatch.writing.pdf.syntax import name, text_string
from tests.writing.pdf.one_page import ABOUT, one_page

HOSTILE = ("(", ")", "\\", "\\)", ">> /OpenAction <<", "<a> & </rdf:RDF>", "é (☃)", "]]>", "")


@pytest.mark.parametrize("text", HOSTILE)
def test_what_is_told_of_a_file_stays_text(text: str) -> None:
    pdf = one_page("x", about=replace(ABOUT, title=text or "x", subject=text, author=text))
    told = PdfReader(BytesIO(pdf), strict=True).metadata
    assert told is not None
    assert (told.title, told.subject or "", told.author or "") == (text or "x", text, text)
    with Pdf.open(BytesIO(pdf)) as opened, opened.open_metadata() as packet:
        assert packet["dc:title"] == (text or "x")
        assert packet.get("dc:description", "") == text


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04 zip", b"\xd0\xcf\x11\xe0" * 999, b"", b"endstream endobj"]
)
@pytest.mark.parametrize("file_name", ["a.xlsx", "berkas (2) – é.xls"])
def test_what_is_attached_comes_out_again(data: bytes, file_name: str) -> None:
    pdf = one_page("x", Attached(file_name, "application/x-a b", "Berkas", "Source", data))
    assert PdfReader(BytesIO(pdf), strict=True).attachments == {file_name: [data]}


def test_equal_files_have_equal_bytes_and_others_another_identity() -> None:
    first, again, other = one_page("satu"), one_page("satu"), one_page("dua")
    assert first == again
    ids = {str(PdfReader(BytesIO(pdf)).trailer["/ID"]) for pdf in (first, other)}
    assert len(ids) == 2


def test_qpdf_finds_nothing_wrong() -> None:
    with Pdf.open(BytesIO(one_page("Nama SOP"))) as pdf:
        assert pdf.check_pdf_syntax() == []


def test_poppler_reads_the_line() -> None:
    told = subprocess.run(
        ["pdftotext", "-", "-"], input=one_page("AVATAR 11"), capture_output=True, check=True
    )
    assert (told.stdout.decode().strip(), told.stderr) == ("AVATAR 11", b"")


def test_a_letter_that_no_font_has_is_left_out() -> None:
    assert PdfReader(BytesIO(one_page("漢a😀b"))).pages[0].extract_text() == "ab"


def test_names_and_strings_hold_no_syntax() -> None:
    assert name("a/b c#(d)") == b"/a#2fb#20c#23#28d#29"
    assert text_string("a(b)\\") == rb"(a\(b\)\\)"
    assert text_string("é") == b"<feff00e9>"
