"""A Waktu cell's text in, its words, numbers and signs out."""

import re
from dataclasses import dataclass

_TOKEN = re.compile(
    r"""
    (?P<blank>\s+)
  | (?P<note>\([^()]*\))
  | (?P<approx>±|\+\s?/\s?-|-\s?/\s?\+|\+-|-\+|(?:kurang\ lebih|lebih\ kurang|sekitar|kira-kira
      |rata-rata|estimasi)(?![^\W\d_])[.:]?
      |(?:lk\b|l\.\s?k\b)\.?)
  | (?P<upper><=?|≤|(?:maks|max|mak)(?:imal|imum)?(?![^\W\d_])[.:]?
      |(?:paling\ (?:lama|lambat|banyak)|(?:se)?lambat(?:[-\ ]lambatnya|nya)|selama-lamanya
      |tidak\ lebih\ dari|kurang\ dari)(?![^\W\d_]):?)
  | (?P<lower>>=?|≥|minim(?:al|um)(?![^\W\d_]):?|(?<!\d)(?<!\d\ )min(?![^\W\d_])\.?
      |(?:paling\ (?:cepat|sedikit|singkat)|sekurang-kurangnya|lebih\ dari)(?![^\W\d_]):?)
  | (?P<times>(?:[x×*]|kali)(?=\s*\d))
  | (?P<sep>-+|~|(?:s\s?[./]*\s?d(?![^\W\d_])(?:\s?\.)*|sampai(?:\ dengan)?\b|hingga\b))
  | (?P<fraction>[1-9]\s?/\s?[2-9](?!\d))
  | (?P<number>\d{1,3}(?:\.\d{3})+(?![\d,])|\d{1,6}(?:[.,]\d{1,2})?(?![.,]?\d))
  | (?P<per>/|(?:per|untuk\ (?:setiap|tiap|1|satu)|setiap|tiap)\b)
  | (?P<extended>(?:(?:dan\s+)?(?:dapat|bisa|boleh)\s+)?(?:di)?perpanjang(?:an)?\b
      |(?:dan\s+)?(?:dapat|bisa|boleh)\s+ditambah\b|(?:ter|ber)gantung\b|menyesuaikan\b|sesuai\b)
  | (?P<joiner>[;,+&]|(?:dan|atau)(?![^\W\d_]))
  | (?P<each>@)
  | (?P<event>(?:sejak|setelah|sesudah|terhitung|sebelum|jika|apabila|bila|bilamana|kalau|dari
      |untuk|dengan|tuntas|selesai|non-?stop|non\ stop|penuh)\b|selama\b(?!\s*\d)|hari\ ke[-\ ]?\d+)
  | (?P<mark>'{1,2}|")
  | (?P<word>[^\W\d_]+\.*)
  | (?P<junk>.)
    """,
    re.VERBOSE | re.IGNORECASE | re.DOTALL,
)
_KINDS = {"extended": "event"}
"""“10 hari kerja, dapat diperpanjang 7 hari”, “3 hari sesuai kebutuhan”: times with a note."""


@dataclass(frozen=True, slots=True)
class Token:
    """A word, number or sign of a Waktu cell."""

    kind: str
    text: str
    start: int

    @property
    def word(self) -> str:
        """Lower case, without the point of an abbreviation."""
        return self.text.lower().rstrip(".")


END = Token("end", "", -1)


def tokenize(text: str) -> tuple[Token, ...]:
    """Tokens of a straightened text, blanks left out."""
    return tuple(
        Token(_KINDS.get(kind := found.lastgroup or "junk", kind), found.group(), found.start())
        for found in _TOKEN.finditer(text)
        if found.lastgroup != "blank"
    )
