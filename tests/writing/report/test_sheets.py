"""Laws of the newer sheets: every figure is the sum of its rows, whatever came in."""

import re
from datetime import date, datetime, timedelta
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.model import Completion, OtherFiles, Severity, WeekTotals
from sopbatch.report.causes import causes
from sopbatch.report.files import READ, FileFate
from tests.builders import (
    day,
    dossier,
    finding,
    plan_line,
    province,
    received,
    refused,
    register,
    review,
    sop,
)
from tests.writing.report.reports import AS_OF, both, told, written

WEEK = timedelta(weeks=1)


def grid(book, sheet):
    return list(book[sheet].iter_rows(values_only=True))


def listed(book, sheet, head):
    """Rows below the head row that starts with this word, by head."""
    cells = grid(book, sheet)
    at = max(place for place, row in enumerate(cells) if row[0] == head)
    return [dict(zip(cells[at], row, strict=True)) for row in cells[at + 1 :]]


def subject(number, status, effective, errors, code):
    unit = ("4.01.01.7", "1.02", "2.16")[number % 3]
    plan = plan_line(f"P-{number}", unit_code=unit, title=f"Judul {number}", deadline=effective)
    if not status:
        return dossier(plan=plan)
    sent = sop(f"Judul {number}", unit_code=unit, status=status, effective=day(effective))
    found = (*[finding(code)] * errors, finding("W-01", Severity.WARNING))
    files = review(sent, found, name=f"{number}.xlsx")
    return dossier(files, plan=plan if number % 4 else None)


SUBJECTS = st.lists(
    st.tuples(
        st.sampled_from(["", "Draf", "Diajukan", "Siap Disahkan", "Disahkan", "Dicabut"]),
        st.dates(date(2020, 1, 1), date(2027, 3, 1)),
        st.integers(0, 2),
        st.sampled_from(["I-06", "G-01", "Z-99"]),
    ),
    max_size=9,
)


@pytest.mark.long
@settings(deadline=None, max_examples=15)
@given(SUBJECTS, st.integers(0, 2), st.integers(0, 2))
def test_totals_equal_the_sums_of_their_rows_in_every_new_sheet(subjects, bad, late):
    dossiers = tuple(subject(number, *drawn) for number, drawn in enumerate(subjects))
    others = tuple(refused(f"rusak {number}.xlsx") for number in range(bad))
    held = tuple(received(f"susulan {number}.xlsx") for number in range(late))
    counted, report = written(register(), dossiers, others, beside=OtherFiles(held=held))
    book = both(report)
    checks = [row for row in grid(book, "Rekonsiliasi") if row[3] in ("Cocok", "Tidak cocok")]
    assert all((row[1], row[3]) == (row[2], "Cocok") for row in checks)
    _assert_causes_add_up(book)
    _assert_deadlines_add_up(book, counted)
    _assert_work_adds_up(book, counted)
    _assert_loads_add_up(book, counted)


def _assert_causes_add_up(book):
    rows = listed(book, "Penyebab", "Aturan") if book["Penyebab"]["A5"].value != "Aturan" else []
    if rows:
        *rows, whole = rows
        assert sum(row["Temuan"] for row in rows) == whole["Temuan"]
        assert rows[-1]["Persentase kumulatif"] == 1
        heads = list(whole)
        units = heads[heads.index("Yang perlu dilatihkan") + 1 :]
        for row in (*rows, whole):
            assert sum(row[unit] for unit in units) == row["Temuan"]


def _assert_deadlines_add_up(book, counted):
    cells = grid(book, "Tenggat")
    listed = [row for row in cells[5:] if isinstance(row[1], datetime)]
    assert len(listed) == len(counted.due)
    late = [row for row in listed if (row[0], row[3]) == ("Penyelesaian", "Terlambat")]
    assert len(late) == counted.total.late
    told = re.findall(r"(\d+) (terlambat|dalam (?:0–30|31–60|61–90) hari)", cells[2][0])
    assert sum(int(number) for number, _ in told) == len(listed)


def _assert_work_adds_up(book, counted):
    if not counted.work:
        assert book["Analisis"]["A6"].value.startswith("Belum ada")
        return
    rows = listed(book, "Analisis", "Perangkat daerah / Nama SOP")
    units = {unit.unit_name for unit in counted.work}
    end = next(at for at, row in enumerate(rows) if "Jumlah seluruhnya" in row.values())
    sops = [row for row in rows[:end] if row["Perangkat daerah / Nama SOP"] not in units]
    whole = rows[end]
    for head in ("Terendah", "Tertinggi", "Langkah", "Perpindahan pelaksana", "Jumlah aspek"):
        assert sum(row[head] for row in sops) == pytest.approx(whole[head])
    assert sum(row["Prosedur"] == "Ya" for row in sops) == whole["Prosedur"]


def _assert_loads_add_up(book, counted):
    if not counted.work:
        assert book["Beban Pelaksana"]["A6"].value.startswith("Belum ada")
        return
    rows = iter(listed(book, "Beban Pelaksana", "Perangkat daerah / pelaksana"))
    for unit in counted.work:
        whole = next(rows)
        assert whole["Perangkat daerah / pelaksana"] == unit.unit_name
        loads = [next(rows) for _ in unit.roles]
        assert [row["Perangkat daerah / pelaksana"] for row in loads] == [
            load.role for load in unit.roles
        ]
        for head in ("Jam kerja", "Jam menunggu", "Langkah"):
            assert sum(row[head] for row in loads) == pytest.approx(whole[head])


def test_every_file_has_one_fate_and_they_add_up():
    known, dossiers = province(40)
    beside = OtherFiles(
        register=received("daftar_induk.xlsx"),
        held=(received("susulan.xlsx"),),
        untaken=(("tautan.xlsx", "tautan tidak diikuti"),),
    )
    rows = told(known, dossiers, (refused(),), beside=beside).files
    fates = [row.fate for row in rows]
    assert {fate: fates.count(fate) for fate in set(fates) - set(READ)} == {
        FileFate.REFUSED: 1,
        FileFate.HELD: 1,
        FileFate.REGISTER: 1,
        FileFate.UNTAKEN: 1,
    }
    assert sum(fate in READ for fate in fates) == len(rows) - 4
    assert fates.count(FileFate.AWAITED) == 4


def test_causes_stand_by_number_and_run_up_to_all():
    files = [
        review(sop(title), tuple(finding(code) for code in codes), name=f"{title}.xlsx")
        for title, codes in (("A", ["I-06", "I-06", "W-01"]), ("B", ["I-06", "G-01"]))
    ]
    found = causes(told(register(), tuple(map(dossier, files))))
    assert [(cause.code, cause.findings, cause.sops, cause.upto) for cause in found] == [
        ("I-06", 3, 2, 0.6),
        ("G-01", 1, 1, 0.8),
        ("W-01", 1, 1, 1.0),
    ]


def history(*ratified):
    return tuple(
        WeekTotals(AS_OF - WEEK * place, Completion(planned=37, planned_ratified=number))
        for place, number in enumerate(reversed(ratified), start=1)
    )


@pytest.mark.long
def test_history_keeps_the_last_report_of_each_week_and_ends_with_this_one():
    known, dossiers = province(40)
    weeks = (*history(1, 2), WeekTotals(date(2026, 9, 29), Completion(planned_ratified=9)))
    book = both(written(known, dossiers, history=weeks)[1])
    rows = listed(book, "Riwayat", "Minggu")
    told_weeks = [(row["Minggu"], row["Selesai dari rencana"]) for row in rows]
    assert told_weeks == [("2026-W39", 1), ("2026-W40", 2), ("2026-W41", 4)]


@pytest.mark.long
def test_need_and_pace_stand_on_the_first_sheet():
    known, dossiers = province(40)
    book = both(written(known, dossiers, history=history(0, 2))[1])
    texts = [cell for row in book["Ringkasan"].iter_rows(values_only=True) for cell in row]
    assert (
        "Perlu 2,8 SOP per minggu agar selesai 31 Desember 2026; dua minggu terakhir 2,0."
    ) in texts


@pytest.mark.long
def test_an_earlier_week_brings_the_third_chart():
    known, dossiers = province(12)
    alone, later = (
        both(written(known, dossiers, history=weeks)[1])["Ringkasan"] for weeks in ((), history(1))
    )
    assert (len(alone._charts), len(later._charts)) == (2, 3)  # type: ignore[attr-defined]


def test_charts_are_told_in_words_and_weeks_without_a_report_leave_their_room():
    known, dossiers = province(12)
    parts: dict[tuple[str, int], str] = {}
    for book in written(known, dossiers, history=history(1, 2))[1]:
        with ZipFile(BytesIO(book)) as package:
            for name in package.namelist():
                if name.startswith("xl/drawings/drawing"):
                    said = re.findall(
                        r'<xdr:cNvPr id="\d+" name="[^"]*"( descr="[^"]+")?',
                        package.read(name).decode(),
                    )
                    assert said
                    assert all(said)
                if name.startswith("xl/charts/chart"):
                    parts[name, len(parts)] = package.read(name).decode()
    assert sum("<c:dateAx>" in part for part in parts.values()) == 2
