"""Symbols of a step in two hidden columns: as typed, and in the order in which they work.

A letter stands for each symbol: m, p, k, s. “Proses 2” beside “Keputusan 1” is ";p2;|;k1;" as
typed and "kp" in order, with "?" behind it when something is no symbol.
"""

from sopbatch.model import Symbol, column_letters
from sopbatch.schema.places import FIRST_LANE_COLUMN, LAST_LANE_COLUMN, TARGET_COLUMNS
from sopbatch.schema.symbols import (
    NO_SYMBOL,
    SIGNS_BESIDE,
    SIGNS_BETWEEN,
    SYMBOL_WORDS,
    WORDS_BETWEEN,
)
from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula
from sopbatch.writing.templates.looked_up import DIGITS as DIGITS_NAME
from sopbatch.writing.templates.looked_up import has_any
from sopbatch.writing.templates.time_pieces import AS_ZEROS
from sopbatch.writing.templates.typed_signs import straight_lines, straight_lines_formula

SYMBOLS_AT, ORDER_AT, APART_AT, LANES_AT = 7, 8, 33, 51
"""Positions of the columns among the hidden ones; of the last two one has the words of symbols set
apart, the other all lanes in plain signs."""
LETTERS = {symbol: words[0] for symbol, words in SYMBOL_WORDS.items()}
M, P, K, S = (LETTERS[one] for one in (Symbol.START, Symbol.PROCESS, Symbol.DECISION, Symbol.END))
UNKNOWN_SIGN = "?"
UNKNOWN = "simbol tidak dikenal"
TWO_DECISIONS = "hanya satu Keputusan dalam satu baris"
WRONG_ORDER = "Mulai paling awal dan Selesai paling akhir dalam satu baris"
BEYOND = "simbol setelah Keputusan tidak pernah dicapai"
_WORDS = sorted(
    ((word, LETTERS[symbol]) for symbol, words in SYMBOL_WORDS.items() for word in words[1:]),
    key=lambda pair: (-len(pair[0]), pair),
)
APART = (
    *((sign, ";") for sign in SIGNS_BETWEEN),
    *((f" {word} ", ";") for word in WORDS_BETWEEN),
    *((sign, "") for sign in (*SIGNS_BESIDE, "\ufe0f", "'", " ")),
)
"""Leaves ";" between symbols and nothing beside them but a number."""
PAIRS = (*_WORDS, (";0", ";"), *((f"{letter}0", letter) for letter in (M, P, K, S)))
"""What takes the place of what, one after the other, until only letters and numbers are left."""
NO_SYMBOLS = tuple(sign for sign in NO_SYMBOL if sign not in (*SIGNS_BESIDE, " "))
"""Alone in a lane they say nothing, as the signs do that may stand beside a number."""
_NUMBERED = tuple(
    (f";{form.format(letter)};", "")
    for letter in (M, P, K, S)
    for form in ("{}0", "{}00", "0{}", "00{}")
)
_DOUBLED = (*AS_ZEROS, (";", ";;"))
KNOWN = (
    *_DOUBLED,
    *_NUMBERED,
    *((f";{letter};", "") for letter in (M, P, K, S, "|", *NO_SYMBOLS)),
    (";", ""),
)
"""Leaves nothing of symbols that are known."""
ONLY = {
    left: (
        *((digit, "") for digit in DIGITS),
        (";", ";;"),
        *((f";{letter};", "") for letter in (M, P, K, S) if letter != left),
    )
    for left in (K, S)
}
"""Leaves one letter alone: two of one cell are "s;;s" then, whatever stands between them."""
LINE = (
    *_DOUBLED,
    *_NUMBERED,
    *((f";{letter};", "") for letter in (M, S, "|", *NO_SYMBOLS)),
    (";", ""),
    *((("pp", "p"),) * 4 + (("kk", "k"),) * 4),
)
"""What has no number in lane order; equal symbols side by side are one turn."""
MOST_NUMBERED = 12
"""Symbols with a number in one row that are put in order."""
MOST_NUMBERS = range(1, 61)
"""Numbers beside a symbol that the formulas know."""
IN_TURN = tuple(
    (f";{form.format(letter, number)};", (number * 10_000) + at)
    for at, letter in enumerate((M, P, K, S), start=1)
    for number in MOST_NUMBERS
    for form in ("{}{}", "{1}{0}")
)
"""Symbols with each number, and what they are worth: the number, and at the end which letter."""
TURNS_NAME, WORTHS_NAME = "sopb_simbol_bernomor", "sopb_urutan_simbol"
NONE_SUCH = 9_999_999
LONGEST_SYMBOL = 80
"""Characters of a cell that may be symbols."""
SYMBOL_LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (TURNS_NAME, tuple(text for text, _ in IN_TURN)),
    (WORTHS_NAME, tuple(worth for _, worth in IN_TURN)),
)
"""What stands on the sheet of lists, by defined name."""


def apart(cells: tuple[str, ...]) -> str:
    """The words of the symbols of a step as `apart_formula` keeps them."""
    return put(f";{lanes_text(cells).lower()};", APART) if any(cells) else ""


def apart_formula(row: int) -> str:
    """The words of the symbols of a row, lane after lane."""
    lanes = f"${column_letters(TARGET_COLUMNS[LANES_AT])}{row}"
    text = put_formula(f'";"&LOWER({lanes})&";"', APART)
    return f'=IF({lanes}="","",{text})'


def lanes_text(cells: tuple[str, ...]) -> str:
    """The lanes of a step in plain signs; of a question stands that it decides."""
    texts = ";|;".join(K if is_question(cell) else cell for cell in cells)
    return straight_lines(texts) if any(cells) else ""


def lanes_formula(row: int) -> str:
    """An expression that comes to it."""
    cells = [f"{column_letters(lane)}{row}" for lane in _LANES]
    texts = '&";|;"&'.join(f'IF({asks(cell)},"{K}",{cell})' for cell in cells)
    return f'=IF(COUNTA({cells[0]}:{cells[-1]})=0,"",{straight_lines_formula(texts)})'


def typed_symbols(cells: tuple[str, ...]) -> str:
    """The symbols of a step as `symbols_formula` keeps them."""
    return put(apart(cells), PAIRS)


def symbols_formula(row: int) -> str:
    """The symbols of a row, lane after lane."""
    return f"={put_formula(f'${column_letters(TARGET_COLUMNS[APART_AT])}{row}', PAIRS)}"


def in_order(typed: str, *, parts: bool) -> str:
    """A letter for each turn, as `order_formula` tells; `parts` when all answers lead away."""
    if not typed:
        return ""
    events = sorted(worth + 10 * (typed.find(text) + 1) for text, worth in IN_TURN if text in typed)
    numbered = "".join((M, P, K, S)[event % 10 - 1] for event in events[:MOST_NUMBERED])
    if parts:
        rest = "".join(letter for letter in (P, K) if f";{letter};" in typed)
    else:
        rest = put(typed, LINE)
    first = M if f";{M};" in typed else ""
    last = S if f";{S};" in typed else ""
    unknown = UNKNOWN_SIGN if put(typed, KNOWN) else ""
    return first + numbered + rest + last + unknown


def order_formula(row: int, parts: str) -> str:
    """A letter for each turn of a row; `parts` is the formula of whether all answers lead away."""
    typed = f"${column_letters(TARGET_COLUMNS[SYMBOLS_AT])}{row}"

    def told(letter: str) -> str:
        return f'IF(ISNUMBER(FIND(";{letter};",{typed})),"{letter}","")'

    found = f"FIND({TURNS_NAME},{typed}&{TURNS_NAME})"
    worth = f"({found}<LEN({typed}))*({NONE_SUCH}-{WORTHS_NAME}-10*{found})"
    numbered = "&".join(
        f'MID("{M}{P}{K}{S}",MOD(SUMPRODUCT(SMALL({NONE_SUCH}-{worth},{at})),10),1)'
        for at in range(1, MOST_NUMBERED + 1)
    )
    numbered = f'IF({has_any(DIGITS_NAME, typed)},{numbered},"")'
    rest = f"IF({parts},{told(P)}&{told(K)},{put_formula(typed, LINE)})"
    unknown = f'IF(LEN({put_formula(typed, KNOWN)})>0,"{UNKNOWN_SIGN}","")'
    return f'=IF({typed}="","",{told(M)}&{numbered}&{rest}&{told(S)}&{unknown})'


def order_faults(row: int, parts: str) -> tuple[tuple[str, str], ...]:
    """When the symbols of a row cannot be followed, and what Periksa says then."""
    typed, order = (
        f"${column_letters(TARGET_COLUMNS[position])}{row}" for position in (SYMBOLS_AT, ORDER_AT)
    )
    unknown = f'ISNUMBER(FIND("{UNKNOWN_SIGN}",{order}))'
    decisions = f'LEN({order})-LEN(SUBSTITUTE({order},"{K}",""))>1'
    twice, ends = (
        f'ISNUMBER(FIND("{letter};;{letter}",{put_formula(typed, ONLY[letter])}))'
        for letter in (K, S)
    )
    late = f'ISNUMBER(FIND("{M}",{order},2))'
    early = f'ISNUMBER(FIND("{S}",LEFT({order},MAX(LEN({order})-1,0))))'
    return (
        (unknown, UNKNOWN),
        (f"AND(NOT({unknown}),OR({decisions},{twice}))", TWO_DECISIONS),
        (f"AND(NOT({unknown}),OR({late},{early},{ends}))", WRONG_ORDER),
        (f"AND(NOT({unknown}),{goes_beyond(row, parts)})", BEYOND),
    )


def goes_beyond(row: int, parts: str) -> str:
    """Whether symbols follow a Keputusan of which all answers lead to other rows."""
    order = f"${column_letters(TARGET_COLUMNS[ORDER_AT])}{row}"
    return f'AND({parts},ISNUMBER(FIND("{K}",{order})),RIGHT({order},1)<>"{K}")'


def is_beyond(order: str, *, parts: bool) -> bool:
    """What `goes_beyond` comes to."""
    return parts and K in order and not order.endswith(K)


def faults_of(typed: str, order: str, *, parts: bool) -> list[str]:
    """What `order_faults` comes to."""
    if UNKNOWN_SIGN in order:
        return [UNKNOWN]
    faults = []
    if order.count(K) > 1 or f"{K};;{K}" in put(typed, ONLY[K]):
        faults.append(TWO_DECISIONS)
    if M in order[1:] or S in order[:-1] or f"{S};;{S}" in put(typed, ONLY[S]):
        faults.append(WRONG_ORDER)
    if is_beyond(order, parts=parts):
        faults.append(BEYOND)
    return faults


def asks(cells: str) -> str:
    """Whether cells hold a question."""
    last = f'RIGHT(TRIM(SUBSTITUTE({cells},")","")),1)="?"'
    once = f'LEN({cells})-LEN(SUBSTITUTE({cells},"?",""))=1'
    return f"({last})*(LEN({cells})>2)*(LEN({cells})<={LONGEST_SYMBOL})*({once})>0"


def is_question(cell: str) -> bool:
    """What it comes to."""
    last = cell.replace(")", "").strip().endswith("?")
    return last and 2 < len(cell) <= LONGEST_SYMBOL and cell.count("?") == 1


_LANES = range(FIRST_LANE_COLUMN, LAST_LANE_COLUMN + 1)
