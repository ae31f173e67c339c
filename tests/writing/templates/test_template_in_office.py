"""The SOP template in a real LibreOffice: formulas and colours react, what is typed is kept."""

import re
from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path

import pytest

from sopbatch.model import CellRef, CellValue, Place, Received, Settings
from sopbatch.reading.grid import read_grid
from sopbatch.reading.submission import read_submission
from sopbatch.schema.fields import COMPLETE
from sopbatch.schema.places import CHECK_COLUMN, STATE_COLUMN, template_cells
from sopbatch.schema.sop import ACTOR, LANE_KIND, STEP_COLUMNS, TWIN_HINT
from sopbatch.writing.templates import example_values, sop_values
from sopbatch.writing.templates.looks import SYMBOL_TINTS, UNUSED, WANTED, WRONG
from sopbatch.writing.templates.procedure_head import HINT_ROW
from tests.office import Office, OpenBook, SaveAs
from tests.samples import sample_sops
from tests.writing.templates.stored import stored_results
from tests.writing.templates.tables import sequences_and_times
from tests.written import write_sop_template

pytestmark = pytest.mark.office

CELLS = template_cells()
COUNTER = CellRef("Identitas", 3, 2)
TABLE_COUNTER = CellRef("Prosedur", 4, 1)
OF_TABLES = {field.key for field in (*STEP_COLUMNS, ACTOR, LANE_KIND)}
EXAMPLE = example_values()
RECEIVED = Received(
    name="a.xlsx", path=Path("a.xlsx"), sha256="0" * 64, size=1, first_seen=date(2025, 1, 1)
)


def at(key: str, row: int = 0, lane: int = 0) -> Place:
    return Place(key, row, 1, lane)


def without(*keys: str) -> dict[Place, CellValue]:
    return {place: value for place, value in EXAMPLE.items() if place.key not in keys}


def typed(values: Mapping[Place, object]) -> dict[CellRef, object]:
    return {CELLS[place]: value for place, value in values.items()}


def check_of(step: int) -> CellRef:
    return CellRef("Prosedur", 8 + step, CHECK_COLUMN)


def state_of(key: str, row: int = 0) -> CellRef:
    return CellRef("Identitas", CELLS[at(key, row)].row, STATE_COLUMN)


def shown(book: OpenBook, cell: CellRef) -> object:
    return book.read([cell])[cell]


VALUES: dict[str, Mapping[Place, CellValue]] = {
    "blank": {},
    "example": EXAMPLE,
    "draft": {at("status"): "Draf", at("revision"): 1, at("scope"): "Mikro"},
    "submitted": {**without("nature", "legal_basis", "remark"), at("status"): "Diajukan"},
    "too long": {at("legal_basis", row): "x" * 300 for row in range(1, 6)},
    "no lanes": without("actor", "actor_kind"),
    "half a step": {at("activity", 1): "Menerima berkas", at("actor", 0, 1): "Petugas"},
    "gap": {**EXAMPLE, at("activity", 12): "Mengarsipkan", at("nodes", 12, 5): "Proses"},
    "wrong targets": {
        **EXAMPLE,
        at("yes", 1): "4",
        at("no_target", 3): "99",
        at("yes", 7): "7",
        at("next", 2): "dua",
        at("next", 4): "4",
        at("no_target", 7): "8",
    },
    "branches": {
        **without("no_target", "yes"),
        at("next", 3): "Teknis: 4; Administratif: 6",
        at("next", 7): "Baik: 8; Kurang: 77; Lain: 7",
    },
    "symbols": {
        **EXAMPLE,
        at("nodes", 1, 1): "Proses",
        at("nodes", 2, 3): "Keputusan",
        at("nodes", 4, 8): "Proses",
        at("nodes", 5, 5): "Mulai",
        at("nodes", 9, 1): "Proses",
    },
    "sequences": sequences_and_times(),
}


@pytest.mark.long
@pytest.mark.parametrize("values", VALUES.values(), ids=VALUES.keys())
def teststored_results_are_what_calculation_gives(
    office: Office, values: Mapping[Place, CellValue]
):
    content = write_sop_template(values)
    stored = stored_results(content)
    with office.opened(content) as book:
        assert book.read(stored) == stored


@pytest.mark.long
def test_a_second_procedure_counts_as_well(office: Office):
    second = {
        Place(place.key, place.row, 2, place.lane): value
        for place, value in EXAMPLE.items()
        if place.key in ("actor", "activity")
    }
    content = write_sop_template({**EXAMPLE, **second})
    stored = stored_results(content)
    with office.opened(content) as book:
        assert book.read(stored) == stored
        assert shown(book, COUNTER) == "Kurang 36 isian. Berikutnya: lembar Prosedur 2"


@pytest.mark.long
@pytest.mark.parametrize("kept_as", ["xlsx", "ods", "xls"])
def test_a_copied_sheet_counts_its_own_table_and_compares_its_own_lanes(
    office: Office, kept_as: SaveAs
):
    second = {Place(p.key, p.row, 2, p.lane): v for p, v in EXAMPLE.items() if p.key in OF_TABLES}
    second |= {p: f"{v} kedua" for p, v in second.items() if p.key == "activity"}
    third = "Prosedur 3"
    check, counter = CellRef(third, 8 + 3, CHECK_COLUMN), CellRef(third, 4, 1)
    hints = [CellRef(third, HINT_ROW, CELLS[at("actor", 0, lane)].column) for lane in (1, 2)]
    content = office.convert(write_sop_template({**EXAMPLE, **second}), kept_as)
    with office.opened(content, kept_as) as book:
        book.copy_sheet("Prosedur 2", third)
        assert shown(book, counter) == COMPLETE
        assert set(book.read(hints).values()) == {""}
        row = CELLS[at("activity", 10)].row
        book.type({CellRef(third, row, 2): "Mengarsipkan", CellRef(third, 11, 23): "10"})
        assert shown(book, check) == "✓ Tidak → 10 Mengarsipkan…"
        assert shown(book, counter) == "Kurang 4 isian; 1 baris Prosedur perlu diperiksa"
        names = dict.fromkeys((CellRef(third, 7, 3), CellRef(third, 7, 4)), "Kabid Data")
        names[CellRef(third, 7, 4)] = "Kepala Bidang Data"
        book.type(names)
        assert set(book.read(hints).values()) == {TWIN_HINT}
        assert shown(book, CellRef("Prosedur 2", 4, 1)) == COMPLETE
        assert shown(book, CellRef("Prosedur 2", HINT_ROW, 3)) == ""
        sop = read_submission(read_grid(book.saved("xlsx")), RECEIVED, Settings()).sop
        assert [(one.sheet, len(one.steps)) for one in sop.procedures] == [
            ("Prosedur", 9),
            ("Prosedur 2", 9),
            (third, 10),
        ]


@pytest.mark.long
@pytest.mark.parametrize("save_as", ["xlsx", "ods"])
def test_a_row_put_in_below_the_heads_can_be_filled_and_taken_out(office: Office, save_as: SaveAs):
    """It is as the row above it, which must not be locked."""
    heads = [CellRef("Prosedur", 8, column) for column in (1, 2, 18, CHECK_COLUMN)]
    with office.opened(write_sop_template(EXAMPLE)) as book:
        content = book.saved(save_as)
    with office.opened(content, save_as) as book:
        book.insert_row("Prosedur", 9)
        row = {2: "Menerima berkas", 3: "Mulai", 18: "Berkas", 19: "5 menit", 20: "Tanda terima"}
        cells = {CellRef("Prosedur", 9, column): text for column, text in row.items()}
        assert book.type({**cells, CellRef("Prosedur", 10, 3): "Proses"}) == ()
        assert [*book.read(cells).values()] == [*row.values()]
        assert shown(book, TABLE_COUNTER) == "1 baris Prosedur perlu diperiksa"
        assert shown(book, CellRef("Prosedur", 10, 1)) == 2
        book.delete_row("Prosedur", 9)
        assert shown(book, CellRef("Prosedur", 9, 2)) == EXAMPLE[at("activity", 1)]
        assert [*book.read(heads).values()] == ["", "Jenis", "", ""]


@pytest.mark.long
def test_the_counter_falls_as_cells_are_filled(office: Office):
    with office.opened(write_sop_template()) as book:
        assert shown(book, COUNTER) == "Kurang 12 isian. Berikutnya: Status"
        book.type(typed({at("status"): "Draf", at("government"): "PEMERINTAH KOTA"}))
        assert shown(book, COUNTER) == "Kurang 10 isian. Berikutnya: Kode Perangkat Daerah"
        book.type(typed({at("status"): "Siap Disahkan"}))
        assert shown(book, COUNTER) == "Kurang 28 isian. Berikutnya: Kode Perangkat Daerah"
        book.type(typed(EXAMPLE))
        assert shown(book, COUNTER) == COMPLETE
        assert shown(book, TABLE_COUNTER) == COMPLETE


@pytest.mark.long
def test_states_follow_the_status_and_other_fields(office: Office):
    with office.opened(write_sop_template()) as book:
        asked = [state_of("number"), state_of("legal_basis", 1), state_of("parent")]
        assert [*book.read(asked).values()] == ["belum wajib", "belum wajib", "tidak wajib"]
        book.type(typed({at("status"): "Diajukan", at("scope"): "Mikro"}))
        assert [*book.read(asked).values()] == ["belum wajib", "wajib diisi", "wajib diisi"]
        book.type(typed({at("number"): "1/2025", at("legal_basis", 3): "x" * 1500}))
        assert [*book.read(asked).values()] == ["✓", "terlalu panjang", "wajib diisi"]


@pytest.mark.few(6)
@pytest.mark.parametrize(
    ("place", "value", "step", "told"),
    [
        (at("no_target", 3), "99", 3, "Tidak ke bukan nomor langkah"),
        (at("no_target", 3), "3", 3, "Tidak ke menunjuk langkah ini sendiri"),
        (at("no_target", 3), "4", 3, "Ya dan Tidak menuju langkah yang sama"),
        (at("no_target", 3), "", 3, "isi Tidak ke"),
        (at("yes", 7), "x", 7, "Ya ke bukan nomor langkah"),
        (at("next", 2), "12", 2, "Lanjut ke bukan nomor langkah"),
        (at("next", 2), "A: 4; B: 40", 2, "Lanjut ke bukan nomor langkah"),
        (at("yes", 2), "4", 2, "Ya ke dan Tidak ke hanya untuk Keputusan"),
        (at("activity", 4), "", 4, "isi Kegiatan"),
        (at("duration", 4), "", 4, "isi Waktu"),
        (at("output", 4), "", 4, "isi Output"),
        (at("nodes", 4, 4), "", 4, "isi simbol"),
        (at("nodes", 4, 5), "Keputusan", 4, "isi Tidak ke"),
        (at("nodes", 4, 7), "Proses", 4, "kolom pelaksana belum diberi nama"),
        (at("nodes", 1, 1), "Proses", 1, "langkah 1 memakai simbol Mulai"),
        (at("nodes", 8, 2), "Mulai", 8, "Mulai hanya untuk langkah 1"),
        (at("nodes", 9, 1), "Proses", 9, "belum ada simbol Selesai"),
    ],
)
def test_periksa_tells_what_is_wrong_and_clears(
    example: OpenBook, place: Place, value: str, step: int, told: str
):
    example.type(typed({place: value}))
    said, *_ = re.split("; (?:Ya|Tidak|Lanjut) →", str(shown(example, check_of(step))))
    assert said == told
    assert "1 baris Prosedur perlu diperiksa" in str(shown(example, TABLE_COUNTER))
    example.type(typed({place: EXAMPLE.get(place, "")}))
    assert str(shown(example, check_of(step))).startswith("✓")
    assert shown(example, TABLE_COUNTER) == COMPLETE


@pytest.fixture(scope="module")
def example(office: Office) -> Iterator[OpenBook]:
    with office.opened(write_sop_template(EXAMPLE)) as book:
        yield book


@pytest.mark.long
def test_numbers_fill_and_count_rows_put_in_later(office: Office):
    numbers = [CellRef("Prosedur", row, 1) for row in range(9, 14)]
    with office.opened(write_sop_template(EXAMPLE)) as book:
        assert [*book.read(numbers).values()] == [1, 2, 3, 4, 5]
        book.insert_row("Prosedur", 10)
        assert [*book.read(numbers).values()] == [1, "", 2, 3, 4]
        book.type({CellRef("Prosedur", 10, 2): "Memeriksa berkas"})
        assert [*book.read(numbers).values()] == [1, "", 3, 4, 5]


@pytest.mark.long
def test_drop_downs_are_there(office: Office):
    with office.opened(write_sop_template()) as book:
        assert book.choices(CELLS[at("status")]) == "daftar_id_status"
        assert book.choices(CELLS[at("records", 3)]) == "daftar_id_pencatatan"
        assert book.choices(CELLS[at("nodes", 60, 15)]) == "daftar_pr_simbol"
        assert book.choices(CELLS[at("actor_kind", 0, 15)]) == "daftar_pr_jenis"
        assert book.choices(CELLS[at("title")]) == ""


@pytest.mark.long
def test_locked_cells_refuse(office: Office):
    label, head = CellRef("Identitas", 7, 2), CellRef("Prosedur", 6, 3)
    with office.opened(write_sop_template()) as book:
        assert book.type({label: "x", head: "x"}) == (label, head)
        assert shown(book, head) == "Pelaksana"


@pytest.mark.long
def test_colours_react(office: Office):
    title, target = CELLS[at("title")], CELLS[at("no_target", 3)]
    values = {**without("title", "no_target"), at("status"): "Draf", at("next", 4): "44"}
    with office.opened(write_sop_template()) as book:
        book.type(typed(values))
        fills = book.colours()
    assert fills[title] == fills[target] == WANTED
    assert fills[CELLS[at("next", 4)]] == WRONG
    assert CELLS[at("government")] not in fills
    assert fills[CELLS[at("no_target", 1)]] == UNUSED
    tints = {symbol.value: fill for symbol, (fill, _) in SYMBOL_TINTS.items()}
    for place, value in EXAMPLE.items():
        if place.key == "nodes":
            assert fills[CELLS[place]] == tints[str(value)]


@pytest.mark.long
def test_a_second_procedure_asks_for_nothing_before_it_is_begun(office: Office):
    counter, lane = CellRef("Prosedur 2", 4, 1), CellRef("Prosedur 2", 7, 3)
    with office.opened(write_sop_template(EXAMPLE)) as book:
        assert shown(book, counter) == "Boleh kosong: hanya untuk prosedur kedua"
        book.type({lane: "Kepala Biro"})
        assert shown(book, counter) == "Kurang 5 isian"
        assert shown(book, COUNTER) == "Kurang 5 isian. Berikutnya: lembar Prosedur 2"
        book.type({lane: ""})
        fills = book.colours()
    assert [
        cell for cell, fill in fills.items() if cell.sheet == "Prosedur 2" if fill == WANTED
    ] == []


@pytest.mark.few(1)
@pytest.mark.parametrize("save_as", ["xlsx", "ods", "xls"])
@pytest.mark.parametrize("sop", sample_sops()[:2], ids=lambda sop: sop.plan_code)
def test_what_is_typed_is_read_back_from_every_format(office: Office, sop, save_as: SaveAs):
    values = {place: value for place, value in sop_values(sop).items() if place in CELLS}
    saved = office.fill(write_sop_template(), typed(values), save_as)
    submission = read_submission(read_grid(saved), RECEIVED, Settings())
    assert submission.sop is not None
    assert sop_values(submission.sop) == values
