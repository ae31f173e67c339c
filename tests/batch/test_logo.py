"""The logo named in the register stands on the documents and is no file to be judged."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.rebuild import rebuild_report
from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import OFFICE
from tests.sample_batch.emblem import emblem
from tests.sample_batch.making import filled, sample
from tests.sample_batch.register import REGISTER
from tests.writing.documents.prints import reader
from tests.writing.report.reports import books_at

DAY = date(2026, 10, 2)
NAMED = replace(REGISTER, settings=replace(REGISTER.settings, logo="lambang.png"))


def bring(folder: Path, logo: bytes | None, *, below: str = ".") -> Path:
    (folder / below).mkdir(parents=True)
    (folder / below / "daftar_induk.xlsx").write_bytes(write_register_template(NAMED))
    if logo is not None:
        (folder / below / "lambang.png").write_bytes(logo)
    (folder / "a.xlsx").write_bytes(filled(sample("KL-01"))(OFFICE))
    return folder


def run(source: Path, target: Path, register: Path | None = None):
    return run_batch(Order(input=source, output=target, as_of=DAY, register=register, workers=1))


def pictures(target: Path) -> int:
    (document,) = target.glob("dokumen/*/*KL-01*.pdf")
    return len(reader(document.read_bytes()).pages[0].images)


@pytest.mark.long
@pytest.mark.parametrize("below", [".", "Biro Organisasi/induk"])
def test_the_logo_lies_beside_the_register_in_the_input(tmp_path, below):
    result = run(bring(tmp_path / "in", emblem(), below=below), tmp_path / "out")
    assert (len(result.reviews), result.exit_code) == (1, 0)
    assert not [note for note in result.notes if "Logo" in note]
    assert pictures(tmp_path / "out") == 1
    sheet = books_at(result.report)["Berkas Diterima"]
    fates = [(row[1], row[3]) for row in sheet.iter_rows(values_only=True)]
    assert (f"{below}/lambang.png".removeprefix("./"), "Dilewati") in fates
    checks = books_at(result.report)["Rekonsiliasi"]
    assert "Tidak cocok" not in str(list(checks.iter_rows(values_only=True)))
    rebuilt = rebuild_report(tmp_path / "out", "2026-W40", 1)
    assert rebuilt.same


@pytest.mark.long
def test_the_logo_may_lie_beside_a_register_elsewhere(tmp_path):
    bring(tmp_path / "in", emblem())
    (tmp_path / "induk").mkdir()
    for name in ("daftar_induk.xlsx", "lambang.png"):
        shutil.move(tmp_path / "in" / name, tmp_path / "induk" / name)
    run(tmp_path / "in", tmp_path / "out", tmp_path / "induk" / "daftar_induk.xlsx")
    assert pictures(tmp_path / "out") == 1


@pytest.mark.few(1)
@pytest.mark.parametrize(
    ("logo", "told"),
    [
        (None, "Logo “lambang.png” tidak ditemukan di folder daftar induk"),
        (b"bukan gambar", "Logo “lambang.png” bukan gambar PNG atau JPEG"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "Logo “lambang.png” bukan gambar PNG"),
        (emblem()[:2000], "Logo “lambang.png” rusak atau terpotong sehingga tidak dapat dibaca"),
        (emblem() + bytes(10 << 20), "Logo “lambang.png” berukuran 10 MB, melebihi batas 10 MB"),
    ],
)
def test_a_logo_that_is_none_is_told_and_documents_go_without(tmp_path, logo, told):
    result = run(bring(tmp_path / "in", logo), tmp_path / "out")
    (note,) = result.notes
    assert note.startswith(told)
    assert note.endswith("; dokumen ditulis tanpa logo.")
    assert (len(result.reviews), pictures(tmp_path / "out")) == (1, 0)


@pytest.mark.long
def test_the_logo_is_kept_when_the_inbox_is_emptied(tmp_path):
    source, target = bring(tmp_path / "in", emblem()), tmp_path / "out"
    run(source, target)
    for path in source.iterdir():
        path.unlink()
    result = run(source, target)
    assert not [note for note in result.notes if "Logo" in note]
    assert pictures(target) == 1
    (source / "lambang.png").write_bytes(b"bukan gambar")
    (source / "daftar_induk.xlsx").write_bytes(write_register_template(NAMED))
    (note,) = [note for note in run(source, target).notes if "Logo" in note]
    assert "bukan gambar PNG" in note
