"""Number styles of an OpenDocument workbook become number formats in the notation of Excel."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

from sopbatch.reading.package.formats import CellFormat, cell_format
from sopbatch.reading.package.markup import Attributes, attribute, local

_STYLES = frozenset(
    f"{sort}-style"
    for sort in ("number", "percentage", "currency", "date", "time", "boolean", "text")
)
_MOST = 30
"""Digits of one part of a number: no format needs more."""
_CONDITION = re.compile(r"value\(\)\s*(<=|>=|!=|=|<|>)\s*(-?\d+(?:\.\d+)?)")
_LANGUAGES = {"id": "[$-421]", "en": "[$-409]"}
_BY_SIGN = ((">", "0"), ("<", "0"), ("=", "0"))
_UNITS = {"hours": "h", "minutes": "m", "seconds": "s"}
_DAYS = {"day": ("d", "dd"), "year": ("yy", "yyyy"), "day-of-week": ("ddd", "dddd")}
_DEPTH = 20
"""Styles that one may inherit from another."""


@dataclass(slots=True)
class _Style:
    """One number style while it is read."""

    is_percentage: bool
    overflows: bool
    """Whether its first unit of time may go beyond a day or an hour: [h]:mm."""
    pieces: list[str]
    sections: list[tuple[str, str, str]] = field(default_factory=list)
    """(operator, bound, name of the style) for numbers that another style shows."""


@dataclass(slots=True, kw_only=True)
class FormatsScan:
    """Events of the parts that declare styles: styles.xml first, then content.xml."""

    _numbers: dict[str, _Style] = field(default_factory=dict)
    _cells: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Cell style to (number style, style it inherits from)."""
    _style: _Style | None = None
    _text: list[str] | None = None
    _number: Attributes = field(default_factory=dict)
    _position: str = ""
    _embedded: dict[int, str] = field(default_factory=dict)
    """Words among the digits of a number by how many digits stand behind them."""
    _found: dict[str, CellFormat | None] = field(default_factory=dict)

    def start(self, name: str, attributes: Attributes) -> None:
        """An element begins."""
        sort = local(name)
        if self._style is None:
            if sort in _STYLES and name.startswith("number:"):
                self._begin(sort, attributes)
            elif sort == "style" and attribute(attributes, "family") == "table-cell":
                data, parent = (
                    attribute(attributes, key) for key in ("data-style-name", "parent-style-name")
                )
                self._cells[attribute(attributes, "name")] = data, parent
        elif sort in ("text", "currency-symbol", "embedded-text"):
            self._text, self._position = [], attribute(attributes, "position")
        elif sort == "number":
            self._number, self._embedded = attributes, {}
        elif sort == "map":
            found = _CONDITION.fullmatch(attribute(attributes, "condition").strip())
            operator, bound = found.groups() if found else ("", "")
            style = attribute(attributes, "apply-style-name")
            self._style.sections.append((operator.replace("!=", "<>"), bound, style))
        else:
            self._style.pieces.append(_piece(sort, attributes))

    def text(self, text: str) -> None:
        """A run of text."""
        if self._text is not None:
            self._text.append(text)

    def end(self, name: str) -> None:
        """An element ends."""
        if self._style is None:
            return
        sort = local(name)
        if self._text is not None and sort in ("text", "currency-symbol", "embedded-text"):
            text, self._text = "".join(self._text), None
            if sort == "embedded-text":
                self._embedded[_whole(self._position)] = text
            else:
                self._style.pieces.append(_quoted(text, percent=self._style.is_percentage))
        elif sort == "number":
            self._style.pieces.append(_digits(self._number, self._embedded))
        elif sort in _STYLES:
            self._style = None

    def of_cell(self, style: str) -> CellFormat | None:
        """The format of a cell style; None when it shows values as they are."""
        if style not in self._found:
            name, above = "", style
            for _ in range(_DEPTH):
                name, above = self._cells.get(above, ("", ""))
                if name or not above:
                    break
            self._found[style] = cell_format(self._code(name))
        return self._found[style]

    def _begin(self, sort: str, attributes: Attributes) -> None:
        overflows = attribute(attributes, "truncate-on-overflow") == "false"
        language = _LANGUAGES.get(attribute(attributes, "language"), "")
        pieces = [language] if sort == "date-style" else []
        self._style = _Style(sort == "percentage-style", overflows, pieces)
        self._numbers[attribute(attributes, "name")] = self._style

    def _code(self, name: str) -> str:
        """The format of a number style with those that it leaves some numbers to."""
        style = self._numbers.get(name)
        if style is None:
            return ""
        others = [
            (operator, bound, self._numbers[other])
            for operator, bound, other in style.sections[:3]
            if other in self._numbers
        ]
        conditions = tuple((operator, bound) for operator, bound, _ in others)
        by_sign = conditions in (((">=", "0"),), _BY_SIGN[:2], _BY_SIGN)
        codes = [
            ("" if by_sign else f"[{operator}{bound}]") + _joined(other)
            for operator, bound, other in others
        ]
        return ";".join((*codes, _joined(style)))


def _joined(style: _Style) -> str:
    """The pieces of a style in a row; the first unit of time in brackets when it may overflow."""
    pieces = list(style.pieces)
    if style.overflows:
        first = next((i for i, piece in enumerate(pieces) if piece[:1] in ("h", "m", "s")), None)
        if first is not None:
            pieces[first] = f"[{pieces[first]}]"
    return "".join(pieces)


def _quoted(text: str, *, percent: bool = False) -> str:
    """Words of a format; the sign of a percentage is no word there."""
    pieces = re.split(r"([%\"])" if percent else r"(\")", text)
    return "".join(
        "%" if piece == "%" and percent else '\\"' if piece == '"' else f'"{piece}"'
        for piece in pieces
        if piece
    )


def _piece(sort: str, attributes: Attributes) -> str:
    """One part of a number style other than plain digits and words."""
    is_long = attribute(attributes, "style") == "long"
    if sort in _DAYS:
        return _DAYS[sort][is_long]
    if sort in _UNITS:
        places = _count(attributes, "decimal-places")
        return _UNITS[sort] * (1 + is_long) + ("." + "0" * places) * bool(places)
    match sort:
        case "month":
            return "m" * (1 + is_long + 2 * (attribute(attributes, "textual") == "true"))
        case "am-pm":
            return "AM/PM"
        case "text-content":
            return "@"
        case "boolean":
            return "General"
        case "scientific-number":
            return _scientific(attributes)
        case "fraction":
            return _fraction(attributes)
    return ""


def _digits(attributes: Attributes, embedded: Mapping[int, str]) -> str:
    """The placeholders of a number, with words among its digits."""
    if not attribute(attributes, "decimal-places") and not embedded:
        return "General"
    whole = "0" * _count(attributes, "min-integer-digits")
    grouped = attribute(attributes, "grouping") == "true"
    if embedded:
        wide = max(len(whole), *embedded) + (max(embedded) >= len(whole))
        whole = "".join(
            letter + (_quoted(embedded[wide - 1 - index]) if wide - 1 - index in embedded else "")
            for index, letter in enumerate(whole.rjust(wide, "#"))
        )
    elif grouped:
        filled = whole.rjust(4, "#")
        whole = f"{filled[:-3]},{filled[-3:]}"
    return (whole or "#") + _tail(attributes) + "," * _thousands(attributes)


def _tail(attributes: Attributes) -> str:
    places = _count(attributes, "decimal-places")
    least = places
    if attribute(attributes, "min-decimal-places"):
        least = min(_count(attributes, "min-decimal-places"), places)
    return ("." + "0" * least + "#" * (places - least)) * bool(places)


def _thousands(attributes: Attributes) -> int:
    factor = attribute(attributes, "display-factor")
    return factor.count("000") if re.fullmatch(r"1(?:000){1,4}", factor) else 0


def _scientific(attributes: Attributes) -> str:
    step = max(_count(attributes, "exponent-interval"), 1)
    whole = ("0" * _count(attributes, "min-integer-digits")).rjust(step, "#")
    sign = "-" if attribute(attributes, "forced-exponent-sign") == "false" else "+"
    power = "0" * max(_count(attributes, "min-exponent-digits"), 1)
    return f"{whole}{_tail(attributes)}E{sign}{power}"


def _fraction(attributes: Attributes) -> str:
    above = "?" * max(_count(attributes, "min-numerator-digits"), 1)
    fixed = attribute(attributes, "denominator-value")
    below = fixed if fixed.isdecimal() and len(fixed) < 5 else ""
    below = below or "?" * max(_count(attributes, "min-denominator-digits"), 1)
    if not attribute(attributes, "min-integer-digits"):
        return f"{above}/{below}"
    whole = "0" * _count(attributes, "min-integer-digits") or "#"
    return f"{whole} {above}/{below}"


def _count(attributes: Attributes, name: str) -> int:
    return _whole(attribute(attributes, name))


def _whole(text: str) -> int:
    return min(int(text), _MOST) if text.isdecimal() and len(text) < 6 else 0
