"""Names of document files: ASCII, short and safe on every system."""

import re
import unicodedata

from sopbatch.model import Sop
from sopbatch.text.file_names import RESERVED

LONGEST = 120
UNIT, NUMBER, TITLE = 30, 40, 40
"""Characters of each part, so that the whole stays well below the longest."""


def document_name(sop: Sop) -> str:
    """`<unit>_<number normalised>_<short title>.pdf`; two SOPs may share a name (caller's care).

    Parts that are empty are left out; a name Windows keeps for itself gets "SOP_" before it.
    """
    parts = (
        _part(sop.unit_code or sop.unit_name, UNIT),
        _part(sop.number.norm or sop.number.raw, NUMBER),
        _part(sop.title, TITLE),
    )
    stem = "_".join(part for part in parts if part) or "SOP"
    if stem.upper() in RESERVED:
        stem = f"SOP_{stem}"
    return f"{stem[: LONGEST - 4]}.pdf"


def _part(text: str, longest: int) -> str:
    """Letters, digits and hyphens of a text, cut after a whole word where one ends near."""
    plain = unicodedata.normalize("NFKD", text[:1000]).encode("ascii", "ignore").decode()
    words = re.sub(r"[^A-Za-z0-9]+", "-", plain).strip("-")
    if len(words) <= longest:
        return words
    short = words[:longest]
    whole, _, _ = short.rpartition("-")
    return whole if len(whole) > longest // 2 and words[longest] != "-" else short.rstrip("-")
