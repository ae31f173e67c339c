"""Texts as long as cells hold, in every field: reading and rules stay within a few seconds."""

from dataclasses import dataclass
from datetime import date
from itertools import cycle
from time import process_time

import pytest

from sopbatch.model import NO_REGISTER, CellValue, Grid, Place, Review, Submission
from sopbatch.reading import Refusal, Refused, limits, read_grid, read_submission
from sopbatch.rules import RULES, review
from sopbatch.schema.fields import FieldKind
from sopbatch.schema.places import FIRST_STEP_ROW, step_column
from sopbatch.schema.sop import IDENTITY_FIELDS, PROCEDURE_SHEET, STEP_COLUMNS
from sopbatch.writing.templates import write_sop_template
from tests.builders import received
from tests.clean_workbook import clean_workbook
from tests.sample_batch.making import planned, values

LONGEST = 32_767
SECONDS = 10
STEPS = 50
PIECES = (
    "\U0001f600 kata ", "\ufdfa", "1", "1 ", "1. a ", "a", "Aa ", "(aaaaaaaaaaaa) ", "kasubbag ",
    "dan ", "dan/atau ", "UU 1/2020 tentang a, ", "Team ", "jika tidak ke 1, ", ". ", "\n- a",
    "1 hari kerja ", "Rp1.000,00 ", "'", "\t", "«", "SOP ", "Keterkaitan: ", "a\u0301", "ka sub ",
    "S.T., M.Si. ", "Tidak → 3; ", "a/b ", "31 Maret 2025, ", "Kota Samarinda ", "oleh Kepala ",
)  # fmt: skip
"""Each again and again fills a cell: what the patterns and lists of the rules look for."""

DIVIDED = ("1. a ", "\n- a", "Tidak → 3; ")
"""Of these a list makes more items than it may have."""


def long(piece: str) -> str:
    return (piece * LONGEST)[:LONGEST]


def crowded() -> tuple[bytes, int]:
    """A form with texts as long as cells hold in every field and fifty steps, and their number."""
    pieces = cycle(PIECES)
    fields = [field.key for field in IDENTITY_FIELDS if field.kind is FieldKind.TEXT]
    columns = [field.key for field in STEP_COLUMNS if field.kind is FieldKind.TEXT]
    places = [Place(key) for key in fields]
    places += [Place(key, row, 1) for row in range(1, STEPS + 1) for key in columns]
    cells: dict[Place, CellValue | None] = {place: long(next(pieces)) for place in places}
    lists = [field.key for field in IDENTITY_FIELDS if field.kind is FieldKind.LIST]
    whole = cycle(piece for piece in PIECES if piece not in DIVIDED)
    cells |= {Place(key, row): long(next(whole)) for key in lists for row in range(1, 5)}
    assert len(cells) >= 200
    seen = sum(bool(str(text).strip()) for text in cells.values())
    return write_sop_template(values(planned("AK-06"), cells)), seen


@dataclass(frozen=True)
class Crowd:
    """The review of the crowded form, and the seconds of the processor that it took."""

    review: Review
    too_long: int
    seconds: float


@pytest.fixture(scope="module")
def crowd() -> Crowd:
    data, too_long = crowded()
    start = process_time()
    checked, crashes = review(submission_of(read_grid(data)), NO_REGISTER, date(2025, 6, 2), RULES)
    assert not crashes
    return Crowd(checked, too_long, process_time() - start)


@pytest.mark.long
def test_two_hundred_long_texts_are_reviewed_in_seconds(crowd: Crowd):
    assert crowd.seconds < SECONDS


def test_each_long_text_is_told_once_at_its_cell(crowd: Crowd):
    findings = crowd.review.findings
    told = [finding.cell for finding in findings if finding.code == "F-24"]
    assert len(told) == len(set(told)) == crowd.too_long
    places = {finding.place for finding in findings if finding.code == "F-24"}
    assert {finding.code for finding in findings if finding.place in places} == {"F-24"}


def test_more_text_than_a_form_may_hold_is_refused(monkeypatch: pytest.MonkeyPatch):
    grid = clean_workbook().grid()
    held = sum(map(len, submission_of(grid).values.values()))
    monkeypatch.setattr(limits, "TYPED_TEXT", held)
    submission_of(grid)
    monkeypatch.setattr(limits, "TYPED_TEXT", held - 1)
    with pytest.raises(Refused) as caught:
        submission_of(grid)
    assert caught.value.refusal is Refusal.TOO_MUCH_TEXT


@pytest.mark.parametrize("text", [" " * LONGEST, " " * 9000 + "surat", "surat" + "\n" * 9000])
def test_blanks_alone_are_not_too_long(text: str):
    book = clean_workbook()
    book.sheet(PROCEDURE_SHEET).cells[FIRST_STEP_ROW, step_column("output")] = text
    read = submission_of(book.grid())
    assert read.sop.steps[0].output == text.strip()
    assert not [problem for problem in read.problems if problem.code == "F-24"]


def submission_of(grid: Grid) -> Submission:
    return read_submission(grid, received(), NO_REGISTER.settings)
