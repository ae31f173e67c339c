"""Ringkasan of the nation: what to decide, how far, which provinces and who is late."""

from collections.abc import Sequence
from datetime import date

from sopbatch.report.lights import days_late, light_of
from sopbatch.report.nation import DataState, Nation, Province, added, province_light
from sopbatch.report.nation_calls import Call, called, calls, late_governments
from sopbatch.report.nation_tiles import (
    BY_GOVERNMENT,
    BY_PROVINCE,
    DATA,
    NOTES,
    TITLES,
    nation_tiles,
)
from sopbatch.text.words import count, long_date
from sopbatch.writing.report.bars import data_bar
from sopbatch.writing.report.decided import write_row
from sopbatch.writing.report.first_sheet import (
    COLUMN_PIXELS,
    COLUMNS,
    FIGURES_COLUMN,
    FIRST_ROW,
    GAP_POINTS,
    STATE_COLUMNS,
    open_upright,
    write_group_heads,
    write_group_state,
    write_state,
    write_tiles,
)
from sopbatch.writing.report.page import Link, Page

LINKED = (BY_PROVINCE, BY_GOVERNMENT, TITLES, DATA, NOTES)
CALLS = (("Yang perlu diputuskan", 9), ("Pemerintah daerah", 8), ("Jumlah", 1), ("Jika tidak", 6))
"""Heads with the columns that they take."""
ROW_POINTS, SENTENCE_POINTS = 20, 17
LIST_LIMIT = 38
"""Provinces, and governments, in the two small tables: Indonesia has so many provinces."""
FIGURE_SIZES = ((7, 7.5), (9, 6.3), (99, 5.5))
"""Up to how many letters a figure of a province has which size: a million has to find room."""
FIGURES = ("Terhitung", "Rencana", "Diterima", "Selesai", "Terlambat", "Capaian")
ACHIEVED = FIGURES_COLUMN + len(FIGURES) - 1
HALF = ACHIEVED + STATE_COLUMNS + 1
"""Columns of the provinces; then a gap, then the governments."""


def write_nation_summary(page: Page, nation: Nation) -> None:
    """The whole sheet."""
    sheet = page.sheet
    sheet.set_column_pixels(0, COLUMNS - 1, COLUMN_PIXELS)
    _write_head(page, nation)
    at = _write_calls(page, calls(nation), FIRST_ROW)
    at = write_tiles(page, at, nation_tiles(nation))
    at = _write_sentence(page, at, nation)
    end = max(_write_provinces(page, at, nation), _write_late(page, at, nation))
    for row in range(at + 1, end):
        sheet.set_row(row, ROW_POINTS)
    open_upright(page, end)


def _write_head(page: Page, nation: Nation) -> None:
    page.title("Ringkasan Nasional Penyusunan SOP")
    page.sheet.set_row(3, GAP_POINTS)
    style = page.styles.cell("plain", "link", align="left", font_size=8)
    for place, name in enumerate(LINKED):
        first = place * 4
        page.merge(2, first, first + 3, Link(name, f"internal:'{name}'!A1"), style)
    if nation.planning:
        write_state(page, light_of(nation.total, nation.as_of))


def _write_calls(page: Page, found: Sequence[Call], at: int) -> int:
    """What is to be decided; gives the next free row."""
    write_row(page, at, [head for head, _ in CALLS], CALLS, "head", count_size=7)
    page.sheet.set_row(at, ROW_POINTS)
    at += 1
    if not found:
        style = page.styles.cell("body", "text", valign="vcenter", font_size=10)
        page.sheet.set_row(at, 20)
        page.merge(at, 0, COLUMNS - 1, "Tidak ada yang perlu diputuskan.", style)
        return at + 1
    for call in found:
        write_row(page, at, [call.what, call.whom, call.number, call.otherwise], CALLS, "body")
        at += 1
    return at


def _write_sentence(page: Page, at: int, nation: Nation) -> int:
    """How old the data is; gives the next free row, below a gap."""
    page.sheet.set_row(at, GAP_POINTS)
    days = sorted(one.day for one in nation.sources if one.is_counted and one.day)
    if days:
        stale = sum(one.state is DataState.STALE for one in nation.sources)
        told = f"Data per {long_date(days[0])}"
        told += f" sampai {long_date(days[-1])}" if days[0] != days[-1] else ""
        told += f"; {count(stale)} pemerintah daerah dengan data lama." if stale else "."
    else:
        told = "Belum ada data yang dapat dihitung."
    page.sheet.set_row(at + 1, SENTENCE_POINTS)
    page.merge(at + 1, 0, COLUMNS - 1, told, page.styles.cell("prose"))
    page.sheet.set_row(at + 2, GAP_POINTS)
    return at + 3


def _write_provinces(page: Page, head: int, nation: Nation) -> int:
    """All provinces, worst first, and their sum; gives the next free row."""
    write_group_heads(page, head, "Provinsi", FIGURES)
    at = head + 1
    for one in _shown(nation.provinces):
        _write_province(page, at, one, "body", nation.as_of)
        at += 1
    _write_province(page, at, added("Jumlah", nation.provinces), "total", nation.as_of)
    data_bar(page, head + 1, at, ACHIEVED)
    return at + 1


def _shown(provinces: Sequence[Province]) -> Sequence[Province]:
    """The worst, and the others added up."""
    if len(provinces) <= LIST_LIMIT:
        return provinces
    worst, others = provinces[: LIST_LIMIT - 1], provinces[LIST_LIMIT - 1 :]
    return (*worst, added(f"{count(len(others))} lainnya (lihat {BY_PROVINCE})", others))


def _write_province(page: Page, at: int, one: Province, role: str, as_of: date) -> None:
    styles = page.styles
    done = one.group.completion
    name = styles.cell(role, "text", valign="vcenter")
    page.merge(at, 0, FIGURES_COLUMN - 1, one.name, name)
    counted = f"{count(one.counted)}/{count(one.known)}"
    page.put(at, FIGURES_COLUMN, counted, styles.cell(role, "word", valign="vcenter", font_size=8))
    figures = (done.planned, done.received, done.ratified, done.late)
    for column, number in enumerate(figures, start=FIGURES_COLUMN + 1):
        style = styles.cell(role, "count", valign="vcenter", font_size=_figure_size(number))
        page.put(at, column, number, style)
    write_group_state(page, at, ACHIEVED, done, province_light(one, as_of), role)


def _figure_size(number: int) -> float:
    letters = len(count(number))
    return next(size for most, size in FIGURE_SIZES if letters <= most)


def _write_late(page: Page, head: int, nation: Nation) -> int:
    """Governments that are late, worst first; gives the next free row."""
    styles, first, last = page.styles, HALF + 1, COLUMNS - 1
    page.merge(head, first, last - 4, "Pemerintah daerah yang terlambat", styles.cell("head"))
    page.put(head, last - 3, "SOP terlambat", styles.cell("head", font_size=6.5))
    page.put(head, last - 2, "Terlama (hari)", styles.cell("head", font_size=6.5))
    page.merge(head, last - 1, last, "Keadaan", styles.cell("head", font_size=8))
    found = late_governments(nation)
    at = head + 1
    for one in found[:LIST_LIMIT]:
        light = light_of(one.group, nation.as_of)
        style = styles.cell("body", "text", valign="vcenter", font_size=8)
        page.merge(at, first, last - 4, called(one.group.unit.name), style)
        count_style = styles.cell("body", "count", valign="vcenter")
        page.put(at, last - 3, one.group.completion.late, count_style)
        page.put(at, last - 2, days_late(one.group, nation.as_of), count_style)
        style = styles.cell(
            "body", "text", light.tone, valign="vcenter", font_size=6.5, align="center"
        )
        page.merge(at, last - 1, last, light.word, style)
        at += 1
    rest = len(found) - LIST_LIMIT
    told = (
        "Tidak ada yang terlambat."
        if not found
        else f"{count(rest)} lainnya ada pada lembar {BY_GOVERNMENT}."
        if rest > 0
        else ""
    )
    if told:
        page.merge(at, first, last, told, styles.cell("nothing", font_size=8))
        at += 1
    return at
