"""Service standards, evidence, quality, and what shows between kinds: a workbook of its own."""

from collections.abc import Callable, Sequence
from io import BytesIO
from typing import TypeVar

from sopbatch.report.content import Content
from sopbatch.report.coverage import AspectCover
from sopbatch.report.cycle import Cycle, SopQuality, UnitQuality, unit_qualities
from sopbatch.report.functions import BareFunction
from sopbatch.report.insights import Insight
from sopbatch.report.quality import Quality, word_of
from sopbatch.report.quality_sop import SOP_PRINCIPLES
from sopbatch.report.quality_standard import STANDARD_PRINCIPLES
from sopbatch.report.services import ServiceRow, UnitServices
from sopbatch.schema.products import report_name
from sopbatch.writing.report.page import HOME, Page, Value
from sopbatch.writing.report.steps import write_steps
from sopbatch.writing.report.table import NO_FIGURE, Column, known, write_table
from sopbatch.writing.report.workbook import book_of, finished

EVIDENCE, SERVICES = "Lembar Bukti", "Standar Pelayanan"
SOPS, UNITS, INSIGHTS = "Mutu SOP", "Mutu per Perangkat Daerah", "Wawasan"
TRANSPARENCY, BARE, STEPS = "Transparansi", "Fungsi tanpa SOP", "Tahap Penyusunan"
SHEETS = (EVIDENCE, SERVICES, SOPS, UNITS, STEPS, BARE, INSIGHTS, TRANSPARENCY)
QUALITY_NOTE = (
    "Mutu dinilai dari isi berkas menurut prinsip pedoman; mutu tidak memengaruhi kelengkapan "
    "maupun capaian."
)
TONES = {"baik": "green", "cukup": "amber", "perlu ditingkatkan": "red"}
MOST_ADVICE = 3
Row = TypeVar("Row")


def write_cycle(content: Content, cycle: Cycle) -> bytes:
    """The workbook; the same content gives the same bytes."""
    stream = BytesIO()
    home = f"external:{report_name(content.as_of)}#{HOME.removeprefix('internal:')}"
    book, page = book_of(stream, content, SHEETS, home)
    _write_evidence(page[EVIDENCE], cycle.units)
    _write_services(page[SERVICES], cycle.services)
    _write_sops(page[SOPS], cycle.sops)
    _write_unit_quality(page[UNITS], cycle)
    write_steps(page[STEPS], cycle.steps)
    _write_bare(page[BARE], cycle.bare)
    _write_insights(page[INSIGHTS], cycle.insights)
    _write_covers(page[TRANSPARENCY], cycle.covers)
    page[EVIDENCE].sheet.activate()
    return finished(book, stream)


def _write_evidence(page: Page, units: Sequence[UnitServices]) -> None:
    page.title(
        "Lembar bukti pelayanan publik",
        "Untuk PEKPPP (PermenPAN-RB 29/2022) dan penilaian kepatuhan Ombudsman RI; yang kurang "
        "lebih dahulu.",
    )
    columns: tuple[Column[UnitServices], ...] = (
        Column("Perangkat daerah", 30, lambda one: one.unit.name),
        Column("Yang kurang", 52, lambda one: "\n".join(one.missing) or "Tidak ada."),
        Column("Layanan dengan standar", 8, lambda one: len(one.rows), "count", upright=True),
        Column("Standar menunggu perbaikan", 9, lambda one: len(one.held), "count", upright=True),
        Column("Memuat 14 komponen", 8, lambda one: one.complete, "count", upright=True),
        Column("Ditetapkan dengan SK", 8, lambda one: one.decreed, "count", upright=True),
        Column("Dapat dibaca masyarakat", 8, lambda one: one.displayed, "count", upright=True),
        Column("Konsultasi publik", 12, lambda one: known(one.consulted), "date"),
        Column("Dimonitor", 12, lambda one: known(one.monitored), "date"),
        Column("Survei kepuasan", 12, lambda one: known(one.surveyed), "date"),
        Column(
            "SOP pelayanan tanpa standar",
            8,
            lambda one: len(one.without_standard),
            "count",
            upright=True,
        ),
    )
    ordered = sorted(units, key=lambda one: (-len(one.missing), one.unit.name))
    write_table(
        page,
        columns,
        ordered,
        name="LembarBukti",
        nothing="Belum ada Standar Pelayanan yang diterima.",
        frozen=1,
    )


def _write_services(page: Page, rows: Sequence[ServiceRow]) -> None:
    page.title("Standar Pelayanan per layanan", QUALITY_NOTE)
    columns: tuple[Column[ServiceRow], ...] = (
        Column("Perangkat daerah", 24, lambda one: one.unit.name),
        Column("Layanan", 32, lambda one: one.service.name),
        Column("Status", 13, lambda one: one.within.status or NO_FIGURE, "word"),
        Column("Komponen terisi", 9.5, lambda one: one.filled, "count"),
        Column("Komponen yang kosong", 30, lambda one: ", ".join(one.lacking) or NO_FIGURE),
        Column("Harus diperbaiki", 10, lambda one: one.review.errors, "count"),
        Column("Nomor SK", 22, lambda one: one.within.decree_number or NO_FIGURE),
        Column("SOP yang disebut", 10, lambda one: len(one.service.sops), "count"),
        *_quality_columns(STANDARD_PRINCIPLES, lambda one: one.quality),
    )
    write_table(
        page,
        columns,
        rows,
        name="StandarPelayanan",
        nothing="Belum ada Standar Pelayanan yang diterima.",
        frozen=2,
    )


def _write_sops(page: Page, rows: Sequence[SopQuality]) -> None:
    page.title("Mutu SOP menurut delapan prinsip", QUALITY_NOTE)
    columns: tuple[Column[SopQuality], ...] = (
        Column("Kode", 10, lambda one: one.line.plan_code or NO_FIGURE),
        Column("Nama SOP", 38, lambda one: one.line.title),
        Column("Perangkat daerah", 24, lambda one: one.line.unit_name),
        *_quality_columns(SOP_PRINCIPLES, lambda one: one.quality),
    )
    ordered = sorted(rows, key=lambda one: (one.quality.share or 0.0, one.line.title))
    write_table(
        page,
        columns,
        ordered,
        name="MutuSOP",
        nothing="Belum ada SOP yang diterima.",
        frozen=2,
    )


def _quality_columns(
    principles: Sequence[str], of: Callable[[Row], Quality]
) -> tuple[Column[Row], ...]:
    """Mutu, the word for it, what raises it, and each principle."""

    def share(at: int) -> Callable[[Row], Value]:
        return lambda one: _share(of(one).principles[at].share)

    return (
        Column("Mutu", 8, lambda one: _share(of(one).share), "share"),
        _word("Sebutan", lambda one: of(one).share),
        Column("Yang menaikkan mutu", 48, lambda one: _advice(of(one))),
        *(
            Column(name, 7.5, share(at), "share", upright=True)
            for at, name in enumerate(principles)
        ),
    )


def _advice(quality: Quality) -> str:
    return "\n".join(quality.raised_by[:MOST_ADVICE]) or "Tidak ada."


def _write_unit_quality(page: Page, cycle: Cycle) -> None:
    page.title("Mutu per perangkat daerah", QUALITY_NOTE)

    def of_standards(one: UnitQuality) -> float | None:
        return one.standards.quality if one.standards else None

    columns: tuple[Column[UnitQuality], ...] = (
        Column("Perangkat daerah", 36, lambda one: one.name),
        Column("SOP dinilai", 10, lambda one: one.sops, "count"),
        Column("Mutu SOP", 10, lambda one: _share(one.quality), "share"),
        _word("Sebutan", lambda one: one.quality),
        Column(
            "Layanan dinilai",
            10,
            lambda one: len(one.standards.rows) if one.standards else 0,
            "count",
        ),
        Column("Mutu standar", 10, lambda one: _share(of_standards(one)), "share"),
        _word("Sebutan standar", of_standards),
    )
    write_table(
        page,
        columns,
        tuple(unit_qualities(cycle)),
        name="MutuPerangkatDaerah",
        nothing="Belum ada yang dinilai.",
        frozen=1,
    )


def _word(title: str, share: Callable[[Row], float | None]) -> Column[Row]:
    """What a quality is called, in its colour."""

    def word(one: Row) -> str:
        return word_of(share(one))

    return Column(title, 16, word, "word", tone=lambda one: TONES.get(word(one), ""))


def _write_bare(page: Page, rows: Sequence[BareFunction]) -> None:
    page.title(
        "Fungsi tanpa SOP",
        "Fungsi dalam inventarisasi kebutuhan yang belum mempunyai SOP, baik dalam rencana maupun "
        "yang diterima.",
    )
    columns: tuple[Column[BareFunction], ...] = (
        Column("Perangkat daerah", 30, lambda one: one.unit),
        Column("Fungsi", 56, lambda one: one.function),
        Column("Kegiatan", 10, lambda one: one.activities, "count"),
        Column("Nama SOP yang diusulkan", 46, lambda one: "\n".join(one.proposed) or NO_FIGURE),
        Column("Sebab", 40, lambda one: one.reason),
    )
    write_table(
        page,
        columns,
        rows,
        name="FungsiTanpaSOP",
        nothing="Setiap fungsi yang diinventarisasi mempunyai SOP.",
        frozen=1,
    )


def _write_insights(page: Page, rows: Sequence[Insight]) -> None:
    page.title(
        "Wawasan antarformulir",
        "Yang baru terlihat ketika SOP, Standar Pelayanan, dan monitoring dibaca bersama.",
    )
    columns: tuple[Column[Insight], ...] = (
        Column("Temuan", 28, lambda one: one.what),
        Column("Perangkat daerah", 28, lambda one: one.unit),
        Column("Layanan atau SOP", 40, lambda one: one.title),
        Column("Yang dilakukan", 50, lambda one: one.advice),
    )
    write_table(
        page, columns, rows, name="Wawasan", nothing="Tidak ada yang perlu dilihat.", frozen=1
    )


def _write_covers(page: Page, rows: Sequence[AspectCover]) -> None:
    page.title(
        "Transparansi layanan",
        "Sepuluh aspek KEP/26/M.PAN/2/2004: dokumen mana yang menyebutnya pada setiap perangkat "
        "daerah yang mempunyai standar pelayanan.",
    )
    columns: tuple[Column[AspectCover], ...] = (
        Column("Perangkat daerah", 34, lambda one: one.unit),
        Column("Aspek", 48, lambda one: one.aspect),
        Column(
            "Disebut oleh",
            18,
            lambda one: one.told_by,
            "word",
            tone=lambda one: "" if one.sops or one.standards else "red",
        ),
        Column("SOP yang menyebut", 18, lambda one: one.sops, "count"),
        Column("SOP dianalisis", 15, lambda one: one.of_sops, "count"),
        Column("Standar yang menyebut", 22, lambda one: one.standards, "count"),
        Column("Standar", 11, lambda one: one.of_standards, "count"),
    )
    nothing = "Belum ada Standar Pelayanan yang diterima."
    write_table(page, columns, rows, name="TransparansiLayanan", nothing=nothing, frozen=2)


def _share(share: float | None) -> Value:
    return known(None if share is None else round(share, 3))
