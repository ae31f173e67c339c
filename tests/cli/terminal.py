"""A real terminal around a command, and what the command shows on it."""

import fcntl
import os
import pty
import re
import struct
import subprocess
import termios
from collections.abc import Mapping
from dataclasses import dataclass

from tests.batch.runs import COMMAND, environment

COLUMNS = 120
CONTROL = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|\][^\x07]*\x07)|\r")
COLOUR = re.compile(r"\x1b\[[0-9;]*(?<![0-9])(?:3[0-7]|4[0-7]|9[0-7]|38|48)[0-9;]*m")
"""What sets a colour; bold and dim are none."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What a terminal was sent."""

    code: int
    raw: str

    @property
    def text(self) -> str:
        """Without what steers the terminal."""
        return CONTROL.sub("", self.raw)

    @property
    def words(self) -> str:
        """In one line, however the terminal broke it."""
        return " ".join(self.text.split())

    @property
    def coloured(self) -> bool:
        return COLOUR.search(self.raw) is not None


def on_terminal(
    *words: object, changes: Mapping[str, str] | None = None, answer: str | None = None
) -> Shown:
    """Run the installed command on a terminal, where somebody typed an answer."""
    ours, theirs = pty.openpty()
    fcntl.ioctl(theirs, termios.TIOCSWINSZ, struct.pack("HHHH", 40, COLUMNS, 0, 0))
    env = {"TERM": "xterm-256color", "COLORTERM": "", **environment(changes)}
    for name in {"NO_COLOR", "FORCE_COLOR", "COLUMNS"} - set(changes or {}):
        env.pop(name, None)
    env["TERM"] = "xterm-256color"
    with subprocess.Popen(
        [COMMAND, *map(str, words)], stdin=theirs, stdout=theirs, stderr=theirs, env=env
    ) as process:
        os.close(theirs)
        if answer is not None:
            os.write(ours, f"{answer}\n".encode())
        raw = b"".join(iter(lambda: _read(ours), b""))
        os.close(ours)
    return Shown(process.returncode, raw.decode())


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 4096)
    except OSError:
        # Linux tells the end of a terminal by an input error.
        return b""
