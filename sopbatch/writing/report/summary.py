"""Ringkasan: everything a leader needs on one screen and one printed page."""

from xlsxwriter.utility import xl_rowcol_to_cell
from xlsxwriter.workbook import Workbook

from sopbatch.report.causes import heaviest
from sopbatch.report.content import Content
from sopbatch.report.figures import group_figures, stage_figures
from sopbatch.report.groups import whole
from sopbatch.report.lights import light_of
from sopbatch.report.sentences import how_fast, sentences
from sopbatch.report.silent import silent_sentence, unplanned_sentence
from sopbatch.report.tiles import tiles
from sopbatch.schema.products import annex_name
from sopbatch.writing.report.charts import COLUMN as FIGURES_COLUMN
from sopbatch.writing.report.charts import (
    GROUPS_ROW,
    STAGES_ROW,
    WEEKS_ROW,
    bar_chart,
    write_figures,
)
from sopbatch.writing.report.decided import write_decisions
from sopbatch.writing.report.first_sheet import (
    COLUMN_PIXELS,
    COLUMNS,
    FIRST_ROW,
    GAP_POINTS,
    open_upright,
    write_state,
    write_tiles,
)
from sopbatch.writing.report.looks import place_chart
from sopbatch.writing.report.page import Link, Page
from sopbatch.writing.report.standing import GROUP_POINTS, LEFT, write_groups
from sopbatch.writing.report.text import in_one_line
from sopbatch.writing.report.weeks import burn_up

CHART_PIXELS = 235
PROSE_LETTER = 7.2
"""Pixels of an average letter of the sentences."""
TWO_CHARTS, THREE_CHARTS = (9, 15), (7, 9, 8)
"""Columns under each chart, without and with an earlier week."""
FINDING_LIMIT = 5
FINDINGS_HEAD = "Temuan utama, terberat dahulu"
RIGHT = LEFT + 1
SILENT_LIMIT = 12
"""Units named below."""
CHARTS_TOLD = tuple(
    f"{told}; angkanya di sel {xl_rowcol_to_cell(row - 1, FIGURES_COLUMN)}."
    for told, row in (
        ("Batang: SOP dari rencana sampai selesai", STAGES_ROW),
        ("Batang: keadaan SOP setiap perangkat daerah atau bagian", GROUPS_ROW),
        ("Garis: rencana, tersusun, dan selesai setiap minggu", WEEKS_ROW),
    )
)
LINKED = (
    ("Per Perangkat Daerah", 4),
    ("Per Bagian", 3),
    ("Tenggat", 3),
    ("Daftar SOP", 3),
    ("Perubahan", 3),
)
"""Sheets with the columns that their link takes."""


def write_summary(page: Page, content: Content, book: Workbook) -> None:
    """Decisions, tiles, sentences, charts, the units, the commonest findings, who sent nothing."""
    page.sheet.set_column_pixels(0, COLUMNS - 1, COLUMN_PIXELS)
    _write_head(page, content)
    at = write_decisions(page, content, FIRST_ROW)
    at = write_tiles(page, at, tiles(content))
    at = _write_sentences(page, at, content)
    at = _write_charts(page, at, content, book)
    free = write_groups(page, at, content)
    end = max(free, _write_findings(page, at, content, free)) + 1
    end = _write_silent(page, content, end)
    # Upright, the size of its letters does not follow from how many units and findings it names.
    open_upright(page, end)


def _write_head(page: Page, content: Content) -> None:
    page.title("Laporan Perkembangan Penyusunan SOP")
    page.sheet.set_row(3, GAP_POINTS)
    style = page.styles.cell("plain", "link", align="left", font_size=8)
    first = 0
    for name, width in LINKED:
        link = Link(name, f"internal:'{name}'!A1")
        page.merge(2, first, first + width - 1, link, style)
        first += width
    annex = Link("Lampiran", f"external:{annex_name(content.as_of)}")
    page.merge(2, first, first + 2, annex, style)
    if content.planning:
        write_state(page, light_of(whole(content.tally), content.as_of))


def _write_sentences(page: Page, at: int, content: Content) -> int:
    """How far, who is late and the pace, between two gaps; gives the next free row."""
    style = page.styles.cell("prose")
    page.sheet.set_row(at, GAP_POINTS)
    at += 1
    for sentence in filter(None, (*sentences(content), how_fast(content))):
        page.sheet.set_row(at, _height(sentence, COLUMNS, line=16))
        page.merge(at, 0, COLUMNS - 1, sentence, style)
        at += 1
    page.sheet.set_row(at, GAP_POINTS)
    return at + 1


def _write_charts(page: Page, at: int, content: Content, book: Workbook) -> int:
    """Two or three side by side over a gap; gives the next free row."""
    page.sheet.set_row(at + 1, GAP_POINTS)
    if not content.tally.lines:
        page.sheet.set_row(at, 30)
        style = page.styles.cell("plain", "word", "grey", font_size=10, valign="vcenter")
        page.merge(at, 0, COLUMNS - 1, "Belum ada SOP yang dapat digambarkan.", style)
        return at + 2
    page.sheet.set_row_pixels(at, CHART_PIXELS + 4)
    page.sheet.set_column(FIGURES_COLUMN, FIGURES_COLUMN, 36)
    page.sheet.set_column(FIGURES_COLUMN + 1, FIGURES_COLUMN + 5, 15)
    blocks = ((stage_figures(content), STAGES_ROW), (group_figures(content), GROUPS_ROW))
    for figures, row in blocks:
        write_figures(page, figures, row)
    charts = [bar_chart(book, figures, row) for figures, row in blocks]
    if len(content.weeks) > 1:
        charts.append(burn_up(page, book, content))
    widths = THREE_CHARTS if len(charts) > len(TWO_CHARTS) else TWO_CHARTS
    first = 0
    for chart, width, told in zip(charts, widths, CHARTS_TOLD, strict=False):
        wide, high = width * COLUMN_PIXELS, CHART_PIXELS
        place_chart(page.sheet, at, first, chart, width=wide, height=high, told=told)
        first += width
    return at + 2


def _write_findings(page: Page, head: int, content: Content, free: int) -> int:
    """The commonest findings, two rows each; gives the next free row.

    Rows above `free` are as high as the small table beside needs them.
    """
    styles = page.styles
    page.merge(head, RIGHT, COLUMNS - 2, FINDINGS_HEAD, styles.cell("head"))
    page.put(head, COLUMNS - 1, "Jumlah", styles.cell("head", font_size=8))
    found = heaviest(content, FINDING_LIMIT)
    body = styles.cell("body", "text", valign="vcenter", font_size=8)
    number = styles.cell("body", "count", valign="vcenter")
    if not found:
        page.merge(head + 1, RIGHT, COLUMNS - 1, "Tidak ada temuan.", body)
    for place, common in enumerate(found):
        at = head + 1 + 2 * place
        for row in range(max(at, free), at + 2):
            page.sheet.set_row(row, GROUP_POINTS)
        page.merge(at, RIGHT, RIGHT, common.code, body, rows=2)
        sentence = in_one_line(common.name, 100)
        page.merge(at, RIGHT + 1, COLUMNS - 2, sentence, body, rows=2)
        page.merge(at, COLUMNS - 1, COLUMNS - 1, common.findings, number, rows=2)
    return head + 1 + max(1, 2 * len(found))


def _write_silent(page: Page, content: Content, at: int) -> int:
    """Who sent nothing and who has no plan; gives the last row."""
    page.sheet.set_row(at - 1, GAP_POINTS)
    told = (
        silent_sentence(content.tally, SILENT_LIMIT),
        unplanned_sentence(content.tally, content.register, SILENT_LIMIT),
    )
    for row, text in enumerate(filter(None, told), start=at):
        page.sheet.set_row(row, _height(text, COLUMNS, line=15))
        page.merge(row, 0, COLUMNS - 1, text, page.styles.cell("prose", font_size=9))
        at = row
    return at


def _height(text: str, columns: int, *, line: float) -> float:
    """Points that a wrapped text needs over so many columns."""
    per_line = columns * COLUMN_PIXELS / PROSE_LETTER
    return max(1, -(-len(text) // int(per_line))) * line + 4
