"""Regulations whose name stands between kind and number: “PP Disiplin PNS 94/2021”."""

import re
from collections.abc import Iterable

from sopbatch.reading.values.cited import NAMED_BY_TYPE
from sopbatch.reading.values.issuers import BODY_NAMES, MINISTRY_NAMES, REGIONAL
from sopbatch.reading.values.regulations import match_type
from sopbatch.text.alike import alike
from sopbatch.text.regions import REGIONS, SHORT_NAMES

_STATE = frozenset(("UU", "PERPPU", "PP", "PERPRES", "KEPPRES", "INPRES"))
"""Kinds that name who issues them."""
_OF_MINISTRIES = frozenset(("PERMEN", "KEPMEN", "INMEN"))
_OF_BODIES = frozenset(("PERLEMBAGA", "KEPLEMBAGA"))
_LAW = re.compile(
    r"[ ,]+(?P<law>(?:no(?:mor)?\b[. :]*)?\d{1,4}(?:,? (?:tahun|thn?\.?) ?|/)\d{4})", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"$|[ ,;(]+(?:sebagaimana|yang|telah|beberapa|di ?r?ubah|jo|juncto|s\.?t\.?d)\b", re.IGNORECASE
)
"""The end, or what amended it or goes with it."""
_NAME = re.compile(
    r"(?!(?:nomor|no|tahun|thn?|tentang|tanggal|tgl|pasal|dan|serta|atau|jo|negara|darurat|drt)\b)"
    r"[^\W\d_][^\d,;()]{1,120}",
    re.IGNORECASE,
)
_REPUBLIC = r"(?: (?:republik indonesia|ri)\b)?"
_ALIKE = 75.0
"""Likeness in percent from which a name may be that of a region, misspelt."""


def _one_of(names: Iterable[str]) -> str:
    return "|".join(sorted(names, key=lambda name: (-len(name), name)))


_KIND_OF_REGION = r"(?:(?:daerah )?(?:pro[vp]insi|prov\b\.?|kabupaten|kab\b\.?|kota) ?)"
_PLACES = tuple(
    name.lower().removeprefix("kota ")
    for name in {*REGIONS, *SHORT_NAMES, *(one for many in REGIONS.values() for one in many)}
)
_MINISTRY = re.compile(
    rf"[ .]?(?:{_one_of(MINISTRY_NAMES.split('|'))})\b{_REPUBLIC}", re.IGNORECASE
)
_BODY = re.compile(
    rf"[ .]?(?:kepala |ketua )?(?:{_one_of(BODY_NAMES.split('|'))})\b{_REPUBLIC}", re.IGNORECASE
)
_REGION = re.compile(rf" {_KIND_OF_REGION}?(?:{_one_of(map(re.escape, _PLACES))})\b", re.IGNORECASE)
_NO_MORE = re.compile(_REPUBLIC, re.IGNORECASE)
_ISSUER_WORDS = frozenset(
    re.findall(r"\w+", f"{MINISTRY_NAMES} {BODY_NAMES} republik indonesia ri")
)


def name_behind(entry: str) -> str:
    """The entry with its name behind kind, issuer and number; itself where none is in front."""
    law = _LAW.search(entry)
    named = match_type(entry) if law and _GOES_ON.match(entry, law.end()) else None
    if not law or not named:
        return entry
    type_, end = named
    end = _end_of_issuer(type_, entry, end)
    name = entry[end : law.start()].strip() if end else ""
    if not _NAME.fullmatch(name) or match_type(name) or not _is_name(type_, name, entry[:end]):
        return entry
    return f"{entry[:end]} {law['law']} tentang {name}{entry[law.end() :]}"


def _end_of_issuer(type_: str, entry: str, end: int) -> int:
    """Where kind and issuer end; 0 where it is not known who issued it."""
    if entry[:end].lower() in NAMED_BY_TYPE:
        return end
    pattern = {
        **dict.fromkeys(_STATE, _NO_MORE),
        **dict.fromkeys(_OF_MINISTRIES, _MINISTRY),
        **dict.fromkeys(_OF_BODIES, _BODY),
        **dict.fromkeys(REGIONAL, _REGION),
    }.get(type_)
    found = pattern.match(entry, end) if pattern else None
    if not found and type_ in REGIONAL:
        return end
    return found.end() if found else 0


def _is_name(type_: str, name: str, head: str) -> bool:
    """Whether words are what a regulation is about, not more of who issued it."""
    said = {*re.findall(r"\w+", name.lower())}
    if type_ not in REGIONAL:
        return type_ in _STATE or not said <= _ISSUER_WORDS
    if _REGION.search(head):
        return True
    plain = name.lower()
    misspelt = any(alike(plain, place) >= _ALIKE for place in _PLACES)
    return not misspelt and not re.match(_KIND_OF_REGION, name, re.IGNORECASE)
