"""Rows that are put in, copied, sorted and taken out: form and program go on as one."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from random import Random

import pytest

from sopbatch.model import CellRef, Place, Received, Settings
from sopbatch.reading import read_grid, read_submission
from sopbatch.schema.fields import COMPLETE
from sopbatch.schema.places import CHECK_COLUMN, FIRST_STEP_ROW, TARGET_COLUMNS, step_column
from sopbatch.schema.sop import STEP_ROWS
from sopbatch.writing.templates import example_values
from sopbatch.writing.templates.inserted_formulas import ABOVE, ABOVE_WRONG
from sopbatch.writing.templates.looks import ADDED, WANTED, WRONG
from sopbatch.writing.templates.step_state import DONE
from tests.office import Office, OpenBook, SaveAs
from tests.written import write_sop_template

pytestmark = pytest.mark.office

SHEET = "Prosedur"
COUNTER = CellRef(SHEET, 4, 1)
EXAMPLE = example_values()
RECEIVED = Received(
    name="a.xlsx", path=Path("a.xlsx"), sha256="0" * 64, size=1, first_seen=date(2025, 5, 1)
)
ASKED = {
    "activity": "Kegiatan",
    "nodes": "simbol",
    "inputs": "Kelengkapan",
    "duration": "Waktu",
    "output": "Output",
}
"""What a row must say, as Periksa calls it."""
WHOLE = {"nodes": "Proses", "inputs": "Berkas", "duration": "10 menit", "output": "Catatan"}


SLIPS = {
    "nodes": ("Pros", "Kotak", "Proses, Kepala"),
    "duration": (
        *("10", "sebentar", "2 kali bolak-balik", "2 jam saja", "perkiraan 2 jam", "2 jam 30"),
        *("1 minggu pelajaran", "1 minggu anggaran", "2 jam kali", "2 jam hari"),
        *("2 jam bolak 30 menit", "1 hari esok 2 jam (maks)"),
    ),
    "next": ("99", "selesai", "1, 99", "Teknis: 1; Umum: 99", "5 hari", "Ya 1 Tidak 99"),
    "yes": ("99", "Ya 1 Tidak 99", "B2 1 Tidak 2", "jika tidak 1"),
    "no_target": ("99", "kembali", "1 Tidak 99", "jika tidak 1"),
}
TAKEN = {
    "nodes": (
        "Proses",
        "p",
        "✓",
        "Proses 1",
        "Mulai, Proses",
        "Lengkap?",
        "K: Sesuai?",
        "P lalu P",
        "Proses 17",
        "▭",
        "☑",
    ),
    "duration": (
        "2 jam 30 mnt",
        "1 hari kerja",
        "saat itu juga",
        "10 menit/berkas",
        "30'",
        "½ jam",
        "rata-rata 2 jam",
        "estimasi 30 menit",
        "2 hari untuk 1 berkas",
        "2 (dua) hari kerja",
        "1 hari (termasuk perbaikan)",
        "1 x 24 jam",
        "(dua) bulan",
        "1 tahun anggaran",
        *("2 jam pelajaran (@ 45 menit)", "2 jam pelajaran @ 45 menit", "lama proses 2 jam"),
        *("1 jam dan 30 menit", "paling lama: 3 hari kerja", "kurang lebih 2 s.d. 3 minggu"),
        *(
            "2\u00a0jam",
            "3 hari sesuai kebutuhan",
            "2 jam tergantung antrean",
            "1 hari sesudah rapat",
            "3 hari menyesuaikan jadwal",
            "2 jam bergantung antrean",
            "1 jam setiap berkas",
            "2 hari apabila lengkap",
        ),
        *(
            "10 hari kerja, dapat diperpanjang 7 hari kerja",
            "10 hari kerja bisa diperpanjang 7 hari",
            "5 hari boleh ditambah 2 hari",
            "3 hari terhitung sejak berkas lengkap",
        ),
    ),
    "next": ("1", "langkah 1", "1; 2", "1 dan 2", "A: 1; B: 2", "-", "Setuju, lengkap: 1; lain: 2"),
    "yes": ("1", "langkah 2", "Ya 1 Tidak 2", "1 Tidak 2", "Ya: 1; Tidak: 2", "Layak 1 / Tidak 2"),
    "no_target": ("1", "Tidak: 2", "Setuju 1 Tidak setuju 2", "Ya ke 1, Tidak ke 2"),
}
BOTH = (*TAKEN["yes"][2:], *TAKEN["no_target"][2:])
DECIDING = (
    "Keputusan",
    "Lengkap?",
    "K: Sesuai?",
    "Proses, Keputusan",
    "♦",
    "◊ 2",
    "Proses; Layak?",
)
WRONG_ABOVE = {
    "nodes": "simbol tidak dikenal",
    "duration": "Waktu belum terbaca",
    "next": "Lanjut ke bukan nomor langkah",
    "yes": "Ya ke bukan nomor langkah",
    "no_target": "Tidak ke bukan nomor langkah",
}
"""What is told of a row that was put in when a cell says what the check does not take."""


def cell(row: int, column: int) -> CellRef:
    return CellRef(SHEET, row, column)


def of(row: int, key: str) -> CellRef:
    return cell(row, step_column(key))


def check(row: int) -> CellRef:
    return cell(row, CHECK_COLUMN)


def shown(book: OpenBook, at: CellRef) -> str:
    return str(book.read([at])[at])


@dataclass
class Table:
    """The table as it must be: its rows from above, each with what it says."""

    book: OpenBook
    rows: list[dict[str, str]]
    put_in: set[str] = field(default_factory=set)
    """Activities of rows without formulas."""
    named: int = 0

    def insert(self, at: int, says: dict[str, str]) -> None:
        """Puts a row in at a 0-based place and types into it."""
        row = FIRST_STEP_ROW + at
        self.book.insert_row(SHEET, row)
        self.named += 1
        said = says | {"activity": f"Kegiatan sisipan {self.named}"}
        self.book.type({of(row, key): text for key, text in said.items()})
        self.rows.insert(at, said)
        self.put_in.add(said["activity"])

    def copy(self, source: int, at: int) -> None:
        """Puts a copy of a row in and gives it another activity."""
        self.book.copy_row(SHEET, FIRST_STEP_ROW + source, FIRST_STEP_ROW + at)
        self.named += 1
        said = self.rows[source] | {"activity": f"Kegiatan salinan {self.named}"}
        if self.rows[source]["activity"] in self.put_in:
            self.put_in.add(said["activity"])
        self.book.type({of(FIRST_STEP_ROW + at, "activity"): said["activity"]})
        self.rows.insert(at, said)

    def delete(self, at: int) -> None:
        self.book.delete_row(SHEET, FIRST_STEP_ROW + at)
        self.put_in.discard(self.rows.pop(at)["activity"])

    def sort(self) -> None:
        last = FIRST_STEP_ROW + len(self.rows) - 1
        self.book.sort_rows(
            SHEET, (FIRST_STEP_ROW, last), (1, TARGET_COLUMNS[-1]), step_column("activity")
        )
        self.rows.sort(key=lambda said: said["activity"].casefold())

    def told(self) -> list[tuple[str, str]]:
        """No of each row, and what Periksa must say of rows above it."""
        told, above = [], list[int]()
        for at, said in enumerate([*self.rows, {"activity": ""}]):
            if said["activity"] in self.put_in:
                told.append(("", ""))
                above.append(at)
                continue
            number = f"{at + 1}.0" if said["activity"] else ""
            told.append((number, self._of(above) if above else ""))
            above = []
        return told

    def _of(self, above: Sequence[int]) -> str:
        several = f"{above[0] + 1}–" if len(above) > 1 else ""
        numbers = f"{several}{above[-1] + 1}"
        lacking = [
            name for key, name in ASKED.items() if not all(self.rows[at].get(key) for at in above)
        ]
        if any(
            self.rows[at].get("nodes") in DECIDING
            and self.rows[at].get("next", "-") == "-"
            and "no_target" not in self.rows[at]
            and self.rows[at].get("yes") not in (*BOTH, "Ya 1 Tidak 99", "B2 1 Tidak 2")
            for at in above
        ):
            lacking.append("Tidak ke")
        faults = [f"isi {', '.join(lacking)}"] if lacking else []
        faults += [
            WRONG_ABOVE[key]
            for key in ("yes", "no_target", "nodes", "duration", "next")
            if any(self.rows[at].get(key) in (*SLIPS[key],) for at in above)
        ]
        return f"{ABOVE_WRONG}{numbers}: {'; '.join(faults)}" if faults else f"{ABOVE}{numbers}, "

    def holds(self) -> None:
        """Numbers, what is told, and what the program reads are those of the rows."""
        last = FIRST_STEP_ROW + len(self.rows) + 1
        rows = range(FIRST_STEP_ROW, last)
        numbers = [str(text) for text in self.book.read([cell(row, 1) for row in rows]).values()]
        checks = [str(text) for text in self.book.read([check(row) for row in rows]).values()]
        for (number, above), shown_number, text in zip(self.told(), numbers, checks, strict=True):
            assert shown_number == number
            assert above in text
            assert bool(above) == ("baris sisipan" in text), (above, text)
            assert not (text.startswith(DONE) and ABOVE_WRONG in text)
        sop = read_submission(read_grid(self.book.saved("xlsx")), RECEIVED, Settings()).sop
        assert sop is not None
        assert [step.number for step in sop.steps] == [*range(1, len(self.rows) + 1)]
        assert [step.activity for step in sop.steps] == [said["activity"] for said in self.rows]


@pytest.mark.long
def test_rows_are_told_of_whatever_is_done_to_the_table(office: Office):
    chosen = Random(3)
    steps = [str(EXAMPLE[Place("activity", step)]) for step in range(1, 10)]
    targets = {Place(key, step) for key in ("yes", "no_target", "next") for step in range(1, 10)}
    values = {place: value for place, value in EXAMPLE.items() if place not in targets}
    with office.opened(write_sop_template(values)) as book:
        table = Table(book, [WHOLE | {"activity": text} for text in steps])
        for turn in range(24):
            way = chosen.choice(("insert", "insert", "insert", "copy", "delete", "sort"))
            at = chosen.randrange(len(table.rows) + 1)
            if way == "insert":
                says = {key: text for key, text in WHOLE.items() if chosen.random() < 0.8}
                says |= {"nodes": chosen.choice(DECIDING)} if chosen.random() < 0.4 else {}
                for _ in range(2):
                    said = SLIPS if chosen.random() < 0.3 else TAKEN
                    key = chosen.choice([*said])
                    says |= {key: chosen.choice(said[key])}
                table.insert(at, says)
            elif way == "copy":
                table.copy(chosen.randrange(len(table.rows)), at)
            elif way == "delete":
                table.delete(min(at, len(table.rows) - 1))
            else:
                table.sort()
            if turn % 3 == 2:
                table.holds()
        assert table.put_in


@pytest.mark.long
@pytest.mark.parametrize("save_as", ["xlsx", "ods"])
def test_a_row_that_was_put_in_is_tinted_and_marked(office: Office, save_as: SaveAs):
    row = FIRST_STEP_ROW + 2
    said = {of(row, "activity"): "Mencatat", of(row, "nodes"): "Keputusan", of(row, "yes"): "99"}
    with office.opened(write_sop_template(EXAMPLE)) as book:
        content = book.saved(save_as)
    with office.opened(content, save_as) as book:
        for at in (row, FIRST_STEP_ROW):
            book.insert_row(SHEET, at)
            book.type(
                {CellRef(SHEET, one.row - row + at, one.column): v for one, v in said.items()}
            )
        fills = book.colours()
        times = ("2 jam bolak 30 menit", "2 jam 30 mnt"), ("sebentar", "3 hari sesuai kebutuhan")
        seen = []
        for pair in times:
            told = zip((FIRST_STEP_ROW, row + 1), pair, strict=True)
            book.type({of(at, "duration"): text for at, text in told})
            now = book.colours()
            seen.append([now.get(of(at, "duration")) == WRONG for at in (FIRST_STEP_ROW, row + 1)])
    assert seen == [[True, False]] * len(times)
    for at in (FIRST_STEP_ROW, row + 1):
        assert fills[cell(at, 1)] == fills[check(at)] == ADDED
        assert fills[of(at, "duration")] == fills[of(at, "no_target")] == WANTED
        assert fills[of(at, "yes")] == WRONG
    assert fills[cell(FIRST_STEP_ROW + 1, 1)] != ADDED


@pytest.mark.long
def test_a_copied_row_has_its_own_number_and_check(office: Office):
    row = FIRST_STEP_ROW + 3
    with office.opened(write_sop_template(EXAMPLE)) as book:
        book.copy_row(SHEET, FIRST_STEP_ROW + 1, row)
        assert shown(book, cell(row, 1)) == "4.0"
        assert shown(book, check(row)) == DONE
        book.type({of(row, "duration"): "", of(row, "next"): "99"})
        assert shown(book, check(row)) == "isi Waktu; Lanjut ke bukan nomor langkah"
        assert shown(book, COUNTER).startswith("Kurang 1 isian; ")


@pytest.mark.long
def test_periksa_goes_on_in_xls(office: Office):
    """Formulas of more than 4,096 bytes would become #N/A there."""
    content = write_sop_template(EXAMPLE)
    rows = range(FIRST_STEP_ROW, FIRST_STEP_ROW + STEP_ROWS)
    asked = [*(check(row) for row in rows), COUNTER, CellRef("Identitas", 3, 2)]
    with office.opened(content) as book:
        before, xls = book.read(asked), book.saved("xls")
    with office.opened(xls, "xls") as book:
        assert book.read(asked) == before
        assert before[COUNTER] == COMPLETE
        book.type({of(FIRST_STEP_ROW + 2, "no_target"): "99"})
        assert "Tidak ke bukan nomor langkah" in shown(book, check(FIRST_STEP_ROW + 2))
        row = FIRST_STEP_ROW + 4
        book.insert_row(SHEET, row)
        said = WHOLE | {"activity": "Mencatat"} | {key: SLIPS[key][0] for key in SLIPS}
        book.type({of(row, key): text for key, text in said.items()})
        order = ("yes", "no_target", "nodes", "duration", "next")
        told = f"{ABOVE_WRONG}5: {'; '.join(WRONG_ABOVE[key] for key in order)}"
        assert told in shown(book, check(row + 1))


@pytest.mark.long
@pytest.mark.parametrize("symbol", ["Keputusan", "Lengkap?", "Keputusan (Lengkap?)", "k", "◇"])
def test_a_question_that_was_put_in_is_asked_for_tidak_ke(office: Office, symbol: str):
    row = FIRST_STEP_ROW + 2
    said = WHOLE | {"activity": "Mencatat", "nodes": symbol}
    with office.opened(write_sop_template(EXAMPLE)) as book:
        book.insert_row(SHEET, row)
        book.type({of(row, key): text for key, text in said.items()})
        assert f"{ABOVE_WRONG}3: isi Tidak ke" in shown(book, check(row + 1))
        assert shown(book, COUNTER).startswith("Kurang 1 isian")
        assert book.colours()[of(row, "no_target")] == WANTED
        book.type({of(row, "no_target"): "1"})
        assert f"{ABOVE}3, lengkap" in shown(book, check(row + 1))
