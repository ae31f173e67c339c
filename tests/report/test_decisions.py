"""Decisions: no SOP in two of them, all of them together are what is not done."""

from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.model import NO_REGISTER, Decision, Settings, Unit
from sopbatch.report.decision_rules import RULES
from sopbatch.report.decisions import decisions, waits
from sopbatch.schema.statuses import OFFICER_STATUSES, REGISTER_STATUSES
from sopbatch.tally import tally
from tests.builders import SEEN, day, dossier, findings, plan_line, register, review, sop

AS_OF = date(2026, 10, 9)
LATE, DUE = date(2026, 9, 30), date(2026, 12, 31)
HEALTH, MEDIA, BUREAU = "1.02", "2.16", "4.01.01.7"
UNITS = (
    Unit(code=BUREAU, name="Biro Organisasi", parent="4.01.01"),
    Unit(
        code=HEALTH, name="Dinas Kesehatan", head_position="Kepala Dinas", head_name="dr. Rinjani"
    ),
    Unit(code=MEDIA, name="Dinas Kominfo", head_position="Kepala Dinas Kominfo"),
)


def planned(code, status="", *, unit=HEALTH, deadline=DUE, errors=0, withdrawn=False):
    plan = plan_line(
        code, unit_code=unit, title=f"Judul {code}", deadline=deadline, withdrawn=withdrawn
    )
    return dossier(*sent(code, status, unit, errors), plan=plan)


def outside(code, status="Diajukan", *, unit=HEALTH, errors=0):
    return dossier(*sent(code, status, unit, errors))


def sent(code, status, unit, errors):
    if not status:
        return ()
    subject = sop(f"Judul {code}", unit_code=unit, status=status, effective=day(LATE))
    return (review(subject, findings(errors), name=f"{code}.xlsx"),)


def decided(*dossiers, known=None):
    known = known or register(units=UNITS)
    return decisions(tally(dossiers, known, AS_OF), known)


def test_each_kind_of_waiting_is_a_decision_of_its_own_heaviest_first():
    found = decided(
        planned("A", unit=MEDIA, deadline=LATE),
        planned("B", unit=MEDIA),
        planned("C"),
        planned("D", "Diajukan", errors=1),
        planned("E", "Draf"),
        planned("F", "Diajukan", deadline=LATE),
        planned("G", "Diajukan"),
        planned("H", "Siap Disahkan", unit=BUREAU, deadline=None),
        planned("I", "Disahkan"),
        planned("J", "Dicabut"),
        outside("K"),
    )
    told = [(one.rule.name, len(one.lines), one.weight, one.sentence) for one in found]
    assert told == [
        (
            "Pengiriman",
            2,
            15,
            (
                "Sekretaris Daerah menyurati 1 perangkat daerah yang belum mengirim 2 SOP dalam "
                "rencananya."
            ),
        ),
        (
            "Verifikasi",
            2,
            12,
            "Biro Organisasi menuntaskan verifikasi 2 SOP, tertua sejak 2 Oktober 2026.",
        ),
        (
            "Kelengkapan",
            3,
            6,
            (
                "Kepala perangkat daerah mengirim 1 SOP yang belum ada berkasnya, memperbaiki 1 "
                "SOP yang dikembalikan, dan mengajukan 1 SOP yang masih draf."
            ),
        ),
        (
            "Pengesahan",
            1,
            3,
            (
                "Kepala perangkat daerah mengesahkan 1 SOP yang sudah tersusun, tertua sejak "
                "2 Oktober 2026."
            ),
        ),
        (
            "Rencana",
            2,
            2,
            (
                "Biro Organisasi memasukkan 1 SOP di luar rencana ke dalam rencana atau menolaknya "
                "dan memutuskan pencabutan 1 SOP yang tidak dipakai lagi."
            ),
        ),
    ]
    assert [one.until_in_words for one in found] == [
        "Segera: 1 SOP lewat tenggat sejak 30 September 2026",
        "Segera: 1 SOP lewat tenggat sejak 30 September 2026",
        "31 Desember 2026",
        "belum bertenggat",
        "31 Desember 2026",
    ]
    assert [one.otherwise for one in found] == [
        "2 SOP tidak dapat diperiksa; capaian tidak akan melebihi 80,0%.",
        "2 SOP tidak dapat disahkan; capaian tidak akan melebihi 80,0%.",
        "3 SOP tidak dapat diverifikasi; capaian tidak akan melebihi 70,0%.",
        "1 SOP belum dapat dijalankan; capaian tidak akan melebihi 90,0%.",
        "2 SOP belum jelas masuk rencana atau tidak; capaian tidak akan melebihi 90,0%.",
    ]
    assert found[0].units_in_words == "Kepala Dinas Kominfo (2)"
    assert found[1].units_in_words == "Dinas Kesehatan (2; dr. Rinjani)"


def test_units_with_most_come_first_and_the_others_are_counted():
    units = tuple(Unit(code=f"7.{number}", name=f"Badan {number}") for number in range(5))
    dossiers = [
        planned(f"{number}-{place}", unit=f"7.{number}")
        for number in range(5)
        for place in range(number + 1)
    ]
    (one,) = decided(*dossiers, known=register(units=units))
    assert one.units_in_words == "Badan 4 (5), Badan 3 (4), Badan 2 (3), dan 2 lainnya"


def test_the_bureau_is_called_by_the_name_in_the_register():
    known = register(units=UNITS, settings=Settings(organisation_bureau="Bagian Organisasi"))
    (one,) = decided(planned("A", "Diajukan"), known=known)
    assert one.sentence.startswith("Bagian Organisasi menuntaskan verifikasi 1 SOP")


def test_without_a_register_nothing_can_be_decided():
    assert decided(outside("A"), known=NO_REGISTER) == ()


def test_what_is_done_revoked_or_withdrawn_waits_for_nobody():
    known = register(
        units=UNITS, decisions=(Decision(plan_code="B", status="Dicabut", decided=AS_OF),)
    )
    done = planned("A", "Disahkan")
    assert not decided(
        done, planned("B", "Diajukan"), planned("C", "Diajukan", withdrawn=True), known=known
    )


@pytest.mark.parametrize(
    ("decided_on", "waits_for"),
    [
        ("", "Verifikasi"),
        ("Dalam Verifikasi", "Verifikasi"),
        ("Perlu Perbaikan", "Kelengkapan"),
        ("Terverifikasi", "Pengesahan"),
    ],
)
def test_an_sop_waits_for_whom_the_last_decision_on_it_names(decided_on, waits_for):
    word = Decision(plan_code="A", status=decided_on, decided=SEEN)
    known = register(units=UNITS, decisions=(word,) if decided_on else ())
    (one,) = decided(planned("A", "Diajukan"), known=known)
    assert one.rule.name == waits_for


def test_names_are_told_apart_and_weights_hold():
    names = [rule.name for rule in RULES]
    assert len(set(names)) == len(names) == 5
    assert all(rule.weight > 0 for rule in RULES)


STATUSES = ["", *(status.label for status in OFFICER_STATUSES)]
CASES = st.tuples(
    st.booleans(),  # planned
    st.booleans(),  # withdrawn
    st.sampled_from(STATUSES),
    st.sampled_from([HEALTH, MEDIA, BUREAU]),
    st.sampled_from([None, LATE, AS_OF, DUE]),
    st.integers(0, 1),
    st.sampled_from([None, *(status.label for status in REGISTER_STATUSES)]),
)


def built(place, case):
    in_plan, withdrawn, status, unit, deadline, errors, decision = case
    code = f"P-{place}"
    if in_plan:
        subject = planned(
            code, status, unit=unit, deadline=deadline, errors=errors, withdrawn=withdrawn
        )
    else:
        subject = outside(code, status or "Diajukan", unit=unit, errors=errors)
    return subject, Decision(
        plan_code=code, status=decision, decided=SEEN
    ) if decision and in_plan else None


@pytest.mark.long
@given(st.lists(CASES, max_size=12))
def test_the_parts_add_up_to_the_whole(cases):
    made = [built(place, case) for place, case in enumerate(cases)]
    known = register(units=UNITS, decisions=tuple(one for _, one in made if one))
    counted = tally(tuple(subject for subject, _ in made), known, AS_OF)
    found = decisions(counted, known)
    held = Counter(id(line) for one in found for line in one.lines)
    assert set(held.values()) <= {1}
    assert set(held) == {id(line) for line in counted.lines if waits(line)}
    # the whole, counted without the module under test
    total = counted.total
    archived = ("Digantikan", "Dicabut")
    unplanned = sum(
        line.outside_plan and not line.plan_code and line.status not in archived
        for line in counted.lines
    )
    assert sum(len(one.lines) for one in found) == (
        total.planned - total.planned_ratified + unplanned
    )
    assert sum(one.late for one in found) == total.late
    for one in found:
        assert sum(unit.sops for unit in one.units) == len(one.lines)
        assert not any(line.revoked for line in one.lines)
        if one.rule.name != "Rencana":
            assert not any(line.outside_plan for line in one.lines)
        assert one.sentence.endswith(".")
        assert one.otherwise.endswith(".")
    assert [one.weight for one in found] == sorted((one.weight for one in found), reverse=True)


@pytest.mark.long
@given(st.lists(CASES, min_size=1, max_size=6), st.integers(0, 5))
def test_revoking_a_title_takes_it_from_all_decisions(cases, place):
    made = [built(at, case) for at, case in enumerate(cases)]
    code = f"P-{min(place, len(cases) - 1)}"
    known = register(units=UNITS, decisions=tuple(one for _, one in made if one))
    revoked = replace(
        known,
        decisions=(*known.decisions, Decision(plan_code=code, status="Dicabut", decided=AS_OF)),
    )
    counted = tally(tuple(subject for subject, _ in made), revoked, AS_OF)
    lines = [line for one in decisions(counted, revoked) for line in one.lines]
    assert code not in {line.plan_code for line in lines}


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_conditions_are_told_in_words(rule):
    assert rule.condition
    assert not rule.condition.endswith(".")
