"""Officers are told what they have mended since the version they sent before."""

from dataclasses import replace
from datetime import date
from io import BytesIO

import pytest
from pypdf import PdfReader

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.products.mended import progress_since
from sopbatch.ledger import RunRecord, SopRecord, read_earlier, write_run
from sopbatch.model import CellRef, Earlier, Progress, Severity, ToldBefore
from tests.batch.runs import OFFICE, register_workbook
from tests.builders import finding, findings, review
from tests.sample_batch.making import filled, planned, step
from tests.writing.returned.books import opened

DAY = date(2026, 10, 2)


def told(found):
    return tuple(
        ToldBefore(one.code, one.severity.code, str(one.cell or ""), one.sentence) for one in found
    )


def at(row, sentence, code="W-05", severity=Severity.WARNING):
    return finding(code, severity, cell=CellRef("Prosedur", row, 3), sentence=sentence)


@pytest.mark.parametrize(
    ("before", "now", "progress"),
    [
        (findings(2, 1), findings(2, 1), (0, 3, 0)),
        (findings(2, 1), (), (3, 0, 0)),
        ((), findings(1), (0, 0, 1)),
        (findings(9), findings(2), (7, 2, 0)),
        ([at(9, "Langkah 1 salah.")], [at(9, "Langkah 1 masih salah.")], (0, 1, 0)),
        ([at(9, "Langkah 1 salah.")], [at(12, "Langkah 4 salah.")], (0, 1, 0)),
        ([at(9, "Langkah 1 salah.")], [at(12, "Waktu kosong.")], (1, 0, 1)),
        ([at(9, "a", severity=Severity.INFO)], [at(9, "b", severity=Severity.INFO)], (0, 0, 0)),
        ([at(9, "a"), at(10, "b")], [replace(at(9, "a"), waived="disepakati")], (1, 0, 0)),
    ],
)
def test_findings_are_known_again_by_cell_or_words(before, now, progress):
    fixed, still, new = progress
    wanted = Progress(fixed, still, new, round=2)
    assert progress_since(Earlier(1, told(before)), review(found=now)) == wanted


def write(folder, as_of, *versions):
    standing = SopRecord("TL-01", "Diajukan", versions[0].received.sha256, versions)
    write_run(
        folder,
        RunRecord(
            as_of=as_of, program="0.1.0", reviews=versions, standings=(standing,), outputs=()
        ),
    )


def test_the_version_before_is_the_last_one_that_came_in_an_earlier_run(tmp_path):
    first, second, third = (
        review(found=findings(count), name=f"{count}.xlsx") for count in (3, 2, 1)
    )
    keys = {version.received.sha256: "TL-01" for version in (first, second, third)}
    write(tmp_path, DAY, first)
    write(tmp_path, date(2026, 10, 3), second, first)
    earlier = read_earlier(tmp_path, keys)
    assert {sha256: (one.versions, len(one.told)) for sha256, one in earlier.items()} == {
        second.received.sha256: (1, 3),
        third.received.sha256: (2, 2),
    }
    write(tmp_path, date(2026, 10, 4), third)
    assert read_earlier(tmp_path, keys) == earlier


def test_versions_of_one_run_do_not_precede_each_other(tmp_path):
    one, two = review(found=findings(1), name="1.xlsx"), review(found=findings(2), name="2.xlsx")
    write(tmp_path, DAY, one, two)
    keys = {version.received.sha256: "TL-01" for version in (one, two)}
    assert read_earlier(tmp_path, keys) == {}


def test_nothing_is_known_without_a_ledger(tmp_path):
    assert read_earlier(tmp_path, {"aa": "TL-01"}) == {}


@pytest.mark.long
def test_what_comes_back_tells_the_round_and_shows_a_preview(tmp_path):
    source, target = tmp_path / "input", tmp_path / "output"
    (source / "Biro").mkdir(parents=True)
    (source / "daftar_induk.xlsx").write_bytes(register_workbook())
    sop = planned("AK-06")
    wrong = {step("nodes", 2, 1): "Mulai", step("duration", 3): "kira-kira 2 jam"}
    back, preview = target / "dikembalikan" / "Biro Organisasi", "a (pratinjau).pdf"
    lists, previews, notes = [], [], []
    for day, mistakes in ((2, wrong), (3, {step("duration", 3): wrong[step("duration", 3)]})):
        (source / "Biro" / "a.xlsx").write_bytes(filled(sop, mistakes)(OFFICE))
        for _ in range(2):
            result = run_batch(
                Order(input=source, output=target, as_of=date(2026, 10, day), workers=1)
            )
        lists.append(opened((back / "a.xlsx").read_bytes())["Perbaikan"])
        previews.append((back / preview).read_bytes() if (back / preview).exists() else b"")
        notes.append(" ".join(result.notes))
    assert ["Putaran" in listed["B1"].value for listed in lists] == [False, True]
    assert lists[1]["B1"].value == "Perbaikan   ·   Putaran 2: 1 dari 2 sudah beres"
    assert [preview in listed["B4"].value for listed in lists] == [True, False]
    assert ["pratinjau" in note for note in notes] == [True, False]
    pdf = PdfReader(BytesIO(previews[0]))
    assert all("PRATINJAU" in page.extract_text() for page in pdf.pages)
    assert not pdf.attachments
    assert previews[1] == b""
