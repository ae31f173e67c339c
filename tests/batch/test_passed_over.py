"""Files that are no SOP though nothing is wrong with them: named, not counted, not to be mended."""

import csv
from dataclasses import replace
from pathlib import Path

import pytest

from sopbatch.model import Passed, Place
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import Issue, write_register_template
from tests.batch.runs import AS_OF, OFFICE, register_workbook
from tests.cli.typed import typed, typed_run
from tests.sample_batch.making import filled, planned
from tests.sample_batch.register import REGISTER
from tests.there import there
from tests.written import write_sop_template

pytestmark = pytest.mark.long

LINE = next(line for line in REGISTER.plan if line.code == "AK-06")
UNIT = there(REGISTER.unit(LINE.unit_code))
ISSUE = Issue(UNIT, REGISTER.sections_of(UNIT.code), LINE, REGISTER.units, REGISTER.settings)


@pytest.fixture(scope="module")
def ran(tmp_path_factory):
    """A run whose inbox holds one SOP, then one to which all the others were added."""
    root = tmp_path_factory.mktemp("dilewati")
    inbox, out = root / "in", root / "out"
    inbox.mkdir()
    (inbox / FILE_NAME).write_bytes(register_workbook())
    (inbox / "baik.xlsx").write_bytes(filled(planned("AK-06"))(OFFICE))
    before = typed_run(inbox, out, "--json").facts
    reports = [path for path in sorted((out / "laporan").rglob("*")) if path.is_file()]
    for path in reports:
        (inbox / f"laporan lama {path.name}").write_bytes(path.read_bytes())
    (inbox / "SOP AK-06.xlsx").write_bytes(write_sop_template(issue=ISSUE))
    (inbox / "SOP lainnya.xlsx").write_bytes(write_sop_template(issue=replace(ISSUE, plan=None)))
    (inbox / "templat.xlsx").write_bytes(write_sop_template())
    (inbox / "salinan daftar_induk.xlsx").write_bytes(register_workbook())
    return out, before, typed_run(inbox, out, "--json").facts, [path.name for path in reports]


def files_of(out: Path) -> dict[str, dict[str, str]]:
    """Rows of the report's list of files by name."""
    text = (out / "laporan" / f"data_{AS_OF}" / "berkas.csv").read_text("utf-8-sig")
    return {row["berkas"]: row for row in csv.DictReader(text.splitlines(), delimiter=";")}


def test_they_are_named_with_what_they_are(ran):
    out, _, facts, reports = ran
    told = {one["nama"]: one["sebab"] for one in facts["dilewati"]}
    wanted = {f"laporan lama {name}": Passed.OWN_REPORT for name in reports} | {
        "SOP AK-06.xlsx": Passed.EMPTY_FORM,
        "SOP lainnya.xlsx": Passed.EMPTY_FORM,
        "templat.xlsx": Passed.EMPTY_FORM,
        "salinan daftar_induk.xlsx": Passed.SAME_REGISTER,
    }
    assert told == wanted
    assert {Path(name).suffix for name in reports} == {
        *(".xlsx", ".json", ".csv", ".parquet", ".pdf"),
    }
    rows = files_of(out)
    assert all(rows[name]["nasib"] == "Dilewati" for name in wanted)
    assert all(rows[name]["keterangan"] == reason for name, reason in wanted.items())


def test_they_change_no_figure_and_nobody_is_asked_to_mend_them(ran):
    out, before, facts, _ = ran
    for key in ("berkas", "sop", "temuan", "kode_keluar"):
        assert facts[key] == before[key]
    assert before["kode_keluar"] == 0
    assert not list((out / "dikembalikan").rglob("*.xlsx"))


@pytest.mark.parametrize("place", [Place("title"), Place("activity", 1), Place("equipment", 1)])
def test_a_template_in_which_one_cell_was_typed_is_read(tmp_path, place):
    path = tmp_path / "satu.xlsx"
    path.write_bytes(write_sop_template({place: "Menelaah laporan"}, issue=ISSUE))
    (tmp_path / FILE_NAME).write_bytes(register_workbook())
    ran = typed("check", path, "--daftar-induk", tmp_path / FILE_NAME, "--json")
    assert [one["berkas"] for one in ran.facts["temuan"]] == [path.as_posix()]
    assert ran.facts["dilewati"] == []


def test_another_register_beside_the_one_that_was_named_is_passed_over(tmp_path):
    (tmp_path / "in").mkdir()
    other = replace(REGISTER, plan=REGISTER.plan[:1])
    (tmp_path / "in" / "lampiran.xlsx").write_bytes(write_register_template(other))
    (tmp_path / "in" / "sama.xlsx").write_bytes(register_workbook())
    (tmp_path / FILE_NAME).write_bytes(register_workbook())
    facts = typed_run(
        tmp_path / "in", tmp_path / "out", "--daftar-induk", tmp_path / FILE_NAME, "--json"
    ).facts
    assert {one["nama"]: one["sebab"] for one in facts["dilewati"]} == {
        "lampiran.xlsx": Passed.OTHER_REGISTER,
        "sama.xlsx": Passed.SAME_REGISTER,
    }
    assert facts["berkas"]["dibaca"] == 0
