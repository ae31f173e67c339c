"""A batch processed for the first time, again, and in the week after, beside LibreOffice.

Run by hand: `python -m benchmarks.weeks [workbooks]`. LibreOffice only converts the same workbooks
to PDF, in one call; the program reads, checks, counts, draws, marks, joins and reports.

Told is the processor time of a command with all processes it started, which other work on the
machine hardly changes. Linux only.
"""

import ctypes
import os
import resource
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import version
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.batches import write_batch

WEEKS = (
    ("first run", "2026-11-22"),
    ("nothing changed", "2026-11-22"),
    ("the week after, nothing new", "2026-11-29"),
    ("the week after, 3 % changed", "2026-12-06"),
)


BECOME_SUBREAPER = 36
"""PR_SET_CHILD_SUBREAPER of Linux: processes whose parent ended become ours."""


def spent(command: Sequence[str | Path]) -> float:
    """Seconds of the processor, of the command and of all that it started."""
    before = _of_children()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode > 1:
        raise SystemExit(done.stderr)
    try:
        while True:
            os.wait()
    except ChildProcessError:
        return _of_children() - before


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def run(inbox: Path, output: Path, day: str) -> float:
    command = [sys.executable, "-m", "sopbatch", "run", inbox, output, "--per-tanggal", day]
    return spent([*command, "--paksa"])


def converted(inbox: Path, to: Path) -> float:
    books = sorted(inbox.glob("sop_*.xlsx"))
    profile = f"-env:UserInstallation={(to / 'profil').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", to, *books]
    return spent(command)


def replaced(inbox: Path, of: Path, count: int) -> None:
    """Some of the workbooks become those of another batch."""
    for place in range(0, count, 33):
        name = f"sop_{place:06}.xlsx"
        (inbox / name).write_bytes((of / f"sop_{count + place:06}.xlsx").read_bytes())


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    with TemporaryDirectory() as folder:
        ctypes.CDLL(None).prctl(BECOME_SUBREAPER, 1, 0, 0, 0)
        root = Path(folder)
        write_batch(root / "semua", 2 * count)
        inbox = root / "masuk"
        inbox.mkdir()
        for path in sorted((root / "semua").iterdir()):
            if not path.stem.startswith("sop_") or int(path.stem[4:]) < count:
                (inbox / path.name).write_bytes(path.read_bytes())
        office = converted(inbox, root / "pdf")
        python = sys.version.split()[0]
        print(f"{count} workbooks; Python {python}, WeasyPrint {version('weasyprint')}")
        print(f"{'':32}{'s':>8}{'x LibreOffice':>15}{'x first run':>13}")
        print(f"{'LibreOffice, converting only':32}{office:8.1f}{1:15.2f}")
        first = 0.0
        for name, day in WEEKS:
            if "3 %" in name:
                replaced(inbox, root / "semua", count)
            took = run(inbox, root / "keluar", day)
            first = first or took
            print(f"{name:32}{took:8.1f}{took / office:15.2f}{took / first:13.2f}")


if __name__ == "__main__":
    main()
