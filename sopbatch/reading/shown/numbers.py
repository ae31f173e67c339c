"""Numbers as a number format shows them, with Indonesian signs: 1.500.000,50."""

from decimal import ROUND_HALF_UP, Context, Decimal
from fractions import Fraction

from sopbatch.reading.shown.codes import FormatPiece, FormatSection

POINT, THOUSANDS = ",", "."
_EXACT = Context(prec=1500, rounding=ROUND_HALF_UP)
"""More digits than the largest number has with the longest format."""


def show_number(value: Decimal, section: FormatSection) -> str:
    """The text of a number that is not negative, in a section of digits."""
    sorts = section.sorts
    if "digit" not in sorts:
        return "".join(part.text for part in section.parts if part.sort != "comma")
    if "slash" in sorts and "point" not in sorts:
        return _fraction(value, section.parts)
    if "exponent" in sorts:
        return _scientific(value, section.parts)
    return _plain(value, section.parts)


def _plain(value: Decimal, parts: tuple[FormatPiece, ...]) -> str:
    places = [index for index, part in enumerate(parts) if part.sort == "digit"]
    point = next((index for index, part in enumerate(parts) if part.sort == "point"), len(parts))
    whole = [index for index in places if index < point]
    tail = [index for index in places if index > point]
    scale, groups, commas = _commas(parts, places, whole)
    percent = sum(part.sort == "percent" for part in parts)
    scaled = value * Decimal(100) ** percent / Decimal(1000) ** scale
    left, _, right = f"{rounded(scaled, len(tail)):f}".partition(".")
    return _laid(
        parts,
        _whole_digits(left, [parts[index].text for index in whole], grouped=groups),
        dict(zip(tail, _tail_digits(right, [parts[index].text for index in tail]), strict=True)),
        whole,
        commas,
    )


def rounded(value: Decimal, places: int) -> Decimal:
    """Rounded half away from zero, as spreadsheets do."""
    return value.quantize(Decimal(1).scaleb(-places), context=_EXACT)


def _commas(
    parts: tuple[FormatPiece, ...], places: list[int], whole: list[int]
) -> tuple[int, bool, set[int]]:
    """Thousands left out by commas behind the digits, whether others group, and all of them."""
    found = [index for index, part in enumerate(parts) if part.sort == "comma"]
    last = whole[-1] if whole else places[-1]
    behind = [index for index in found if index > last and _only_commas(parts, last, index)]
    if places[-1] != last:
        behind += [i for i in found if i > places[-1] and _only_commas(parts, places[-1], i)]
    between = [index for index in found if whole and whole[0] < index < whole[-1]]
    return len(behind), bool(between), {*behind, *between}


def _only_commas(parts: tuple[FormatPiece, ...], start: int, end: int) -> bool:
    return all(part.sort == "comma" for part in parts[start + 1 : end])


def _whole_digits(left: str, holders: list[str], *, grouped: bool) -> list[str]:
    """The text for each placeholder before the point; the first takes all further digits."""
    digits = left.lstrip("0")
    texts = []
    count = 0
    for holder in reversed(holders):
        digit = digits[-1:] or {"0": "0", "?": " "}.get(holder, "")
        digits = digits[:-1]
        sign = THOUSANDS if grouped and count and count % 3 == 0 and digit.strip() else ""
        texts.append(digit + sign)
        count += 1
    front = ""
    for digit in reversed(digits):
        front = digit + (THOUSANDS if grouped and count and count % 3 == 0 else "") + front
        count += 1
    texts.reverse()
    if texts:
        texts[0] = front + texts[0]
    else:
        texts.append(front)
    return texts


def _tail_digits(right: str, holders: list[str]) -> list[str]:
    kept = len(right.rstrip("0"))
    return [
        digit if index < kept or holder == "0" else {"?": " "}.get(holder, "")
        for index, (digit, holder) in enumerate(zip(right, holders, strict=True))
    ]


def _laid(
    parts: tuple[FormatPiece, ...],
    whole_texts: list[str],
    tail: dict[int, str],
    whole: list[int],
    commas: set[int],
) -> str:
    """The digits put where their placeholders stand, among the other parts."""
    texts = dict(zip(whole, whole_texts, strict=False)) | tail
    pieces = []
    for index, part in enumerate(parts):
        if part.sort == "point":
            pieces += [] if whole else whole_texts
            pieces += [POINT] if any(tail.values()) else []
        elif index in texts:
            pieces.append(texts[index])
        elif index not in commas:
            pieces.append(part.text)
    return "".join(pieces)


def _scientific(value: Decimal, parts: tuple[FormatPiece, ...]) -> str:
    at = next(index for index, part in enumerate(parts) if part.sort == "exponent")
    head, behind = parts[:at], parts[at + 1 :]
    step = max(sum(part.sort == "digit" for part in _before_point(head)), 1)
    power = value.adjusted() if value else 0
    power = power // step * step
    places = sum(part.sort == "digit" for part in head) - step
    if rounded(value.scaleb(-power), max(places, 0)) >= 10**step:
        power += step
    sign = "-" if power < 0 else "+" if parts[at].text.endswith("+") else ""
    width = sum(part.sort == "digit" for part in behind)
    rest = "".join(part.text for part in behind if part.sort != "digit")
    return f"{_plain(value.scaleb(-power), head)}E{sign}{abs(power):0{width}}{rest}"


def _before_point(parts: tuple[FormatPiece, ...]) -> tuple[FormatPiece, ...]:
    point = next((index for index, part in enumerate(parts) if part.sort == "point"), len(parts))
    return parts[:point]


def _fraction(value: Decimal, parts: tuple[FormatPiece, ...]) -> str:
    """A number with a fraction: "1 1/2"; the whole stands before the last blank."""
    slash = next(index for index, part in enumerate(parts) if part.sort == "slash")
    top = slash
    while top and parts[top - 1].sort == "digit":
        top -= 1
    end = slash + 1
    while end < len(parts) and (parts[end].sort == "digit" or parts[end].text.isdigit()):
        end += 1
    below = "".join(part.text for part in parts[slash + 1 : end])
    head = parts[:top]
    has_whole = any(part.sort == "digit" for part in head)
    whole, rest = divmod(Fraction(value), 1) if has_whole else (0, Fraction(value))
    if below.isdigit() and below.strip("0"):
        bottom = int(below)
        number = int(rounded(Decimal(rest.numerator) * bottom / rest.denominator, 0))
    else:
        near = rest.limit_denominator(10 ** max(len(below), 1) - 1)
        number, bottom = near.numerator, near.denominator
    if has_whole and number == bottom:
        whole, number = whole + 1, 0
    return _fraction_text(parts, head, end, (int(whole), number, bottom), has_whole=has_whole)


def _fraction_text(
    parts: tuple[FormatPiece, ...],
    head: tuple[FormatPiece, ...],
    end: int,
    amounts: tuple[int, int, int],
    *,
    has_whole: bool,
) -> str:
    whole, number, bottom = amounts
    tail = "".join(part.text for part in parts[end:])
    if has_whole and not number:
        return f"{_plain(Decimal(whole), head).rstrip() or 0}{tail}"
    front = _plain(Decimal(whole), head) if has_whole else "".join(part.text for part in head)
    return f"{front.lstrip()}{number}/{bottom}{tail}"
