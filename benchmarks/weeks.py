"""A batch processed for the first time, again, and in the week after, beside LibreOffice.

Run by hand: `python -m benchmarks.weeks [workbooks]`. LibreOffice only converts the same workbooks
to PDF, in one call (where there is one); the program reads, checks, counts, draws, marks, joins
and reports.

Told is the processor time of a command with all processes it started, which other work on the
machine hardly changes, and the memory that its own process had at most. Linux only.
"""

import ctypes
import os
import resource
import shutil
import subprocess
import sys
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


BECOME_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: processes whose parent ended become ours."""


class Spent(NamedTuple):
    """What a command took."""

    seconds: float
    """Of the processor, of the command and of all that it started."""
    megabytes: float
    """That the command's own process had at most."""


def spent(command: Sequence[str | Path]) -> Spent:
    """Do it and tell what it took."""
    before = _of_children()
    done = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, used = os.wait4(done.pid, 0)
    if os.waitstatus_to_exitcode(status) > 1:
        raise SystemExit(f"failed: {command}")
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return Spent(_of_children() - before, used.ru_maxrss / 1024)


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(inbox: Path, output: Path, day: str) -> Spent:
    command = [sys.executable, "-m", "sopbatch", "run", inbox, output, "--per-tanggal", day]
    return spent([*command, "--paksa"])


def converted(inbox: Path, to: Path) -> float:
    """0 where there is no LibreOffice."""
    if shutil.which("soffice") is None:
        return 0.0
    books = sorted(inbox.glob("sop_*.xlsx"))
    profile = f"-env:UserInstallation={(to / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", to, *books]
    return spent(command).seconds


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
            print(f"LibreOffice, converting only: {office:.1f} s")
        print(f"{'':32}{'s':>8}{'x first run':>13}{'MB':>8}")
        first, changes = 0.0, 0
        for name, day in WEEKS:
            if "3 %" in name:
                changes += 1
                change_batch(inbox, count, changes)
            took = run(inbox, output, day)
            first = first or took.seconds
            shares = f"{took.seconds:8.1f}{took.seconds / first:13.3f}{took.megabytes:8.0f}"
            print(f"{name:32}{shares}")


if __name__ == "__main__":
    main()
