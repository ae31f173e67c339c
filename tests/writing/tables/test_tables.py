"""Tables of monitoring and evaluation on paper: whole, archival, and the same each time."""

from dataclasses import replace
from datetime import date

import pytest

from sopbatch.model import DateValue
from sopbatch.model.drafting import Drafted, Drafting, StepDone
from sopbatch.model.evaluation import Evaluated, Evaluation
from sopbatch.model.monitoring import Monitored, Monitoring
from sopbatch.schema.drafting import STEPS
from sopbatch.writing.letterhead import Letterhead
from sopbatch.writing.tables.stages import print_stages
from sopbatch.writing.tables.watching import print_evaluation, print_monitoring, print_year
from sopbatch.writing.tables.year_values import UnitYear, WatchingYear, YearRow
from tests.builders import day
from tests.writing.archival import assert_archival
from tests.writing.standards.prints import paper, words

HEAD = Letterhead("Pemerintah Provinsi Contoh", "Biro Organisasi")
LONG = " ".join(["Penyelenggaraan pertanggungjawaban"] * 12)
WATCHED = Monitoring(
    unit_name="Biro Organisasi",
    year=2026,
    semester="I",
    assessed=day(date(2026, 6, 26)),
    assessor="Rahmawati Noor",
    rows=(
        Monitored(row=1, title="Pengelolaan <b>Surat</b>", runs_well=True),
        Monitored(
            row=2, title="Penataan Arsip", runs_well=False, notes="Lambat.", action="Revisi."
        ),
        Monitored(row=3, title="Penjagaan", runs_well=None),
    ),
)
JUDGED = Evaluation(
    unit_name="Biro Organisasi",
    year=2026,
    members=("Dewi Anggraini",),
    rows=(
        Evaluated(row=1, title="Pengelolaan Surat", answers=(True,) * 7, conclusion="Tetap"),
        Evaluated(row=2, title="Penataan Arsip", answers=(False, None, *(True,) * 5),
                  notes="Lambat.", conclusion="Direvisi"),
    ),
)  # fmt: skip
SEEN = YearRow(number="065/1", title="Pengelolaan Surat", answers=("Ya",) * 6 + ("Tidak",),
               conclusion="Tetap", first="Baik", notes=("Baik.",))  # fmt: skip
UNSEEN = YearRow(number="065/2", title="Penataan Arsip")


def steps_of(row: int, title: str, many: int, by: str = "Dewi Anggraini") -> Drafted:
    done = {step.key: StepDone() for step in STEPS}
    done |= {step.key: StepDone(day(date(2026, 3, 2)), by) for step in STEPS[:many]}
    return Drafted(row, title, done)


def year(*units: UnitYear, detailed: bool = True) -> WatchingYear:
    return WatchingYear(
        year=2026,
        as_of=date(2026, 11, 23),
        units=units,
        position="Kepala Biro Organisasi",
        detailed=detailed,
    )


DRAFTED = Drafting(
    unit_name="Biro Organisasi",
    as_of=day(date(2026, 6, 30)),
    reporter="Rahmawati Noor",
    rows=(
        steps_of(1, "Penataan <b>Arsip</b>", 2),
        steps_of(2, "Pengelolaan Surat", len(STEPS)),
        steps_of(3, "Penjagaan", 0),
    ),
)
ONE = year(UnitYear("Biro Organisasi", (SEEN, UNSEEN)))
PRINTED = pytest.mark.parametrize(
    "make",
    [
        lambda: print_monitoring(WATCHED, HEAD),
        lambda: print_evaluation(JUDGED, HEAD),
        lambda: print_year(ONE, HEAD),
        lambda: print_stages(DRAFTED, HEAD),
    ],
    ids=("monitoring", "evaluasi", "tahunan", "tahapan"),
)


@pytest.mark.few(1)
@PRINTED
def test_a_table_is_archival_and_the_same_each_time(make):
    pdf = make()
    assert_archival(pdf)
    assert pdf == make()
    assert paper(pdf).beyond <= 0


@pytest.mark.long
def test_every_sop_stands_in_its_table_and_what_was_typed_is_text():
    said = words(print_monitoring(WATCHED, HEAD))
    assert "Pengelolaan <b>Surat</b>" in said
    assert "3 SOP dimonitor: 1 berjalan dengan baik, 1 tidak." in said
    said = words(print_evaluation(JUDGED, HEAD))
    assert "2 SOP dievaluasi: 1 tetap, 1 direvisi, 0 dicabut." in said
    assert "Dewi Anggraini" in said
    said = words(print_stages(DRAFTED, HEAD))
    assert "Penataan <b>Arsip</b>" in said
    assert "3 SOP dicatat; tahap terakhir yang dilalui: pembahasan (1), pengesahan (1)." in said


def test_the_year_adds_up_by_unit():
    units = (UnitYear("Biro Organisasi", (SEEN, UNSEEN)), UnitYear("Dinas Kesehatan", (SEEN,)))
    said = words(print_year(year(*units), HEAD))
    assert "berlaku 3 SOP; dalam tahun 2026, 2 di antaranya dimonitor dan 2 dievaluasi." in said
    assert "Biro Organisasi: 2 berlaku, 1 dimonitor, 1 dievaluasi" in said
    assert "Dinas Kesehatan: 1 berlaku, 1 dimonitor, 1 dievaluasi" in said


def test_thousands_of_sops_are_counted_and_not_listed():
    told = words(print_year(year(UnitYear("Biro", (SEEN,)), UnitYear("Dinas", (UNSEEN,)),
                                 detailed=False), HEAD))  # fmt: skip
    assert "Rincian setiap SOP ada pada laporan perangkat daerahnya." in told
    assert "Penataan Arsip" not in told


@pytest.mark.long
def test_long_texts_and_many_rows_stay_on_their_pages():
    many = tuple(
        Evaluated(row=n, title=LONG, number="065" * 20, answers=(None,) * 7, notes=LONG,
                  conclusion="Direvisi")
        for n in range(1, 25)
    )  # fmt: skip
    assert paper(print_evaluation(replace(JUDGED, rows=many), HEAD)).beyond <= 0
    seen = tuple(
        Monitored(row=n, title=LONG, method=LONG, notes=LONG, action=LONG) for n in range(1, 25)
    )
    assert paper(print_monitoring(replace(WATCHED, rows=seen), HEAD)).beyond <= 0
    drafted = tuple(steps_of(n, LONG, len(STEPS), LONG) for n in range(1, 25))
    assert paper(print_stages(replace(DRAFTED, rows=drafted), HEAD)).beyond <= 0


def test_blanks_are_left_to_be_filled_by_hand():
    blank = Monitoring(rows=WATCHED.rows, assessed=DateValue())
    said = words(print_monitoring(blank, Letterhead()))
    assert "Semester … Tahun …" in said
    assert "....." in said
