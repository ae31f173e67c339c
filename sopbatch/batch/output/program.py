"""Which program this is: version, own files and the libraries it works with, as one digest."""

import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache
from hashlib import sha256
from pathlib import Path

import sopbatch

LIBRARIES = (
    "Babel",
    "fonttools",
    "imap-tools",
    "jinja2",
    "lxml",
    "msoffcrypto-tool",
    "pandas",
    "pikepdf",
    "pillow",
    "pydyf",
    "python-calamine",
    "python-oxmsg",
    "rapidfuzz",
    "segno",
    "weasyprint",
    "xlsxwriter",
)
"""What reads, judges, counts and writes: with another version outputs may be other ones."""


INFO = ("dist-info", "egg-info")
"""Ends of the names of what installers leave beside a library."""


@cache
def program_digest() -> str:
    """Changes with every change of the program, also between two releases."""
    digest = sha256(sopbatch.__version__.encode())
    versions = _versions()
    for library in LIBRARIES:
        digest.update(f"{library} {versions.get(_plain(library), '')}\n".encode())
    for name, path in _files(str(Path(sopbatch.__file__).parent), ""):
        with Path(path).open("rb", buffering=0) as file:
            content = file.read()
        digest.update(f"{name} {len(content)}\n".encode())
        digest.update(content)
    return digest.hexdigest()


def _files(folder: str, above: str) -> Iterator[tuple[str, str]]:
    """Name and place of each of our files, in order."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.is_dir():
            yield from _files(entry.path, f"{above}{entry.name}/")
        elif not entry.name.endswith(".pyc"):
            yield f"{above}{entry.name}", entry.path


def _versions() -> Mapping[str, str]:
    """By library, told by the names of what installers leave.

    The standard library's own way reads each one's description as a mail, which took longer than
    all our files.
    """
    found: dict[str, str] = {}
    for folder in sys.path:
        with suppress(OSError), os.scandir(folder or ".") as entries:
            for entry in entries:
                stem, _, end = entry.name.rpartition(".")
                if end in INFO:
                    library, _, version = stem.partition("-")
                    found.setdefault(_plain(library), version.partition("-py")[0])
    return found


def _plain(library: str) -> str:
    """A library's name as one of its spellings."""
    return library.casefold().replace("_", "-").replace(".", "-")
