"""Documents of service standards say what the record says, in the form of offices."""

from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfua import validate
from pypdf import PdfReader

from sopbatch.model.standards import Fee, ServiceStandard, Standards
from sopbatch.model.values import DateValue, Nip
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.printing import (
    print_decree,
    print_leaflet,
    print_minutes,
    print_pledge,
    print_service_list,
    print_standard,
)
from tests.writing.archival import assert_archival
from tests.writing.standards.examples import (
    CARD,
    LABORATORY,
    LETTERHEAD,
    REGISTRATION,
    STANDARDS,
    a_law,
)
from tests.writing.standards.prints import (
    ONE_PAGE,
    PRINTS,
    WITHOUT_TABLES,
    is_marked,
    letters,
    paper,
    read,
    words,
)

UNSIGNED = replace(
    STANDARDS,
    decree_number="",
    decree_date=DateValue(),
    place="",
    signatory_name="",
    signatory_nip=Nip(),
)
CLAIM, HEADINGS = "UA-28-004", "UA-14-001"
"""The claim to be PDF/UA, which we do not make; a rule that the judge breaks off."""
HOSTILE = (
    "<img src='file:///etc/passwd'><script>x</script>{{ 7 * 191 }}</style>{% raw %} &amp; "
    "\u202eterbalik\u202c url(http://contoh.example/) \x00\u200b" + "panjang" * 60
)


@pytest.mark.long
@pytest.mark.parametrize("name", PRINTS)
def test_every_document_is_archival_and_readable_aloud(name: str, tmp_path: Path):
    for standards, service, head in (
        (STANDARDS, REGISTRATION, LETTERHEAD),
        (replace(STANDARDS, status="Draf"), LABORATORY, replace(LETTERHEAD, logo=b"")),
        (Standards(), ServiceStandard(), Letterhead()),
    ):
        pdf = PRINTS[name](standards, service, head)
        assert_archival(pdf, tables=name not in WITHOUT_TABLES)
        path = tmp_path / "a.pdf"
        path.write_bytes(pdf)
        report = validate(str(path))
        assert {f.rule_id for o in report.outcomes for f in o.findings} <= {CLAIM}
        assert {o.rule_id for o in report.outcomes if o.skipped_reason} <= {HEADINGS}
        assert paper(pdf).beyond <= 0
        assert name not in ONE_PAGE or paper(pdf).pages == 1


@pytest.mark.few(2)
@pytest.mark.parametrize("name", PRINTS)
def test_the_same_values_give_the_same_bytes(name: str):
    made = PRINTS[name](STANDARDS, CARD, LETTERHEAD)
    assert PRINTS[name](STANDARDS, CARD, LETTERHEAD) == made


@pytest.mark.few(2)
@pytest.mark.parametrize("name", sorted({*PRINTS} - {"lembar bukti"}))
def test_nothing_of_a_workbook_becomes_markup(name: str):
    service = replace(
        REGISTRATION,
        name=HOSTILE,
        requirements=(HOSTILE, ""),
        procedure=(HOSTILE,),
        products=(HOSTILE,),
        validity=HOSTILE,
        fees=(Fee(HOSTILE, HOSTILE, None),),
    )
    standards = replace(
        STANDARDS,
        unit_name=HOSTILE,
        services=(service,),
        pledge=HOSTILE,
        published=(HOSTILE,),
        published_at=f"javascript:{HOSTILE}",
        consulted_notes=(HOSTILE,),
        decree_number=HOSTILE,
        signatory_name=HOSTILE,
    )
    pdf = PRINTS[name](standards, service, replace(LETTERHEAD, unit=HOSTILE, address=HOSTILE))
    text = words(pdf)
    assert "script" in text
    assert "1337" not in text
    assert "terbalik" in text
    assert b"/URI" not in pdf
    assert paper(pdf).beyond <= 0


def test_the_table_has_14_components_in_two_groups_and_what_goes_with_them():
    text = words(print_standard(STANDARDS, REGISTRATION, LETTERHEAD))
    order = [
        *("PENYAMPAIAN PELAYANAN", "Persyaratan", "Jangka Waktu Pelayanan", "Biaya/Tarif"),
        *("Rp20.000", "Produk Pelayanan", "WhatsApp", "Waktu penanganan:"),
        *("PENGELOLAAN PELAYANAN", "Dasar Hukum", "Jumlah: 5 orang", "KETERANGAN"),
        *("Jam Pelayanan", "SOP yang Digunakan"),
    ]
    places = [text.index(told) for told in order]
    assert places == sorted(places)
    for number in range(1, 15):
        assert f" {number} " in text
    assert "belum diisi" not in text


def test_what_is_not_filled_is_said():
    text = words(print_standard(STANDARDS, ServiceStandard(name="Konsultasi"), LETTERHEAD))
    assert text.count("belum diisi") == 14


@pytest.mark.long
@pytest.mark.parametrize("name", ["standar", "keputusan", "selebaran", "maklumat A3"])
def test_what_is_not_set_yet_is_marked_on_every_page(name: str):
    draft = replace(STANDARDS, status="Diajukan")
    assert is_marked(PRINTS[name](draft, REGISTRATION, LETTERHEAD))
    assert not is_marked(PRINTS[name](STANDARDS, REGISTRATION, LETTERHEAD))


def test_minutes_are_no_draft_for_they_come_before_the_decree():
    assert not is_marked(print_minutes(replace(STANDARDS, status="Draf"), LETTERHEAD))


@pytest.mark.long
def test_a_decree_has_its_annexes_and_each_is_signed():
    text = words(print_decree(STANDARDS, LETTERHEAD))
    for told in (
        "KEPUTUSAN KEPALA PUSKESMAS MELATI NOMOR 440/017/PKM-MLT/2026 TENTANG",
        "forum konsultasi publik pada tanggal 11 Februari 2026;",
        "tercantum dalam Lampiran I sampai dengan Lampiran III",
        "Pengambilan dan Pengujian Sampel Lingkungan.",
        "KEEMPAT : Pada saat Keputusan ini mulai berlaku, Keputusan Nomor 440/005/PKM-MLT/2023",
        "KELIMA : Keputusan ini mulai berlaku pada tanggal ditetapkan.",
        "Ditetapkan di Contoh pada tanggal 2 Maret 2026",
        "LAMPIRAN III KEPUTUSAN KEPALA PUSKESMAS MELATI NOMOR : 440/017/PKM-MLT/2026",
    ):
        assert letters(told) in letters(text), told
    assert text.count("dr. Ratna Wulandari, M.Kes.") == 1 + len(STANDARDS.services)


@pytest.mark.long
def test_a_decree_revokes_only_what_there_was():
    text = words(print_decree(replace(STANDARDS, former_decree=""), LETTERHEAD))
    assert "dicabut" not in text
    assert "KEEMPAT : Keputusan ini mulai berlaku" in text
    assert "KELIMA" not in text
    whole = "Keputusan Kepala Puskesmas Melati Nomor 5 Tahun 2023"
    again = words(print_decree(replace(STANDARDS, former_decree=whole), LETTERHEAD))
    assert f"berlaku, {whole} dicabut" in again


@pytest.mark.long
def test_a_decree_leaves_lines_for_what_is_not_given_yet():
    text = words(print_decree(UNSIGNED, LETTERHEAD))
    assert "NOMOR ....." in text
    assert "Ditetapkan di ..... " in text.replace("." * 32, ".....")
    assert "pada tanggal ....." in text
    assert text.count("NIP .....") == 1 + len(STANDARDS.services)


@pytest.mark.long
def test_a_decree_cites_each_regulation_once_from_higher_to_lower():
    own = a_law("UU 25/2009", "UU", "", "25", 2009)
    decreed = a_law("Peraturan Wali Kota Nomor 7 Tahun 2021", "PERWALI", "", "7", 2021)
    health = a_law("Undang-Undang Nomor 17 Tahun 2023 tentang Kesehatan;", "UU", "", "17", 2023)
    services = (
        replace(CARD, legal_basis=(decreed, own, health)),
        replace(CARD, legal_basis=(health,)),
    )
    text = words(print_decree(replace(STANDARDS, services=services), LETTERHEAD))
    recalled = text[text.index("Mengingat") : text.index("MEMUTUSKAN")]
    assert recalled.count("Nomor 17 Tahun 2023 tentang Kesehatan; 3.") == 1
    assert "UU 25/2009" not in recalled
    assert recalled.rstrip().endswith("5. Peraturan Wali Kota Nomor 7 Tahun 2021.")


@pytest.mark.long
def test_who_acts_for_the_head_signs_the_decree_of_the_head():
    acting = replace(STANDARDS, signatory_position="Plt. Kepala Dinas Sosial")
    text = words(print_decree(acting, LETTERHEAD))
    assert "KEPUTUSAN KEPALA DINAS SOSIAL NOMOR" in text
    assert "PLT. KEPALA DINAS SOSIAL," in text


@pytest.mark.long
def test_a_leaflet_has_the_six_published_components_and_where_the_others_are():
    text = words(print_leaflet(STANDARDS, REGISTRATION, LETTERHEAD))
    for told in (
        *("Kartu berobat, bagi pasien lama", "1. Mengambil nomor antrean", "8 menit", "4 menit"),
        *("Rp20.000", "ditanggung penjamin", "Nomor antrean poli", "0812-0000-1234"),
        *("Perlu telaah: 5 hari kerja", "Senin–Kamis pukul 07.30–14.00", "440/017/PKM-MLT/2026"),
        "papan informasi di lobi",
    ):
        assert told.casefold() in text.casefold(), told
    for absent in ("Jaminan Pelayanan", "Kompetensi", "selengkapnya"):
        assert absent not in text
    assert "Gratis" in words(print_leaflet(STANDARDS, CARD, LETTERHEAD))


@pytest.mark.long
def test_a_pledge_is_the_usual_text_when_none_is_told():
    text = words(print_pledge(STANDARDS, LETTERHEAD))
    for element in ("menyatakan sanggup", "perbaikan secara terus-menerus", "menerima sanksi"):
        assert element in text
    for told in ("Contoh, 9 Maret 2026", "SP4N-LAPOR!", "Pembina", "NIP 19800315 200604 2 007"):
        assert told in text
    own = words(print_pledge(replace(STANDARDS, pledge="Kami berjanji.", services=()), LETTERHEAD))
    assert "Kami berjanji." in own
    assert "sanksi" not in own
    assert "LAPOR" not in own


@pytest.mark.long
def test_papers_of_a_pledge_differ_in_size_only():
    large, small = (print_pledge(STANDARDS, LETTERHEAD, size) for size in ("A3", "A4"))
    assert letters(words(large)) == letters(words(small))


def test_minutes_tell_the_day_in_words_and_leave_room_for_signatures():
    text = words(print_minutes(replace(STANDARDS, status="Draf"), LETTERHEAD))
    for told in (
        "Rabu, tanggal sebelas bulan Februari tahun dua ribu dua puluh enam (11 Februari 2026)",
        "bertempat di Aula Puskesmas Melati",
        "Nomor WhatsApp pengaduan dijawab pada jam pelayanan.",
        "Organisasi penyandang disabilitas",
    ):
        assert told in text, told


@pytest.mark.long
@pytest.mark.parametrize("agreed", [1, 5, 9, 14, 20])
def test_the_head_signs_minutes_on_a_page_with_others_who_sign(agreed: int):
    notes = tuple(f"Hal nomor {number}" for number in range(agreed))
    data = print_minutes(replace(STANDARDS, consulted_notes=notes), LETTERHEAD)
    *_, before, last = [page.extract_text() for page in PdfReader(BytesIO(data)).pages]
    assert "KEPALA PUSKESMAS MELATI" in last
    assert {"4 Akademisi", "5 Media"} <= set(map(str.strip, last.splitlines()))
    assert ("Demikian" in before) is (agreed < 20)


def test_a_list_tells_of_every_counter_and_marks_drafts():
    other = replace(STANDARDS, unit_name="Puskesmas Kenanga", status="Draf", services=(CARD,))
    day = date(2026, 11, 29)
    text = words(print_service_list((STANDARDS, other), LETTERHEAD, day))
    assert "4 layanan per 29 November 2026" in text
    assert text.count("Draf, belum ditetapkan") == 1
    assert text.index("Puskesmas Kenanga") < text.rindex("Penerbitan KTP Elektronik")
    assert "Belum ada layanan." in words(print_service_list((), LETTERHEAD, day))


@pytest.mark.long
@pytest.mark.parametrize("name", ["standar", "keputusan", "daftar"])
def test_no_page_stays_white_before_what_is_long(name: str):
    long = "Surat keterangan yang sangat panjang dari kelurahan dan kecamatan setempat. " * 40
    crowded = replace(
        REGISTRATION, requirements=(long,) * 6, facilities=(long,) * 4, products=(long,) * 3
    )
    standards = replace(STANDARDS, services=(crowded, crowded))
    pdf = PRINTS[name](standards, crowded, LETTERHEAD)
    *pages, _ = read(pdf).rstrip("\f").split("\f")
    full = [page for page in pages if len(page) > 700]
    assert len(full) >= len(pages) - 2, [len(page) for page in pages]


@pytest.mark.long
def test_a_name_without_blanks_stays_on_the_paper():
    service = replace(REGISTRATION, name="W" * 900, requirements=("x" * 4000,))
    pdf = print_standard(STANDARDS, service, replace(LETTERHEAD, unit="U" * 300))
    assert paper(pdf).beyond <= 0
    assert letters(words(pdf)).count("x") >= 4000


WORD = st.text("abcdefghijklmnopqrstuvwxyzABCDÉŠ0123456789", min_size=1, max_size=9)
TYPED = st.lists(WORD, max_size=40).map(" ".join)
LISTS = st.lists(TYPED, max_size=8).map(tuple)


@pytest.mark.long
@settings(max_examples=8)
@given(
    st.builds(
        ServiceStandard,
        name=TYPED,
        **dict.fromkeys(("requirements", "procedure", "products", "facilities", "safety"), LISTS),
        **dict.fromkeys(("competence", "supervision", "guarantee", "evaluation", "hours"), LISTS),
        fees=st.lists(st.builds(Fee, TYPED, TYPED), max_size=5).map(tuple),
        validity=TYPED,
        sops=LISTS,
    )
)
def test_every_word_of_a_service_stands_in_its_table(service: ServiceStandard):
    text = words(print_standard(STANDARDS, service, LETTERHEAD)).casefold().split()
    said = Counter(text)
    listed = (
        *(service.requirements + service.procedure + service.products + service.facilities),
        *(service.safety + service.competence + service.supervision + service.guarantee),
        *(service.evaluation + service.hours + service.sops),
        *(part for fee in service.fees for part in (fee.case, fee.text)),
        *(service.name, service.validity),
    )
    typed = Counter(word for one in listed for word in one.casefold().split())
    assert not typed - said
