"""The report on input/: every figure is the count of its rows, every link leads somewhere."""

from typing import Any
from urllib.parse import unquote

import pytest

from sopbatch.model import CellRef
from sopbatch.schema.statuses import STATUSES, status_of
from tests.batch.ledgers import rows as ledger
from tests.batch.sample_runs import SampleRun
from tests.sample_batch.outcomes import FORMS, SOPS
from tests.sample_batch.register import BUREAU, REGISTER
from tests.writing.report.reports import Books, books_at, rows, tiles_of, total

LABELS = tuple(status.label for status in STATUSES)
COUNTED = ("Direncanakan", "Diterima", "Di luar rencana", *LABELS, "Lengkap", "Tersusun")
COUNTED += (
    "Selesai",
    "Selesai dari rencana",
    "Terlambat",
    "Harus diperbaiki",
    "Sebaiknya diperbaiki",
)
LEVELS = {"Diterima": 4, "Lengkap": 3, "Tersusun": 2, "Selesai": 1}
"""Each level is a part of the one before it; the number is how many of the last ones it holds."""

KNOWN = {line.code for line in REGISTER.plan}

Row = dict[str, Any]


@pytest.fixture(scope="module")
def report(sample_run: SampleRun) -> bytes:
    return sample_run.report.read_bytes()


@pytest.fixture(scope="module")
def book(sample_run: SampleRun) -> Books:
    return books_at(sample_run.report)


@pytest.fixture(scope="module")
def sops(book: Books) -> list[Row]:
    return list(rows(book, "Rincian SOP"))


def counted(listed: list[Row]) -> Row:
    """The figures of a line, counted anew from rows of the list of SOPs."""
    levels = tuple(LEVELS)
    figures: Row = {"Direncanakan": sum(row["Rencana"] == "Ya" for row in listed)}
    figures["Di luar rencana"] = len(listed) - figures["Direncanakan"]
    figures |= {label: sum(row["Status"] == label for row in listed) for label in LABELS}
    figures |= {
        level: sum(row["Tahap"] in levels[-depth:] for row in listed)
        for level, depth in LEVELS.items()
    }
    figures["Selesai dari rencana"] = figures["Selesai"]
    figures["Terlambat"] = sum(row["Terlambat"] == "Ya" for row in listed)
    for head in ("Harus diperbaiki", "Sebaiknya diperbaiki"):
        figures[head] = sum(row[head] for row in listed if row[head] != "-")
    return figures


def test_the_plan_of_biro_organisasi_is_40_as_14_11_2_and_13(book, sops):
    bureau = [
        row for row in rows(book, "Per Bagian") if row["Perangkat daerah"] == "Biro Organisasi"
    ]
    assert {row["Bagian"]: row["Direncanakan"] for row in bureau} == {
        "Ketatalaksanaan": 14,
        "AKIP": 11,
        "Kelembagaan": 2,
        "Pendayagunaan Aparatur": 13,
    }
    (unit,) = [row for row in rows(book, "Per Perangkat Daerah") if row["Kode"] == BUREAU]
    assert unit["Direncanakan"] == 40
    assert sum(row["Perangkat daerah"] == "Biro Organisasi" for row in sops) == 40


def test_the_list_holds_every_planned_sop_with_what_came_of_it(sops):
    assert sorted(row["Kode"] for row in sops) == sorted(line.code for line in REGISTER.plan)
    counted_file = {item.sop: item for item in SOPS if item.outcome != "versi lama"}
    for row in sops:
        item = counted_file.get(row["Kode"])
        assert row["Berkas"] == (item.name if item else "-")
        assert row["Status"] == (item.status if item else "Teridentifikasi")
        assert row["Tahap"] == level_of(row["Status"], item.outcome if item else "")
        assert (row["Dokumen"] == "PDF") == (item is not None and item.outcome == "lengkap")
        assert (row["Dikembalikan"] != "-") == bool(item and item.told)


def level_of(status: str, outcome: str) -> str:
    known = status_of(status)
    assert known is not None
    if outcome != "lengkap":
        return "Diterima" if outcome else "Belum diterima"
    return "Selesai" if known.ratified else "Tersusun" if known.compiled else "Lengkap"


@pytest.mark.parametrize(
    ("sheet", "groups"),
    [
        ("Per Perangkat Daerah", ("Perangkat daerah",)),
        ("Per Bagian", ("Perangkat daerah", "Bagian")),
    ],
)
def test_every_line_and_total_is_counted_anew_from_the_list(book, sops, sheet, groups):
    for row in rows(book, sheet):
        own = [
            sop
            for sop in sops
            if all(sop[head] == row[head].replace("(tanpa bagian)", "-") for head in groups)
        ]
        assert {head: row.get(head, 0) for head in COUNTED} == counted(own), row
    whole = total(book, sheet)
    assert {head: whole.get(head, 0) for head in COUNTED} == counted(sops)


def test_the_first_sheet_the_command_and_the_list_agree(book, sample_run, sops):
    shown = {label: tile["number"] for label, tile in tiles_of(book).items()}
    whole = counted(sops)
    assert shown.pop("Perlu perbaikan") == whole["Perlu Perbaikan"]
    due = [row for row in book["Tenggat"].values if row[0] == "Penyelesaian" and row[4] in KNOWN]
    assert shown.pop("Jatuh tempo 30 hari") == sum(row[3] == "0–30 hari" for row in due)
    assert shown == {head: whole[head] for head in shown}
    assert {"Direncanakan", "Diterima", "Lengkap", "Tersusun", "Selesai", "Terlambat"} == set(shown)
    assert sample_run.facts["sop"] == {
        "direncanakan": whole["Direncanakan"],
        "diterima": whole["Diterima"],
        "lengkap": whole["Lengkap"],
        "tersusun": whole["Tersusun"],
        "selesai": whole["Selesai"],
        "selesai_sesuai_rencana": whole["Selesai dari rencana"],
    }


def test_findings_and_refused_files_are_all_listed(book, sample_run, sops):
    old = {item.name for item in SOPS if item.outcome == "versi lama"}
    told = [one for one in sample_run.facts["temuan"] if one["berkas"] not in old]
    listed = sorted((row["Berkas"], row["Aturan"], row["Uraian"]) for row in rows(book, "Temuan"))
    assert listed == sorted(
        (one["berkas"], finding["kode"], finding["uraian"])
        for one in told
        if one["terbaca"]
        for finding in one["temuan"]
    )
    refused = [one["berkas"] for one in told if not one["terbaca"]]
    assert [row["Berkas"] for row in rows(book, "Berkas Bermasalah")] == refused


def test_every_link_leads_to_a_file_or_a_cell(book, sample_run):
    linked = set()
    for sheet in book:
        for link in (cell.hyperlink for row in sheet.iter_rows() for cell in row if cell.hyperlink):
            if link.target:
                relative = unquote(link.target).replace("\\", "/")
                path = sample_run.report.parent / relative
                assert path.is_file(), relative
                if path.parent == sample_run.report.parent:
                    continue
                assert relative.startswith("../")
                linked.add(path.resolve().relative_to(sample_run.target.resolve()).as_posix())
            else:
                name, _, cell = link.location.rpartition("!")
                assert book[name.strip("'")][cell].value not in (None, ""), link.location
    counted_ones = {item.name for item in (*SOPS, *FORMS) if item.outcome != "versi lama"}
    assert linked == {
        str(path)
        for name, path in ledger(
            sample_run.target, "SELECT name, path FROM document JOIN receipt USING (run, sha256)"
        )
        if name in counted_ones
    }


@pytest.mark.office
def test_libreoffice_calculates_the_same_totals(book, report, sample_run, office):
    known = {
        CellRef(sheet, cell.row, cell.column): cell.value
        for sheet in ("Per Perangkat Daerah", "Per Bagian")
        for row in book[sheet]
        if "Jumlah" in str(row[0].value) + str(row[1].value)
        for cell in row
        if isinstance(cell.value, int)
    }
    assert len(known) >= 2 * len(LEVELS)
    with office.opened(report) as calculated:
        assert calculated.read(known) == known
    verdict = CellRef("Rekonsiliasi", 4, 4)
    annex = sample_run.report.with_name(sample_run.report.name.replace("Laporan", "Lampiran"))
    with office.opened(annex.read_bytes()) as calculated:
        assert calculated.read({verdict: ""}) == {verdict: "Semua cocok"}
