"""What Keadaan says beside a date typed as text is what the check will say of it."""

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import CellRef, Place
from sopbatch.model.flags import Flag
from sopbatch.reading.values.dates import parse_date
from sopbatch.schema.fields import COMPLETE, FILLED, LEFT_TO_CHECK, OpenState
from sopbatch.schema.places import LABEL_COLUMN, procedure_sheet
from sopbatch.schema.sop import IDENTITY_SHEET
from sopbatch.writing.templates.date_values import date_fault
from sopbatch.writing.templates.field_sheet import COUNTER_ROW as IDENTITY_TOP
from sopbatch.writing.templates.procedure_head import COUNTER_ROW as TABLE_TOP
from tests.office import Office
from tests.writing.templates.states import EXAMPLE, states_of
from tests.writing.templates.stored import stored_results
from tests.writing.templates.typed_values import OTHER_WORDS, dirtied, typed_date
from tests.written import write_sop_template

TAKEN, REFUSED, LATER = "✓", "keliru", OpenState.LEFT
"""What Keadaan claims of a date: of the last ones nothing."""


def _claim(typed: str) -> str:
    told = date_fault(typed)
    return TAKEN if not told else LATER if told == LATER else REFUSED


def _is_taken(typed: str) -> bool:
    """Whether the check takes a date without a word."""
    read = parse_date(typed)
    return read.kind == "date" and read.flags <= {Flag.PLACE}


def _dirty(chosen: Random) -> str:
    return dirtied(chosen, typed_date(chosen), OTHER_WORDS[typed_date])


@settings(max_examples=400)
@given(st.randoms(use_true_random=False))
def test_a_date_without_slips_is_claimed_as_the_check_says(chosen: Random):
    typed = typed_date(chosen)
    assert _claim(typed) != REFUSED or not _is_taken(typed), typed
    assert _claim(typed) != TAKEN or _is_taken(typed), typed


def test_no_date_without_slips_that_the_check_takes_is_left_open():
    chosen = Random(99)
    dates = [typed_date(chosen) for _ in range(2000)]
    taken = [typed for typed in dates if _is_taken(typed)]
    assert [typed for typed in taken if _claim(typed) != TAKEN] == []
    assert len(taken) > 700


@pytest.mark.parametrize("seed", range(3))
def test_keadaan_claims_nothing_else_of_dirty_dates(seed: int):
    chosen = Random(seed)
    dates = [_dirty(chosen) for _ in range(2500)]
    ticked = [typed for typed in dates if _claim(typed) == TAKEN and not _is_taken(typed)]
    refused = [typed for typed in dates if _claim(typed) == REFUSED and _is_taken(typed)]
    assert len(ticked) <= 1, ticked
    assert len(refused) <= 2, refused
    assert [*map(_claim, dates)].count(LATER) < 0.25 * len(dates)


SLIPPED = {
    "/9-ii-1999": LATER,
    "19-APR. Tahun Tahun '1996": LATER,
    "Juli 9 ’2027": LATER,
    "APR.19th, 2004": LATER,
    "Ditetapkan di Solo hari rabut 28/VI/2012": LATER,
    "Hari& ahad, 2013/9/24": LATER,
    "24 Rabiulakhir 1541 H.12 Oktober 2029 M": LATER,
    "12 Syakban 1504 Hjriyah, 9 Mei 2017 M": LATER,
    "1 Ramadan 1446 H / 1 Maret 2025 M": TAKEN,
    "Ditetapkan di Solo, 3 Maret 2025": TAKEN,
    "Hari Senin, tanggal 3 Maret 2025": TAKEN,
    "Hari Selasa, tanggal 3 Maret 2025": REFUSED,
    "Maret 2025": REFUSED,
    "segera": REFUSED,
}


@pytest.mark.parametrize(("typed", "claim"), SLIPPED.items())
def test_only_what_is_proven_is_claimed(typed: str, claim: str):
    assert _claim(typed) == claim


@pytest.mark.long
def test_dates_of_every_form_are_told_alike(office: Office):
    """Typed as texts, as they come from other files; Excel makes dates of many of them."""
    chosen = Random(10)
    values = [typed_date(chosen) for _ in range(200)]
    slipped = [*SLIPPED, *(_dirty(chosen) for _ in range(100))]
    unlike = {
        value: told
        for value, told in states_of(office, "created", [*values, *slipped])
        if told != (date_fault(value) or FILLED)
    }
    assert unlike == {}
    assert 50 < sum(map(_is_taken, values)) < 160


OPEN_VALUES = {
    (): COMPLETE,
    ("created",): f"{COMPLETE}; 1 {LEFT_TO_CHECK}",
    ("duration",): f"{COMPLETE}; 1 {LEFT_TO_CHECK}",
    ("created", "duration"): f"{COMPLETE}; 2 {LEFT_TO_CHECK}",
}
TOPS = (
    (IDENTITY_SHEET, IDENTITY_TOP, LABEL_COLUMN),
    *((procedure_sheet(part), TABLE_TOP, 1) for part in (1, 2)),
)
OPEN = {Place("created"): "3 Maret 2025 M; 2 Ramadn. 1446", Place("duration", 2): "3 jam ? 2"}


@pytest.mark.long
def test_the_counter_on_top_tells_what_is_left_to_the_check(office: Office):
    for keys, told in OPEN_VALUES.items():
        values = {**EXAMPLE, **{place: text for place, text in OPEN.items() if place.key in keys}}
        content = write_sop_template(values)
        stored = stored_results(content)
        tops = [CellRef(sheet, row, column) for sheet, row, column in TOPS]
        assert stored[tops[0]] == told
        with office.opened(content) as book:
            assert book.read(tops) == {cell: stored[cell] for cell in tops}
