"""Rows of the table become steps: gaps, column numbers, rows without number, odd symbols."""

import pytest

from sopbatch.model import Step, Submission, Symbol
from sopbatch.reading import limits
from sopbatch.reading.refusals import Refusal, Refused
from tests.reading.drawn import book, drawn
from tests.reading.submissions import read

HEAD = """
| No | Kegiatan | Pelaksana | | Kelengkapan | Waktu | Output | Ket. | Ya ke | Tidak ke |
| | | Staf | Kabag | | | | | | |
"""
ONE = "| 1 | Menerima surat | Mulai | | Surat | 1 jam | Agenda | | | |"
TWO = "| 2 | Mengarsipkan | | Selesai | Agenda | 2 jam | Arsip | | | |"


def submission(*rows: str) -> Submission:
    return read(book(drawn(HEAD + "\n".join(rows), "Prosedur")))


def steps(*rows: str) -> tuple[Step, ...]:
    return submission(*rows).sop.steps


def codes(*rows: str) -> list[str]:
    """Codes of problems about the table."""
    return [one.code for one in submission(*rows).problems if one.code[0] == "P"]


@pytest.mark.parametrize(
    "gap",
    [
        (),
        ("|",),
        ("|", "|"),
        ("| 2 | | | |", "| 3 | | | |"),
    ],
)
def test_rows_that_say_nothing_are_passed_over(gap):
    assert [step.activity for step in steps(ONE, *gap, TWO)] == ["Menerima surat", "Mengarsipkan"]
    assert codes(ONE, *gap, TWO) == []


@pytest.mark.parametrize(
    "row",
    [
        "| (1) | (2) | (3) | (4) | (5) | (6) | (7) | (8) |",
        "| 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 |",
        "| 1 | 2 | 3 | | 4 | 5 | 6 | |",
    ],
)
def test_column_numbers_below_the_header_are_told_and_passed_over(row):
    found = submission(row, ONE, TWO)
    assert [step.number for step in found.sop.steps] == [1, 2]
    (problem,) = [one for one in found.problems if one.code == "P-16"]
    cell = found.cell(problem.place)
    assert cell
    assert cell.row == 3


@pytest.mark.parametrize(
    ("typed", "number"),
    [("1", 1), ("1.", 1), ("1)", 1), ("(1)", 1), ("1.0", 1), ("01", 1), ("a", None), ("1a", None)],
)
def test_numbers_are_read_as_officers_type_them(typed, number):
    (first, _) = steps(ONE.replace("| 1 |", f"| {typed} |", 1), TWO)
    assert (first.number, first.number_raw) == (number, typed)


@pytest.mark.parametrize(
    ("head", "typed", "minutes"),
    [
        ("Waktu (menit)", "45", 45),
        ("WAKTU (DALAM MENIT)", "5-10", 10),
        ("Waktu/menit", "± 7,5", 7.5),
        ("Durasi (jam)", "2", 120),
        ("Waktu (hari kerja)", "1", 450),
        ("Waktu (menit)", "1 jam", 60),
    ],
)
def test_times_without_a_unit_have_that_of_their_head(head, typed, minutes):
    table = (HEAD + ONE.replace("1 jam", typed) + "\n" + TWO).replace("Waktu", head, 1)
    found = read(book(drawn(table, "Prosedur")))
    assert found.sop.steps[0].duration.high == minutes
    assert found.sop.steps[1].duration.high == 120
    assert [one for one in found.problems if one.code == "F-21"] == []


def test_a_row_without_number_goes_on_with_the_step_above():
    more = "| | dan mencatatnya | | | lembar kendali | | | | | |"
    found = submission(ONE, more, TWO)
    first, second = found.sop.steps
    assert first.activity == "Menerima surat\ndan mencatatnya"
    assert first.inputs == "Surat\nlembar kendali"
    assert (second.row, second.activity) == (2, "Mengarsipkan")
    assert codes(ONE, more, TWO) == ["P-17"]
    assert found.values[found.problems[-1].place] == first.activity
    told = [repair.sentence for repair in found.repairs if "lanjutan" in repair.sentence]
    assert told == ["Baris 4 tanpa nomor kami baca sebagai lanjutan langkah 1."]


@pytest.mark.parametrize(
    "row",
    [
        "| | Mencatat | | Proses | | | | | | |",
        "| | Mencatat | | | | 1 jam | | | | |",
    ],
)
def test_a_row_with_symbol_or_time_is_a_step_of_its_own(row):
    assert [step.number for step in steps(ONE, row, TWO)] == [1, None, 2]


def test_without_any_number_every_row_is_a_step():
    rows = (ONE.replace("| 1 |", "| |"), "| | Mencatat | | | | | | | | |", TWO.replace("2", "", 1))
    assert [step.activity for step in steps(*rows)] == [
        "Menerima surat",
        "Mencatat",
        "Mengarsipkan",
    ]


@pytest.mark.parametrize(
    ("word", "symbol"),
    [
        *((word, Symbol.START) for word in ("M", "mulai", "START")),
        *((word, Symbol.PROCESS) for word in ("P", "Proses", "x", "V", "✓", "■", "process")),
        *((word, Symbol.DECISION) for word in ("K", "keputusan", "Decision", "d", "◇")),
        *((word, Symbol.END) for word in ("S", "Selesai", "End", "akhir")),
    ],
)
def test_symbols_are_read_in_all_their_words(word, symbol):
    (first, _) = steps(ONE.replace("Mulai", word), TWO)
    assert (first.nodes[0].symbol, first.nodes[0].raw) == (symbol, word)
    assert codes(ONE.replace("Mulai", word), TWO) == []


def test_a_word_that_is_no_symbol_is_told_and_kept():
    found = submission(ONE.replace("Mulai", "Berhenti"), TWO)
    (problem,) = [one for one in found.problems if one.code == "P-10"]
    cell = found.cell(problem.place)
    assert cell
    assert (cell.a1, problem.facts["teks"]) == ("C3", "Berhenti")
    (node,) = found.sop.steps[0].nodes
    assert (node.symbol, node.raw, node.actor) == (None, "Berhenti", 0)


def test_symbols_in_two_lanes_make_a_joint_step():
    (first, _) = steps(ONE.replace("Mulai | |", "Mulai | Mulai |"), TWO)
    assert first.actors == (0, 1)


def test_a_symbol_in_a_lane_without_name_belongs_to_nobody():
    found = read(book(drawn(HEAD.replace("Kabag", "") + ONE + "\n" + TWO, "Prosedur")))
    assert [node.actor for step in found.sop.steps for node in step.nodes] == [0, -1]


def test_line_breaks_and_blanks_are_kept_as_printed():
    (first, _) = steps(ONE.replace("Surat |", "Surat \u00a0 masuk⏎\u200bAgenda |"), TWO)
    assert first.inputs == "Surat masuk\nAgenda"


@pytest.mark.parametrize(
    "note",
    [
        "| Catatan: berlaku sejak 2025 | | | |",
        "| 3 | Catatan: berlaku sejak 2025 | | |",
        "| 3 | NB : lihat SOP lain | | |",
        "| | *) bila ada | | |",
    ],
)
def test_a_note_below_the_steps_is_told_as_one(note):
    found = submission(ONE, TWO, note)
    assert len(found.sop.steps) == 2
    (problem,) = [one for one in found.problems if one.code == "P-28"]
    assert problem.facts["sebagai"] == "catatan"


@pytest.mark.parametrize(
    ("rows", "kind"),
    [
        (("|", "| | Mengetahui, |", "| | Kepala Biro |", "|", "| | Sabrang, S.Sos. |"), "tanda"),
        (("| | | | | | | Samarinda, 3 Maret 2025 |", "| | | | | | | Kepala Biro |"), "tanda"),
        (("|", "| | Kepala Biro Organisasi |", "|", "| | NIP. 19700101 199501 1 999 |"), "tanda"),
        (("| | Ditetapkan di Samarinda | | | | | |",), "tanda"),
        (("| | Jumlah | | | | 3 jam | |",), "jumlah"),
        (("| TOTAL WAKTU | | | | | 3 jam | |",), "jumlah"),
        (("| | C. Tahap Pelaporan |",), "tahap"),
    ],
)
def test_what_stands_below_the_steps_is_told_once_for_what_it_is(rows, kind):
    found = submission(ONE, TWO, *rows)
    assert [step.activity for step in found.sop.steps] == ["Menerima surat", "Mengarsipkan"]
    (problem,) = [one for one in found.problems if one.code[0] == "P" or one.code > "F-20"]
    assert problem.code == "P-28"
    assert kind in str(problem.facts["sebagai"])


@pytest.mark.parametrize(
    ("row", "stage"),
    [
        ("| | A. Tahap Persiapan |", "A. Tahap Persiapan"),
        ("| A | Tahap Persiapan |", "A. Tahap Persiapan"),
        ("| II. | Pelaksanaan |", "II. Pelaksanaan"),
        ("| | Tahap I: Persiapan |", "Tahap I: Persiapan"),
        ("| TAHAP PERSIAPAN | |", "TAHAP PERSIAPAN"),
        ("| | PELAKSANAAN |", "PELAKSANAAN"),
        ("| 2 | B. Pelaporan |", "B. Pelaporan"),
    ],
)
def test_a_heading_among_the_steps_is_a_stage(row, stage):
    first, second = submission(ONE, row, TWO).sop.steps
    assert (first.stage, second.stage) == ("", stage)
    assert codes(ONE, row, TWO) == []


def test_headings_one_above_the_other_stand_above_one_step():
    (first, _) = steps("| | BAGIAN A |", "| | Tahap Persiapan |", ONE, TWO)
    assert first.stage == "BAGIAN A\nTahap Persiapan"


@pytest.mark.parametrize("mark", ["1.", "1)", "a.", "-", "•"])
def test_a_number_before_the_activity_is_left_out_and_told(mark):
    found = submission(ONE.replace("Menerima", f"{mark} Menerima"), TWO)
    assert found.sop.steps[0].activity == "Menerima surat"
    (repair,) = [one for one in found.repairs if f"“{mark}”" in one.sentence]
    assert repair.cell
    assert repair.cell.a1 == "B3"


def test_a_list_inside_an_activity_stays_whole():
    text = "1. Menerima surat⏎2. Mencatat surat"
    (first, _) = steps(ONE.replace("Menerima surat", text), TWO)
    assert first.activity == text.replace("⏎", "\n")


def endless_lanes(count: int) -> str:
    filled, blank = " Staf |" * count, " |" * count
    return (
        f"| No | Kegiatan | Pelaksana |{blank[2:]} Kelengkapan | Waktu | Output |\n"
        f"| | |{filled} | | |\n| 1 | Menerima surat | Mulai |{blank[2:]} Surat | 1 jam | Agenda |"
    )


@pytest.mark.parametrize(
    ("sheets", "refusal"),
    [
        ((HEAD + f"{ONE}\n" * (limits.STEPS + 1),), Refusal.TOO_MANY_STEPS),
        (
            tuple(HEAD + f"{ONE}\n" * (limits.STEPS // 2) + f"| 9 | Selesai {n} |" for n in (1, 2)),
            Refusal.TOO_MANY_STEPS,
        ),
        ((endless_lanes(limits.LANES + 1),), Refusal.TOO_MANY_LANES),
    ],
)
def test_more_than_anybody_could_mend_is_refused(sheets, refusal):
    named = (drawn(text, f"Prosedur {n}") for n, text in enumerate(sheets, start=1))
    with pytest.raises(Refused) as caught:
        read(book(*named))
    assert caught.value.refusal is refusal


def test_a_long_procedure_is_read():
    assert len(steps(*[ONE] * limits.STEPS)) == limits.STEPS
