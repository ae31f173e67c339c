"""Runs that are killed, short of room, or read what changes: the next one ends as if nothing was.

    python -m benchmarks.kills [KILLS] [SEED]

Half of the runs are killed before an operation on files, ledger or workers, the others after some
time; by SIGKILL mostly, else by SIGTERM or Ctrl-C, several times in a row, in a first week and in
the week after it. As root on Linux, further runs write to a small file system that has room for
only a part of what they make. After each, every file is whole, and of this week or the last; a run
that nothing disturbs then leaves the same bytes and ledger as if nothing had happened. Last, files
of the inbox vanish, shrink, grow or become others while a run reads them.
"""

import random
import shutil
import signal
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from signal import SIGINT, SIGKILL, SIGTERM
from tempfile import mkdtemp
from time import monotonic

from tests.batch.disks import MAY_MOUNT, kilobytes_of, small_disk, with_room
from tests.batch.disturbing import DEEDS as BEFALLS
from tests.batch.disturbing import Disturbance, assert_converges
from tests.batch.killing import (
    DEEDS,
    NEXT_WEEK,
    Moment,
    Stopped,
    assert_same,
    assert_whole,
    cut_off,
    deeds_of,
    next_week_of,
    stopped_run,
)
from tests.batch.runs import AS_OF, PROGRESS, faulty_workbook, run, write_batch

SIGNALS = (SIGKILL, SIGKILL, SIGKILL, SIGTERM, SIGINT)
IN_A_ROW = 16
"""So often at most before a run may end."""
KILLS_FOR_A_DISK, KILLS_FOR_A_CHANGE = 10, 20
ENDED, REFUSED = (0, 1), 2
FULL = "ruang penyimpanan habis"


@dataclass(frozen=True, slots=True, kw_only=True)
class Week:
    """A run and what it leaves when nothing disturbs it."""

    name: str
    source: Path
    before: Path | None
    """The output folder that it finds."""
    wanted: Path
    as_of: str
    seconds: float
    deeds: int
    """Operations of an undisturbed run."""

    def begin(self, target: Path) -> Path:
        if self.before is None:
            target.mkdir()
            return target
        return Path(shutil.copytree(self.before, target))

    def finish(self, target: Path) -> None:
        ran = run(self.source, target, "--per-tanggal", self.as_of)
        assert ran.code in ENDED, ran
        assert_same(target, self.wanted)

    def check(self, target: Path) -> None:
        assert_whole(target, self.wanted, *([self.before] if self.before else []))


def weeks(root: Path) -> Iterator[Week]:
    """A first week, and the next one over its output."""
    batch, first, second = write_batch(root / "masuk"), root / "satu", root / "dua"
    yield week(root, "first week", batch, None, first, AS_OF)
    later = next_week_of(batch, root / "masuk lagi")
    yield week(root, "next week", later, first, second, NEXT_WEEK)


def week(
    root: Path, name: str, source: Path, before: Path | None, wanted: Path, as_of: str
) -> Week:
    if before is not None:
        shutil.copytree(before, wanted)
    start = monotonic()
    deeds = deeds_of(source, wanted, str(root), as_of)
    return Week(
        name=name,
        source=source,
        before=before,
        wanted=wanted,
        as_of=as_of,
        seconds=monotonic() - start,
        deeds=deeds,
    )


def killed(chance: random.Random, one: Week, root: Path, target: Path) -> Stopped:
    """A run that ends at a random point."""
    if chance.random() < 0.5:
        return cut_off(one.source, target, chance.uniform(0.3, one.seconds), one.as_of)
    number = chance.choice(SIGNALS)
    nth = chance.randint(1, one.deeds)
    moment = Moment(f"{one.name}, operation {nth}", number, DEEDS, str(root), nth)
    return stopped_run(one.source, target, moment, one.as_of)


def kill(chance: random.Random, one: Week, root: Path, most: int) -> Iterator[str]:
    """Kill runs on one folder several times in a row; where each of them was."""
    target = one.begin(root / "keluar")
    for _ in range(min(chance.randint(1, IN_A_ROW), most)):
        stopped = killed(chance, one, root, target)
        assert not stopped.left_over, stopped
        assert stopped.code < 0 or stopped.code in (*ENDED, 128 + SIGTERM, 128 + SIGINT), stopped
        one.check(target)
        if stopped.code in ENDED:
            break
        yield stage(stopped.err)
    one.finish(target)
    shutil.rmtree(target)


def fill(chance: random.Random, one: Week, root: Path) -> str:
    """Run where the disk fills up at some point, then where there is room; where it was."""
    target = root / "keluar"
    target.mkdir()
    before = kilobytes_of(one.before) if one.before else 0
    # What is published waits beside what it replaces.
    growth = 2 * kilobytes_of(one.wanted) - before
    with small_disk(target, before + chance.randint(8, growth)):
        if one.before:
            shutil.copytree(one.before, target, dirs_exist_ok=True)
        ran = run(one.source, target, "--per-tanggal", one.as_of)
        assert ran.code in ENDED or (ran.code == REFUSED and FULL in ran.mistake), ran
        one.check(target)
        with_room(target)
        one.finish(target)
    target.rmdir()
    return "no fault" if ran.code in ENDED else stage(ran.err)


def change(chance: random.Random, one: Week, root: Path) -> str:
    """A file of the first week's inbox changes while a run reads it; what befell it."""
    files = [path.relative_to(one.source).as_posix() for path in one.source.glob("*/*")]
    found = Disturbance(chance.choice(BEFALLS), chance.choice(sorted(files)), chance.randint(1, 12))
    place = root / "berubah"
    place.mkdir()
    assert_converges(one.source, one.wanted, found, faulty_workbook("Selesai"), place)
    shutil.rmtree(place)
    return found.deed


def stage(err: str) -> str:
    """What the run said last that it was doing."""
    said = [line.partition(":")[0] for line in err.splitlines() if line.startswith(PROGRESS)]
    return said[-1] if said else "before any file"


def main(kills: int, seed: int) -> None:
    """Kill that often; print how often in which stage, and raise for the first fault."""
    chance = random.Random(seed)
    killed_in: Counter[tuple[str, str]] = Counter()
    full_in: Counter[tuple[str, str]] = Counter()
    changed_in: Counter[tuple[str, str]] = Counter()
    root = Path(mkdtemp(prefix="sopbatch-kills-"))
    print(f"in {root}, which stays after a fault", flush=True)
    both = list(weeks(root))
    while killed_in.total() < kills:
        one = chance.choice(both)
        for place in kill(chance, one, root, kills - killed_in.total()):
            killed_in[one.name, place] += 1
        print(f"{killed_in.total()} killed", flush=True)
    for _ in range(kills // KILLS_FOR_A_DISK if MAY_MOUNT else 0):
        one = chance.choice(both)
        full_in[one.name, fill(chance, one, root)] += 1
    for _ in range(kills // KILLS_FOR_A_CHANGE):
        changed_in[both[0].name, change(chance, both[0], root)] += 1
    shutil.rmtree(root)
    told = (("killed", killed_in), ("disk full", full_in), ("changed", changed_in))
    for title, found in told:
        for (name, place), count in sorted(found.items()):
            print(f"{title}\t{name}\t{place}\t{count}")


if __name__ == "__main__":
    if signal.getsignal(SIGINT) is signal.SIG_IGN:
        # What a shell starts in the background is deaf to Ctrl-C, and so would be every run.
        signal.signal(SIGINT, signal.default_int_handler)
    KILLS = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 40)
    print(f"seed {SEED}")
    main(KILLS, SEED)
