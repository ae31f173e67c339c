"""SOPs that stand in one line of Keterkaitan, each as an entry of its own."""

import re

from sopbatch.reading.values.lists import marked_items

_FIRST = re.compile(r"[^\w(]*s\.?o\.?p\b", re.IGNORECASE)
_BETWEEN = re.compile(
    r"\s*[,;&]\s*(?:(?:dan|serta)\s+)?(?=s\.?o\.?p\b)|(?<=[^\W\d])\s*/\s*(?=s\.?o\.?p\.?\s+[^\W\d])",
    re.IGNORECASE,
)
"""A stroke as well, in front of a title; within a number it divides nothing: “065/SOP-TL.03”."""


def marked_titles(text: str) -> tuple[tuple[str, bool], ...]:
    """As `marked_items`; “SOP Surat Masuk, SOP Surat Keluar” are two.

    “dan” alone divides nothing: a title may end in “… dan SOP Perangkat Daerah”.
    """
    return tuple(
        (part, own or at > 0)
        for item, own in marked_items(text)
        for at, part in enumerate(_BETWEEN.split(item) if _FIRST.match(item) else (item,))
    )
