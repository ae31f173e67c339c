"""A run whose input changes under its hands, at an exact moment of its reading."""

import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.batch.killing import assert_whole
from tests.batch.ledgers import everything
from tests.batch.runs import AS_OF, digests, environment, run

ENDED = (0, 1)
DISTURBED = """
import os, sys

deed, inbox, file, other, left = *sys.argv[1:5], int(sys.argv[5])

def change():
    if deed == "vanishes":
        os.remove(file)
    elif deed == "is cut short":
        os.truncate(file, os.path.getsize(file) // 2)
    elif deed == "grows":
        with open(file, "ab") as stream:
            stream.write(b"lagi" * 500)
    elif deed == "becomes another":
        os.replace(other, file)
    else:
        os.remove(file)
        os.mkdir(file)

def watch(name, values):
    global left
    if left > 0 and name == "open" and str(values[0]).startswith(inbox):
        left -= 1
        if left == 0:
            change()

sys.addaudithook(watch)
sys.argv = ["sopbatch", *sys.argv[6:]]
from sopbatch.cli import main
main()
"""
"""The command; before it opens the nth file of the inbox, something befalls one of them."""
DEEDS = ("vanishes", "is cut short", "grows", "becomes another", "becomes a folder")


@dataclass(frozen=True, slots=True)
class Disturbance:
    """What befalls a file of the inbox, and when."""

    deed: str
    file: str
    nth: int
    """Before so many files of the inbox are opened, from 1."""


def assert_converges(batch: Path, calm: Path, one: Disturbance, other: bytes, root: Path) -> None:
    """After a disturbed run and a calm one, all is as if the change had come before or after.

    `calm` is the output of an undisturbed run on the batch; `other` what a file may become.
    """
    inbox, target = root / "masuk", root / "keluar"
    shutil.copytree(batch, inbox)
    (root / "lain").write_bytes(other)
    disturb(inbox, target, one, root / "lain")
    assert_whole(target, target)
    finish(inbox, target)
    before, after = root / "sebelum", root / "sesudah"
    finish(inbox, before)
    shutil.copytree(calm, after)
    finish(inbox, after)
    assert state(target) in (state(before), state(after)), one


def disturb(inbox: Path, target: Path, one: Disturbance, other: Path) -> None:
    about = (one.deed, str(inbox), str(inbox / one.file), str(other), str(one.nth))
    words = ("run", str(inbox), str(target), "--per-tanggal", AS_OF)
    done = subprocess.run(
        [sys.executable, "-c", DISTURBED, *about, *words],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode in ENDED, done.stderr


def finish(inbox: Path, target: Path) -> None:
    assert run(inbox, target).code in ENDED


def state(target: Path) -> tuple[object, object]:
    """All that a run leaves: rows of the ledger, and files without the ledger's own."""
    files = digests(target)
    return everything(target), {name: files[name] for name in files if ".sqlite" not in name}
