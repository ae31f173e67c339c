"""Lines of a list that only lead in to those below them: no items of their own."""

import re
from collections.abc import Sequence

_OPEN = re.compile(
    r":\s*$|\b(?:meliputi|mencakup|adalah|yaitu|yakni|berupa|untuk|antara lain|di ?antaranya"
    r"|terdiri (?:dari|atas)|sebagai berikut)\s*$",
    re.IGNORECASE,
)
"""How such a line ends: with a colon, or with a word that must go on."""

_KIND = re.compile(
    r"\s*(?:undang-? ?undang|(?:peraturan|keputusan|instruksi) (?:pemerintah|presiden|menteri"
    r"|daerah|gubernur|bupati|wali ?kota|kepala daerah))\s*$",
    re.IGNORECASE,
)
"""A kind of law alone, as a heading of those below it: “Undang-Undang”, “Peraturan Menteri”."""


def lead_ins(lines: Sequence[str]) -> tuple[bool, ...]:
    """Of each line whether it leads in to what follows (“Peralatan:”).

    Below it stands a line that leads in to nothing: of “PPK:” and “Kepala Bagian:” alone each is
    an item.
    """
    opens = [bool(_OPEN.search(line) or _KIND.match(line)) for line in lines]
    last = max((at for at, leads in enumerate(opens) if not leads), default=0)
    return tuple(at < last and leads for at, leads in enumerate(opens))
