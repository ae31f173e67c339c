"""A file sent for an earlier one under another title is told, when its mail points there."""

from dataclasses import replace
from datetime import date
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.batch.assessing.resendings import resendings
from sopbatch.model import Letter, SopNumber
from sopbatch.model.received import receipt_number
from sopbatch.rules import gather
from sopbatch.schema.register_v1 import FILE_NAME
from tests.batch.runs import AS_OF, OFFICE, faulty_workbook, register_workbook, run
from tests.batch.test_parcels import put
from tests.batch.test_ties import OTHER, PLANNED, REGISTER, sent
from tests.intake.opening.parcels import mail, raw
from tests.sample_batch.making import filled, planned

FIRST = sent(PLANNED.title, "b")
AUDIT = sent("Audit Kinerja", "c", "5.04")
NUMBER = FIRST.received.number


def mailed(review, *, number: int = 1, subject: str = "SOP", references: str = ""):
    letter = Letter(
        "surat.eml", "d" * 64, f"<{number}@x.id>", subject=subject, references=references
    )
    return replace(review, received=replace(review.received, letters=(("surat.xlsx", letter),)))


@pytest.mark.parametrize(
    ("subject", "references", "earlier"),
    [
        (f"Re: perbaikan {NUMBER}", "", NUMBER),
        (f"perbaikan {NUMBER.lower().replace('-', ' ')}", "", NUMBER),
        ("Re: SOP kami", "<0@x.id> <1@x.id>", NUMBER),
        ("Re: SOP kami", "<7@x.id>", None),
        ("TT-261120-000000", "", None),
        (f"{AUDIT.received.number}: punya perangkat daerah lain", "", None),
        (f"{AUDIT.received.number} dan {NUMBER}", "", NUMBER),
        (f"X{NUMBER}", "", None),
    ],
)
def test_the_number_in_the_subject_or_the_thread_tells(subject, references, earlier):
    again = mailed(sent(OTHER), number=2, subject=subject, references=references)
    found = list(resendings(gather((mailed(FIRST), AUDIT, again), REGISTER)))
    assert [one.earlier for one in found] == ([earlier] if earlier else [])
    assert all((one.received, one.line) == (again.received, PLANNED) for one in found)


def test_a_thread_about_two_titles_tells_neither():
    second = replace(PLANNED, code="KP-02", title="Pensiun")
    register = replace(REGISTER, plan=(*REGISTER.plan, second))
    again = mailed(sent(OTHER), number=2, references="<1@x.id>")
    reviews = (mailed(FIRST), mailed(sent(second.title, "e")), again)
    assert list(resendings(gather(reviews, register))) == []


def test_an_earlier_file_is_not_a_resending_of_a_later_one():
    early = replace(sent(OTHER).received, first_seen=date(2026, 11, 1))
    again = mailed(replace(sent(OTHER), received=early), subject=NUMBER)
    assert list(resendings(gather((FIRST, again), REGISTER))) == []


def test_a_run_tells_the_operator_and_offers_the_title(tmp_path: Path):
    sender = "Biro <organisasi@contoh.example>"
    first = faulty_workbook()
    number = SopNumber("065/99/AK/ORG/2026")
    other = replace(planned("AK-06"), title="Hal yang Lain Sama Sekali", number=number)
    renamed = filled(replace(other, plan_code=""))(OFFICE)
    earlier = receipt_number(date.fromisoformat(AS_OF), sha256(first).hexdigest())
    source = put(
        tmp_path / "masuk",
        {
            FILE_NAME: register_workbook(),
            "1.eml": raw(mail(("SOP.xlsx", first), From=sender)),
            "2.eml": raw(mail(("baru.xlsx", renamed), From=sender, Subject=f"Ulang {earlier}")),
        },
    )
    told = " ".join(run(source, tmp_path / "keluar", env={"COLUMNS": "200"}).out.split())
    assert f"adalah kiriman ulang atas {earlier} dengan nama lain" in told
    assert "kaitkan dengan AK-06" in told
