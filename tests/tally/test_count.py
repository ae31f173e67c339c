from collections import Counter
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import NO_REGISTER, Completion, Decision, Section, Unit
from sopbatch.schema.statuses import STATUSES
from sopbatch.tally import tally
from sopbatch.tally.lines import completion
from tests.builders import day, dossier, findings, plan_line, register, review, sop

AS_OF = date(2026, 10, 9)
LATE, DUE = date(2026, 9, 30), date(2026, 12, 31)
LABELS = [status.label for status in STATUSES]


def added(lines):
    return sum((completion(line) for line in lines), Completion())


def figures(group):
    counted = group.completion
    return (counted.planned, counted.received, counted.complete, counted.compiled, counted.ratified)


@st.composite
def dossiers(draw):
    number = draw(st.integers(0, 10**6))
    unit = draw(st.sampled_from(["4.01.01.7", "1.02", "2.16", "9.99", ""]))
    section = draw(st.sampled_from(["", "Ketatalaksanaan", "ak", "Bagian Baru"]))
    deadline = draw(st.sampled_from([None, LATE, DUE]))
    plan = plan_line(
        f"X-{number}",
        unit_code=unit,
        section=section,
        deadline=deadline,
        withdrawn=draw(st.booleans()) and draw(st.booleans()),
    )
    versions = [
        review(
            sop(
                f"Judul {number}",
                unit_code=unit,
                section=section,
                status=draw(st.sampled_from([*LABELS, "", "???"])),
                effective=day(draw(st.sampled_from([None, LATE, DUE]))),
            ),
            findings(draw(st.integers(0, 2)), draw(st.integers(0, 2))),
            name=f"{number}-{version}.xlsx",
        )
        for version in range(draw(st.integers(0, 2)))
    ]
    planned = draw(st.booleans()) or not versions
    return dossier(*versions, plan=plan if planned else None)


@st.composite
def batches(draw):
    sent = tuple(draw(st.lists(dossiers(), max_size=12, unique_by=lambda one: one.key)))
    decisions = tuple(
        Decision(plan_code=one.plan.code, status=draw(st.sampled_from(LABELS)), decided=LATE)
        for one in sent
        if one.plan and draw(st.booleans())
    )
    known = draw(st.booleans())
    return sent, register(decisions=decisions) if known else NO_REGISTER


@settings(max_examples=40, deadline=None)
@given(batches())
def test_every_total_equals_the_sum_of_its_rows(batch):
    sent, known = batch
    counted = tally(sent, known, AS_OF)
    assert counted.total == added(counted.lines)
    assert counted.total == sum((unit.completion for unit in counted.units), Completion())
    for unit in counted.units:
        lines = [line for line in counted.lines if line.unit_code == unit.unit.code]
        sections = [row for row in counted.sections if row.unit == unit.unit]
        assert unit.completion == added(lines)
        assert unit.completion == sum((row.completion for row in sections), Completion())
        statuses = Counter(line.status for line in lines)
        assert unit.by_status == {label: statuses[label] for label in LABELS}
        assert unit.last_received == max(
            (line.last_received for line in lines if line.last_received), default=None
        )
        assert unit.silent == (unit.completion.planned > 0 and unit.completion.received == 0)
    assert sum(counted.by_status.values()) == len(counted.lines)
    total = counted.total
    assert len(counted.lines) == total.planned + total.outside_plan + total.revoked


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(batches())
def test_levels_are_steps_of_one_ladder(batch):
    counted = tally(*batch, AS_OF)  # type: ignore[call-arg]
    for line in counted.lines:
        assert line.received or not line.complete
        assert line.complete or not line.compiled
        assert line.compiled or not line.ratified
        assert not (line.late and (line.ratified or line.outside_plan))
    total = counted.total
    assert total.received >= total.complete >= total.compiled >= total.ratified
    assert total.planned >= total.planned_complete >= total.planned_compiled
    assert total.planned_compiled >= total.planned_ratified


@pytest.mark.long
@settings(max_examples=40, deadline=None)
@given(batches())
def test_the_order_in_which_sops_come_does_not_matter(batch):
    sent, known = batch
    assert tally(sent, known, AS_OF) == tally(sent[::-1], known, AS_OF)


def test_the_sample_plan_adds_up():
    sizes = (("Ketatalaksanaan", 14), ("AKIP", 11), ("Kelembagaan", 2), ("Pendayagunaan", 13))
    sections = tuple(Section("4.01.01.7", name[:2].upper(), name) for name, _ in sizes)
    sent = tuple(
        dossier(plan=plan_line(f"{name[:2]}-{number:02}", section=name, title=f"{name} {number}"))
        for name, size in sizes
        for number in range(1, size + 1)
    )
    counted = tally(sent, register(sections=sections), AS_OF)
    assert [(row.section, row.completion.planned) for row in counted.sections] == list(sizes)
    assert counted.total.planned == 40
    assert counted.by_status["Teridentifikasi"] == 40
    assert [unit.silent for unit in counted.units] == [True]


def test_rows_stand_in_the_order_of_the_register():
    plan = (plan_line("B-1", title="B"), plan_line("A-1", title="A"))
    sent = (
        dossier(review(sop("Z", unit_code="9.99", unit_name="Dinas Baru"), name="z.xlsx")),
        dossier(review(sop("Lain"), name="lain.xlsx")),
        dossier(plan=plan[1]),
        dossier(plan=plan[0]),
        dossier(plan=plan_line("K-1", unit_code="1.02", title="K")),
    )
    counted = tally(sent, register(plan=plan), AS_OF)
    assert [line.title for line in counted.lines] == ["B", "A", "Lain", "K", "Z"]
    assert [unit.unit.name for unit in counted.units] == [
        "Biro Organisasi",
        "Dinas Kesehatan",
        "Dinas Baru (kode tidak dikenal)",
    ]


def test_an_unknown_code_has_a_row_of_its_own():
    sent = (
        dossier(review(sop("A", unit_code="9.99", unit_name=""), name="a.xlsx")),
        dossier(review(sop("B", unit_code="", unit_name=""), name="b.xlsx")),
    )
    names = {row.unit.code: row.unit.name for row in tally(sent, register(), AS_OF).units}
    assert names == {"": "(kode unit kosong)", "9.99": "(kode tidak dikenal)"}


def test_without_a_register_the_names_sent_are_used_and_nothing_planned_is_counted():
    counted = tally((dossier(review()),), NO_REGISTER, AS_OF)
    assert not counted.can_count_plan
    assert [row.unit.name for row in counted.units] == ["Biro Organisasi"]
    assert (counted.total.planned, counted.total.outside_plan, counted.total.received) == (0, 1, 1)


@pytest.mark.parametrize("word", ["Ketatalaksanaan", "TL", " tl ", "ketatalaksanaan"])
def test_a_section_is_known_by_name_and_code(word):
    sent = (dossier(review(sop(section=word))),)
    counted = tally(sent, register(), AS_OF)
    assert [(row.section, row.completion.received) for row in counted.sections] == [
        ("Ketatalaksanaan", 1),
        ("AKIP", 0),
    ]


def test_a_section_unknown_to_the_register_follows_the_known_ones():
    counted = tally((dossier(review(sop(section="Bagian Baru"))),), register(), AS_OF)
    assert [row.section for row in counted.sections] == ["Ketatalaksanaan", "AKIP", "Bagian Baru"]


@pytest.mark.parametrize(
    ("status", "errors", "level"),
    [
        # status, galat, (planned, received, complete, compiled, ratified)
        ("Draf", 0, (1, 1, 1, 0, 0)),
        ("Draf", 1, (1, 1, 0, 0, 0)),
        ("Diajukan", 0, (1, 1, 1, 0, 0)),
        ("Uji Coba", 0, (1, 1, 1, 1, 0)),
        ("Siap Disahkan", 0, (1, 1, 1, 1, 0)),
        ("Siap Disahkan", 1, (1, 1, 0, 0, 0)),
        ("Disahkan", 0, (1, 1, 1, 1, 1)),
        ("Dalam Revisi", 0, (1, 1, 1, 1, 1)),
        ("Dicabut", 0, (1, 1, 1, 0, 0)),
    ],
)
def test_levels_follow_from_status_and_galat(status, errors, level):
    sent = dossier(review(sop(status=status), findings(errors)), plan=plan_line())
    assert figures(tally((sent,), register(), AS_OF).units[0]) == level


@pytest.mark.parametrize(
    ("deadline", "status", "late"),
    [
        (LATE, None, True),
        (LATE, "Diajukan", True),
        (LATE, "Siap Disahkan", True),
        (LATE, "Disahkan", False),
        (LATE, "Dicabut", False),
        (AS_OF, "Diajukan", False),
        (DUE, None, False),
        (None, None, False),
    ],
)
def test_late_is_what_is_planned_due_and_not_ratified(deadline, status, late):
    versions = (review(sop(status=status)),) if status else ()
    sent = dossier(*versions, plan=plan_line(deadline=deadline))
    assert tally((sent,), register(), AS_OF).lines[0].late is late


def test_a_newer_faulty_version_lowers_nothing_and_is_awaited():
    good = review(sop(status="Disahkan", effective=day(LATE)), name="baik.xlsx")
    faulty = review(sop(status="Diajukan"), findings(2), name="baru.xlsx", seen=AS_OF)
    line = tally((dossier(faulty, good, plan=plan_line()),), register(), AS_OF).lines[0]
    assert (line.status, line.ratified, line.errors) == ("Berlaku", True, 0)
    assert line.awaiting_correction
    assert line.note == "perbaikan ditunggu"
    assert line.awaiting_sha256 == faulty.received.sha256
    assert (line.file_name, line.last_received, line.versions) == ("baik.xlsx", AS_OF, 2)


def test_a_title_withdrawn_from_the_plan_is_not_counted_unless_it_was_sent():
    gone = plan_line("TL-09", withdrawn=True)
    counted = tally((dossier(plan=gone),), register(), AS_OF)
    assert (counted.lines, counted.units) == ((), ())
    sent = tally((dossier(review(), plan=gone),), register(), AS_OF)
    assert (sent.total.planned, sent.total.received, sent.total.outside_plan) == (0, 1, 1)
    assert sent.lines[0].note == "judul sudah ditarik dari rencana"


def test_a_line_tells_what_its_workbook_tells():
    line = tally(
        (dossier(review(), plan=plan_line()),), register(), AS_OF, {"TL-01": "Draf"}
    ).lines[0]
    assert (line.steps, line.actors, line.decisions) == (3, 2, 1)
    assert line.time_text == "3 jam 30 menit s.d. 4 jam 30 menit"
    assert line.classification == "Administratif, Makro, Final, Generik"
    assert (line.number, line.revision) == ("065/SOP-1/Org/2026", 0)
    assert line.previous_status == "Draf"


def test_the_same_executor_in_two_procedures_counts_once():
    subject = sop()
    twice = replace(subject, procedures=subject.procedures * 2)
    line = tally((dossier(review(twice)),), register(), AS_OF).lines[0]
    assert (line.actors, line.steps) == (2, 6)


def test_units_with_nothing_planned_and_nothing_sent_are_left_out():
    known = register(
        units=(Unit(code="1.02", name="Dinas Kesehatan"), Unit(code="2.16", name="Diskominfo"))
    )
    counted = tally((dossier(plan=plan_line("K-1", unit_code="1.02")),), known, AS_OF)
    assert [row.unit.code for row in counted.units] == ["1.02"]


def test_nothing_at_all_counts_to_zero():
    counted = tally((), register(), AS_OF)
    assert counted.total == Completion()
    assert counted.by_status == dict.fromkeys(LABELS, 0)
    assert (counted.lines, counted.units, counted.sections) == ((), (), ())


@settings(max_examples=40, deadline=None)
@given(batches(), st.integers(0, 11))
def test_a_revoked_title_leaves_every_figure_but_its_own(batch, place):
    sent, known = batch
    if not known.present or not sent or (one := sent[place % len(sent)]).plan is None:
        return
    if one.plan.withdrawn and not one.versions:
        return
    rest = tuple(other for other in sent if other is not one)
    rows = (*known.decisions, Decision(plan_code=one.plan.code, status="Dicabut", decided=LATE))
    with_it = tally(sent, replace(known, decisions=rows), AS_OF).total
    without = tally(rest, known, AS_OF).total
    assert with_it == replace(without, revoked=without.revoked + 1)


def test_all_is_done_when_what_is_left_of_the_plan_is_ratified():
    done = dossier(review(sop(status="Disahkan", effective=day(LATE))), plan=plan_line())
    gone = dossier(review(name="lama.xlsx"), plan=plan_line("TL-02", deadline=LATE))
    counted = tally(
        (done, gone),
        register(decisions=(Decision(plan_code="TL-02", status="Dicabut", decided=LATE),)),
        AS_OF,
    )
    figures = counted.total
    assert (figures.planned, figures.planned_ratified, figures.revoked) == (1, 1, 1)
    assert (figures.late, counted.due, counted.lines[1].revoked) == (0, (), True)
