"""Months between a day and a year, by name or in Roman numerals."""

from sopbatch.text.months import PLAIN_MONTHS, ROMAN_MONTHS
from sopbatch.writing.templates.exchanges import array

_NAMES, _NUMERALS = (tuple(f"|{name}|" for name in names) for names in (PLAIN_MONTHS, ROMAN_MONTHS))
_OF_NAMES, _OF_NUMERALS = (
    f"{{{';'.join(map(str, names.values()))}}}" for names in (PLAIN_MONTHS, ROMAN_MONTHS)
)


def month_formula(stroked: str) -> str:
    """The number of a month's name between strokes, 0 for no name."""
    return f"SUMPRODUCT(({stroked}={array(_NAMES)})*{_OF_NAMES})"


def roman_formula(between: str, stroked: str) -> str:
    """The number of a month in Roman numerals between two equal signs ("3-III-2025"), else 0."""
    equal = f"LEFT({between},1)=RIGHT({between},1),LEN({between})=LEN({stroked})"
    return f"IF(AND({equal}),SUMPRODUCT(({stroked}={array(_NUMERALS)})*{_OF_NUMERALS}),0)"


def roman_month(between: str, stroked: str) -> int:
    """What `roman_formula` comes to."""
    equal = between[:1] == between[-1:] and len(between) == len(stroked)
    return ROMAN_MONTHS.get(stroked.strip("|"), 0) if equal else 0
