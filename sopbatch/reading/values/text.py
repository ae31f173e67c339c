"""Cell values in, text out: as printed, as compared, as items of a list, as words of the form."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import lru_cache
from itertools import pairwise
from math import isfinite

from sopbatch.model.grid import CellError, CellValue
from sopbatch.model.sop import Symbol
from sopbatch.reading.values.months import format_date
from sopbatch.schema.symbols import SYMBOL_WORDS

NORMALISED = 1_000
"""Characters that are normalised: NFKC makes eighteen of one (U+FDFA)."""
_LINE_ENDS = re.compile(r"\r\n|[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1b\x1f\x7f-\x84\x86-\x9f\xad\u061c\u180e\u200b\u200e\u200f"
    "\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufeff\ufff9-\ufffb\ud800-\udfff]"
)
_BLANKS = re.compile(r"[^\S\n]+")
_FRACTION = re.compile("[\u00bc-\u00be\u2150-\u215e\u2189]")
_STRAIGHT = str.maketrans(
    dict.fromkeys("‘’‚‛′´`ʼ", "'")
    | dict.fromkeys("“”„‟″«»", '"')
    | dict.fromkeys("‐‑‒–—―−﹣－", "-")
    | {"⁄": "/", "∕": "/"}
)
_FILLERS = frozenset("-._ ")
_MISSING = frozenset({"n/a", "na", "n.a", "#n/a", "nihil", "nil", "tidak ada", "(tidak ada)"})
_STEP = re.compile(r"\(?0*(\d{1,9})(?:[.,]0+)?\s*[).,:]?")
_SYMBOL_WORDS = {word: symbol for symbol, words in SYMBOL_WORDS.items() for word in words}
_SIGNS = "•●▪◦·∙‣⁃➢✓✔√■□▪▫◆◇▶►➤➔❖✦☑☐\uf020-\uf0ff"
"""Bullets and check marks; a font of symbols leaves its own in the private area (U+F0B7)."""
_MARKER = re.compile(
    r"\s*(?:\(?\d{1,2}[.)]+(?!\d)\s*|\d{1,2},\s+|\(?[a-z](?:\.\)|[.)])\s+"
    rf"|[-–—−*o]\s+|[~+>→⇒»§vqØüèàð]\s+(?!\d)|\(?[ivx]{{2,5}}[.)]\s+|[{_SIGNS}]\s*)"
)
"""What may be a sign of its own ("Ø 16 mm", "> 5 orang") marks an item only before a word."""
_BULLET = re.compile(rf"(?:^|(?<=\s))[{_SIGNS}]|[•\uf020-\uf0ff]")
_CAPITAL = re.compile(r"\(?([A-Z]|[IVX]{1,5})[.)]\s+")
_ORDERS = (tuple("ABCDEFGHIJKLMNOP"), ("I", "II", "III", "IV", "V", "VI", "VII"))
_LETTERED = re.compile(r"(?:^|(?<=\s))\(?([a-z])(?:\.\)|[.)])\s+", re.MULTILINE)
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)](?!\d)\s*", re.MULTILINE)
_SEMICOLONS = re.compile(r";\s+(?=[A-Z0-9(])")
_OPEN_END = re.compile(
    r"(?:\b(?:tentang|dan|dari|atau|serta|dengan|untuk|pada|dalam|di|atas|bagi|oleh|nomor|no|tahun)"
    r"|[/&-])$"
)
_NUMBER_FIRST = re.compile(r"(?:nomor|no)\b", re.IGNORECASE)
_TAIL = re.compile(
    r"(?:pusat statistik|statistik (?:provinsi|kabupaten|kota|republik)"
    r"|(?:negara )?republik indonesia"
    r"|reformasi birokrasi|aparatur negara|tahun \d{4}|kabupaten/kota"
    r"|\((?:tambahan )?(?:lembaran|berita) (?:negara|daerah)|tambahan (?:lembaran|berita))\b"
)


def clean(text: str) -> str:
    """The text as it may be printed: visible characters, single blanks, plain line breaks.

    Dashes, quotes and line breaks stay as typed; more than one empty line in a row becomes one.
    """
    lines = _LINE_ENDS.sub("\n", _INVISIBLE.sub("", text)).split("\n")
    joined = "\n".join(_BLANKS.sub(" ", line).strip() for line in lines)
    return re.sub(r"\n{3,}", "\n\n", joined).strip()


@lru_cache(maxsize=512)
def straighten(text: str) -> str:
    """The text on one line in the plain characters that parsers know; letter case is kept.

    NFKC, straight quotes, hyphens for dashes, single blanks. "½" becomes "1/2" before NFKC would
    glue it to a digit in front ("1½" is one and a half, not 11/2). What is longer than any value
    is normalised at its start only. Remembered, since one cell is asked for over and over.
    """
    spelt = _FRACTION.sub(_spell_fraction, _INVISIBLE.sub("", text)).translate(_STRAIGHT)
    normal = unicodedata.normalize("NFKC", spelt[:NORMALISED]) + spelt[NORMALISED:]
    return " ".join(normal.translate(_STRAIGHT).split())


def straighten_within(text: str, longest: int) -> str | None:
    """The text straightened; None when it is longer than that, as typed or as straightened.

    NFKC makes eighteen letters of one (U+FDFA), so both lengths are looked at.
    """
    if len(text) > longest:
        return None
    straight = straighten(text)
    return straight if len(straight) <= longest else None


def _spell_fraction(found: re.Match[str]) -> str:
    return f" {unicodedata.normalize('NFKC', found.group())}"


def fold(text: str) -> str:
    """The form in which texts are compared: straightened, lower case, no ":" or "." at the end."""
    return straighten(text).lower().rstrip(" :.")


def is_missing(text: str) -> bool:
    """Whether it says nothing: empty, dashes, dots, "xxx", "N/A", "nihil", "tidak ada"."""
    plain = straighten(text).lower()
    crosses = "xxx" in plain and _FILLERS.union("x/").issuperset(plain)
    return crosses or _FILLERS.issuperset(plain) or plain.rstrip(" .;,") in _MISSING


def as_text(value: CellValue | None) -> str:
    """A cell's value as the officer sees it: 3.0 is "3", half is "0,5", a date "28 April 2009"."""
    match value:
        case None:
            return ""
        case str():
            return value
        case bool():
            return "TRUE" if value else "FALSE"
        case int():
            return f"{Decimal(value):f}"
        case float():
            return _float_text(value)
        case CellError():
            return value.code
        case _:
            return _moment_text(value)


def _moment_text(value: datetime | date | time | timedelta) -> str:
    match value:
        case datetime():
            day = format_date(value)
            return day if value.time() == time.min else f"{day} {_moment_text(value.time())}"
        case date():
            return format_date(value)
        case time():
            return value.strftime("%H:%M:%S" if value.second else "%H:%M")
        case timedelta():
            return _timedelta_text(value)


def _float_text(value: float) -> str:
    """Fifteen digits, which is all that a spreadsheet keeps, with the Indonesian decimal comma."""
    if not isfinite(value):
        return ""
    plain = f"{Decimal(f'{value:.15g}'):f}"
    return (plain.rstrip("0").rstrip(".") if "." in plain else plain).replace(".", ",")


def _timedelta_text(value: timedelta) -> str:
    seconds = round(abs(value.total_seconds()))
    sign = "-" if value < timedelta() else ""
    tail = f":{seconds % 60:02}" if seconds % 60 else ""
    return f"{sign}{seconds // 3600:02}:{seconds // 60 % 60:02}{tail}"


def step_number(value: CellValue | None) -> int | None:
    """The number of a step, typed as "1", "1.", 1.0, "1)" or "(1)"; None for anything else."""
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    found = _STEP.fullmatch(straighten(as_text(value)[:50]))
    return int(found.group(1)) if found else None


def is_column_numbers(values: Iterable[CellValue | None]) -> bool:
    """Whether a row only counts its columns: three or more numbers or "(n)", always rising."""
    filled = [value for value in values if value is not None and as_text(value).strip()]
    numbers = [number for value in filled if (number := step_number(value)) is not None]
    rising = all(left < right for left, right in pairwise(numbers))
    return rising and len(numbers) == len(filled) >= 3


def symbol(value: str) -> Symbol | None:
    """The symbol that a word or sign in a lane stands for; None when it is not a known one."""
    return _SYMBOL_WORDS.get(fold(value[:50]).replace("\ufe0f", ""))


def split_items(text: str) -> tuple[str, ...]:
    """The items of a list typed in one cell, without their markers and closing semicolons.

    Lines are items. Numbers inside a line ("1. Alat tulis 4. Printer") divide it only when all
    numbers of the cell together count 1, 2, 3 …, and then they give the order.
    """
    cleaned = clean(text)
    pieces = _by_numbers(cleaned) or _by_letters(cleaned) or _by_lines(cleaned)
    if len(pieces) == 1:
        pieces = _SEMICOLONS.split(pieces[0])
    items = (strip_marker(piece).rstrip(" ;") for piece in pieces)
    return tuple(item for item in items if item and item not in "-–—•*")


def _by_lines(text: str) -> list[str]:
    """Lines, divided at the bullets inside them where they begin with one."""
    lines = [line for line in text.split("\n") if line]
    # A font of symbols makes a bullet of any letter (P is a check mark in Wingdings 2).
    drawn = {line[:1] for line in lines if line[1:2] == " "}
    if len(lines) > 1 and len(drawn) == 1 and all(line[1:2] == " " for line in lines):
        lines = [line[2:] if line[0].isalpha() else line for line in lines]
    return [piece for line in _without_capitals(lines) for piece in _by_bullets(line)]


def _without_capitals(lines: list[str]) -> list[str]:
    """Lines without "A." or "I." where these count them all; one alone may be an initial."""
    marks = [_CAPITAL.match(line) for line in lines]
    letters = tuple(mark.group(1) if mark else "" for mark in marks)
    if len(lines) < 2 or all(letters != order[: len(lines)] for order in _ORDERS):
        return lines
    return [line[mark.end() :] if mark else line for line, mark in zip(lines, marks, strict=True)]


def _by_bullets(line: str) -> list[str]:
    if not _BULLET.match(line):
        return [line]
    starts = [found.start() for found in _BULLET.finditer(line)]
    return [line[a:b] for a, b in zip(starts, [*starts[1:], len(line)], strict=True)]


def _by_letters(text: str) -> list[str]:
    """Pieces divided at "a." or "a)" when all such letters together count from a on; else []."""
    marks = list(_LETTERED.finditer(text))
    counted = [ord(mark.group(1)) for mark in marks] == list(range(97, 97 + len(marks)))
    if len(marks) < 2 or marks[0].start() or not counted:
        return []
    starts = [mark.start() for mark in marks]
    pieces = (text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True))
    return [" ".join(piece.split()) for piece in pieces]


def _by_numbers(text: str) -> list[str]:
    """Pieces divided at numbers that count 1 to n, in the order of the numbers; else []."""
    marks = list(_NUMBERED.finditer(text))
    numbers = [int(mark.group(1)) for mark in marks]
    inside = any(mark.start() and text[mark.start() - 1] != "\n" for mark in marks)
    if not inside or len(marks) < 2:
        return []
    if marks[0].start() and numbers[0] == 2 and len(marks) > 1:
        # "Komputer 2. Printer 3. Kertas": the first number was left out.
        starts, numbers = [0], [1, *numbers]
    else:
        starts = []
    if sorted(numbers) != list(range(1, len(numbers) + 1)) or (not starts and marks[0].start()):
        return []
    starts += [mark.start() for mark in marks]
    pieces = [text[a:b] for a, b in zip(starts, [*starts[1:], len(text)], strict=True)]
    return [" ".join(piece.split()) for _, piece in sorted(zip(numbers, pieces, strict=True))]


def strip_marker(text: str) -> str:
    """The item without its list marker: "1." "1)" "(1)" "1," "a." "-" "•"."""
    found = _MARKER.match(text)
    return text[found.end() :].strip() if found else text.strip()


_REGULATION = re.compile(
    r"(?:undang|uu|peraturan|per[a-z]+|keputusan|kep[a-z]+|instruksi|inpres|surat|se|sop|ketetapan"
    r"|tap|qanun|juknis|juklak|petunjuk|pedoman|standar operasional|maklumat)\b"
)
"""How a line begins that names a regulation, or another paper, of its own."""
_LONGEST_LAW = 500
"""Characters within which a law comes to its title."""
_LONGEST_REST = 10
"""Words of the rest of a title that stands alone."""


def join_fragments(
    items: Sequence[str], *, laws: bool = False
) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Legal bases with the pieces of a wrapped one rejoined, each with its 0-based indices.

    An item belongs to the one before when it cannot begin an entry (small first letter, known tail
    of a name) or when the one before cannot end there ("… tentang"). An item with its own marker,
    or a list written in small letters from the first item on, is left alone. Among `laws` words in
    capitals without any digit (“Kegiatan Usaha”) go on with the title of the law before.
    """
    groups: list[tuple[list[str], list[int]]] = []
    small_list = bool(items) and strip_marker(items[0])[:1].islower()
    for index, item in enumerate(items):
        text = strip_marker(item)
        marked = text != item.strip()
        before = groups[-1][0] if groups and not marked else []
        if before and (
            _continues(before, text, small_list=small_list) or (laws and _ends_title(before, text))
        ):
            groups[-1][0].append(text)
            groups[-1][1].append(index)
        elif text:
            groups.append(([text], [index]))
    return tuple((" ".join(texts), tuple(indices)) for texts, indices in groups)


def _continues(before: Sequence[str], text: str, *, small_list: bool) -> bool:
    if not text or before[-1].endswith(";"):
        return False
    return bool(
        _OPEN_END.search(fold(before[-1][-40:]))
        or is_fragment(text)
        or (text[:1].islower() and not small_list)
        or (_NUMBER_FIRST.match(text) and not _has_digit(before))
    )


def _ends_title(before: Sequence[str], text: str) -> bool:
    """Whether a text can only be the rest of a law's title: words in capitals that name no law."""
    law, about, _ = fold(before[0][:_LONGEST_LAW]).partition(" tentang ")
    if not about or not _has_digit([law]) or before[-1].rstrip()[-1:] in ".,:;)":
        return False
    words = text.split()
    capitals = all(word[:1].isupper() or fold(word) in ("dan", "di", "pada") for word in words)
    named = _REGULATION.match(fold(text)) or any(letter in text for letter in "0123456789:…")
    return 2 <= len(words) <= _LONGEST_REST and capitals and not named


def _has_digit(parts: Sequence[str]) -> bool:
    return any(character.isdigit() for part in reversed(parts) for character in part)


def is_fragment(text: str) -> bool:
    """Whether the text can only be the tail of an entry broken by wrapping."""
    return bool(_TAIL.match(fold(text)) or re.match(r"(?:tentang|dan|serta)\b", fold(text)))
