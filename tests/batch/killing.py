"""A run that is killed, terminated or interrupted at an exact moment of its work."""

import os
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import psutil

from tests.batch.runs import AS_OF, environment

STOPPED = """
import os, signal, sys

event, part, left, number = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])

def watch(name, values):
    global left
    if name != event or part not in " ".join(map(str, values)):
        return
    left -= 1
    if left == 0:
        # Ctrl-C on a terminal reaches all processes of the run, other signals the one they name.
        (os.killpg if number == signal.SIGINT else os.kill)(os.getpid(), number)

signal.signal(signal.SIGHUP, signal.SIG_DFL)  # who runs the tests may have said nohup
sys.addaudithook(watch)
sys.argv = ["sopbatch", *sys.argv[5:]]
from sopbatch.cli import main
main()
"""
"""The command, watched by Python's own audit events from the first import on."""


@dataclass(frozen=True, slots=True)
class Moment:
    """The nth time that the program is about to do something."""

    story: str
    signal: signal.Signals
    event: str
    """An audit event of Python, such as "os.rename"."""
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
    about = (moment.event, moment.part, str(moment.nth), str(int(moment.signal)))
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


def cut_off(source: Path, target: Path, seconds: float, as_of: str = AS_OF) -> tuple[str, ...]:
    """Kill the command after some time, wherever it is then; processes that outlived it."""
    with subprocess.Popen(
        [sys.executable, "-m", "sopbatch", "run", source, target, "--per-tanggal", as_of],
        env=environment(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as running:
        try:
            running.wait(seconds)
        except subprocess.TimeoutExpired:
            running.kill()
    return left_over(running.pid)


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
