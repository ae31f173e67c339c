"""Signs that are the same to the check, which text pasted from elsewhere brings along."""

from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula, trimmed

BLANKS = "\t\u00a0\u2002\u2003\u2007\u2009\u202f\u3000"
INVISIBLE = "\u00ad\u200b\u200e\u200f\u2060\ufeff"
DASHES = "‐‑‒–—―−"
SINGLE, DOUBLE = "‘’′´`", "“”„″«»"
FULL_WIDTH = "０１２３４５６７８９"
SIGNS = (
    *((sign, " ") for sign in BLANKS),
    *((sign, "") for sign in INVISIBLE),
    *((sign, "-") for sign in DASHES),
    *((sign, "'") for sign in SINGLE),
    *((sign, '"') for sign in DOUBLE),
    ("…", "..."),
    *zip(FULL_WIDTH, DIGITS, strict=True),
)
"""As many as formulas nest, of what `text.straight` takes away: those that keyboards, phones and
other programs put in."""


IN_ONE_LINE = (("\n", " "), *SIGNS)


def straight(text: str) -> str:
    """A text in plain signs with single blanks, on one line."""
    return trimmed(put(text, IN_ONE_LINE))


def straight_formula(cell: str) -> str:
    """An expression that comes to it."""
    return f"TRIM({put_formula(cell, IN_ONE_LINE)})"


def straight_lines(text: str) -> str:
    """The same with its lines as they are."""
    return trimmed(put(text, SIGNS))


def straight_lines_formula(text: str) -> str:
    """An expression that comes to it."""
    return f"TRIM({put_formula(text, SIGNS)})"
