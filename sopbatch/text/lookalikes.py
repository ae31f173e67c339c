"""Letters that are typed for digits: O for zero, l or I for one."""

import re

LOOKALIKES = str.maketrans("OolI", "0011")
_ZERO_AS_LETTER = re.compile(r"(?<![^\W_])(?=\d*[Oo])(?=[Oo]*\d)[\dOo]{2,3}(?![^\W_])")
"""Two or three digits with a letter O among them and nothing else: “O12”, “TL.O1”."""


def with_zeros(text: str) -> str:
    """The text with 0 for each letter O that stands among two or three digits."""
    return _ZERO_AS_LETTER.sub(lambda found: found.group().translate(LOOKALIKES), text)
