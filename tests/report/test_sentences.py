from dataclasses import replace
from datetime import date

from sopbatch.model import NO_REGISTER, Severity
from sopbatch.report.causes import causes, heaviest
from sopbatch.report.content import Content, arranged
from sopbatch.report.decisions import nothing_pending
from sopbatch.report.sentences import sentences
from sopbatch.tally import tally
from tests.builders import (
    day,
    dossier,
    files_of,
    finding,
    findings,
    plan_line,
    register,
    review,
    sop,
)

AS_OF = date(2026, 10, 9)
LATE, DUE = date(2026, 9, 30), date(2026, 12, 31)


def content(*dossiers, known=None):
    known = known or register()
    counted = tally(dossiers, known, AS_OF)
    return arranged(Content(tally=counted, reviews=files_of(dossiers), register=known, as_of=AS_OF))


def planned(number, status="", *, unit="1.02", deadline=DUE, errors=0):
    plan = plan_line(f"P-{number}", unit_code=unit, title=f"Judul {number}", deadline=deadline)
    if not status:
        return dossier(plan=plan)
    subject = sop(f"Judul {number}", unit_code=unit, status=status, effective=day(LATE))
    return dossier(review(subject, findings(errors), name=f"{number}.xlsx"), plan=plan)


def test_how_far_and_who_is_late():
    told = sentences(
        content(
            planned(1, "Disahkan"),
            planned(2, "Siap Disahkan", deadline=LATE),
            planned(3, "Diajukan", deadline=LATE, unit="2.16"),
            planned(4, "Diajukan", errors=1),
            planned(5),
            dossier(review(sop("Lain", unit_code="1.02"), name="lain.xlsx")),
        )
    )
    assert told[0] == (
        "Dari 5 SOP yang direncanakan, 3 lengkap; di antaranya 2 sudah tersusun, dan 1 dari "
        "jumlah itu sudah selesai (20,0%). 1 SOP belum dikirim."
    )
    assert told[1] == (
        "2 SOP melewati tenggat dan belum selesai, yaitu pada Dinas Komunikasi dan "
        "Informatika (1) dan Dinas Kesehatan (1)."
    )


def test_when_all_is_done_nothing_is_to_be_decided():
    done = content(planned(1, "Disahkan"))
    how_far, late = sentences(done)
    assert how_far.endswith("Semua SOP sudah dikirim.")
    assert late == "Tidak ada SOP yang melewati tenggat."
    assert nothing_pending(done.tally) == "Tidak ada yang perlu diputuskan."


def test_without_deadlines_nobody_can_be_called_late():
    told = sentences(content(planned(1, "Diajukan", deadline=None)))
    assert told[1] == "Rencana belum memuat tenggat, sehingga keterlambatan tidak dapat dihitung."


def test_without_a_plan_only_what_came_is_told():
    told = sentences(content(dossier(review()), known=NO_REGISTER))
    assert told[0] == "1 SOP diterima: 1 lengkap, 0 tersusun, dan 0 selesai."
    assert told[1].startswith("Daftar induk belum ada")


def test_nothing_at_all_is_said_plainly():
    told = sentences(content())
    assert told[0] == "Belum ada berkas SOP yang diterima dan belum ada judul dalam rencana."
    assert told[1].startswith("Daftar induk belum memuat rencana SOP")


def test_what_holds_back_comes_first_then_what_is_commonest_by_the_names_of_rules():
    found = (
        finding("S-01", Severity.INFO, sentence="Langkah 2 kosong."),
        finding("S-01", Severity.INFO, sentence="Langkah 3 kosong."),
        finding("S-01", Severity.INFO, sentence="Langkah 3 kosong."),
        finding("W-01", Severity.WARNING),
        finding("I-06"),
    )
    told = replace(content(dossier(review(sop(), found))), titles={"I-06": "Judul keliru"})
    first, second, third = heaviest(told, 5)
    assert (first.code, first.name, first.findings) == ("I-06", "Judul keliru", 1)
    assert second.code == "W-01"
    assert (third.code, third.name, third.findings, third.sops) == (
        "S-01",
        "Langkah 3 kosong.",
        3,
        1,
    )


def test_a_rule_that_mostly_advises_counts_for_the_leader_by_what_holds_back_alone():
    advice = [finding("D-02", Severity.INFO)] * 7
    found = (finding("D-02"), *advice, finding("D-01"), finding("D-01"))
    told = content(dossier(review(sop(), found)))
    assert [(one.code, one.findings) for one in heaviest(told, 5)] == [("D-01", 2), ("D-02", 1)]
    assert sum(one.findings for one in causes(told)) == len(found)
