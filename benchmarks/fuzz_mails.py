"""Mails damaged at random: opening them never crashes, and no attachment is lost in silence.

    python -m benchmarks.fuzz_mails [COUNT] [SEED]

The first mutant that does is told with the seed that makes it again.
"""

import random
import sys
from collections import Counter

from tests.intake.opening.parcels import SENDER, maybe_opened, outlook, package, workbook
from tests.intake.opening.test_hostile import changed, unaccounted, whole
from tests.intake.opening.test_packages import SHEETS, is_lost

KINDS = 6


def outcome(seed: int) -> str:
    """What became of one mutant: "opened", "refused"; anything unforeseen is raised."""
    kind = seed % KINDS
    if kind < 4:
        data = changed(whole(kind), seed)
        found = maybe_opened(data, "k.eml")
        assert not found or not unaccounted(data, found)
    elif kind == 4:
        found = maybe_opened(changed(outlook(("a.xlsx", workbook()), sender=SENDER), seed), "k.msg")
    else:
        data = changed(package(*SHEETS.items()), seed)
        found = maybe_opened(data, "winmail.dat")
        assert not found or not is_lost(data, found)
    return "opened" if found and found.contents else "refused"


def fuzz(count: int, seed: int) -> Counter[str]:
    """How often each outcome came; raises for the first crash or silent loss."""
    found: Counter[str] = Counter()
    for own in range(seed, seed + count):
        try:
            found[outcome(own)] += 1
        except BaseException as error:
            raise AssertionError(f"seed {own}: {error!r}") from error
    return found


if __name__ == "__main__":
    COUNT = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 40)
    print(f"seed {SEED}")
    print(dict(fuzz(COUNT, SEED)))
