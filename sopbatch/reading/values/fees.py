"""Biaya/tarif of a service in, a fee for each case out."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sopbatch.model.standards import Fee
from sopbatch.reading.values.cases import named_cases, plain
from sopbatch.text.straight import fold, straighten

LONGEST = 600
"""Characters of an item that are looked at."""
_SCALE = {"ribu": 1_000, "rb": 1_000, "juta": 1_000_000, "jt": 1_000_000}
_AMOUNT = re.compile(
    r"(?:\brp\.? ?(?P<rupiah>\d{1,3}(?:[.,]\d{3})+|\d{1,12})"
    r"|(?<![\d.,/])(?P<bare>\d{1,3}(?:\.\d{3})+|\d{1,12}(?= ?(?:ribu|rb|juta|jt|rupiah)\b)))"
    r"(?:,(?:00|-)|\.-|,-)?(?: ?(?P<scale>ribu|rb|juta|jt)\b)?(?: ?rupiah\b)?(?! ?%)",
    re.IGNORECASE,
)
_FREE = re.compile(
    r"\b(?:gratis|free|cuma-cuma|nol rupiah|tidak (?:di)?(?:pungut|kenakan)(?: biaya)?"
    r"|tidak ada (?:biaya|tarif|pungutan)|tanpa (?:biaya|pungutan|tarif|dipungut biaya)"
    r"|bebas biaya|tidak berbayar)\b",
    re.IGNORECASE,
)
_COVERED = re.compile(
    r"\b(?:ditanggung|penjamin|dijamin|dibayar(?:kan)? oleh|dibiayai|dibebankan kepada|klaim)\b",
    re.IGNORECASE,
)
_END = re.compile(rf"{_AMOUNT.pattern}|{_FREE.pattern}|{_COVERED.pattern}", re.IGNORECASE)
_BETWEEN = re.compile(r"\n|;\s")
_NEXT = re.compile(r"\s*(?:[,;/&]|\bdan\b)\s*(?=[^\W\d_])", re.IGNORECASE)
_OF_PRICES = frozenset(("retribusi", "biaya", "tarif", "sebesar", "adalah", "sejumlah", "jasa"))


def parse_fees(items: Iterable[str]) -> tuple[Fee, ...]:
    """The fees that some items tell; an item without amount or word of freedom keeps its text."""
    return tuple(
        Fee(case, value, amount_of(value), bool(_COVERED.search(value)), item)
        for item, text in enumerate(items, start=1)
        for piece in _pieces(text)
        for case, value in _named(piece)
    )


def amount_of(text: str) -> int | None:
    """Rupiah of a text, 0 when it says free of charge; None without either."""
    found = _AMOUNT.search(text)
    if found is None:
        return 0 if _FREE.search(text) else None
    digits = re.sub(r"\D", "", found["rupiah"] or found["bare"] or "")
    scale = _SCALE.get((found["scale"] or "").casefold(), 1)
    return int(digits) * scale


def _pieces(text: str) -> Iterator[str]:
    straight = "\n".join(straighten(line) for line in text[:LONGEST].split("\n"))
    for line in _BETWEEN.split(straight):
        yield from filter(None, map(plain, _priced(line)))


def _priced(line: str) -> Iterator[str]:
    """A line cut behind each amount that another one follows: "Baru Rp50.000, lama Rp30.000"."""
    amounts = list(_AMOUNT.finditer(line))
    start = 0
    for amount, following in pairwise(amounts):
        cut = _NEXT.match(line, amount.end())
        if cut and cut.end() <= following.start():
            yield line[start : amount.end()]
            start = cut.end()
    yield line[start:]


def _named(piece: str) -> Iterator[tuple[str, str]]:
    """The case and the rest of a piece; without a colon, the words before the amount name it."""
    for case, value in named_cases(piece, _END):
        amount = _AMOUNT.search(value)
        before = plain(value[: amount.start()]) if amount and not case else ""
        if before and not _OF_PRICES.issuperset(re.findall(r"\w+", fold(before))):
            yield before, plain(value[amount.start() if amount else 0 :])
        else:
            yield case, value
