"""Reports of mail servers that an answer did not arrive, told apart from mails that bring files.

A report often holds the whole answer with the marked copy in it: taken for a mail of an agency, it
would come in as a new version of the SOP. Anybody can write such a report, so it is shown and
nothing follows from it.
"""

import re
from collections.abc import Mapping
from hashlib import sha256

from sopbatch.intake import head_of
from sopbatch.ledger import Bounce, Sending
from sopbatch.text.plain import in_one_line

LOOKED_AT = 512 << 10
"""Bytes of a mail that are looked at: reports begin with what failed."""
MACHINES = re.compile(r"(mailer-daemon|postmaster)@")
_REPORT = re.compile(rb"^content-type:[ \t]*multipart/report\b", re.IGNORECASE | re.MULTILINE)
_ID = re.compile(rb"<[!-;=?-~]{1,250}>")
_ADDRESS = re.compile(
    rb"^(?:final|original)-recipient:[ \t]*rfc822;[ \t]*([!-~]{1,250})",
    re.IGNORECASE | re.MULTILINE,
)
_ACTION = re.compile(rb"^action:[ \t]*([a-z]{1,20})", re.IGNORECASE | re.MULTILINE)
_WHY = re.compile(rb"^diagnostic-code:[ \t]*([^\r\n]{1,300})", re.IGNORECASE | re.MULTILINE)


def bounce_of(data: bytes, sendings: Mapping[str, Sending]) -> Bounce | None:
    """What a mail reports about an answer that was sent; None when it is another mail."""
    begin = data[:LOOKED_AT]
    letter = head_of(begin)
    if not (MACHINES.match(letter.sender) or _REPORT.search(begin)):
        return None
    named = (one.decode("ascii") for one in _ID.findall(begin))
    answer = next((sendings[one] for one in named if one in sendings), None)
    action = _ACTION.search(begin)
    if answer is None or (action and action[1].lower() != b"failed"):
        return None
    address, why = _ADDRESS.search(begin), _WHY.search(begin)
    return Bounce(
        answer.message_id,
        sha256(data).hexdigest(),
        _text(address[1]) if address else answer.address,
        _text(why[1]) if why else "",
        letter.day,
    )


def _text(raw: bytes) -> str:
    return in_one_line(raw.decode("utf-8", "replace"))
