"""Many governments in one call beside a run for each: python -m benchmarks.governments [N] [M].

Real workbooks, M for each of N governments. Tells seconds, and whether all outputs are equal; with
“klaster” as third word on a local cluster, too.
"""

import subprocess
import sys
import time
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from shutil import copytree
from tempfile import TemporaryDirectory

from benchmarks.batches import batch_register, write_batch
from benchmarks.nation import AS_OF, names
from sopbatch.batch.output.tree import RUN_LOG
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template

COMMAND = Path(sys.executable).with_name("sopbatch")
DAY = ("--per-tanggal", AS_OF.isoformat(), "--paksa")


def seconds(*words: object) -> float:
    """Of one command."""
    began = time.monotonic()
    done = subprocess.run([str(COMMAND), *map(str, words)], capture_output=True, check=False)
    assert done.returncode in (0, 1), done.stderr.decode()
    return time.monotonic() - began


def digests(folder: Path) -> dict[str, str]:
    """Every file of all outputs but the logs of times."""
    return {
        str(path.relative_to(folder)): sha256(path.read_bytes()).hexdigest()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and "output" in path.parts and path.name != RUN_LOG
    }


def main() -> None:
    """Run and tell."""
    words = [*sys.argv[1:3], *("6", "40")[len(sys.argv) - 1 :]]
    governments, workbooks = map(int, words)
    with TemporaryDirectory() as scratch:
        alone, together, clustered = (Path(scratch) / name for name in ("a", "b", "c"))
        write_batch(Path(scratch) / "kiriman", workbooks)
        for _, name in names()[:governments]:
            copytree(Path(scratch) / "kiriman", alone / name / "input")
            region = name.removeprefix("Pemerintah ")
            known = batch_register(workbooks)
            settings = replace(known.settings, government=name.upper(), region=region)
            register = write_register_template(replace(known, settings=settings))
            (alone / name / "input" / FILE_NAME).write_bytes(register)
        copytree(alone, together)
        copytree(alone, clustered)
        each = [
            seconds("run", one / "input", one / "output", *DAY) for one in sorted(alone.iterdir())
        ]
        joint = seconds("run", "--pemerintah", together, *DAY)
        same = digests(alone) == digests(together)
        again = seconds("run", "--pemerintah", together, *DAY)
        print(f"{governments} governments, {workbooks} workbooks each")
        print(f"a run each {sum(each):.1f} s, one call {joint:.1f} s; same bytes: {same}")
        print(f"the same call again {again:.1f} s")
        if "klaster" in sys.argv:
            took = seconds("run", "--pemerintah", clustered, "--klaster", "lokal", *DAY)
            same = digests(alone) == digests(clustered)
            print(f"one call on a local cluster {took:.1f} s; same bytes: {same}")


if __name__ == "__main__":
    main()
