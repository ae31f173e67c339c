"""Per Perangkat Daerah and Per Bagian: counted groups come in, two sheets that add up go out."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from sopbatch.model import Completion, GroupCount, Tally, share
from sopbatch.report.groups import whole
from sopbatch.report.lights import days_late, light_of
from sopbatch.schema.statuses import STATUSES
from sopbatch.text.words import count
from sopbatch.text.wrapping import wrap
from sopbatch.writing.report.bars import data_bar
from sopbatch.writing.report.page import Page, Value
from sopbatch.writing.report.table import (
    NO_FIGURE,
    Column,
    ListExtent,
    fade_zeros,
    known,
    table_pixels,
    write_table,
    write_total,
)
from sopbatch.writing.report.text import MM_PER_PIXEL, SIZE, SURE

NO_SECTION, TIMES, LIGHT = "(tanpa bagian)", "Tenggat", "Keadaan"
FIGURE_EDGE = 1.6
"""Characters that a bold figure needs besides its digits."""
ALWAYS = frozenset({"Direncanakan", "Diterima", "Lengkap", "Tersusun", "Selesai", "Terlambat"})
"""Columns that are told even where they are zero everywhere."""
Group = Column[GroupCount]
Row = TypeVar("Row")


def figures(as_of: date) -> tuple[Group, ...]:
    """Columns of everything that is counted of a group."""

    received, levels = "Penerimaan", "Tahap"
    return (
        _figure("Direncanakan", "planned", received),
        _figure("Diterima", "received", received),
        _figure("Di luar rencana", "outside_plan", received),
        _figure("Dicabut dari rencana", "revoked", received),
        *(_status(status.label) for status in STATUSES),
        _figure("Lengkap", "complete", levels),
        _figure("Tersusun", "compiled", levels),
        _figure("Selesai", "ratified", levels),
        _figure("Selesai dari rencana", "planned_ratified", levels),
        _figure("Terlambat", "late", TIMES),
        Column(
            "Hari terlambat terlama",
            6,
            lambda group: days_late(group, as_of) or NO_FIGURE,
            "count",
            upright=True,
            band=TIMES,
        ),
        Column(
            "Jatuh tempo 30 hari",
            6,
            lambda group: group.due_soon,
            "count",
            summed=True,
            upright=True,
            band=TIMES,
        ),
        Column("Capaian", 9, lambda one: achievement(one.completion), "share", band="Persentase"),
        Column(
            "Persentase lengkap",
            12,
            lambda one: _quality(one.completion),
            "share",
            band="Persentase",
        ),
        _figure("Harus diperbaiki", "errors", "Temuan"),
        _figure("Sebaiknya diperbaiki", "warnings", "Temuan"),
        Column("Berkas terakhir", 11, lambda group: group.last_received or "-", "date"),
        Column(
            LIGHT,
            26,
            lambda group: light_of(group, as_of).word,
            "word",
            tone=lambda group: light_of(group, as_of).tone,
        ),
    )


def _figure(title: str, name: str, band: str) -> Group:
    """A column of one of the counts of `Completion`."""
    return Column(
        title,
        6,
        lambda group: int(getattr(group.completion, name)),
        "count",
        summed=True,
        upright=True,
        band=band,
    )


def _status(label: str) -> Group:
    return Column(
        label,
        5,
        lambda group: group.by_status[label],
        "count",
        summed=True,
        upright=True,
        band="Menurut status",
    )


def achievement(counted: Completion) -> Value:
    """Capaian: what of the plan is ratified."""
    return known(share(counted.planned_ratified, counted.planned))


def _quality(counted: Completion) -> Value:
    return known(share(counted.complete, counted.received))


def told_columns(
    columns: Sequence[Column[Row]], rows: Sequence[Row], total: Row | None
) -> tuple[Column[Row], ...]:
    """Without columns that are zero everywhere, and wide enough for the total of the others."""
    return tuple(
        replace(column, middle=True, width=max(column.width, _needed(column, total)))
        for column in columns
        if not column.summed or column.title in ALWAYS or any(map(column.value, rows))
    )


def _needed(column: Column[Row], total: Row | None) -> float:
    """Characters of a sum; spreadsheets show signs in place of a number that is cut."""
    value = column.value(total) if column.summed and total is not None else None
    return len(count(value)) + FIGURE_EDGE if isinstance(value, int) else 0.0


def name_left_out(
    page: Page, at: int, columns: Sequence[Column[Row]], kept: Sequence[Column[Row]]
) -> None:
    """Below the list: the columns in which every row would be zero."""
    shown = {column.title for column in kept}
    names = [column.title for column in columns if column.title not in shown]
    if names:
        text = f"Nol pada semua baris, karena itu tidak ditampilkan: {', '.join(names)}."
        # In lines of the list's width: a longer one would make the print of the list smaller.
        wide = SURE * MM_PER_PIXEL * table_pixels(kept)
        for row, line in enumerate(wrap(text, wide, SIZE), start=at):
            page.put(row, 0, line, page.styles.cell("note"))


def _unit_columns(as_of: date) -> tuple[Group, ...]:
    return (
        Column("Kode", 10, lambda group: group.unit.code),
        Column("Perangkat daerah", 34, lambda group: group.unit.name),
        *figures(as_of),
    )


def _section_columns(as_of: date) -> tuple[Group, ...]:
    return (
        Column("Perangkat daerah", 28, lambda group: group.unit.name),
        Column("Bagian", 26, lambda group: group.section or NO_SECTION),
        *figures(as_of),
    )


def write_units(page: Page, tally: Tally, as_of: date) -> ListExtent:
    """Per Perangkat Daerah: one row per unit and their sum."""
    page.title(
        "SOP per Perangkat Daerah",
        "Yang terberat lebih dahulu; semua status = direncanakan + di luar rencana + dicabut.",
    )
    every = _unit_columns(as_of)
    columns = told_columns(every, tally.units, whole(tally))
    extent = write_table(
        page,
        columns,
        tally.units,
        name="PerPerangkatDaerah",
        nothing="Belum ada perangkat daerah dengan rencana atau berkas SOP.",
        frozen=2,
    )
    if tally.units:
        write_total(page, columns, extent, whole(tally), "Jumlah")
        name_left_out(page, extent.last + 3, every, columns)
        decorate(page, columns, extent)
    return extent


def write_sections(page: Page, tally: Tally, as_of: date) -> ListExtent:
    """Per Bagian: one row per section, units without sections in one row, and the sum of all."""
    page.title(
        "SOP per Bagian",
        "Perangkat daerah terberat lebih dahulu; jumlah setiap perangkat daerah ada pada lembar "
        "Per Perangkat Daerah.",
    )
    every = _section_columns(as_of)
    columns = told_columns(every, tally.units, whole(tally))
    extent = write_table(
        page,
        columns,
        tally.sections,
        name="PerBagian",
        nothing="Belum ada bagian dengan rencana atau berkas SOP.",
        frozen=2,
    )
    if tally.sections:
        write_total(page, columns, extent, replace(whole(tally), section=""), "Jumlah seluruhnya")
        page.put(extent.last + 1, 0, "", page.styles.cell("total"))
        name_left_out(page, extent.last + 3, every, columns)
        decorate(page, columns, extent)
    return extent


def decorate(page: Page, columns: Sequence[Column[Row]], extent: ListExtent) -> None:
    """Zeros step back, percentages get bars."""
    fade_zeros(page, columns, extent)
    for title in ("Capaian", "Persentase lengkap"):
        data_bar(page, extent.first, extent.last, extent.columns[title])
