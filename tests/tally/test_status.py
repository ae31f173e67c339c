from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import Decision
from sopbatch.model.watched import Watched
from sopbatch.schema.statuses import STATUSES
from sopbatch.tally import final_status, tally
from tests.builders import day, dossier, findings, plan_line, register, review, sop

AS_OF = date(2026, 10, 9)
BEFORE, AFTER = date(2026, 10, 1), date(2026, 10, 20)


def standing(status, errors=0, decision="", decided=BEFORE, effective=None):
    decisions = (Decision(plan_code="TL-01", status=decision, decided=decided),) if decision else ()
    sent = review(sop(status=status, effective=day(effective)), findings(errors))
    return final_status(dossier(sent, plan=plan_line()), register(decisions=decisions), AS_OF)


@pytest.mark.parametrize(
    ("claimed", "errors", "decision", "effective", "final"),
    [
        # claimed          galat  decision            effective  final
        ("Draf", 0, "", None, "Draf"),
        ("Draf", 3, "", None, "Draf"),
        ("Draf", 0, "Terverifikasi", None, "Draf"),
        ("Diajukan", 0, "", None, "Diajukan"),
        ("diajukan ", 0, "", None, "Diajukan"),
        ("Diajukan", 1, "", None, "Perlu Perbaikan"),
        ("Diajukan", 0, "Dalam Verifikasi", None, "Dalam Verifikasi"),
        ("Diajukan", 0, "Terverifikasi", None, "Terverifikasi"),
        ("Diajukan", 0, "Perlu Perbaikan", None, "Perlu Perbaikan"),
        ("Diajukan", 1, "Terverifikasi", None, "Perlu Perbaikan"),
        ("Diajukan", 0, "Dicabut", None, "Dicabut"),
        ("Diajukan", 0, "Sudah bagus", None, "Diajukan"),
        ("Uji Coba", 0, "Terverifikasi", None, "Uji Coba"),
        ("Uji Coba", 2, "", None, "Perlu Perbaikan"),
        ("Siap Disahkan", 0, "Perlu Perbaikan", None, "Siap Disahkan"),
        ("Disahkan", 0, "", None, "Disahkan"),
        ("Disahkan", 0, "", AFTER, "Disahkan"),
        ("Disahkan", 0, "", AS_OF, "Berlaku"),
        ("Disahkan", 0, "Terverifikasi", BEFORE, "Berlaku"),
        ("Disahkan", 1, "", BEFORE, "Perlu Perbaikan"),
        ("Disahkan", 0, "Dicabut", BEFORE, "Dicabut"),
        ("Dalam Revisi", 0, "", BEFORE, "Dalam Revisi"),
        ("Dicabut", 0, "", None, "Dicabut"),
        ("Dicabut", 2, "", None, "Dicabut"),
        ("", 0, "", None, "Diajukan"),
        ("sudah jadi", 0, "", None, "Diajukan"),
        ("Terverifikasi", 0, "", None, "Diajukan"),
        ("Berlaku", 0, "", AFTER, "Disahkan"),
        ("Berlaku", 0, "", BEFORE, "Berlaku"),
        ("Teridentifikasi", 0, "", None, "Draf"),
    ],
)
def test_a_status_is_what_was_claimed_found_decided_and_begun(
    claimed, errors, decision, effective, final
):
    assert standing(claimed, errors, decision, effective=effective).status.label == final


def test_a_planned_title_nobody_sent_is_identified():
    assert final_status(dossier(plan=plan_line()), register(), AS_OF).status.label == (
        "Teridentifikasi"
    )


def test_the_last_row_of_the_register_decides():
    rows = (
        Decision(plan_code="TL-01", status="Dalam Verifikasi", decided=BEFORE, row=4),
        Decision(plan_code="TL-02", status="Dicabut", decided=BEFORE, row=5),
        Decision(plan_code="TL-01", status="Terverifikasi", decided=BEFORE, row=6),
    )
    sent = dossier(review(), plan=plan_line())
    assert final_status(sent, register(decisions=rows), AS_OF).status.label == "Terverifikasi"


def test_a_decision_after_the_report_date_is_not_known_yet():
    assert standing("Diajukan", decision="Terverifikasi", decided=AFTER).status.label == "Diajukan"


def test_a_new_version_answers_a_request_for_correction():
    newer = review(name="baru.xlsx", seen=date(2026, 10, 6))
    older = review(name="lama.xlsx", seen=date(2026, 9, 25))
    rows = (Decision(plan_code="TL-01", status="Perlu Perbaikan", decided=date(2026, 10, 1)),)
    for versions, status in (
        ((newer, older), "Diajukan"),
        ((older,), "Perlu Perbaikan"),
        # sent on the day of the decision: it may be the very file that was judged
        ((review(name="sehari.xlsx", seen=date(2026, 10, 1)), older), "Perlu Perbaikan"),
        # the only version known: the file that was judged by hand before the first run
        ((newer,), "Perlu Perbaikan"),
    ):
        sent = dossier(*versions, plan=plan_line())
        assert final_status(sent, register(decisions=rows), AS_OF).status.label == status


@pytest.mark.parametrize(
    ("claimed", "errors", "decision", "effective", "note"),
    [
        ("Disahkan", 0, "", AFTER, "disahkan, belum berlaku"),
        ("Disahkan", 0, "", None, "disahkan, tanggal efektif belum terbaca"),
        (
            "Draf",
            0,
            "Terverifikasi",
            None,
            "keputusan “Terverifikasi” belum diterapkan: berkas masih Draf",
        ),
        (
            "Diajukan",
            1,
            "Dalam Verifikasi",
            None,
            "keputusan “Dalam Verifikasi” belum diterapkan: berkas masih harus diperbaiki",
        ),
    ],
)
def test_what_a_reader_should_know_is_noted(claimed, errors, decision, effective, note):
    assert standing(claimed, errors, decision, effective=effective).notes == (note,)


@pytest.mark.parametrize("status", STATUSES, ids=lambda status: status.label)
@pytest.mark.parametrize("errors", [0, 1])
def test_no_claim_reaches_a_level_that_only_the_bureau_or_the_machine_may_give(status, errors):
    final = standing(status.label, errors, effective=AFTER).status
    assert final.set_by != "inventaris"
    if final.set_by == "Biro Organisasi":
        pytest.fail(f"{status.label} became {final.label} without a decision")


def told(status="Diajukan", title="Penanganan Surat Masuk", **about):
    about.setdefault("errors", 0)
    name = f"{status} {title} {about['seen']}.xlsx"
    subject = sop(title, status=status, effective=day(about.get("effective")))
    return review(subject, findings(about["errors"]), name=name, seen=about["seen"])


def line_of(*versions, decisions=()):
    sent = dossier(*versions, plan=plan_line())
    return tally((sent,), register(decisions=decisions), AS_OF).lines[0]


WEEKS = [date(2026, 9, 4), date(2026, 9, 11), date(2026, 9, 18), date(2026, 9, 25)]


@pytest.mark.long
@settings(max_examples=60, deadline=None)
@given(
    st.lists(st.sampled_from(WEEKS), min_size=1, max_size=5),
    st.sampled_from(["Draf", "Diajukan", "Uji Coba", "Disahkan"]),
    st.integers(0, 1),
)
def test_sending_again_does_not_restart_since_when_a_status_holds(days, status, errors):
    versions = [
        told(status, f"Judul {at}", seen=seen, errors=errors) for at, seen in enumerate(days)
    ]
    newest_first = sorted(versions, key=lambda one: one.received.first_seen, reverse=True)
    assert line_of(*newest_first).status_day == min(days)


def test_a_status_holds_since_the_change_and_not_since_the_first_file():
    mended = told(title="A", seen=WEEKS[2])
    faulty = told(title="B", seen=WEEKS[1], errors=2)
    first = told("Draf", seen=WEEKS[0])
    assert line_of(faulty, first).status == "Draf"
    line = line_of(told(title="C", seen=WEEKS[3]), mended, faulty)
    assert (line.status, line.status_day) == ("Diajukan", WEEKS[2])
    assert line_of(faulty).status_day == WEEKS[1]


def test_repeated_decisions_do_not_restart_it_either():
    rows = [
        Decision(plan_code="TL-01", status="Dalam Verifikasi", decided=decided)
        for decided in WEEKS[1:3]
    ]
    line = line_of(told(seen=WEEKS[0]), decisions=tuple(rows))
    assert (line.status, line.status_day) == ("Dalam Verifikasi", WEEKS[1])


def test_what_is_decided_after_the_report_does_not_restart_it():
    rows = (Decision(plan_code="TL-01", status="Terverifikasi", decided=AFTER),)
    line = line_of(told(seen=WEEKS[2]), told(seen=WEEKS[0]), decisions=rows)
    assert (line.status, line.status_day) == ("Diajukan", WEEKS[0])


@pytest.mark.parametrize("effective", [date(2026, 1, 5), date(2026, 9, 20)])
def test_an_sop_is_in_force_since_the_day_on_which_it_took_effect(effective):
    line = line_of(told("Disahkan", effective=effective, seen=WEEKS[0]))
    assert (line.status, line.status_day) == ("Berlaku", effective)


@pytest.mark.parametrize(
    ("newer", "status", "changed"),
    [
        (told(seen=WEEKS[2]), "Terverifikasi", False),
        (told(title="Lain", seen=WEEKS[2]), "Diajukan", True),
        (told(title="Lain", seen=WEEKS[1]), "Terverifikasi", False),
        (told(title="Lain", seen=WEEKS[2], errors=1), "Terverifikasi", False),
        (told("Siap Disahkan", effective=AFTER, seen=WEEKS[2]), "Siap Disahkan", False),
        (told("Siap Disahkan", "Lain", seen=WEEKS[2]), "Siap Disahkan", True),
    ],
)
def test_a_verification_belongs_to_what_was_verified(newer, status, changed):
    rows = (Decision(plan_code="TL-01", status="Terverifikasi", decided=WEEKS[1]),)
    line = line_of(newer, told(seen=WEEKS[0]), decisions=rows)
    assert line.status == status
    assert ("berubah setelah verifikasi" in line.note) is changed
    again = Decision(plan_code="TL-01", status="Terverifikasi", decided=WEEKS[3])
    assert "berubah" not in line_of(newer, told(seen=WEEKS[0]), decisions=(*rows, again)).note


def evaluated(conclusion, on, effective=date(2026, 1, 5), status="Disahkan"):
    sent = review(sop(status=status, effective=day(effective)))
    seen = Watched(evaluated=on, conclusion=conclusion)
    subject = dossier(sent, plan=plan_line())
    (line,) = tally((subject,), register(), AS_OF, {}, {subject.key: seen}).lines
    return line


@pytest.mark.parametrize("effective", [date(2026, 1, 5), date(2026, 9, 30)])
def test_an_sop_in_force_that_is_to_be_revised_says_so_and_who_said_it(effective):
    line = evaluated("Direvisi", date(2026, 9, 30), effective)
    told = (line.status, line.status_origin, line.status_day, line.note)
    assert told == (
        "Dalam Revisi",
        "hasil evaluasi",
        date(2026, 9, 30),
        "evaluasi 30 September 2026: Direvisi",
    )
    assert line.ratified, "it is in force all the same"


@pytest.mark.parametrize(
    ("conclusion", "on", "effective", "status", "final"),
    [
        ("Tetap", date(2026, 9, 30), BEFORE, "Disahkan", "Berlaku"),
        ("Dicabut", date(2026, 9, 30), date(2026, 1, 5), "Disahkan", "Berlaku"),
        ("Direvisi", date(2026, 9, 30), BEFORE, "Disahkan", "Berlaku"),
        ("Direvisi", BEFORE, AFTER, "Disahkan", "Disahkan"),
        ("Direvisi", BEFORE, date(2026, 1, 5), "Diajukan", "Diajukan"),
        ("", None, BEFORE, "Disahkan", "Berlaku"),
    ],
)
def test_no_other_evaluation_changes_a_status(conclusion, on, effective, status, final):
    assert evaluated(conclusion, on, effective, status).status == final


@pytest.mark.long
@given(
    st.sampled_from(("Tetap", "Direvisi", "Dicabut", "")),
    st.dates(date(2025, 1, 1), date(2026, 10, 9)),
    st.dates(date(2025, 1, 1), date(2027, 1, 1)),
    st.sampled_from([status.label for status in STATUSES]),
)
def test_no_evaluation_takes_an_sop_from_the_counts(conclusion, on, effective, status):
    told = evaluated(conclusion, on, effective, status)
    alone = evaluated("", None, effective, status)
    figures = [(one.complete, one.compiled, one.ratified, one.late) for one in (told, alone)]
    assert figures[0] == figures[1]
