"""The register's pattern of Nomor SOP, as numbers are compared with it: blanks do not matter."""

import re
from collections.abc import Callable

from sopbatch.text.straight import straighten

_SLOT = re.compile(r"<(\w+)>")


def pattern_form(pattern: str, slot: Callable[[str], str], fixed: Callable[[str], str]) -> str:
    """The pattern with each slot as `slot` tells its name, and the texts between as `fixed` does.

    Texts are in capitals and plain signs, names in small letters.
    """
    pieces = _SLOT.split("".join(straighten(pattern).upper().split()))
    return "".join(
        slot(piece.lower()) if index % 2 else fixed(piece) for index, piece in enumerate(pieces)
    )
