"""What reading and checking one file gave, as bytes for the next run, and when it still holds."""

import sys
import zlib
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from pathlib import Path

from sopbatch.model import Drawn, Received, Register, Review, Settings, Submission
from sopbatch.workers import pickled, unpickled

KEY = 64
"""Characters of a digest."""
PACKAGE = "sopbatch.model"


@dataclass(frozen=True, slots=True)
class Kept:
    """A file as it was read, and how it was judged."""

    review: Review
    drawn: tuple[Drawn, ...] | None
    """What is to be told of its flowcharts; None when nobody asked."""

    @property
    def submission(self) -> Submission:
        """What was read."""
        if self.review.submission is None:
            raise ValueError("nothing was read")
        return self.review.submission


def reading_key(program: str, received: Received, settings: Settings) -> str:
    """Digest of all that reading and laying out a file depends on."""
    return _digest(program, repr(_by_itself(received)), repr(settings))


def judging_key(program: str, register: Register, as_of: date) -> str:
    """Digest of all that judging a file that was read depends on besides."""
    return _digest(program, repr(register), as_of.isoformat())


def to_keep(kept: Kept, judged_by: str) -> bytes:
    """The bytes to keep."""
    alone = _by_itself(kept.review.received)
    submission = replace(kept.submission, received=alone)
    review = replace(kept.review, received=alone, submission=submission)
    return judged_by.encode() + zlib.compress(pickled((review, kept.drawn)), 1)


def judged_by(data: bytes) -> str:
    """The `judging_key` of what was kept."""
    return data[:KEY].decode("ascii", "replace")


def kept_of(data: bytes, received: Received) -> Kept | None:
    """What was kept, for the file where it lies now; None when it is damaged."""
    try:
        review, drawn = unpickled(zlib.decompress(data[KEY:]), PACKAGE)
        submission = replace(review.submission, received=received)
        return Kept(replace(review, received=received, submission=submission), drawn)
    except Exception:  # NOTE: bytes of a disk may fail in any way; the file is read again
        return None


def _by_itself(received: Received) -> Received:
    """Without where it lies, which no reading depends on."""
    return replace(received, path=Path(), from_archive=False)


def _digest(*parts: str) -> str:
    digest = sha256(sys.version.encode())
    for part in parts:
        digest.update(f"{len(part)}:".encode())
        digest.update(part.encode("utf-8", "surrogatepass"))
    return digest.hexdigest()
