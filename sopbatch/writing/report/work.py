"""Analisis: the work of every SOP comes in; chains, times and transparency go out."""

from collections.abc import Sequence
from dataclasses import dataclass

from xlsxwriter.utility import xl_range_abs

from sopbatch.model import (
    Distance,
    RoleLoad,
    SopAnalysis,
    Tally,
    UnitAnalysis,
    heaviest,
    longest_waiting,
)
from sopbatch.schema.transparency import TRANSPARENCY
from sopbatch.text.words import count
from sopbatch.writing.report.loads import LOADS
from sopbatch.writing.report.page import Formula, Link, Page, Value
from sopbatch.writing.report.table import (
    HEAD_ROW,
    NO_FIGURE,
    Column,
    ListExtent,
    put_cell,
    write_heads,
    write_row,
    write_total,
)

HOUR = 60
FIRST_COLUMN = "Perangkat daerah / Nama SOP"
TOLD, NOT_TOLD = "Ya", NO_FIGURE
DISTANCE_TONES = {Distance.FAR_ABOVE: "amber", Distance.FAR_BELOW: "amber", Distance.USUAL: "green"}
CHAIN, TIME, PATH = "Susunan langkah", "Waktu semua langkah (jam)", "Alur utama"
COMPARED, ROLES = "Dibandingkan unitnya", "Pelaksana"
OPENNESS = "Keterbukaan pelayanan (sepuluh aspek; UU 25/2009)"


@dataclass(frozen=True, slots=True)
class WorkRow:
    """One SOP, or a unit with all of its SOPs."""

    name: str
    sops: tuple[SopAnalysis, ...]
    roles: tuple[RoleLoad, ...]
    unit: UnitAnalysis | None
    """None on the row of the grand total."""
    single: SopAnalysis | None = None


Work = Column[WorkRow]


def write_work(page: Page, tally: Tally) -> ListExtent:
    """SOPs under their units, with a link to the loads of executors."""
    page.title(
        "Analisis Proses Kerja",
        "Dari SOP yang dihitung dan mempunyai tabel prosedur; baris tebal adalah perangkat daerah.",
    )
    write_heads(page, COLUMNS, frozen=1)
    at = HEAD_ROW + 1
    for unit in tally.work:
        at = _write_unit(page, at, unit)
    places = {column.title: place for place, column in enumerate(COLUMNS)}
    extent = ListExtent(page.name, HEAD_ROW + 1, at - 1, places)
    page.sheet.print_area(0, 0, at + 1, len(COLUMNS) - 2)
    if not tally.work:
        nothing = "Belum ada SOP dengan tabel prosedur yang dapat dianalisis."
        page.put(at, 0, nothing, page.styles.cell("nothing"))
        return extent
    page.sheet.outline_settings(symbols_below=False)
    page.sheet.autofilter(HEAD_ROW, 0, at - 1, len(COLUMNS) - 1)
    sops = tuple(row for unit in tally.work for row in unit.sops)
    write_total(page, COLUMNS, extent, WorkRow("", sops, (), None), "Jumlah seluruhnya", 0)
    _put_coverage(page, at, extent.first, extent.last, sops, "total")
    link = Link(f"{LOADS} →", f"internal:'{LOADS}'!A1")
    page.put(2, 7, link, page.styles.cell("plain", "link", font_size=8, align="left"))
    return extent


def _write_unit(page: Page, at: int, unit: UnitAnalysis) -> int:
    """Write a unit and its SOPs from a row on; gives the next free row."""
    first, last = at + 1, at + len(unit.sops)
    row = WorkRow(unit.unit_name, unit.sops, unit.roles, unit)
    write_row(page, at, COLUMNS, row, "subtotal")
    for place, column in enumerate(COLUMNS):
        value = column.value(row)
        if column.summed and isinstance(value, int | float):
            cells = xl_range_abs(first, place, last, place)
            put_cell(
                page, at, place, column, row, Formula(f"=SUBTOTAL(9,{cells})", value), "subtotal"
            )
    _put_coverage(page, at, first, last, unit.sops, "subtotal")
    for place, sop in enumerate(unit.sops, start=first):
        row = WorkRow(sop.title, (sop,), sop.roles, unit, sop)
        write_row(page, place, COLUMNS, row, level=1)
        page.sheet.finish(HEAD_ROW + 1, place + 1)
    return last + 1


def _put_coverage(
    page: Page, at: int, first: int, last: int, sops: Sequence[SopAnalysis], role: str
) -> None:
    """How many SOPs tell each aspect, counted again by the sheet itself."""
    style = page.styles.cell(role, "count", align="center")
    for offset in range(len(TRANSPARENCY)):
        place = FIRST_ASPECT + offset
        cells = xl_range_abs(first, place, last, place)
        number = sum(bool(sop.aspects[offset].evidence) for sop in sops)
        page.put(at, place, Formula(f'=COUNTIF({cells},"{TOLD}")', number), style)


def _total(name: str, title: str, band: str, width: float = 5.5) -> Work:
    def value(row: WorkRow) -> Value:
        return sum(int(getattr(sop, name)) for sop in row.sops)

    return Column(title, width, value, "count", summed=True, upright=True, band=band)


def _low(row: WorkRow) -> Value:
    return sum(sop.time.low for sop in row.sops) / HOUR


def _high(row: WorkRow) -> Value:
    if row.single and row.single.time.high is None:
        return NO_FIGURE
    return sum(sop.time.high or 0.0 for sop in row.sops) / HOUR


def _elapsed(row: WorkRow) -> Value:
    return sum(sop.time.elapsed for sop in row.sops) / HOUR


def _main_time(row: WorkRow) -> Value:
    return sum(sop.main_time.longest for sop in row.sops) / HOUR


def _median(row: WorkRow) -> Value:
    known = row.unit is not None and row.unit.median_time is not None
    return (row.unit.median_time or 0.0) / HOUR if known and row.unit else NO_FIGURE


def _ratio(row: WorkRow) -> Value:
    return row.single.ratio if row.single and row.single.ratio is not None else NO_FIGURE


def _distance(row: WorkRow) -> Value:
    if row.single:
        return row.single.distance or NO_FIGURE
    far = sum(sop.distance in (Distance.FAR_ABOVE, Distance.FAR_BELOW) for sop in row.sops)
    return f"{count(far)} jauh" if far else NO_FIGURE


def _distance_tone(row: WorkRow) -> str:
    return DISTANCE_TONES.get(row.single.distance, "") if row.single else ""


def _way(row: WorkRow) -> Value:
    if row.single:
        return "sampai selesai" if row.single.main_ends else "terputus"
    broken = sum(not sop.main_ends for sop in row.sops)
    return f"{count(broken)} terputus" if broken else "-"


def _way_tone(row: WorkRow) -> str:
    return "red" if row.single and not row.single.main_ends else ""


def _carries(row: WorkRow) -> Value:
    load = heaviest(row.roles)
    if load is None:
        return NO_FIGURE
    hours = round(load.carried / HOUR)
    told = f"{count(hours)} jam" if hours else f"{count(load.steps)} langkah"
    return f"{load.role} ({told})"


def _waits(row: WorkRow) -> Value:
    load = longest_waiting(row.roles)
    if load is None:
        return NO_FIGURE
    return f"{load.role} ({count(round(load.waited / HOUR))} jam)"


def _aspect(place: int) -> Work:
    def value(row: WorkRow) -> Value:
        if row.single is None:
            return None
        return TOLD if row.single.aspects[place].evidence else NOT_TOLD

    return Column(TRANSPARENCY[place].short, 4.6, value, "word", upright=True, band=OPENNESS)


def _evidence(row: WorkRow) -> Value:
    if row.single is None:
        return None
    told = [aspect for aspect in row.single.aspects if aspect.evidence]
    return "; ".join(f"{aspect.name}: {aspect.evidence}" for aspect in told) or NO_FIGURE


COLUMNS: tuple[Work, ...] = (
    Column(FIRST_COLUMN, 44, lambda row: row.name),
    Column("Terendah", 9.5, _low, "hours", summed=True, band=TIME),
    Column("Tertinggi", 9.5, _high, "hours", summed=True, band=TIME),
    Column("Kalender", 9.5, _elapsed, "hours", summed=True, band=TIME),
    Column("Jam alur utama", 9.5, _main_time, "hours", summed=True, band=PATH),
    _total("main_steps", "Langkah alur utama", PATH),
    Column("Alur sampai Selesai", 13, _way, "word", band=PATH, tone=_way_tone),
    Column("Median perangkat daerah (jam)", 9.5, _median, "hours", band=COMPARED),
    Column("Dibanding median (kali)", 9.5, _ratio, "times", band=COMPARED),
    Column("Keadaan", 12.5, _distance, "word", band=COMPARED, tone=_distance_tone),
    _total("steps", "Langkah", CHAIN),
    _total("handovers", "Perpindahan pelaksana", CHAIN),
    _total("decisions", "Keputusan", CHAIN),
    _total("loops", "Pengembalian", CHAIN),
    _total("without_output", "Tanpa output", CHAIN),
    _total("uncounted", "Waktu tidak dihitung", CHAIN),
    Column(
        "Pelaksana",
        6.5,
        lambda row: row.single.actors if row.single else len(row.roles) or NO_FIGURE,
        "count",
        upright=True,
        band=CHAIN,
    ),
    Column("Paling banyak dibebani", 27, _carries, band=ROLES),
    Column("Paling lama menunggu", 27, _waits, band=ROLES),
    *(_aspect(place) for place in range(len(TRANSPARENCY))),
    _total("covered", "Jumlah aspek", OPENNESS),
    Column("Dikenali dari", 80, _evidence, "line"),
)
FIRST_ASPECT = next(
    place for place, column in enumerate(COLUMNS) if column.title == TRANSPARENCY[0].short
)
