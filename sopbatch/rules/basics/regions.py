"""Regions in texts: which one is named, and whether it is the province's or the regency's own."""

import re
from collections.abc import Iterator

from sopbatch.text.names import folded
from sopbatch.text.regions import REGIONS, SHORT_NAMES

_KIND = re.compile(r"^(pemerintah )?((daerah )?(provinsi|propinsi|prov|kabupaten|kab|kota)\b\.? )?")
_CITY = "kota "


def region_key(name: str) -> str:
    """A region for comparison: folded, without "Provinsi" and "Kabupaten"; cities keep "kota"."""
    plain = folded(name).strip(" .,")
    kind = _KIND.match(plain)
    rest = plain[kind.end() :] if kind else plain
    full = folded(SHORT_NAMES.get(rest, rest))
    return _CITY + full if kind and kind[4] == "kota" else full


MEMBERS = {
    region_key(province): frozenset(folded(name) for name in members)
    for province, members in REGIONS.items()
}


def province_of(region: str) -> str:
    """Key of the province of a regency or city; "" for a province or an unknown name."""
    key = region_key(region)
    if key in MEMBERS:
        return ""
    return next((province for province, members in MEMBERS.items() if key in members), "")


def province_name(region: str) -> str:
    """The province that a region is or lies in, by its name; "" for an unknown one."""
    wanted = province_of(region) or region_key(region)
    return next((name for name in REGIONS if region_key(name) == wanted), "")


def same_region(left: str, right: str) -> bool:
    """Whether two names mean one region; "Samarinda" is taken for "Kota Samarinda"."""
    pair = region_key(left), region_key(right)
    bare = {name.removeprefix(_CITY) for name in pair}
    explicit = all(re.search(r"\b(kota|kab(upaten)?)\b", folded(name)) for name in (left, right))
    return pair[0] == pair[1] or (len(bare) == 1 and not explicit)


def foreign_regions(text: str, own: str) -> Iterator[str]:
    """Regions named in a text that are neither the own one, nor part of it, nor its province."""
    home = region_key(own)
    familiar = {home, province_of(own)} | MEMBERS.get(home, frozenset())
    for found in _NAMED.finditer(text):
        key = region_key(found.group())
        if key not in familiar:
            yield " ".join(found.group().split())


def region_instead(text: str, own: str) -> str:
    """The region a name of a government tells instead of the own one; "" where it tells none."""
    named = [" ".join(found.group().split()) for found in _NAMED.finditer(text)]
    return "" if any(same_region(name, own) for name in named) else next(iter(named), "")


def _alternatives(names: Iterator[str]) -> str:
    longest_first = sorted(set(names), key=lambda name: (-len(name), name))
    return "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in longest_first)


_NAMED = re.compile(
    r"\b(?:"
    r"(?:kabupaten|kab\.?)\s+(?:"
    + _alternatives(n for members in REGIONS.values() for n in members if n[:5] != "Kota ")
    + r")|(?:"
    + _alternatives(n for members in REGIONS.values() for n in members if n[:5] == "Kota ")
    + r")|(?:provinsi|propinsi)\s+(?:"
    + _alternatives(iter((*REGIONS, *(name for name in SHORT_NAMES if " " not in name))))
    + r")|(?:"
    + _alternatives(name for name in REGIONS if " " in name)
    + r"))\b",
    re.IGNORECASE,
)
"""A regency, city or province by its full name; names of one word need their kind in front."""
