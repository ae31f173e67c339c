"""What reading and checking one file gave, as bytes for the next run, and when it still holds."""

import sys
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path
from types import MappingProxyType
from typing import Any

from sopbatch.batch.workshop.lean_cells import mappings_of, rows_of
from sopbatch.model import (
    Drawn,
    FormReading,
    Place,
    Received,
    Register,
    Review,
    Settings,
    Submission,
)
from sopbatch.workers import pickled, unpickled

DIGEST = 64
"""Characters of a digest."""
DAYS = len("2026-01-31")
HEAD = DIGEST + 2 * DAYS
"""Characters that tell how a file was judged, and the first and last day on which that holds."""
PACKAGE = "sopbatch.model"
NO_MAPPINGS: Mapping[str, Mapping[Place, Any]] = MappingProxyType(
    {"cells": MappingProxyType({}), "values": MappingProxyType({})}
)
"""Of a reading, which are kept beside it: they are most of it, and alike in most."""


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was read, and how it was judged."""

    review: Review
    drawn: tuple[Drawn, ...] | None
    """What is to be told of its flowcharts; None when nobody asked."""

    @property
    def reading(self) -> Submission | FormReading:
        """What was read."""
        read = self.review.submission or self.review.form
        if read is None:
            raise ValueError("nothing was read")
        return read


def reading_key(program: str, received: Received, settings: Settings) -> str:
    """Digest of all that reading and laying out a file depends on."""
    return _digest(program, repr(_by_itself(received)), repr(settings))


def judging_key(program: str, register: Register) -> str:
    """Digest of what judging a file that was read depends on besides, but for the day."""
    return _digest(program, repr(register))


def same_register(data: bytes, judged_by: str) -> bool:
    """Whether what was kept was judged by the same register and program, be it on another day."""
    return data[:DIGEST] == judged_by.encode()


def holds_on(data: bytes, judged_by: str, day: date) -> bool:
    """Whether what was kept, or its first bytes, is what judging it on that day would give."""
    first, last = data[DIGEST : DIGEST + DAYS], data[DIGEST + DAYS : HEAD]
    return same_register(data, judged_by) and first <= day.isoformat().encode() <= last


def to_keep(kept: Kept, judged_by: str, day: date) -> bytes:
    """The bytes to keep of what was judged on that day."""
    bare = _changed(kept.review, received=_by_itself(kept.review.received), **NO_MAPPINGS)
    told = pickled((bare, kept.drawn, rows_of(kept.reading)))
    days = day.isoformat() + kept.review.holds_until.isoformat()
    return (judged_by + days).encode() + zlib.compress(told, 1)


def kept_of(data: bytes, received: Received) -> Kept | None:
    """What was kept, for the file where it lies now; None when it is damaged."""
    try:
        bare, drawn, rows = unpickled(zlib.decompress(data[HEAD:]), PACKAGE)
        cells, values = mappings_of(rows)
        kept = Kept(_changed(bare, received=received, cells=cells, values=values), drawn)
        return kept if kept.reading else None
    except Exception:  # NOTE: bytes of a disk may fail in any way; the file is read again
        return None


def _changed(review: Review, received: Received, **mappings: Any) -> Review:  # noqa: ANN401
    """The same of a file, as it was received, with other mappings."""
    return replace(review.with_read(received=received, **mappings), received=received)


def _by_itself(received: Received) -> Received:
    """Without where it lies and which run took it in, which no reading depends on."""
    return replace(received, path=Path(), from_archive=False, first_run=0)


def _digest(*parts: str) -> str:
    digest = sha256(sys.version.encode())
    for part in parts:
        digest.update(f"{len(part)}:".encode())
        digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
