"""How the templates look: one accent colour, one typeface, calm tints."""

from typing import Any

from sopbatch.model import Severity, Symbol
from sopbatch.writing.palette import AMBER, BAND, HOUSE, WHITE

Look = dict[str, Any]
"""Properties of a cell format, as xlsxwriter names them."""

LINE = "#C9D3D8"
INK = "#26323A"
QUIET = "#6F7F88"
"""Explanations and prompts."""
WANTED = "#FFF6DA"
"""A cell that must still be filled."""
WANTED_TEXT = "#8A6100"
WRONG = "#F6D5CF"
"""A target that leads nowhere."""
ADDED = "#E3EDF6"
"""No and Periksa of a row that was put in: it counts, and the row below tells of it."""
UNUSED = "#F4F6F7"
"""Cells that play no part: lanes without a name, Ya ke outside a decision."""

SYMBOL_TINTS: dict[Symbol, tuple[str, str]] = {
    Symbol.START: ("#D6E8DC", "#23533A"),
    Symbol.PROCESS: ("#DBE7F3", "#23425F"),
    Symbol.DECISION: ("#F3DCC0", "#6B4310"),
    Symbol.END: ("#D6E8DC", "#23533A"),
}
"""Fill and ink of each symbol in the matrix."""
MARK_TINTS: dict[Severity, str] = {
    Severity.ERROR: WRONG,
    Severity.WARNING: AMBER.fill,
    Severity.INFO: "#DDE9F3",
}
"""Fill of a marked cell by how much its finding matters."""

BASE: Look = {"font_name": "Arial", "font_size": 10, "font_color": INK, "valign": "vcenter"}
TITLE: Look = BASE | {"font_size": 18, "bold": True, "font_color": HOUSE}
SUBTITLE: Look = BASE | {"font_color": QUIET}
HEADING: Look = BASE | {"bold": True, "font_color": HOUSE, "font_size": 12}
BOXED: Look = {"border": 1, "border_color": LINE}
HEAD: Look = (
    BASE
    | BOXED
    | {
        "bold": True,
        "font_color": WHITE,
        "bg_color": HOUSE,
        "align": "center",
        "text_wrap": True,
    }
)
GROUP: Look = BASE | {"bold": True, "font_color": HOUSE, "bg_color": BAND}
WRAPPED: Look = BASE | {"text_wrap": True}
CELL: Look = WRAPPED | BOXED
INPUT: Look = CELL | {"locked": False, "indent": 0}
NOTE: Look = WRAPPED | {"font_color": QUIET, "font_size": 9}
COUNTER: Look = BASE | {"bold": True, "bg_color": BAND, "font_color": HOUSE, "indent": 1}
COUNTED: Look = BASE | {"bold": True, "font_color": HOUSE}
"""A counter that runs over into the cells beside it."""

TEXT_FORMAT = "@"
DATE_FORMAT = "[$-421]d mmmm yyyy"
"""Months in Indonesian, whatever language the program speaks."""


def row_opener(height: float, *, locked: bool) -> Look:
    """Look of an empty cell in large type that keeps its row at least that many points high.

    Programs fit a row to its texts when somebody types, and would make it narrow again.
    """
    return {"font_name": "Arial", "font_size": int(height / 1.25), "locked": locked}
