"""What reading files gave is kept for the next run, each under the digest of all it depends on.

Nothing is lost without it: what is missing, damaged or of another program is made again.
"""

import zipfile
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from tempfile import SpooledTemporaryFile

from sopbatch.batch.output.tree import RESULTS
from sopbatch.files import beside, new_file, put

LARGEST = 4 << 20
"""Bytes of one result; larger ones are made again each time."""
IN_MEMORY = 8 << 20
NO_TIME = (1980, 1, 1, 0, 0, 0)
DAMAGED = (OSError, zipfile.BadZipFile, EOFError, ValueError, NotImplementedError)


class Results:
    """Results of the last run by key, and those of this one."""

    def __init__(self, old: zipfile.ZipFile | None) -> None:
        self._old = old
        self._known = frozenset(old.namelist() if old else ())
        self._used: set[str] = set()
        self._fresh: dict[str, tuple[int, int]] = {}
        self._spool = SpooledTemporaryFile(IN_MEMORY)  # noqa: SIM115 - lives as long as this

    def get(self, key: str) -> bytes:
        """The result kept under the key; empty without one."""
        if self._old is None or key not in self._known:
            return b""
        with suppress(*DAMAGED):
            if self._old.getinfo(key).file_size <= LARGEST:
                data = self._old.read(key)
                self._used.add(key)
                return data
        return b""

    def head(self, key: str, size: int) -> bytes:
        """The first bytes of what `get` gives, so many of them."""
        if self._old is not None and key in self._known:
            with suppress(*DAMAGED), self._old.open(key) as kept:
                return kept.read(size)
        return b""

    def keep(self, key: str, data: bytes) -> None:
        """Have a result for the next run; it takes the place of an older one."""
        if 0 < len(data) <= LARGEST:
            self._used.discard(key)
            self._fresh[key] = self._spool.tell(), len(data)
            self._spool.write(data)

    def write(self, place: Path) -> None:
        """Leave what this run made or used; nothing when that is what lies there."""
        if not self._fresh and self._used == self._known:
            return
        staged = beside(place)
        with new_file(staged) as file, zipfile.ZipFile(file, "w") as made:
            for key in sorted({*self._used, *self._fresh}):
                made.writestr(zipfile.ZipInfo(key, NO_TIME), self._result(key))
        put(staged, place)

    def _result(self, key: str) -> bytes:
        if self._old is not None and key in self._used:
            return self._old.read(key)
        start, size = self._fresh[key]
        self._spool.seek(start)
        return self._spool.read(size)

    def close(self) -> None:
        """Give back what was open."""
        self._spool.close()


@contextmanager
def results_of(folder: Path) -> Iterator[Results]:
    """The kept results of an output folder, written anew when all went well."""
    place = folder / RESULTS
    with ExitStack() as stack:
        old = None
        with suppress(*DAMAGED):
            old = stack.enter_context(zipfile.ZipFile(place))
        results = Results(old)
        stack.callback(results.close)
        yield results
        # A run without them is only slower.
        with suppress(*DAMAGED):
            results.write(place)
