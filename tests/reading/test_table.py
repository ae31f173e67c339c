"""The procedure table is found wherever it stands and however its columns are called."""

import pytest

from sopbatch.model import NO_REGISTER, Grid, Sheet
from sopbatch.reading.table import COLUMNS, ProcedureTable
from sopbatch.reading.tables import find_tables
from sopbatch.rules import RULES, review
from tests.builders import SEEN
from tests.reading.drawn import book, drawn
from tests.reading.mutations import MUTATIONS
from tests.reading.submissions import read

HEAD = """
| No | Kegiatan | Pelaksana | | Mutu Baku | | | Keterangan |
| | | Staf | Kabag | Kelengkapan | Waktu | Output | |
"""
STEPS = """
| 1 | Menerima surat | Mulai | | Surat | 1 jam | Agenda | |
| 2 | Menandatangani surat | | Selesai | Agenda | 2 jam | Surat | arsip |
"""
REMARK_FIRST = """
| No | Kegiatan | Keterangan | Pelaksana | | Kelengkapan | Waktu | Output |
| | | | Staf | Kabag | | | |
"""
LANES_LAST = """
| No | Kegiatan | Mutu Baku | | | Pelaksana | |
| | | Kelengkapan | Waktu | Output | Staf | Kabag |
"""
NAMES_BELOW = """
| No | Kegiatan | Pelaksana | | Kelengkapan | Waktu | Output |
| | | Staf | Kabag | | | |"""
KEYS = ("no", "activity", "inputs", "duration", "output", "remark")


def table(text: str, name: str = "Prosedur") -> ProcedureTable:
    (found,) = find_tables(book(drawn(text, name))).procedures
    return found


def activities(grid: Grid) -> list[list[str]]:
    return [[step.activity for step in one.steps] for one in read(grid).sop.procedures]


def test_the_printed_header_is_understood():
    found = table(HEAD + STEPS)
    assert [found.columns[key] for key in KEYS] == [1, 2, 5, 6, 7, 8]
    assert (found.lanes, found.name_row, found.kind_row, found.first_row) == ((3, 4), 2, 0, 3)


@pytest.mark.parametrize(
    ("head", "lanes", "rows"),
    [
        ("| No | Kegiatan | Staf | Kabag | Kelengkapan | Waktu | Output |", (3, 4), (1, 0, 2)),
        (f"{HEAD}| | Jenis | Internal | Sistem | | | | |", (3, 4), (2, 3, 4)),
        (f"{HEAD}| | | Internal | Sistem | | | | |", (3, 4), (2, 3, 4)),
        (f"{HEAD}| | | Internal | Luar | | | | |", (3, 4), (2, 3, 4)),
        (f"{HEAD}| | | Internal | Mulai | | | | |", (3, 4), (2, 0, 3)),
        (HEAD.replace("Kabag", "Sistem"), (3, 4), (2, 0, 3)),
        (f"| Prosedur | |{HEAD}", (3, 4), (3, 0, 4)),
        (f"| Nomor SOP | 065 |\n| Nama SOP | Surat |{HEAD}", (3, 4), (4, 0, 5)),
        ("| No | Kegiatan | Kelengkapan | Waktu | Output |", (), (1, 0, 2)),
        (REMARK_FIRST, (4, 5), (2, 0, 3)),
        (LANES_LAST, (6, 7), (2, 0, 3)),
        (NAMES_BELOW, (3, 4), (2, 0, 3)),
        (f"{NAMES_BELOW}\n| | | Internal | Sistem | |", (3, 4), (2, 3, 4)),
    ],
)
def test_lanes_and_rows_follow_from_the_header(
    head: str, lanes: tuple[int, ...], rows: tuple[int, int, int]
):
    found = table(head + "\n| 1 | Menerima | | | | | | |")
    assert (found.name_row, found.kind_row, found.first_row) == rows
    assert found.lanes == lanes


@pytest.mark.parametrize(
    ("key", "label"),
    [
        *((column.key, name) for column in COLUMNS for name in column.variants),
        ("no", "NO."),
        ("activity", "AKTIVITAS"),
        ("inputs", "Persyaratan/ Perlengkapan"),
        ("inputs", "Sumber Data"),
        ("duration", "Waktu:"),
        ("output", "0utput"),
        ("remark", "KETERANGAN"),
        ("activity", "Kegiatn"),
        ("inputs", "Kelengkapn"),
    ],
)
def test_a_heading_is_known_by_its_variants(key: str, label: str):
    labels = {column.key: column.label for column in COLUMNS} | {key: label}
    order = ("no", "activity", "inputs", "duration", "output", "remark", "yes", "no_target", "next")
    assert table("|" + "|".join(labels[name] for name in order) + "|\n").columns[key] == (
        order.index(key) + 1
    )


def test_output_may_stand_before_time():
    head = "| No | Kegiatan | Staf | Kelengkapan | Output | Waktu |"
    sop = read(book(drawn(f"{head}\n| 1 | Menerima | Mulai | Surat | Agenda | 1 jam |"))).sop
    (step,) = sop.steps
    assert (step.output, step.duration.raw) == ("Agenda", "1 jam")


def test_words_in_the_first_step_are_no_headings():
    row = "| 1 | Menerima | Mulai | | Input | 1 jam | Hasil | Ket |"
    (step,) = read(book(drawn(f"{HEAD}{row}"))).sop.steps
    assert (step.inputs, step.output, step.remark) == ("Input", "Hasil", "Ket")


def sheets(*names: str) -> Grid:
    """Sheets with a table each, whose first step tells the sheet's name."""
    texts = {name: HEAD + STEPS.replace("Menerima", name) for name in names}
    return book(*(drawn(text, name) for name, text in texts.items()))


@pytest.mark.parametrize(
    ("names", "read_in_order"),
    [
        (("Prosedur 10", "Prosedur 2", "Prosedur"), ("Prosedur 10", "Prosedur 2", "Prosedur")),
        (("PROSEDUR", "prosedur (2)"), ("PROSEDUR", "prosedur (2)")),
        (("Prosedur", "Prosedur_2", "Sheet1"), ("Prosedur", "Prosedur_2", "Sheet1")),
        (("Prosedur", "Prosedur lanjutan"), ("Prosedur", "Prosedur lanjutan")),
        (("SOP 1", "Prosedur"), ("SOP 1", "Prosedur")),
        (("Perbaikan", "Petunjuk", "Alur"), ("Alur",)),
    ],
)
def test_a_table_is_a_procedure_whatever_its_sheet_is_called(names, read_in_order):
    found = find_tables(sheets(*names)).procedures
    assert tuple(one.sheet.name for one in found) == read_in_order
    assert [one.part for one in found] == list(range(1, len(found) + 1))


def test_blank_tables_and_copies_are_no_procedures():
    full, blank = drawn(HEAD + STEPS, "Prosedur"), drawn(HEAD, "Prosedur 2")
    copy = Sheet(name="Prosedur (3)", cells=full.cells)
    nameless = drawn(HEAD.replace("Staf", "").replace("Kabag", ""), "Prosedur 2")
    found = find_tables(book(full, nameless, copy))
    assert [one.sheet.name for one in found.procedures] == ["Prosedur"]
    assert [one.sheet.name for one in found.blank] == ["Prosedur 2"]
    assert [(one.sheet.name, twin.sheet.name) for one, twin in found.copies] == [
        ("Prosedur (3)", "Prosedur")
    ]
    both = find_tables(book(full, blank)).procedures
    assert [one.sheet.name for one in both] == ["Prosedur", "Prosedur 2"]
    assert len(find_tables(book(nameless)).procedures) == 1


AGAIN = """
| 3 | Mencatat surat | Proses | | Surat | 1 jam | Agenda | |
"""
BOTH = ["Menerima surat", "Menandatangani surat"]
OTHER_LANES = HEAD.replace("Kabag", "Sekretaris")


@pytest.mark.parametrize(
    ("texts", "expected"),
    [
        (
            (HEAD, STEPS, HEAD, AGAIN),
            [["Menerima surat", "Menandatangani surat", "Mencatat surat"]],
        ),
        (
            (HEAD, AGAIN, HEAD, AGAIN.replace("3", "4"), HEAD, AGAIN.replace("3", "5")),
            [["Mencatat surat"] * 3],
        ),
        (
            (HEAD, STEPS, OTHER_LANES, AGAIN),
            [BOTH, ["Mencatat surat"]],
        ),
        ((HEAD, STEPS, HEAD, STEPS), [BOTH, BOTH]),
    ],
    ids=["heading repeated", "heading repeated twice", "other lanes", "Mulai again"],
)
def test_every_table_of_a_sheet_is_read_in_order(texts, expected):
    for gap in ("", "\n|\n"):
        grid = book(drawn(gap.join(texts).replace("\n\n", "\n"), "Prosedur"))
        assert activities(grid) == expected


@pytest.mark.long
def test_sixteen_lanes_are_told_by_the_rule():
    (mutation,) = [one for one in MUTATIONS if one.name == "sixteen lanes"]
    submission = read(mutation.grid())
    checked, _ = review(submission, NO_REGISTER, SEEN, RULES)
    assert "A-03" in {finding.code for finding in checked.findings}
    assert len(submission.sop.procedures[0].actors) == 16


def test_steps_of_all_procedures_are_read():
    assert [len(one) for one in activities(sheets("Prosedur", "Prosedur 2"))] == [2, 2]
