"""Pages of a sheet of several lists: where each page ends is told, so that heads stand on all.

A spreadsheet repeats the same rows on every page of a sheet, whichever list it shows there; and it
passes over the ends of pages where it fits a sheet to the paper by itself.
"""

from collections.abc import Sequence

from sopbatch.model import PAPERS
from sopbatch.writing.report.page import MARGINS, Page
from sopbatch.writing.report.text import column_pixels

PIXELS_PER_INCH, POINTS_PER_INCH, MM_PER_INCH = 96, 72, 25.4
SURE = 0.975
"""Of the paper that is surely there: programs and printers measure it differently."""


class Paper:
    """The pages of one sheet, filled from the top; heights in points."""

    def __init__(self, page: Page, widths: Sequence[float]) -> None:
        """Sets the scale by which columns of so many characters are as wide as the paper."""
        size = PAPERS[page.paper]
        left, right, top, bottom = MARGINS
        wide = size.width / MM_PER_INCH - left - right
        high = size.height / MM_PER_INCH - top - bottom
        needed = sum(map(column_pixels, widths))
        percent = min(100, int(SURE * 100 * wide * PIXELS_PER_INCH / needed))
        page.sheet.set_print_scale(percent)
        self._sheet = page.sheet
        self._room = SURE * high * POINTS_PER_INCH * 100 / percent
        self._used = 0.0
        self._ends: list[int] = []

    def take(self, *heights: float) -> None:
        """Rows of these heights were written."""
        self._used += sum(heights)

    def holds(self, height: float) -> bool:
        """Whether this page has room for so much besides."""
        return self._used + height <= self._room

    def is_room_for(self, height: float) -> bool:
        """Whether any page has."""
        return height <= self._room

    def turn(self, at: int) -> None:
        """A new page begins with this row (0-based)."""
        self._used = 0.0
        self._ends.append(at)
        self._sheet.set_h_pagebreaks(self._ends)
