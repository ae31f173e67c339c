"""Whether a cell says nothing, as the check takes it: blank, dashes and dots, "n/a", "nihil"."""

from sopbatch.writing.templates.exchanges import put, put_formula, trimmed

SIGNS = "-–—._,;"
"""Signs that say nothing."""
WORDS = ("n/a", "na", "nihil", "nil", "tidak ada", "(tidak ada)", *("x" * n for n in range(3, 9)))
"""What officers write for "nothing"."""
_KNOWN = "||" + "".join(f"{word}|" for word in WORDS)
_PAIRS = (*((sign, "") for sign in SIGNS), ("\u00a0", " "))


def says_nothing_formula(cells: str) -> str:
    """Whether a cell says nothing; for several cells, where formulas are told of each."""
    return f'ISNUMBER(FIND("|"&TRIM({put_formula(f"LOWER({cells})", _PAIRS)})&"|","{_KNOWN}"))'


def says_nothing(text: str) -> bool:
    """What `says_nothing_formula` comes to."""
    return f"|{trimmed(put(text.lower(), _PAIRS))}|" in _KNOWN
