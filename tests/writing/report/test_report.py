from dataclasses import replace
from datetime import date, datetime, time
from pathlib import Path
from typing import Any

import pytest

from sopbatch.model import NO_REGISTER, Completion, WeekTotals
from sopbatch.report.stages import stage_of
from sopbatch.schema.statuses import STATUSES
from sopbatch.writing.report import write_report
from sopbatch.writing.report.lists import file_link
from sopbatch.writing.report.page import Link
from tests.batch.cut_texts import cut_texts
from tests.builders import (
    dossier,
    finding,
    findings,
    plan_line,
    province,
    refused,
    register,
    review,
    sop,
)
from tests.patience import at_once
from tests.there import there
from tests.writing.report.reports import (
    AS_OF,
    HEAD_ROW,
    both,
    opened,
    quickly,
    rows,
    tiles_of,
    told,
    total,
    written,
)

SHEETS = [
    "Ringkasan",
    "Per Perangkat Daerah",
    "Per Bagian",
    "Tenggat",
    "Daftar SOP",
    "Perubahan",
    "Pekan ini",
    "Berkas Diterima",
    "Temuan",
    "Penyebab",
    "Berkas Bermasalah",
    "Riwayat",
    "Analisis",
    "Beban Pelaksana",
    "Rincian SOP",
    "Rekonsiliasi",
    "Catatan",
]
LABELS = [status.label for status in STATUSES]
FIGURES = {
    "Direncanakan": "planned",
    "Diterima": "received",
    "Di luar rencana": "outside_plan",
    "Lengkap": "complete",
    "Tersusun": "compiled",
    "Selesai": "ratified",
    "Selesai dari rencana": "planned_ratified",
    "Terlambat": "late",
    "Harus diperbaiki": "errors",
    "Sebaiknya diperbaiki": "warnings",
}


@pytest.fixture(scope="module")
def forty():
    known, dossiers = province(40)
    return written(known, dossiers, (refused(),))


@pytest.fixture(scope="module")
def book(forty):
    return both(forty[1])


def texts(book, sheet):
    return [str(cell.value) for row in book[sheet] for cell in row if cell.value is not None]


def test_sheets_stand_in_order_and_leaders_get_six(forty):
    report, annex = (opened(one).sheetnames for one in forty[1])
    assert (len(report), report + annex) == (6, SHEETS)


def test_leaders_get_the_rows_of_the_details_with_fewer_columns(book):
    details, shown = list(rows(book, "Rincian SOP")), list(rows(book, "Daftar SOP"))
    assert list(shown[0]) == list(details[0])[: len(shown[0])]
    assert [{head: row[head] for head in shown[0]} for row in details] == shown


def test_the_same_batch_gives_the_same_bytes():
    known, dossiers = province(12)
    assert written(known, dossiers)[1] == written(known, dossiers)[1]


@pytest.mark.parametrize("sheet", ["Per Perangkat Daerah", "Per Bagian"])
def test_every_total_equals_its_rows(forty, book, sheet):
    counted = forty[0]
    listed = list(rows(book, sheet))
    if sheet == "Per Bagian":
        units = {row.unit.name for row in counted.sections if row.section}
        assert len(listed) == len(counted.sections)
        assert units == {"Biro Organisasi"}
    for head, name in FIGURES.items():
        assert total(book, sheet)[head] == getattr(counted.total, name)
        assert sum(row[head] for row in listed) == getattr(counted.total, name)
    for label in LABELS:
        assert total(book, sheet).get(label, 0) == counted.by_status[label]
        assert sum(row.get(label, 0) for row in listed) == counted.by_status[label]
    for row in listed:
        statuses = sum(row.get(label, 0) for label in LABELS)
        assert statuses == row["Direncanakan"] + row["Di luar rencana"]


def test_columns_of_zeros_are_left_out_and_named_below(forty, book):
    counted = forty[0]
    for sheet in ("Per Perangkat Daerah", "Per Bagian"):
        (said,) = [text for text in texts(book, sheet) if text.startswith("Nol pada semua baris")]
        named = set(said.removesuffix(".").partition(": ")[2].split(", "))
        zero = {label for label in LABELS if not counted.by_status[label]}
        assert zero <= named
        heads = {cell.value for cell in book[sheet][HEAD_ROW]}
        assert not named & heads
        assert named | heads > set(FIGURES)


@pytest.mark.long
def test_totals_are_formulas_over_the_rows_above(forty):
    book = both(forty[1], formulas=True)
    last = HEAD_ROW + len(forty[0].units)
    assert total(book, "Per Perangkat Daerah")["Direncanakan"] == (
        f"=SUBTOTAL(9,$C${HEAD_ROW + 1}:$C${last})"
    )


def test_sections_add_up_to_their_units(book):
    sections = list(rows(book, "Per Bagian"))
    units = list(rows(book, "Per Perangkat Daerah"))
    for unit in units:
        own = [row for row in sections if row["Perangkat daerah"] == unit["Perangkat daerah"]]
        for head in (*FIGURES, "Jatuh tempo 30 hari"):
            assert unit.get(head, 0) == sum(row.get(head, 0) for row in own), head
    named = {row["Bagian"] for row in sections} - {"(tanpa bagian)"}
    assert named == {"Ketatalaksanaan", "AKIP", "Kelembagaan"}


def test_the_list_of_sops_tells_every_line(forty, book):
    counted = forty[0]
    listed = list(rows(book, "Rincian SOP"))
    assert [row["Nama SOP"] for row in listed] == [line.title for line in counted.lines]
    assert [row["Tahap"] for row in listed] == [stage_of(line) for line in counted.lines]
    assert sum(row["Rencana"] == "Ya" for row in listed) == counted.total.planned
    assert sum(row["Terlambat"] == "Ya" for row in listed) == counted.total.late
    errors = [row["Harus diperbaiki"] for row in listed if row["Harus diperbaiki"] != "-"]
    assert sum(errors) == counted.total.errors


def test_the_checks_of_the_report_all_agree(book):
    results = [row for row in book["Rekonsiliasi"].iter_rows(values_only=True) if row[3] == "Cocok"]
    assert len(results) == 4 + 11 + len(LABELS) + 7
    assert all(row[1] == row[2] for row in results)
    assert "Tidak cocok" not in texts(book, "Rekonsiliasi")


def test_numbers_dates_and_percentages_are_real(book):
    units = list(rows(book, "Per Perangkat Daerah"))
    by_name = {row["Perangkat daerah"]: row for row in units}
    bureau, silent = by_name["Biro Organisasi"], by_name["Inspektorat Daerah"]
    assert silent is units[0]
    assert isinstance(bureau["Direncanakan"], int)
    assert bureau["Berkas terakhir"].date() == date(2026, 10, 2)
    assert bureau["Capaian"] == 0.143
    assert (silent["Persentase lengkap"], silent["Berkas terakhir"]) == ("-", "-")
    lines = list(rows(book, "Daftar SOP"))
    assert {type(row["Tenggat"]) for row in lines} <= {datetime, str}


def test_the_summary_shows_the_totals(forty, book):
    counted, tiles = forty[0].total, tiles_of(book)
    shown = {label: tile["number"] for label, tile in tiles.items()}
    assert shown == {
        "Direncanakan": counted.planned,
        "Diterima": counted.received,
        "Lengkap": counted.complete,
        "Tersusun": counted.compiled,
        "Selesai": counted.ratified,
        "Perlu perbaikan": forty[0].by_status["Perlu Perbaikan"],
        "Terlambat": counted.late,
        "Jatuh tempo 30 hari": sum(unit.due_soon for unit in forty[0].units),
    }
    assert tiles["Terlambat"]["cell"].hyperlink.location == "'Daftar SOP'!A1"
    assert "Perangkat daerah yang belum mengirim berkas (1): Inspektorat Daerah." in texts(
        book, "Ringkasan"
    )


@pytest.mark.long
def test_the_small_table_of_many_units_still_adds_up():
    counted, report = written(*province(120, units=40))
    sheet = both(report)["Ringkasan"]
    start = next(row[0].row for row in sheet if row[0].value == "Perangkat daerah") + 1
    table: list[list[Any]] = [
        [cell.value for cell in row[:11] if cell.value is not None]
        for row in sheet.iter_rows(min_row=start, max_row=start + 9)
    ]
    *groups, others, whole = table[:10]
    assert others[0] == "32 lainnya (lihat Per Perangkat Daerah)"
    for place, name in enumerate(("planned", "received", "complete"), start=1):
        assert sum(row[place] for row in (*groups, others)) == whole[place]
        assert whole[place] == getattr(counted.total, name)


def test_the_report_date_stands_on_every_sheet(book):
    for sheet in book:
        assert sheet["A2"].value.startswith("Keadaan per 9 Oktober 2026")
        footer = sheet.oddFooter.left.text
        assert footer.startswith("Berkas diterima sampai dengan 9 Oktober 2026 pukul 24.00")


def test_the_time_when_receipt_closed_stands_on_every_sheet():
    content = replace(told(register(), (dossier(plan=plan_line()),)), until=time(16, 30))
    for sheet in opened(write_report(content)):
        assert sheet["A2"].value.startswith("Keadaan per 9 Oktober 2026 pukul 16.30")
        assert "sampai dengan 9 Oktober 2026 pukul 16.30" in str(
            there(there(sheet.oddFooter).left).text
        )
        assert there(there(sheet.oddFooter).right).text == "Halaman &P dari &N"


def test_every_sheet_prints_on_f4_wide_but_the_first(book):
    for sheet in book:
        turned = "portrait" if sheet.title == "Ringkasan" else "landscape"
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == (turned, 14)
        # Of Pekan ini it is told where each page ends, which spreadsheets pass over where they fit.
        fits = bool(there(sheet.sheet_properties.pageSetUpPr).fitToPage)
        assert fits is (sheet.title != "Pekan ini")
    for name in (
        "Per Perangkat Daerah",
        "Per Bagian",
        "Daftar SOP",
        "Temuan",
        "Berkas Bermasalah",
        "Analisis",
        "Beban Pelaksana",
    ):
        assert book[name].freeze_panes is not None
        assert book[name].print_title_rows == "$4:$5"
    assert book["Rekonsiliasi"].print_title_rows == "$5:$5"


@pytest.mark.parametrize(
    ("sheet", "table"),
    [
        ("Per Perangkat Daerah", "PerPerangkatDaerah"),
        ("Per Bagian", "PerBagian"),
        ("Tenggat", "Tenggat"),
        ("Daftar SOP", "DaftarSOP"),
        ("Temuan", "Temuan"),
        ("Berkas Bermasalah", "BerkasBermasalah"),
    ],
)
def test_lists_are_tables_that_can_be_filtered(book, sheet, table):
    assert book[sheet].tables[table].autoFilter is not None


WIDTHS_ARE_OF = 11
"""Points of the letters in which Excel counts the width of a column."""


@pytest.mark.parametrize("sheet", ["Daftar SOP", "Rincian SOP", "Temuan", "Penyebab", "Tenggat"])
def test_words_are_not_cut_by_the_next_column(book, sheet):
    """A centred cell does not wrap: what is wider than its column is cut on both sides."""
    widths = {
        number: about.width
        for about in book[sheet].column_dimensions.values()
        for number in range(about.min, about.max + 1)
    }
    words = [
        cell
        for row in book[sheet].iter_rows(min_row=HEAD_ROW + 1)
        for cell in row
        if isinstance(cell.value, str)
        and cell.alignment.horizontal == "center"
        and not cell.alignment.wrap_text
    ]
    assert words
    assert [
        f"{cell.coordinate}: {cell.value}"
        for cell in words
        if len(cell.value) * cell.font.size / WIDTHS_ARE_OF > widths[cell.column]
    ] == []


def test_links_lead_to_documents_marked_copies_and_findings(book):
    sheet = book["Rincian SOP"]
    links = {
        link.target or link.location
        for row in sheet.iter_rows(min_row=HEAD_ROW + 1)
        for cell in row
        if (link := cell.hyperlink)
    }
    assert any(link.startswith("..\\dokumen\\SOP%20") for link in links)
    assert any(link.startswith("..\\dikembalikan\\") for link in links)
    places = [link for link in links if link.startswith("'Temuan'!A")]
    assert places
    findings = book["Temuan"]
    for row in sheet.iter_rows(min_row=HEAD_ROW + 1):
        cell = row[10]
        if cell.hyperlink:
            target = findings[cell.hyperlink.location.partition("!")[2]].row
            assert findings.cell(target, 2).value == row[1].value
    annex = {
        link.location
        for row in book["Daftar SOP"].iter_rows(min_row=HEAD_ROW + 1)
        for cell in row
        if (link := cell.hyperlink) and link.target == "Lampiran_Perkembangan_SOP_2026-10-09.xlsx"
    }
    assert annex == set(places)


def test_documents_keep_odd_names_in_their_links():
    link = file_link("PDF", {"a": "../dokumen/50% #1.pdf"}, "a")
    assert isinstance(link, Link)
    assert link.target == "external:../dokumen/50%25%20%231.pdf"


def test_findings_are_listed_for_what_counts_and_what_is_awaited():
    good = review(sop("A"), findings(warnings=1), name="baik.xlsx")
    newer = review(sop("A"), findings(errors=2), name="baru.xlsx")
    older = review(sop("A"), findings(errors=3), name="lama.xlsx")
    book = both(written(register(), (dossier(newer, good, older),))[1])
    told = [(row["Berkas"], row["Bobot"], row["Keterangan"]) for row in rows(book, "Temuan")]
    awaited = ("baru.xlsx", "harus diperbaiki", "versi baru, perbaikan ditunggu")
    assert told == [("baik.xlsx", "sebaiknya diperbaiki", "-"), awaited, awaited]


def test_what_does_not_block_is_told_as_such():
    found = (
        finding("I-06", trial=True),
        finding("I-07", waived="menunggu peraturan baru", suggestion="Kepala Biro"),
    )
    book = both(written(register(), (dossier(review(sop(), found)),))[1])
    trial, waived = rows(book, "Temuan")
    assert trial["Keterangan"] == "aturan dalam masa percobaan"
    assert waived["Keterangan"] == "dikecualikan: menunggu peraturan baru"
    assert waived["Saran perbaikan"].endswith("Maksud Anda: Kepala Biro?")


def test_files_that_cannot_be_read_are_told_with_reason_and_advice(book):
    (row,) = rows(book, "Berkas Bermasalah")
    assert (row["Berkas"], row["Alasan"]) == (
        "lampiran rusak.xlsx",
        "Berkas rusak dan tidak dapat dibuka.",
    )
    assert row["Cara memperbaiki"] == "Simpan ulang dari Excel, lalu kirim kembali."


def test_without_a_register_the_report_says_what_it_cannot_count():
    sent = (dossier(review()),)
    book = both(written(NO_REGISTER, sent)[1])
    told = texts(book, "Ringkasan")
    assert tiles_of(book)["Direncanakan"]["number"] == "-"
    assert (
        "Daftar induk belum ada, sehingga rencana, capaian, keterlambatan, dan perangkat daerah "
        "yang belum mengirim tidak dapat dihitung."
    ) in told
    assert next(rows(book, "Per Perangkat Daerah"))["Capaian"] == "-"


def test_nothing_is_cut_in_the_report_of_a_second_week(tmp_path: Path):
    known, dossiers = province(40)
    weeks = (
        WeekTotals(date(2025, 11, 30), Completion(planned=1234, received=9876)),
        WeekTotals(AS_OF, Completion(planned=99)),
    )
    for number, data in enumerate(written(known, dossiers, history=weeks)[1]):
        book = tmp_path / f"{number}.xlsx"
        book.write_bytes(data)
        assert cut_texts(book) == []


@pytest.mark.long
def test_change_since_the_last_report_is_told_for_every_figure():
    known, dossiers = province(40)
    weeks = (
        WeekTotals(date(2026, 9, 25), Completion()),
        WeekTotals(date(2026, 10, 2), Completion(planned=37, received=20, late=21)),
        WeekTotals(AS_OF, Completion(planned=99)),
    )
    book = both(written(known, dossiers, history=weeks)[1])
    changes = [tile["change"] for tile in tiles_of(book).values()]
    assert changes[:3] == [
        "tetap sejak 2 Okt 2026",
        "▲ 4 sejak 2 Okt 2026",
        "▲ 18 sejak 2 Okt 2026",
    ]
    assert changes[6] == "▼ 1 sejak 2 Okt 2026"


@pytest.mark.long
def test_one_unit_with_sections_is_told_by_section():
    book = both(written(*province(12, units=1))[1])
    assert "Keadaan SOP per bagian" in " ".join(texts(book, "Ringkasan"))
    assert "Bagian" in texts(book, "Ringkasan")


def test_days_that_a_spreadsheet_does_not_know_are_told_as_text():
    plan = plan_line(deadline=date(1899, 12, 31))
    book = both(written(register(), (dossier(plan=plan),))[1])
    assert next(rows(book, "Daftar SOP"))["Tenggat"] == "31 Desember 1899"


@pytest.mark.long
@pytest.mark.parametrize(("size", "units"), [(0, 5), (1, 1), (40, 5), (2000, 44)])
def test_any_number_of_sops_makes_a_report_at_once(size, units):
    known, dossiers = province(size, units)
    with at_once():
        counted, report = written(known, dossiers)
    sheets = quickly(*report)
    assert list(sheets) == SHEETS
    assert len(sheets["Daftar SOP"]) == HEAD_ROW + max(1, len(counted.lines))
    if not size:
        assert sheets["Temuan"][HEAD_ROW][0] == "Tidak ada temuan."
        assert sheets["Berkas Bermasalah"][HEAD_ROW][0] == "Tidak ada berkas bermasalah."


@pytest.mark.long
def test_long_lists_of_leaders_print_their_first_rows_and_say_so():
    report, _ = written(*province(120, units=44))[1]
    book = opened(report)
    for sheet, last in (("Daftar SOP", HEAD_ROW + 50), ("Tenggat", HEAD_ROW + 50)):
        assert book[sheet].print_area.endswith(f"${last}")
        assert "Tercetak 50 baris pertama dari " in " ".join(texts(book, sheet))
    assert not book["Perubahan"].print_area
