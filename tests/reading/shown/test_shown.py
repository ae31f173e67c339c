"""What we say a cell shows is what LibreOffice shows, under Indonesian customs."""

import datetime as dt

import pytest

from sopbatch.reading.shown.show import shown_text, stored_value
from sopbatch.reading.values.text import as_text
from tests.office import Office

UNITS = (
    *('0 "menit"', '0" hari kerja"', '0\\ "jam"', '"Ke-"0', '0"x"', '"sekitar" 0 "menit"'),
    *('#,##0 "lembar"', '0" / "0', "0 [$hari-421]", 'General" hari"', '[Red]0"m"', "0 - 0", "0~0"),
)
AMOUNTS = (
    *("0", "0.0", "0.00", "#,##0", "#,##0.00", "#,###,##0.0#", "#.##", "0.###", "?0.0?"),
    *("000", "00000", "000.00", "00 00", "0000-0000", "00000000 000000 0 000", "0,", '0.0,,"jt"'),
    *("0%", "0.00%", '0.0%" selesai"', "0\\%", "0.00E+00", "##0.0E+0", "0E+0"),
    *("# ?/?", "# ??/??", "?/2", "+0;-0", "0_);(0)", "0;(0)", "#,##0;(#,##0)", '0;-0;"nol"'),
)
MONEY = (
    *('"Rp"#,##0', "[$Rp-421]#,##0.00", '"Rp" #,##0;[Red]-"Rp" #,##0', "$#,##0.00"),
    *("[$Rp-421] #,##0;-[$Rp-421] #,##0", '_-* #,##0_-;-* #,##0_-;_-* "-"_-;_-@_-'),
    "0;-0;;@",
)
CHOSEN = ('[>=100]0" banyak";0" sedikit"', '[<60]0" menit";[<1440]0.0" jam";0" besar"', '[=0]"-";0')
NUMBERS = (0, 1, 3, 60, 65, 0.5, 1.5, 2.675, 999.995, 12345.678, 1_500_000, 198001012005)
NEGATIVE = (-2, -1500.5)
DATES = (
    *("dd mmmm yyyy", "d mmm yyyy", "dd/mm/yyyy", "d-mmm", "d-mmm-yy", "mmm-yy", "mmmm yyyy"),
    *("dddd, d mmmm yyyy", "ddd d/m", "yyyy-mm-dd", "dd/mm/yyyy hh:mm", "d mmmm yyyy h:mm:ss"),
    *("m/d/yy h:mm", "[$-421]dd mmmm yyyy", "[$-409]d mmmm yyyy", "mmmmm", "dd.mm.yyyy", "d"),
)
TIMES = (
    *("hh:mm", "h:mm", "h:mm:ss", "h:mm AM/PM", "mm:ss", "mm:ss.0", "[h]:mm", "[hh]:mm"),
    *("[h]:mm:ss", "[mm]", '[mm]" menit"', "[m]:ss", "[ss]", '[h]" jam "mm" menit"', 'h" jam"'),
)
DAYS = (36526, 45719, 45719.75, 45780, 46266.3125, 73050)
SPANS = (0, 0.0625, 0.25, 0.5, 0.75, 1.5, 2.25, 30.4375, 90 / 86400)
TEXTS = ("@", '"x"@', '@" lembar"', '0;0;0;@" kali"', "0", "0;-0;;@", '0"m"')

VECTORS: tuple[tuple[str, float | str], ...] = (
    *((code, value) for code in (*UNITS, *AMOUNTS, *MONEY, *CHOSEN) for value in NUMBERS),
    *((code, value) for code in (*UNITS, *AMOUNTS, *MONEY) for value in NEGATIVE),
    *((code, value) for code in DATES for value in DAYS),
    *((code, value) for code in TIMES for value in SPANS),
    *((code, "teks") for code in TEXTS),
)


def ours(code: str, value: float | str) -> str:
    stored = value if isinstance(value, str) else stored_value(float(value), code)
    shown = shown_text(stored, code)
    return as_text(stored) if shown is None else shown


@pytest.mark.office
def test_a_cell_shows_what_libreoffice_shows(office: Office):
    shown = office.show(VECTORS)
    wrong = [
        (code, value, theirs, ours(code, value))
        for (code, value), theirs in zip(VECTORS, shown, strict=True)
        # Blanks only line digits up; fractions of large numbers LibreOffice refuses to show.
        if theirs.split() != ours(code, value).split() and theirs != "#FMT"
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("code", "serial", "value"),
    [
        ("dd/mm/yyyy", 45719, dt.date(2025, 3, 3)),
        ("dd/mm/yyyy hh:mm", 45719.5, dt.datetime.fromisoformat("2025-03-03T12:00")),
        ("h:mm", 0.5, dt.time(12)),
        ("h:mm", 1.5, dt.timedelta(hours=36)),
        ("[h]:mm", 0.5, dt.timedelta(hours=12)),
        ('[mm]" menit"', 0.0625, dt.timedelta(minutes=90)),
        ('0 "menit"', 60, 60.0),
        ('0" hari dsy"', 60, 60.0),
        ("dd/mm/yyyy", -1, -1.0),
        ("dd/mm/yyyy", 1e300, 1e300),
        ("[h]:mm", 1e300, 1e300),
    ],
)
def test_a_stored_number_means_what_its_format_shows(code, serial, value):
    found = stored_value(float(serial), code)
    assert (type(found), found) == (type(value), value)


def test_days_of_the_other_date_system_are_the_same_days():
    common, other = stored_value(45719.0, "d/m/yy"), stored_value(44257.0, "d/m/yy", date_1904=True)
    assert common == other == dt.date(2025, 3, 3)
    spans = {stored_value(1.5, "[h]:mm", date_1904=system) for system in (False, True)}
    assert spans == {dt.timedelta(hours=36)}


def test_only_a_zero_may_be_hidden_by_its_format():
    assert ours("0;-0;;@", 0) == ""
    assert ours(";;;", 7) == "7"
    assert ours("#", 0.3) == "0,3"


@pytest.mark.parametrize(
    "code",
    [
        "",
        "0",
        "0.00%",
        "# ?/?",
        "#,##0;-0",
        '"',
        "\\",
        "[",
        "[h",
        "E+",
        "0E+",
        "/",
        ".",
        ",",
        "%",
        "0" * 300,
    ],
)
@pytest.mark.parametrize("value", [0.0, -1.5, 1e308, 5e-324, 45719.0])
def test_broken_formats_never_fail(code, value):
    assert isinstance(ours(code, value), str)
