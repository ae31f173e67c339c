"""What the operator can mend: one clear Indonesian sentence, exit code 2."""

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
