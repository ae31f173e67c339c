"""The archive keeps which content was the logo of which run, for when the input has it no more."""

import json
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

from sopbatch.batch.output.archived import recovered
from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE, LOGO
from sopbatch.files import write_whole
from sopbatch.model import Received, SopbatchError


def keep_logo(folder: Path, logo: Received | None, run: int) -> None:
    """Remember which content is the logo from a run on, for when it no longer lies in the input."""
    known = _logos(folder)
    if logo is None or (known and (logo.name, logo.sha256) == known[-1][1:]):
        return
    _write_logos(folder, [*known, (run, logo.name, logo.sha256)])


def forget_logos(folder: Path, run: int) -> None:
    """Take back what a run and those after it remembered of logos."""
    if logos_since(folder, run):
        _write_logos(folder, [one for one in _logos(folder) if one[0] < run])


def logos_since(folder: Path, run: int) -> Mapping[str, str]:
    """Name to sha256 of the logos that a run and those after it met first."""
    return {name: sha256 for known, name, sha256 in _logos(folder) if known >= run}


def kept_logo(folder: Path, name: str) -> Received | None:
    """The logo of that name as it was last, where it lies now; None when the archive has none."""
    found = [sha256 for _, known, sha256 in _logos(folder) if known == name]
    try:
        return recovered(folder, name, found[-1], date.max) if found else None
    except (OSError, SopbatchError):
        return None  # documents without a logo, which is told, are better than none


def _logos(folder: Path) -> list[tuple[int, str, str]]:
    """Run, name and content of each logo, oldest first."""
    try:
        told = json.loads((folder / ARCHIVE / LOGO).read_text("utf-8"))
        return [(int(one["laporan"]), str(one["nama"]), str(one["sha256"])) for one in told]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _write_logos(folder: Path, logos: Sequence[tuple[int, str, str]]) -> None:
    listed = [{"laporan": run, "nama": name, "sha256": sha256} for run, name, sha256 in logos]
    with writing(folder):
        told = json.dumps(listed, ensure_ascii=False, indent=1)
        write_whole(folder / ARCHIVE / LOGO, told.encode())
