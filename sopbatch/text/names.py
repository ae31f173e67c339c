"""How names and titles are compared: what people write comes in, the form they are equal in out.

One way for titles of SOPs, offices, units and people, wherever they are compared.
"""

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import takewhile
from types import MappingProxyType

from sopbatch.text.abbreviations import ABBREVIATIONS, DEGREE, HONORIFICS
from sopbatch.text.alike import slips
from sopbatch.text.straight import straighten

Aliases = Mapping[tuple[str, ...], tuple[str, ...]]
"""Words of another name to those of the official one."""
NO_ALIASES: Aliases = MappingProxyType({})

_ONE_SOP = (
    r"(?:standar[dt]?\s+operasional\s+prosedur|standard\s+operating\s+procedures?"
    r"|s\.?o\.?p(?![^\W_])\.?|\(\s*s\.?o\.?p\.?(?:[\s-]*ap)?\s*\))"
    r"(?:[\s_-]*(?:administrasi\s+pemerintahan|ap(?![^\W_])))?[\s:._/–—-]*"
)
SOP_IN_FRONT = re.compile(rf"[^\w(]*(?:{_ONE_SOP})+(?:tentang\b\s*)?", re.IGNORECASE)
"""“SOP”, written out, twice, or with its own abbreviation, in front of a title."""
_OTHER_SOP = (
    r"(?:standar[dt]?\s+(?:prosedur\s+operasional|operasional\s+dan\s+prosedur|operating\s+procedures?)"
    r"|prosedur\s+operasional\s+standar|s\.?p\.?o\b\.?|\(\s*spo\s*\)"
    r"|(?-i:P\.?O\.?S)\b\.?(?=\s+(?-i:[A-Z]?[a-z]+an)\b)|protap\b|prosedur\s+tetap\b)[\s:./–—-]*"
)
_IN_FRONT = re.compile(
    rf"[^\w(]*(?:\d{{1,2}}[.)]\s*)?(?:(?:nama|judul)\s*(?:s\.?o\.?p\b)?\s*:\s*)?"
    rf"(?:(?:draft?|rancangan|konsep|usulan)\s+(?={_ONE_SOP}))?"
    rf"(?:(?:{_ONE_SOP}|{_OTHER_SOP})+(?:(?:mikro|makro)\b\s*)?"
    rf"(?:(?:(?:nomor|no)\b[\s.:]*)?\S*\d\S*\s+(?=tentang\b))?(?:tentang\b\s*)?)?",
    re.IGNORECASE,
)
"""All of that by other names as well, with what is only said of the SOP: “SOP Mikro …”.

POS is one in capitals alone: “Pos Bantuan Hukum” is a post.
"""
_PROCEDURE = re.compile(r"^prosedur\b[\s:.-]*")
YEAR = re.compile(
    r"(?P<name>\b(?:sensus(?:\s+(?:penduduk|pertanian|ekonomi))?|pemilu|pemilihan umum"
    r"|(?:pilkada|pemilihan)(?: serentak)?|regsosek|pilpres|visi|agenda|indonesia emas"
    r"|17 agustus|(?:nomor|no\.?|uu|pp|perpres|permen\w*|perda|pergub|perbup|perwali)"
    r"\s*\d+\s+tahun)\s+)?"
    r"(?:\b(?:tahun|thn?\b\.?|t\.?a\b\.?|t\.?p\b\.?)\s*(?:(?:anggaran|ajaran|pelajaran|akademik)\s+)?)?"
    r"(?<![:/\d-])\b(?:19|20)\d\d(?:\s?/\s?(?:19|20)\d\d)?\b(?![:/\d-])",
    re.IGNORECASE,
)
"""A year, also one of a budget or school (“TA 2025”, “tahun pelajaran 2025/2026”).

Group “name” when it belongs to a proper name, such as “Sensus Penduduk 2020”.
"""
_PERIOD = re.compile(r"(?<=\d{4})\s+[-–]\s+(?=\d{4}\b)")
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
_TIMES = re.compile(r"([^\W\d_])([2-4])")
_SHORT_FIRST = re.compile(r"\b(\w{2,12})\s*\(([^()]*)\)")
_LONGEST_SHORT = 12
"""Letters of a short name, and words that it stands for."""
_SURE = 3
"""Letters of a word in which one slip makes another word."""
_REACH = 200
"""Characters before brackets in which the words of a short name are sought."""
_LITTLE = frozenset(("dan", "di", "untuk", "bagi", "dalam", "pada", "dengan"))
"""Words that a short name may leave out."""
_ACTING = re.compile(
    r"^\s*(?:(?:plt|plh|pjs|pj|a\.n|u\.b)\b[\s.:]*|(?:an|ub)\.\s+"
    r"|(?:pelaksana (?:tugas|harian)|penjabat|atas nama)\b\s*)"
)
_FIRST = frozenset(short.partition(" ")[0] for short in ABBREVIATIONS)
_GLUED_DEGREES = re.compile(r"(?<=[a-z]{2})\.(?=[a-z])")
"""The point between two of them: “ST.MT”."""
_HONORIFIC = re.compile(rf"^(?:(?:{'|'.join(sorted(HONORIFICS))})\b[\s.()]*)+")


@lru_cache(maxsize=256)
def folded(text: str) -> str:
    """For comparison: straightened (see `straighten`) and in one letter case.

    Remembered, since one text is asked for by many rules.
    """
    return straighten(text).casefold()


@lru_cache(maxsize=256)
def spelt(text: str) -> str:
    """The folded words of a text, abbreviations written out."""
    return " ".join(_written_out(list(words(text))))


def words(text: str) -> tuple[str, ...]:
    """Folded words of letters and digits."""
    return tuple(re.findall(r"\w+", folded(text)))


def without_sop(title: str) -> str:
    """The title without “SOP” in front."""
    found = _IN_FRONT.match(title)
    return title[found.end() :] if found else title


def without_brackets(text: str) -> str:
    """The text without what brackets add to it."""
    return " ".join(_BRACKETS.sub(" ", text).split())


def stray_years(title: str) -> tuple[str, ...]:
    """Years in a title that are no part of a proper name, as written."""
    return tuple(
        found.group() for found in YEAR.finditer(_PERIOD.sub("-", title)) if not found["name"]
    )


def without_stray_years(title: str) -> str:
    """The title without years that are no part of a proper name."""
    return YEAR.sub(lambda found: found.group() if found["name"] else " ", _PERIOD.sub("-", title))


def title_years(title: str) -> frozenset[str]:
    """The years a title names, which `name_key` leaves out."""
    return frozenset(year[-4:] for year in stray_years(title))


def name_key(text: str, aliases: Aliases = NO_ALIASES) -> str:
    """The form in which two titles or names of offices are equal.

    Letter case, punctuation, “SOP” in front, years that belong to no proper name, short names in
    brackets, abbreviations and other names make no difference.
    """
    said = _remembered_words(text) if len(text) <= _REMEMBERED else _title_words(text)
    return " ".join(_renamed(said, aliases))


def _title_words(text: str) -> tuple[str, ...]:
    """The words of a title or name that make a difference."""
    plain = _without_short_names(without_sop(folded(without_sop(text))))
    plain = _PROCEDURE.sub("", without_stray_years(plain).strip()).replace("&", " dan ")
    return tuple(_written_out(re.findall(r"[^\W_]+", plain)))


_REMEMBERED = 300
"""Letters of a text of which the words are remembered: each title is asked for some forty times."""
_remembered_words = lru_cache(maxsize=4096)(_title_words)


def person_key(name: str) -> str:
    """The form in which two names of one person are equal: no degrees, titles or prefixes."""
    plain = _ACTING.sub("", folded(name)).partition(",")[0]
    plain = _HONORIFIC.sub("", plain)
    plain = _GLUED_DEGREES.sub(" ", without_brackets(plain) or plain)
    said = re.sub(r"(?<=\w)\.(?=\w)", "", plain).replace(".", " ").split()
    while len(said) > 1 and (taken := _degree_at_end(said)):
        said = said[:-taken]
    return " ".join(re.findall(r"\w+", " ".join(said)))


def are_different_people(left: str, right: str) -> bool:
    """Whether two names (see `person_key`) can hardly be one person's.

    Every word of the shorter one has its like in the longer one: a letter apart, or its initial.
    """
    whole = "".join(left.split()), "".join(right.split())
    if slips(*whole, 1) <= 1:
        return False  # “Nurhayati” is Nur Hayati.
    shorter, longer = sorted((left.split(), right.split()), key=len)
    rest = list(longer)
    for word in shorter:
        like = next((other for other in rest if _may_be(word, other)), None)
        if like is None:
            return True
        rest.remove(like)
    return not shorter


def _may_be(word: str, other: str) -> bool:
    if len(word) == 1 or len(other) == 1:
        return word[0] == other[0]
    short, long = sorted((word, other), key=len)
    if 2 <= len(short) <= _SURE and short[0] == long[0] and _is_within(short, long):
        return True  # “Muh.” is Muhammad, “St.” Siti.
    return slips(word, other, 1) <= (max(len(word), len(other)) > _SURE)


def _is_within(letters: str, word: str) -> bool:
    """Whether the letters stand in the word, in order."""
    rest = iter(word)
    return all(letter in rest for letter in letters)


def aliases_of(names: Iterable[tuple[str, Iterable[str]]]) -> Aliases:
    """Official names with their other ones, ready for `name_key`."""
    found: dict[tuple[str, ...], tuple[str, ...]] = {}
    for official, others in names:
        right = tuple(name_key(official).split())
        for other in others:
            wrong = tuple(name_key(other).split())
            if wrong and wrong != right:
                found.setdefault(wrong, right)
    # The longest first: that is how they are taken.
    ordered = sorted(found.items(), key=lambda pair: (-len(pair[0]), pair[0]))
    return MappingProxyType(dict(ordered))


def _without_short_names(text: str) -> str:
    """The text without brackets that hold the short form of the words before them."""

    def told(found: re.Match[str]) -> str:
        before = text[max(0, found.start() - _REACH) : found.start()]
        return "" if _is_short_of(re.sub(r"\W", "", found[1]), before) else found.group()

    def full(found: re.Match[str]) -> str:
        return found[2] if _is_short_of(found[1], found[2][-_REACH:]) else found.group()

    return _SHORT_FIRST.sub(full, _BRACKETS.sub(told, text))


def _is_short_of(short: str, before: str) -> bool:
    """Whether the letters stand in the words before, in order, each word begun at its start.

    Words may give letters within as well (“Musrenbang”), and a digit says how often one stands
    there (“SP2D”).
    """
    short = _TIMES.sub(lambda found: found[1] * int(found[2]), short)
    if not 2 <= len(short) <= _LONGEST_SHORT or not short.isalpha():
        return False
    if len(short) > 2 and _is_spread(short, re.findall(r"\w+", before)[-_LONGEST_SHORT:]):
        return True
    reached = frozenset[int]()
    for word in re.findall(r"\w+", before)[-_LONGEST_SHORT:]:
        # Letters of the short name that words up to this one may have spelt; any may be its first.
        begun = (reached | {0}) - {len(short)}
        taken = frozenset(at + size for at in begun for size in _alike(short[at:], word))
        reached = taken | (begun if word in _LITTLE else frozenset())
    return len(short) in reached


def _is_spread(short: str, said: list[str]) -> bool:
    """Whether the letters stand in the last words, from the start of one and over several."""
    for place, word in enumerate(said):
        if word[0] == short[0] and not _is_within(short, word):
            return _is_within(short, "".join(said[place:]))
    return False


def _alike(short: str, word: str) -> range:
    """How many of the first letters a word may give to the rest of a short name."""
    pairs = zip(short, word, strict=False)
    return range(1, sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], pairs)) + 1)


def _written_out(said: list[str]) -> list[str]:
    """Abbreviations written out, the longest first: “ka subbag” is “kepala subbagian”."""
    found: list[str] = []
    place = 0
    while place < len(said):
        for length in (3, 2, 1) if said[place] in _FIRST else ():
            full = ABBREVIATIONS.get(" ".join(said[place : place + length]))
            if full is not None and place + length <= len(said):
                found += full.split()
                break
        else:
            found.append(said[place])
            length = 1
        place += length
    return found


def _renamed(said: Sequence[str], aliases: Aliases) -> Sequence[str]:
    """Other names of the register in the place of official ones, in the order of the aliases."""
    present = frozenset(said)
    for wrong in aliases:
        if not present.issuperset(wrong):
            continue
        right, found, place = aliases[wrong], list[str](), 0
        while place < len(said):
            names = sorted((right, wrong), key=len, reverse=True)
            here = (name for name in names if tuple(said[place : place + len(name)]) == name)
            name = next(here, None)
            found += right if name else (said[place],)
            place += len(name) if name else 1
        said, present = found, frozenset(found)
    return said


def _degree_at_end(said: list[str]) -> int:
    """How many words at the end are a degree: “me”, or “m si”; 0 for none."""
    for length in (2, 1):
        tail = "".join(re.findall(r"\w+", "".join(said[-length:])))
        if len(said) > length and DEGREE.fullmatch(tail):
            return length
    return 0
