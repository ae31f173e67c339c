"""The lists of the week: what came, and what came again."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import OtherFiles
from sopbatch.report.file_rows import Came, file_rows
from sopbatch.report.files import FileFate, Owner
from sopbatch.report.week_facts import WeekFacts
from sopbatch.report.week_items import WeekOf, week
from sopbatch.tally import tally
from tests.builders import dossier, findings, plan_line, register, review, sop
from tests.there import there

FIRST, NOW = date(2026, 11, 9), date(2026, 11, 16)
MENDED = review(sop("Judul A"), name="baru.xlsx", seen=NOW)
OLD = review(sop("Judul A"), findings(1), name="lama.xlsx", seen=FIRST)


def rows_of(*reviews, known=(), owners=()):
    counted = tally((dossier(*reviews, plan=plan_line("A", title="Judul A")),), register(), NOW)
    names = frozenset((one.received.sha256, name) for one, name in known)
    came = Came(
        tally=counted,
        reviews=reviews,
        others=OtherFiles(),
        register=register(),
        facts=WeekFacts(known=names, owners=dict(owners)),
    )
    return counted, file_rows(came)


def told(*reviews, known):
    counted, rows = rows_of(*reviews, known=known)
    facts = WeekFacts()
    given = WeekOf(
        facts=facts,
        files=rows,
        tally=counted,
        reviews=reviews,
        register=register(),
        returned={},
        waiting=(),
    )
    found = week(given)
    return [one.row.remark for one in found.came], found.figures[0].words


def test_a_file_under_another_name_is_told_as_received_before():
    assert told(MENDED, known=[]) == (["Judul A"], "1 lengkap")
    assert told(MENDED, known=[(MENDED, "baru.xlsx")]) == ([], "")
    assert told(MENDED, known=[(MENDED, "nama lain.xlsx")]) == (
        ["Judul A; isinya sudah diterima 16 November 2026"],
        "1 lengkap; isi 1 berkas sudah diterima sebelumnya",
    )


@pytest.mark.parametrize("title", ["", "Judul A"])
def test_a_replaced_file_is_called_by_the_title_it_belongs_to(title):
    unread = replace(OLD, submission=replace(there(OLD.submission), sop=sop(title)))
    owner = (unread.received.sha256, Owner("Biro", "A", "Judul A"))
    _, rows = rows_of(MENDED, unread, owners=[owner])
    (older,) = (row.remark for row in rows if row.fate is FileFate.OLDER)
    assert older.startswith("Judul A; digantikan “baru.xlsx”")


def test_a_replaced_file_of_which_no_title_is_known_is_told_without_one():
    unread = replace(OLD, submission=replace(there(OLD.submission), sop=sop("")))
    _, rows = rows_of(MENDED, unread)
    (older,) = (row.remark for row in rows if row.fate is FileFate.OLDER)
    assert older.startswith("digantikan “baru.xlsx”")
