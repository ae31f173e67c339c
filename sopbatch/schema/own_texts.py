"""The form's own texts and formulas, by digests that each form carries.

So what was typed over them is known.

A form says itself which texts are its own, so that forms with an earlier wording are not taken
for forms that somebody typed over.
"""

import re
from functools import lru_cache
from hashlib import sha256

OWN_TEXTS = "sopb_teks"
"""Name of the list of digests on the very hidden lists sheet."""
FORMULA = "f"
"""How the digest of a formula begins; that of a text begins with "t"."""
DIGEST = rf"[t{FORMULA}][0-9a-f]{{8}}"
DIGESTS = rf"{DIGEST}(?: {DIGEST})*"
"""Many in one cell, as returned sheets carry them in a hidden column beside their first rows."""
DIGESTS_IN_CELL = 3_000
REMEMBERED, SHORT = 4_096, 400
"""So many digests are remembered: every form repeats the same texts. Texts no longer than this."""


WORDS = re.compile(r"\bsopb_[a-z]+|\b(?!TRUE\b|FALSE\b)[A-Z]+(?=\()")
"""Names of the form and of functions; programs write FALSE with brackets or without."""


def text_digest(text: str) -> str:
    """Digest of a text, whatever its blanks; begins with a letter, so that it stays a text."""
    return _remembered(text) if len(text) <= SHORT else f"t{_digest(text)}"


@lru_cache(maxsize=REMEMBERED)
def _remembered(text: str) -> str:
    return f"t{_digest(text)}"


@lru_cache(maxsize=REMEMBERED)
def formula_digest(formula: str) -> str:
    """Digest of a formula by the texts it quotes, else (none, or a blank one) by its words.

    References move with their rows, and each format writes its own; what is quoted stays.
    """
    quoted = formula.split('"')[1::2]
    return FORMULA + _digest("|".join(quoted) or "|".join(WORDS.findall(formula)))


def _digest(text: str) -> str:
    return sha256(" ".join(text.split()).encode(errors="replace")).hexdigest()[:8]
