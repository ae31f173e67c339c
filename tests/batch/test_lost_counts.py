"""Nothing counts for less than a week ago without a reason that is told."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.batch.assessing.assessment import sop_lines
from sopbatch.batch.assessing.lost_counts import Now, losses, plan_changes
from sopbatch.batch.commands.marked_beside import NO_PAST
from sopbatch.model import NO_REGISTER, Decision
from sopbatch.tally import tally
from tests.builders import day, dossier, findings, plan_line, register, review, sop

AS_OF, EFFECTIVE = date(2026, 10, 9), date(2026, 9, 1)
LINE = plan_line()
REVOKED = Decision(plan_code=LINE.code, status="Dicabut", decided=EFFECTIVE, document="BA-7")
CORRECT = Decision(plan_code=LINE.code, status="Perlu Perbaikan", decided=EFFECTIVE)


def sent(status="Diajukan", errors=0, name="lama.xlsx"):
    return review(sop(status=status, effective=day(EFFECTIVE)), findings(errors), name=name)


OLD, NEW = sent().received, sent(name="baru.xlsx").received


def lost(before, *files, complete=False, plan=(LINE,), decisions=(), withdrawn=(), beside=()):
    """Before, after and reason of what was lost of one SOP that stood in the plan."""
    past = replace(
        NO_PAST,
        status={LINE.code: before},
        complete=frozenset({LINE.code} if complete else ()),
        counted={LINE.code: OLD.sha256},
        planned=(LINE,),
    )
    own = tuple(dossier(*files, plan=line) for line in plan if files or not line.withdrawn)
    dossiers, known = (*own, *beside), register(plan=plan, decisions=decisions)
    lines = dict(sop_lines(dossiers, tally(dossiers, known, AS_OF)))
    now = Now(known, dossiers, lines, withdrawn, files)
    return [(one.before, one.after, one.reason) for one in losses(past, now)]


@pytest.mark.parametrize(
    ("before", "file"),
    [
        ("Diajukan", sent()),
        ("Draf", sent()),
        ("Diajukan", sent("Disahkan")),
        ("Teridentifikasi", sent(errors=1)),
        ("Perlu Perbaikan", sent(errors=1)),
        ("Diajukan", sent(errors=1)),
    ],
)
def test_what_counts_for_as_much_or_more_is_no_loss(before, file):
    assert lost(before, file) == []


@pytest.mark.parametrize(
    ("before", "file", "told"),
    [
        (
            "Disahkan",
            sent("Draf", name="baru.xlsx"),
            (
                "Disahkan",
                "Draf",
                f"digantikan oleh berkas {NEW.number}",
            ),
        ),
        (
            "Diajukan",
            sent(errors=1),
            (
                "Diajukan, lengkap",
                "Perlu Perbaikan, tidak lengkap",
                "berkasnya kini masih harus diperbaiki (I-06)",
            ),
        ),
        (
            "Disahkan",
            sent("Diajukan"),
            (
                "Disahkan",
                "Diajukan",
                "aturan, pengecualian, atau tanggal yang menentukan penilaiannya berubah",
            ),
        ),
        ("Disahkan", sent("Dicabut"), ("Disahkan", "Dicabut", "dicabut menurut perangkat daerah")),
    ],
)
def test_a_file_that_lowers_an_sop_is_named_with_what_is_wrong_in_it(before, file, told):
    assert lost(before, file, complete=True) == [told]


@pytest.mark.parametrize(
    ("decision", "after", "reason"),
    [
        (REVOKED, "Dicabut", "dicabut menurut Biro Organisasi"),
        (CORRECT, "Perlu Perbaikan", "keputusan Biro Organisasi"),
    ],
)
def test_a_decision_that_lowers_an_sop_is_named(decision, after, reason):
    assert lost("Disahkan", sent(), decisions=(decision,)) == [("Disahkan", after, reason)]


def test_a_revocation_is_named_where_the_title_left_the_plan_too():
    reason = "dicabut dengan keputusan Biro Organisasi BA-7"
    assert lost("Disahkan", plan=(), decisions=(REVOKED,)) == [("Disahkan", "", reason)]


@pytest.mark.parametrize(
    ("plan", "reason"),
    [
        ((), "rencana diubah: judulnya dihapus"),
        ((replace(LINE, withdrawn=True),), "rencana diubah: judulnya ditarik dari rencana"),
    ],
)
def test_a_title_that_left_the_plan_is_named(plan, reason):
    assert lost("Disahkan", plan=plan) == [("Disahkan", "", reason)]


def test_a_file_that_was_withdrawn_or_is_counted_elsewhere_is_named():
    withdrawn = ((OLD, "ditarik Biro Organisasi"),)
    reason = f"berkas {OLD.number} ditarik Biro Organisasi"
    assert lost("Diajukan", withdrawn=withdrawn) == [("Diajukan", "Teridentifikasi", reason)]
    other = dossier(sent(), plan=plan_line("TL-02", title="Surat Keluar"))
    reason = "berkasnya kini dihitung sebagai “Surat Keluar”"
    assert lost("Diajukan", beside=(other,)) == [("Diajukan", "Teridentifikasi", reason)]


@pytest.mark.parametrize(
    ("then", "now", "told"),
    [
        ((LINE,), (LINE,), []),
        ((LINE,), (), [("dihapus", "", "")]),
        (
            (plan_line("TL-02"),),
            (plan_line("TL-02"), LINE),
            [("ditambahkan", "", "")],
        ),
        (
            (LINE,),
            (replace(LINE, title="Surat", deadline=date(2026, 12, 1)),),
            [("judul", LINE.title, "Surat"), ("tenggat", "-", "1 Desember 2026")],
        ),
        ((LINE,), (replace(LINE, withdrawn=True),), [("ditarik", "Tidak", "Ya")]),
        ((), (LINE,), []),
    ],
)
def test_what_became_of_the_plan_is_told_where_it_was_known(then, now, told):
    past = replace(NO_PAST, planned=then)
    found = [(one.what, one.before, one.after) for one in plan_changes(past, register(plan=now))]
    assert found == told
    assert list(plan_changes(past, NO_REGISTER)) == []
