"""Real workbooks, damaged at random: reading and marking never crash, hang or grow.

    python -m benchmarks.fuzz SECONDS [SEED]

The first mutant that crashes, hangs or grows is told with the seed that makes it again.
"""

import random
import resource
import struct
import sys
import zlib
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic, process_time
from zipfile import ZIP_DEFLATED, BadZipFile, ZipFile, ZipInfo

from sopbatch.model import NO_REGISTER, Review
from sopbatch.reading import Refused, read_grid, read_submission
from sopbatch.reading.package.ole import CompoundFile, written_compound
from sopbatch.rules import RULES, review
from sopbatch.writing.returned import Unmarkable, mark_copy
from tests.batch.sending import sent

MOST_SECONDS = 20
"""Of the processor, for one mutant; a sound form takes a tenth of one."""
MOST_MEMORY = 1 << 20
"""kB that all mutants together may ever take."""
PIECES = (
    b"<!-- x -->", b"<", b">", b"/>", b'"', b"&amp;", b"&", b"\0", b"9" * 5000, b"-1", b"A1048577",
    b"<c r='A1'><v>1</v></c>", b"<mc:AlternateContent/>", b"<extLst>", b"xmlns:q='urn:q'", b" ",
    b"_x0041_", "\ufdfa".encode() * 500, b"PK\x05\x06", b"PK\x01\x02", b"../", b"\\",
)  # fmt: skip
OLD = b"\xd0\xcf\x11\xe0"
FORMULAS = (0x06, 0x0221, 0x04BC)
Mutator = Callable[[random.Random, bytes], bytes]


def on_bytes(chance: random.Random, data: bytes) -> bytes:
    """A few bytes of the file changed, cut or doubled."""
    return _scratched(chance, data)


def on_part(chance: random.Random, data: bytes) -> bytes:
    """A part damaged inside a sound zip."""
    parts = _parts(data)
    name = chance.choice(list(parts))
    return _packed(parts | {name: _scratched(chance, parts[name])})


def on_markup(chance: random.Random, data: bytes) -> bytes:
    """Pieces of markup put into a part, or taken out of it, at its tags."""
    parts = _parts(data)
    name = chance.choice(list(parts))
    tags = parts[name].split(b"<")
    for _ in range(chance.randint(1, 4)):
        at = chance.randrange(len(tags))
        match chance.randrange(4):
            case 0:
                tags[at] = chance.choice(PIECES) + tags[at]
            case 1:
                tags.insert(at, chance.choice(tags))
            case 2:
                del tags[at : at + chance.randint(1, 3)]
                tags = tags or [b""]
            case _:
                head, mark, rest = tags[at].partition(b'="')
                tags[at] = head + mark + chance.choice(PIECES) + rest[rest.find(b'"') :]
    return _packed(parts | {name: b"<".join(tags)})


def on_package(chance: random.Random, data: bytes) -> bytes:
    """Parts dropped, renamed, swapped or doubled."""
    parts = _parts(data)
    one, other = chance.choice(list(parts)), chance.choice(list(parts))
    match chance.randrange(4):
        case 0:
            del parts[one]
        case 1:
            parts[one.upper()] = parts.pop(one)
        case 2:
            parts[one], parts[other] = parts[other], parts[one]
        case _:
            parts[one.replace("/", "\\")] = parts.pop(one)
    return _packed(parts)


def on_records(chance: random.Random, data: bytes) -> bytes:
    """Bytes changed within records of an old workbook, whose lengths stay: formulas most of all."""
    try:
        file = CompoundFile(data)
        book = file.find("Workbook")
        stream = bytearray(file.stream(book) if book else b"")
    except Refused:
        return _scratched(chance, data)
    places, at = [], 0
    while at + 4 <= len(stream):
        kind, length = struct.unpack_from("<HH", stream, at)
        places += [(at + 4, length)] * (9 if kind in FORMULAS else 1) if length else []
        at += 4 + length
    for _ in range(chance.randint(1, 12) if places else 0):
        begin, length = chance.choice(places)
        stream[min(begin + chance.randrange(length), len(stream) - 1)] = chance.randrange(256)
    return written_compound("Workbook", bytes(stream))


MUTATORS: tuple[Mutator, ...] = (on_bytes, on_part, on_markup, on_markup, on_markup, on_package)
"""Damage to markup is what gets far enough to be marked."""
OLD_MUTATORS: tuple[Mutator, ...] = (on_bytes, on_records, on_records, on_records)
"""Of xls."""


def _scratched(chance: random.Random, data: bytes) -> bytes:
    changed = bytearray(data)
    for _ in range(chance.randint(1, 8)):
        at, length = chance.randrange(len(changed) + 1), chance.randint(0, 12)
        changed[at : at + length] = chance.choice((*PIECES, chance.randbytes(length)))
    return bytes(changed)


def _parts(data: bytes) -> dict[str, bytes]:
    try:
        with ZipFile(BytesIO(data)) as file:
            return {name: file.read(name) for name in file.namelist()} or {"x": b""}
    except (BadZipFile, EOFError, OSError, RuntimeError, ValueError, zlib.error):
        return {"x": data}


def _packed(parts: dict[str, bytes]) -> bytes:
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED) as file:
        for name, content in parts.items():
            file.writestr(ZipInfo(name), content)
    return stream.getvalue()


def outcome(data: bytes, folder: Path) -> str:
    """What becomes of a file: "refused", "marked" …; anything unforeseen is raised."""
    try:
        grid = read_grid(data)
        received = sent(folder, data)
        submission = read_submission(grid, received, NO_REGISTER.settings)
    except Refused:
        return "refused"
    checked, crashes = review(submission, NO_REGISTER, received.first_seen, RULES)
    if crashes:
        raise AssertionError(crashes[0])
    return marked(data, checked) if submission.format in ("xlsx", "xlsm") else "read"


def marked(data: bytes, checked: Review) -> str:
    """Marking, and marking again what was marked."""
    try:
        mark_copy(mark_copy(data, checked), checked)
    except Unmarkable:
        return "unmarkable"
    return "marked"


def mutants(samples: list[bytes], seed: int) -> Iterator[tuple[int, bytes]]:
    """Endlessly many, each by its own seed."""
    while True:
        chance = random.Random(seed)
        data = chance.choice(samples)
        for _ in range(chance.choice((1, 1, 2, 3))):
            data = chance.choice(OLD_MUTATORS if data[:4] == OLD else MUTATORS)(chance, data)
        yield seed, data
        seed += 1


def fuzz(samples: list[bytes], seconds: float, seed: int, *, most: int = 1 << 60) -> dict[str, int]:
    """How often each outcome came; raises for the first crash, hang or growth."""
    end = monotonic() + seconds
    found: dict[str, int] = {}
    before = _most_held()
    with TemporaryDirectory() as folder:
        for number, (own, data) in enumerate(mutants(samples, seed)):
            if monotonic() > end or number >= most:
                break
            start = process_time()
            try:
                name = outcome(data, Path(folder))
            except BaseException as error:
                raise AssertionError(f"seed {own}: {error!r}") from error
            spent = process_time() - start
            grown = _most_held() - before
            if spent > MOST_SECONDS or grown > MOST_MEMORY:
                raise AssertionError(f"seed {own}: {spent:.1f} s, {grown >> 10} MB more")
            found[name] = found.get(name, 0) + 1
    return found


def _most_held() -> int:
    """Kilobytes of memory that the process held at most, whatever it did before."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


if __name__ == "__main__":
    BOOKS = [
        path.read_bytes()
        for path in sorted(Path("input").rglob("*"))
        if path.suffix in (".xlsx", ".xlsm", ".ods", ".xls")
    ]
    SEED = int(sys.argv[2]) if len(sys.argv) > 2 else random.SystemRandom().randrange(1 << 40)
    print(f"seed {SEED}")
    print(fuzz(BOOKS, float(sys.argv[1]), SEED))
