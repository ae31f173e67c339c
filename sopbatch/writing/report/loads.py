"""Beban Pelaksana: the loads of executors come in; who carries and who waits, per unit, go out."""

from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs

from sopbatch.model import RoleLoad, Tally, UnitAnalysis, share
from sopbatch.writing.report.page import Formula, Page, Value
from sopbatch.writing.report.table import (
    HEAD_ROW,
    Column,
    known,
    put_cell,
    write_heads,
    write_row,
)

LOADS = "Beban Pelaksana"
"""Name of the sheet."""
HOUR = 60
NOTE = (
    "Langkah bersama dihitung bagi setiap pelaksananya. Menunggu: jam kerja langkah pihak lain di "
    "antara langkah pertama dan terakhir pelaksana itu pada alur utama."
)


@dataclass(frozen=True, slots=True)
class LoadRow:
    """One executor, or a unit with all of its executors."""

    name: str
    roles: tuple[RoleLoad, ...]
    whole: float
    """Minutes that all executors of the unit carry."""
    single: RoleLoad | None = None


Load = Column[LoadRow]


def write_loads(page: Page, tally: Tally) -> None:
    """Executors under their units."""
    page.title("Beban Pelaksana per Perangkat Daerah", NOTE)
    write_heads(page, COLUMNS, frozen=1)
    at = HEAD_ROW + 1
    if not tally.work:
        nothing = "Belum ada SOP dengan tabel prosedur yang dapat dianalisis."
        page.put(at, 0, nothing, page.styles.cell("nothing"))
        return
    page.sheet.outline_settings(symbols_below=False)
    for unit in tally.work:
        at = _write_unit(page, at, unit)


def _write_unit(page: Page, at: int, unit: UnitAnalysis) -> int:
    """Write a unit and its executors from a row on; gives the next free row."""
    first, last = at + 1, at + len(unit.roles)
    whole = sum(load.carried for load in unit.roles)
    row = LoadRow(unit.unit_name, unit.roles, whole)
    write_row(page, at, COLUMNS, row, "subtotal")
    for place, column in enumerate(COLUMNS):
        value = column.value(row)
        if unit.roles and column.summed and isinstance(value, int | float):
            sums = Formula(f"=SUM({xl_range_abs(first, place, last, place)})", value)
            put_cell(page, at, place, column, row, sums, "subtotal")
    for place, load in enumerate(unit.roles, start=first):
        write_row(page, place, COLUMNS, LoadRow(load.role, (load,), whole, load), level=1)
    return last + 1


def _carried(row: LoadRow) -> Value:
    return sum(load.carried for load in row.roles) / HOUR


def _waited(row: LoadRow) -> Value:
    return sum(load.waited for load in row.roles) / HOUR


def _part(row: LoadRow) -> Value:
    if row.single is None:
        return None
    return known(share(round(row.single.carried), round(row.whole)))


COLUMNS: tuple[Load, ...] = (
    Column("Perangkat daerah / pelaksana", 60, lambda row: row.name),
    Column("Jam kerja", 14, _carried, "hours", summed=True),
    Column("Jam menunggu", 14, _waited, "hours", summed=True),
    Column("Persentase beban", 14, _part, "share"),
    Column("Langkah", 12, lambda row: sum(load.steps for load in row.roles), "count", summed=True),
    Column("SOP", 12, lambda row: row.single.sops if row.single else None, "count"),
)
