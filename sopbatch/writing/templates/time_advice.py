"""What the check will ask of a time that it takes: told beside the tick, in the check's words.

`Words of times` stand in cells of their own: the time with one sign between the ends of a range
and digits for numerals, and whether it is working or calendar time.
"""

from dataclasses import dataclass
from math import floor

from sopbatch.schema.time_units import DAY_KINDS, DAY_WORDS, TIME_UNITS, UNIT_WORDS
from sopbatch.writing.templates.exchanges import DIGITS, put, trimmed
from sopbatch.writing.templates.looked_up import DIGITS as ANY_DIGIT
from sopbatch.writing.templates.looked_up import has_any
from sopbatch.writing.templates.time_numbers import (
    LENGTHS,
    LENGTHS_NAME,
    ends,
    number,
    number_of,
    seconds,
    seconds_of,
)
from sopbatch.writing.templates.time_words import (
    APART,
    DAYS_NAME,
    KINDS_NAME,
    NO_LENGTHS,
    NOTES,
    NOTES_NAME,
    PER,
    PER_NAME,
    PLAIN,
    ROUGH,
    ROUGH_NAME,
)

ROUGHLY = "Waktu masih perkiraan"
LONG = "lebih dari 30 hari kerja"
NO_KIND = "hari kerja atau hari kalender?"
RANGED = "Waktu berupa rentang"
SEVERAL = "lebih dari satu waktu"
MIXED = "waktu kalender di antara waktu kerja"
AND = "; "
WORKING, CALENDAR = "k", "kal"
"""What the cell of a time says of its kind."""
LOWER_NAME, UPPER_NAME = "sopb_batas_bawah", "sopb_batas_atas"
FIRST_UNIT_NAME, SECOND_UNIT_NAME = "sopb_satuan_1", "sopb_satuan_2"
CALENDAR_TIME_NAME = "sopb_kalender"
"""Defined names of what is looked up."""
POINTS, PRODUCTS = ".,+", "+x"
LOWER = (
    *(
        "|min ",
        "|min.",
        "|minim",
        " minim",
        "(minim",
        "|paling cepat",
        "|paling sedikit",
        "|paling singkat",
    ),
    *("|sekurang", "|lebih dari", "|>", "|≥"),
)
"""How a time begins that says only how long a step takes at least."""
UPPER = (
    *("mak", "max", "<", "≤", "paling lam", "lambat", "paling banyak", "selama-lama"),
    *("tidak lebih", "kurang dari"),
)
"""What says how long a step takes at most, which is one time."""
_LONG = (
    (("semester", "caturwulan", "tahun"), -1),
    (("triwulan",), 0),
    (("bulan",), 1),
    (("minggu",), 6),
)
MOST = tuple(
    (tuple(word for word, unit in UNIT_WORDS.items() if unit in units), most)
    for units, most in _LONG
)
"""Units of which so many are not longer than a step should be, and one more is."""
DAYS = tuple(word for word, unit in UNIT_WORDS.items() if unit in ("hari", "hari kerja"))
MOST_DAYS, MOST_CALENDAR_DAYS, ANY = 30, 42, 99_999
"""So many calendar days hold so many working days."""
CALENDAR_WORDS = DAY_KINDS[-2:]
SCHOOL = "ajaran "
"""Ends what is said behind the hour of a lesson."""
CALENDAR_TIMES = tuple(
    f"{sign}{blank}24{other}{hour}"
    for sign in ("x", "×", "*", "kali")
    for blank in (" ", "")
    for other in (" ", "")
    for hour in ("jam", "jm")
)
"""Days and nights; a number of hours alone is working time."""
_SPELT = tuple(
    (word, TIME_UNITS.index("hari" if unit == "hari kerja" else unit))
    for word, unit in UNIT_WORDS.items()
    if word.isalpha() and word not in ("dtk", "det", "min", "tw", "th", "smt", "cawu")
)
NOT_FALLING = tuple(
    (first, second) for first, rank in _SPELT for second, other in _SPELT if other >= rank
)
"""Two units that are of two times where they stand in this order."""
ADVICE_LISTS: tuple[tuple[str, tuple[str | int, ...]], ...] = (
    (LOWER_NAME, LOWER),
    (UPPER_NAME, UPPER),
    (FIRST_UNIT_NAME, tuple(first for first, _ in NOT_FALLING)),
    (SECOND_UNIT_NAME, tuple(second for _, second in NOT_FALLING)),
    (LENGTHS_NAME, LENGTHS),
    (CALENDAR_TIME_NAME, CALENDAR_TIMES),
)
"""What stands on the sheet of lists, by defined name."""


@dataclass(frozen=True, slots=True)
class Asked:
    """Cells of a time: what was typed, it in plain signs, its beginning, words and `ends`."""

    cell: str
    plain: str
    head: str
    words: str
    ends: str

    @property
    def advice(self) -> str:
        """An expression for all that the check will ask."""
        rough, noted = f'"|"&{self.head}', f"LOWER({self.cell})"
        lower = has_any(LOWER_NAME, f'"|"&TRIM(LOWER({self.cell}))')
        told = (
            (
                f"AND({has_any(DAYS_NAME, self.words)},NOT({has_any(KINDS_NAME, self.words)}))",
                NO_KIND,
            ),
            (f"OR({has_any(ROUGH_NAME, rough)},{has_any(NOTES_NAME, noted)})", ROUGHLY),
            (f"AND(OR({self._ranged},{lower}),NOT({self._upper}))", RANGED),
            (self._long, LONG),
        )
        one = "&".join(f'IF({when},"{AND}{text}","")' for when, text in told)
        return f'IF({self._several},"{AND}{SEVERAL}",{one})'

    @property
    def order(self) -> str:
        """Whether a range runs forward (0), backwards (1), or is none that is sure (2).

        Two ends share a unit where one has none. The first may be longer than its first number says
        by less than one of its unit.
        """
        whole = f"LEFT({self._high},LEN({self._high})-1)"
        plain = ",".join(
            (
                *(f'ISERROR(FIND("{sign}",{whole}))' for sign in POINTS),
                f"NOT({self._upper})",
            )
        )
        sure = ",".join(f'ISERROR(FIND("{sign}",{self._low}))' for sign in PRODUCTS)
        share = f"IFERROR({seconds(self._high)}/{seconds(self._low)},1)"
        more = f"INT({number(self._high)}*{share}-{number(self._low)})"
        told = f'IF(AND({plain}),"1","2")&"2"&IF(AND({sure}),"0","2")'
        return f'IFERROR(IF({self._ranged},MID({told},2+MAX(-1,MIN(1,{more})),1),"2"),"2")'

    @property
    def is_calendar(self) -> str:
        """Whether it is calendar time."""
        said = _says(CALENDAR_WORDS, self.words)
        lesson = f'ISNUMBER(FIND("{SCHOOL}",{self.words}))'
        return f"OR({said},AND({has_any(CALENDAR_TIME_NAME, self.head)},NOT({lesson})))"

    @property
    def _upper(self) -> str:
        return has_any(UPPER_NAME, f"LOWER({self.cell})")

    @property
    def _high(self) -> str:
        return f'TRIM(RIGHT(SUBSTITUTE({self.ends},"-",REPT(" ",{APART})),{APART}))'

    @property
    def _low(self) -> str:
        return f"LEFT({self.ends},LEN({self.ends})-LEN({self._high})-1)"

    @property
    def _ranged(self) -> str:
        begins = f'ISNUMBER(FIND(LEFT({self._high},1),"{DIGITS}"))'
        return f"IFERROR(AND({begins},{has_any(ANY_DIGIT, self._low)}),FALSE)"

    @property
    def _long(self) -> str:
        calendar = _says(CALENDAR_WORDS, self.words)
        days = f"IF({calendar},{MOST_CALENDAR_DAYS},{MOST_DAYS})"
        most = f"IF({_says(DAYS, self.words)},{days},{ANY})"
        for units, limit in reversed(MOST):
            most = f"IF({_says(units, self.words)},{limit},{most})"
        times = f'FIND("x",{self._high})'
        factor = f"MAX(1,IF(ISNUMBER({times}),{number(f'MID({self._high},{times}+1,{APART})')},1))"
        counted = f"NOT({has_any(PER_NAME, self.plain)})"
        return f"AND({counted},{number(self._high)}*{factor}>{most})"

    @property
    def _several(self) -> str:
        text = f'IF(ISNUMBER(FIND(";",{self.cell})),LOWER({self.cell}),{self._high})'
        second = f"FIND({SECOND_UNIT_NAME},{text},FIND({FIRST_UNIT_NAME},{text})+1)"
        half = f"INT(LEN({self.head})/2)"
        twice = f"LEFT({self.head},{half})=RIGHT({self.head},{half})"
        one = f'NOT({twice}),ISERROR(FIND("+",{self.cell}))'
        return f"AND({one},SUMPRODUCT(--ISNUMBER({second}))>0)"


def asked(text: str, head: str, words: str) -> str:
    """What `Asked.advice` comes to."""
    typed, lower = ends(head), text.lower()
    high, low = _apart(typed)
    day, known = (
        any(f" {word} " in words for word in said)
        for said in (DAY_WORDS, (*DAY_KINDS, *NO_LENGTHS))
    )
    least = any(one in f"|{trimmed(lower)}" for one in LOWER)
    told = (
        (day and not known, NO_KIND),
        (
            any(part in f"|{head}" for part in ROUGH) or any(note in lower for note in NOTES),
            ROUGHLY,
        ),
        ((_is_ranged(high, low) or least) and not any(one in lower for one in UPPER), RANGED),
        (_is_long(high, words, text), LONG),
    )
    half = len(head) // 2
    twice = head[:half] == head[len(head) - half :]
    if not twice and _are_several(lower if ";" in text else high, text):
        return f"{AND}{SEVERAL}"
    return "".join(f"{AND}{one}" for when, one in told if when)


def is_calendar(head: str, words: str) -> bool:
    """What `Asked.is_calendar` comes to."""
    said = any(f" {word} " in words for word in CALENDAR_WORDS)
    return said or (any(one in head for one in CALENDAR_TIMES) and SCHOOL not in words)


def order_of(text: str, head: str) -> int:
    """What `Asked.order` comes to."""
    typed = ends(head)
    high, low = _apart(typed)
    if not _is_ranged(high, low):
        return 2
    plain = not {*POINTS} & {*high[:-1]}
    plain = plain and not any(one in text.lower() for one in UPPER)
    units = seconds_of(high), seconds_of(low)
    share = units[0] / units[1] if units[1] else 1
    more = floor(number_of(high) * share - number_of(low))
    if more < 0:
        return 1 if plain else 2
    return 0 if more and not {*PRODUCTS} & {*low} else 2


def _apart(typed: str) -> tuple[str, str]:
    high = typed.rpartition("-")[2][-APART:].strip(" ")
    return high, typed[: max(0, len(typed) - len(high) - 1)]


def _is_ranged(high: str, low: str) -> bool:
    return high[:1] in (*DIGITS,) and any(digit in low for digit in DIGITS)


def _is_long(high: str, words: str, text: str) -> bool:
    most = ANY
    if any(f" {word} " in words for word in DAYS):
        calendar = any(f" {word} " in words for word in CALENDAR_WORDS)
        most = MOST_CALENDAR_DAYS if calendar else MOST_DAYS
    for units, limit in reversed(MOST):
        most = limit if any(f" {word} " in words for word in units) else most
    factor = max(1, number_of(high.partition("x")[2]))
    counted = any(one in put(text.lower(), PLAIN) for one in PER)
    return not counted and number_of(high) * factor > most


def _are_several(text: str, typed: str) -> bool:
    pairs = ((text.find(first), second) for first, second in NOT_FALLING)
    return "+" not in typed and any(at >= 0 and second in text[at + 1 :] for at, second in pairs)


def _says(words: tuple[str, ...], text: str) -> str:
    """Whether one of the words stands in a text, between blanks."""
    return f"OR({','.join(f'ISNUMBER(FIND({chr(34)} {word} {chr(34)},{text}))' for word in words)})"
