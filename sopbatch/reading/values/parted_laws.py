"""Regulations of one entry that “dan” or a comma joins, each as an entry of its own."""

import re

from sopbatch.reading.values.lists import marked_items
from sopbatch.reading.values.regulations import find_types, match_type
from sopbatch.text.straight import straighten

_BETWEEN = re.compile(r"[,;]?\s+(?:dan|serta)\s+(?:juga\s+)?|[,;]\s+", re.IGNORECASE)
_NUMBERED = re.compile(
    r"[^\d()]{0,60}(?:\b(?:nomor|no)\b[\s.:]*\S*\d|\d{1,4}\s*/\s*(?:19|20)\d\d)", re.IGNORECASE
)
"""A number behind the name of a type and of who issued it."""
_ENDS_NUMBERED = re.compile(
    r"(?:\d\s*/\s*|\b(?:tahun|thn|th)\b[\s.:]*)(?:19|20)\d\d\s*$", re.IGNORECASE
)
_AND = re.compile(r"\s(?:dan|serta)\s", re.IGNORECASE)
_ABOUT = re.compile(r"\btentang\b", re.IGNORECASE)
_TITLED = re.compile(r"\d[^()]*?\btentang\b(?P<title>.*)", re.IGNORECASE | re.DOTALL)


def marked_laws(text: str) -> tuple[tuple[str, bool], ...]:
    """As `marked_items`, and with regulations that stand in one item parted.

    “UU 14/2008 tentang KIP dan UU 25/2009 tentang Pelayanan Publik” are two; a regulation in
    whose title others are named (“Pelaksanaan UU … dan …”) stays one, and so do those of one
    title (“UU 23/2014 dan UU 9/2015 tentang Pemerintahan Daerah”).
    """
    return tuple(
        (part, own or at > 0)
        for item, own in marked_items(text)
        for at, part in enumerate(parted_laws(item))
    )


def parted_laws(text: str) -> tuple[str, ...]:
    """The regulations of an entry, in order; the entry itself when it is one."""
    if not match_type(straighten(text)):
        return (text,)
    for between in _BETWEEN.finditer(text):
        before, behind = text[: between.start()], text[between.end() :]
        named = match_type(behind)
        if named and _is_whole(before) and _NUMBERED.match(behind, named[1]):
            first, *rest = parted_laws(behind)
            if not _TITLED.search(before) and _has_joint_title(between.group() + first):
                return (text[: between.end() + len(first)], *rest)
            return (before, first, *rest)
    return (text,)


def _has_joint_title(text: str) -> bool:
    """Whether what stands behind a law without a title has one that is of both."""
    about = _ABOUT.search(text)
    return about is not None and _AND.search(text, 0, about.start()) is not None


def _is_whole(law: str) -> bool:
    """Whether a regulation may end there: with a title that names no other, or its number."""
    titled = _TITLED.search(law)
    if titled:
        return bool(titled["title"].strip()) and not find_types(titled["title"])
    return bool(_ENDS_NUMBERED.search(law))
