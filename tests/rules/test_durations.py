"""Rules about Waktu."""

import pytest

from sopbatch.rules.times.durations import DURATION_RULES
from tests.rules.drawing import findings


def told(*times: str) -> list[tuple[str, str, str]]:
    """Code, severity and suggestion for steps with these times."""
    rows = "\n".join(f"| P | {time} |" for time in times)
    return [
        (f.code, f.severity.code, f.suggestion)
        for f in findings(f"| Staf | duration |\n{rows}", DURATION_RULES)
    ]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("30 menit", []),
        ("1 hari kerja", []),
        ("saat itu juga", []),
        ("", [("W-01", "galat", "")]),
        ("-", [("W-01", "galat", "")]),
        ("lima belas menit", [("W-02", "galat", "15 menit")]),
        ("3 hxrr kxrja", [("W-02", "galat", "3 hari kerja")]),
        ("nanti saja", [("W-02", "galat", "")]),
        ("(9)", [("W-02", "galat", "")]),
        ("5 minit", [("W-02", "peringatan", "5 menit")]),
        ("1 0 hari kerja", [("W-02", "peringatan", "10 hari kerja")]),
        ("00:15", [("W-02", "peringatan", "15 menit")]),
        ("01:30:00", [("W-02", "peringatan", "1 jam 30 menit")]),
        ("15", [("W-03", "galat", "")]),
        ("3 hari", [("W-04", "peringatan", "3 hari kerja")]),
        ("sehari", [("W-04", "peringatan", "1 hari kerja")]),
        ("1 hari/bulan", [("W-04", "peringatan", "1 hari kerja/bulan"), ("W-10", "saran", "")]),
        ("± 1 jam", [("W-05", "peringatan", "1 jam")]),
        ("kurang lebih 2 jam", [("W-05", "peringatan", "2 jam")]),
        ("2-3 hari kerja", [("W-06", "saran", "")]),
        ("1-20 hari kerja", [("W-06", "peringatan", "")]),
        ("maks. 5 hari kerja", []),
        ("minimal 2 jam", [("W-06", "saran", "")]),
        ("0 menit", [("W-07", "galat", "")]),
        ("3-2 jam", [("W-07", "galat", "")]),
        ("Semesteran", [("W-08", "peringatan", "")]),
        ("Sesuai jadwal", [("W-08", "peringatan", "")]),
        ("Tanggal 1-10", [("W-08", "peringatan", "")]),
        ("H-3", [("W-08", "peringatan", "")]),
        ("15 menit/berkas", [("W-10", "saran", "")]),
        ("31 hari kerja", [("W-11", "peringatan", "")]),
        ("30 hari kerja", []),
        ("43 hari kalender", [("W-11", "peringatan", "")]),
        ("900 menit", [("W-13", "saran", "2 hari kerja")]),
        ("600 menit", [("W-13", "saran", "10 jam")]),
        ("24 jam", [("W-13", "saran", "")]),
        ("1 x 24 jam", []),
        ("2 bulan 1 minggu; 5 hari kerja; 1 hari", [("W-14", "peringatan", "")]),
        ("08.00-09.30 WITA", [("W-15", "galat", "1 jam 30 menit")]),
    ],
)
def test_a_time_is_judged(typed: str, expected: list[tuple[str, str, str]]):
    assert told(typed) == expected


def test_a_bare_number_offers_the_unit_that_all_other_steps_share():
    assert told("30 menit", "10 menit", "15") == [("W-03", "galat", "15 menit")]
    assert told("30 menit", "1 jam", "15") == [("W-03", "galat", "")]


def test_calendar_and_working_time_do_not_mix():
    assert told("2 jam", "3 hari kalender", "1 x 24 jam") == [("W-09", "peringatan", "")]
    assert told("3 hari kalender", "1 x 24 jam") == []
