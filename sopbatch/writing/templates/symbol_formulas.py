"""Symbols of a step in two hidden columns: as typed, and in the order in which they work.

A letter stands for each symbol: m, p, k, s. “Proses 2” beside “Keputusan 1” is ";p2;|;k1;" as
typed and "kp" in order, with "?" behind it when something is no symbol.
"""

from functools import reduce

from sopbatch.model import Symbol, column_letters
from sopbatch.schema.places import FIRST_LANE_COLUMN, LAST_LANE_COLUMN, TARGET_COLUMNS
from sopbatch.schema.symbols import (
    NO_SYMBOL,
    SIGNS_BESIDE,
    SIGNS_BETWEEN,
    SYMBOL_WORDS,
    WORDS_BETWEEN,
)
from sopbatch.writing.templates.looked_up import DIGITS, has_any

SYMBOLS_AT, ORDER_AT = 7, 8
"""Positions of the two columns among the hidden ones."""
LETTERS = {symbol: words[0] for symbol, words in SYMBOL_WORDS.items()}
M, P, K, S = (LETTERS[one] for one in (Symbol.START, Symbol.PROCESS, Symbol.DECISION, Symbol.END))
UNKNOWN_SIGN = "?"
UNKNOWN = "simbol tidak dikenal"
TWO_DECISIONS = "hanya satu Keputusan dalam satu baris"
WRONG_ORDER = "Mulai paling awal dan Selesai paling akhir dalam satu baris"
BEYOND = "simbol setelah Keputusan tidak pernah dicapai"
NUMBERS = range(1, 7)
"""Numbers beside a symbol that the formulas put in order."""
_WORDS = sorted(
    ((word, LETTERS[symbol]) for symbol, words in SYMBOL_WORDS.items() for word in words[1:]),
    key=lambda pair: (-len(pair[0]), pair),
)
PAIRS = (
    *((sign, ";") for sign in SIGNS_BETWEEN),
    ("|", ";|;"),
    *((f" {word} ", ";") for word in WORDS_BETWEEN),
    *((sign, "") for sign in (*SIGNS_BESIDE, "\ufe0f", " ")),
    *_WORDS,
)
"""What takes the place of what, one after the other, until only letters and numbers are left."""
NO_SYMBOLS = tuple(sign for sign in NO_SYMBOL if sign not in (*SIGNS_BESIDE, " "))
"""Alone in a lane they say nothing, as the signs do that may stand beside a number."""
KNOWN = (
    *((str(digit), "") for digit in range(10)),
    (";", ";;"),
    *((f";{letter};", "") for letter in (M, P, K, S, "|", *NO_SYMBOLS)),
)
"""Leaves nothing but ";" of symbols that are known."""
ONLY = {
    left: ((";", ";;"), *((f";{letter};", "") for letter in (M, P, K, S) if letter != left))
    for left in (K, S)
}
"""Leaves one letter alone: two of one cell are "s;;s" then, whatever stands between them."""
LINE = (("pp", "p"),) * 4 + (("kk", "k"),) * 4
"""Equal symbols side by side are one turn."""


def typed_symbols(cells: tuple[str, ...]) -> str:
    """The symbols of a step as `symbols_formula` keeps them."""
    texts = "|".join(K if _is_question(cell) else cell for cell in cells)
    return _replaced(f";{texts.lower()};", PAIRS) if any(cells) else ""


def symbols_formula(row: int) -> str:
    """The symbols of a row, lane after lane."""
    cells = [f"{column_letters(lane)}{row}" for lane in _LANES]
    texts = '&"|"&'.join(
        f'IF(AND(RIGHT(TRIM(SUBSTITUTE({cell},")","")),1)="?",LEN({cell})>2),"{K}",{cell})'
        for cell in cells
    )
    text = _substituted(f'";"&LOWER({texts})&";"', PAIRS)
    return f'=IF(COUNTA({cells[0]}:{cells[-1]})=0,"",{text})'


def in_order(typed: str, *, parts: bool) -> str:
    """A letter for each turn, as `order_formula` tells; `parts` when all answers lead away."""
    if not typed:
        return ""
    numbered = [
        letter
        for number in NUMBERS
        for letter in (M, P, K, S)
        if f";{letter}{number};" in typed or f";{number}{letter};" in typed
    ]
    if parts or any(digit in typed for digit in "0123456789"):
        rest = "".join(letter for letter in (P, K) if f";{letter};" in typed)
    else:
        alone = tuple((f";{letter};", "") for letter in (M, S, "|", *NO_SYMBOLS))
        rest = _replaced(typed, ((";", ";;"), *alone, (";", ""), *LINE))
    first = M if f";{M};" in typed else ""
    last = S if f";{S};" in typed else ""
    bare = any(f";{digit};" in typed for digit in "0123456789")
    unknown = UNKNOWN_SIGN if bare or _replaced(typed, (*KNOWN, (";", ""))) else ""
    return first + "".join(numbered) + rest + last + unknown


def order_formula(row: int, parts: str) -> str:
    """A letter for each turn of a row; `parts` is the formula of whether all answers lead away."""
    typed = f"${column_letters(TARGET_COLUMNS[SYMBOLS_AT])}{row}"

    def has(*tokens: str) -> str:
        return "+".join(f'ISNUMBER(FIND(";{token};",{typed}))' for token in tokens)

    def told(letter: str, *tokens: str) -> str:
        return f'IF({has(*tokens)},"{letter}","")'

    numbered = [
        told(letter, f"{letter}{number}", f"{number}{letter}")
        for number in NUMBERS
        for letter in (M, P, K, S)
    ]
    has_digit = has_any(DIGITS, typed)
    alone = tuple((f";{letter};", "") for letter in (M, S, "|", *NO_SYMBOLS))
    line = _substituted(typed, ((";", ";;"), *alone, (";", ""), *LINE))
    rest = f"IF(OR({parts},{has_digit}),{told(P, P)}&{told(K, K)},{line})"
    bare = f'SUMPRODUCT(--ISNUMBER(FIND(";"&{DIGITS}&";",{typed})))'
    left = _substituted(typed, (*KNOWN, (";", "")))
    unknown = f'IF(LEN({left})+{bare}>0,"{UNKNOWN_SIGN}","")'
    numbers = f'IF({has_digit},{"&".join(numbered)},"")'
    return f'=IF({typed}="","",{told(M, M)}&{numbers}&{rest}&{told(S, S)}&{unknown})'


def is_no_symbol(cells: str) -> str:
    """Whether a cell of a row without hidden columns holds what is no symbol and no question.

    A chain of its own: Excel takes no more than 64 functions within one another.
    """
    apart = (*SIGNS_BETWEEN, *SIGNS_BESIDE, *NO_SYMBOLS, " ", *map(str, NUMBERS))
    words = (*WORDS_BETWEEN, *(word for words in SYMBOL_WORDS.values() for word in words))
    pairs = (
        *((sign, ";") for sign in apart),
        (";", ";;"),
        *((f";{word};", "") for word in words),
        (";", ""),
    )
    left = _substituted(f'";"&LOWER({cells})&";"', pairs)
    return f"(LEN({left})>0)*(1-{_asks(cells)})"


def decides(cells: str) -> str:
    """Whether a cell of a row without hidden columns holds one Keputusan, or a question."""
    words = "|".join(("", *SYMBOL_WORDS[Symbol.DECISION], ""))
    named = f'ISNUMBER(FIND("|"&LOWER(TRIM({cells}))&"|","{words}"))'
    return f"(({named}+{_asks(cells)})>0)"


def order_faults(row: int, parts: str) -> tuple[tuple[str, str], ...]:
    """When the symbols of a row cannot be followed, and what Periksa says then."""
    typed, order = (
        f"${column_letters(TARGET_COLUMNS[position])}{row}" for position in (SYMBOLS_AT, ORDER_AT)
    )
    unknown = f'ISNUMBER(FIND("{UNKNOWN_SIGN}",{order}))'
    decisions = f'LEN({order})-LEN(SUBSTITUTE({order},"{K}",""))>1'
    twice, ends = (
        f'ISNUMBER(FIND("{letter};;{letter}",{_substituted(typed, ONLY[letter])}))'
        for letter in (K, S)
    )
    late = f'ISNUMBER(FIND("{M}",{order},2))'
    early = f'ISNUMBER(FIND("{S}",LEFT({order},MAX(LEN({order})-1,0))))'
    beyond = f'AND({parts},ISNUMBER(FIND("{K}",{order})),RIGHT({order},1)<>"{K}")'
    return (
        (unknown, UNKNOWN),
        (f"AND(NOT({unknown}),OR({decisions},{twice}))", TWO_DECISIONS),
        (f"AND(NOT({unknown}),OR({late},{early},{ends}))", WRONG_ORDER),
        (f"AND(NOT({unknown}),{beyond})", BEYOND),
    )


def faults_of(typed: str, order: str, *, parts: bool) -> list[str]:
    """What `order_faults` comes to."""
    if UNKNOWN_SIGN in order:
        return [UNKNOWN]
    faults = []
    if order.count(K) > 1 or f"{K};;{K}" in _replaced(typed, ONLY[K]):
        faults.append(TWO_DECISIONS)
    if M in order[1:] or S in order[:-1] or f"{S};;{S}" in _replaced(typed, ONLY[S]):
        faults.append(WRONG_ORDER)
    if parts and K in order and not order.endswith(K):
        faults.append(BEYOND)
    return faults


def _asks(cells: str) -> str:
    """Whether cells hold a question."""
    return f'(RIGHT(TRIM(SUBSTITUTE({cells},")","")),1)="?")*(LEN({cells})>2)'


_LANES = range(FIRST_LANE_COLUMN, LAST_LANE_COLUMN + 1)


def _is_question(cell: str) -> bool:
    return cell.replace(")", "").strip().endswith("?") and len(cell) > 2


def _replaced(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    return reduce(lambda left, pair: left.replace(*pair), pairs, text)


def _substituted(text: str, pairs: tuple[tuple[str, str], ...]) -> str:
    for old, new in pairs:
        sign = "CHAR(10)" if old == "\n" else f'"{old}"'
        text = f'SUBSTITUTE({text},{sign},"{new}")'
    return text
