"""The name of the book and the page number above the content of a page."""

from sopbatch.text.printable import printable
from sopbatch.writing.pdf import Canvas
from sopbatch.writing.pdf.canvas import base_line, fitted, ink, text_width

FACES = "Book"
"""Names of the fonts on pages that have fonts of their own."""
ABOVE, HEIGHT, WIDTH = 2.0, 5.0, 160.0
"""Between the content box and the strip above it, and the strip; mm."""
NAME_SIZE, NUMBER_SIZE, GAP = 7.5, 9.0, 3.0
"""Letters in pt, room between name and number in mm."""
NAME_INK = "#333"
NAME_LONGEST = 200


def draw_stamp(canvas: Canvas, name: str, number: int) -> None:
    """Flush right, as an artifact: it is no content of its own."""
    right = canvas.width - 2 * canvas.margin
    y = base_line(HEIGHT, NUMBER_SIZE) - ABOVE - HEIGHT
    before = GAP + text_width(str(number), NUMBER_SIZE, bold=True)
    shown = fitted(printable(name, NAME_LONGEST), WIDTH - before, NAME_SIZE)
    with canvas.artifact("/Type /Pagination"):
        canvas.write(shown, right - before, y, NAME_SIZE, align="right", colour=ink(NAME_INK))
        canvas.write(str(number), right, y, NUMBER_SIZE, bold=True, align="right")
