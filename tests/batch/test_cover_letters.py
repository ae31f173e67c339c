"""Agencies that get files back get a letter on paper, when it is asked for."""

from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.letters.values import CoverLetter, Returned
from sopbatch.writing.letters.writing import print_cover_letter
from tests.batch.inbox import put
from tests.batch.runs import digests, faulty_workbook, register_workbook, run
from tests.writing.archival import assert_archival

ONE = Returned(
    title="SOP Asistensi",
    file="SOP.xlsx",
    number="TT-1",
    weight="1 hal harus diperbaiki",
    mistakes=("C10: Ada dua Mulai.",),
    more=2,
)
LETTER = CoverLetter(
    unit="Dinas Kesehatan",
    salutation="Kepala Dinas Kesehatan",
    files=(ONE, replace(ONE, title="", mistakes=(), more=0)),
    as_of=date(2026, 11, 22),
    deadline=date(2026, 12, 18),
    government="Pemerintah Provinsi Contoh",
    bureau="Biro Organisasi",
    address="Jalan Contoh Nomor 1",
    position="Kepala Biro Organisasi",
    name="",
    nip="",
)


def words(data: bytes) -> str:
    return " ".join(
        " ".join(page.extract_text() for page in PdfReader(BytesIO(data)).pages).split()
    )


def test_a_letter_says_what_goes_back_and_until_when():
    data = print_cover_letter(LETTER)
    text = words(data)
    for told in (
        *("Yth. Kepala Dinas Kesehatan", "Lampiran : 2 berkas", "SOP Asistensi", "TT-1"),
        *("C10: Ada dua Mulai.", "Masih ada 2 catatan lain.", "paling lambat 18 Desember 2026"),
    ):
        assert told in text, text
    assert print_cover_letter(LETTER) == data
    assert_archival(data)


@pytest.mark.parametrize(
    ("accepted", "told", "asked"),
    [
        ((False, False), "2 masih harus diperbaiki.", True),
        ((False, True), "1 masih harus diperbaiki dan 1 diterima dengan catatan.", True),
        ((True, True), "2 diterima dengan catatan.", False),
    ],
)
def test_a_letter_asks_for_no_mending_of_what_was_accepted(accepted, told, asked):
    files = tuple(replace(ONE, accepted=one) for one in accepted)
    text = words(print_cover_letter(replace(LETTER, files=files)))
    assert told in text
    assert ("Berkas yang sudah diperbaiki mohon dikirim kembali" in text) is asked
    assert ("Pengembalian berkas untuk diperbaiki" in text) is asked
    assert ("sebaiknya diperbaiki pada kesempatan berikutnya" in text) is any(accepted)
    assert text.count("Diterima. 1 hal") == sum(accepted)


@pytest.mark.long
def test_no_page_has_a_signature_alone():
    for number in range(1, 12):
        data = print_cover_letter(replace(LETTER, files=(ONE,) * number))
        last = PdfReader(BytesIO(data)).pages[-1].extract_text()
        assert "terima kasih" in last, number


def test_nothing_of_a_workbook_becomes_markup():
    hostile = "<img src='file:///etc/passwd'><script>x</script>{{ 7 * 191 }}"
    files = (replace(ONE, title=hostile, file=hostile, mistakes=(hostile,)),)
    text = words(print_cover_letter(replace(LETTER, files=files, unit=hostile, name=hostile)))
    assert text.count("script") >= 8
    assert "1337" not in text


@pytest.mark.long
def test_a_run_writes_letters_when_asked(tmp_path: Path):
    source = put(tmp_path / "masuk", {FILE_NAME: register_workbook(), "a.xlsx": faulty_workbook()})
    target = tmp_path / "keluar"
    told = run(source, target, "--pengantar")
    assert "1 surat pengantar siap" in " ".join(told.out.split())
    (path,) = digests(target, "surat")
    assert path == "surat/pengantar/Biro Organisasi.pdf"
    assert "1 hal harus diperbaiki" in words((target / path).read_bytes()).lower()
    before = digests(target, "surat")
    run(source, target, "--pengantar")
    assert digests(target, "surat") == before
    run(source, target)
    assert digests(target, "surat") == {}
