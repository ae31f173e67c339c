"""Bytes of a received file, as they came."""

from hashlib import sha256

from sopbatch.model import Received, SopbatchError

CHANGED = "Isi berkas ini di arsip tidak lagi sama dengan yang diterima."


def whole(received: Received) -> bytes:
    """The bytes of a file as they came.

    Raises:
        SopbatchError: the archive has others, or none.
    """
    try:
        data = received.path.read_bytes()
    except OSError:
        data = b""
    if sha256(data).hexdigest() != received.sha256:
        raise SopbatchError(CHANGED)
    return data
