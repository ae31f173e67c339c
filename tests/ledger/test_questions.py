"""An auditor's questions to the ledger, answered by the views and the indexes of the guide."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from sopbatch.ledger import FILE_NAME, POST_NAME, RunRecord, SopRecord, post, write_run
from sopbatch.model import Decision, PlanLine, Register, Unit
from tests.builders import review, sop

UNIT = Unit(code="4.01.01.7", name="Biro Organisasi")
W40, W41, W42, W43 = (date(2026, 10, day) for day in (2, 9, 16, 23))
MAIL = PlanLine(
    code="TL-01",
    unit_code=UNIT.code,
    section="",
    title="Penanganan Surat Masuk",
    deadline=date(2026, 10, 30),
)
CARS = PlanLine(
    code="TL-02",
    unit_code=UNIT.code,
    section="",
    title="Peminjaman Kendaraan Dinas",
    deadline=date(2026, 11, 30),
)
ROTA = PlanLine(
    code="TL-03",
    unit_code=UNIT.code,
    section="Bagian Tata Laksana",
    title="Penyusunan Jadwal Piket",
)
VERIFIED = Decision(
    plan_code="TL-01",
    status="Terverifikasi",
    decided=date(2026, 10, 8),
    row=4,
    document="BA-7/2026",
)
FILE = review(sop(status="Siap Disahkan"), name="kendaraan.xlsx", seen=W42)
QUESTIONS = Path(__file__).parents[2] / "docs" / "berkas-riwayat.md"


def told(line: PlanLine, status: str, before: str = "", since: date | None = None) -> SopRecord:
    versions = (FILE,) if status == "Siap Disahkan" else ()
    counted = FILE.received.sha256 if versions else ""
    origin = "perangkat daerah" if versions else "Biro Organisasi"
    return SopRecord(
        line.code,
        status,
        counted,
        versions,
        before=before,
        origin=origin,
        since=since,
        title=line.title,
        unit=line.unit_code,
        unit_name=UNIT.name,
    )


def run(as_of: date, plan: tuple[PlanLine, ...], *standings: SopRecord, ruled: bool) -> RunRecord:
    register = Register(units=(UNIT,), plan=plan, decisions=(VERIFIED,) if ruled else ())
    reviews = tuple(version for one in standings for version in one.versions)
    return RunRecord(
        as_of=as_of,
        program="0.1.0",
        reviews=reviews,
        standings=standings,
        outputs=(),
        register=register,
        report="aa",
    )


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    """Four weeks: a decision, a file that is ready, and a plan that changes in every way."""
    folder = tmp_path_factory.mktemp("pemeriksa")
    first = (MAIL, CARS)
    later = (replace(MAIL, deadline=date(2026, 12, 31)), replace(CARS, withdrawn=True), ROTA)
    last = (later[0], CARS, replace(ROTA, title="Jadwal Piket", section=""))
    verified = told(MAIL, "Terverifikasi", "Diajukan", W41)
    ready = told(CARS, "Siap Disahkan", "Teridentifikasi", W42)
    for record in (
        run(W40, first, told(MAIL, "Diajukan"), ruled=False),
        run(W41, first, verified, ruled=True),
        run(W42, later, replace(verified, before="Terverifikasi"), ready, ruled=True),
        run(W43, last, replace(ready, before="Siap Disahkan"), ruled=True),
        run(W43, last[:2], replace(ready, before="Siap Disahkan"), ruled=True),
    ):
        write_run(folder, record)
    with closing(sqlite3.connect(folder / FILE_NAME)) as connection:
        yield connection


def asked(ledger: sqlite3.Connection, question: str) -> list[tuple[object, ...]]:
    return ledger.execute(question).fetchall()


def test_what_was_accepted_between_two_days_is_told_once_with_its_basis(ledger):
    between = "SELECT * FROM diterima WHERE tanggal BETWEEN '{}' AND '{}' ORDER BY tanggal"
    number = FILE.received.number
    assert asked(ledger, between.format("2026-10-01", "2026-10-31")) == [
        ("2026-10-08", "TL-01", MAIL.title, UNIT.name, "Terverifikasi", "BA-7/2026"),
        ("2026-10-16", "TL-02", CARS.title, UNIT.name, "Siap Disahkan", f"berkas {number}"),
    ]
    assert asked(ledger, between.format("2026-10-09", "2026-10-15")) == []


def test_what_became_of_the_plan_is_told_with_the_day_of_the_report(ledger):
    assert asked(ledger, "SELECT * FROM perubahan_rencana ORDER BY 1, 2, 3") == [
        ("2026-10-16", "TL-01", "tenggat", "2026-10-30", "2026-12-31"),
        ("2026-10-16", "TL-02", "ditarik dari rencana", CARS.title, CARS.title),
        ("2026-10-16", "TL-03", "ditambahkan", "", ROTA.title),
        ("2026-10-23", "TL-02", "kembali ke rencana", CARS.title, CARS.title),
        ("2026-10-23", "TL-03", "bagian", ROTA.section, ""),
        ("2026-10-23", "TL-03", "dihapus", "Jadwal Piket", ""),
        ("2026-10-23", "TL-03", "judul", ROTA.title, "Jadwal Piket"),
    ]


def test_everything_about_one_sop_is_found_by_its_code(ledger):
    history = (
        "SELECT run.as_of, standing.status FROM standing JOIN run ON run.id = standing.run"
        " WHERE standing.sop = 'TL-02' ORDER BY run.id"
    )
    assert asked(ledger, history) == [
        ("2026-10-16", "Siap Disahkan"),
        ("2026-10-23", "Siap Disahkan"),
        ("2026-10-23", "Siap Disahkan"),
    ]
    changes = "SELECT before, after, since FROM change WHERE sop = 'TL-01' AND before <> ''"
    assert asked(ledger, changes) == [("Diajukan", "Terverifikasi", "2026-10-09")]


@pytest.mark.parametrize(
    ("question", "index"),
    [
        ("SELECT * FROM standing WHERE sop = 'TL-01' ORDER BY run", "standing_of_sop"),
        ("SELECT * FROM standing WHERE status = 'Diajukan'", "standing_of_status"),
        ("SELECT * FROM submission WHERE sop = 'TL-01'", "submission_of_sop"),
        ("SELECT * FROM change WHERE sop = 'TL-01'", "change_of_sop"),
        ("SELECT * FROM ruling WHERE sop = 'TL-01'", "ruling_of_sop"),
        ("SELECT * FROM file WHERE number = 'TT-261002-7K3QF2'", "file_of_number"),
        ("SELECT * FROM run WHERE as_of = '2026-10-02'", "run_of_date"),
        ("SELECT * FROM finding WHERE sha256 = 'aa'", "finding_of_file"),
    ],
)
def test_a_question_by_code_number_or_day_reads_no_whole_table(ledger, question, index):
    (plan,) = [row[3] for row in asked(ledger, f"EXPLAIN QUERY PLAN {question}")]
    assert f"INDEX {index} (" in str(plan)


def test_every_question_of_the_guide_is_answered(ledger, tmp_path):
    of_runs, mark, of_mail = QUESTIONS.read_text("utf-8").partition("## Riwayat surel")
    assert mark
    with post(tmp_path), closing(sqlite3.connect(tmp_path / POST_NAME)) as memory:
        for connection, text in ((ledger, of_runs), (memory, of_mail)):
            ask_all(connection, text)


def ask_all(connection, text):
    blocks = [part.partition("```")[0] for part in text.split("```sql\n")[1:]]
    questions = [one for block in blocks for one in block.split(";") if one.strip()]
    assert len(questions) > len(blocks)
    for question in questions:
        connection.execute(question)
