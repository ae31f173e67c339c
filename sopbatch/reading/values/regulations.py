"""The vocabulary of legal citations: words in, the type of a regulation out.

Types and their order follow UU 12/2011 on legislation.
"""

import re
from collections.abc import Mapping
from types import MappingProxyType

from sopbatch.reading.values.issuers import BODY_NAMES, BODY_SHORT, MINISTRY_WORDS

RANK: Mapping[str, int] = MappingProxyType(
    {
        "UUD": 1,
        "TAP": 2,
        "UU": 3,
        "PERPPU": 3,
        "STB": 3,
        "PP": 4,
        "PERPRES": 5,
        "KEPPRES": 5,
        "INPRES": 6,
    }
    | {"PERMEN": 7, "PERLEMBAGA": 7, "PERDIRJEN": 8, "KEPMEN": 8, "KEPLEMBAGA": 8, "INMEN": 8}
    | {"KEPDIRJEN": 8, "PERDA": 9, "PERGUB": 10, "PERBUP": 10, "PERWALI": 10, "KEPGUB": 11}
    | {"KEPBUP": 11, "KEPWALI": 11, "INGUB": 11, "PERDES": 12, "KEP": 12, "SE": 13, "SURAT": 14}
)
"""Type to its place in the customary order from higher to lower rank."""

_NOT_IN_NUMBER = r"(?<!no )(?<!no\. )(?<!nomor )(?<!nomor: )(?<!nomor : )"
"""The transport ministry's “PM 3 Tahun 2013”; in “Nomor KM 52 Tahun 2012” it is no type."""
_ISSUED = r"(?!nom[oe]r\b|no\b|tahun\b|tentang\b)[^\W\d_]"
"""Behind “Keputusan” a name of whoever issued it, not its number."""
_DECREE = r"(?:surat )?(?:keputusan|kep\.?|skep\.?|sk)"
_HEADS = r"kadis|kaban|kabiro|karo|kepsek|sekda|sekretaris|inspektur|dirut|bupati|panitera"
"""Short names of those who sign decrees."""
_DIRECTORATE = r"(?:direkt(?:ur|orat) jend(?:e|)ral|di[rt]jend?)"
_BODY_WORDS = (
    r"badan|lembaga|komisi|dewan|mahkamah|jaksa|kejaksaan|kepolisian|kapolri|bank|otoritas|sekretaris"
    r"|rektor|direktur|deputi|inspektur|panglima|perpustakaan|arsip|ombudsman|dprd?"
)
_TYPES = (
    ("UUD", r"undang ?-? ?undang dasar|uud"),
    ("TAP", r"(?:ketetapan|tap) mpr"),
    ("PERPPU", r"peraturan pemerintah pengganti undang ?-? ?undang|perppu|perpu"),
    ("UU", r"undang ?-? ?undang|undang ?-?[2²]|u\.?u"),
    ("PP", r"peraturan pemerintah|p\.?p"),
    ("PERPRES", r"per(?:aturan|\.) presiden|perpres"),
    ("KEPPRES", r"keputusan presiden|kepp?res"),
    ("INPRES", r"instruksi presiden|inpres"),
    ("PERDIRJEN", rf"peraturan {_DIRECTORATE}|per ?dirjen"),
    ("PERDIRJEN", r"peraturan(?= dj(?:bc|p|pb|kn|pk|pu|a)\b)"),
    ("KEPDIRJEN", rf"{_DECREE} {_DIRECTORATE}|kep ?dirjen"),
    ("PERMEN", r"peraturan (?:bersama )?(?:ke)?menteri(?:an)?(?: negara)?|permen|pmk|pma|pbm"),
    ("PERMEN", rf"{_NOT_IN_NUMBER}pm(?= ?(?:\d|no))"),
    ("PERMEN", rf"per(?:aturan|[.-])? ?men\.?(?= ?(?:{MINISTRY_WORDS})\b)"),
    ("KEPMEN", rf"{_DECREE} (?:bersama )?(?:ke)?menteri(?:an)?(?: negara)?|kepmen|kmk|kma|skb"),
    ("KEPMEN", rf"{_NOT_IN_NUMBER}km(?= ?(?:\d|no))"),
    ("KEPMEN", rf"{_DECREE}-? ?(?:bersama )?men\.?(?= ?(?:{MINISTRY_WORDS})\b)"),
    ("INMEN", rf"instruksi menteri|inmen|instruksi men(?=(?:{MINISTRY_WORDS})\b)"),
    (
        "PERDA",
        r"peraturan daerah (?:khusus|istimewa)|perda(?:sus|si|is)|peraturan daerah|perda|qanun",
    ),
    ("PERGUB", r"peraturan gubernur|pergub"),
    ("KEPGUB", rf"{_DECREE} gubernur|kepgub"),
    ("INGUB", r"instruksi gubernur|ingub"),
    ("PERBUP", r"peraturan bupati|perbup"),
    ("KEPBUP", rf"{_DECREE} bupati|kepbup"),
    ("PERWALI", r"peraturan wali ?kota|perwali|perwako|perwal"),
    ("KEPWALI", rf"{_DECREE} wali ?kota|kepwali?|kepwako"),
    ("PERLEMBAGA", rf"per(?=[ .-]{{0,2}}(?:{BODY_SHORT})\b)"),
    ("PERLEMBAGA", rf"perka(?=[ .-]{{0,2}}(?:{BODY_SHORT})\b)"),
    ("PERLEMBAGA", r"peraturan (?:kepala|ketua|bersama)|perka|perlem|perban|pkpu|pojk|pbi"),
    ("PERLEMBAGA", r"perma|perja"),
    (
        "PERDES",
        r"peraturan (?:bersama kepala )?(?:desa|nagari|kampung|gampong|kalurahan|pekon)|perdes",
    ),
    ("PERLEMBAGA", rf"peraturan(?= (?:{_BODY_WORDS})\b)"),
    ("PERLEMBAGA", rf"peraturan(?= (?:{BODY_NAMES})\b)"),
    ("KEPLEMBAGA", rf"{_DECREE} (?:kepala|ketua)(?= (?:{BODY_NAMES})\b)|kepka"),
    ("KEPLEMBAGA", rf"{_DECREE} kma(?:ri)?"),
    ("KEP", rf"{_DECREE} (?=(?:kepala|ketua|{_HEADS}|{_BODY_WORDS}|camat|lurah)\b)"),
    ("SE", r"surat edaran(?: bersama)?|s\.?e|sema"),
    ("SURAT", r"str?(?= (?:kapolri|kapolda|kapolres|kabareskrim|kabaintelkam|panglima)\b)"),
    ("SURAT", rf"surat(?! keputusan {_ISSUED})"),
    ("STB", r"sta{1,2}tsbla{1,2}[dt]|stbl?"),
)
_TYPE = re.compile(
    "|".join(
        rf"(?P<t{place}>{forms})"
        r"(?:(?<=men)|(?<=men\.)|(?<=\bper)|(?<=\bperka)|(?<= )|(?![^\W_]))"
        for place, (_, forms) in enumerate(_TYPES)
    ),
    re.IGNORECASE,
)
_WORDS = """
undang peraturan keputusan instruksi ketetapan surat edaran qanun pemerintah pengganti presiden
menteri gubernur bupati daerah kepala direktur jenderal bersama perppu perpres keppres inpres
perdirjen permen kepmen permendagri permenkeu permenpan permenkes perda pergub kepgub perbup
kepbup perwali perwako kepwali perka
"""
TYPE_WORDS = frozenset(_WORDS.split())
"""Words of the types, against which a misspelt one is held."""

_LAW_MARKER = re.compile(r"\s*(?:\d{1,2}(?:\.\d{1,2})*\.?\s+|(?:[A-Z]|[IVX]{2,5})[.)]\s*)")


_OTHER_DECREE = re.compile(rf"(?:(?:surat )?keputusan|sk) (?={_ISSUED})", re.IGNORECASE)
"""A decree of whoever else may issue one: “Keputusan Dekan …”; within a text it may be a word."""


def match_type(text: str) -> tuple[str, int] | None:
    """Type of the regulation named at the start of a straightened text, and where its name ends."""
    found = _TYPE.match(text)
    if not found or not found.lastgroup:
        other = _OTHER_DECREE.match(text)
        return ("KEP", other.end()) if other else None
    return _TYPES[int(found.lastgroup[1:])][0], found.end()


def without_law_marker(text: str) -> str:
    """The text without a number or letter in front of a type: “1 Undang-Undang …”, “B. PP …”."""
    found = _LAW_MARKER.match(text)
    return text[found.end() :] if found and match_type(text[found.end() :]) else text


def find_types(text: str) -> tuple[int, ...]:
    """Places in the text where the name of a type begins a word."""
    return tuple(found.start() for found in _TYPE_IN_TEXT.finditer(text))


_TYPE_IN_TEXT = re.compile(rf"(?<![^\W_])(?<![/.-])(?:{_TYPE.pattern})", re.IGNORECASE)
