"""One file as received, for what needs no whole run."""

from datetime import date
from hashlib import sha256
from pathlib import Path

from sopbatch.model import Received


def sent(folder: Path, data: bytes, name: str = "SOP.xlsx") -> Received:
    """The bytes lie in the folder and were first seen on a Monday."""
    path = folder / name
    path.write_bytes(data)
    return Received(
        name=name,
        path=path,
        sha256=sha256(data).hexdigest(),
        size=len(data),
        first_seen=date(2025, 6, 2),
    )
