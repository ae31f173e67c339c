"""One entry of Dasar Hukum in, the regulation it cites and its relations to others out."""

import re
from dataclasses import dataclass, replace

from sopbatch.model.flags import NO_FLAGS, Flag, Flags
from sopbatch.model.values import Citation, LegalCitation
from sopbatch.reading.values.fragments import is_fragment
from sopbatch.reading.values.lists import strip_marker
from sopbatch.reading.values.regulations import (
    RANK,
    TYPE_WORDS,
    find_issuer,
    find_types,
    match_type,
    without_law_marker,
)
from sopbatch.text.alike import slips
from sopbatch.text.straight import straighten

__all__ = ["RANK", "parse_citation"]

LONGEST = 2000
"""Characters that are looked at; the printed citation keeps all."""

_GAZETTE = re.compile(
    r"[,(\[] ?(?:tambahan ?)?"
    r"(?:(?:lembar(?:an)?|berita) ?(?:negara|daerah)|(?:t?ln|bn|ld)(?:ri)?\b)"
    r"[^()\[\]]*[)\]]?",
    re.IGNORECASE,
)
_CLOSE = re.compile(r"[;,. ]*(?:[;,] ?(?:dan|serta))?[;,. ]*$", re.IGNORECASE)
"""What ends an entry that others follow: “…;”, “…; dan”."""
_CHAIN = re.compile(r"\b(?:jo|jis|juncto)\b\.? ?", re.IGNORECASE)
_AMENDED = re.compile(
    r"\b(?:(?:sebagaimana|yang|telah|sudah|beberapa|kali|terakhir)\b[ ,]*)*\bdir?ubah\b"
    r"[^;]{0,60}?\b(?:dengan|oleh)\b ?",
    re.IGNORECASE,
)
_AMENDS = re.compile(r"\bperubahan(?: \w+)? atas\b ?", re.IGNORECASE)
_TENTANG = re.compile(r"\btentang\b|(?<=\d )mengenai\b", re.IGNORECASE)
_LABEL = re.compile(
    r"\b(nomor|nomer|nmr|no|n0)(?![^\W\d_])[ .:;]*(?:(?:nomor|no)\b[ .:;]*)?", re.IGNORECASE
)
_NUMBER = re.compile(
    r"(?:[A-Z]{1,4}(?: ?[.-] ?| )(?=\d))?"
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
_YEAR_IN_NUMBER = re.compile(r"[/.-](\d{4})$|/((?:19|20)\d\d)/")
_BENT_YEAR = re.compile(r"(?:tahun|thn|th)\b[ .:]*(?=[OolI]*\d)[\dOolI]{3,6}", re.IGNORECASE)
"""A year with a digit too many or too few, or with letters for digits: “Tahun 2O23”."""
_BARE_FIRST = re.compile(r"^(?=\d)")
"""A member of a chain without a word in front: “jo. 12/2021”."""
_DAY = re.compile(r"\b(?:tanggal|tgl\.?) \d{1,2} \w+ \d{4}\b", re.IGNORECASE)
"""When it was signed, in front of its number: “SE Bupati … Tanggal 3 Juli 2020 Nomor …”."""
_YEAR_BEHIND = re.compile(r" ?,? ?((?:19|20)\d\d)\b")
_REPUBLIC = re.compile(r"^[ .]*(?:(?:negara )?republik indonesia|nri|r\.?i)\b\.?", re.IGNORECASE)
_BRACKETS = re.compile(r" ?\([^()]*\) ?")
"""An abbreviation behind the name: "Peraturan Menteri Kesehatan (Permenkes)"."""
_AMENDED_BEFORE = re.compile(
    r"\b(?:perubahan(?: \w{1,20}){0,2} (?:atas|terhadap)|penetapan) ?$", re.IGNORECASE
)
"""What is said of a regulation that another one changes or makes law, and that changed nothing."""
_ARTICLE = re.compile(
    r"(?:(?:pasal|ayat|huruf|angka|lampiran|bab)\b[ .]*"
    r"(?:\(?(?:\d{1,3}[a-z]?|[a-z]|[ivx]{1,5})\b\)?)?"
    r"[ ,]*)+(?:(?:dari|pada) )?",
    re.IGNORECASE,
)
"""“Pasal 18 ayat (6) …” in front of what it is an article of."""
_LEAD = re.compile(
    r"(?:referensi|(?:dasar|landasan) hukum|berdasarkan|sesuai(?: dengan)?|acuan|mengacu pada)\b"
    r"[ :]*",
    re.IGNORECASE,
)
"""What says that it is a law, in front of one: “Referensi Peraturan Pemerintah …”."""
_GLUED = re.compile(r"(?<=[^\W\d_])(?=No(?:mor\b|\.| )[ .:]*\d)|(?<=\btentang)(?=[A-Z])")
"""Where a blank was forgotten: “UUNo. 25”, “tentangPelayanan”."""
_NUMBER_BEHIND_TITLE = re.compile(
    r"(?P<title>.+?),? (?P<number>(?:nomor|no)\b[ .:]*\S+,? (?:tahun|thn|th)\b[ .:]*\d{4})",
    re.IGNORECASE,
)
"""“Undang-Undang tentang Pelayanan Publik Nomor 25 Tahun 2009”."""
_GUIDE = re.compile(
    r"(?:petunjuk (?:teknis|pelaksanaan|operasional)|juknis|juklak|(?:buku )?(?:pedoman|panduan))"
    r"\b",
    re.IGNORECASE,
)
_NAMED_BY_TYPE = (
    {"pmk": "KEU", "kmk": "KEU", "pma": "AGAMA", "kma": "AGAMA", "pkpu": "KPU", "pojk": "OJK"}
    | {"pbi": "BI", "perma": "MA", "sema": "MA", "perja": "KEJAKSAAN", "pbm": "bersama"}
)  # fmt: skip
"""Types that name who issues them: PMK is Peraturan Menteri Keuangan."""
_HEALTH = re.compile(r"menkes", re.IGNORECASE)
"""KMK is Keputusan Menteri Keuangan, or Kesehatan: its number tells."""
_KNOWN_SLIPS = {"perbub": "perbup", "pergup": "pergub"}
"""Slips that lie one letter from two types."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What one citation says of itself."""

    citation: Citation
    title: str = ""
    flags: Flags = NO_FLAGS


def parse_citation(text: str) -> LegalCitation:
    """The regulation cited by one entry; never fails, what is not found stays empty."""
    straight = straighten(text[:LONGEST])[:LONGEST]
    straight = without_law_marker(strip_marker(straight))
    entry = _CLOSE.sub("", _GAZETTE.sub("", _CLOSE.sub("", straight))).strip(" ;,.")
    entry = _GLUED.sub(" ", entry)
    if article := _ARTICLE.match(entry):
        entry = entry[article.end() :]
    if (lead := _LEAD.match(entry)) and match_type(entry[lead.end() :]):
        entry = entry[lead.end() :]
    if _GUIDE.match(entry):
        # A guide is no regulation, also where the name of one or a year stands in its title.
        return LegalCitation(raw=text)
    first, *later = (member.strip(" ,;(") for member in _CHAIN.split(entry))
    before, _, after = _cut(_AMENDED, first)
    read = _read(before)
    if not read.title:
        read = replace(read, title=_title_behind(later[-1] if later else after))
    _, _, amended = _cut(_AMENDS, read.title)
    flags = set(read.flags)
    if read.citation == Citation() and is_fragment(entry):
        flags.add(Flag.FRAGMENT)
    return LegalCitation(
        raw=text,
        type=read.citation.type,
        issuer=read.citation.issuer,
        number=read.citation.number,
        year=read.citation.year,
        title=read.title,
        amends=_citations_in(amended),
        amended_by=_amending(after, read.citation),
        chain=_chain(read.citation, later),
        flags=frozenset(flags),
    )


def _title_behind(text: str) -> str:
    """The title that stands behind what amended a regulation, or goes with it; "" for none.

    “Perubahan atas …” is the title of the other one.
    """
    found = list(_TENTANG.finditer(text))
    title = text[found[-1].end() :].strip(" ;,.:)") if found else ""
    return "" if title.lower().startswith("perubahan") else title


def _amending(text: str, amended: Citation) -> tuple[Citation, ...]:
    """What amended a regulation; the titles of amending ones name it, or another, once more."""
    starts = find_types(text)
    if re.search(r"\d", text[: starts[0]] if starts else text):
        # A misspelt type is no word of the vocabulary; what stands first is a citation.
        starts = (0, *starts)
    ends = (*starts[1:], len(text))
    cited = (
        _read(text[start:end]).citation
        for start, end in zip(starts, ends, strict=False)
        if not _AMENDED_BEFORE.search(text[max(0, start - 60) : start])
    )
    return tuple(citation for citation in cited if citation.number and citation != amended)


def _cut(pattern: re.Pattern[str], text: str) -> tuple[str, str, str]:
    """Text before, at and behind the first match; all of it before when there is none."""
    found = pattern.search(text)
    if not found:
        return text, "", ""
    return text[: found.start()].rstrip(" ,;("), found.group(), text[found.end() :]


def _chain(first: Citation, later: list[str]) -> tuple[Citation, ...]:
    """Members behind "jo."; a member without type is of the type of the first."""
    numbered = (_BARE_FIRST.sub("Nomor ", text) for text in later)
    own = (citation for text in numbered for citation in _amending(text, first))
    return tuple(
        one if one.type else Citation(first.type, first.issuer, one.number, one.year) for one in own
    )


def _citations_in(text: str) -> tuple[Citation, ...]:
    """All citations with a number in a running text."""
    starts = find_types(text)
    ends = (*starts[1:], len(text))
    cited = (_read(text[start:end]).citation for start, end in zip(starts, ends, strict=False))
    return tuple(citation for citation in cited if citation.number)


def _read(text: str) -> _Read:
    """One citation: type, issuer, number, year and title, in this order."""
    head, title, flags = _split_title(text)
    head, corrected = _corrected(head)
    named = match_type(head)
    type_, end = named or ("", 0)
    if type_ and corrected:
        flags |= {Flag.MISSPELT_TYPE}
    if type_ == "UUD":
        return _Read(Citation("UUD", year=1945), title, flags)
    if behind := type_ and not re.search(r"\d", head) and _NUMBER_BEHIND_TITLE.fullmatch(title):
        head, title = f"{head} {behind['number']}", behind["title"]
    rest = re.sub(r" ?/ ?(?=tahun|thn)", " ", head[end:].lstrip("-"), flags=re.IGNORECASE)
    rest = _REPUBLIC.sub("", re.sub(r" ?/ ?", "/", rest))
    number, place, after, number_flags = _number(rest, labelled=not type_)
    year, year_end = _year(rest, number, after)
    if not title and number and (left := _named_behind(rest[year_end:])):
        title, flags = left, flags | {Flag.WITHOUT_TENTANG}
    issuer = _issuer(type_, head[:end], rest[:place], title, number)
    flags |= number_flags
    if issuer == "?":
        flags |= {Flag.ISSUER_UNCLEAR}
    if type_ == "SURAT":
        flags |= {Flag.LETTER}
    return _Read(Citation(type_, issuer, number, year), title, flags)


def _named_behind(text: str) -> str:
    """The title behind number and year; an article, or a misspelt year, is none."""
    left = text.strip(" .,:;-()")
    return "" if _ARTICLE.fullmatch(left) or _BENT_YEAR.fullmatch(left) else left


def _split_title(text: str) -> tuple[str, str, Flags]:
    """What stands before and behind "tentang", also where it is misspelt by one letter."""
    if found := _TENTANG.search(text):
        return text[: found.start()], text[found.end() :].strip(" ;,.:"), NO_FLAGS
    for found in re.finditer(r"[^\W\d_]+", text):
        word = found.group().lower()
        if word == "ttg" or slips(word, "tentang", 1) <= 1:
            title = text[found.end() :].strip(" ;,.")
            return text[: found.start()], title, frozenset({Flag.MISSPELT_TENTANG})
    return text, "", NO_FLAGS


def _corrected(head: str) -> tuple[str, bool]:
    """The head with slips of one letter in the words of the type put right, and whether any was."""
    corrected = False
    words = list(re.finditer(r"[^\W\d_]+", head))[:4]
    for found in reversed(words):
        word = found.group().lower()
        if len(word) < 5 or word in TYPE_WORDS or match_type(word) or word == "kepada":
            continue
        near = [name for name in TYPE_WORDS if slips(word, name, 1) <= 1]
        meant = _KNOWN_SLIPS.get(word) or (near[0] if len(near) == 1 else "")
        if meant:
            head = head[: found.start()] + meant + head[found.end() :]
            corrected = True
    return head, corrected


def _number(rest: str, *, labelled: bool) -> tuple[str, int, int, Flags]:
    """The number, where its words begin and end, and flags; "" at the end when there is none."""
    if label := _LABEL.search(rest):
        flags = frozenset({Flag.ZERO_FOR_O}) if label.group(1).lower() == "n0" else NO_FLAGS
        found = _NUMBER.match(rest, label.end())
        if found and re.search(r"\d", found.group()):
            number = _GAP.sub("", found.group()) if "/" in found.group() else found.group()
            return number.rstrip(".:-/"), label.start(), found.end(), flags
        return "", label.start(), label.end(), flags
    bare = None if labelled else _BARE_NUMBER.search(rest)
    if bare:
        return bare.group().rstrip(".:-/"), bare.start(), bare.end(), NO_FLAGS
    return "", len(rest), len(rest), NO_FLAGS


def _year(rest: str, number: str, after: int) -> tuple[int | None, int]:
    """The year behind "Tahun", or at the end of the number, or right behind it; and its end."""
    if found := _YEAR.search(rest):
        return int(found.group(1) or found.group(2)), max(found.end(), after)
    if found := _YEAR_IN_NUMBER.search(number):
        return int(found.group(1) or found.group(2)), after
    if number and (found := _YEAR_BEHIND.match(rest, after)):
        return int(found.group(1)), found.end()
    return None, after


def _issuer(type_: str, name: str, phrase: str, title: str, number: str) -> str:
    if type_ == "KEPLEMBAGA" and name.lower().endswith(("kma", "kmari")):
        return "MA"
    if name.lower() in _NAMED_BY_TYPE:
        return "KES" if _HEALTH.search(number) else _NAMED_BY_TYPE[name.lower()]
    phrase = _BRACKETS.sub(" ", _YEAR.sub("", _DAY.sub("", phrase)))
    return find_issuer(type_, phrase, title) if type_ else ""
