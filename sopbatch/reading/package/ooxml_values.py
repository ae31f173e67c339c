"""What is stored in a cell of an Office Open XML sheet becomes its value."""

import math
import re
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from functools import lru_cache

from sopbatch.model import CellError, CellValue
from sopbatch.reading.package.controls import without_controls
from sopbatch.reading.package.formats import CellFormat, Formats
from sopbatch.reading.refusals import Refusal, Refused
from sopbatch.reading.shown.show import stored_value

SPACE = "http://www.w3.org/XML/1998/namespace space"
_OWN = "inlineStr"
_TRUTHS = {"1": True, "true": True, "0": False, "false": False}
_NUMBER = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][+-]?[0-9]+)?")
_MOMENTS: tuple[type[date] | type[time], ...] = (date, datetime, time)
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_XML_BLANKS = " \t\r\n"


TextRun = tuple[str, bool]
"""A stretch of text, and whether white space around it is part of it."""
Stored = tuple[CellValue | None, str | None, int, bool]
"""What a cell stores, wherever it stands.

Its value, None for what takes no room on the sheet, such as blanks; its number format, where that
shows more than the value; letters of a text; whether it counts to the rectangle around all values.
"""
_NO_TEXT: Stored = (None, None, 0, False)


def run_text(runs: Iterable[TextRun]) -> str:
    """The text that runs make, "" for blanks: line ends are newlines, nothing is unprintable."""
    return _printable("".join([_stretch(text, keeps) for text, keeps in runs]))


@lru_cache(maxsize=4_096)
def own_text(text: str, *, keeps_space: bool = True) -> str:
    """The same of one run; forms repeat the same texts."""
    return _printable(_stretch(text, keeps_space))


def _printable(text: str) -> str:
    return "" if text.isspace() else without_controls(text)


def _stretch(text: str, keeps_space: bool) -> str:
    return _unescaped(text if keeps_space else text.strip(_XML_BLANKS))


def _unescaped(text: str) -> str:
    """Letters that no XML takes are stored by their number, as in _x000D_."""
    return _ESCAPED.sub(_letter, text) if "_x" in text else text


def _letter(found: re.Match[str]) -> str:
    letter = chr(int(found[1], 16))
    return found[0] if "\ud800" <= letter <= "\udfff" else letter


class StoredValues:
    """Gives values by what the workbook's tables say of texts and styles."""

    def __init__(
        self, texts: Sequence[str], formats: Formats = (), *, date_1904: bool = False
    ) -> None:
        self._texts = texts
        self._formats = formats
        self._date_1904 = date_1904

    def stored(self, kind: str, style: str, text: str) -> Stored:
        """Of a cell whose value is told by a text; type and style as written."""
        if kind == "s":
            return self._text(self._shared(text), style)
        if kind == "str":
            return self._text(own_text(text), style)
        if kind == "e":
            return CellError(text.strip()), None, len(text), True
        if not text:
            return None, None, 0, True
        value, shown = self._plain(kind, style, text)
        return value, shown, len(text), True

    def own(self, kind: str, style: str, runs: Sequence[TextRun]) -> Stored:
        """Of a cell with a text of its own, which is shown only where the type says so."""
        _, _, length, takes_room = stored = self._text(run_text(runs), style)
        return stored if kind == _OWN else (None, None, length, takes_room)

    def _text(self, text: str, style: str) -> Stored:
        if not text:
            return _NO_TEXT
        shown = self._format(style)
        code = shown.code if shown is not None and shown.changes_texts else None
        return text, code, len(text), True

    def _plain(self, kind: str, style: str, text: str) -> tuple[CellValue, str | None]:
        match kind:
            case "n":
                return self._number(text, self._format(style))
            case "b":
                truth = _TRUTHS.get(text.strip(_XML_BLANKS).lower())
                if truth is not None:
                    return truth, None
            case "d":
                return _moment(text), None
        raise Refused(Refusal.DAMAGED)

    def _number(self, text: str, shown: CellFormat | None) -> tuple[CellValue, str | None]:
        if not _NUMBER.fullmatch(text):
            if _is_no_number(text):
                return CellError("#NUM!"), None
            raise Refused(Refusal.DAMAGED)
        number = float(text)
        if not math.isfinite(number):
            return CellError("#NUM!"), None
        if shown is None:
            return number, None
        if shown.keeps_serial:
            return stored_value(number, shown.code, date_1904=self._date_1904), shown.code
        return number, shown.code

    def _format(self, style: str) -> CellFormat | None:
        number = int(style) if style.isdecimal() and len(style) <= 9 else 0
        return self._formats[number] if number < len(self._formats) else None

    def _shared(self, text: str) -> str:
        if not text:
            return ""
        index = int(text) if text.isdecimal() and len(text) < 9 else len(self._texts)
        if index >= len(self._texts):
            raise Refused(Refusal.DAMAGED)
        return self._texts[index]


def _is_no_number(text: str) -> bool:
    """Whether a text names what is no finite number, as IEEE 754 has it."""
    return text.strip().lstrip("+-").lower() in ("nan", "inf", "infinity")


def _moment(text: str) -> CellValue:
    """A day or time after ISO 8601; anything else is a text."""
    for kind in _MOMENTS:
        try:
            moment = kind.fromisoformat(text.strip(_XML_BLANKS))
        except ValueError:
            continue
        return moment.replace(tzinfo=None) if isinstance(moment, (datetime, time)) else moment
    return without_controls(text)
