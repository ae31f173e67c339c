"""The run log: a line of JSON for each stage and file of the last run, with the time it took."""

import json
import os
import platform
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from sopbatch import __version__
from sopbatch.batch.order import Order
from sopbatch.batch.output.tree import RUN_LOG
from sopbatch.files import NEW, PRIVATE_FILE
from sopbatch.times import Spent

LARGEST = 64 << 20
"""Bytes of a log that is read; one of 10,000 files has a tenth."""


@contextmanager
def run_log(order: Order) -> Iterator[None]:
    """Note the times of a run in place of those of the run before, each at once.

    So the log of a run that was killed tells how far it came. No run fails for its log: where it
    cannot be written, there is none.
    """
    file = None
    with suppress(OSError):
        path = order.output / RUN_LOG
        path.unlink(missing_ok=True)
        file = os.fdopen(
            os.open(path, os.O_WRONLY | NEW, PRIVATE_FILE), "w", encoding="ascii", buffering=1
        )
    if file is None:
        yield
        return

    def tell(facts: Mapping[str, object]) -> None:
        with suppress(OSError):
            file.write(f"{json.dumps(facts)}\n")

    tell(
        {
            "program": __version__,
            "python": platform.python_version(),
            "sistem": platform.system(),
            "per_tanggal": order.as_of.isoformat(),
            "proses": order.workers,
        }
    )
    order.times.listen(lambda spent: tell(_facts(spent)))
    try:
        yield
        tell({"selesai": True, "detik": round(order.times.total, 3)})
    finally:
        order.times.listen(None)
        with suppress(OSError):
            file.close()


def earlier_stages(folder: Path) -> Mapping[str, float]:
    """Seconds of each stage of the last run, by name; nothing when it did not end or is unknown."""
    stages: dict[str, float] = {}
    try:
        with (folder / RUN_LOG).open("rb") as file:
            lines = file.read(LARGEST + 1).splitlines()
        facts = [json.loads(line) for line in lines]
        if not facts or facts[-1].get("selesai") is not True:
            return {}
        for one in facts:
            if "tahap" in one and "berkas" not in one:
                stages[str(one["tahap"])] = stages.get(one["tahap"], 0.0) + float(one["detik"])
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return {}
    return stages


def _facts(spent: Spent) -> Mapping[str, object]:
    seconds = round(spent.seconds, 3)
    if not spent.name:
        return {"tahap": spent.stage, "detik": seconds, "jumlah_berkas": spent.tasks}
    return {"tahap": spent.stage, "berkas": spent.name, "detik": seconds, "akhir": spent.end}
