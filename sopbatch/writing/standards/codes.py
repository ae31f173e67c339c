"""An address in, its QR code as SVG out; the door to segno."""

import re
from io import BytesIO

import segno

from sopbatch.writing.palette import HOUSE

LONGEST = 300
"""Characters of an address; longer ones make squares too small for a phone held at arm's length."""
_WEB = re.compile(r"https?://[!-~]+", re.IGNORECASE)


def is_web(address: str) -> bool:
    """Whether it is an address of a page that a telephone may open."""
    return len(address) <= LONGEST and _WEB.fullmatch(address) is not None


def qr_code(address: str) -> bytes:
    """An SVG with the usual white border of four modules; b"" for what is no web address."""
    if not is_web(address):
        return b""
    stream = BytesIO()
    code = segno.make(address, error="m", micro=False, boost_error=False)
    code.save(
        stream, kind="svg", border=4, dark=HOUSE, light="#ffffff", omitsize=True, xmldecl=False
    )
    return stream.getvalue()
