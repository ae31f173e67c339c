"""Workbooks of other kinds in a run: counted once, never lost, marked, told and remembered."""

import shutil
import sqlite3
from contextlib import closing
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.family.members import MEMBERS
from sopbatch.batch.family.monitoring import MEMBER as MONITORING
from sopbatch.batch.order import Order
from sopbatch.matching.forms import replaced_forms, standings_of
from sopbatch.model import (
    CellValue,
    Finding,
    Format,
    FormReading,
    Place,
    Received,
    Review,
    Severity,
)
from sopbatch.model.monitoring import Monitoring
from sopbatch.writing.templates.kinds import write_kind
from tests.batch.days import DAY

Typed = dict[Place, CellValue]


def workbook(**typed: CellValue) -> bytes:
    """The filled example of monitoring with some fields typed otherwise."""
    changed = {Place(key): value for key, value in typed.items()}
    return write_kind(MONITORING.kind, {**MONITORING.example(), **changed})


def faulty(**typed: CellValue) -> bytes:
    return write_kind(
        MONITORING.kind,
        {**MONITORING.example(), **{Place(k): v for k, v in typed.items()}, Place("action", 2): ""},
    )


def ledger(folder: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(folder / "sopbatch.sqlite")) as connection:
        return connection.execute(query).fetchall()


def files_below(folder: Path) -> dict[str, bytes]:
    return {str(path.relative_to(folder)): path.read_bytes()
            for path in sorted(folder.rglob("*")) if path.is_file()}  # fmt: skip


@pytest.mark.few(1)
@pytest.mark.parametrize("member", MEMBERS, ids=lambda one: one.kind.code)
def test_the_example_of_a_kind_is_taken_without_a_finding(member, tmp_path: Path):
    came, out = tmp_path / "masuk", tmp_path / "keluar"
    came.mkdir()
    (came / "contoh.xlsx").write_bytes(write_kind(member.kind, member.example()))
    (came / "kosong.xlsx").write_bytes(write_kind(member.kind))
    result = run_batch(Order(input=came, output=out, as_of=DAY, workers=1))
    (form,) = result.forms
    assert [finding for finding in form.findings if finding.severity > Severity.INFO] == []
    assert result.exit_code == 0
    assert [name for name, _ in result.passed] == ["kosong.xlsx"]


@pytest.mark.long
def test_a_faulty_one_goes_back_marked_and_lowers_nothing(tmp_path: Path):
    came, out = tmp_path / "masuk", tmp_path / "keluar"
    came.mkdir()
    (came / "pertama.xlsx").write_bytes(workbook())
    run_batch(Order(input=came, output=out, as_of=DAY, workers=1))
    (came / "kedua.xlsx").write_bytes(faulty(assessor="Dewi Lestari"))
    (came / "pertama.xlsx").unlink()
    result = run_batch(Order(input=came, output=out, as_of=DAY + timedelta(7), workers=1))
    assert result.exit_code == 1
    returned = [path for path in result.outputs if path.startswith("dikembalikan/")]
    assert [path.rpartition("/")[2] for path in returned] == ["kedua.xlsx"]
    rows = ledger(out, "SELECT key, counted, errors FROM form WHERE run = 2 ORDER BY counted")
    assert rows == [("monitoring 2026 I", 0, 1), ("monitoring 2026 I", 1, 0)]


@pytest.mark.long
def test_an_emptied_inbox_gives_the_same_and_a_second_run_the_same_bytes(tmp_path: Path):
    came, out = tmp_path / "masuk", tmp_path / "keluar"
    came.mkdir()
    (came / "a.xlsx").write_bytes(workbook())
    (came / "b.xlsx").write_bytes(workbook(semester="II"))
    run_batch(Order(input=came, output=out, as_of=DAY, workers=1))
    first = files_below(out / "laporan")
    run_batch(Order(input=came, output=out, as_of=DAY, workers=1))
    assert files_below(out / "laporan") == first
    shutil.rmtree(came)
    came.mkdir()
    again = run_batch(Order(input=came, output=out, as_of=DAY, workers=1))
    assert [form.heading for form in again.forms] == [
        "Monitoring SOP semester I tahun 2026",
        "Monitoring SOP semester II tahun 2026",
    ]


def review(key: str, day: int, digest: str, *, good: bool) -> Review:
    came = Received(
        name="a.xlsx", path=Path("a.xlsx"), sha256=digest, size=1, first_seen=DAY + timedelta(day)
    )
    record = Monitoring(unit_code="1.02", year=2026, semester=key)
    form = FormReading(
        received=came,
        format=Format.XLSX,
        version=1,
        kind=MONITORING.kind.code,
        record=record,
    )
    wrong = Finding(
        code="M-07", severity=Severity.ERROR, place=Place(), cell=None, sentence="", advice=""
    )
    return Review(received=came, submission=None, findings=() if good else (wrong,), form=form)


arrivals = st.lists(
    st.tuples(st.sampled_from(["I", "II"]), st.integers(0, 3), st.booleans()), max_size=8
).map(lambda told: [review(k, d, f"{n:064x}", good=g) for n, (k, d, g) in enumerate(told)])


@given(arrivals, st.randoms(use_true_random=False))
def test_each_thing_is_counted_once_and_the_newest_good_one_counts(came, random):
    standings = standings_of(came)
    keys = {one.form.record.keys[0] for one in came}
    assert {one.key for one in standings} == keys
    assert len(standings) == len(keys)
    for one in standings:
        good = [version for version in one.versions if version.publishable]
        newest = max(version.received.first_seen for version in good or one.versions)
        assert one.counted.received.first_seen == newest
        assert one.counted.publishable or not good
        assert one.awaiting is None or not one.awaiting.publishable
    mixed = list(came)
    random.shuffle(mixed)
    assert standings_of(mixed) == standings
    gone = replaced_forms(came, standings)
    alive = {one.received.sha256 for one in came} - gone
    assert {one.counted.received.sha256 for one in standings} <= alive


@given(arrivals)
def test_a_later_good_one_never_takes_anything_away(came):
    before = {one.key: one.counted.publishable for one in standings_of(came)}
    more = [*came, review("I", 9, "f" * 64, good=True)]
    after = {one.key: one.counted.publishable for one in standings_of(more)}
    assert all(after[key] >= value for key, value in before.items())
    assert after["monitoring 2026 I"]
