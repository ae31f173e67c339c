"""A run that is killed, terminated or interrupted at an exact moment of its work."""

import os
import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

import psutil

from sopbatch.model import Place
from tests.batch.ledgers import everything
from tests.batch.runs import AS_OF, digests, environment, seen
from tests.sample_batch.making import planned, sample, values
from tests.written import write_sop_template

NEXT_WEEK = "2026-11-29"

STOPPED = """
import os, signal, sys

events, part, left, number = sys.argv[1].split(","), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])

def watch(name, values):
    global left
    if name not in events or part not in " ".join(map(str, values)):
        return
    left -= 1
    if left == 0:
        # Ctrl-C on a terminal reaches all processes of the run, other signals the one they name.
        (os.killpg if number == signal.SIGINT else os.kill)(os.getpid(), number)

if number == 0:
    import atexit
    atexit.register(lambda begun=left: print("DEEDS", begun - left, file=sys.stderr))
signal.signal(signal.SIGHUP, signal.SIG_DFL)  # who runs the tests may have said nohup
sys.addaudithook(watch)
sys.argv = ["sopbatch", *sys.argv[5:]]
from sopbatch.cli import main
main()
"""
"""The command, watched by Python's own audit events from the first import on."""


DEEDS = ",".join(
    (*("open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "os.scandir", "os.listdir"),
     *("sqlite3.connect", "socket.connect", "shutil.rmtree"))
)  # fmt: skip
"""Audit events of what a run does to files, ledger and workers."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The nth time that the program is about to do something."""

    story: str
    signal: signal.Signals
    event: str
    """Audit events of Python, such as "os.rename", with commas between them."""
    part: str = ""
    """Stands in what the event is about, such as a path."""
    nth: int = 1


@dataclass(frozen=True, slots=True)
class Stopped:
    """What was left of a run that a signal ended."""

    code: int
    """Exit code; below zero the number of the signal that left it no time for one."""
    err: str
    left_over: tuple[str, ...]
    """Processes of the run that outlived it by more than a few seconds."""


def stopped_run(source: Path, target: Path, moment: Moment, as_of: str = AS_OF) -> Stopped:
    """Run the command until the moment comes."""
    return _watched(source, target, moment, int(moment.signal), as_of)


def deeds_of(source: Path, target: Path, part: str, as_of: str = AS_OF) -> int:
    """How often an undisturbed run does one of `DEEDS` to something with that part in its name."""
    counted = _watched(source, target, Moment("", signal.SIGKILL, DEEDS, part, 1 << 40), 0, as_of)
    assert counted.code in (0, 1), counted
    return int(counted.err.rpartition("DEEDS ")[2])


def _watched(source: Path, target: Path, moment: Moment, number: int, as_of: str) -> Stopped:
    about = (moment.event, moment.part, str(moment.nth), str(number))
    words = ("run", str(source), str(target), "--per-tanggal", as_of)
    with subprocess.Popen(
        [sys.executable, "-c", STOPPED, *about, *words],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        _, err = running.communicate(timeout=300)
    return Stopped(running.returncode, err, left_over(running.pid))


def cut_off(source: Path, target: Path, seconds: float, as_of: str = AS_OF) -> Stopped:
    """Kill the command after some time, wherever it is then."""
    with subprocess.Popen(
        [sys.executable, "-m", "sopbatch", "run", source, target, "--per-tanggal", as_of],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    ) as running:
        try:
            _, err = running.communicate(timeout=seconds)
        except subprocess.TimeoutExpired:
            running.kill()
            _, err = running.communicate()
    return Stopped(running.returncode, err, left_over(running.pid))


def assert_whole(target: Path, *whole: Path) -> None:
    """Every file under its final name is one of a run that nothing disturbed."""
    known: dict[str, set[str]] = {}
    for folder in whole:
        for name, digest in seen(folder).items():
            known.setdefault(name, set()).add(digest)
    for name, digest in seen(target).items():
        assert digest in known.get(name, ()), name
    for path in (target / "arsip").glob("[0-9a-f][0-9a-f]/*"):
        finished = path.name.partition(".")[0] == sha256(path.read_bytes()).hexdigest()
        assert finished or path.suffix == ".sebagian", path


def assert_same(target: Path, undisturbed: Path) -> None:
    """Nothing tells that a run broke off: neither files nor ledger, nor anything left behind."""
    assert everything(target) == everything(undisturbed)
    found, known = digests(target), digests(undisturbed)
    ledgers = {"sopbatch.sqlite": "", "sopbatch.cadangan.sqlite": ""}
    assert {**found, **ledgers} == {**known, **ledgers}


def next_week_of(batch: Path, folder: Path) -> Path:
    """What comes a week later: one is called otherwise, one is mended, one is new."""
    shutil.copytree(batch, folder)
    named = {Place("title"): "Penataan Unit Pelaksana"}
    renamed = write_sop_template(values(sample("KL-02", "Uji Coba"), named))
    (folder / "Biro" / "uji coba.xlsx").write_bytes(renamed)
    (folder / "Biro" / "dua mulai.xlsx").write_bytes(write_sop_template(values(planned("AK-06"))))
    (folder / "Biro" / "baru.xlsx").write_bytes(write_sop_template(values(planned("AK-07"))))
    return folder


def left_over(session: int, seconds: float = 10) -> tuple[str, ...]:
    """Processes of a session that are still there when they had time to end."""
    _, alive = psutil.wait_procs(list(members(session)), timeout=seconds)
    return tuple(" ".join(process.cmdline()) for process in alive)


def members(session: int) -> list[psutil.Process]:
    found = []
    for process in psutil.process_iter(["status"]):
        try:
            if os.getsid(process.pid) == session and process.info["status"] != "zombie":
                found.append(process)
        except OSError:
            continue
    return found
