"""Names of document files."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import Sop, SopNumber
from sopbatch.writing.documents import document_name
from tests.samples import sample_sops


@pytest.mark.parametrize(
    ("unit", "number", "title", "expected"),
    [
        ("ORG", "065/SOP-1/ORG/2025", "Surat Masuk", "ORG_065-SOP-1-ORG-2025_Surat-Masuk.pdf"),
        ("4.01.03", "", "Surat Masuk", "4-01-03_Surat-Masuk.pdf"),
        ("", "", "", "SOP.pdf"),
        ("con", "", "", "SOP_con.pdf"),
        ("", "", "LPT1", "SOP_LPT1.pdf"),
        ("", "../../etc", "C:\\x\\..\\NUL", "etc_C-x-NUL.pdf"),
        ("Bïro Ørg", "1\u202e/gpj", "a\nb\x00c", "Biro-rg_1-gpj_a-b-c.pdf"),
        ("", "", "Penyusunan Laporan Kinerja Pemerintah Provinsi Kalimantan Timur", None),
    ],
)
def test_a_name_is_made_of_unit_number_and_title(
    unit: str, number: str, title: str, expected: str | None
) -> None:
    sop = Sop(unit_code=unit, number=SopNumber(raw=number, norm=number.upper()), title=title)
    expected = expected or "Penyusunan-Laporan-Kinerja-Pemerintah.pdf"
    assert document_name(sop) == expected.replace("gpj", "GPJ").replace("etc", "ETC")


@given(st.text(), st.text(), st.text())
def test_any_name_is_safe_on_windows(unit: str, number: str, title: str) -> None:
    name = document_name(Sop(unit_name=unit, number=SopNumber(raw=number), title=title))
    assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*\.pdf", name)
    assert len(name) <= 120
    assert not re.fullmatch(r"(con|prn|aux|nul|com\d|lpt\d)\.pdf", name, re.IGNORECASE)


def test_the_samples_have_names_of_their_own() -> None:
    assert len({document_name(sop) for sop in sample_sops()}) == len(sample_sops())
