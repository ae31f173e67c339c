"""Texts put in the place of others, pair after pair: in formulas, and as the formulas do it."""

from functools import reduce

DIGITS = "0123456789"
ROOM = 200
"""Characters of a value with the words in front."""
CONTROLS = {"\n": "CHAR(10)", "\t": "CHAR(9)"}
"""Signs that no text of a formula holds."""
Pairs = tuple[tuple[str, str], ...]


def put(text: str, pairs: Pairs) -> str:
    """What `put_formula` comes to."""
    return reduce(lambda left, pair: left.replace(*pair), pairs, text)


def put_formula(text: str, pairs: Pairs) -> str:
    """An expression that puts one text in the place of another, pair after pair."""
    for old, new in pairs:
        text = f"SUBSTITUTE({text},{quoted(old)},{quoted(new)})"
    return text


def quoted(text: str) -> str:
    """A text as it stands in a formula."""
    return CONTROLS.get(text) or '"{}"'.format(text.replace('"', '""'))


def trimmed(text: str) -> str:
    """As TRIM does."""
    return " ".join(filter(None, text.split(" ")))


def first_digit_formula(text: str) -> str:
    """Where the first digit stands, 1-based; behind the text when it has none."""
    return f'SUMPRODUCT(MIN(FIND({array(DIGITS)},{text}&"{DIGITS}")))'


def first_digit(text: str) -> int:
    """Where the first digit stands, 0-based; behind the text when it has none."""
    return next((at for at, sign in enumerate(text) if sign in DIGITS), len(text))


def array(texts: tuple[str, ...] | str) -> str:
    """The texts, or the signs of one, as they stand in a formula."""
    return "{" + ";".join(f'"{text}"' for text in texts) + "}"


def is_one(cell: str, texts: tuple[str, ...]) -> str:
    """Whether a cell holds one of the texts."""
    return f"SUMPRODUCT(--({cell}={array(texts)}))>0"
