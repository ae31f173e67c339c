"""References of defined names: a text such as 'Lembar 1'!$A$1:$B$3 becomes a rectangle."""

import re
from collections.abc import Mapping

from sopbatch.model import NamedRange, column_number
from sopbatch.reading import limits

_SHEET = r"(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'!\[\]:]+))"
_OOXML = re.compile(
    rf"{_SHEET}!\$?(?P<left>[A-Za-z]{{0,3}})\$?(?P<top>\d{{0,7}})"
    r"(?::\$?(?P<right>[A-Za-z]{0,3})\$?(?P<bottom>\d{0,7}))?"
)
_ODF = re.compile(
    r"\$?(?:'(?P<quoted>(?:[^']|'')+)'|(?P<plain>[^'.\[\]]+))\.\$?(?P<left>[A-Za-z]{1,3})\$?(?P<top>\d{1,7})"
    r"(?::\$?(?P<other>'(?:[^']|'')+'|[^'.\[\]]*)\.\$?(?P<right>[A-Za-z]{1,3})\$?(?P<bottom>\d{1,7}))?"
)


def named_range(reference: str, sheets: Mapping[str, str]) -> NamedRange | None:
    """Range of an Excel reference to one rectangle; `sheets` maps case-folded names to names.

    Whole columns and rows reach to the end of the sheet. None for #REF!, several areas, other
    workbooks and formulas.
    """
    found = _OOXML.fullmatch(reference.strip().removeprefix("="))
    return None if found is None else _rectangle(found, sheets)


def odf_named_range(reference: str, sheets: Mapping[str, str]) -> NamedRange | None:
    """Range of an OpenDocument reference, such as $Lembar1.$A$1:.$B$3; None as above."""
    found = _ODF.fullmatch(reference.strip())
    if found is None or not _same_sheet(found["other"], found["quoted"] or found["plain"]):
        return None
    return _rectangle(found, sheets)


def _same_sheet(other: str | None, first: str) -> bool:
    if not other:
        return True
    return other.strip("'").replace("''", "'") == first.replace("''", "'")


def _rectangle(found: re.Match[str], sheets: Mapping[str, str]) -> NamedRange | None:
    sheet = sheets.get((found["quoted"] or found["plain"]).replace("''", "'").casefold())
    letters, number = found["left"], found["top"]
    is_range = found["right"] is not None
    if sheet is None or (not (letters and number) and not is_range):
        return None
    last_letters = found["right"] if is_range else letters
    last_number = found["bottom"] if is_range else number
    if bool(letters) != bool(last_letters) or bool(number) != bool(last_number):
        return None
    columns = sorted(
        (column_number(letters) or 1, column_number(last_letters) or limits.LAST_COLUMN)
    )
    rows = sorted((int(number or 1), int(last_number or limits.LAST_ROW)))
    if columns[1] > limits.LAST_COLUMN or not 1 <= rows[0] <= rows[1] <= limits.LAST_ROW:
        return None
    return NamedRange(sheet, rows[0], columns[0], rows[1], columns[1])
