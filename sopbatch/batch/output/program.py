"""Which program this is: version, own files and the libraries it works with, as one digest."""

from functools import cache
from hashlib import sha256
from importlib.metadata import PackageNotFoundError, version
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


@cache
def program_digest() -> str:
    """Changes with every change of the program, also between two releases."""
    digest = sha256(sopbatch.__version__.encode())
    for library in LIBRARIES:
        digest.update(f"{library} {_version(library)}\n".encode())
    root = Path(sopbatch.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            digest.update(path.relative_to(root).as_posix().encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _version(library: str) -> str:
    try:
        return version(library)
    except PackageNotFoundError:
        return ""
