"""What monitoring and evaluation found last of each SOP, whoever told it in which order."""

from datetime import date
from random import Random
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from sopbatch.matching.watched import YearSeen, seen_by_year, watched_sops
from sopbatch.model import Format, FormReading, NumberKind, Review, SopNumber
from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.model.monitoring import Monitored, Monitoring
from sopbatch.model.watched import Watched
from tests.builders import day, dossier, findings, plan_line, received, register, review, sop

AS_OF = date(2026, 10, 9)
UNIT = "4.01.01.7"
LETTERS = dossier(review(), plan=plan_line())
ALL, NONE = (True,) * 7, (False,) * 7
FILES = dossier(plan=plan_line("TL-02", title="Penataan Arsip Aktif"))
SOPS = (LETTERS, FILES)
NUMBER = SopNumber(raw="065/7", kind=NumberKind.NUMBER, norm="065/7")


def form(kind, record, name="a.xlsx", errors=0, seen=date(2026, 10, 1)):
    file = received(name, first_seen=seen)
    reading = FormReading(
        received=file,
        format=Format.XLSX,
        version=1,
        kind=kind,
        record=record,
    )
    return Review(received=file, submission=None, findings=findings(errors), form=reading)


def monitored(*rows, on=date(2026, 6, 20), semester="I", **about):
    record = Monitoring(
        unit_code=UNIT, year=2026, semester=semester, assessed=day(on), rows=tuple(rows)
    )
    return form("MONITORING", record, **about)


def evaluated(*rows, on=date(2026, 9, 1), **about):
    record = Evaluation(unit_code=UNIT, year=2026, assessed=day(on), rows=tuple(rows))
    return form("EVALUASI", record, **about)


def found(*forms):
    return watched_sops(forms, SOPS, register(), AS_OF)


def test_a_row_is_joined_by_title_by_number_or_by_a_title_spelt_nearly_so():
    well: dict[str, Any] = {"runs_well": True}
    for row in (
        Monitored(row=1, number="", title="SOP Penanganan Surat Masuk", **well),
        Monitored(row=1, number="065 / SOP-1 / ORG / 2026", title="Surat Masuk", **well),
        Monitored(row=1, number="", title="Penangaan Surat Masuk", **well),
    ):
        assert found(monitored(row)) == {
            "TL-01": Watched(monitored=date(2026, 6, 20), runs_well=True)
        }
    assert found(monitored(Monitored(row=1, number="", title="Penanganan Surat Keluar"))) == {}


def test_a_row_that_may_be_about_two_sops_is_about_none():
    titles = ("Pengelolaan Arsip Aktip", "Pengelolaan Arsip Aktiv")
    sops = [
        dossier(review(sop(title, number=NUMBER), name=title), plan=plan_line(title, title=title))
        for title in titles
    ]
    for row, meant in (
        (Monitored(row=1, number="", title=titles[0]), {titles[0]}),
        (Monitored(row=1, number="", title="Pengelolaan Arsip Aktif"), set()),
        (Monitored(row=1, number=NUMBER.raw, title="Arsip"), set()),
    ):
        assert set(watched_sops([monitored(row)], sops, register(), AS_OF)) == meant
    (alone, _) = sops
    row = Monitored(row=1, number=NUMBER.raw, title="Arsip")
    assert set(watched_sops([monitored(row)], [alone], register(), AS_OF)) == {titles[0]}


def test_a_title_without_a_file_is_known_from_the_plan():
    told = found(
        evaluated(
            Evaluated(
                row=1,
                number="",
                title="Penataan Arsip Aktif",
                answers=(True,) * 7,
                notes="",
                conclusion="Tetap",
            )
        )
    )
    assert told == {"TL-02": Watched(evaluated=date(2026, 9, 1), agreed=7, conclusion="Tetap")}


def test_only_the_workbook_that_counts_speaks():
    row = Monitored(row=1, number="", title="Penanganan Surat Masuk", runs_well=True)
    bad = Monitored(row=1, number="", title="Penanganan Surat Masuk", runs_well=False)
    assert found(monitored(row, errors=1)) == {}
    newer = monitored(bad, name="b.xlsx", errors=2, seen=date(2026, 10, 5))
    assert found(monitored(row), newer)["TL-01"].runs_well
    mended = monitored(bad, name="b.xlsx", seen=date(2026, 10, 5))
    assert not found(monitored(row), mended)["TL-01"].runs_well


def test_what_is_dated_after_the_report_or_has_no_date_is_not_known_yet():
    row = Monitored(row=1, number="", title="Penanganan Surat Masuk", runs_well=True)
    assert found(monitored(row, on=date(2026, 10, 10))) == {}
    assert found(monitored(row, on=None)) == {}


@given(st.permutations(range(4)), st.randoms())
def test_the_last_one_holds_in_any_order(order, random: Random):
    title = "Penanganan Surat Masuk"
    forms = [
        monitored(Monitored(row=1, number="", title=title, runs_well=True), name="a.xlsx"),
        monitored(
            Monitored(row=1, number="", title=title, runs_well=False),
            on=date(2026, 8, 1), semester="II", name="b.xlsx",
        ),
        evaluated(
            Evaluated(row=1, number="", title=title, answers=ALL, conclusion="Tetap"), name="c.xlsx"
        ),
        evaluated(
            Evaluated(row=1, number="", title=title, answers=NONE, conclusion="Direvisi"),
            on=date(2026, 9, 2), name="d.xlsx", seen=date(2026, 10, 2),
        ),
    ]  # fmt: skip
    random.shuffle(forms)
    assert found(*(forms[place] for place in order))["TL-01"] == Watched(
        monitored=date(2026, 8, 1),
        runs_well=False,
        evaluated=date(2026, 9, 2),
        denied=7,
        conclusion="Direvisi",
    )


def test_a_year_tells_both_halves_and_the_evaluation_of_each_sop():
    first = Monitored(row=1, number="", title="Penanganan Surat Masuk", runs_well=False)
    second = Monitored(row=1, number="", title="Penanganan Surat Masuk", runs_well=True)
    judged = Evaluated(row=1, number="", title="Penanganan Surat Masuk", answers=ALL, notes="")
    unknown = Monitored(row=2, number="", title="Penanganan Surat Keluar", runs_well=True)
    forms = (
        monitored(second, unknown, on=date(2026, 9, 20), semester="II"),
        evaluated(judged),
        monitored(first),
    )
    assert seen_by_year(forms, SOPS, register(), AS_OF) == {
        2026: {"TL-01": YearSeen({"I": first, "II": second}, judged)}
    }
    assert seen_by_year((), SOPS, register(), AS_OF) == {}
