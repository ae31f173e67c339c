"""Publishing that is killed before each of its file operations in turn, and done again after it.

`python -m tests.batch.crashes FOLDER` works in that folder and prints how often it was killed.
"""

import os
import shutil
import signal
import sys
from datetime import date
from itertools import count
from pathlib import Path

from sopbatch.batch.output.publish import Product, product, publish
from sopbatch.ledger import RunRecord, read_past, write_run
from tests.batch.ledgers import everything

LAST_WEEK, THIS_WEEK = date(2026, 11, 22), date(2026, 11, 29)
OPERATIONS = frozenset(
    {"open", "os.rename", "os.remove", "os.rmdir", "os.mkdir", "sqlite3.connect"}
)
"""Audit events of Python."""
BEFORE = {
    "dokumen/Biro/sama.pdf": b"sama",
    "dokumen/Biro/berubah.pdf": b"lama",
    "dokumen/Dinas/hilang.pdf": b"hilang",
    "laporan/lalu.xlsx": b"lalu",
}
AFTER = {
    "dokumen/Biro/sama.pdf": b"sama",
    "dokumen/Biro/berubah.pdf": b"baru",
    "dikembalikan/Biro/tambahan.xlsx": b"tambahan",
    "laporan/kini.xlsx": b"kini",
}


def week(folder: Path, files: dict[str, bytes], as_of: date) -> None:
    """Publish the files and tell the ledger, as a run does."""
    products: list[Product] = [product(path, path, data) for path, data in files.items()]
    outputs = publish(folder, products, read_past(folder, as_of))
    write_run(
        folder, RunRecord(as_of=as_of, program="0", reviews=(), standings=(), outputs=outputs)
    )


def files_in(folder: Path) -> dict[str, bytes]:
    """What a reader of the output sees: the ledger, its copy and the staging folder left out."""
    found = (path for path in folder.rglob("*") if path.is_file())
    named = {path.relative_to(folder).as_posix(): path for path in found}
    return {
        name: path.read_bytes()
        for name, path in named.items()
        if not name.startswith((".baru/", "sopbatch", ".sopbatch"))
    }


def killed_at(operation: int, folder: Path) -> bool:
    """Publish in a process that dies before its nth operation; False when it had fewer."""
    child = os.fork()
    if child == 0:
        left = operation

        def watch(event: str, _: object) -> None:
            nonlocal left
            if event in OPERATIONS:
                left -= 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(watch)
        week(folder, AFTER, THIS_WEEK)
        os._exit(0)
    _, status = os.waitpid(child, 0)
    assert status in (0, signal.SIGKILL), status
    return status != 0


def assert_whole(folder: Path) -> None:
    """Every file is of last week or of this week, and none of both weeks is missing."""
    found = files_in(folder)
    for name, data in found.items():
        assert data in (BEFORE.get(name), AFTER.get(name)), name
    assert BEFORE.keys() & AFTER.keys() <= found.keys()
    assert everything(folder)["run"]


def main(root: Path) -> int:
    """How often publishing was killed."""
    start, wanted = root / "lalu", root / "kini"
    week(start, BEFORE, LAST_WEEK)
    shutil.copytree(start, wanted)
    week(wanted, AFTER, THIS_WEEK)
    assert files_in(wanted) == {**AFTER, "laporan/lalu.xlsx": b"lalu"}
    for operation in count(1):
        folder = root / str(operation)
        shutil.copytree(start, folder)
        if not killed_at(operation, folder):
            return operation - 1
        assert_whole(folder)
        week(folder, AFTER, THIS_WEEK)
        assert files_in(folder) == files_in(wanted)
        assert everything(folder) == everything(wanted)
        assert not (folder / ".baru").exists()
    raise AssertionError("publishing never ended")


if __name__ == "__main__":
    sys.stdout.write(str(main(Path(sys.argv[1]))))
