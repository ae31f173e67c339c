"""A file sent for an earlier one under another title is told, when its mail points there."""

from dataclasses import replace
from datetime import date
from email import message_from_bytes
from hashlib import sha256
from pathlib import Path

import pytest

from sopbatch.batch.assessing.resendings import ANSWERED, NAMED, SAME, chain, resendings
from sopbatch.intake.opening.heads import with_head
from sopbatch.model import Letter, SopNumber
from sopbatch.model.received import receipt_number
from sopbatch.rules import gather
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.answers import AnsweredWorkbook, draft
from tests.batch.inbox import put
from tests.batch.ledgers import rows
from tests.batch.renamed import OTHER, PLANNED, REGISTER, sent
from tests.batch.runs import AS_OF, OFFICE, faulty_workbook, register_workbook, run
from tests.intake.opening.parcels import mail, raw
from tests.mail.drafts import answer
from tests.sample_batch.making import filled, planned
from tests.there import there

FIRST = sent(PLANNED.title, "b")
AUDIT = sent("Audit Kinerja", "c", "5.04")
NUMBER = FIRST.received.number


def mailed(review, *, number: int = 1, subject: str = "SOP", references: str = ""):
    letter = Letter(
        "surat.eml", "d" * 64, message_id=f"<{number}@x.id>", subject=subject, references=references
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


def links(*reviews) -> dict[str, tuple[str, str]]:
    """By receipt number: the one it follows, and what tells it."""
    dossiers = gather(reviews, REGISTER)
    numbers = {one.received.sha256: one.received.number for one in reviews}
    return {numbers[one.sha256]: (numbers[one.earlier], one.told_by) for one in chain(dossiers)}


def on(day: int, review):
    return replace(review, received=replace(review.received, first_seen=date(2026, 11, day)))


def test_the_chain_names_the_file_that_each_one_follows():
    first = mailed(on(1, sent(PLANNED.title, "1")))
    second = on(8, sent(PLANNED.title, "2"))
    third = mailed(on(9, sent(PLANNED.title, "3")), number=3, references="<1@x.id>")
    renamed = mailed(
        on(10, sent(OTHER, "4")), number=4, subject=f"Perbaikan {second.received.number}"
    )
    one, two, three, four = (x.received.number for x in (first, second, third, renamed))
    assert links(first, second, third, renamed, on(9, AUDIT)) == {
        two: (one, SAME),
        three: (one, ANSWERED),
        four: (two, NAMED),
    }


def test_an_older_version_that_comes_late_follows_and_does_not_count():
    newer = on(1, sent(PLANNED.title, "1"))
    older = on(8, sent(PLANNED.title, "2"))
    told = replace(older.submission.sop, revision=-1)
    submission = replace(older.submission, sop=told, received=older.received)
    older = replace(older, submission=submission)
    (dossier,) = (one for one in gather((newer, older), REGISTER) if one.versions)
    assert there(dossier.counted).received == newer.received
    assert links(newer, older) == {older.received.number: (newer.received.number, SAME)}


def test_a_reply_to_our_answer_alone_tells_the_file_it_was_about():
    """Some programs name the mail that is answered in In-Reply-To and nothing else."""
    first = on(1, sent(PLANNED.title, "1"))
    answered = message_from_bytes(draft(answer(1, books=(book(first),)), []))["Message-ID"]
    head = f"From: a@x.id\nMessage-ID: <2@x.id>\nIn-Reply-To: {answered}\n\n"
    letter = with_head(Letter("surat.eml", "d" * 64), message_from_bytes(head.encode()))
    again = on(8, sent(OTHER, "2"))
    again = replace(again, received=replace(again.received, letters=(("a.xlsx", letter),)))
    assert links(first, again) == {again.received.number: (first.received.number, ANSWERED)}
    (told,) = resendings(gather((first, again), REGISTER))
    assert told.earlier == first.received.number


def book(review) -> AnsweredWorkbook:
    return AnsweredWorkbook(
        title="Judul", file="a.xlsx", number=review.received.number, verdict="Belum dapat diterima."
    )


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


@pytest.mark.long
def test_a_run_tells_the_operator_and_offers_the_title(tmp_path: Path):
    sender = "Biro <organisasi@contoh.example>"
    first = faulty_workbook()
    number = SopNumber(raw="065/99/AK/ORG/2026")
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
    ((day, own, before, key, _, basis),) = rows(tmp_path / "keluar", "SELECT * FROM kiriman_ulang")
    assert (day, before, key, basis) == (AS_OF, earlier, "AK-06", NAMED)
    assert own == receipt_number(date.fromisoformat(AS_OF), sha256(renamed).hexdigest())
