"""Ways to complain in, each by its kind with its number or address out."""

import re
from collections.abc import Iterable, Iterator
from itertools import pairwise

from sopbatch.model.standards import Channel
from sopbatch.reading.values.cases import plain
from sopbatch.text.straight import straighten

LONGEST = 800
"""Characters of an item that are looked at."""
(FACE, BOX, PHONE, WHATSAPP, SMS, FAX, MAIL, WEB, LAPOR, SOCIAL, APP, LETTER) = (
    "Tatap muka",
    "Kotak saran",
    "Telepon",
    "WhatsApp",
    "SMS",
    "Faksimile",
    "Surel",
    "Laman",
    "SP4N-LAPOR!",
    "Media sosial",
    "Aplikasi",
    "Surat",
)
_WORDS: tuple[tuple[str, str], ...] = (
    (LAPOR, r"sp4n[\s-]*lapor!?|\blapor!|\baplikasi lapor!?|\bsp4n\b"),
    (
        BOX,
        r"\bkotak\b(?: (?:saran|aduan|pengaduan|kritik))?(?: dan (?:saran|pengaduan|kritik))?",
    ),
    (WHATSAPP, r"whats ?app|\bwa\b(?: center)?"),
    (SMS, r"\bsms\b(?: center)?"),
    (FAX, r"\bfax\b|faksimil[ei]|faximile"),
    (MAIL, r"e-?mail|\bsurel\b|alamat surel"),
    (WEB, r"website|\blaman\b|situs(?: web)?|\bweb\b"),
    (PHONE, r"telep(?:on|hone)|telpon|\btelp\b\.?|\btlp\b\.?|call cent(?:er|re)|hotline|\bhp\b"),
    (SOCIAL, r"instagram|facebook|twitter|tiktok|media sosial|\big\b(?=\W)|\bfb\b(?=\W)"),
    (FACE, r"tatap muka|datang langsung|secara langsung|meja pengaduan|loket (?:pengaduan|aduan)"),
    (APP, r"aplikasi|\bapp\b"),
    (LETTER, r"surat(?! edaran| keterangan| permohonan)"),
)
_KIND = re.compile(
    "|".join(f"(?P<k{at}>{words})" for at, (_, words) in enumerate(_WORDS)), re.IGNORECASE
)
_ADDRESS = re.compile(
    r"(?P<mail>[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4})"
    r"|(?P<web>https?://[^\s,;()]{1,200}|www\.[^\s,;()]{3,200}"
    r"|(?<![\w@.])[\w-]{2,63}(?:\.[\w-]{2,63}){0,3}\.(?:go\.id|id|com|org|net|example)\b[^\s,;()]*)"
    r"|(?P<user>(?<![\w.])@[\w.]{2,40})"
    r"|(?P<phone>\(?(?:\+62|0)\d{0,4}\)?(?:[ .-]{0,2}\d{2,5}){1,4}(?![\w@]))"
    r"|(?P<short>(?<![\d.,-])1\d{2,6}(?![\d.,-]))",
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\n|;\s")
_NUMBERED = (PHONE, WHATSAPP, SMS, FAX)


def parse_channels(items: Iterable[str]) -> tuple[Channel, ...]:
    """The channels that some items tell; one without a known kind or address has kind ""."""
    return tuple(
        Channel(one.kind, one.value, one.raw, item)
        for item, text in enumerate(items, start=1)
        for piece in _pieces(text)
        for one in _channels(piece)
    )


def _pieces(text: str) -> Iterator[str]:
    """Parts of an item, each with one word of a kind at most, or none."""
    straight = "\n".join(straighten(line) for line in text[:LONGEST].split("\n"))
    for line in filter(None, map(plain, _BETWEEN.split(straight))):
        taken = [found.span() for found in _ADDRESS.finditer(line)]
        words = [
            found
            for found in _KIND.finditer(line)
            if not any(start <= found.start() < end for start, end in taken)
        ]
        starts = [
            word.start()
            for before, word in pairwise(words)
            if before.lastgroup != word.lastgroup and _is_next(line[before.end() : word.start()])
        ]
        edges = [0, *starts, len(line)]
        yield from filter(None, (plain(line[a:b]) for a, b in pairwise(edges)))


def _is_next(between: str) -> bool:
    """Whether another channel begins after these words, and not "Telepon/WhatsApp: 08…"."""
    return bool(re.search(r"[\w)]", between)) or bool(re.search(r"[,;\n]", between))


def _channels(piece: str) -> Iterator[Channel]:
    named = [_WORDS[int((found.lastgroup or "k0")[1:])][0] for found in _KIND.finditer(piece)]
    found = list(_ADDRESS.finditer(piece))
    if not found:
        yield from (Channel(kind, "", piece) for kind in dict.fromkeys(named or [""]))
        return
    for address in found:
        value = address.group().strip(" .,;")
        for kind in _kinds(address, named):
            yield Channel(kind, value, piece)


def _kinds(address: re.Match[str], named: list[str]) -> tuple[str, ...]:
    """Kinds of an address, by itself and by the words beside it; two for "Telepon/WhatsApp"."""
    text = address.group().casefold()
    if address["mail"]:
        return (MAIL,)
    if address["web"]:
        return (LAPOR if "lapor.go.id" in text or LAPOR in named else WEB,)
    if address["user"]:
        return (SOCIAL,)
    if LAPOR in named:
        return (LAPOR,)
    numbered = tuple(dict.fromkeys(kind for kind in named if kind in _NUMBERED))
    return numbered or (() if address["short"] else (PHONE,))
