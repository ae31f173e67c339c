"""A copy of the program, to be changed by the steps of docs/architecture.md and run."""

import os
import subprocess
import sys
from pathlib import Path


def changed(path: Path, old: str, new: str) -> None:
    """One place of a file becomes another."""
    text = path.read_text("utf-8")
    assert text.count(old) == 1, old
    path.write_text(text.replace(old, new), "utf-8")


def ran(copy: Path, *words: object, codes: tuple[int, ...] = (0,)) -> str:
    """What the copy prints; other exit codes than these are faults."""
    done = subprocess.run(
        [sys.executable, *map(str, words)],
        cwd=copy,
        env={**os.environ, "PYTHONPATH": str(copy)},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in codes, done.stdout + done.stderr
    return done.stdout
