"""The form's own texts, by digests that each form carries: what was typed over them is known.

A form says itself which texts are its own, so that forms with an earlier wording are not taken
for forms that somebody typed over.
"""

from hashlib import sha256

OWN_TEXTS = "sopb_teks"
"""Name of the list of digests on the very hidden lists sheet."""
DIGEST = r"t[0-9a-f]{8}"
DIGESTS = rf"{DIGEST}(?: {DIGEST})*"
"""Many in one cell, as returned sheets carry them in a hidden column beside their first rows."""
DIGESTS_IN_CELL = 3_000


def text_digest(text: str) -> str:
    """Digest of a text, whatever its blanks; begins with a letter, so that it stays a text."""
    return f"t{sha256(' '.join(text.split()).encode(errors='replace')).hexdigest()[:8]}"
