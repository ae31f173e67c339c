"""Agencies that were renamed, merged or split: every SOP counts once, on every day, somewhere."""

from collections import Counter
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.matching.dossiers import gather
from sopbatch.matching.history import moved, register_on, undecided
from sopbatch.model import Register, Section, SopNumber, Unit, UnitChange
from sopbatch.tally import tally
from tests.builders import plan_line, register, review, sop

FIRST, CUT, LAST = date(2020, 1, 1), date(2024, 1, 1), date(2026, 11, 29)
CODES = tuple(f"1.{n:02}" for n in range(1, 7))
SECTIONS = ("Kelembagaan", "Tata Laksana", "Kinerja", "Akuntabilitas")


def change(old: str, *new: str, since: date = CUT, **fields: Any) -> UnitChange:
    known: dict[str, Any] = {"unit_name": f"Dinas {old} lama"}
    return UnitChange(since=since, unit_code=old, successors=new, **{**known, **fields})


def units(*codes: str) -> tuple[Unit, ...]:
    return tuple(Unit(code=code, name=f"Dinas {code}") for code in codes)


def known(*changes: UnitChange, codes: tuple[str, ...] = CODES, **fields: Any) -> Register:
    plan = tuple(
        plan_line(f"X-{n:02}", unit_code=code, section="", title=f"Pelayanan {n}")
        for n, code in enumerate(CODES, start=1)
    )
    rest: dict[str, Any] = {"sections": (), "plan": plan}
    return register(units=units(*codes), changes=changes, **{**rest, **fields})


changes = st.lists(
    st.builds(
        lambda old, new, days, section, into: change(
            old,
            *new,
            since=FIRST + timedelta(days),
            section=section,
            new_sections=into if section else (),
        ),
        st.sampled_from(CODES),
        st.lists(st.sampled_from(CODES), min_size=1, max_size=3, unique=True),
        st.integers(0, 2500),
        st.sampled_from(("", "", "", *SECTIONS)),
        st.lists(st.sampled_from(SECTIONS), max_size=2, unique=True).map(tuple),
    ),
    max_size=6,
)
lines = st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(("", *SECTIONS))), max_size=8)
files = st.lists(st.tuples(st.sampled_from(CODES), st.integers(0, 11)), max_size=8)
days = st.integers(0, 2600).map(lambda n: FIRST + timedelta(n))


@pytest.mark.long
@given(changes, lines, files, days, st.sets(st.sampled_from(CODES), min_size=1))
def test_sums_by_unit_are_the_whole_whatever_happened_to_the_agencies(
    history, planned, sent, day, there
):
    whole = Register(
        units=units(*sorted(there)),
        sections=tuple(Section(code, name[:2], name) for code in CODES for name in SECTIONS),
        plan=tuple(
            plan_line(f"X-{n:02}", unit_code=code, section=section, title=f"Pelayanan nomor {n}")
            for n, (code, section) in enumerate(planned)
        ),
        changes=tuple(history),
    )
    today = register_on(whole, day)
    assert [line.code for line in today.plan] == [line.code for line in whole.plan]
    assert len({unit.code for unit in today.units}) == len(today.units)
    reviews = tuple(
        review(sop(f"Pelayanan nomor {n}", unit_code=code, number=SopNumber()), name=f"{at}.xlsx")
        for at, (code, n) in enumerate(sent)
    )
    dossiers = gather(reviews, today)
    told = tally(dossiers, today, day, {})
    assert sum(unit.completion.planned for unit in told.units) == told.total.planned == len(planned)
    assert sum(unit.completion.received for unit in told.units) == told.total.received
    keys = Counter(dossier.key for dossier in dossiers)
    assert set(keys.values()) <= {1}
    held = [one.received.sha256 for dossier in dossiers for one in dossier.versions]
    assert sorted(held) == sorted(one.received.sha256 for one in reviews)


def test_what_was_merged_counts_for_its_successor_from_that_day_on():
    whole = known(change("1.01", "1.03"), change("1.02", "1.03"), codes=CODES[2:])
    files = (
        review(sop("Pelayanan 1", unit_code="1.01")),
        review(sop("Lain-lain", unit_code="1.02", number=SopNumber())),
    )
    today = register_on(whole, CUT)
    assert [line.unit_code for line in today.plan[:3]] == ["1.03"] * 3
    assert [(one.unit_code, bool(one.plan)) for one in gather(files, today) if one.versions] == [
        ("1.03", True), ("1.03", False),
    ]  # fmt: skip
    assert register_on(whole, CUT - timedelta(1)).plan == whole.plan


def test_a_report_of_before_keeps_the_name_and_the_code_of_then():
    renamed = known(change("1.01", "1.01", unit_name="Dinas Lama"))
    before = register_on(renamed, CUT - timedelta(1)).unit("1.01")
    after = register_on(renamed, CUT).unit("1.01")
    assert before
    assert after
    assert (before.name, after.name) == ("Dinas Lama", "Dinas 1.01")
    assert "Dinas Lama" in after.aliases
    recoded = known(change("1.09", "1.01", unit_name="Dinas Lama"))
    past = register_on(recoded, CUT - timedelta(1))
    assert [line.unit_code for line in past.plan][:2] == ["1.09", "1.02"]
    assert past.unit("1.09")
    assert not past.unit("1.01")


def test_a_split_waits_for_the_operator_and_is_told_once():
    whole = known(change("1.01", "1.02", "1.03"), codes=CODES[1:])
    today = register_on(whole, CUT)
    assert today.plan[0].unit_code == "1.01"
    (told,) = undecided(today)
    assert told.startswith("Dinas 1.01 lama (1.01) dipecah sejak 1 Januari 2024: 1 judul rencana")
    decided = replace(whole, plan=(replace(whole.plan[0], unit_code="1.03"), *whole.plan[1:]))
    assert list(undecided(register_on(decided, CUT))) == []
    assert [unit.code for unit in register_on(decided, CUT).units] == list(CODES[1:])


@pytest.mark.parametrize(("title", "unit"), [("Pelayanan 2", "1.02"), ("Pelayanan 3", "1.03")])
def test_a_file_of_a_split_agency_goes_where_its_title_is_planned(title: str, unit: str):
    whole = known(change("1.09", "1.02", "1.03"))
    (dossier,) = (
        one
        for one in gather((review(sop(title, unit_code="1.09")),), register_on(whole, CUT))
        if one.versions
    )
    assert (dossier.unit_code, bool(dossier.plan)) == (unit, True)


def test_sections_are_renamed_and_merged_within_their_agency():
    history = (
        change("1.01", section="Kinerja", new_sections=("Akuntabilitas",)),
        change("1.01", section="Tata Laksana", new_sections=("Kelembagaan",), since=LAST),
    )
    line = plan_line("X-01", unit_code="1.01", section="Kinerja")
    parts = tuple(Section("1.01", name[:2], name) for name in ("Akuntabilitas", "Kelembagaan"))
    whole = known(*history, plan=(line,), sections=parts)
    assert register_on(whole, CUT).plan[0].section == "Akuntabilitas"
    assert "Kinerja" in register_on(whole, CUT).sections[0].aliases
    past = register_on(replace(whole, plan=(replace(line, section="Akuntabilitas"),)),
                       CUT - timedelta(1))  # fmt: skip
    assert past.plan[0].section == "Kinerja"


def test_changes_since_the_last_report_are_told():
    whole = register_on(known(change("1.01", "1.03"), codes=CODES[1:]), LAST)
    assert [one.words for one in moved(whole, CUT - timedelta(1), LAST)] == [
        "Sejak 1 Januari 2024 Dinas 1.01 lama menjadi Dinas 1.03."
    ]
    assert list(moved(whole, CUT, LAST)) == []
    assert list(moved(whole, None, LAST)) == []


@given(told=changes, day=days, code=st.sampled_from((*CODES, " 1.01 ", "9.99", "")))
def test_a_code_stands_for_the_first_agency_that_has_it_today(told, day, code):
    then = register_on(known(*told), day)
    twice = replace(then, units=(*then.units, *then.units))
    wanted = next((unit for unit in twice.units if unit.code == twice.home(code)), None)
    assert twice.unit(code) is wanted
