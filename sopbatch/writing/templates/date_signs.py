"""Signs and words beside the parts of a date typed as text, as the form takes them away."""

from itertools import product

from sopbatch.text.months import ANNOUNCING, BESIDE_ANNOUNCING, WEEKDAY_WORDS
from sopbatch.writing.templates.civil_dates import CIVIL_ENDS
from sopbatch.writing.templates.typed_signs import IN_ONE_LINE

SEPARATORS = "-/."
STRAIGHT = (
    *IN_ONE_LINE,
    ("jum at", "jum'at"),
)
"""Signs that are the same to the check."""
FRONT_SIGNS = tuple((sign, " , " if sign == "," else " ") for sign in BESIDE_ANNOUNCING)
ENDS = (*((".|", "|"), (",|", "|"), (";|", "|"), (":|", "|")), (" |", "|"), (".|", "|"))
"""What may stand behind a date, taken away before the stroke that ends it."""
TIGHT = tuple(pair for sign in SEPARATORS for pair in ((f" {sign}", sign), (f"{sign} ", sign)))
"""Blanks beside the signs between numbers."""
BEHIND = (*ENDS, *CIVIL_ENDS, *ENDS, *TIGHT, ("|", ""))
BEHIND_MONTH = (
    ("'|", "|"),
    *(
        (f"{sign}{word}|", f"{sign}|")
        for word in ("tahun ", "th.", "th ", "th")
        for sign in " -/.,"
    ),
    *((" |", "|"), ("-|", "|"), ("/|", "|"), (",|", "|"), (".|", "|"), (" |", "|"), (".|", "|")),
)
NTH = ("st", "nd", "rd", "th")
BEHIND_DAY = (("| ", "|"), ("|-", "|"), ("|/", "|"), ("|.", "|"), ("| ", "|"))
SPAN_WORDS = (
    *("tahun", "th", "bulan"),
    *(f"{part} {nth}" for part in ("triwulan", "tw") for nth in ("i", "ii", "iii", "iv")),
    *(f"semester {nth}" for nth in ("i", "ii")),
)
"""In front of the year of a span: "bulan Maret 2026", "Triwulan II 2026"."""
MONTH_SHAPES = ("0/0000", "00/0000", "0-0000", "00-0000")
BESIDE_WORDS = ((",", " "),)
KNOWN = f" {' '.join((*ANNOUNCING, *WEEKDAY_WORDS))} , "
"""Words that are no place, in one text."""


def day_first_shapes() -> tuple[str, ...]:
    """Shapes of 28/4/2025."""
    return _shapes("{a}{s}{b}{s}0000")


def year_first_shapes() -> tuple[str, ...]:
    """Shapes of 2025-4-28."""
    return _shapes("0000{s}{a}{s}{b}")


def _shapes(shape: str) -> tuple[str, ...]:
    each = product(SEPARATORS, ("0", "00"), ("0", "00"))
    return tuple(shape.format(s=sign, a=one, b=other) for sign, one, other in each)
