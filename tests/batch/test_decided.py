"""Decisions of Biro Organisasi over several weeks: what was decided causes no finding of its own,
and what was verified is one content.
"""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.batch.commands.run import run_batch
from sopbatch.batch.order import Order
from sopbatch.batch.result import RunResult
from sopbatch.model import Decision, Place, Register
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.batch.runs import OFFICE, good_workbook
from tests.sample_batch.making import filled, sample, step
from tests.sample_batch.register import REGISTER
from tests.writing.report.reports import opened

pytestmark = pytest.mark.long

W40, W41, W42, W43 = (date(2026, 10, day) for day in (2, 9, 16, 23))
MEETING = date(2026, 10, 7)
PLAN = replace(REGISTER, decisions=())
PLANNED = sum(not line.withdrawn for line in PLAN.plan)
VERIFIED = Decision(
    plan_code="AK-02", status="Terverifikasi", decided=MEETING, document="BA-9/Org/2026"
)


class Weeks:
    """An inbox and what comes of it week after week."""

    def __init__(self, root: Path) -> None:
        self.root = root
        (root / "in").mkdir()

    def put(self, name: str, data: bytes) -> None:
        (self.root / "in" / name).write_bytes(data)

    def week(self, as_of: date, register: Register) -> RunResult:
        self.put(FILE_NAME, write_register_template(register))
        return run_batch(
            Order(input=self.root / "in", output=self.root / "out", as_of=as_of, workers=1)
        )


@pytest.fixture
def place(tmp_path: Path) -> Weeks:
    return Weeks(tmp_path)


def told(result: RunResult, name: str) -> set[str]:
    """Codes of what a file is told, advice left out."""
    (review,) = [one for one in result.reviews if one.received.name == name]
    return {finding.code for finding in review.findings if finding.severity.code != "saran"}


def row_of(result: RunResult, code: str) -> str:
    """The line of an SOP in the report, as one text."""
    sheet = opened(result.report.read_bytes())["Daftar SOP"]
    (row,) = [row for row in sheet.iter_rows(values_only=True) if code in row]
    return " | ".join(str(cell) for cell in row if cell is not None)


def test_a_revoked_title_leaves_the_plan_and_its_file_is_told_nothing(place: Weeks):
    place.put("kl.xlsx", good_workbook())
    place.put("ak.xlsx", filled(sample("AK-02", "Diajukan"))(OFFICE))
    before = place.week(W40, PLAN)
    assert (before.tally.total.planned, before.tally.total.revoked) == (PLANNED, 0)
    revoked = replace(
        PLAN,
        decisions=(Decision(plan_code="AK-02", status="Dicabut", decided=MEETING, note="dilebur"),),
    )
    for week in (W41, W42):
        result = place.week(week, revoked)
        total = result.tally.total
        assert (total.planned, total.revoked, total.ratified) == (PLANNED - 1, 1, 1)
        assert told(result, "ak.xlsx") == set()
        assert result.exit_code == 0
        losses = [loss.reason for loss in result.losses]
        assert len(losses) == (week == W41)
        assert all("dicabut" in reason for reason in losses)
    other = {Place("contact"): "lain@biro.example"}
    place.put("ak lagi.xlsx", filled(sample("AK-02", "Diajukan"), other)(OFFICE))
    assert "C-16" in told(place.week(W43, revoked), "ak lagi.xlsx")


def test_a_verification_belongs_to_one_content(place: Weeks):
    place.put("ak.xlsx", filled(sample("AK-02", "Diajukan"))(OFFICE))
    place.week(W40, PLAN)
    verified = replace(PLAN, decisions=(VERIFIED,))
    result = place.week(W41, verified)
    assert told(result, "ak.xlsx") == set()
    assert "Terverifikasi" in row_of(result, "AK-02")
    assert "berubah" not in row_of(result, "AK-02")
    changed = filled(sample("AK-02", "Diajukan"), {step("duration", 2): "45 menit"})(OFFICE)
    place.put("ak baru.xlsx", changed)
    result = place.week(W42, verified)
    assert told(result, "ak baru.xlsx") == {"C-15"}
    assert "berubah setelah verifikasi" in row_of(result, "AK-02")
    again = replace(verified, decisions=(VERIFIED, replace(VERIFIED, decided=W42)))
    result = place.week(W43, again)
    assert told(result, "ak baru.xlsx") == set()
    assert "berubah" not in row_of(result, "AK-02")
