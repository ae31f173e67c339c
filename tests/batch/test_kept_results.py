"""What reading gave is kept for the next run, and a kept result is never another one."""

import shutil
import zipfile
import zlib
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from sopbatch.batch.assessing import kept_readings
from sopbatch.batch.assessing.reviews import ReadAll, read_all
from sopbatch.batch.family.member import Member
from sopbatch.batch.family.members import MEMBERS
from sopbatch.batch.order import Order
from sopbatch.batch.output.tree import ARCHIVE, RESULTS
from sopbatch.batch.workshop.kept_reading import DIGEST, HEAD, Kept, kept_of, to_keep
from sopbatch.intake import receive
from sopbatch.schema.register import FILE_NAME
from sopbatch.workers import pickled, unpickled
from sopbatch.writing.templates import write_register_template
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.kept_weeks import CONTENTS, DAY, REGISTERS, WITHOUT_CODE, laid_out, weeks
from tests.sample_batch.register import REGISTER
from tests.there import there


def received(inbox: Path, output: Path) -> tuple[Any, ...]:
    return receive(inbox, output / ARCHIVE, lambda _: DAY).received


def read(inbox: Path, output: Path, as_of: date, *, keeps: bool) -> ReadAll:
    output.mkdir(exist_ok=True)
    order = Order(input=inbox, output=output, as_of=as_of, workers=1, keeps_results=keeps)
    return read_all(order, received(inbox, output))


@pytest.fixture
def inbox(small_batch: Path, tmp_path: Path) -> Path:
    shutil.copytree(small_batch, tmp_path / "masuk")
    return tmp_path / "masuk"


@pytest.fixture
def output(tmp_path: Path) -> Path:
    return tmp_path / "keluar"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Names of the files for which no kept answer served."""
    names: list[str] = []
    keep = kept_readings.KeptReadings.keep

    def watched(self: kept_readings.KeptReadings, task: Any, answer: Any) -> Any:
        names.append(task.received.name)
        return keep(self, task, answer)

    monkeypatch.setattr(kept_readings.KeptReadings, "keep", watched)
    return names


def test_nothing_changed_reads_only_what_is_no_sop(inbox: Path, output: Path, opened: list[str]):
    first = read(inbox, output, DAY, keeps=True)
    week = timedelta(days=7)
    for day in (DAY, DAY + week):
        opened.clear()
        assert read(inbox, output, day, keeps=True) == first
        assert sorted(opened) == ["lain/bukan formulir.xlsx", "lain/pindaian.xlsx"]


def test_results_that_nobody_used_again_are_not_kept(inbox: Path, output: Path):
    read(inbox, output, DAY, keeps=True)
    (inbox / "Biro" / "baik.xlsx").unlink()
    read(inbox, output, DAY, keeps=True)
    with zipfile.ZipFile(output / RESULTS) as kept:
        assert len(kept.namelist()) == 2


def test_the_same_results_are_not_written_again(inbox: Path, output: Path):
    read(inbox, output, DAY, keeps=True)
    before = (output / RESULTS).stat().st_ino
    read(inbox, output, DAY, keeps=True)
    assert (output / RESULTS).stat().st_ino == before


@pytest.mark.few(1)
@pytest.mark.parametrize(
    "spoil",
    [
        lambda data: b"",
        lambda data: data[: len(data) // 2],
        lambda data: data[:200] + bytes(100) + data[300:],
        lambda data: b"PK\x05\x06" + bytes(18),
    ],
    ids=["empty", "cut", "damaged", "no entries"],
)
def test_damaged_results_are_made_again(inbox: Path, output: Path, spoil: Any):
    first = read(inbox, output, DAY, keeps=True)
    place = output / RESULTS
    place.write_bytes(spoil(place.read_bytes()))
    assert read(inbox, output, DAY, keeps=True) == first


class Deed:
    """What a pickle of somebody else would do."""

    def __reduce__(self) -> tuple[Any, ...]:
        return exec, ("raise SystemExit",)


def test_bytes_from_a_disk_name_no_other_class(inbox: Path, output: Path):
    with pytest.raises(Exception, match="is not expected"):
        unpickled(pickled(Deed()), "sopbatch.model")
    first = read(inbox, output, DAY, keeps=True)
    with zipfile.ZipFile(output / RESULTS) as kept:
        entries = {name: kept.read(name) for name in kept.namelist()}
    with zipfile.ZipFile(output / RESULTS, "w") as kept:
        for name, data in entries.items():
            kept.writestr(name, data[:HEAD] + zlib_of(Deed()))
    assert read(inbox, output, DAY, keeps=True) == first


def zlib_of(value: object) -> bytes:
    return zlib.compress(pickled(value))


def test_a_result_comes_back_as_it_was(inbox: Path, output: Path):
    for review in read(inbox, output, DAY, keeps=False).reviews:
        if review.submission is not None:
            elsewhere = replace(review.received, path=Path("lain"), from_archive=True)
            data = to_keep(Kept(review, None), "0" * DIGEST, DAY)
            back = kept_of(data, elsewhere)
            assert back is not None
            assert back.review.received == elsewhere
            assert back.reading == replace(review.submission, received=elsewhere)
            assert back.review.findings == review.findings


@pytest.mark.long
@settings(
    max_examples=6,
    deadline=None,
    phases=[Phase.generate],
    suppress_health_check=list(HealthCheck),
)
@given(weeks())
def test_a_kept_result_is_what_a_fresh_run_finds(
    tmp_path_factory: pytest.TempPathFactory, weeks: list[tuple[str, int, dict[str, str]]]
):
    made = {name: make() for name, make in CONTENTS.items()}
    root = tmp_path_factory.mktemp("minggu")
    for number, (register, days, files) in enumerate(weeks):
        inbox = root / f"masuk {number}"
        for name, data in laid_out(register, files, made):
            (inbox / name).parent.mkdir(parents=True, exist_ok=True)
            (inbox / name).write_bytes(data)
        day = DAY + timedelta(days=days)
        fresh = read(inbox, root / f"sendiri {number}", day, keeps=False)
        kept = read(inbox, root / "keluar", day, keeps=True)
        assert everywhere(kept, root / "keluar") == everywhere(fresh, root / f"sendiri {number}")


@pytest.mark.few(1)
@pytest.mark.parametrize("member", MEMBERS, ids=lambda member: member.kind.code)
def test_a_form_of_every_kind_is_kept_whole(tmp_path: Path, opened: list[str], member: Member):
    inbox, output = tmp_path / "masuk", tmp_path / "keluar"
    inbox.mkdir()
    (inbox / FILE_NAME).write_bytes(write_register_template(REGISTER))
    (inbox / "formulir.xlsx").write_bytes(write_kind(member.kind, member.example()))
    first = read(inbox, output, DAY, keeps=True)
    assert [there(review.form).kind for review in first.reviews] == [member.kind.code]
    opened.clear()
    assert read(inbox, output, DAY, keeps=True) == first
    assert opened == []
    # Another year may judge again, and keeps that in the place of the other.
    later = DAY + timedelta(days=400)
    with zipfile.ZipFile(output / RESULTS) as kept:
        names = kept.namelist()
    again = everywhere(read(inbox, output, later, keeps=True), output)
    alone = tmp_path / "sendiri"
    assert again == everywhere(read(inbox, alone, later, keeps=False), alone)
    with zipfile.ZipFile(output / RESULTS) as kept:
        assert kept.namelist() == names


@pytest.mark.long
def test_whose_a_form_is_follows_the_register(tmp_path: Path):
    inbox, output = tmp_path / "masuk", tmp_path / "keluar"
    inbox.mkdir()
    (inbox / "lama.xlsx").write_bytes(WITHOUT_CODE.read_bytes())
    codes = []
    for names in ("as before", "agencies are called otherwise", "as before"):
        (inbox / FILE_NAME).write_bytes(write_register_template(REGISTERS[names]))
        (review,) = read(inbox, output, DAY, keeps=True).reviews
        codes.append(there(there(review.form).record).unit_code)
    assert codes[0] == codes[2] != ""
    assert codes[1] == ""


def everywhere(read: ReadAll, output: Path) -> str:
    """All that was read, with the same word for the folder it was kept in."""
    return repr(read).replace(str(output), "KELUAR")
