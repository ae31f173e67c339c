"""The nation's report over generated governments: python -m benchmarks.nation [GOVERNMENTS] [SOPS].

Rows are drawn at random (no workbooks are read), for all provinces, regencies and cities. With a
folder as third word the governments stay there.
"""

import resource
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from sopbatch.batch.commands.nation import sum_nation
from sopbatch.model.nation import About, NationLine
from sopbatch.nation import write_lines
from sopbatch.schema.nation_v1 import SOP, STANDARD, lines_name
from sopbatch.schema.statuses import (
    DRAFT,
    IDENTIFIED,
    IN_FORCE,
    NEEDS_CORRECTION,
    RATIFIED,
    SUBMITTED,
    VERIFIED,
)
from sopbatch.text.names import name_key
from sopbatch.text.regions import REGIONS

AS_OF = date(2026, 11, 27)
STATUSES = (IDENTIFIED, DRAFT, SUBMITTED, NEEDS_CORRECTION, VERIFIED, RATIFIED, IN_FORCE)
VERBS = ("Penyusunan", "Pelayanan", "Penerbitan", "Pengelolaan", "Verifikasi", "Monitoring")
THINGS = ("Surat Masuk", "Izin Praktik", "Laporan Kinerja", "Arsip Dinamis", "Kenaikan Pangkat")
UNITS = ("Dinas Kesehatan", "Dinas Pendidikan", "Sekretariat Daerah", "Dinas Perhubungan")


def line(random: Random, place: int, share: float) -> NationLine:
    """An SOP; `share` tells how far its government is."""
    sent = random.random() < share
    status = random.choice(STATUSES[1:]) if sent else IDENTIFIED
    deadline = AS_OF + timedelta(days=random.randint(-90, 200))
    complete = sent and status not in (NEEDS_CORRECTION, DRAFT)
    ratified = complete and status.ratified
    title = f"{random.choice(VERBS)} {random.choice(THINGS)} {place % 40 + 1}"
    day = AS_OF - timedelta(days=random.randint(1, 200)) if sent else None
    return NationLine(
        kind=SOP,
        code=f"S-{place:05}",
        title=title,
        key=name_key(title),
        unit_code=f"1.{place % len(UNITS):02}",
        unit=UNITS[place % len(UNITS)],
        section="",
        status=status.label,
        status_day=day,
        deadline=deadline,
        review_due=None,
        first_received=day,
        last_received=day,
        planned=True,
        outside_plan=False,
        revoked=False,
        received=sent,
        complete=complete,
        compiled=complete and status.compiled,
        ratified=ratified,
        within_review=False,
        late=not ratified and deadline < AS_OF,
        awaiting=False,
        errors=int(status is NEEDS_CORRECTION),
        warnings=0,
        quality=round(random.random(), 3) if sent else None,
    )


def standard(random: Random, place: int) -> NationLine:
    """A service standard."""
    title = f"Layanan {place}"
    return NationLine(
        kind=STANDARD,
        code="",
        title=title,
        key=name_key(title),
        unit_code="1.00",
        unit=UNITS[0],
        section="",
        status="",
        status_day=None,
        deadline=None,
        review_due=None,
        first_received=AS_OF,
        last_received=AS_OF,
        planned=False,
        outside_plan=False,
        revoked=False,
        received=True,
        complete=random.random() < 0.5,
        compiled=False,
        ratified=random.random() < 0.5,
        within_review=False,
        late=False,
        awaiting=False,
        errors=0,
        warnings=0,
        quality=0.5,
    )


def names() -> list[tuple[str, str]]:
    """Province and government, all of the country, in an order that mixes them."""
    found = []
    for province, members in REGIONS.items():
        found.append((province, f"Pemerintah Provinsi {province}"))
        for name in members:
            kind = "" if name.startswith("Kota ") else "Kabupaten "
            found.append((province, f"Pemerintah {kind}{name}"))
    Random(1).shuffle(found)
    return found


def generate(folder: Path, governments: int, sops: int) -> int:
    """Write the rows of so many governments; the bytes written."""
    total = 0
    for place, (province, name) in enumerate(names()[:governments]):
        random = Random(place)
        share = random.random() ** 0.7 if place % 17 else 0.0
        rows = [line(random, at, share) for at in range(sops)]
        rows += [standard(random, at) for at in range(place % 5)]
        day = AS_OF - timedelta(days=40 if place % 11 == 3 else place % 6)
        about = About(government=name, region=name, province=province, as_of=day)
        path = folder / province / name / "output" / "laporan" / lines_name(day)
        path.parent.mkdir(parents=True)
        total += path.write_bytes(write_lines(about, rows))
    return total


def main() -> None:
    """Write, sum, and tell the seconds."""
    governments, sops = (
        int(word) for word in (sys.argv[1:3] + ["552", "1850"][len(sys.argv) - 1 :])
    )
    with TemporaryDirectory() as scratch:
        folder = Path(sys.argv[3]) if len(sys.argv) > 3 else Path(scratch) / "negeri"
        began = time.monotonic()
        size = generate(folder, governments, sops)
        written = time.monotonic()
        nation = sum_nation(folder, Path(scratch) / "nasional", Path("output"), AS_OF, None).nation
        summed = time.monotonic()
    planned = nation.total.completion.planned
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10
    print(f"{governments} governments, {planned} planned SOPs, {size >> 20} MB")
    print(f"written in {written - began:.1f} s, summed in {summed - written:.1f} s, {memory} MB")


if __name__ == "__main__":
    main()
