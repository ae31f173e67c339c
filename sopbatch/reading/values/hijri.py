"""A date text in, the text without its day of the Islamic calendar and without "M" or "Masehi" out.

Offices date by both calendars; the civil date counts. The other is never converted, since its
months begin with the sighting of the moon, a day earlier or later.
"""

import re

_DAY = (
    r"(?<!\d)\d{1,2} (?!h\b)[a-z][a-z' -]{2,20}? 1[345]\d\d"
    r"(?: ?(?:h\b\.?|hijr(?:iy?ah|iyyah|i)\b))?(?!\d)"
)
"""Years 1300 to 1599, which no civil date of an office has."""
_JOINED = r"[ /,;=(]*(?:\b(?:bertepatan|atau)(?: dengan)?(?: tanggal)?\b ?)?"
_HIJRI = re.compile(rf"(?P<before>{_JOINED})(?P<day>{_DAY})(?P<behind>[ /;=)-]*,?{_JOINED}-? ?)")
_CIVIL = re.compile(r"(?<=\d{4}) ?(?:m|masehi)\b\.?(?=$|[ )])")
_PLACE = re.compile(r"[^\W\d_][^\d,]*$")


def without_hijri(text: str) -> str:
    """The civil date of a straightened text in lower case; the text itself if there is no other."""
    rest = text
    if found := _HIJRI.search(text):
        front, behind = text[: found.start()], text[found.end() :]
        place = f"{front}, " if "," in found["before"] and _PLACE.search(front) else f"{front} "
        rest = f"{place}{behind}".strip(" /,;=()-")
        if not any(sign.isdigit() for sign in rest):
            return text
    return _CIVIL.sub("", rest).strip()
