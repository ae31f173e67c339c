"""A batch processed for the first time, again, and in the week after, beside LibreOffice.

Run by hand: `python -m benchmarks.weeks [workbooks]`. LibreOffice only converts the same workbooks
to PDF, a hundred in a call (where there is one); the program reads, checks, counts, draws, marks,
joins and reports.

Told is the processor time of a command with all processes it started, which other work on the
machine hardly changes; the time of the clock, which says whether all cores had work and holds on a
quiet machine only; and the memory that its own process had at most. Linux only.
"""

import ctypes
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from benchmarks.batches import change_batch, write_batch

WEEKS = (
    ("first run", "2026-11-22"),
    ("nothing changed", "2026-11-22"),
    ("3 % changed", "2026-11-22"),
    ("the week after, nothing new", "2026-11-29"),
    ("the week after, 3 % changed", "2026-12-06"),
)

OFFICE_CALL = 100
"""Workbooks in one call: of many hundreds LibreOffice leaves most out and says it did all."""
LOOK = 0.02
"""Seconds between looks at a command."""
BECOME_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: processes whose parent ended become ours."""


class Spent(NamedTuple):
    """What a command took."""

    seconds: float
    """Of the processor, of the command and of all that it started."""
    clock: float
    """Seconds of the clock."""
    megabytes: float
    """That the command's own process had at most."""


def spent(command: Sequence[str | Path]) -> Spent:
    """Do it and tell what it took."""
    before, since = _of_children(), time.monotonic()
    done = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    most = 0.0
    while done.poll() is None:
        most = max(most, _held(done.pid))
        time.sleep(LOOK)
    clock = time.monotonic() - since
    if done.returncode > 1:
        raise SystemExit(f"failed: {command}")
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return Spent(_of_children() - before, clock, most)


def _held(process: int) -> float:
    """MB that a process had at most so far; what the system tells in the end counts its copies."""
    try:
        told = Path(f"/proc/{process}/status").read_text("ascii", "replace")
    except OSError:
        return 0
    return next((int(kb) / 1024 for kb in re.findall(r"VmHWM:\s+(\d+)", told)), 0)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(inbox: Path, output: Path, day: str) -> Spent:
    command = [sys.executable, "-m", "sopbatch", "run", inbox, output, "--per-tanggal", day]
    return spent([*command, "--paksa"])


def converted(inbox: Path, to: Path) -> Spent | None:
    """None where there is no LibreOffice."""
    if shutil.which("soffice") is None:
        return None
    books = sorted(inbox.glob("sop_*.xlsx"))
    profile = f"-env:UserInstallation={(to / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", to]
    calls = [
        spent([*command, *books[at : at + OFFICE_CALL]]) for at in range(0, len(books), OFFICE_CALL)
    ]
    if missing := len(books) - len([*to.glob("*.pdf")]):
        raise SystemExit(f"LibreOffice left out {missing} of {len(books)} workbooks")
    return Spent(
        seconds=sum(call.seconds for call in calls),
        clock=sum(call.clock for call in calls),
        megabytes=max(call.megabytes for call in calls),
    )


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as folder:
        ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1, 0, 0, 0)
        inbox, output = Path(folder) / "masuk", Path(folder) / "keluar"
        write_batch(inbox, count)
        office = converted(inbox, Path(folder) / "pdf")
        python = sys.version.split()[0]
        print(f"{count} workbooks; Python {python}, WeasyPrint {version('weasyprint')}")
        if office:
            clock = f"by the clock {office.clock:.1f}"
            print(f"LibreOffice, converting only: {office.seconds:.1f} s, {clock}")
        print(f"{'':32}{'s':>8}{'x first run':>13}{'clock':>8}{'x first run':>13}{'MB':>8}")
        first, changes = None, 0
        for name, day in WEEKS:
            if "3 %" in name:
                changes += 1
                change_batch(inbox, count, changes)
            took = run(inbox, output, day)
            first = first or took
            own = f"{took.seconds:8.1f}{took.seconds / first.seconds:13.3f}"
            clock = f"{took.clock:8.1f}{took.clock / first.clock:13.3f}"
            print(f"{name:32}{own}{clock}{took.megabytes:8.0f}")
        if office and first:
            print(f"first run by the clock: {first.clock / office.clock:.3f} of LibreOffice")


if __name__ == "__main__":
    main()
