"""Pieces of a time that its formulas look at: what stands in front, its words, its lessons."""

from sopbatch.schema.time_units import BESIDE_UNITS, LESSON_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put, put_formula, quoted, trimmed
from sopbatch.writing.templates.looked_up import first_of, has_any
from sopbatch.writing.templates.time_words import (
    APART,
    LESSON_NAME,
    LESSONS,
    LESSONS_NAME,
    NOT_READ,
    NOT_READ_NAME,
    PLAIN,
    TAILS,
    TAILS_NAME,
    WORD_TAILS,
    WORD_TAILS_NAME,
)
from sopbatch.writing.templates.typed_signs import DOUBLE, straight, straight_formula

AS_ZEROS = tuple((digit, "0") for digit in DIGITS[1:])
LONGEST_TIME = 300
"""Characters of a time that are looked at."""
IN_FRONT = (*((f"|{sign}", "|") for sign in (*" .;:,='", "- ", *". .")), ("|", ""))
"""What says nothing in front of a time."""
QUOTES = f'{DOUBLE}"'
BLANK, STROKE = '" "', '"|"'
_BESIDE = tuple((sign, " ") for sign in BESIDE_UNITS)
_TIGHT = ((" ", ""), (".", ""))
_APART = "|"
BRACKETS = tuple((sign, _APART) for sign in "()")


def typed_formula(cell: str) -> str:
    """A time as it was typed, in plain signs, without quotes round it or brackets in front."""
    text = f"TRIM({cell})"
    quotes = quoted(QUOTES)
    ends = ",".join(f"ISNUMBER(FIND({end}({text},1),{quotes}))" for end in ("LEFT", "RIGHT"))
    behind = f"MID({text},2,{LONGEST_TIME})"
    closed = f'AND(LEFT({text},1)="(",ISNUMBER(FIND(")",{text})))'
    opened = f'IF({closed},SUBSTITUTE({behind},")"," ",1),{text})'
    bare = f"IF(AND(LEN({text})>2,{ends}),MID({text},2,LEN({text})-2),{opened})"
    return f"TRIM({put_formula(f'{STROKE}&{straight_formula(bare)}', IN_FRONT)})"


def typed_of(text: str) -> str:
    """What it comes to."""
    plain = trimmed(text)
    enclosed = len(plain) > 2 and plain[0] in QUOTES and plain[-1] in QUOTES
    closed = plain.startswith("(") and ")" in plain
    opened = plain[1:].replace(")", " ", 1) if closed else plain
    return trimmed(put(f"|{straight(plain[1:-1] if enclosed else opened)}", IN_FRONT))


def plain_formula(cell: str) -> str:
    """A time in small letters and plain signs."""
    return f"TRIM({put_formula(f'LOWER({cell})', PLAIN)})"


def plain_of(text: str) -> str:
    """What it comes to."""
    return trimmed(put(text.lower(), PLAIN))


def head_formula(plain: str) -> str:
    """A plain time in front of what it is counted by, without two brackets."""
    return f"TRIM({_cut_formula(without_brackets_formula(plain), TAILS_NAME)})"


def head_of(plain: str) -> str:
    """What it comes to."""
    return trimmed(_cut(without_brackets(plain), TAILS))


def without_brackets_formula(text: str) -> str:
    """A text without what stands in its first two brackets."""
    spread = put_formula(text, BRACKETS)
    spread = spread.replace(f'"{_APART}"', f'REPT(" ",{LONGEST_TIME})')
    pieces = (f"TRIM(MID({spread},{1 + LONGEST_TIME * at},{LONGEST_TIME}))" for at in (0, 2, 4))
    return f"({f'&{BLANK}&'.join(pieces)})"


def without_brackets(text: str) -> str:
    """What it comes to."""
    return " ".join((put(text, BRACKETS).split(_APART) + [""] * 4)[:5:2]).strip(" ")


def words_formula(plain: str) -> str:
    """The words of a time between blanks, those in brackets as well."""
    return spaced_formula(_cut_formula(plain, WORD_TAILS_NAME))


def words_of(plain: str) -> str:
    """What it comes to."""
    return f" {put(_cut(plain, WORD_TAILS), _BESIDE)} "


def spaced_formula(cells: str) -> str:
    """All words of cells between blanks."""
    return f'" "&SUBSTITUTE(LOWER({put_formula(cells, _BESIDE)}),"’","\'")&" "'


def lesson_told_formula(cell: str) -> str:
    """Whether a time says how long a lesson is, or is told for each lesson."""
    return has_any(LESSONS_NAME, put_formula(f"LOWER({cell})", (*AS_ZEROS, *_TIGHT)))


def is_lesson_told(text: str) -> bool:
    """What it comes to."""
    shape = put(text.lower(), (*AS_ZEROS, *_TIGHT))
    return any(one in shape for one in LESSONS)


def in_lessons_formula(head: str, words: str, cell: str) -> str:
    """Whether a time is told in lessons, and not how long one is."""
    said = has_any(LESSON_NAME, f'" "&TRIM({words})&" "')
    unread = has_any(NOT_READ_NAME, head)
    return f"AND({said},OR(NOT({lesson_told_formula(cell)}),{unread}))"


def is_in_lessons(text: str, head: str, words: str) -> bool:
    """What it comes to."""
    said = f" {trimmed(words)} "
    unread = not is_lesson_told(text) or any(part in head for part in NOT_READ)
    return unread and any(f" {word} " in said for word in LESSON_WORDS)


def last_word(words: str) -> str:
    """The last of words with one blank between."""
    return f'TRIM(RIGHT(SUBSTITUTE({words}," ",REPT(" ",{APART})),{APART}))'


def first_word(head: str) -> str:
    """The word with which a time begins, without the point of an abbreviation."""
    return f'SUBSTITUTE(LEFT({head},FIND(" ",{head}&" ")-1),".","")'


def first_word_of(head: str) -> str:
    """What it comes to."""
    return head.partition(" ")[0].replace(".", "")


def stands_in(word: str, name: str) -> str:
    """Whether a word stands between blanks in a cell of words."""
    return f'ISNUMBER(FIND(" "&{word}&" ",{name}))'


def _cut_formula(text: str, name: str) -> str:
    """What stands in front of the first of some texts."""
    return f"LEFT({text},{first_of(name, text)}-1)"


def _cut(text: str, tails: tuple[str, ...]) -> str:
    return text[: min(f"{text}{''.join(tails)}".find(tail) for tail in tails)]
