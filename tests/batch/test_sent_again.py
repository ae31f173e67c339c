"""A content that a later mail brings again is what its sender means; nothing else is sent again."""

from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sopbatch.batch.assessing.sent_again import overtaken, with_later_mails
from sopbatch.matching.dossiers import gather
from sopbatch.matching.known_then import judged_on
from sopbatch.model import Dossier, Letter, Parcel, Review
from sopbatch.schema.register import FILE_NAME
from tests import builders
from tests.batch.inbox import put
from tests.batch.ledgers import rows
from tests.batch.renamed import PLANNED, REGISTER
from tests.batch.runs import OFFICE as MADE_WITH
from tests.batch.runs import register_workbook, run
from tests.intake.opening.parcels import mail, raw
from tests.sample_batch.making import filled, planned
from tests.there import there

FIRST = date(2026, 11, 2)
WEEK = timedelta(days=7)
LOOSE = Letter("semua.zip", "e" * 64)
OFFICE = "Biro <organisasi@contoh.example>"

ARRIVALS = st.lists(st.tuples(st.sampled_from("ABC"), st.booleans()), min_size=1, max_size=7)
"""A content of each week, and whether a mail brought it or it was dropped into the inbox."""


def letter(week: int, day: date) -> tuple[str, Letter]:
    told = Letter(f"{week}.eml", "d" * 64, message_id=f"<{week}@x.id>", sent=day.isoformat())
    return f"{week}.eml/sop.xlsx", told


def known(arrivals: list[tuple[str, bool]]) -> list[Review]:
    """What is known of each content after so many weeks, all of it lying in the inbox."""
    found: dict[str, Review] = {}
    for week, (content, mailed) in enumerate(arrivals):
        day = FIRST + week * WEEK
        subject = builders.sop(PLANNED.title, unit_code="5.03", function=content)
        review = found.get(content) or builders.review(subject, name=content, seen=day)
        letters = (*review.received.letters, *([letter(week, day)] if mailed else []))
        found[content] = replace(review, received=replace(review.received, letters=letters))
    return list(found.values())


def governing(reviews: list[Review], *parcels: Parcel, weeks: int = 60) -> Dossier:
    judged = with_later_mails(reviews, parcels, FIRST + weeks * WEEK)
    return gather(judged, REGISTER)[0]


def expected(arrivals: list[tuple[str, bool]]) -> str:
    """The last that came: for the first time, or by a mail."""
    last = [
        content
        for week, (content, mailed) in enumerate(arrivals)
        if mailed or content not in [one for one, _ in arrivals[:week]]
    ]
    return last[-1]


@given(ARRIVALS)
def test_the_last_that_came_governs(arrivals):
    dossier = governing(known(arrivals))
    assert there(dossier.counted).received.name == expected(arrivals)
    assert dossier.undecided == ()


@given(ARRIVALS)
def test_mails_that_have_left_the_inbox_still_tell(arrivals):
    reviews = known(arrivals)
    parcels = [
        Parcel(date.fromisoformat(told.sent), one.received.sha256, name, told)
        for one in reviews
        for name, told in one.received.letters
    ]
    bare = [replace(one, received=replace(one.received, letters=())) for one in reviews]
    named = there(governing(bare, *parcels).counted).received.name
    assert named == expected(arrivals)


@given(ARRIVALS, st.data())
def test_a_mail_read_twice_and_a_copy_that_lies_there_are_not_sent_again(arrivals, data):
    reviews = known(arrivals)
    before = there(governing(reviews).counted).received.name
    again = data.draw(st.sampled_from(reviews))
    read_later = [
        Parcel(FIRST + 20 * WEEK, again.received.sha256, f"kotak.mbox/{name}", told)
        for name, told in again.received.letters
    ]
    packed = Parcel(
        FIRST + 20 * WEEK,
        again.received.sha256,
        "semua.zip/sop.xlsx",
        LOOSE,
    )
    dated = letter(99, FIRST + 99 * WEEK)
    of_no_day = Parcel(FIRST, again.received.sha256, *dated)
    found = governing(reviews, *read_later, packed, of_no_day)
    assert there(found.counted).received.name == before


@given(ARRIVALS, st.sampled_from("ABC"))
def test_a_higher_revision_governs_whatever_is_sent_again(arrivals, highest):
    reviews = [
        replace(one, submission=replace(sub, sop=replace(sub.sop, revision=1, revised=_DAY)))
        if (sub := there(one.submission)) and one.received.name == highest
        else one
        for one in known(arrivals)
    ]
    names = {one.received.name for one in reviews}
    counted = there(governing(reviews).counted).received.name
    assert counted == (highest if highest in names else expected(arrivals))


_DAY = builders.day(date(2026, 10, 1))


@given(ARRIVALS)
def test_what_counted_in_an_earlier_week_is_told_as_it_was(arrivals):
    for week in range(1, len(arrivals) + 1):
        day = FIRST + (week - 1) * WEEK
        then = there(judged_on(governing(known(arrivals)), day))
        assert then.received.name == expected(arrivals[:week])


def test_the_operator_is_told_once_what_took_a_newer_ones_place():
    arrivals = [("A", True), ("B", True), ("A", True)]
    judged = with_later_mails(known(arrivals), (), FIRST + 2 * WEEK)
    dossiers = gather(judged, REGISTER)
    (told,) = overtaken(dossiers, FIRST + 2 * WEEK)
    assert "dikirim lagi 16 November 2026, setelah “B”" in told
    assert list(overtaken(dossiers, FIRST + 3 * WEEK)) == []


@pytest.mark.long
def test_a_run_counts_what_was_sent_again_and_a_second_one_the_same(tmp_path: Path):
    sop = planned("AK-06")
    first, second = filled(sop)(MADE_WITH), filled(replace(sop, function="Lain"))(MADE_WITH)
    inbox, target = tmp_path / "masuk", tmp_path / "keluar"

    def week(day: str, *files: tuple[str, bytes]) -> str:
        for old in inbox.glob("*") if inbox.exists() else ():
            old.unlink()
        put(inbox, {FILE_NAME: register_workbook(), **dict(files)})
        run(inbox, target, "--per-tanggal", day)
        query = "SELECT sha256 FROM decision WHERE sop = 'AK-06' ORDER BY run DESC LIMIT 1"
        return str(rows(target, query)[0][0])

    def sent(data: bytes, day: int) -> bytes:
        return raw(mail(("SOP.xlsx", data), From=OFFICE, Date=f"{day} Nov 2026 08:00:00 +0800"))

    digest = {data: sha256(data).hexdigest() for data in (first, second)}
    assert week("2026-11-06", ("1.eml", sent(first, 5))) == digest[first]
    assert week("2026-11-13", ("2.eml", sent(second, 12))) == digest[second]
    assert week("2026-11-20", ("1.eml", sent(first, 5))) == digest[second]
    assert week("2026-11-20", ("3.eml", sent(first, 19))) == digest[first]
    assert week("2026-11-20", ("3.eml", sent(first, 19))) == digest[first]
    assert week("2026-11-27") == digest[first]
    assert week("2026-11-27", ("1.eml", sent(first, 5))) == digest[first]
