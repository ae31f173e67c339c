"""Leaflet, pledge and evidence are one page, whatever they say, and lose nothing in silence."""

from dataclasses import replace

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from sopbatch.model.standards import Channel, Fee, ServiceStandard, Standards
from sopbatch.text.printable import printable
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.standards.evidence import gaps
from sopbatch.writing.standards.evidence_values import Unfinished
from sopbatch.writing.standards.leaflet_content import COUNTER
from sopbatch.writing.standards.pledge import Paper
from sopbatch.writing.standards.printing import print_evidence, print_leaflet, print_pledge
from tests.writing.standards.examples import (
    EVIDENCE,
    LABORATORY,
    LETTERHEAD,
    REGISTRATION,
    STANDARDS,
    a_time,
)
from tests.writing.standards.prints import letters, paper, words

LONG = "Surat keterangan yang sangat panjang dari kelurahan dan kecamatan setempat " * 8
LATIN = st.characters(min_codepoint=32, max_codepoint=0x17F)
PLAIN = st.text(st.sampled_from("abcdefghijklmnopqrstuvwxyz0123456789ABCÉŠ .,/()-"), max_size=300)
TEXT = st.one_of(PLAIN, st.text(LATIN, max_size=120), st.sampled_from([LONG, "a" * 900, ""]))
TEXTS = st.lists(TEXT, max_size=14).map(tuple)
SERVICES = st.builds(
    ServiceStandard,
    name=TEXT,
    requirements=TEXTS,
    procedure=TEXTS,
    times=st.lists(st.builds(a_time, TEXT, TEXT), max_size=6).map(tuple),
    fees=st.lists(
        st.builds(Fee, TEXT, TEXT, st.none() | st.integers(0, 10**9), covered=st.booleans()),
        max_size=9,
    ).map(tuple),
    products=TEXTS,
    channels=st.lists(st.builds(Channel, TEXT, TEXT, TEXT), max_size=9).map(tuple),
    hours=TEXTS,
    validity=TEXT,
    answer_times=st.lists(st.builds(a_time, TEXT, TEXT), max_size=4).map(tuple),
)
CROWDED = replace(
    REGISTRATION,
    name="Pelayanan " * 30,
    requirements=(LONG,) * 30,
    procedure=(LONG,) * 14,
    channels=REGISTRATION.channels * 3,
    fees=LABORATORY.fees * 4,
)
RECORDS = st.builds(
    Standards,
    status=st.sampled_from(["Draf", "Ditetapkan"]),
    unit_name=TEXT,
    decree_number=TEXT,
    published=TEXTS,
    published_at=st.one_of(TEXT, st.just("https://contoh.go.id/" + "a" * 250)),
    pledge=TEXT,
    place=TEXT,
    signatory_position=TEXT,
    signatory_name=TEXT,
    signatory_rank=TEXT,
)


@pytest.mark.long
@settings(max_examples=15)
@given(SERVICES, RECORDS)
@example(CROWDED, STANDARDS)
@example(replace(CROWDED, requirements=("x" * 5000,) * 200), Standards(published_at="-" * 5000))
def test_a_leaflet_is_one_page_that_says_all_or_where_the_rest_is(
    service: ServiceStandard, standards: Standards
):
    pdf = print_leaflet(standards, service, Letterhead())
    assert paper(pdf).pages == 1
    assert paper(pdf).beyond <= 0
    page = letters(words(pdf))
    ways = (text for one in service.channels for text in (one.kind, one.value))
    listed = (*service.requirements, *service.procedure, *service.products, *service.hours, *ways)
    missing = [text for text in listed if letters(printable(text)) not in page]
    assert not missing or "selengkapnyadi" in page


@pytest.mark.long
@settings(max_examples=10)
@given(RECORDS, st.sampled_from(["A3", "A4"]))
@example(replace(STANDARDS, pledge="Kami berjanji melayani dengan sepenuh hati. " * 90), "A4")
def test_a_pledge_is_one_page_that_says_all_or_where_the_rest_is(standards: Standards, size: Paper):
    pdf = print_pledge(standards, Letterhead(), size)
    assert paper(pdf).pages == 1
    assert paper(pdf).beyond <= 0
    page = letters(words(pdf))
    assert letters(printable(standards.pledge)) in page or "selengkapnyadi" in page


@pytest.mark.long
def test_what_is_too_long_is_cut_and_the_rest_is_pointed_at():
    text = words(print_leaflet(STANDARDS, CROWDED, LETTERHEAD))
    assert f"… selengkapnya di {STANDARDS.published_at}" in text
    nowhere = words(print_leaflet(replace(STANDARDS, published_at=""), CROWDED, LETTERHEAD))
    assert f"… selengkapnya di {COUNTER}" in nowhere


@pytest.mark.long
@settings(max_examples=6)
@given(TEXT, st.lists(TEXT, max_size=40).map(tuple))
def test_evidence_is_one_page(text: str, names: tuple[str, ...]):
    unfinished = tuple(Unfinished(name, names[:14]) for name in names)
    sheet = replace(
        EVIDENCE,
        unit=text,
        without_standard=names,
        unfinished=unfinished,
        media=names,
        decrees=names,
    )
    pdf = print_evidence(sheet, Letterhead())
    assert paper(pdf).pages == 1
    assert paper(pdf).beyond <= 0


def test_evidence_tells_what_is_missing_first():
    text = words(print_evidence(EVIDENCE, LETTERHEAD))
    assert text.index("Yang belum ada (4)") < text.index("Jawaban atas pertanyaan penilai")
    assert "2 layanan belum memiliki standar: Pelayanan Imunisasi, Pelayanan Gizi." in text
    assert "Survei kepuasan masyarakat terakhir diselenggarakan pada 4 Mei 2025" in text
    assert "2 dari 3 standar (66,7%)" in text
    whole = replace(
        EVIDENCE,
        services=3,
        complete=3,
        without_standard=(),
        unfinished=(),
        monitored=EVIDENCE.as_of,
        surveyed=EVIDENCE.as_of,
    )
    assert gaps(whole) == ()
    assert "Semua bukti di bawah ini sudah lengkap." in words(print_evidence(whole, LETTERHEAD))


@pytest.mark.long
def test_evidence_of_a_unit_without_anything_says_so():
    empty = replace(
        EVIDENCE,
        services=0,
        standards=0,
        complete=0,
        displayed=0,
        decreed=0,
        without_standard=(),
        unfinished=(),
    )
    text = words(print_evidence(empty, Letterhead()))
    assert "Belum ada layanan yang didaftarkan." in text
    assert "%" not in text
