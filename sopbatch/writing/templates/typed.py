"""A text as the input cell of a field keeps it: a date, a number, or text."""

from datetime import date

from sopbatch.model import CellValue
from sopbatch.schema.fields import Field, FieldKind
from sopbatch.text.months import MONTH_WORDS


def typed_value(field: Field, text: str) -> CellValue:
    """What Excel would keep of a text that somebody types into the field's cell."""
    if field.kind is FieldKind.INTEGER and text.strip().isdecimal():
        return int(text)
    if field.kind is FieldKind.DATE:
        return _day(text) or text
    return text


def _day(text: str) -> date | None:
    """The day of "3 Maret 2026"; None for anything else."""
    words = text.strip().split()
    if len(words) != 3 or not (words[0].isdecimal() and words[2].isdecimal()):
        return None
    month = MONTH_WORDS.get(words[1].casefold())
    try:
        return date(int(words[2]), month, int(words[0])) if month else None
    except ValueError:
        return None
