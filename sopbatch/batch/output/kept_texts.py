"""The archive keeps the texts of letters that runs used: an undone run has its own again."""

import json
from collections.abc import Sequence
from pathlib import Path

from sopbatch.batch.output.publish import writing
from sopbatch.batch.output.tree import ARCHIVE, TEXTS
from sopbatch.files import write_whole
from sopbatch.schema.letters import NAMES, PLAIN, LetterTexts

Noted = tuple[int, tuple[tuple[str, str], ...]]
"""The run that used texts first, and what was changed in them."""


def keep_texts(folder: Path, texts: LetterTexts, run: int) -> None:
    """Remember which texts hold from a run on."""
    known = _noted(folder)
    if texts.changed != (known[-1][1] if known else ()):
        _write(folder, [*known, (run, texts.changed)])


def forget_texts(folder: Path, run: int) -> None:
    """Take back what a run and those after it remembered of texts."""
    known = _noted(folder)
    kept = [one for one in known if one[0] < run]
    if kept != known:
        _write(folder, kept)


def kept_texts(folder: Path, run: int) -> LetterTexts:
    """The texts that a run used."""
    found = [changed for first, changed in _noted(folder) if first <= run]
    return LetterTexts(found[-1], str(folder / ARCHIVE / TEXTS)) if found and found[-1] else PLAIN


def _noted(folder: Path) -> list[Noted]:
    """Oldest first; what cannot be read is as if no text had been changed."""
    try:
        told = json.loads((folder / ARCHIVE / TEXTS).read_text("utf-8"))
        return [
            (
                int(one["laporan"]),
                tuple((name, str(one["teks"][name])) for name in NAMES if name in one["teks"]),
            )
            for one in told
        ]
    except (OSError, ValueError, TypeError, KeyError):
        return []


def _write(folder: Path, noted: Sequence[Noted]) -> None:
    listed = [{"laporan": run, "teks": dict(changed)} for run, changed in noted]
    with writing(folder):
        told = json.dumps(listed, ensure_ascii=False, indent=1)
        write_whole(folder / ARCHIVE / TEXTS, told.encode())
