"""Jumlah pelaksana in, roles with their counts out."""

import re
from collections.abc import Iterable, Iterator

from sopbatch.model.standards import Staff
from sopbatch.reading.values.cases import plain
from sopbatch.text.straight import fold, straighten

LONGEST = 600
"""Characters of an item that are looked at."""
MOST = 100_000
_SPELT = {
    word: number
    for number, word in enumerate(
        ("satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh"),
        start=1,
    )
}
_COUNT = re.compile(
    rf"(?<![\w-])(?P<number>\d{{1,6}}|{'|'.join(_SPELT)})"
    r"(?! ?(?:tahun|jam|hari|menit|%)\b)(?![\w-])"
    r"(?: ?\([^()]{1,40}\))?(?P<who> ?(?:orang|org|pegawai|petugas|personil|personel)\b\.?)?",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\n|[;,]\s|\s(?:dan|serta|\+|&)\s")
_SUM = frozenset(("jumlah", "total", "jumlah seluruhnya", "jumlah total", "total pelaksana"))


def parse_staff(items: Iterable[str]) -> tuple[Staff, ...]:
    """The executors that some items tell; a role without a number has no count.

    A sum below the roles is left out, or they would be counted twice.
    """
    every = [
        one
        for item, text in enumerate(items, start=1)
        for piece in _pieces(text)
        for one in _staff(piece, item)
    ]
    roles = [one for one in every if fold(one.role) not in _SUM]
    counted = any(one.count is not None for one in roles)
    return tuple(roles if counted else every)


def _pieces(text: str) -> Iterator[str]:
    """Parts with one number each; words without a number belong to what stands before them."""
    straight = "\n".join(straighten(line) for line in text[:LONGEST].split("\n"))
    waiting = ""
    for one in _BETWEEN.split(straight):
        piece = plain(one)
        if not piece:
            continue
        waiting = f"{waiting}, {piece}" if waiting else piece
        if _COUNT.search(piece):
            yield waiting
            waiting = ""
    if waiting:
        yield waiting


def _staff(piece: str, item: int) -> Iterator[Staff]:
    counts = list(_COUNT.finditer(piece))
    if not counts:
        yield Staff(piece, None, piece, item)
        return
    found = next((one for one in counts if one["who"]), counts[-1])
    word = found["number"].casefold()
    number = _SPELT.get(word) or int(word)
    outside = piece[: found.start()].rstrip(" :=-(") + " " + piece[found.end() :].lstrip(" :")
    role = " ".join(plain(outside).strip(" :=().").split())
    who = (found["who"] or "").strip(" .").casefold()
    if not role and who == "petugas":
        role = "Petugas"
    yield Staff(role, number if number <= MOST else None, piece, item)
