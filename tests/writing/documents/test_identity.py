"""Bagian Identitas: what stands where, and how it goes on when there is too much of it."""

from dataclasses import replace
from itertools import chain

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pypdf.generic import ContentStream

from sopbatch.model import PAPERS, LegalCitation, Settings, Sop
from sopbatch.writing.documents import identity_pages
from sopbatch.writing.documents.identity import HEADINGS, IdentityPage, lay_out_identity
from sopbatch.writing.documents.identity_head import VALUE_SIZE
from sopbatch.writing.documents.measures import leading
from sopbatch.writing.palette import FRAME_INK, HEAD_INK
from sopbatch.writing.pdf.canvas import ink
from tests.samples import sample_sops
from tests.writing.documents.prints import SOP, printed, reader, write

F4 = PAPERS["F4"]
LONG = tuple(
    f"Undang-Undang Nomor {n} Tahun 2014 tentang {'Pemerintahan Daerah ' * 6}" for n in range(40)
)


def pages_of(sop: Sop, name: str = "F4") -> tuple[IdentityPage, ...]:
    return lay_out_identity(sop, Settings(), PAPERS[name])


def lines_of(pages: tuple[IdentityPage, ...], heading: str) -> list[str]:
    panels = chain.from_iterable((b.left, b.right) for page in pages for b in page.bands)
    wanted = (p for p in panels if p.heading.removesuffix(" (lanjutan)") == heading)
    return [line for panel in wanted for item in panel.items for line in item.lines]


@pytest.mark.parametrize("sop", sample_sops(), ids=lambda sop: sop.plan_code)
@pytest.mark.parametrize("name", PAPERS)
def test_every_sample_fits_one_page_that_it_fills(sop: Sop, name: str) -> None:
    (page,) = pages_of(sop, name)
    assert page.text_size == 9.0
    paper = PAPERS[name]
    assert page.height == pytest.approx(paper.height - 2 * paper.margin)


@pytest.mark.parametrize(
    ("warnings", "numbers"),
    [
        (("Jika terlambat:", "Data tidak dimuat", "Laporan keliru"), [0, 1, 2]),
        (("Jika terlambat :", "1. Data tidak dimuat", "2. Laporan keliru"), [0, 1, 2]),
        (("Data tidak dimuat", "Laporan keliru:"), [1, 2]),
    ],
)
def test_a_line_that_leads_in_to_a_list_has_no_number(
    warnings: tuple[str, ...], numbers: list[int]
) -> None:
    (page,) = pages_of(replace(SOP, warnings=warnings))
    panels = chain.from_iterable((band.left, band.right) for band in page.bands)
    (panel,) = (panel for panel in panels if panel.heading == "Peringatan")
    assert [item.number for item in panel.items] == numbers
    assert not any(item.lines[0].startswith("1.") for item in panel.items)


def test_more_text_gets_smaller_letters_before_a_second_page() -> None:
    sizes = [
        [page.text_size for page in pages_of(replace(SOP, qualifications=LONG[:count]))]
        for count in (3, 9, 10, 11, 40)
    ]
    assert sizes[0] == [9.0]
    assert sizes[-1][0] == 7.5
    assert len(sizes[-1]) > 1
    assert any(len(size) == 1 and size[0] < 9.0 for size in sizes)


def test_an_overfull_identity_goes_on_under_the_same_headings_with_nothing_lost() -> None:
    sop = replace(
        SOP, legal_basis=tuple(LegalCitation(raw=text) for text in LONG), equipment=LONG[:20]
    )
    pages = pages_of(sop)
    assert len(pages) > 1
    assert [band.left.heading for band in pages[0].bands] == [pair[0] for pair in HEADINGS]
    assert pages[1].bands[0].left.heading == "Dasar Hukum (lanjutan)"
    told = " ".join(lines_of(pages, "Dasar Hukum"))
    assert told.split() == " ".join(LONG).split()
    text = "".join(page.extract_text() for page in reader(write(sop, charts=())).pages)
    words = text.split()
    assert words.count("2014") == 60
    for number in range(1, 41):
        assert f"{number}." in words


def test_the_printed_document_has_the_pages_that_were_announced() -> None:
    sop = replace(SOP, legal_basis=tuple(LegalCitation(raw=text) for text in LONG), warnings=LONG)
    count = identity_pages(sop, Settings(), F4)
    pdf = write(sop, charts=())
    assert len(reader(pdf).pages) == count > 1
    assert "Bagian Identitas (lanjutan)" in printed(pdf, 2)
    assert f"Halaman {count} dari {count}" in printed(pdf, count)


@settings(max_examples=25, deadline=None)
@given(st.lists(st.integers(0, 3000), min_size=6, max_size=6), st.sampled_from(sorted(PAPERS)))
def test_any_amount_of_text_is_kept_and_no_page_overflows(words: list[int], name: str) -> None:
    texts = [tuple(f"k{i}" for i in range(count // 10)) for count in words]
    legal, relations, warnings, qualifications, equipment, records = texts
    sop = replace(
        SOP,
        legal_basis=tuple(LegalCitation(raw=text) for text in legal),
        relations=relations,
        warnings=warnings,
        qualifications=qualifications,
        equipment=equipment,
        records=records,
    )
    pages = pages_of(sop, name)
    paper = PAPERS[name]
    assert all(page.height <= paper.height - 2 * paper.margin for page in pages)
    for heading, given_texts in zip(
        chain.from_iterable(zip(*HEADINGS, strict=True)), texts, strict=True
    ):
        assert lines_of(pages, heading) == (list(given_texts) or ["-"])


@pytest.mark.parametrize(
    ("typed", "numbers", "lines"),
    [
        (("Komputer",), [0], ["Komputer"]),
        (("Komputer", "Printer"), [1, 2], ["Komputer", "Printer"]),
        (("1. Komputer", "2. Printer"), [1, 2], ["Komputer", "Printer"]),
        (("a) Komputer", "b) Printer"), [1, 2], ["Komputer", "Printer"]),
        (("1. Komputer", "Printer"), [1, 2], ["1. Komputer", "Printer"]),
        (("", "  ", "Komputer"), [0], ["Komputer"]),
        ((), [0], ["-"]),
    ],
)
def test_lists_are_numbered_once(
    typed: tuple[str, ...], numbers: list[int], lines: list[str]
) -> None:
    (page,) = pages_of(replace(SOP, equipment=typed))
    panel = page.bands[1].right
    assert [item.number for item in panel.items] == numbers
    assert [line for item in panel.items for line in item.lines] == lines


def test_the_settings_name_the_government_when_the_workbook_does_not() -> None:
    given_settings = Settings(government="Pemerintah Provinsi Kalimantan Utara")
    pdf = write(replace(SOP, government=""), charts=(), settings=given_settings)
    assert "PEMERINTAH PROVINSI KALIMANTAN UTARA" in printed(pdf)


@pytest.mark.parametrize(
    "sop", [SOP, replace(SOP, legal_basis=tuple(LegalCitation(raw=text) for text in LONG))]
)
def test_no_rule_is_painted_over_by_a_heading_s_ground(sop: Sop) -> None:
    for page in reader(write(sop, charts=())).pages:
        content = page.get_contents()
        assert content is not None
        grounds = [at for at, step in enumerate(_fills(content)) if step == ink(HEAD_INK)]
        rules = [at for at, step in enumerate(_fills(content)) if step == ink(FRAME_INK)]
        assert max(grounds) < min(rules)


def _fills(content: ContentStream) -> list[str]:
    """Colours that areas get, in the order in which they are painted."""
    colour, found = "", []
    for operands, operator in content.operations:
        if operator == b"rg":
            colour = " ".join(f"{float(value):g}" for value in operands)
        elif operator == b"f":
            found.append(colour)
    return found


def test_a_head_with_long_names_grows_and_keeps_room_for_the_signature() -> None:
    long = replace(
        SOP,
        title="Penyusunan Laporan Kinerja " * 10,
        unit_name="Dinas Perumahan, Permukiman dan Pertanahan " * 4,
        signatory_position="Plt. Kepala Dinas Perumahan dan Permukiman " * 4,
        signatory_name="Dr. Ir. Nama Yang Sangat Panjang, S.T., M.T. " * 4,
    )
    (usual,), (page,) = pages_of(SOP), pages_of(long)
    assert page.head is not None
    assert usual.head is not None
    assert page.head.height > usual.head.height
    block = page.head.approval
    texts = sum(map(len, (block.position, block.name, block.rank, block.nip)))
    assert block.height >= texts * leading(VALUE_SIZE) + 18.0
