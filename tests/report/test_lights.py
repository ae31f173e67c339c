"""Lights that mean something: graded, worst first, silent units before all others."""

from datetime import date, timedelta

import pytest

from sopbatch.model import Completion, GroupCount, Unit
from sopbatch.report.lights import LIGHTS, light_of, worst_first
from sopbatch.report.silent import silent_sentence, unplanned_sentence
from sopbatch.schema.statuses import NEEDS_CORRECTION
from sopbatch.tally import tally
from tests.builders import day, dossier, plan_line, register, review, sop

AS_OF = date(2026, 10, 9)


def group(name="Dinas", *, faulty=0, days_late=0, soon=0, **figures):
    counted = Completion(**figures)
    since = AS_OF - timedelta(days_late) if days_late else None
    statuses = {NEEDS_CORRECTION.label: faulty}
    unit = Unit(code=name, name=name)
    return GroupCount(
        unit=unit,
        section="",
        completion=counted,
        by_status=statuses,
        last_received=None,
        late_since=since,
        due_soon=soon,
    )


@pytest.mark.parametrize(
    ("subject", "word", "tone"),
    [
        (group(), "Tanpa rencana", "grey"),
        (group(planned=2, received=2, planned_ratified=2), "Tuntas", "green"),
        (group(planned=4, received=1, late=1, days_late=1), "Terlambat", "red"),
        (group(planned=4, received=1, late=1, days_late=59), "Terlambat", "red"),
        (group(planned=4, received=1, late=1, days_late=60), "Sangat terlambat", "alarm"),
        (group(planned=4, received=1, late=2, days_late=1), "Sangat terlambat", "alarm"),
        (group(planned=2, late=1, days_late=1), "Terlambat, belum mengirim", "alarm"),
        (group(planned=2), "Belum mengirim", "amber"),
        (group(planned=2, received=2, soon=1), "Segera jatuh tempo", "amber"),
        (group(planned=2, received=2, soon=1, faulty=1), "Segera jatuh tempo", "amber"),
        (group(planned=2, received=2, faulty=1), "Perlu perhatian", "amber"),
        (group(planned=2, received=2), "Sesuai jadwal", "green"),
    ],
)
def test_the_gravest_of_what_is_late_silent_near_or_faulty_gives_the_light(subject, word, tone):
    light = light_of(subject, AS_OF)
    assert (light.word, light.tone) == (word, tone)
    assert light in LIGHTS


def test_worst_come_first_and_silent_ones_before_all():
    ordered = [
        group("nihil dan terlambat", planned=9, late=1, days_late=1),
        group("nihil", planned=2),
        group("lebih banyak", planned=4, received=1, late=3, days_late=9),
        group("separuh, lebih lama", planned=4, received=1, late=2, days_late=30),
        group("separuh", planned=4, received=1, late=2, days_late=9),
        group("sedikit", planned=9, received=9, late=1, days_late=9),
        group("segera, lebih banyak", planned=4, received=2, soon=2),
        group("segera", planned=4, received=2, soon=1),
        group("salah", planned=2, received=2, faulty=1),
        group("baik", planned=2, received=2),
        group("tuntas", planned=1, received=1, planned_ratified=1),
        group("tanpa"),
    ]
    names = [one.unit.name for one in ordered]
    assert [one.unit.name for one in worst_first(ordered, AS_OF)] == names
    assert [one.unit.name for one in worst_first(ordered[::-1], AS_OF)] == names


@pytest.mark.parametrize(
    ("deadline", "soon"),
    [
        (None, 0),
        (AS_OF - timedelta(1), 0),
        (AS_OF, 1),
        (AS_OF + timedelta(30), 1),
        (AS_OF + timedelta(31), 0),
    ],
)
def test_due_soon_is_a_month_ahead(deadline, soon):
    (unit,) = tally((dossier(plan=plan_line(deadline=deadline)),), register(), AS_OF).units
    assert unit.due_soon == soon


def test_the_earliest_deadline_that_was_not_met_counts():
    dossiers = [
        dossier(plan=plan_line(code, deadline=AS_OF - timedelta(days)))
        for code, days in (("A", 3), ("B", 40), ("C", 5))
    ]
    signed = review(sop(status="Disahkan", effective=day(date(2026, 1, 1))))
    done = dossier(signed, plan=plan_line("D", deadline=AS_OF - timedelta(90)))
    (unit,) = tally((*dossiers, done), register(), AS_OF).units
    assert unit.late_since == AS_OF - timedelta(40)


def test_units_that_sent_nothing_or_have_no_plan_are_named():
    counted = tally((dossier(plan=plan_line()),), register(), AS_OF)
    assert (
        silent_sentence(counted, 5)
        == "Perangkat daerah yang belum mengirim berkas (1): Biro Organisasi."
    )
    assert unplanned_sentence(counted, register(), 5) == (
        "Perangkat daerah yang belum mempunyai rencana SOP (2): Dinas Kesehatan; "
        "Dinas Komunikasi dan Informatika."
    )
    assert unplanned_sentence(counted, register(), 1) == (
        "Perangkat daerah yang belum mempunyai rencana SOP (2): Dinas Kesehatan; dan 1 lainnya."
    )
