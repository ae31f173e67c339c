"""Named cases typed one after the other in, each with its name out: "Baru : 8 menit Lama : 4 …"."""

import re

COLON = re.compile(r"\s*(?:(?<!\d)(?<!https)(?<!http):|:(?![\d/]))\s*")
"""A colon that names a case: none of a clock or an address."""
LONGEST_NAME = 80
"""Characters of a name; what is longer is a sentence."""


def named_cases(text: str, end: re.Pattern[str]) -> tuple[tuple[str, str], ...]:
    """Names and what is said of each, in order; the name is "" before the first one.

    `end` is what closes a value (a unit of time, an amount): what stands between it and the next
    colon is the next name.
    """
    colons = list(COLON.finditer(text))
    if not colons or colons[0].start() > LONGEST_NAME:
        return (("", text),)
    cases: list[tuple[str, str]] = []
    name, start = text[: colons[0].start()], colons[0].end()
    for colon in colons[1:]:
        between = text[start : colon.start()]
        ends = [found.end() for found in end.finditer(between)]
        if not ends or not 0 < len(between[ends[-1] :].strip(" ,;.-/")) <= LONGEST_NAME:
            continue
        cases.append((name, between[: ends[-1]]))
        name, start = between[ends[-1] :], colon.end()
    cases.append((name, text[start:]))
    return tuple((plain(name), plain(value)) for name, value in cases)


def plain(text: str) -> str:
    """A name or value without the signs that parted it from others."""
    return text.strip(" \n,;/=-–•").strip()
