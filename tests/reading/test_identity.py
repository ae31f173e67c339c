"""Fields of the identity are found by their labels, however these are written."""

import pytest

from sopbatch.model import Place
from sopbatch.reading import limits
from sopbatch.reading.identity import identity_sheets
from sopbatch.reading.locating import locate
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.schema.sop import IDENTITY_FIELDS
from tests.reading.drawn import book, drawn
from tests.reading.submissions import read

VARIANTS = [(field.key, name) for field in IDENTITY_FIELDS for name in field.variants]
OFFICIAL = [
    ("number", "No SOP", "No. SOP", "Nomor SOP AP", "NOMOR SOP", "Nomor"),
    ("created", "TGL. PEMBUATAN", "Tgl Pembuatan", "Tanggal Dibuat", "Tanggal Penyusunan"),
    ("revised", "TGL. REVISI", "Tgl Revisi", "Tanggal Perubahan"),
    ("effective", "TGL. EFEKTIF", "Tanggal Pengesahan", "Tanggal Diberlakukan"),
    ("signatory_position", "Disahkan Oleh", "DISAHKAN OLEH", "Ditetapkan oleh", "Disetujui oleh"),
    ("title", "Judul SOP", "Judul SOP AP", "NAMA SOP", "Nama SOP :"),
    ("legal_basis", "DASAR HUKUM :", "Landasan Hukum"),
    ("qualifications", "Kualifikasi Pelaksanaan", "Kualifikasi pelaksana:", "Kualifikasi"),
    ("relations", "Keterkaitan:", "Keterkaitan dengan SOP lain", "Keterkaitan SOP"),
    ("equipment", "Peralatan/ Perlengkapan:", "Peralatan dan Perlengkapan", "Peralatan"),
    ("warnings", "PERINGATAN:",),
    ("records", "Pencatatan & Pendataan", "Pencatatan/Pendataan", "Pencatatan"),
]  # fmt: skip
REST = """
| Sifat kegiatan | Teknis |
| Cakupan | Makro |
| Pangkat | Pembina |
| Ciri kegiatan | Rutin |
| Surel penyusun | a@contoh.example |
"""
PROMPT = next(field.prompt for field in IDENTITY_FIELDS if field.key == "title")
PRINTED = """
| | | Nomor SOP | : | 065/1/2025 |
| | | Tanggal Pembuatan | : | 3 Maret 2025 |
| | | Tanggal Revisi | : | - |
| | | Tanggal Efektif | : | 9 April 2025 |
| | | Disahkan oleh | : | Kepala Biro Organisasi |
| Biro Organisasi | | Nama SOP | : | Pengelolaan Surat Masuk |
| Dasar Hukum: | | Kualifikasi Pelaksana: | | |
| 1. | Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik | 1. Memahami tata naskah | | |
| 2. | Peraturan Pemerintah Nomor 96 Tahun 2012 | 2. Mampu mengarsipkan | | |
| Keterkaitan: | | Peralatan/Perlengkapan: | | |
| SOP Surat Keluar | | Komputer | | |
| Peringatan: | | Pencatatan dan Pendataan: | | |
| Jika terlambat, maka surat tidak ditindaklanjuti. | | Buku agenda | | |
"""


def keys(label: str, key: str = "") -> dict[str, str]:
    """Key of each located field to the text in its first cell, on a form with this label."""
    others = [field.label for field in IDENTITY_FIELDS if field.key != key and field.rows == 1]
    rest = "\n".join(f"| {other} | lain |" for other in others[:6])
    sheet = drawn(f"| {label} | isinya |\n{rest}")
    located, _ = locate(book(sheet), identity_sheets(book(sheet)))
    cells = {key: found.cells[0] for key, found in located.items()}
    return {key: str(sheet.cells.get((at.row, at.column), "")) for key, at in cells.items()}


@pytest.mark.parametrize(
    ("key", "label"),
    [*VARIANTS, *((key, label) for key, *labels in OFFICIAL for label in labels)],
)
def test_a_known_variant_of_a_label_is_found(key: str, label: str):
    assert keys(label, key)[key] == "isinya"
    assert keys(f"  {label.upper()} : ", key)[key] == "isinya"


@pytest.mark.parametrize(
    ("label", "key"),
    [
        ("Nama SOPP", "title"),
        ("Tanggl Efektif", "effective"),
        ("Dasar Hukm", "legal_basis"),
        ("Kualifikasi Pelaksna", "qualifications"),
    ],
)
def test_a_label_nearly_spelt_so_is_found(label: str, key: str):
    assert keys(label, key)[key] == "isinya"


@pytest.mark.parametrize("label", ["NIK", "Pejabat", "Catatan", "Tanggal", "x" * 100])
def test_other_words_are_no_labels(label: str):
    assert "isinya" not in keys(label).values()


@pytest.mark.parametrize(
    ("row", "value"),
    [
        ("| Nama SOP | : | Surat Masuk |", "Surat Masuk"),
        ("| Nama SOP | | | Surat Masuk |", "Surat Masuk"),
        ("| Nama SOP | : Surat Masuk |", "Surat Masuk"),
        (f"| Nama SOP | | tidak wajib | {PROMPT} |", ""),
        ("| Nama SOP | tidak wajib |", "tidak wajib"),
        ("| Nama SOP | Status |", "Status"),
        ("| Nama SOP | Surat Masuk | wajib diisi | |", "Surat Masuk"),
    ],
)  # fmt: skip
def test_the_value_stands_to_the_right_of_its_label(row: str, value: str):
    assert read(book(drawn(f"{row}{REST}"))).sop.title == value


def test_the_printed_form_is_read():
    submission = read(book(drawn(PRINTED)))
    sop = submission.sop
    assert (sop.number.raw, sop.title) == ("065/1/2025", "Pengelolaan Surat Masuk")
    assert (sop.created.raw, sop.revised.raw) == ("3 Maret 2025", "-")
    assert sop.signatory_position == "Kepala Biro Organisasi"
    assert [entry.number for entry in sop.legal_basis] == ["25", "96"]
    assert sop.qualifications == ("Memahami tata naskah", "Mampu mengarsipkan")
    assert (sop.relations, sop.equipment) == (("SOP Surat Keluar",), ("Komputer",))
    assert sop.records == ("Buku agenda",)
    assert sop.warnings == ("Jika terlambat, maka surat tidak ditindaklanjuti.",)


def test_what_no_label_explains_is_told():
    (told,) = [one for one in read(book(drawn(PRINTED))).problems if one.code == "F-21"]
    assert told.facts["isi"] == "A6 “Biro Organisasi”"


@pytest.mark.parametrize("typed", ["{label}: {value}", "{label} : {value}", "{label}:⏎{value}"])
def test_a_value_typed_into_its_labels_cell_is_read(typed):
    value = "Pelayanan: Izin dan Rekomendasi"
    text = PRINTED.replace(
        "| Nama SOP | : | Pengelolaan Surat Masuk |",
        f"| {typed.format(label='Nama SOP', value=value)} | | |",
    )
    submission = read(book(drawn(text)))
    assert submission.sop.title == value
    assert submission.values[Place("title")] == value


def test_a_list_ends_at_the_next_label_or_heading():
    text = f"""
| Dasar Hukum | Undang-Undang Nomor 1 Tahun 2001 |
| | Undang-Undang Nomor 2 Tahun 2002 |
| G. Pelaksana, peralatan, dan pencatatan | |
| Peralatan | Komputer |
| 2. | Printer |{REST}"""
    sop = read(book(drawn(text))).sop
    assert [entry.number for entry in sop.legal_basis] == ["1", "2"]
    assert sop.equipment == ("Komputer", "Printer")


def test_a_list_without_end_is_refused():
    items = "⏎".join(f"Komputer {n}" for n in range(limits.ITEMS + 1))
    with pytest.raises(Refused) as caught:
        read(book(drawn(PRINTED.replace("Komputer", items))))
    assert caught.value.refusal is Refusal.TOO_MANY_ITEMS
    assert "sel C11 " in caught.value.sentence


def test_numbers_with_only_a_blank_behind_count_the_items_of_several_cells():
    rows = "| Peralatan/Perlengkapan | 1 Komputer |\n|  | 2 Printer |\n|  | 3 Kertas A4 |"
    sop = read(book(drawn(rows + REST))).sop
    assert sop.equipment == ("Komputer", "Printer", "Kertas A4")


def test_such_a_number_alone_says_how_many():
    rows = "| Peralatan/Perlengkapan | 2 Komputer |\n|  | Printer |\n|  | 3 lembar kertas |"
    assert read(book(drawn(rows + REST))).sop.equipment == (
        "2 Komputer",
        "Printer",
        "3 lembar kertas",
    )


def test_what_names_a_law_behind_a_bare_number_begins_there():
    rows = "| Dasar Hukum | 1 UU No. 25 Tahun 2009 |\n|  | 3 PP No. 96 Tahun 2012 |"
    laws = read(book(drawn(rows + REST))).sop.legal_basis
    assert [law.raw for law in laws] == ["UU No. 25 Tahun 2009", "PP No. 96 Tahun 2012"]
