"""Of equal files, the one whose name no program or browser made stands for them all."""

import re
from dataclasses import replace
from pathlib import PurePosixPath

from sopbatch.model import Received

_COPY = r"(?:copy|salinan|salin)"
_COPIED = re.compile(
    rf"(?:copy of|salinan(?: dari)?) .+|.*\S[ _-]*(?:\(\d+\)|[ _(-]{_COPY}\)?(?: \(?\d+\)?)?)"
)
"""Names that Windows, macOS, Google Drive, GNOME and browsers give to copies, in casefold."""


def is_copy(name: str) -> bool:
    """Whether a file's name, with or without folders, is one that copying or fetching makes."""
    return bool(_COPIED.fullmatch(PurePosixPath(name).stem.casefold()))


def by_main_name(item: Received) -> Received:
    """The same content by its first name that is no copy's, of those that lay by themselves.

    A name under which it came within another file stands behind those, whatever they are called.
    """
    carried = {name for name, _ in item.letters}
    main, *others = sorted(
        (item.name, *item.copies), key=lambda name: (name in carried, is_copy(name))
    )
    return item if main == item.name else replace(item, name=main, copies=tuple(others))
