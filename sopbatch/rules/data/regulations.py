"""Kinds of regulations and their rank, and the guidelines on how to write SOPs."""

import re
from collections.abc import Mapping
from types import MappingProxyType

SOP_GUIDELINES: frozenset[tuple[str, str, str, int | None]] = frozenset(
    {
        ("PERMEN", "panrb", "35", 2012),
        ("PERMEN", "panrb", "21", 2008),
        ("PERMEN", "dagri", "52", 2011),
    }
)
"""Rules on how to write SOPs; regional ones are known by their title."""

RANK: Mapping[str, int] = MappingProxyType(
    {
        "UUD": 0,
        "UU": 1,
        "PERPPU": 1,
        "STB": 1,
        "PP": 2,
        "PERPRES": 3,
        "KEPPRES": 3,
        "INPRES": 4,
        "PERMEN": 5,
        "PERLEMBAGA": 5,
        "KEPMEN": 6,
        "KEPLEMBAGA": 6,
        "PERDIRJEN": 6,
        "PERDA": 7,
        "PERGUB": 8,
        "PERBUP": 8,
        "PERWALI": 8,
        "KEPGUB": 9,
        "KEP": 9,
        "SE": 10,
        "SURAT": 10,
    }
)
"""Order of regulations from high to low (UU 12/2011 and custom)."""

REGIONAL_TYPES = frozenset(("PERDA", "PERGUB", "KEPGUB", "PERBUP", "PERWALI"))
LETTER_TYPES = frozenset(("SE", "SURAT"))
NORMS = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:(?:pasal|ayat|persyaratan|klausul|standar|dan|[\d,()])\s*)*"
    r"(?:kuh(?:ap|p|d|[ -]?perdata|[ -]?pidana|[ -]?dagang)|kitab\s+undang\W{0,3}undang\s+hukum"
    r"|h\.?i\.?r|r\.?b\.?g|burgerlijk|reglement|kompilasi\s+hukum|(?:sni|iso)\b[^\W\d_ /:-]*"
    r"(?:[ /:-]+(?:iso|iec))*[ /:-]*\d)",
    re.IGNORECASE,
)
"""Codes of law and standards that go by their own names: “Pasal 510 KUHP”, “HIR”, “ISO 9001”."""
NUMBERED_GUIDE = re.compile(
    r"\W*(?:\d{1,2}[.)]?\s+)?(?:petunjuk\s+(?:teknis|pelaksanaan|operasional)|juknis|juklak"
    r"|(?:buku\s+)?(?:pedoman|panduan))\b(?:\s+(?!tentang\b)[^\W\d]+){0,6}[\s:]*"
    r"(?<![^\W_])(?:nomor|no)\b[\s.:]*\S*\d",
    re.IGNORECASE,
)
"""A guide with a number of its own, by which it is found: “Juklak Nomor 3 Tahun 2020 tentang …”."""
