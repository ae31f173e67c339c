"""Classes of the words of a time, and the rules that put them together."""

from collections.abc import Mapping
from types import MappingProxyType

from sopbatch.schema.time_units import UNIT_WORDS
from sopbatch.writing.templates.exchanges import Pairs

ABSENT, OTHER = "0", "w"
"""Classes of no word, and of any other one than those below."""
REFUSED = "w ^u ^k ^x Ǧu$ nǦ un ku nk ru ju bu Ǧn"
"""Signs that are left beside one another only of what the check refuses."""
EXPLAINING = ":ocpVx.!"
"""Classes of signs beside which a word may say anything."""
LENGTH, RANGE, MOMENT = "^G$", "^KG$", "^M$"
"""What is left of a time that is read."""
_SHORT = ("dtk", "det", "tw", "th", "smt", "cawu", "'", "''")
"""Spellings of units beside which another length is not seen to be one of its own."""
_EVENTS = ("untuk", "setelah", "sejak", "sesudah", "jika", "apabila", "bila", "dengan", "dari")
_SPECIAL = (*_SHORT, "min", "jp", "jpl", "hari", "tahun", "thn", "th", "''", '"')
_DOTTED = "uUHYilkbEgFfeaAV"
"""Classes of words that may be shortened with a point."""
_WORDS: Mapping[str, str] = {
    "n": "0",
    "z": "¤",
    "q": "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh",
    "v": "sebelas belas puluh seratus ratus seribu ribu",
    "h": "½ ¼ ¾",
    "t": "setengah",
    "i": "min",
    "l": "jp jpl",
    "H": "hari",
    "Y": "tahun thn",
    "U": " ".join(_SHORT),
    "u": " ".join(word for word in UNIT_WORDS if word not in _SPECIAL),
    "s": " ".join(f"se{word}" for word in UNIT_WORDS if word.isalpha() and word != "min"),
    "k": "kerja krj efektif ef kalender kal",
    "a": "pelajaran pembelajaran",
    "A": "anggaran ajaran akademik takwim fiskal",
    "b": "sekitar estimasi lk ± maks maksimal maksimum max maximal maximum mak < ≤",
    "E": "minimal minimum > ≥",
    "e": "selama antara",
    "D": "dalam",
    "F": "waktu waktunya",
    "f": "lama lamanya durasi durasinya",
    "g": "proses penyelesaian pengerjaan pelayanan layanan pelaksanaan surat berkas dokumen"
    " kegiatan rapat dibutuhkan diperlukan",
    "J": "yang yg",
    "I": "itu ini sama",
    "O": "juga jg",
    "Z": "saat disaat dihari",
    "S": "langsung segera otomatis realtime seketika",
    "B": "pada di",
    "r": "sd sampai hingga",
    "d": "-",
    "x": "x × kali",
    "*": "*",
    "p": "/ per tiap setiap",
    "o": "(",
    "c": ")",
    "y": "atau",
    "L": "lebih",
    "Q": "kurang",
    "j": ", & dan ;",
    "+": "+",
    ":": ": =",
    "@": "@",
    "~": "~",
    ".": ".",
    '"': '"',
    "V": " ".join(_EVENTS),
    "!": "s d 0. ¤. # ? % per. tiap. setiap. dan. atau. kali. x. sampai. hingga.",
}
CLASS_WORDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        sign: (*words.split(), *(f"{word}." for word in words.split() if sign in _DOTTED))
        for sign, words in _WORDS.items()
    }
)
TERMINALS: Mapping[str, str] = MappingProxyType(
    {sign: f"9{at // 9}{at % 9}" for at, sign in enumerate((ABSENT, OTHER, *_WORDS))}
)
"""Code of each class: only the first digit is a 9, so that none stands between two others."""
_MADE = {"Ǧ": "G", "Ḱ": "K", "Ḿ": "M", "Ṕ": "P", "Ć": "C", "Ω": "W", "Ł": "N", "Ḻ": "T"}
"""Signs that rules make: a length, what makes it a range, a moment, what a time is counted by, what
stands in brackets, an open bracket with a number in words, lessons, and how long one is.
"""


def _rules(text: str) -> Pairs:
    """Each rule "a>b", in signs of classes, in codes."""
    pairs = (rule.split(">") for rule in text.split())
    return tuple((_coded(old), _coded(new)) for old, new in pairs)


def _coded(signs: str) -> str:
    return "".join(TERMINALS.get(sign) or _MADE.get(sign, sign) for sign in signs)


FIRST_RULES: Pairs = (
    (TERMINALS[ABSENT], ""),
    *_rules(
        "JI>I IO>I HkI>Ḿ HI>Ḿ ZI>Ḿ FI>Ḿ S>Ḿ BḾ>Ḿ DḾ>Ḿ D>e YA>u Ya>u "
        "oq>Ω ov>Ω Ωv>Ω Ωq>Ω Ωv>Ω nΩc>n qv>v vq>v qonc>n vonc>n "
        "tt>! nt>n qt>n nh>n eF>e ^bF>^b F>f fg>f fg>f fg>f ^fz>^z ^fn>^n ^fb>^b ^fE>^E ^f:>^ "
        "q>n h>n t>n n+n>n n+n>n n*n>nxn ni>nU i>E Y>u H>u g>w"
    ),
)
LAST_RULES: Pairs = _rules(
    '"n>!n n">nU '
    "uk>u uokc>u nxnu>nu nxnU>nU nxnl>nl zl>nl nl>Ł @nu>Ḻ xnu>Ḻ ol:>oŁ: oŁ:nuc>Ḻ oḺc>Ḻ ŁḺ>Ǧ Ł>Ǧ "
    "z>n nu>Ǧ s>Ǧ ^+>^b +>j ǦǦ>Ǧ ǦjǦ>Ǧ ǦǦ>Ǧ nU>Ǧ ^r>^b d>r nrǦ>ḰǦ ǦrǦ>ḰǦ ǦyL>Ǧ ǦyQ>Ǧ "
    "oV>ow ww>w ww>w ww>w pnw>Ṕ pw>Ṕ Ṕk>Ṕ pu>Ṕ Ṕw>Ṕ owc>Ć obc>b oṔc>Ć eE>E ^e>^b be>b ^~>^b "
    "bb>b bḰ>Ḱ ǦĆ>Ǧ Ǧb>Ǧ ǦṔ>Ǧ ǦĆ>Ǧ Ǧb>Ǧ ^bǦ>^Ǧ ^EǦ>^Ǧ ḾĆ>Ḿ .$>$ j$>$ **$>$ *$>$ *c$>$"
)
REFUSED_SHAPES = tuple(map(_coded, REFUSED.split()))
EXPLAINING_SIGNS = tuple(map(_coded, EXPLAINING))
