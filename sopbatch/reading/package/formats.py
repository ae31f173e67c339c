"""Number formats of a workbook's cell styles, told apart by what each needs to be shown."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from sopbatch.reading.package.facts import Position, SheetFacts
from sopbatch.reading.shown.codes import sections
from sopbatch.reading.shown.show import changes_texts

_ACCOUNTING = '_-{0}* #,##0{1}_-;-{0}* #,##0{1}_-;_-{0}* "-"_-;_-@_-'
_RUPIAH = '"Rp"'
BUILT_IN: Mapping[int, str] = MappingProxyType(
    {
        1: "0",
        2: "0.00",
        3: "#,##0",
        4: "#,##0.00",
        5: f"{_RUPIAH}#,##0;-{_RUPIAH}#,##0",
        6: f"{_RUPIAH}#,##0;[Red]-{_RUPIAH}#,##0",
        7: f"{_RUPIAH}#,##0.00;-{_RUPIAH}#,##0.00",
        8: f"{_RUPIAH}#,##0.00;[Red]-{_RUPIAH}#,##0.00",
        9: "0%",
        10: "0.00%",
        11: "0.00E+00",
        12: "# ?/?",
        13: "# ??/??",
        14: "dd/mm/yyyy",
        15: "d-mmm-yy",
        16: "d-mmm",
        17: "mmm-yy",
        18: "h:mm AM/PM",
        19: "h:mm:ss AM/PM",
        20: "h:mm",
        21: "h:mm:ss",
        22: "dd/mm/yyyy h:mm",
        **dict.fromkeys((*range(27, 32), 36, *range(50, 55), 57, 58), "dd/mm/yyyy"),
        **dict.fromkeys((*range(32, 36), 55, 56), "h:mm:ss"),
        37: "#,##0_);(#,##0)",
        38: "#,##0_);[Red](#,##0)",
        39: "#,##0.00_);(#,##0.00)",
        40: "#,##0.00_);[Red](#,##0.00)",
        41: _ACCOUNTING.format("", ""),
        42: _ACCOUNTING.format(_RUPIAH, ""),
        43: _ACCOUNTING.format("", ".00"),
        44: _ACCOUNTING.format(_RUPIAH, ".00"),
        45: "mm:ss",
        46: "[h]:mm:ss",
        47: "mm:ss.0",
        48: "##0.0E+0",
    }
)
"""Formats that files name by number alone; those that follow the region, as in Indonesia.

27 to 36 and 50 to 58 are those that ECMA-376-1 18.8.30 lists for East Asian programs alone, dates
and times there; where these differ, as for zh-cn.
"""
_PLAIN = ("general", "standard", "@", "")


@dataclass(frozen=True, slots=True)
class CellFormat:
    """A number format that shows more than the value."""

    code: str
    keeps_serial: bool
    """Whether the number must be kept as stored, as the parser may take it for a day or time."""
    changes_texts: bool


Formats = Sequence[CellFormat | None]
"""Format of each cell style by its number; None for one that shows the value as it is."""


def cell_formats(styles: Iterable[int], own: Mapping[int, str]) -> Formats:
    """The format of each cell style, given by its number; `own` are those of the workbook."""
    return tuple(cell_format(own.get(number, BUILT_IN.get(number, ""))) for number in styles)


@lru_cache(maxsize=512)
def cell_format(code: str) -> CellFormat | None:
    """What a format needs; None when it shows the value as it is."""
    if code.strip().casefold() in _PLAIN or not sections(code):
        return None
    letters = not set("ymdhse").isdisjoint(code.casefold())
    return CellFormat(code, letters, changes_texts(code))


def note_number(facts: SheetFacts, at: Position, number: float, shown: CellFormat | None) -> None:
    """Keep the format of a number, and the number itself where the parser may bend it."""
    if shown is not None:
        facts.formats[at] = shown.code
        if shown.keeps_serial:
            facts.serials[at] = number


def note_text(facts: SheetFacts, at: Position, shown: CellFormat | None) -> None:
    """Keep the format of a text that it adds words to."""
    if shown is not None and shown.changes_texts:
        facts.formats[at] = shown.code
