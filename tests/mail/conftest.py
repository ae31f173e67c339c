"""Mail servers that tests of this folder share; each test has a mailbox of its own."""

import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from sopbatch.cli.secrets import PASSWORD
from tests.mail.dovecot import DOVECOT, SECRET, Server, imap_server


@pytest.fixture(scope="module")
def running() -> Iterator[Server]:
    if not Path(DOVECOT).exists():
        pytest.skip("Dovecot tidak terpasang")
    with imap_server() as server:
        yield server


@pytest.fixture
def server(running: Server) -> Server:
    """The server with an empty mailbox."""
    running.empty()
    return running


@pytest.fixture
def brisk() -> Iterator[Path]:
    """A folder in memory, where there is one: each mail waits for the disk otherwise."""
    place = "/dev/shm" if os.access("/dev/shm", os.W_OK) else None
    with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as folder:
        yield Path(folder)


@pytest.fixture
def told(server: Server, monkeypatch: pytest.MonkeyPatch) -> Server:
    """The server told by the environment, as a scheduler tells it."""
    for name, value in (
        ("SOPBATCH_IMAP_SERVER", "127.0.0.1"),
        ("SOPBATCH_IMAP_PORT", str(server.port)),
        ("SOPBATCH_SUREL_PENGGUNA", "ortala"),
        ("SOPBATCH_SUREL_SERTIFIKAT", str(server.place / "authority.pem")),
        (PASSWORD, SECRET),
    ):
        monkeypatch.setenv(name, value)
    return server
