"""Lists typed into one cell in, their items out, without markers."""

import re
from collections.abc import Sequence

from sopbatch.text.straight import clean

_SIGNS = "•●○◉◎▪◦·∙⋅‧‣⁃⦿⦾✓✔√✅■□▪▫⬛⬜◆◇◊⬥♦▶►▸▹▻➢➤➔➜➙➣⮚❖❑❒❏❐✦★☆☑☒☐☞👉🔹🔸🗸\uf020-\uf8ff"
"""Bullets and check marks; a font of symbols leaves its own in the private area (U+F0B7)."""
_MARKER = re.compile(
    r"\s*(?:\(?\d{1,2}\s?[.)]+(?!\d)\s*|\d{1,2},\s+|\d{1,2}\s?[-–/:]\s+(?!\d)|[-–*](?=[^\W\d_])|\(?[a-z](?:\.\)|[.)])\s+"
    rf"|[-–—−*o]\s+|(?:>>|[~+>→⇒»§vqØüèàð])\s+(?!\d)|\(?[ivx]{{2,5}}[.)]\s+|[{_SIGNS}]\s*)"
)
"""What may be a sign of its own ("Ø 16 mm", "> 5 orang") marks an item only before a word."""
_COUNTED = re.compile(r"\s*(?P<number>\d{1,2})\s+(?P<word>[^\W\d_]+)")
_MEASURES = re.compile(
    r"(?:unit|buah|bh|set|lembar(?! (?:disposisi|kerja|kendali|kontrol|verifikasi))|lbr|rim|orang"
    r"|org|pcs|e[kx]semplar|rangkap|paket|pak|box|kotak|dus"
    r"|botol|pasang|kali|hari|jam|menit|minggu|bulan|tahun|meter|m|cm|km|kg|liter|roll?|lusin|titik"
    r"|gb|mb|tb|mbps|pk|ruang|bidang|stel|ekor|batang|x)\b",
    re.IGNORECASE,
)
_BULLET = re.compile(rf"(?:^|(?<=\s))[{_SIGNS}]|[•\uf020-\uf8ff]")
_SURE = re.compile(r"\s[•●▪■✓✔√➢➤\uf020-\uf8ff]\s?(?=\S)")
"""Bullets that divide a line although none stands in front of the first item."""
_DASH = re.compile(r"(?:^|(?<=\s))[-–*]\s+(?=\S)")
_CAPITAL = re.compile(r"\(?([A-Z]|[IVX]{1,5})[.)]\s+")
_ORDERS = (tuple("ABCDEFGHIJKLMNOP"), ("I", "II", "III", "IV", "V", "VI", "VII"))
_LETTERED = re.compile(r"(?:^|(?<=\s))\(?([a-z])(?:\.\)|[.)])\s+", re.MULTILINE)
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?(\d{1,2})[.)](?!\d)\s*", re.MULTILINE)
SHORT_PART = 60
"""Characters of a part that is an item, not part of a sentence."""
_CLOSE = re.compile(r"(?:[;,]\s*(?:dan|serta|atau)(?:/atau)?)?[\s;,]*$")
"""What ends an item that others follow: “…;”, “…; dan”."""
_SEMICOLONS = re.compile(r";\s*(?=[A-Z0-9(])")


def split_items(text: str) -> tuple[str, ...]:
    """The items of a list typed in one cell, without their markers and closing semicolons.

    Lines are items. Numbers inside a line ("1. Alat tulis 4. Printer") divide it only when all
    numbers of the cell together count 1, 2, 3 …, and then they give the order.
    """
    return tuple(item for item, _ in marked_items(text))


def marked_items(text: str) -> tuple[tuple[str, bool], ...]:
    """The same items, each with whether a marker or a divider says that it begins there."""
    cleaned = "\n".join(counted_by_blanks(clean(text).split("\n")))
    pieces = _by_numbers(cleaned) or _by_letters(cleaned)
    divided = bool(pieces)
    pieces = pieces or _by_lines(cleaned)
    if len(pieces) == 1:
        pieces = _by_semicolons(pieces[0])
        divided = divided or len(pieces) > 1
    items = ((_CLOSE.sub("", strip_marker(piece)), piece.strip()) for piece in pieces)
    return tuple(
        (item, divided or strip_marker(piece) != piece)
        for item, piece in items
        if item and item not in "-–—•*"
    )


def counted_by_blanks(lines: Sequence[str]) -> list[str]:
    """Lines with a point behind numbers that only a blank parts from the items they count.

    “1 Komputer”, “2 Printer” count items; “2 unit komputer” says how many, as does a single one.
    """
    found = [_COUNTED.match(line) for line in lines]
    numbers = [int(mark["number"]) for mark in found if mark]
    if len(numbers) < 2 or numbers != list(range(1, len(numbers) + 1)) or not _first(found, lines):
        return list(lines)
    counted = ((mark, line) for mark, line in zip(found, lines, strict=True) if mark)
    if any(_MEASURES.match(line, mark.start("word")) for mark, line in counted):
        return list(lines)
    return [
        f"{mark['number']}. {line[mark.start('word') :]}" if mark else line
        for mark, line in zip(found, lines, strict=True)
    ]


def _first(found: Sequence[re.Match[str] | None], lines: Sequence[str]) -> bool:
    """Whether what says anything first is counted."""
    return next(
        (bool(mark) for mark, line in zip(found, lines, strict=True) if line.strip()), False
    )


def by_numbers(text: str) -> list[str]:
    """Pieces of a cell divided at numbers within its lines that count 1 to n; else []."""
    return _by_numbers(clean(text))


def _by_semicolons(line: str) -> list[str]:
    """Parts of a line divided by semicolons: before a capital, or several short ones."""
    every = [piece for piece in line.split(";") if piece.strip()]
    if len(every) > 2 and all(len(piece) <= SHORT_PART for piece in every):
        return every
    return _SEMICOLONS.split(line)


def _by_lines(text: str) -> list[str]:
    """Lines, divided at the bullets inside them where they begin with one."""
    lines = [line for line in text.split("\n") if line]
    # A font of symbols makes a bullet of any letter (P is a check mark in Wingdings 2).
    drawn = {line[:1] for line in lines if line[1:2] == " "}
    if len(lines) > 1 and len(drawn) == 1 and all(line[1:2] == " " for line in lines):
        lines = [f"• {line[2:]}" if line[0].isalpha() else line for line in lines]
    return [piece for line in _without_capitals(lines) for piece in _by_bullets(line)]


def _without_capitals(lines: list[str]) -> list[str]:
    """Lines with a bullet for "A." or "I." where these count them all.

    One alone may be an initial.
    """
    marks = [_CAPITAL.match(line) for line in lines]
    letters = tuple(mark.group(1) if mark else "" for mark in marks)
    if len(lines) < 2 or all(letters != order[: len(lines)] for order in _ORDERS):
        return lines
    return [
        f"• {line[mark.end() :]}" if mark else line for line, mark in zip(lines, marks, strict=True)
    ]


def _by_bullets(line: str) -> list[str]:
    dashes = [found.start() for found in _DASH.finditer(line)]
    if len(dashes) > 1 and dashes[0] == 0:
        starts = dashes
    elif _BULLET.match(line):
        starts = [found.start() for found in _BULLET.finditer(line)]
    elif _SURE.search(line):
        starts = [0, *(found.start() + 1 for found in _SURE.finditer(line))]
    else:
        return [line]
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
    marks = [mark for mark in _NUMBERED.finditer(text) if _leads(mark, text)]
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


def _leads(mark: re.Match[str], text: str) -> bool:
    """Whether a number stands in front of something, or on a line of its own.

    One that ends an item (“roda 4.”) has nothing behind it, or the number of the next.
    """
    first = not mark.start() or text[mark.start() - 1] == "\n"
    behind = text[mark.end() : mark.end() + 4]
    ends = "\n" in mark.group() or behind[:1] in ("", ";", ",") or _NUMBERED.match(behind)
    return first or not ends


def strip_marker(text: str) -> str:
    """The item without its list marker: "1." "1)" "(1)" "1," "a." "-" "•"."""
    found = _MARKER.match(text)
    return text[found.end() :].strip() if found else text.strip()
