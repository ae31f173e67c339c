"""The program run as operators run it: the installed command, in a process of its own."""

import json
import os
import subprocess
import sys
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from sopbatch.batch.output.tree import ANSWER, RESULTS, RUN_LOG
from sopbatch.batch.workshop.kept_reading import DAYS, DIGEST, HEAD, PACKAGE
from sopbatch.cli.start import LOOKED
from sopbatch.model import CommandError, SopbatchError
from sopbatch.schema.register import FILE_NAME
from sopbatch.workers import unpickled
from sopbatch.writing.templates import write_register_template
from tests.reading.crafting import xlsx
from tests.sample_batch.making import filled, planned, sample, step
from tests.sample_batch.register import REGISTER

COMMAND = Path(sys.executable).with_name("sopbatch")
REPOSITORY = Path(__file__).parents[2]
AS_OF = "2026-11-22"
SEEN = ("dokumen", "dikembalikan", "laporan")
"""Folders in which the same run gives the same bytes."""
OFFICE: Any = None
"""None of the small batch's files needs a LibreOffice."""


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def facts(self) -> dict[str, Any]:
        facts: dict[str, Any] = json.loads(self.out)
        return facts

    @property
    def mistake(self) -> str:
        """The one sentence of an operator's mistake; fails when there is more or other text.

        Where something was looked for in vain stands below it.
        """
        assert self.code == 2, self
        beside = (*PROGRESS, f"  {LOOKED.partition('“')[0]}")
        lines = [line for line in self.err.splitlines() if not line.startswith(beside)]
        assert len(lines) == 1, self
        lead, _, sentence = lines[0].partition(": ")
        assert lead in (SopbatchError.lead, CommandError.lead), self
        assert self.out == "", self
        return sentence


PROGRESS = (
    "Membaca ",
    "Membuka ",
    "Memeriksa ",
    "Menulis ",
    "Menyusun ",
    "Mengekspor ",
    "Menandai ",
    "Menggambar ",
)


def environment(changes: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a command; the code under test stays the one of this repository."""
    path = os.pathsep.join([str(REPOSITORY), os.environ.get("PYTHONPATH", "")])
    return {**os.environ, "PYTHONPATH": path, **(changes or {})}


def command(*words: object, before: tuple[str, ...] = (), **about: Any) -> Ran:
    """Run the installed command; `env` and `cwd` as for a subprocess."""
    about["env"] = environment(about.get("env"))
    done = subprocess.run(
        [*before, str(COMMAND), *map(str, words)],
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
        **about,
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def run(source: Path, target: Path, *words: object, **about: Any) -> Ran:
    return command("run", source, target, "--per-tanggal", AS_OF, *words, **about)


def digests(folder: Path, *parts: str) -> dict[str, str]:
    """Every file below the folder (or below some parts of it) by its bytes.

    Left out are run log and last answer, which tell of times and places. Kept results go by what
    they hold: which of two equal texts is one object, and so written once, follows from what the
    worker had read before.
    """
    return {
        path.relative_to(folder).as_posix(): sha256(told(path)).hexdigest()
        for part in parts or (".",)
        for path in sorted((folder / part).rglob("*"))
        if path.is_file() and path.name not in (ANSWER, RUN_LOG)
    }


def told(path: Path) -> bytes:
    """What a file holds, to be compared."""
    if path.name != RESULTS:
        return path.read_bytes()
    with zipfile.ZipFile(path) as kept:
        results = ((name, kept.read(name)) for name in kept.namelist())
        # When it was judged first follows from the runs before, and shapes nothing.
        held = [
            (
                *(name, data[:DIGEST], data[DIGEST + DAYS : HEAD]),
                repr(unpickled(zlib.decompress(data[HEAD:]), PACKAGE)),
            )
            for name, data in results
        ]
    return repr(held).encode()


def marks(folder: Path) -> dict[str, tuple[int, int]]:
    """Number and time of change (ns) of every file and folder, the lock and what tells of the run
    itself left out.
    """
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_ino, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.name not in (".sopbatch.lock", ANSWER, RUN_LOG)
    }


def seen(folder: Path) -> dict[str, str]:
    """Every file that the same run must make with the same bytes."""
    return digests(folder, *SEEN)


def good_workbook() -> bytes:
    return filled(sample("KL-01"))(OFFICE)


def faulty_workbook(second: str = "Mulai") -> bytes:
    """A workbook whose second step holds a symbol that may not stand there."""
    return filled(planned("AK-06"), {step("nodes", 2, 1): second})(OFFICE)


def draft_workbook() -> bytes:
    return filled(sample("KL-02", "Uji Coba"))(OFFICE)


def register_workbook() -> bytes:
    return write_register_template(REGISTER)


def write_batch(folder: Path) -> Path:
    """A register, two good workbooks, a faulty one, one that is no form, one that is no book."""
    files = {
        FILE_NAME: register_workbook(),
        "Biro/baik.xlsx": good_workbook(),
        "Biro/uji coba.xlsx": draft_workbook(),
        "Biro/dua mulai.xlsx": faulty_workbook(),
        "lain/bukan formulir.xlsx": xlsx('<row r="1"><c r="A1"><v>1</v></c></row>'),
        "lain/pindaian.xlsx": b"%PDF-1.7\n",
    }
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder
