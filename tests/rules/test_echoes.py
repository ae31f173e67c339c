"""One cause is one finding: what follows from it at the same place is folded under it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import column_letters
from sopbatch.rules.echoes import ECHOES, MENDED, OF_PLACEHOLDERS, WHOLE
from sopbatch.rules.examples import ExampleTable
from tests.casebook import Example
from tests.caseroom import address, reviews_of


@pytest.mark.parametrize(
    ("field", "typed", "codes"),
    [
        ("Identitas!Nama SOP", "SOP Cuti", ["I-08"]),
        ("Identitas!Nama SOP", "diisi nanti", ["I-21"]),
        ("Identitas!Nama SOP", "SOP Fasilitasi Penyusunan SOP AP Perangkat Daerah 2025", ["I-09"]),
        ("Identitas!Nama SOP", "PENYUSUNAN RENJA TAHUN 2025", ["C-03", "I-10"]),
        ("Identitas!Nama SOP", "SOP Fasilitasi Penyusunan SOP AP 2025", ["I-09"]),
        ("Identitas!Nama SOP", "Legalisir Ijazah", ["C-03", "X-14"]),
        ("Identitas!Nama SOP", "Mengelola Ijazzah", ["C-03", "I-11"]),
        ("Identitas!Nama Perangkat Daerah / Unit Kerja", "Biro Organsiasi", ["I-02"]),
        ("Identitas!Disahkan oleh: Jabatan", "Kepala Biro Organsiasi", ["S-07"]),
        ("Identitas!NIP", "diisi nanti", ["S-02"]),
        ("Identitas!Pangkat", "diisi nanti", ["S-06"]),
        ("Identitas!Sifat kegiatan", "diisi nanti", ["I-14"]),
        ("Identitas!Dasar Hukum", "diisi nanti", ["I-21"]),
        ("Identitas!Dasar Hukum 2", "UU 36/2009 ttg Kesehatan", ["L-06", "L-08"]),
        ("Identitas!Dasar Hukum 2", "UU 25/2009 ttg Pelayanan Publik", ["L-05", "L-08"]),
        ("Identitas!Dasar Hukum 2", "UU 25/2029 tentang Pelayanan Publik", ["L-09"]),
        ("Identitas!Tanggal Revisi", "3 Pebruari 2025", ["D-05"]),
        ("Identitas!Disahkan oleh: Jabatan", "Kepala Dinas Kesehatan Jawa Timur", ["S-07"]),
        ("Prosedur!S12", "diisi nanti", ["W-02"]),
        ("Prosedur!S12", "± 1 harii", ["W-02"]),
        ("Prosedur!S12", "0 harii/berkas", ["W-07"]),
        ("Prosedur!C9", "Keputusan", ["G-01"]),
        ("Prosedur!C18", "Mulai", ["G-01"]),
        ("Prosedur!B12", "diisi nanti", ["I-21"]),
        ("Prosedur!B12", "a" * 1001, ["P-23"]),
        ("Prosedur!X12", "diisi nanti", ["G-07"]),
        ("Prosedur!F12", "………", ["P-10"]),
    ],
)
def test_one_cause_is_one_finding(field: str, typed: str, codes: list[str]):
    cell = address(field)
    assert cell
    example = Example("", "bad", typed)
    drawn = ExampleTable(cell.sheet, (column_letters(cell.column),), ((str(cell.row), (typed,)),))
    example.books[0].tables.append(drawn)
    (entry,) = reviews_of(example)
    assert sorted(one.code for one in entry.findings if one.cell == cell) == codes


CELLS = {
    "Identitas!Nama SOP": "Fasilitasi Penyusunan SOP AP Perangkat Daerah",
    "Identitas!Nama Perangkat Daerah / Unit Kerja": "Biro Organisasi",
    "Identitas!Disahkan oleh: Jabatan": "Kepala Biro Organisasi",
    "Identitas!Keterkaitan": "SOP Verifikasi Rancangan SOP AP Perangkat Daerah",
    "Prosedur!S12": "2 hari kerja",
    "Prosedur!C9": "Mulai",
    "Prosedur!C18": "Selesai",
}
"""Cells of the clean workbook."""


@given(
    st.sampled_from(sorted(CELLS)),
    st.integers(0, 60),
    st.sampled_from(("{before}{after}", "{before}{letter}{letter}{after}", "{before}q{after}")),
)
def test_one_slip_of_the_key_is_one_finding_at_its_cell(field: str, place: int, slip: str):
    right, cell = CELLS[field], address(field)
    place %= len(right)
    if not cell or not right[place].isalpha():
        return
    typed = slip.format(before=right[:place], letter=right[place], after=right[place + 1 :])
    example = Example("", "bad", typed)
    drawn = ExampleTable(cell.sheet, (column_letters(cell.column),), ((str(cell.row), (typed,)),))
    example.books[0].tables.append(drawn)
    (entry,) = reviews_of(example)
    assert len([one for one in entry.findings if one.cell == cell]) <= 1


def test_every_echo_is_a_rule():
    known = {rule.code for rule in ALL_RULES}
    for folded in (ECHOES, MENDED):
        assert {*folded, *frozenset().union(*folded.values())} <= known
    assert known >= OF_PLACEHOLDERS | WHOLE
