"""Mailboxes as one file (mbox): bytes come in, mails come out."""

import re
from collections.abc import Iterator

from sopbatch.intake.opening.parts import Part

_BETWEEN = re.compile(rb"(?:\A|\n\r?\n)(?=From \S[^\n]*\n[!-9;-~]+:)")
"""Where a mail begins: after a blank line, and with a header after its own line."""
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)


def read_mailbox(data: bytes) -> Iterator[Part]:
    """The mails of a mailbox in their order, without the line that begins each."""
    starts = [found.end() for found in _BETWEEN.finditer(data)]
    for number, (start, end) in enumerate(zip(starts, [*starts[1:], len(data)], strict=True), 1):
        _, _, mail = data[start:end].partition(b"\n")
        yield Part(f"surel {number}.eml", _QUOTED.sub(rb"\1", mail))
