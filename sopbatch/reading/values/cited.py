"""One citation, without those that it is joined with or amended by: its parts in words out."""

import re
from dataclasses import dataclass

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.model.values import Citation
from sopbatch.reading.values.issuers import find_issuer
from sopbatch.reading.values.regulations import TYPE_WORDS, match_type
from sopbatch.text.alike import slips

_LABEL = re.compile(
    r"\b(nomor|nomer|nmr|no|n0)(?![^\W\d_])[ .:;]*(?:(?:nomor|no|pol)\b[ .:;]*)?", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:(?:[A-Z]{1,4}|Per|Kep)(?: ?[.-] ?| )(?=\d))?"
    r"(?:\d{1,5} (?=[A-Z]{1,3}/\S*/\S*\d{4})|[^\s,;()]*/[^\s,;()]*[.-] (?=[^\s,;()]+/))?"
    r"[^\s,;()]+"
)
"""A blank may stand within: “PER. 07/MEN/IV/2008”, “63/KEP/M. PAN/7/2003”, “1451 K/10/MEM/2000”."""
_GAP = re.compile(r"(?<=[.-]) | (?=[.-])")
_BARE_NUMBER = re.compile(
    r"(?<!tahun )(?<!thn )(?<![\w/.-])(?:[A-Z]+-|[A-Z]{1,4}\.(?=[\w.-]*/))?\d[\w./-]*",
    re.IGNORECASE,
)
"""Also one that begins with letters: “HK.01.07/MENKES/1128/2022”."""
_YEAR = re.compile(
    r"\b(?:tahun|tahum|thun|tahn|taun|thn|th)\b[ .:]*(\d{4})\b|\btahun(\d{4})\b", re.IGNORECASE
)
_YEAR_ENDS = re.compile(r"[/.-](\d{4})$")
_YEAR_WITHIN = re.compile(r"/((?:19|20)\d\d)/")
"""A serial may look like a year: “503/2045/2013” is of 2013."""
_BENT_YEAR = re.compile(r"(?:tahun|thn|th)\b[ .:]*(?=[OolI]*\d)[\dOolI]{3,6}", re.IGNORECASE)
"""A year with a digit too many or too few, or with letters for digits: “Tahun 2O23”."""
_DAY = re.compile(r"\b(?:tanggal|tgl\.?) \d{1,2} \w+ \d{4}\b", re.IGNORECASE)
"""When it was signed, in front of its number: “SE Bupati … Tanggal 3 Juli 2020 Nomor …”."""
_DAY_BEHIND = re.compile(
    r" ?,? ?\(?(?:tanggal|tgl\.?)\b[ :]*\d{1,2} \w+ ((?:19|20)\d\d)\b", re.IGNORECASE
)
_YEAR_BEHIND = re.compile(r" ?,? ?((?:19|20)\d\d)\b")
_REPUBLIC = re.compile(r"^[ .]*(?:(?:negara )?republik indonesia|nri|r\.?i)\b\.?", re.IGNORECASE)
_BRACKETS = re.compile(r" ?\([^()]*\) ?")
"""An abbreviation behind the name: "Peraturan Menteri Kesehatan (Permenkes)"."""
_NUMBER_BEHIND_TITLE = re.compile(
    r"(?P<title>.+?),? (?P<number>(?:nomor|no)\b[ .:]*\S+,? (?:tahun|thn|th)\b[ .:]*\d{4})",
    re.IGNORECASE,
)
"""“Undang-Undang tentang Pelayanan Publik Nomor 25 Tahun 2009”."""
NAMED_BY_TYPE = (
    {"pmk": "KEU", "kmk": "KEU", "pma": "AGAMA", "kma": "AGAMA", "pkpu": "KPU", "pojk": "OJK"}
    | {"pm": "HUB", "km": "HUB"}
    | {"pbi": "BI", "perma": "MA", "sema": "MA", "perja": "KEJAKSAAN", "pbm": "bersama"}
)  # fmt: skip
"""Types that name who issues them: PMK is Peraturan Menteri Keuangan."""
_HEALTH = re.compile(r"menkes", re.IGNORECASE)
"""KMK is Keputusan Menteri Keuangan, or Kesehatan: its number tells."""
_KNOWN_SLIPS = {"perbub": "perbup", "pergup": "pergub"}
"""Slips that lie one letter from two types."""
TENTANG = re.compile(r"\btentang\b|(?<=\d )mengenai\b|(?<=[\w)] )perihal\b", re.IGNORECASE)
ARTICLE = re.compile(
    r"(?:(?:pasal|ayat|huruf|angka|lampiran|bab)\b[ .]*"
    r"(?:\(?(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5})\b\)?)?"
    r"[ ,]*(?:(?:dan|serta|juncto|jo\.?) (?=(?:pasal|ayat|huruf|angka)\b))?)+(?:(?:dari|pada) )?",
    re.IGNORECASE,
)
"""“Pasal 18 ayat (6) …” in front of what it is an article of."""


@dataclass(frozen=True, slots=True)
class Cited:
    """What one citation says of itself."""

    citation: Citation
    title: str
    flags: Flags


def cited(text: str) -> Cited:
    """One citation: type, issuer, number, year and title, in this order."""
    head, title, flags = _split_title(text)
    head = _corrected(head)
    named = match_type(head)
    type_, end = named or ("", 0)
    if type_ == "UUD":
        return Cited(Citation("UUD", year=1945), title, flags)
    if behind := type_ and not re.search(r"\d", head) and _NUMBER_BEHIND_TITLE.fullmatch(title):
        head, title = f"{head} {behind['number']}", behind["title"]
    rest = re.sub(r" ?/ ?(?=tahun|thn)", " ", head[end:].lstrip("-"), flags=re.IGNORECASE)
    rest = _REPUBLIC.sub("", re.sub(r" ?/ ?", "/", rest))
    number, place, after = _number(rest, labelled=not type_)
    year, year_end = _year(rest, number, after)
    if not title and number and (left := _named_behind(rest[year_end:])):
        title, flags = left, flags | {Flag.WITHOUT_TENTANG}
    issuer = _issuer(type_, head[:end], rest[:place], title, number)
    if issuer == "?":
        flags |= {Flag.ISSUER_UNCLEAR}
    if type_ == "SURAT":
        flags |= {Flag.LETTER}
    return Cited(Citation(type_, issuer, number, year), title, flags)


def _named_behind(text: str) -> str:
    """The title behind number and year; an article, a day or a misspelt year is none."""
    left = text.strip(" .,:;-()")
    left = _DAY.sub("", left, count=1).strip(" ,") if _DAY.match(left) else left
    return "" if ARTICLE.fullmatch(left) or _BENT_YEAR.fullmatch(left) else left


def _split_title(text: str) -> tuple[str, str, Flags]:
    """What stands before and behind "tentang", also where it is misspelt by one letter."""
    if found := TENTANG.search(text):
        return text[: found.start()], text[found.end() :].strip(" ;,.:"), NO_FLAGS
    for found in re.finditer(r"[^\W\d_]+", text):
        word = found.group().lower()
        if word == "ttg" or slips(word, "tentang", 1) <= 1:
            title = text[found.end() :].strip(" ;,.")
            return text[: found.start()], title, frozenset({Flag.MISSPELT_TENTANG})
    return text, "", NO_FLAGS


def _corrected(head: str) -> str:
    """The head with slips of one letter in the words of the type put right."""
    words = list(re.finditer(r"[^\W\d_]+", head))[:4]
    for found in reversed(words):
        word = found.group().lower()
        if len(word) < 5 or word in TYPE_WORDS or match_type(word) or word == "kepada":
            continue
        near = [name for name in TYPE_WORDS if slips(word, name, 1) <= 1]
        meant = _KNOWN_SLIPS.get(word) or (near[0] if len(near) == 1 else "")
        if meant:
            head = head[: found.start()] + meant + head[found.end() :]
    return head


def _number(rest: str, *, labelled: bool) -> tuple[str, int, int]:
    """The number, and where its words begin and end; "" at the end when there is none."""
    if label := _LABEL.search(rest):
        found = _NUMBER.match(rest, label.end())
        if found and re.search(r"\d", found.group()):
            number = _GAP.sub("", found.group()) if "/" in found.group() else found.group()
            return number.rstrip(".:-/"), label.start(), found.end()
        return "", label.start(), label.end()
    bare = None if labelled else _BARE_NUMBER.search(rest)
    if bare:
        return bare.group().rstrip(".:-/"), bare.start(), bare.end()
    return "", len(rest), len(rest)


def _year(rest: str, number: str, after: int) -> tuple[int | None, int]:
    """The year behind "Tahun", or at the end of the number, or right behind it; and its end."""
    if found := _YEAR.search(rest):
        return int(found.group(1) or found.group(2)), max(found.end(), after)
    if found := _YEAR_ENDS.search(number) or _YEAR_WITHIN.search(number):
        return int(found.group(1)), after
    if number and (found := _YEAR_BEHIND.match(rest, after) or _DAY_BEHIND.match(rest, after)):
        return int(found.group(1)), found.end()
    return None, after


def _issuer(type_: str, name: str, phrase: str, title: str, number: str) -> str:
    if type_ == "KEPLEMBAGA" and name.lower().endswith(("kma", "kmari")):
        return "MA"
    if name.lower() in NAMED_BY_TYPE:
        return "KES" if _HEALTH.search(number) else NAMED_BY_TYPE[name.lower()]
    phrase = _BRACKETS.sub(" ", _YEAR.sub("", _DAY.sub("", phrase)))
    return find_issuer(type_, phrase, title) if type_ else ""
