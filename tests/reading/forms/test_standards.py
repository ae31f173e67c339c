"""Service standards: filled forms, and tables of components that agencies laid out themselves."""

from dataclasses import replace
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sopbatch.batch.family.standards import MEMBER, example
from sopbatch.matching.shown_units import units_shown
from sopbatch.model import (
    CellRef,
    CellValue,
    FormReading,
    Grid,
    Place,
    Register,
    Settings,
    Sheet,
    Unit,
)
from sopbatch.model.standards import ServiceStandard, Standards
from sopbatch.reading import read_grid
from sopbatch.reading.forms import kind_by_labels, read_form
from sopbatch.schema.standards import COMPONENTS, HEAD, SERVICE, STANDARDS
from sopbatch.writing.templates.kinds import kind_cells, write_kind
from tests.builders import received
from tests.office import Office
from tests.reading.forms.typed import blanks
from tests.reading.typed_in import WORDS, is_accounted, with_typed


def read(grid: Grid) -> FormReading:
    return read_form(grid, received("a.xlsx"), STANDARDS, MEMBER.build)


def standards(reading: FormReading) -> Standards:
    assert isinstance(reading.record, Standards)
    return reading.record


@cache
def filled() -> Grid:
    return read_grid(write_kind(STANDARDS, example()))


def test_an_empty_form_holds_no_service_and_nothing_is_wrong_with_it():
    reading = read(read_grid(write_kind(STANDARDS)))
    assert (reading.problems, reading.repairs) == ((), ())
    assert standards(reading).services == ()


def test_a_filled_form_is_read_as_it_was_filled():
    reading = read(filled())
    assert (reading.problems, reading.repairs) == ((), ())
    values = {place: value for place, value in example().items() if value}
    assert {place: reading.cells[place] for place in values} == {
        place: cell for place, cell in kind_cells(STANDARDS, values).items() if place in values
    }
    for key in ("requirements", "procedure", "products", "facilities"):
        typed = [values[at] for at in sorted(values, key=str) if at.key == key and at.part == 1]
        assert list(getattr(standards(reading).services[0], key)) == typed


def test_each_service_is_counted_by_its_name_and_the_workbook_is_set():
    record = standards(read(filled()))
    assert record.keys == (
        "penerbitan rekomendasi izin rumah sakit",
        "pelayanan pengaduan masyarakat bidang kesehatan",
    )
    assert record.in_force
    assert record.heading == "Standar Pelayanan Dinas Kesehatan"
    assert [one.staff_total for one in record.services] == [5, 5]


def test_every_component_has_a_field_of_its_own_in_the_order_of_the_regulation():
    fields = [field.key for field in SERVICE.fields if field.key in COMPONENTS]
    assert fields == list(COMPONENTS)
    assert len(COMPONENTS) == 14
    of_record = set(ServiceStandard.__dataclass_fields__) - {"part", "key"}
    assert {field.key for field in SERVICE.fields} == of_record
    assert {field.key for field in HEAD.fields} == set(Standards.__dataclass_fields__) - {
        "services"
    }


@st.composite
def typed_texts(draw: st.DrawFn, grid: Grid) -> dict[CellRef, str]:
    """One to six texts in blank cells of any sheet."""
    typed = {}
    for n in range(draw(st.integers(1, 6))):
        sheet = draw(st.sampled_from(grid.sheets))
        at = draw(st.sampled_from(blanks(sheet)))
        typed[CellRef(sheet.name, *at)] = f"{draw(st.sampled_from(WORDS))} w{n}w"
    return typed


def lost(grid: Grid, typed: dict[CellRef, str]) -> list[str]:
    reading = read(with_typed(grid, typed))
    return [f"{cell} {text}" for cell, text in typed.items()
            if not is_accounted(reading, cell, text)]  # fmt: skip


@pytest.mark.long
@settings(max_examples=40)
@given(st.data())
def test_whatever_is_typed_is_read_or_told(data: st.DataObject):
    assert lost(filled(), data.draw(typed_texts(filled()))) == []


@settings(max_examples=40)
@given(st.data())
def test_whatever_is_typed_into_another_layout_is_read_or_told(data: st.DataObject):
    grid = foreign(Sheet(name="Sheet1", cells=TWO_SERVICES))
    assert lost(grid, data.draw(typed_texts(grid))) == []


@pytest.mark.long
@pytest.mark.office
@pytest.mark.parametrize("saved_as", ["xlsx", "ods", "xls"])
def test_a_form_that_another_program_filled_and_saved_reads_the_same(office: Office, saved_as):
    values = example()
    cells = {cell: values[place] for place, cell in kind_cells(STANDARDS, values).items()
             if place in values}  # fmt: skip
    reading = read(read_grid(office.fill(write_kind(STANDARDS), cells, saved_as)))
    hidden = "F-10"  # LibreOffice types into the spare sheet and leaves it hidden
    assert [one.code for one in reading.problems if one.code != hidden] == []
    assert standards(reading) == standards(read(filled()))


# Tables of other layouts: No, Komponen, Uraian


def foreign(*sheets: Sheet) -> Grid:
    return replace(filled(), sheets=sheets, names={}, properties={})


def rows(first: int, *lines: tuple[CellValue, ...]) -> dict[tuple[int, int], CellValue]:
    """Cells of lines below one another; "" leaves a cell blank."""
    return {
        (first + down, 1 + right): value
        for down, line in enumerate(lines)
        for right, value in enumerate(line)
        if value != ""
    }


HEADS = ("No", "Komponen", "Uraian")
CARD = (
    ("STANDAR PELAYANAN KARTU PENCARI KERJA (AK-1)",),
    ("", "(Service Delivery)"),
    HEADS,
    (1, "Dasar Hukum", "Undang-Undang Nomor 25 Tahun 2009 tentang Pelayanan Publik"),
    (2, "Syarat", "1. KTP\n2. Ijazah\n3. Pasfoto"),
    (3, "ALUR / PROSEDUR", "1. Datang ke loket\n2. Menerima kartu"),
    (4, "waktiu pelayanan", "1 (satu) hari kerja"),
    (5, "Biaya /tariff", "Tidak ada biaya (Gratis)"),
    (6, "Produk Layanan", "Kartu AK-1"),
    (7, "PENANGANAN ADUAN", "1.Kotak Saran 2.Telpon 3.WhatsApp"),
    ("", "(MANUFACTURING)"),
    HEADS,
    (8, "Sarana, prasarana/fasilitas", "Ruang tunggu"),
    (9, "KOMPETENSI SDM", "Ramah"),
    (10, "Pengawas Internal", "Atasan langsung"),
    (11, "Jumlah Pelaksana", "5 (lima) orang"),
    (12, "Jaminan Pelaksanaan", "Sesuai standar"),
    (13, "Jaminan Keamanan", "Data dirahasiakan"),
    (14, "Evaluasi Kinerja", "Setiap tahun"),
)
PERMIT = (
    ("",),
    ("STANDAR PELAYANAN",),
    ("DISPENSASI NIKAH",),
    HEADS,
    (1, "Jam Pelayanan", "Senin-Jumat 08.00-15.00"),
    (2, "Persyaratan", "Surat permohonan"),
    ("", "", "Fotokopi KTP"),
    (3, "Sistem, Mekanisme & Prosedur", "Mengajukan permohonan"),
    (4, "Waktu Penyelesaian", "10 Menit"),
    (5, "Biaya", "Tidak dipungut biaya"),
    (6, "Hasil Pelayanan", "Surat dispensasi"),
    (7, "Pengaduan", "www.lapor.go.id"),
)
TWO_SERVICES = rows(1, *CARD, *PERMIT)


def test_a_table_of_components_is_known_by_its_labels_in_any_order():
    grid = foreign(Sheet(name="AK1", cells=rows(1, *CARD)))
    assert kind_by_labels(grid, (STANDARDS,)) is STANDARDS
    (service,) = standards(read(grid)).services
    assert service.name == "KARTU PENCARI KERJA (AK-1)"
    assert service.requirements == ("KTP", "Ijazah", "Pasfoto")
    assert [one.duration.high for one in service.times] == [450]
    assert [one.kind for one in service.channels] == ["Kotak saran", "Telepon", "WhatsApp"]
    assert service.staff_total == 5
    assert all(getattr(service, key) for key in COMPONENTS)


def test_several_tables_below_one_another_are_several_services():
    reading = read(foreign(Sheet(name="Sheet1", cells=TWO_SERVICES)))
    card, permit = standards(reading).services
    assert card == standards(read(foreign(Sheet(name="AK1", cells=rows(1, *CARD))))).services[0]
    assert permit.name == "DISPENSASI NIKAH"
    assert permit.requirements == ("Surat permohonan", "Fotokopi KTP")
    assert permit.hours == ("Senin-Jumat 08.00-15.00",)
    assert reading.cells[Place("fees", 1, 2)].row > reading.cells[Place("fees", 1, 1)].row
    lacking = [one for one in reading.problems if "Jumlah pelaksana" in str(one.facts)]
    assert [one.place.part for one in lacking] == [2]


def test_what_one_table_lacks_is_no_cell_of_another():
    reading = read(foreign(Sheet(name="Sheet1", cells=TWO_SERVICES)))
    assert reading.cell(Place("staff", 1, 1)) is not None
    assert reading.cell(Place("staff", 1, 2)) is None


def test_heads_and_headings_of_other_layouts_are_not_told_as_left_over():
    reading = read(foreign(Sheet(name="Sheet1", cells=TWO_SERVICES)))
    assert {one.code for one in reading.problems} == {"K-07", "K-08"}


def test_tables_on_sheets_of_their_own_are_services_in_the_order_of_the_workbook():
    sheets = (Sheet(name="B", cells=rows(3, *PERMIT)), Sheet(name="A", cells=rows(1, *CARD)))
    names = [one.name for one in standards(read(foreign(*sheets))).services]
    assert names == ["DISPENSASI NIKAH", "KARTU PENCARI KERJA (AK-1)"]


@pytest.mark.parametrize("mark", ["{n}. {label}", "{n}) {label}", "{label} :", "{label}"])
def test_numbers_in_front_of_labels_and_colons_behind_them_make_no_difference(mark: str):
    lines = [(mark.format(n=n, label=line[1]), line[2]) for n, line in enumerate(CARD)
             if len(line) == 3 and line is not HEADS]  # fmt: skip
    (service,) = standards(read(foreign(Sheet(name="x", cells=rows(2, *lines))))).services
    assert all(getattr(service, key) for key in COMPONENTS)


@pytest.mark.parametrize("field", SERVICE.fields, ids=lambda field: field.key)
def test_each_variant_of_a_label_is_its_component(field):
    others = [one for one in SERVICE.fields if one.key in COMPONENTS and one is not field][:5]
    for label in (field.label, *field.variants):
        lines = [*((one.label, "isian lain") for one in others), (label.upper(), "5 tahun")]
        reading = read(foreign(Sheet(name="x", cells=rows(1, *lines))))
        assert reading.cells[Place(field.key, int(field.rows > 1))].row == len(lines)


def test_fields_of_the_decree_may_stand_above_a_table_without_a_form():
    above = (
        ("Nomor SK", "238.6/UPT LAB/DLH/TAHUN2022"),
        ("Unit kerja", "UPT Laboratorium Lingkungan"),
        ("Kode unit", "2.11"),
    )
    record = standards(read(foreign(Sheet(name="x", cells=rows(1, *above, *CARD)))))
    assert record.decree_number == "238.6/UPT LAB/DLH/TAHUN2022"
    assert (record.unit_code, record.unit_name) == ("2.11", "UPT Laboratorium Lingkungan")
    assert len(record.services) == 1


def test_opening_hours_typed_as_time_are_hours():
    lines = [*CARD[:6], (4, "Waktu pelayanan", "Senin-Kamis pukul 08:00 Wib s/d 16:15 Wib")]
    (service,) = standards(
        read(foreign(Sheet(name="x", cells=rows(1, *lines, *CARD[7:]))))
    ).services
    assert (len(service.hours), service.times) == (1, ())


def test_a_component_that_is_divided_within_a_table_makes_no_second_service():
    lines = [*CARD[:5], ("", "Persyaratan teknis", "Sehat"), *CARD[5:]]
    assert len(standards(read(foreign(Sheet(name="x", cells=rows(1, *lines))))).services) == 1


def test_working_days_are_as_long_as_the_register_says():
    shorter = Settings(minutes_per_day=300)
    register = Register(settings=shorter)
    reading = read_form(filled(), received("a.xlsx"), STANDARDS, MEMBER.build, register)
    assert standards(reading).services[0].times[0].duration.high == 20 * 300


# Whose standard it is, where there is no place for a code

LABOUR = Unit(code="2.07", name="Dinas Tenaga Kerja dan Transmigrasi", aliases=("Disnakertrans",))
CENTRE = Unit(code="2.07.01", name="Balai Latihan Kerja", parent="2.07")
HEALTH = Unit(code="1.02", name="Dinas Kesehatan", aliases=("Dinkes",))
AGENCIES = Register(units=(LABOUR, CENTRE, HEALTH))


def of_agency(above: tuple[str, ...] = (), below: tuple[str, ...] = ()) -> FormReading:
    lines = [*((text,) for text in above), *CARD, *(("", "", text) for text in ("", *below))]
    grid = foreign(Sheet(name="x", cells=rows(1, *lines)))
    return read_form(grid, received("a.xlsx"), STANDARDS, MEMBER.build, AGENCIES)


@pytest.mark.parametrize(
    ("above", "below"),
    [
        (("PEMERINTAH PROVINSI KALIMANTAN TIMUR", "DINAS TENAGA KERJA DAN TRANSMIGRASI"), ()),
        (("STANDAR PELAYANAN PUBLIK DISNAKERTRANS",), ()),
        ((), ("Kepala Dinas Tenaga Kerja & Transmigrasi", "Sungai Barito, S.E.")),
        (("Dinas Tenaga Kerja dan Transmigrasi",), ("KEPALA DISNAKERTRANS",)),
    ],
)
def test_the_agency_that_a_table_names_is_understood_and_told(above, below):
    reading = of_agency(above, below)
    record = standards(reading)
    assert (record.unit_code, record.unit_name) == ("2.07", LABOUR.name)
    assert [one.place.key for one in reading.problems if one.code == "K-08"] == ["hours"]
    assert "kami baca 2.07" in reading.repairs[-1].sentence
    assert len(record.services) == 1


def test_a_unit_below_an_agency_is_meant_where_both_are_named():
    record = standards(of_agency(("DINAS TENAGA KERJA DAN TRANSMIGRASI", "BALAI LATIHAN KERJA")))
    assert record.unit_code == "2.07.01"


@pytest.mark.parametrize(
    "above",
    [
        (),
        ("Dinas Kesehatan", "Dinas Tenaga Kerja dan Transmigrasi"),
        ("Bekerja sama dengan Dinas Kesehatan",),
        ("Dinas Sosial",),
    ],
)
def test_where_no_agency_or_several_are_named_the_code_is_asked_for(above):
    reading = of_agency(above)
    assert standards(reading).unit_code == ""
    assert any(one.facts.get("isian") == "lembar Umum" for one in reading.problems)


def test_a_code_that_was_typed_is_never_replaced():
    lines = [("Kode unit", "2.11"), ("Dinas Kesehatan",), *CARD]
    grid = foreign(Sheet(name="x", cells=rows(1, *lines)))
    reading = read_form(grid, received("a.xlsx"), STANDARDS, MEMBER.build, AGENCIES)
    assert standards(reading).unit_code == "2.11"


def test_a_signature_below_a_table_is_no_item_of_its_last_component():
    signed = standards(of_agency(below=("KEPALA DISNAKERTRANS", "Sungai Barito, S.E.")))
    assert signed.services == standards(of_agency()).services


@given(st.sampled_from(AGENCIES.units), st.sampled_from(("{}", "KEPALA {}", "Unit kerja: {}")))
def test_each_name_of_an_agency_means_it_alone(unit: Unit, around: str):
    for name in (unit.name, unit.name.upper(), *unit.aliases):
        assert list(units_shown(around.format(name), AGENCIES)) == [unit]
        assert list(units_shown(f"Surat pengantar dari {name}", AGENCIES)) == []
