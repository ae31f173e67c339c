"""The nation's workbook: what was counted over all governments comes in, a file goes out."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from io import BytesIO

from sopbatch import __version__
from sopbatch.model import GroupCount, Settings
from sopbatch.report.lights import LIGHTS
from sopbatch.report.nation import (
    MOST_TITLES,
    STALE_DAYS,
    DataState,
    GovernmentCount,
    GovernmentFolder,
    Nation,
    Province,
    Title,
    added,
    province_light,
)
from sopbatch.report.nation_tiles import (
    BY_GOVERNMENT,
    BY_PROVINCE,
    DATA,
    NOTES,
    SUMMARY,
    TITLES,
)
from sopbatch.text.words import count, long_date
from sopbatch.writing.report.bars import data_bar
from sopbatch.writing.report.groups import (
    LIGHT,
    Group,
    decorate,
    figures,
    name_left_out,
    told_columns,
)
from sopbatch.writing.report.nation_summary import write_nation_summary
from sopbatch.writing.report.notes import FIRST_ROW, TERMS, WIDTHS, write_terms
from sopbatch.writing.report.page import Heading, Page, Value
from sopbatch.writing.report.table import (
    NO_FIGURE,
    Column,
    ListExtent,
    Row,
    known,
    write_table,
    write_total,
)
from sopbatch.writing.report.workbook import finished, new_book

SHEETS = (SUMMARY, BY_PROVINCE, BY_GOVERNMENT, TITLES, DATA, NOTES)
STATE_TONES = {
    DataState.COUNTED: "green",
    DataState.STALE: "amber",
    DataState.NOTHING: "red",
    DataState.REFUSED: "red",
    DataState.DOUBLE: "grey",
}
USED = frozenset(
    ("Direncanakan", "Diterima", "Lengkap", "Tersusun", "Selesai", "Terlambat", "Capaian")
)
"""Terms that are explained here as in a government's own report."""
COUNTING = (
    "Setiap pemerintah daerah dihitung dari baris yang ditulis oleh pengolahannya sendiri.",
    "Jumlah nasional adalah jumlah laporan semua pemerintah daerah yang terhitung.",
    f"Data yang lebih lama dari {STALE_DAYS} hari tetap dihitung, dan ditandai.",
    "Terlambat dihitung pada tanggal data, hari terlambat pada tanggal ringkasan.",
    "Pemerintah daerah yang sama dalam dua folder dihitung satu kali, dengan data yang terbaru.",
    "Judul disamakan tanpa membedakan huruf kapital, tanda baca, dan singkatan yang lazim.",
    "Berkas baris yang rusak, terlalu besar, atau berisi yang tidak mungkin tidak dihitung.",
)


def write_nation(nation: Nation) -> bytes:
    """The workbook; the same content gives the same bytes."""
    stream = BytesIO()
    counted = sum(source.is_counted for source in nation.sources)
    issuer = Settings(
        government="Nasional", organisation_bureau=f"{count(counted)} pemerintah daerah"
    )
    heading = Heading(nation.as_of, issuer, f"sopbatch {__version__}")
    told = {
        "title": f"Ringkasan Nasional Penyusunan SOP per {long_date(nation.as_of)}",
        "category": "Ringkasan nasional",
    }
    book, page = new_book(stream, heading, SHEETS, told)
    _write_provinces(page[BY_PROVINCE], nation)
    _write_governments(page[BY_GOVERNMENT], nation)
    _write_titles(page[TITLES], nation)
    _write_sources(page[DATA], nation)
    _write_notes(page[NOTES])
    write_nation_summary(page[SUMMARY], nation)
    return finished(book, stream)


def _lifted(column: Group, group: Callable[[Row], GroupCount]) -> Column[Row]:
    """A column of a group, for rows that hold one."""
    value, tone = column.value, column.tone
    return Column(
        column.title,
        column.width,
        lambda row: value(group(row)),
        column.kind,
        summed=column.summed,
        upright=column.upright,
        tone=(lambda row: tone(group(row))) if tone else None,
        band=column.band,
        middle=column.middle,
    )


def _write_provinces(page: Page, nation: Nation) -> None:
    as_of = nation.as_of
    page.title("SOP per Provinsi", "Yang terberat lebih dahulu.")
    every: tuple[Column[Province], ...] = (
        Column("Provinsi", 30, lambda one: one.name),
        Column("Pemerintah daerah", 6, lambda one: one.known, "count", summed=True, upright=True),
        Column("Terhitung", 6, lambda one: one.counted, "count", summed=True, upright=True),
        *(_of_province(column, as_of) for column in figures(as_of)),
    )
    whole = added("Jumlah", nation.provinces)
    _write_groups(page, every, nation.provinces, whole, "PerProvinsi", 0)


def _of_province(column: Group, as_of: date) -> Column[Province]:
    lifted: Column[Province] = _lifted(column, lambda one: one.group)
    if column.title != LIGHT:
        return lifted
    return replace(
        lifted,
        value=lambda one: province_light(one, as_of).word,
        tone=lambda one: province_light(one, as_of).tone,
    )


def _write_governments(page: Page, nation: Nation) -> None:
    page.title(
        "SOP per Pemerintah Daerah",
        "Yang terberat lebih dahulu; yang tidak terhitung ada pada lembar Data.",
    )
    every: tuple[Column[GovernmentCount], ...] = (
        Column("Provinsi", 22, lambda one: one.about.province or NO_FIGURE),
        Column("Pemerintah daerah", 34, lambda one: one.group.unit.name),
        Column("Data per", 11, lambda one: one.about.as_of, "date"),
        *(_lifted(one, lambda row: row.group) for one in figures(nation.as_of)),
        Column("Mutu SOP", 9, lambda one: known(one.quality), "share"),
        _service("Standar pelayanan", lambda one: one.services.standards),
        _service("Dengan 14 komponen", lambda one: one.services.complete),
        _service("Ditetapkan", lambda one: one.services.decreed),
    )
    first = nation.governments[0].about if nation.governments else None
    if first is None:
        _write_groups(page, every, (), None, "PerPemerintah", 1)
        return
    whole = GovernmentCount(
        folder="",
        about=replace(first, province="", as_of=nation.as_of),
        group=nation.total,
        services=nation.services,
    )
    _write_groups(page, every, nation.governments, whole, "PerPemerintah", 1)


def _service(title: str, value: Callable[[GovernmentCount], Value]) -> Column[GovernmentCount]:
    return Column(title, 6, value, "count", summed=True, upright=True, band="Pelayanan publik")


def _write_groups(
    page: Page,
    every: tuple[Column[Row], ...],
    rows: tuple[Row, ...],
    whole: Row | None,
    name: str,
    label_at: int,
) -> ListExtent:
    columns = told_columns(every, rows, whole)
    extent = write_table(
        page,
        columns,
        rows,
        name=name,
        nothing="Belum ada pemerintah daerah yang terhitung.",
        frozen=label_at + 1,
    )
    if rows and whole is not None:
        write_total(page, columns, extent, whole, "Jumlah", label_at)
        name_left_out(page, extent.last + 3, every, columns)
        decorate(page, columns, extent)
    return extent


def _write_titles(page: Page, nation: Nation) -> None:
    page.title(
        "Judul yang paling banyak belum selesai",
        "Pemerintah daerah yang merencanakan judul itu, dan yang belum menyelesaikan satu SOP pun "
        f"dengan judul itu; {MOST_TITLES} judul teratas.",
    )
    columns: tuple[Column[Title], ...] = (
        Column("Judul", 70, lambda one: one.title),
        Column("Direncanakan", 13, lambda one: one.planned, "count"),
        Column("Belum selesai", 13, lambda one: one.lacking, "count"),
        Column("Belum dikirim", 13, lambda one: one.silent, "count"),
        Column("Terlambat", 13, lambda one: one.late, "count"),
        Column("Bagian yang belum", 14, lambda one: one.lacking / one.planned, "share"),
    )
    extent = write_table(
        page,
        columns,
        nation.titles,
        name="JudulBelumSelesai",
        nothing="Tidak ada judul rencana yang belum selesai.",
        frozen=1,
    )
    if nation.titles:
        data_bar(page, extent.first, extent.last, extent.columns["Bagian yang belum"])


def _write_sources(page: Page, nation: Nation) -> None:
    page.title(
        "Data yang dipakai",
        "Satu baris untuk tiap folder pemerintah; yang tidak terhitung lebih dahulu.",
    )
    columns: tuple[Column[GovernmentFolder], ...] = (
        Column("Folder", 40, lambda one: one.folder),
        Column("Pemerintah daerah", 40, lambda one: one.government or NO_FIGURE),
        Column("Provinsi", 26, lambda one: one.province or NO_FIGURE),
        Column("Data per", 12, lambda one: one.day or NO_FIGURE, "date"),
        Column(
            "Umur (hari)",
            10,
            lambda one: (nation.as_of - one.day).days if one.day else NO_FIGURE,
            "count",
        ),
        Column(
            "Keadaan", 24, lambda one: str(one.state), "word", tone=lambda o: STATE_TONES[o.state]
        ),
        Column("Sebab", 60, lambda one: one.reason or NO_FIGURE),
    )
    order = (
        DataState.REFUSED,
        DataState.NOTHING,
        DataState.DOUBLE,
        DataState.STALE,
        DataState.COUNTED,
    )
    rows = sorted(nation.sources, key=lambda one: order.index(one.state))
    write_table(
        page, columns, rows, name="DataDipakai", nothing="Tidak ada folder pemerintah.", frozen=1
    )


def _write_notes(page: Page) -> None:
    page.title("Catatan", "Arti istilah dan cara menghitung.")
    for column, width in enumerate(WIDTHS):
        page.sheet.set_column(column, column, width)
    at = write_terms(page, FIRST_ROW, "Istilah", tuple(pair for pair in TERMS if pair[0] in USED))
    at = write_terms(
        page, at + 1, "Keadaan", tuple((light.word, light.meaning) for light in LIGHTS)
    )
    write_terms(page, at + 1, "Cara menghitung", tuple(("", text) for text in COUNTING))
    page.sheet.freeze_panes(3, 0)
