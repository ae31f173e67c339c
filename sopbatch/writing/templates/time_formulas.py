"""What is wrong with the time of a step, in a hidden column, and what the check will ask of it."""

from functools import reduce

from sopbatch.model import column_letters
from sopbatch.schema.places import step_column
from sopbatch.schema.sop import DURATION_COLUMN
from sopbatch.schema.time_units import BESIDE_UNITS, DAY_KINDS, DAY_WORDS, UNIT_WORDS

TIME_AT, DAY_AT = 14, 15
"""Positions among the hidden columns: what is wrong, and whether the kind of day is missing."""
NO_UNIT = "Waktu belum bersatuan"
NO_AMOUNT = "Waktu belum berupa angka dan satuan"
NO_KIND = "hari kerja atau hari kalender?"
AND = "; "
DIGITS = "0123456789"
NUMERALS = (
    *("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"),
    *("setengah", "½", "¼", "¾"),
)
"""Numbers besides digits, which need a unit as well."""
NOT_READ = ("puluh ", "belas", "seperempat", "ratus", "ribu")
"""Parts of numbers in words that the check does not read, as in "dua puluh menit"."""
MOMENTS = (
    *("saat itu", "saat ini", "saat yang sama", "hari itu", "hari ini", "hari yang sama"),
    *("hari kerja yang sama", "hari kerja itu", "hari yg sama", "otomatis"),
    *("seketika", "segera", "langsung", "real time", "realtime", "real-time"),
)
ONE = ("sehari", "sejam", "semenit", "seminggu", "sebulan", "setahun")
WITHOUT_NUMBER = (*MOMENTS, *ONE)
"""Times that need no number."""
NO_LENGTHS = (
    *("kali", "sekali", "itu", "ini", "sama", "tiap", "setiap", "per hari", "hari minggu"),
    *("senin", "selasa", "rabu", "kamis", "jumat", "sabtu"),
)
"""Words with which "hari" is no length."""


def times(row: int) -> tuple[str, str]:
    """The formulas of a row: what is wrong with its time, and what is to be told of a day."""
    cell = f"${column_letters(step_column(DURATION_COLUMN.key))}{row}"
    digit, words = _has(DIGITS, cell), _words(cell)
    numeral, whole = _has(NUMERALS, cell), _has(WITHOUT_NUMBER, cell)
    unit = _says(tuple(UNIT_WORDS), words)
    counted = f"OR({digit},AND({numeral},NOT({whole})))"
    unread = f"AND(NOT({digit}),OR(NOT(OR({numeral},{whole})),{_has(NOT_READ, cell)}))"
    told = f'IF({unread},"{AND}{NO_AMOUNT}",IF(AND({counted},NOT({unit})),"{AND}{NO_UNIT}",""))'
    day = f"AND({_says(DAY_WORDS, words)},NOT({_says((*DAY_KINDS, *NO_LENGTHS), words)}))"
    return (
        f'=IF(LEN(TRIM({cell}))=0,"",{told})',
        f'=IF({day},"{AND}{NO_KIND}","")',
    )


def time_results(text: str) -> tuple[str, str]:
    """What they come to for the text of a time."""
    lower = text.lower()
    if not lower.strip():
        return "", ""
    words = f" {lower.translate(_BESIDE).replace('’', chr(39))} "
    digit, numeral, whole, unread = (
        any(part in lower for part in parts)
        for parts in (DIGITS, NUMERALS, WITHOUT_NUMBER, NOT_READ)
    )
    unit, day, known = (
        any(f" {word} " in words for word in said)
        for said in (UNIT_WORDS, DAY_WORDS, (*DAY_KINDS, *NO_LENGTHS))
    )
    kind = f"{AND}{NO_KIND}" if day and not known else ""
    if not digit and (unread or not (numeral or whole)):
        return f"{AND}{NO_AMOUNT}", kind
    counted = digit or (numeral and not whole)
    return (f"{AND}{NO_UNIT}" if counted and not unit else ""), kind


_BESIDE = str.maketrans(dict.fromkeys(BESIDE_UNITS, " "))


def _words(cell: str) -> str:
    """The words of a time between blanks."""
    apart = reduce(lambda text, sign: f'SUBSTITUTE({text},"{sign}"," ")', BESIDE_UNITS, cell)
    return f'" "&SUBSTITUTE(LOWER({apart}),"’","\'")&" "'


def _has(parts: tuple[str, ...] | str, cell: str) -> str:
    """Whether a cell holds one of the texts."""
    known = ";".join(f'"{part}"' for part in parts)
    return f"SUMPRODUCT(--ISNUMBER(SEARCH({{{known}}},{cell})))>0"


def _says(words: tuple[str, ...], text: str) -> str:
    """Whether one of the words stands in a text, between blanks."""
    known = ";".join('" {} "'.format(word.replace('"', '""')) for word in words)
    return f"SUMPRODUCT(--ISNUMBER(FIND({{{known}}},{text})))>0"
