"""Looks: a few named kinds and roles come in, the workbook's cell formats go out."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.workbook import Workbook

from sopbatch.model import Severity
from sopbatch.writing.palette import AMBER, BAND, GREEN, HOUSE, MUTED, RED, TINT, WHITE

FONT = "Arial"
"""Everywhere at hand, and with a twin of equal widths where it is not."""
ACCENT_DEEP = "#2F6C86"
ACCENT_SOFT = "#5B8FA8"
ACCENT_PALE = "#A9CBD7"
LINE = "#D3DCE1"
PALE = "#B9C3C9"
AMBER_FILL = "#F2C879"

# NOTE: the locale mark makes month names Indonesian everywhere, and the comma where it can
COUNT_FORMAT = "[$-421]#,##0"
HOURS_FORMAT = "[$-421]#,##0.0"
SHARE_FORMAT = "[$-421]0.0%"
EDGE = "_0"
"""A blank as wide as a digit, so that figures do not touch the next column."""
DATE_FORMAT = "[$-421]d\\ mmm\\ yyyy"

BASE: dict[str, Any] = {"font_name": FONT, "font_size": 9, "valign": "top"}

KINDS: dict[str, dict[str, Any]] = {
    "text": {"text_wrap": True},
    "line": {},
    "word": {"align": "center"},
    "phrase": {"align": "center", "text_wrap": True},
    "count": {"num_format": COUNT_FORMAT + EDGE, "align": "right"},
    "share": {"num_format": SHARE_FORMAT + EDGE, "align": "right"},
    "hours": {"num_format": HOURS_FORMAT + EDGE, "align": "right"},
    "times": {"num_format": HOURS_FORMAT + '"×"' + EDGE, "align": "right"},
    "date": {"num_format": DATE_FORMAT, "align": "center"},
    "link": {"font_color": HOUSE, "underline": 1, "align": "center"},
    "path": {"text_wrap": True, "font_color": HOUSE, "underline": 1},
    "count link": {
        "num_format": COUNT_FORMAT + EDGE,
        "align": "right",
        "font_color": HOUSE,
        "bold": True,
    },
}
"""What a cell holds."""

ROLES: dict[str, dict[str, Any]] = {
    "body": {"bottom": 1, "bottom_color": LINE},
    "detail": {"bottom": 1, "bottom_color": LINE, "font_color": MUTED},
    "subtotal": {"bottom": 1, "bottom_color": LINE, "bold": True, "bg_color": TINT},
    "total": {
        "bold": True,
        "bg_color": TINT,
        "top": 2,
        "top_color": HOUSE,
        "bottom": 2,
        "bottom_color": HOUSE,
    },
    "head": {
        "bold": True,
        "font_color": WHITE,
        "bg_color": HOUSE,
        "text_wrap": True,
        "valign": "vcenter",
        "align": "center",
        "border": 1,
        "border_color": WHITE,
    },
    "band": {
        "bold": True,
        "font_color": HOUSE,
        "bottom": 2,
        "bottom_color": HOUSE,
        "align": "center",
    },
    "title": {"bold": True, "font_size": 16, "font_color": HOUSE, "valign": "vcenter"},
    "subtitle": {"font_size": 10, "font_color": MUTED, "valign": "vcenter"},
    "heading": {
        "bold": True,
        "font_size": 10,
        "font_color": HOUSE,
        "bottom": 1,
        "bottom_color": HOUSE,
        "valign": "vcenter",
    },
    "prose": {"font_size": 10, "text_wrap": True, "valign": "vcenter"},
    "plain": {},
    "note": {"font_color": MUTED, "italic": True},
    "nothing": {"font_size": 10, "italic": True},
    "tile head": {
        "bg_color": TINT,
        "font_color": MUTED,
        "bold": True,
        "align": "center",
        "valign": "vcenter",
        "top": 5,
        "right": 5,
        "right_color": WHITE,
    },
    "tile number": {
        "bg_color": TINT,
        "bold": True,
        "font_size": 24,
        "align": "center",
        "valign": "vcenter",
        "right": 5,
        "right_color": WHITE,
        "num_format": COUNT_FORMAT,
    },
    "tile note": {
        "bg_color": TINT,
        "font_size": 8,
        "font_color": MUTED,
        "align": "center",
        "valign": "vcenter",
        "right": 5,
        "right_color": WHITE,
    },
}
"""What a cell is for."""

TONES: dict[str, dict[str, Any]] = {
    "": {},
    "green": {"font_color": GREEN.ink, "bg_color": GREEN.fill},
    "amber": {"font_color": AMBER.ink, "bg_color": AMBER.fill},
    "alarm": {"font_color": WHITE, "bg_color": RED.ink, "bold": True},
    "red": {"font_color": RED.ink, "bg_color": RED.fill},
    "grey": {"font_color": MUTED, "bg_color": BAND},
}
"""Traffic light; the cell always says the same in a word."""
SEVERITY_TONES = {Severity.ERROR: "red", Severity.WARNING: "amber", Severity.INFO: "grey"}
"""How the weight of a finding is coloured."""


class Styles:
    """Formats of one workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[str, str, str, tuple[tuple[str, object], ...]], Format] = {}

    def pale(self) -> Format:
        """For conditional formats: a figure that steps back."""
        return self._book.add_format({"font_color": MUTED})

    def differs(self, word: str) -> dict[str, object]:
        """Conditional format: a cell that holds this word turns red."""
        looks = self._book.add_format({**TONES["red"], "bold": True})
        return {"type": "cell", "criteria": "==", "value": f'"{word}"', "format": looks}

    def cell(
        self, role: str = "body", kind: str = "line", tone: str = "", **more: object
    ) -> Format:
        """The format of a role, a kind and a tone; later ones prevail."""
        key = (role, kind, tone, tuple(sorted(more.items())) if more else ())
        if key not in self._made:
            looks = BASE | KINDS[kind] | ROLES[role] | TONES[tone] | more
            self._made[key] = self._book.add_format(looks)
        return self._made[key]
