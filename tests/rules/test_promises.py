"""Uji janji: a promise is told when its SOP makes it impossible, or far too long, and only then."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.family.standards import MEMBER
from sopbatch.matching.cited import sop_index
from sopbatch.model import (
    Dossier,
    Format,
    FormReading,
    NumberKind,
    Place,
    Review,
    SopNumber,
)
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.reading.values.service_times import parse_service_times
from sopbatch.rules import Batch
from sopbatch.rules.across.promises import FAR, PROMISE_RULES
from tests.builders import SEEN, dossier, plan_line, received, register, review, sop
from tests.tally.chains import chain

UNIT = "4.01.01.01"
TITLE = "Penanganan Surat Masuk"
PLANNED = register(plan=(plan_line(title=TITLE),))
MINUTES = st.integers(1, 100_000)


def form(times: tuple[str, ...], sops: tuple[str, ...] = (TITLE,)) -> Review:
    service = ServiceStandard(name="Surat", times=parse_service_times(times).times, sops=sops)
    record = Standards(unit_code=UNIT, services=(service,))
    came = received("standar.xlsx")
    reading = FormReading(received=came, format=Format.XLSX, version=1,
                          kind=MEMBER.kind.code, record=record)  # fmt: skip
    return Review(received=came, submission=None, form=reading)


def behind(*hours: float, title: str = TITLE, number: str = "") -> Dossier:
    last = len(hours)
    drawn = [f"{'M' if row == 1 else 'S' if row == last else 'P'} A {time}"
             for row, time in enumerate(hours, start=1)]  # fmt: skip
    kind = NumberKind.NUMBER if number else NumberKind.MISSING
    made = sop(title, unit_code=UNIT, procedures=(chain(*drawn),),
               number=SopNumber(raw=number, kind=kind))  # fmt: skip
    return dossier(review(made), plan=None, unit_code=UNIT, title=title)


def told(standards: Review, *dossiers: Dossier) -> dict[str, Place]:
    batch = Batch(reviews=(), dossiers=dossiers, register=PLANNED, as_of=SEEN,
                  previous_status={}, forms=(standards,))  # fmt: skip
    return {
        rule.code: problem.place
        for rule in PROMISE_RULES
        if rule.across
        for _, problem in rule.across(batch)
    }


@given(MINUTES, st.lists(st.integers(1, 400), min_size=2, max_size=5))
def test_a_promise_is_too_short_or_too_long_by_the_time_of_its_sop(promised: int, parts: list[int]):
    needed = sum(parts) * 60
    codes = set(told(form((f"{promised} menit",)), behind(*map(float, parts))))
    assert ("W-12" in codes) == (promised < needed)
    assert ("W-17" in codes) == (promised > FAR * needed)


@given(st.lists(MINUTES, min_size=1, max_size=4), st.integers(1, 400))
def test_more_cases_never_make_a_promise_impossible(promised: list[int], part: int):
    cases = tuple(f"Keadaan {n}: {one} menit" for n, one in enumerate(promised))
    alone = [told(form((f"{one} menit",)), behind(part, part)) for one in promised]
    assert ("W-12" in told(form(cases), behind(part, part))) == all("W-12" in one for one in alone)


def test_the_pair_of_twenty_two_minutes_and_one_working_day_is_needlessly_slow():
    quick = behind(0.25, 0.05, 0.0666)
    assert set(told(form(("1 (satu) hari kerja",)), quick)) == {"W-17"}
    assert told(form(("22 (dua puluh dua) Menit",)), quick) == {}


def test_the_finding_stands_at_the_longest_promise():
    assert told(form(("Lama: 9 menit", "Baru: 8 menit")), behind(1, 1)) == {
        "W-12": Place("times", 1, 1)
    }


@pytest.mark.parametrize(
    "cited",
    [TITLE, f"SOP {TITLE}", "065/SOP-1/2025", f"065/SOP-1/2025 {TITLE}", "Nomor 065/SOP-1/2025"],
)
def test_an_sop_is_known_by_its_title_its_number_or_both(cited: str):
    known = behind(1, 1, number="065/SOP-1/2025")
    assert sop_index((known,), PLANNED).find(cited, UNIT) == (True, known)


def test_an_sop_that_nobody_has_or_plans_is_told_and_a_planned_one_is_not():
    assert set(told(form(("1 hari",), ("Peminjaman Kuda",)))) == {"V-06"}
    assert told(form(("1 hari",))) == {}


def test_of_sops_that_several_units_have_the_own_one_is_meant():
    other = behind(1, 1)
    mine = behind(2, 2)
    theirs = Dossier(unit_code="9.99", section="", title=TITLE, plan=None,
                     versions=other.versions, counted=other.counted)  # fmt: skip
    index = sop_index((theirs, mine), PLANNED)
    assert index.find(TITLE, UNIT) == (True, mine)
    assert index.find(TITLE, "1.01") == (True, None)
