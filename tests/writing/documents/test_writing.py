"""The PDF as a whole: pages, texts, marks, metadata, attachment."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from sopbatch.model import PAPERS, DateKind, DateValue, Settings, Watermark
from tests.writing.archival import assert_archival
from tests.writing.documents.charts import drawn_chart
from tests.writing.documents.prints import AS_OF, SOP, printed, reader, write
from tests.writing.reading_order import assert_in_order

MM = 72 / 25.4


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return write(source=("berkas/sop final (2).xlsx", b"PK content"))


def test_identity_comes_first_then_the_pages_of_the_flowchart(pdf: bytes) -> None:
    assert len(reader(pdf).pages) == 3
    assert "Dasar Hukum" in printed(pdf, 1)
    assert "Kegiatan" in printed(pdf, 2)
    assert "Menyampaikan hasil" in printed(pdf, 3)


@pytest.mark.parametrize("name", PAPERS)
def test_pages_have_the_size_of_the_chart_s_paper(name: str) -> None:
    paper = PAPERS[name]
    for page in reader(write(charts=(drawn_chart(paper=paper),))).pages:
        assert float(page.mediabox.width) == pytest.approx(paper.width * MM, abs=0.1)
        assert float(page.mediabox.height) == pytest.approx(paper.height * MM, abs=0.1)


def test_a_document_without_procedure_takes_the_paper_of_the_settings() -> None:
    (page,) = reader(write(charts=(), settings=Settings(paper="A4"))).pages
    assert float(page.mediabox.width) == pytest.approx(297 * MM, abs=0.1)


def test_identity_reads_in_the_order_of_the_grid(pdf: bytes) -> None:
    expected = (
        *("PEMERINTAH PROVINSI KALIMANTAN TIMUR", "BIRO ORGANISASI", "KETATALAKSANAAN"),
        *("Nomor SOP", "065/SOP-TL.01/Org/2025", "Tanggal Pembuatan", "3 Maret 2025"),
        *("Tanggal Revisi", "17 Agustus 2025", "Tanggal Efektif", "9 April 2025"),
        *("Disahkan oleh", "Kepala Biro Organisasi", SOP.signatory_name, "NIP "),
        *("Nama SOP", SOP.title, "Dasar Hukum", "Kualifikasi Pelaksana", "1. Peraturan Menteri"),
        *("Keterkaitan", "Peralatan/Perlengkapan", "Peringatan", "Pencatatan dan Pendataan"),
    )
    content = reader(pdf).pages[0].extract_text().replace("\n", " ")
    assert_in_order(content, expected)


def test_flowchart_reads_row_by_row(pdf: bytes) -> None:
    content = " ".join(reader(pdf).pages[1].extract_text().split())
    assert_in_order(
        content,
        (
            *("No", "Kegiatan", "Pelaksana", "Mutu Baku", "Keterangan", "Staf", "Kepala Subbagian"),
            *(
                "Kelengkapan",
                "Waktu",
                "Output",
                "1",
                "Menerima surat",
                "30 menit",
                "2",
                "Memeriksa",
            ),
            *("Tidak", "Ya", "A", "ke hal. 3"),
        ),
    )


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (DateValue(), "Tanggal Revisi - Tanggal Efektif"),
        (DateValue("-", DateKind.MISSING), "Tanggal Revisi - Tanggal Efektif"),
        (DateValue("17/8", DateKind.DATE, date(2025, 8, 17), date(2025, 8, 17)), "17 Agustus 2025"),
        (
            DateValue("Maret 2024", DateKind.RANGE, date(2024, 3, 1), date(2024, 3, 31)),
            "Maret 2024",
        ),
        (DateValue("besok pagi", DateKind.UNPARSED), "besok pagi"),
    ],
)
def test_a_date_is_printed_as_indonesians_write_it(value: DateValue, expected: str) -> None:
    pdf = write(replace(SOP, revised=value), charts=())
    assert expected in reader(pdf).pages[0].extract_text().replace("\n", " ")


def test_every_page_has_number_title_and_page_count_at_its_foot(pdf: bytes) -> None:
    for page in (1, 2, 3):
        text = printed(pdf, page)
        assert text.endswith(f"Halaman {page} dari 3")
        assert "065/SOP-TL.01/Org/2025" in text
        assert text.count(SOP.title) == 1 + (page == 1)


@pytest.mark.parametrize(
    ("method", "watermark", "told"),
    [
        ("Tanda tangan elektronik", Watermark.NONE, True),
        ("Tanda tangan elektronik", Watermark.DRAFT, False),
        ("Tanda tangan dan cap", Watermark.NONE, False),
        ("", Watermark.NONE, False),
    ],
)
def test_only_what_was_signed_electronically_says_so(
    method: str, watermark: Watermark, told: bool
) -> None:
    pdf = write(replace(SOP, approval_method=method), watermark=watermark)
    for page in (1, 2, 3):
        assert ("Disahkan dengan tanda tangan elektronik" in printed(pdf, page)) == told


def test_only_drafts_carry_the_watermark_and_carry_it_on_every_page(pdf: bytes) -> None:
    assert not any("DRAF" in page.extract_text() for page in reader(pdf).pages)
    assert all(
        "DRAF" in page.extract_text() for page in reader(write(watermark=Watermark.DRAFT)).pages
    )


def test_bookmarks_lead_to_identity_and_each_procedure() -> None:
    single = reader(write())
    assert _outline(single) == [("Bagian Identitas", 0), ("Bagian Flowchart", 1)]
    several = reader(write(charts=(drawn_chart(), drawn_chart())))
    assert _outline(several) == [
        ("Bagian Identitas", 0),
        ("Bagian Flowchart: Prosedur 1 dari 2", 1),
        ("Bagian Flowchart: Prosedur 2 dari 2", 3),
    ]


def test_several_procedures_have_headings_of_their_own() -> None:
    pdf = write(charts=(drawn_chart(), drawn_chart()))
    assert "Bagian Flowchart: Prosedur 1 dari 2" in printed(pdf, 2)
    assert "Bagian Flowchart: Prosedur 1 dari 2 (lanjutan)" in printed(pdf, 3)
    assert "Bagian Flowchart: Prosedur 2 dari 2" in printed(pdf, 4)


def test_metadata_names_title_author_subject_and_the_day(pdf: bytes) -> None:
    told = reader(pdf).metadata
    assert told is not None
    assert (told.title, told.author, told.subject) == (
        SOP.title,
        "Biro Organisasi",
        "065/SOP-TL.01/Org/2025",
    )
    assert told.creation_date is not None
    assert told.creation_date.date() == AS_OF


@pytest.mark.parametrize("watermark", Watermark)
def test_it_keeps_the_structure_of_an_archival_file(watermark: Watermark) -> None:
    assert_archival(write(watermark=watermark, source=("a.xlsx", b"x"), logo=_logo("PNG")))


def test_tables_and_the_drawing_are_tagged(pdf: bytes) -> None:
    tree: Any = reader(pdf).root_object["/StructTreeRoot"]
    kinds = _tags(tree["/K"])
    assert {"/Table", "/TR", "/TH", "/TD", "/L", "/LI", "/Figure", "/Sect"} <= kinds.keys()
    assert kinds["/Figure"][0]["/Alt"] == (
        "Alur kegiatan: 1 ke 2; 2 ke 1 (Tidak); 2 ke 3 (Ya); 3 ke 4."
    )


def test_only_the_bundled_fonts_are_embedded(pdf: bytes) -> None:
    resources: Any = reader(pdf).pages[0]["/Resources"]
    fonts = resources["/Font"]
    names = {font.get_object()["/BaseFont"].partition("+")[2] for font in fonts.values()}
    assert names == {"SOP-Sans", "SOP-Sans-Bold"}


def test_the_source_workbook_is_attached_without_its_folders(pdf: bytes) -> None:
    assert reader(pdf).attachments == {"sop final (2).xlsx": [b"PK content"]}
    root: Any = reader(pdf).root_object
    (filespec, *_) = root["/AF"]
    assert filespec.get_object()["/AFRelationship"] == "/Source"
    embedded = filespec.get_object()["/EF"]["/F"].get_object()
    assert "spreadsheetml" in embedded["/Subtype"]
    assert reader(write()).attachments == {}


def test_the_same_values_give_the_same_bytes() -> None:
    again = [
        write(watermark=Watermark.DRAFT, source=("a.ods", b"x"), logo=_logo("PNG"))
        for _ in range(2)
    ]
    assert again[0] == again[1]


@pytest.mark.parametrize("kind", ["PNG", "JPEG"])
def test_a_logo_is_drawn_in_the_letterhead(kind: str) -> None:
    assert len(reader(write(logo=_logo(kind))).pages[0].images) == 1


@pytest.mark.parametrize("logo", [None, b"", b"<svg onload='x'/>", b"GIF89a"])
def test_what_is_no_picture_leaves_the_place_of_the_logo_free(logo: bytes | None) -> None:
    assert len(reader(write(logo=logo, charts=())).pages[0].images) == 0


def _logo(kind: str) -> bytes:
    stream = BytesIO()
    Image.new("RGB", (60, 80), "navy").save(stream, kind)
    return stream.getvalue()


def _outline(pdf: object) -> list[tuple[str, int]]:
    return [(item.title, pdf.get_destination_page_number(item)) for item in pdf.outline]  # type: ignore[attr-defined]


def _tags(element: Any) -> dict[str, list[Any]]:
    """Structure elements by kind."""
    found: dict[str, list[Any]] = {}
    waiting = [element]
    while waiting:
        item = waiting.pop(0).get_object()
        if isinstance(item, list):
            waiting = [*item, *waiting]
        elif isinstance(item, dict) and "/S" in item:
            found.setdefault(item["/S"], []).append(item)
            waiting.append(item.get("/K", []) if not isinstance(item.get("/K"), int) else [])
            waiting = [w for w in waiting if hasattr(w, "get_object")]
    return found
