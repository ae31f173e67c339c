import pytest

from sopbatch.model import Duration, DurationKind, ServiceTime, Settings
from sopbatch.model.flags import Flag
from sopbatch.tally import format_minutes, service_time
from sopbatch.tally.service import format_service_time
from tests.builders import hours, procedure, sop

WORKING = Settings()
MISSING = Duration()
PER_FILE = Duration(
    raw="30 menit/berkas", kind=DurationKind.DURATION, low=30, high=30, unit="menit", per="berkas"
)
OFTEN = Duration(raw="setiap bulan", kind=DurationKind.FREQUENCY)
AT_ONCE = Duration(raw="saat itu juga", kind=DurationKind.INSTANT, low=0, high=0)
OPEN = Duration(
    raw="minimal 2 hari kerja", kind=DurationKind.DURATION, low=900, high=None, unit="hari kerja"
)
ELAPSED = Duration(
    raw="2 x 24 jam", kind=DurationKind.DURATION, low=2880, high=2880, unit="jam", elapsed=True
)
DAY = Duration(
    raw="1 hari",
    kind=DurationKind.DURATION,
    low=450,
    high=450,
    unit="hari",
    flags=frozenset({Flag.UNQUALIFIED_DAY}),
)
MONTHS = Duration(
    raw="1 bulan 1 minggu", kind=DurationKind.DURATION, low=11250, high=11250, unit="bulan+minggu"
)
ENDLESS = Duration(
    raw="9e999 hari kerja",
    kind=DurationKind.DURATION,
    low=float("inf"),
    high=float("inf"),
    unit="hari kerja",
)


@pytest.mark.parametrize(
    ("durations", "total"),
    [
        ((), ServiceTime()),
        ((hours(1), hours(2, 3)), ServiceTime(180, 240)),
        ((hours(1), AT_ONCE), ServiceTime(60, 60)),
        ((hours(1), MISSING, PER_FILE, OFTEN), ServiceTime(60, 60, uncounted=3)),
        ((hours(1), OPEN), ServiceTime(960, None)),
        ((hours(1), ELAPSED), ServiceTime(60, 60, elapsed=2880)),
        ((hours(1), DAY), ServiceTime(510, 510, approximate=True)),
        ((MONTHS,), ServiceTime(11250, 11250, approximate=True)),
        ((hours(1), ENDLESS), ServiceTime(60, 60, uncounted=1)),
    ],
)
def test_service_time_adds_working_minutes_and_keeps_the_rest_apart(durations, total):
    assert service_time(sop(procedures=(procedure(*durations),))) == total


def test_all_procedures_of_an_sop_are_added():
    two = sop(procedures=(procedure(hours(1)), procedure(hours(2, 4))))
    assert service_time(two) == ServiceTime(180, 300)


@pytest.mark.parametrize(
    ("minutes", "text"),
    [
        (0, "0 menit"),
        (0.5, "30 detik"),
        (90.25, "1 jam 30 menit 15 detik"),
        (30, "30 menit"),
        (60, "1 jam"),
        (449, "7 jam 29 menit"),
        (450, "1 hari kerja"),
        (1110, "2 hari kerja 3 jam 30 menit"),
        (4155, "9 hari kerja 1 jam 45 menit"),
        (105_750, "235 hari kerja"),
    ],
)
def test_minutes_are_told_in_the_largest_exact_mix(minutes, text):
    assert format_minutes(minutes, WORKING) == text


def test_the_working_day_of_the_province_is_used():
    assert format_minutes(960, Settings(minutes_per_day=480)) == "2 hari kerja"


@pytest.mark.parametrize(
    ("time", "text"),
    [
        (ServiceTime(), ""),
        (ServiceTime(450, 450), "1 hari kerja"),
        (ServiceTime(450, 900), "1 hari kerja s.d. 2 hari kerja"),
        (ServiceTime(450, None), "paling sedikit 1 hari kerja"),
        (ServiceTime(9000, 9000, approximate=True), "20 hari kerja (perkiraan)"),
        (ServiceTime(60, 60, elapsed=1440), "1 jam; 1 hari kalender"),
        (ServiceTime(elapsed=2160), "1 hari kalender 12 jam"),
    ],
)
def test_the_whole_total_in_words(time, text):
    assert format_service_time(time, WORKING) == text
