"""A register of many titles, written, read and checked: python -m benchmarks.registers [titles].

Read as a run reads it, by a worker. Told are seconds of the processor and the memory that the
largest process had. Linux only.
"""

import resource
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory

from benchmarks.batches import title
from sopbatch.batch.assessing.reviews import read_register_file
from sopbatch.batch.order import Order
from sopbatch.matching.plan import plan_of
from sopbatch.model import PlanLine
from sopbatch.schema.register import FILE_NAME
from sopbatch.writing.templates import write_register_template
from tests.sample_batch.register import REGISTER


def used() -> tuple[float, float]:
    """Seconds of the processor and megabytes at most, of this process and of its workers."""
    mine = resource.getrusage(resource.RUSAGE_SELF)
    return mine.ru_utime + mine.ru_stime, mine.ru_maxrss / 1024


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    units = REGISTER.units
    plan = tuple(
        PlanLine(
            code=f"UR-{number:05}",
            unit_code=units[number % len(units)].code,
            section="",
            title=title(number),
        )
        for number in range(count)
    )
    with TemporaryDirectory() as folder:
        path = Path(folder) / FILE_NAME
        path.write_bytes(write_register_template(replace(REGISTER, plan=plan, decisions=())))
        print(f"{count} titles, {path.stat().st_size >> 10} kB")
        order = Order(input=path.parent, output=path.parent, as_of=date(2026, 11, 22), workers=1)
        began, _ = used()
        read = read_register_file(path, order)
        took, peak = used()
        assert [line.title for line in read.plan] == [line.title for line in plan]
        print(f"read: {took - began:.1f} s here, at most {peak:.0f} MB here, writing included")
        plan_of(read)
        print(f"made ready to be asked: {used()[0] - took:.1f} s")


if __name__ == "__main__":
    main()
