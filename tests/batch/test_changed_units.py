"""An agency gets another name and code between two weeks: nothing is lost, and it is told."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.result import RunResult
from sopbatch.model import UnitChange
from sopbatch.reading import read_grid, read_register
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import good_workbook
from tests.sample_batch.register import REGISTER

pytestmark = pytest.mark.long

BEFORE, SINCE, AFTER = date(2026, 10, 2), date(2026, 10, 5), date(2026, 10, 9)
OLD, NEW, NAME = "4.01.01.01", "4.01.01.09", "Biro Organisasi dan Inovasi"
UNITS = tuple(
    replace(unit, code=NEW, name=NAME) if unit.code == OLD else unit for unit in REGISTER.units
)
CHANGE = UnitChange(
    since=SINCE, unit_code=OLD, unit_name="Biro Organisasi", successors=(NEW,), row=5
)


def run(root: Path, as_of: date) -> RunResult:
    return run_batch(
        Order(input=root / "input", output=root / "output", as_of=as_of, today=as_of, workers=2)
    )


@pytest.fixture(scope="module")
def weeks(tmp_path_factory: pytest.TempPathFactory) -> tuple[RunResult, RunResult, Path]:
    root = tmp_path_factory.mktemp("berganti")
    (root / "input").mkdir()
    (root / "input" / FILE_NAME).write_bytes(write_register_template(REGISTER))
    (root / "input" / "SOP.xlsx").write_bytes(good_workbook())
    first = run(root, BEFORE)
    changed = replace(REGISTER, units=UNITS, changes=(CHANGE,))
    (root / "input" / FILE_NAME).write_bytes(write_register_template(changed))
    return first, run(root, AFTER), root


def test_a_register_that_names_old_codes_is_taken():
    changed = write_register_template(replace(REGISTER, units=UNITS, changes=(CHANGE,)))
    assert [one.sentence for one in read_register(read_grid(changed)).findings if one.blocks] == []


def test_nothing_that_counted_is_lost(weeks: tuple[RunResult, RunResult, Path]):
    first, second, _ = weeks
    assert second.losses == ()
    told = replace(second.tally.total, warnings=first.tally.total.warnings)
    assert told == first.tally.total
    counted = [line.unit_code for line in second.tally.lines if line.received]
    assert counted == [NEW]


def test_reports_keep_the_name_of_their_day(weeks: tuple[RunResult, RunResult, Path]):
    first, second, _ = weeks
    assert "Biro Organisasi" in {unit.unit.name for unit in first.tally.units}
    names = {unit.unit.name for unit in second.tally.units}
    assert NAME in names
    assert "Biro Organisasi" not in names


def test_what_moved_is_told(weeks: tuple[RunResult, RunResult, Path]):
    _, second, _ = weeks
    assert f"Sejak 5 Oktober 2026 Biro Organisasi menjadi {NAME}." in second.notes


def test_the_officer_is_told_the_code_of_today(weeks: tuple[RunResult, RunResult, Path]):
    _, second, _ = weeks
    (finding,) = (one for review in second.reviews for one in review.findings
                  if one.code == "I-23")  # fmt: skip
    assert finding.suggestion == NEW
