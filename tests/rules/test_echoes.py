"""One cause is one finding: what follows from it at the same place is folded under it."""

import pytest

from sopbatch.batch.family.catalogue import ALL_RULES
from sopbatch.model import column_letters
from sopbatch.rules.echoes import ECHOES, OF_PLACEHOLDERS
from sopbatch.rules.examples import ExampleTable
from tests.casebook import Example
from tests.caseroom import address, reviews_of


@pytest.mark.parametrize(
    ("field", "typed", "codes"),
    [
        ("Identitas!Nama SOP", "SOP Cuti", ["I-08"]),
        ("Identitas!Nama SOP", "diisi nanti", ["I-21"]),
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


def test_every_echo_is_a_rule():
    known = {rule.code for rule in ALL_RULES}
    assert {*ECHOES, *OF_PLACEHOLDERS, *frozenset().union(*ECHOES.values())} <= known
