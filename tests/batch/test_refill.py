"""What was filled in once, in whatever format, is in the newest form with nothing retyped."""

from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.refill import refill
from sopbatch.model import SopbatchError
from sopbatch.reading import read_grid, read_submission
from sopbatch.writing.templates import sop_values
from tests.builders import received
from tests.sample_batch.register import REGISTER
from tests.samples import sample_sops
from tests.written import write_sop_template

DAY = date(2026, 11, 22)
INPUT = Path("input")
SENT = (
    "Biro Organisasi/AKIP/koordinasi evaluasi.xls",
    "Biro Organisasi/Ketatalaksanaan/pakaian dinas.ods",
    "Biro Organisasi/Ketatalaksanaan/peta proses bisnis 60 langkah.xlsx",
    "kiriman lain/SOP fix revisi final (2).xlsx",
)
"""Two formats that cannot be marked, the longest SOP, one that is not in our form."""


def said(path: Path):
    """All that a workbook says, as the form would be filled in with it."""
    return sop_values(
        read_submission(read_grid(path.read_bytes()), received(), REGISTER.settings).sop
    )


def a_form(path: Path, number: int = 0) -> Path:
    path.write_bytes(write_sop_template(sop_values(sample_sops()[number])))
    return path


@pytest.mark.few(1)
@pytest.mark.parametrize("name", SENT)
def test_a_filled_workbook_of_any_format_is_carried_over_whole(name, tmp_path):
    (written,) = refill(INPUT / name, tmp_path, None, DAY).written
    assert written.suffix == ".xlsx"
    assert said(written) == said(INPUT / name)


@pytest.mark.long
def test_with_the_register_the_form_offers_what_its_agency_may_choose(tmp_path):
    old = a_form(tmp_path / "lama.xlsx")
    (plain,) = refill(old, tmp_path / "a", None, DAY).written
    (issued,) = refill(old, tmp_path / "b", INPUT / "daftar_induk.xlsx", DAY).written
    before, after = said(plain), said(issued)
    assert {place: after[place] for place in before} == before
    assert {place.key for place in after} - {place.key for place in before} == {"unit_code"}


@pytest.mark.long
def test_what_stands_beside_the_fields_is_told(tmp_path):
    from openpyxl import load_workbook

    old = a_form(tmp_path / "lama.xlsx")
    book = load_workbook(old)
    book.create_sheet("Catatan")["A1"] = "Tambahan dari kepala bagian"
    book.save(old)
    (note,) = refill(old, tmp_path, None, DAY).notes
    assert "Catatan" in note


@pytest.mark.long
def test_a_form_that_somebody_changed_is_never_replaced(tmp_path):
    old = a_form(tmp_path / "lama.xlsx")
    (first,) = refill(old, tmp_path, None, DAY).written
    again = refill(old, tmp_path, None, DAY)
    assert (again.written, again.kept) == ((), ())
    first.write_bytes(b"changed")
    assert refill(old, tmp_path, None, DAY).kept == (first,)
    assert first.read_bytes() == b"changed"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("daftar_induk.xlsx", "bukan formulir SOP"),
        ("kiriman lain/SOP hasil pindai.xlsx", "PDF"),
        ("kiriman lain/terkunci.xls", "kata sandi"),
        ("tidak ada.xlsx", "tidak ditemukan"),
    ],
)
def test_what_holds_no_sop_is_refused_with_the_reason(name, told, tmp_path):
    with pytest.raises(SopbatchError, match=told):
        refill(INPUT / name, tmp_path, None, DAY)
    assert not any(tmp_path.iterdir())
