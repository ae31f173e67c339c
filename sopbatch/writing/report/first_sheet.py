"""What the first sheets share, of a government's report and of the nation's."""

from collections.abc import Sequence

from sopbatch.model import Completion
from sopbatch.report.lights import Light
from sopbatch.report.tiles import Tile
from sopbatch.writing.report.groups import achievement
from sopbatch.writing.report.page import Page
from sopbatch.writing.report.table import NO_FIGURE
from sopbatch.writing.report.tiles import TILE_HEIGHTS, TILE_WIDTH, write_tile

COLUMNS, COLUMN_PIXELS = 24, 52
FIRST_ROW = 4
GAP_POINTS = 6
FIGURES_COLUMN, STATE_COLUMNS = 5, 3
"""Behind the name of a group in a small table; how many columns its state has, at the end."""


def write_state(page: Page, light: Light) -> None:
    """How all of it stands, at the right of the title."""
    style = page.styles.cell("plain", "word", light.tone, bold=True, font_size=11, valign="vcenter")
    page.merge(0, COLUMNS - 6, COLUMNS - 1, f"Keadaan: {light.word}", style)


def write_tiles(page: Page, at: int, tiles: Sequence[Tile]) -> int:
    """Tiles side by side below a gap; gives the next free row."""
    page.sheet.set_row(at, GAP_POINTS)
    for offset, height in enumerate(TILE_HEIGHTS, start=1):
        page.sheet.set_row(at + offset, height)
    for place, tile in enumerate(tiles):
        write_tile(page, at + 1, place * TILE_WIDTH, tile)
    return at + 1 + len(TILE_HEIGHTS)


def write_group_heads(page: Page, at: int, what: str, figures: Sequence[str]) -> None:
    """Heads of a small table: what its groups are, their figures, how they stand."""
    styles = page.styles
    page.sheet.set_row(at, 30)
    page.merge(at, 0, FIGURES_COLUMN - 1, what, styles.cell("head"))
    for column, figure in enumerate(figures, start=FIGURES_COLUMN):
        page.put(at, column, figure, styles.cell("head", font_size=6.5))
    state = FIGURES_COLUMN + len(figures)
    page.merge(at, state, state + STATE_COLUMNS - 1, "Keadaan", styles.cell("head", font_size=8))


def write_group_state(
    page: Page, at: int, column: int, counted: Completion, light: Light, role: str
) -> None:
    """The end of a row of a small table: what was achieved, and how it stands."""
    achieved = achievement(counted)
    kind = "word" if achieved == NO_FIGURE else "share"
    style = page.styles.cell(role, kind, valign="vcenter", font_size=8)
    page.put(at, column, achieved, style)
    style = page.styles.cell(role, "word", light.tone, valign="vcenter", font_size=7.5)
    page.merge(at, column + 1, column + STATE_COLUMNS, light.word, style)


def open_upright(page: Page, end: int) -> None:
    """Show this sheet first, and print its rows to `end` (0-based) upright on one page."""
    page.sheet.set_portrait()
    page.sheet.fit_to_pages(1, 1)
    page.sheet.print_area(0, 0, end, COLUMNS - 1)
    page.sheet.set_zoom(85)
    page.sheet.center_horizontally()
    page.sheet.activate()
