"""What the operator can mend: one clear Indonesian sentence, exit code 2."""

from pathlib import Path
from typing import ClassVar


class SopbatchError(Exception):
    """An operator's mistake; its text is shown as it stands and nothing is half written."""

    lead: ClassVar[str] = "Kesalahan"
    """How its sentence begins on the screen."""
    lines: tuple[str, ...] = ()
    """What is to be shown below the sentence, line by line."""


class CommandError(SopbatchError):
    """The command itself is wrong: a word, a value, a folder that was typed."""

    lead = "Perintah belum benar"


class NotFoundError(CommandError):
    """Nothing lies at a path that was typed; a relative one may have been meant elsewhere."""

    def __init__(self, what: str, path: Path, hint: str = "") -> None:
        super().__init__(f"{what} “{path}” tidak ditemukan{hint}.")
        self.path = path
