"""A date text in, the text without its day of the Islamic calendar and without "M" or "Masehi" out.

Offices date by both calendars; the civil date counts. The other is never converted, since its
months begin with the sighting of the moon, a day earlier or later.
"""

import re

from sopbatch.text.alike import slips

_DAY = (
    r"(?<!\d)\d{1,2} (?!h\b)[a-z][a-z' -]{2,20}? 1[345]\d\d"
    r"(?: ?(?:h\b\.?|hijr(?:iy?ah|iyyah|i)\b))?(?!\d)"
)
"""Years 1300 to 1599, which no civil date of an office has."""
_JOINED = r"[ /,;=(]*(?:\b(?:bertepatan|atau)(?: dengan)?(?: tanggal)?\b ?)?"
_MEETS = re.compile(
    r"\b(?:(?:atau|yang|yg) )?(?P<meets>sama dengan|[a-z]{8,18})"
    r"(?P<rest>(?: (?!\d)[a-z]{2,7}\.?){0,3}?) ?(?=\d)"
)
"""What may stand between the two days in words."""
_BESIDE_MEETS = ("dengan", "dg", "dgn", "dng", "pada", "tanggal", "tgl")
_SLIPS = 3
"""Letters by which “bertepatan” is still known: “berketepatan”, “bertetapan”."""
_HIJRI = re.compile(rf"(?P<before>{_JOINED})(?P<day>{_DAY})(?P<behind>[ /;=)-]*,?{_JOINED}-? ?)")
_CIVIL = re.compile(r"(?<=\d{4}) ?(?:m|masehi)\b\.?(?=$|[ )])")
_PLACE = re.compile(r"[^\W\d_][^\d,]*$")


def without_hijri(text: str) -> str:
    """The civil date of a straightened text in lower case; the text itself if there is no other."""
    rest = text = _MEETS.sub(_as_meant, text)
    if found := _HIJRI.search(text):
        front, behind = text[: found.start()], text[found.end() :]
        place = f"{front}, " if "," in found["before"] and _PLACE.search(front) else f"{front} "
        rest = f"{place}{behind}".strip(" /,;=()-")
        if not any(sign.isdigit() for sign in rest):
            return text
    return _CIVIL.sub("", rest).strip()


def _as_meant(found: re.Match[str]) -> str:
    """“bertepatan ” for however that was spelt, with or without “dengan” behind it."""
    meets, beside = found["meets"], found["rest"].replace(".", " ").split()
    known = meets == "sama dengan" or any(
        slips(meets, meant, _SLIPS) <= _SLIPS for meant in ("bertepatan", "bertepatandengan")
    )
    said = all(
        word in _BESIDE_MEETS or slips(word, "dengan", 1) <= 1 or slips(word, "tanggal", 1) <= 1
        for word in beside
    )
    return "bertepatan " if known and said else found.group()
