"""A figure of the report as a tile over five rows."""

from sopbatch.report.lights import Tone
from sopbatch.report.tiles import Tile
from sopbatch.text.words import count
from sopbatch.writing.palette import AMBER, GREEN, HOUSE, MUTED, RED
from sopbatch.writing.report.page import Link, Page, Value
from sopbatch.writing.report.styles import SHARE_FORMAT

TILE_WIDTH = 3
"""Columns of a tile; eight tiles fill the page."""
TILE_HEIGHTS = (19, 36, 15, 15, 16)
"""Of its rows, in points."""
TILE_LETTERS, NUMBER, LARGE_NUMBER = 7, 24, 17
"""So many letters find room in the usual size, in points; longer numbers, of a nation, have the
other one."""
HUES = {Tone.GREEN: GREEN, Tone.AMBER: AMBER, Tone.RED: RED}


def write_tile(page: Page, at: int, column: int, tile: Tile) -> None:
    """A tile over five rows from `at` on; its number leads to the sheet that tells it in full."""
    styles = page.styles
    last = column + TILE_WIDTH - 1
    hue = HUES.get(tile.light.tone)
    top = hue.edge if hue else "#A0AAB0"
    page.merge(at, column, last, tile.label, styles.cell("tile head", top_color=top))
    number: Value = "-"
    if tile.number is not None:
        number = Link(tile.number, f"internal:'{tile.sheet}'!A1")
    alarm = hue.ink if hue else MUTED
    ink = alarm if tile.alarming else HOUSE
    large = tile.number is not None and len(count(tile.number)) > TILE_LETTERS
    size = LARGE_NUMBER if large else NUMBER
    looks = styles.cell("tile number", font_color=ink, font_size=size)
    page.merge(at + 1, column, last, number, looks)
    form = {"num_format": f'{SHARE_FORMAT}" {tile.unit}"'} if tile.unit else {}
    note = f"- {tile.unit}" if tile.unit and tile.note == "-" else tile.note
    page.merge(at + 2, column, last, note, styles.cell("tile note", **form))
    page.merge(at + 3, column, last, tile.change, styles.cell("tile note", italic=True))
    told = styles.cell("tile note", bold=True, font_color=alarm)
    page.merge(at + 4, column, last, f"● {tile.light.word}", told)
