"""Bytes of a received file, as they came."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from hashlib import sha256

from sopbatch.model import Received, SopbatchError

CHANGED = "Isi berkas ini di arsip tidak lagi sama dengan yang diterima."

_CARRIED: ContextVar[Mapping[str, bytes]] = ContextVar("_CARRIED", default={})  # noqa: B039


@contextmanager
def carrying(files: Mapping[str, bytes]) -> Iterator[None]:
    """Take files (by sha256) from what came with the task: the archive is on another machine."""
    before = _CARRIED.set(files)
    try:
        yield
    finally:
        _CARRIED.reset(before)


def whole(received: Received) -> bytes:
    """The bytes of a file as they came.

    Raises:
        SopbatchError: the archive has others, or none.
    """
    data = _CARRIED.get().get(received.sha256)
    if data is None:
        try:
            data = received.path.read_bytes()
        except OSError:
            data = b""
    if sha256(data).hexdigest() != received.sha256:
        raise SopbatchError(CHANGED)
    return data
