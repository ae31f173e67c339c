"""What would do harm is refused with one sentence, or passed over by name; nothing is counted."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from sopbatch.model import Passed, PlanLine
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import draft_workbook, good_workbook, register_workbook
from tests.cli.typed import typed, typed_run
from tests.sample_batch.register import REGISTER


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An inbox and its output after a run, with a backup."""
    place = tmp_path_factory.mktemp("provinsi")
    (place / "masuk").mkdir()
    (place / "masuk" / FILE_NAME).write_bytes(register_workbook())
    (place / "masuk" / "baik.xlsx").write_bytes(good_workbook())
    assert typed_run(place / "masuk", place / "keluar").code == 0
    typed("backup", place / "keluar", "--ke", place / "cadangan")
    return place


@pytest.fixture
def place(done: Path, tmp_path: Path) -> Path:
    return shutil.copytree(done, tmp_path / "provinsi")


def other_plan(folder: Path) -> None:
    plan = (
        PlanLine(
            code="X-01", unit_code=REGISTER.units[0].code, section="", title="Judul daerah lain"
        ),
    )
    content = write_register_template(replace(REGISTER, plan=plan, decisions=()))
    (folder / "masuk" / FILE_NAME).write_bytes(content)


def second_register(folder: Path) -> None:
    content = write_register_template(replace(REGISTER, plan=REGISTER.plan[:5], decisions=()))
    (folder / "masuk" / "daftar induk lama.xlsx").write_bytes(content)


def nothing(folder: Path) -> None:
    """As it is."""


REFUSED = (
    (nothing, ("keluar", "masuk"), "mungkin keduanya tertukar"),
    (nothing, ("masuk", "masuk"), "tidak boleh sama atau saling memuat"),
    (nothing, ("masuk", "masuk/hasil"), "tidak boleh sama atau saling memuat"),
    (nothing, ("keluar", "hasil"), "adalah folder hasil"),
    (nothing, ("keluar/arsip", "hasil"), "berada di dalam folder hasil"),
    (nothing, ("keluar/dokumen", "hasil"), "berada di dalam folder hasil"),
    (other_plan, ("masuk", "keluar"), "memuat riwayat daftar induk lain"),
    (second_register, ("masuk", "keluar"), "Ada lebih dari satu daftar induk"),
)


@pytest.mark.parametrize(("change", "folders", "told"), REFUSED)
def test_it_is_refused_in_one_sentence(change, folders: tuple[str, str], told: str, place: Path):
    change(place)
    before = sorted(path for path in place.rglob("*") if path.is_file())
    assert told in typed_run(place / folders[0], place / folders[1]).mistake
    after = (path for path in place.rglob("*") if path.is_file())
    new = [path for path in after if path not in before and "arsip" not in path.parts]
    assert [path.name for path in new if path.name != ".sopbatch.lock"] == []


@pytest.mark.long
def test_own_outputs_in_the_inbox_are_known_for_what_they_are(place: Path):
    inbox = place / "masuk"
    shutil.copytree(place / "keluar" / "laporan", inbox / "laporan lama")
    shutil.copytree(place / "keluar" / "dokumen", inbox / "dokumen lama")
    backup = next((place / "cadangan").iterdir())
    shutil.copyfile(backup, inbox / backup.name)
    typed("template", "--ke", inbox / "formulir")
    ran = typed_run(inbox, place / "baru", "--json")
    assert ran.code == 0
    assert ran.facts["berkas"]["dibaca"] == 2
    told = {one["nama"]: one["sebab"] for one in ran.facts["dilewati"]}
    assert told[backup.name] == Passed.OWN_BACKUP
    documents = [why for name, why in told.items() if name.startswith("dokumen lama/")]
    assert set(documents) == {Passed.OWN_DOCUMENT}
    assert len(documents) == 2
    assert told["formulir/Template_Daftar_Induk.xlsx"] == Passed.EMPTY_REGISTER
    assert told["formulir/Template_SOP.xlsx"] == Passed.EMPTY_FORM


@pytest.mark.long
def test_an_older_register_is_told(place: Path):
    newer = write_register_template(replace(REGISTER, plan=REGISTER.plan[:40], decisions=()))
    older = (place / "masuk" / FILE_NAME).read_bytes()
    (place / "masuk" / FILE_NAME).write_bytes(newer)
    (place / "masuk" / "draf.xlsx").write_bytes(draft_workbook())
    words = ("--per-tanggal", "2026-11-29")
    first = typed("run", place / "masuk", place / "keluar", *words, "--json")
    assert not any("terakhir dipakai" in note for note in first.facts["catatan"])
    (place / "masuk" / FILE_NAME).write_bytes(older)
    second = typed("run", place / "masuk", place / "keluar", *words, "--json")
    (note,) = (note for note in second.facts["catatan"] if "terakhir dipakai" in note)
    assert "laporan 22 November 2026" in note
    assert f'sopbatch register --minggu 2026-W48 --keluaran "{place / "keluar"}"' in note
