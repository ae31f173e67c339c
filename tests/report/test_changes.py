"""What changed: each thing once, with what it was and what it is."""

from dataclasses import replace
from datetime import date, timedelta

import pytest

from sopbatch.model import Decision, Loss, PlanChange, Progress
from sopbatch.report.changes import KINDS, changes, progressed
from sopbatch.report.files import FileFate, FileRow
from sopbatch.report.unanswered import unanswered
from sopbatch.report.week_facts import WeekFacts
from sopbatch.tally import tally
from tests.builders import day, dossier, files_of, findings, plan_line, register, review, sop

AS_OF = date(2026, 10, 9)


def planned(code, status="", *, errors=0, seen=date(2026, 10, 8)):
    plan = plan_line(code, title=f"Judul {code}")
    if not status:
        return dossier(plan=plan)
    subject = sop(f"Judul {code}", status=status, effective=day(date(2026, 9, 30)))
    file = review(subject, findings(errors), name=f"{code}.xlsx", seen=seen)
    return dossier(file, plan=plan)


def told(before, *dossiers, losses=(), plan=(), decisions=(), knew=()):
    known = replace(register(), decisions=decisions)
    counted = tally(dossiers, known, AS_OF, before)
    files = files_of(dossiers)
    names = ((one.received.sha256, one.received.name) for one in files)
    old = frozenset(name for name in names if name[1] in knew)
    waiting = unanswered(counted, files, old, AS_OF)
    return [
        (change.kind, change.code, change.before, change.after, change.remark)
        for change in changes(counted, losses, plan, waiting)
    ]


def test_each_change_is_told_by_its_kind():
    before = {
        "A": "Siap Disahkan",
        "B": "Perlu Perbaikan",
        "C": "Teridentifikasi",
        "D": "Draf",
        "E": "Diajukan",
        "F": "Diajukan",
        "G": "Diajukan",
        "H": "Perlu Perbaikan",
    }
    assert told(
        before,
        planned("H", "Draf", errors=1),
        planned("G", "Diajukan"),
        planned("F", "Diajukan"),
        planned("E", "Diajukan", errors=1),
        planned("D", "Diajukan"),
        planned("C", "Diajukan"),
        planned("B", "Diajukan"),
        planned("A", "Disahkan"),
        decisions=(Decision(plan_code="F", status="Dicabut", decided=date(2026, 10, 7)),),
    ) == [
        ("Baru selesai", "A", "Siap Disahkan", "Berlaku", ""),
        ("Baru diperbaiki", "B", "Perlu Perbaikan", "Diajukan", ""),
        ("Baru diterima", "C", "Teridentifikasi", "Diajukan", ""),
        ("Berubah status", "D", "Draf", "Diajukan", ""),
        ("Berubah status", "H", "Perlu Perbaikan", "Draf", ""),
        ("Dikembalikan", "E", "Diajukan", "Perlu Perbaikan", ""),
        ("Dicabut", "F", "Diajukan", "Dicabut", ""),
    ]


def test_who_does_not_answer_is_told_with_the_weeks():
    seen = AS_OF - timedelta(weeks=3, days=2)
    waits = planned("A", "Diajukan", errors=1, seen=seen)
    assert told({"A": "Perlu Perbaikan"}, waits, knew=["A.xlsx"]) == [
        ("Belum dijawab", "A", "Perlu Perbaikan", "Perlu Perbaikan", "3 minggu tanpa jawaban")
    ]


def test_a_file_that_the_bureau_sent_back_waits_since_it_did_so():
    sent = planned("A", "Diajukan", seen=AS_OF - timedelta(weeks=5))
    back = Decision(plan_code="A", status="Perlu Perbaikan", decided=AS_OF - timedelta(weeks=2))
    assert told({"A": "Perlu Perbaikan"}, sent, decisions=(back,), knew=["A.xlsx"]) == [
        ("Belum dijawab", "A", "Perlu Perbaikan", "Perlu Perbaikan", "2 minggu tanpa jawaban")
    ]


def test_nobody_answers_for_a_title_that_the_plan_withdrew():
    waits = planned("A", "Diajukan", errors=1, seen=AS_OF - timedelta(weeks=3))
    withdrawn = replace(waits, plan=replace(waits.plan, withdrawn=True))
    assert told({"A": "Perlu Perbaikan"}, withdrawn, knew=["A.xlsx"]) == []


def test_a_faulty_answer_is_an_answer():
    assert told({"A": "Perlu Perbaikan"}, planned("A", "Diajukan", errors=1)) == []


def test_a_newer_version_that_went_back_waits_beside_the_one_that_counts():
    seen = AS_OF - timedelta(weeks=2)
    subject = sop("Judul A", status="Diajukan")
    whole = review(subject, name="A.xlsx", seen=seen - timedelta(days=7))
    newer = review(subject, findings(2), name="A baru.xlsx", seen=seen)
    both = dossier(newer, whole, plan=plan_line("A", title="Judul A"))
    assert told({"A": "Diajukan"}, both, knew=["A.xlsx", "A baru.xlsx"]) == [
        ("Belum dijawab", "A", "Diajukan", "Diajukan", "2 minggu tanpa jawaban")
    ]
    assert told({"A": "Diajukan"}, both, knew=["A.xlsx"]) == []


def test_losses_have_their_reason_and_are_told_once():
    losses = (
        Loss("A", "Judul A", "Terverifikasi", "Diajukan", "isinya berubah"),
        Loss("B", "Judul B", "Diajukan, lengkap", "Diajukan", "galat baru"),
        Loss("Z", "Judul Z", "Diajukan", "", "tidak ada lagi dalam rencana"),
    )
    assert told(
        {"A": "Terverifikasi", "B": "Diajukan"},
        planned("A", "Diajukan"),
        planned("B", "Diajukan"),
        losses=losses,
    ) == [
        ("Berubah status", "A", "Terverifikasi", "Diajukan", "isinya berubah"),
        ("Turun", "B", "Diajukan, lengkap", "Diajukan", "galat baru"),
        ("Turun", "", "Diajukan", "tidak terdaftar", "tidak ada lagi dalam rencana"),
    ]


def test_a_title_that_left_the_plan_is_told_with_its_code_and_agency():
    counted = tally((planned("A", "Diajukan"),), register(), AS_OF, {"A": "Diajukan"})
    (owner,) = {line.unit_code for line in counted.lines}
    losses = [Loss(code, f"Judul {code}", "Draf", "", "rencana diubah") for code in ("Y", "Z")]
    gone = PlanChange(sop="Z", title="Judul Z", what="dihapus", unit_code=owner)
    assert [
        (change.kind, change.code, change.unit) for change in changes(counted, losses, [gone])
    ] == [
        ("Turun", "", ""),
        ("Turun", "Z", counted.lines[0].unit_name),
        ("Rencana", "Z", counted.lines[0].unit_name),
    ]


def test_verification_that_lost_its_content_and_changes_of_the_plan_are_told():
    changed = dossier(
        review(sop("Judul A baru"), seen=AS_OF),
        review(sop("Judul A"), name="lama.xlsx", seen=date(2026, 9, 1)),
        plan=plan_line("A", title="Judul A"),
    )
    moved = PlanChange(
        sop="A", title="Judul A", what="tenggat", before="1 Mei 2026", after="1 Juni 2026"
    )
    found = told(
        {"A": "Diajukan"},
        changed,
        decisions=(Decision(plan_code="A", status="Terverifikasi", decided=date(2026, 9, 5)),),
        plan=(moved,),
    )
    assert found == [
        ("Verifikasi gugur", "A", "Terverifikasi", "Diajukan", "isi berubah setelah verifikasi"),
        ("Rencana", "A", "1 Mei 2026", "1 Juni 2026", "tenggat"),
    ]


def test_nothing_changed_is_nothing_told():
    assert told({"A": "Diajukan"}, planned("A", "Diajukan"), planned("B")) == []
    assert len(set(KINDS)) == len(KINDS)


@pytest.mark.parametrize(
    ("about", "is_told"),
    [
        ({"fate": FileFate.COUNTED, "new": True}, True),
        ({"fate": FileFate.AWAITED, "new": True}, True),
        ({"fate": FileFate.COUNTED}, False),
        ({"fate": FileFate.COUNTED, "new": True, "resent": True}, False),
        ({"fate": FileFate.OLDER, "new": True}, False),
        ({"fate": FileFate.COUNTED, "new": True, "sha256": "tanpa versi lama"}, False),
    ],
)
def test_progress_is_told_of_what_is_new_and_holds_its_place(about, is_told):
    known = {"name": "a.xlsx", "first_seen": AS_OF, "size": 1, "remark": "", "sha256": "aa"}
    file = FileRow(**{**known, **about})
    facts = WeekFacts(progress={"aa": Progress(fixed=3, still=2, new=1, round=2)})
    told = [(one.before, one.after, one.remark) for one in progressed([file], facts)]
    expected = ("5 catatan", "3 catatan", "3 diperbaiki, 2 masih ada, 1 baru")
    assert told == ([expected] if is_told else [])
