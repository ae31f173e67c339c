"""A book read back: order, contents, links, bookmarks, page numbers and tags."""

import re
import subprocess
import tracemalloc
from dataclasses import replace
from datetime import date
from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf, String
from PIL import Image
from pypdf import PdfReader

from sopbatch.layout import lay_out
from sopbatch.model import PAPERS, Flowchart, Settings, SopNumber, Watermark
from sopbatch.schema.settings import TOGETHER
from sopbatch.writing.book.assembly import assemble
from sopbatch.writing.book.contents import contents_rows, plan_contents
from sopbatch.writing.book.copying import PdfCopy
from sopbatch.writing.book.source import TypesetPdf
from sopbatch.writing.book.values import BookEntry, Compilation
from sopbatch.writing.book.writing import write_book
from sopbatch.writing.pdf import PdfStream
from tests.writing.archival import assert_archival
from tests.writing.documents.charts import drawn_chart
from tests.writing.documents.lanes import many_lanes
from tests.writing.documents.prints import SOP, printed, reader, write
from tests.writing.reading_order import assert_in_order

NUMBERS = ("065/SOP-TL.10/Org/2025", "065/SOP-TL.2/Org/2025", "")
TITLES = ("Evaluasi Jabatan", "Penanganan Surat Masuk", "Fasilitasi Penyusunan SOP")


@cache
def document(number: str, title: str, charts: tuple[Flowchart, ...], draft: bool = False) -> bytes:
    sop = replace(SOP, number=SopNumber(raw=number), title=title)
    mark = Watermark.DRAFT if draft else Watermark.NONE
    return write(sop, charts, watermark=mark, source=("sumber.xlsx", b"PK"))


def book(*entries: BookEntry, **options: Any) -> Compilation:
    told: dict[str, Any] = {
        "unit": "Biro Organisasi",
        "government": "Pemerintah Provinsi Kalimantan Timur",
        "address": "Jalan Contoh Nomor 1, Samarinda",
        "year": 2026,
        "paper": PAPERS["F4"],
        "dated": date(2026, 10, 2),
    }
    return Compilation(entries=entries, **{**told, **options})


@cache
def three() -> bytes:
    """Three SOPs of three, three and one page; the second is a draft, the third on A3."""
    charts = ((drawn_chart(),), (drawn_chart(paper=PAPERS["A3"]),), ())
    entries = [
        BookEntry(number, title, i == 1, document(number, title, charts[i], i == 1))
        for i, (number, title) in enumerate(zip(NUMBERS, TITLES, strict=True))
    ]
    return write_book(book(*entries, logo=_logo()))


def _logo() -> bytes:
    stream = BytesIO()
    Image.new("RGB", (60, 80), "navy").save(stream, "PNG")
    return stream.getvalue()


def test_the_cover_tells_title_agency_year_and_address() -> None:
    told = printed(three(), 1)
    assert_in_order(
        told,
        (
            *("PEMERINTAH PROVINSI KALIMANTAN TIMUR", "STANDAR OPERASIONAL PROSEDUR"),
            *("ADMINISTRASI PEMERINTAHAN", "BIRO ORGANISASI", "2026", "Jalan Contoh Nomor 1"),
        ),
    )
    assert len(reader(three()).pages[0].images) == 1


def test_contents_list_the_sops_by_number_with_their_pages() -> None:
    told = printed(three(), 2)
    assert_in_order(
        told,
        (
            *("DAFTAR ISI", "1 065/SOP-TL.2/Org/2025 Penanganan Surat Masuk (draf) 3"),
            *("2 065/SOP-TL.10/Org/2025 Evaluasi Jabatan 6", "3 - Fasilitasi Penyusunan SOP 9"),
        ),
    )


def test_every_line_of_the_contents_leads_to_its_sop() -> None:
    pdf = reader(three())
    targets = [
        pdf.get_page_number(annotation.get_object()["/Dest"][0].get_object())
        for annotation in pdf.pages[1]["/Annots"]  # type: ignore[attr-defined]
    ]
    assert targets == [2, 2, 5, 5, 8, 8]
    for page, title in ((3, TITLES[1]), (6, TITLES[0]), (9, TITLES[2])):
        assert title in printed(three(), page)


def test_every_page_but_the_cover_has_its_number_above_the_content() -> None:
    assert _above_the_content(three(), 1) == ""
    for page in range(2, 10):
        assert _above_the_content(three(), page) == f"Kumpulan SOP Biro Organisasi {page}"


def test_a_reader_shows_the_page_numbers_that_are_printed() -> None:
    assert PdfReader(BytesIO(three())).page_labels == [str(page) for page in range(1, 10)]


@pytest.mark.parametrize(("page", "own"), [(3, "1 dari 3"), (8, "3 dari 3"), (9, "1 dari 1")])
def test_every_sop_keeps_its_own_page_numbers(page: int, own: str) -> None:
    assert f"Halaman {own}" in printed(three(), page)


def test_pages_keep_their_own_paper() -> None:
    widths = [round(float(page.mediabox.width) * 25.4 / 72) for page in reader(three()).pages]
    assert widths == [330, 330, 420, 420, 420, 330, 330, 330, 330]


def test_bookmarks_name_each_sop_and_its_parts() -> None:
    pdf = reader(three())
    assert _outline(pdf, pdf.outline) == [
        ("Sampul", 0),
        ("Daftar Isi", 1),
        ("065/SOP-TL.2/Org/2025 Penanganan Surat Masuk", 2),
        [("Bagian Identitas", 2), ("Bagian Flowchart", 3)],
        ("065/SOP-TL.10/Org/2025 Evaluasi Jabatan", 5),
        [("Bagian Identitas", 5), ("Bagian Flowchart", 6)],
        ("Fasilitasi Penyusunan SOP", 8),
        [("Bagian Identitas", 8)],
    ]


def test_an_sop_on_one_page_has_both_parts_there() -> None:
    sop = many_lanes(3, steps=2)
    charts = tuple(lay_out(procedure, PAPERS["F4"]) for procedure in sop.procedures)
    shared = write(sop, charts, settings=Settings(arrangement=TOGETHER))
    later = document(NUMBERS[0], TITLES[0], ())
    pdf = write_book(book(BookEntry("1", "A", False, shared), BookEntry("2", "B", False, later)))
    assert_archival(pdf)
    assert "1 1 A 3 2 2 B 4" in printed(pdf, 2)
    assert _outline(reader(pdf), reader(pdf).outline)[2:] == [
        ("1 A", 2),
        [("Bagian Identitas", 2), ("Bagian Flowchart", 2)],
        ("2 B", 3),
        [("Bagian Identitas", 3)],
    ]
    assert _above_the_content(pdf, 3) == "Kumpulan SOP Biro Organisasi Bagian Identitas 3"


def test_drafts_keep_their_watermark() -> None:
    marked = [number for number, page in enumerate(reader(three()).pages, 1) if _is_draft(page)]
    assert marked == [3, 4, 5]


def test_it_keeps_the_structure_of_an_archival_file() -> None:
    assert_archival(three())
    assert reader(three()).attachments == {}


def test_its_metadata_names_the_book() -> None:
    told = reader(three()).metadata
    assert told is not None
    assert (told.title, told.author) == ("Kumpulan SOP Biro Organisasi", "Biro Organisasi")


def test_the_same_values_give_the_same_bytes_in_any_order() -> None:
    entries = [
        BookEntry(number, title, False, document(number, title, ()))
        for number, title in zip(NUMBERS, TITLES, strict=True)
    ]
    assert write_book(book(*entries)) == write_book(book(*reversed(entries)))


@pytest.mark.long
def test_long_contents_go_on_and_move_the_pages_they_name() -> None:
    pdf = document("1", "Surat", ())
    entries = [BookEntry(f"SOP-{i}", f"Judul ke-{i}", False, pdf) for i in range(1, 41)]
    made = reader(write_book(book(*entries)))
    contents = len(made.pages) - 1 - 40
    assert contents > 1
    told = " ".join(made.pages[contents].extract_text().split())
    assert f"40 SOP-40 Judul ke-40 {1 + contents + 40}" in told
    assert "Nomor SOP" in told


def test_a_document_may_lie_on_disk(tmp_path: Path) -> None:
    data = document("1", "Surat", ())
    (tmp_path / "a.pdf").write_bytes(data)
    lying = write_book(book(BookEntry("1", "Surat", False, tmp_path / "a.pdf")))
    assert lying == write_book(book(BookEntry("1", "Surat", False, data)))


@pytest.mark.long
def test_memory_does_not_grow_with_the_objects_of_its_documents() -> None:
    """Every tag of every document was held once: some 2 MB for each document."""
    data = document("1", "Surat", (drawn_chart(),))
    few, many = (_peak(data, count) for count in (5, 45))
    assert many - few < 40 * 500_000


def _peak(data: bytes, count: int) -> int:
    """Bytes that joining so many equal documents holds at most, those of Python alone."""
    entries = tuple(BookEntry(f"SOP-{i}", "Judul", False, data) for i in range(count))
    front = document("1", "Surat", ())
    pieces = [("Judul", entry.pdf) for entry in entries]
    tracemalloc.start()
    plan = plan_contents(contents_rows(entries, PAPERS["F4"]), PAPERS["F4"])
    assemble(front, plan, pieces, "Kumpulan", PAPERS["F4"])
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    return peak


ANY_PDF = st.recursive(
    st.one_of(
        st.text(st.sampled_from("()\\<> 120R\nÄ😀"), max_size=12).map(String),
        st.integers(-5, 5),
        st.booleans(),
        st.sampled_from(["/A", "/R", "/B#20C"]).map(Name),
    ),
    lambda inner: st.lists(inner, max_size=4).map(Array),
    max_leaves=12,
)


@given(ANY_PDF, ANY_PDF)
def test_values_arrive_as_they_were_whatever_they_look_like(value: Any, other: Any) -> None:
    source = Pdf.new()
    inner = source.make_indirect(Dictionary(V=value, W=other))
    pages = source.make_indirect(Dictionary(Type=Name.Pages, Kids=Array([]), Count=0))
    about = Dictionary(V=other, Inner=inner, Again=Array([inner, value]), Pages=pages)
    outer = source.make_indirect(about)
    out = PdfStream()
    for _ in range(7):
        out.number()
    source.Root.Outer = outer
    stream = BytesIO()
    source.save(stream)
    typeset = TypesetPdf(stream.getvalue())
    copy = PdfCopy(typeset, out)
    root = copy.number(typeset.pdf.Root.Outer.objgen[0])
    copy.copy_rest()
    with Pdf.open(BytesIO(out.close(b"/Root %d 0 R" % root))) as made:
        assert made.Root.V == outer.V
        assert other == made.Root.Inner.W
        assert made.Root.Again[0] == made.Root.Inner == inner
        assert made.Root.Again[0].objgen == made.Root.Inner.objgen
        assert made.Root.Again[1] == outer.Again[1]


@pytest.mark.few(1)
@pytest.mark.parametrize(
    "text", ["<img src=x onerror=alert(1)>{{ 7*7 }}", "x" * 900, "😀\x00\x1b", ""]
)
def test_hostile_text_is_printed_as_it_stands(text: str) -> None:
    entry = BookEntry(text, text, True, document("1", "Surat", ()))
    pdf = write_book(book(entry, unit=text, government=text, address=text))
    told = reader(pdf)
    assert len(told.pages) == 3
    assert "49" not in printed(pdf, 1)
    assert told.attachments == {}
    assert all("/A" not in link.get_object() for link in told.pages[1]["/Annots"])  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        (("SOP-10", "SOP-9", "SOP-1"), ["SOP-1", "SOP-9", "SOP-10"]),
        (("", "B", "a"), ["a", "B", ""]),
        (("065/2/2025", "065/10/2024", "65/3"), ["065/2/2025", "65/3", "065/10/2024"]),
        (("12", "SOP", "²"), ["12", "SOP", "²"]),
    ],
)
def test_sops_stand_in_the_order_of_their_numbers(
    numbers: tuple[str, ...], expected: list[str]
) -> None:
    entries = [BookEntry(number, "Judul", False, b"") for number in numbers]
    assert [entry.number for entry in sorted(entries, key=lambda e: e.place)] == expected


def _is_draft(page: Any) -> bool:
    return "DRAF" in page.extract_text().replace("DAFTAR", "")


def _outline(pdf: PdfReader, items: Any) -> list[Any]:
    return [
        _outline(pdf, item)
        if isinstance(item, list)
        else (item.title, pdf.get_destination_page_number(item))
        for item in items
    ]


def _above_the_content(pdf: bytes, page: int) -> str:
    """Words that stand whole within the upper margin."""
    command = ["pdftotext", "-bbox", "-f", str(page), "-l", str(page), "-", "-"]
    told = subprocess.run(command, input=pdf, capture_output=True, check=True).stdout.decode()
    words = re.findall(r'yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*)</word>', told)
    return " ".join(text for top, bottom, text in words if float(top) > 10 and float(bottom) < 34)
