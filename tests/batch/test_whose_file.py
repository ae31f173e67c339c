"""Whose file it is, through a whole run: copied forms, titles planned twice, corrections."""

import csv
from dataclasses import replace

import pytest

from sopbatch.model import Place
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import AS_OF, OFFICE
from tests.cli.typed import typed_run
from tests.reading.crafting import xlsx
from tests.sample_batch.making import filled, planned, step
from tests.sample_batch.register import REGISTER

pytestmark = pytest.mark.long

FIRST, SECOND = (line for line in REGISTER.plan if line.code in ("AK-06", "AK-07"))
TWICE = replace(SECOND, code="AK-99", title=f"SOP {planned('PA-12').title}.", section="")


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """AK-06; a copy of it written for AK-07; a faulty PA-12 with its correction, planned twice."""
    root = tmp_path_factory.mktemp("milik")
    (root / "in").mkdir()
    register = replace(REGISTER, plan=(*REGISTER.plan, TWICE))
    sop = planned("AK-06")
    good, wrong = planned("PA-12"), {step("nodes", 2, 1): "Mulai"}
    files = {
        "daftar_induk.xlsx": write_register_template(register),
        "AK-06.xlsx": filled(sop)(OFFICE),
        "AK-07 dari AK-06.xlsx": filled(sop, {Place("title"): SECOND.title.upper()})(OFFICE),
        "cuti.xlsx": filled(good, wrong)(OFFICE),
        "cuti (perbaikan).xlsx": filled(good)(OFFICE),
        "cuti salinan.xlsx": filled(good)(OFFICE),
        "lain.xlsx": xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'),
    }
    for name, data in files.items():
        (root / "in" / name).write_bytes(data)
    return root / "out", typed_run(root / "in", root / "out", "--json").facts


def table(ran, name, key):
    """Rows of the report's data by one of their columns."""
    text = (ran[0] / "laporan" / f"data_{AS_OF}" / f"{name}.csv").read_text("utf-8-sig")
    return {row[key]: row for row in csv.DictReader(text.splitlines(), delimiter=";")}


def test_the_copy_counts_for_the_title_it_bears(ran):
    lines = table(ran, "daftar_sop", "kode")
    assert lines["AK-06"]["berkas"] == "AK-06.xlsx"
    assert lines["AK-07"]["berkas"] == "AK-07 dari AK-06.xlsx"


def test_officer_and_operator_are_told_of_the_copy(ran):
    told = {one["berkas"]: one["temuan"] for one in ran[1]["temuan"]}
    (found,) = (one for one in told["AK-07 dari AK-06.xlsx"] if one["kode"] == "C-14")
    assert found["tingkat"] == "peringatan"
    assert "AK-06" in found["uraian"]
    assert "nomor" in found["saran"]
    assert all(one["kode"] != "C-14" for one in told["AK-06.xlsx"])
    assert (ran[0] / "dikembalikan" / "Biro Organisasi" / "AK-07 dari AK-06.xlsx").is_file()
    assert any("“AK-07 dari AK-06.xlsx”" in note for note in ran[1]["catatan"])


def test_a_title_planned_twice_meets_a_line_and_the_operator_is_told(ran):
    assert table(ran, "daftar_sop", "kode")["PA-12"]["berkas"] == "cuti (perbaikan).xlsx"
    assert all(one["kode"] != "C-03" for file in ran[1]["temuan"] for one in file["temuan"])
    assert any("(PA-12, AK-99)" in note for note in ran[1]["catatan"])


def test_the_replaced_file_is_not_returned_and_the_list_says_by_what(ran):
    files = table(ran, "berkas", "berkas")
    assert files["cuti.xlsx"]["nasib"] == "Versi lama"
    by = files["cuti (perbaikan).xlsx"]
    assert f"“cuti (perbaikan).xlsx” ({by['sha256'][:16]}" in files["cuti.xlsx"]["keterangan"]
    assert not (ran[0] / "dikembalikan" / "Biro Organisasi" / "cuti.xlsx").exists()


def test_a_copy_of_the_same_bytes_stands_in_the_list(ran):
    copy = table(ran, "berkas", "berkas")["cuti salinan.xlsx"]
    assert copy["nasib"] == "Salinan sama"
    assert "cuti (perbaikan).xlsx" in copy["keterangan"]
