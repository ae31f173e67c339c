"""Inputs that grow towards code they have not reached yet (atheris).

    python -m benchmarks.fuzz_guided reader|formulas|mail|register|forms SECONDS FOLDER

What was found on the way is kept in the folder and gone on from the next time. An input that
crashes is written there as `crash-…` and told; it belongs into a test.
"""

import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import atheris

with atheris.instrument_imports(include=["sopbatch"]):
    from sopbatch.batch.family.members import MEMBERS
    from sopbatch.model import NO_REGISTER, CellValue, Grid, Sheet
    from sopbatch.reading import Refused, read_grid, read_register, read_submission
    from sopbatch.reading.forms import read_form
    from sopbatch.reading.package.ole import CompoundFile, written_compound
    from sopbatch.reading.package.spelling import XLS, XLSB, Known
    from sopbatch.reading.package.tokens import spelt
    from sopbatch.writing.templates import write_register_template
    from sopbatch.writing.templates.kinds import write_kind

from tests.builders import received
from tests.intake.opening.parcels import SENDER, maybe_opened, outlook, package, workbook
from tests.intake.opening.test_hostile import whole
from tests.reading.binary import BinarySheet, xlsb_book
from tests.reading.crafting import number, ods, row, table, text_cell, xlsx, zipped
from tests.reading.submissions import full_sop, template
from tests.reading.tokens import Encoding, tokens_of
from tests.sample_batch.register import REGISTER

LONGEST = 16_384
"""Bytes of an input."""
PATIENCE, MEMORY = 20, 3_072
"""Seconds for one input; megabytes of the process, with what atheris keeps."""
OLD_FORM = Path("input", "Biro Organisasi", "AKIP", "koordinasi evaluasi.xls")
DIALECTS = (XLS, XLSB)
NAMES = ("k.eml", "k.mbox", "k.msg", "winmail.dat", "k.zip")


@dataclass(frozen=True, slots=True)
class Target:
    """What is fuzzed: bytes to begin with, and what is done with bytes; a crash is a fault."""

    seeds: Callable[[], Iterator[bytes]]
    once: Callable[[bytes], object]


def replaced(book: bytes, part: str, content: bytes) -> bytes:
    """The package with another content of a part."""
    with ZipFile(BytesIO(book)) as file:
        parts = {name: file.read(name) for name in file.namelist()}
    return zipped({**parts, part: content})


CELLS = [
    (0, "teks", "General", 'IF(A1="",B2,"x")'),
    (1, 2.5, "0.0", ""),
    (2, "#N/A", "General", "A1+1"),
]
BINARY = xlsb_book([BinarySheet("Isi", [CELLS])])
CRAFTED: Mapping[str, bytes] = {
    "xl/worksheets/sheet1.bin": BINARY,
    "xl/workbook.bin": BINARY,
    "xl/styles.bin": BINARY,
    "xl/worksheets/sheet1.xml": xlsx(number("A1"), strings="<sst/>"),
    "xl/workbook.xml": xlsx(number("A1")),
    "xl/styles.xml": xlsx(number("A1"), styles='<xf numFmtId="9"/>'),
    "content.xml": ods(table(row(text_cell("isi"), repeated=2))),
}


def part_of(book: bytes, part: str) -> bytes:
    with ZipFile(BytesIO(book)) as file:
        return file.read(part)


def books() -> Iterator[bytes]:
    """The first byte tells which part of a workbook the others are."""
    file = CompoundFile(OLD_FORM.read_bytes())
    stream = file.find("Workbook")
    assert stream is not None
    yield bytes([len(CRAFTED)]) + file.stream(stream)[:LONGEST]
    for at, (part, book) in enumerate(CRAFTED.items()):
        yield bytes([at]) + part_of(book, part)
        yield bytes([len(CRAFTED) + 1]) + book


def read_book(data: bytes) -> None:
    kind, content = (data[0] if data else 0) % (len(CRAFTED) + 2), data[1:]
    if kind < len(CRAFTED):
        part, book = list(CRAFTED.items())[kind]
        content = replaced(book, part, content)
    elif kind == len(CRAFTED):
        content = written_compound("Workbook", content)
    with suppress(Refused):
        read_grid(content)


def formulas() -> Iterator[bytes]:
    """The first byte tells the format and how many bytes stand behind the tokens."""
    for words in ('IF(A1="",SUM(B2:B9),"x")', '{"a",1;TRUE,#N/A}&sopb_a', "-(Isi!$A$1%)^2<>C3"):
        for at, dialect in enumerate(DIALECTS):
            tokens, extra = tokens_of(words, Encoding(dialect, {"sopb_a": 1}, {"Isi": 0}))
            yield bytes([at + 2 * len(extra)]) + tokens + extra


def spell(data: bytes) -> None:
    kind, content = (data[0] if data else 0), data[1:]
    behind = min(kind // 2, len(content))
    tokens, extra = content[: len(content) - behind], content[len(content) - behind :]
    known = Known(DIALECTS[kind % 2], ("sopb_a",), ("Isi!",).__getitem__, lambda *_: "lain")
    spelt(tokens, extra, known, (3, 3))


def mails() -> Iterator[bytes]:
    """The first byte tells the name under which the others come."""
    for kind in range(4):
        yield bytes([kind // 3]) + whole(kind)
    yield b"\2" + outlook(("a.xlsx", workbook()), sender=SENDER)
    yield b"\3" + package(("a.xlsx", workbook()))
    yield b"\4" + zipped({"a.xlsx": workbook()})


def open_mail(data: bytes) -> None:
    maybe_opened(data[1:], NAMES[(data[0] if data else 0) % len(NAMES)])


def changes() -> Iterator[bytes]:
    """Changes of cells come from any bytes."""
    yield bytes(range(256))
    yield "B3 Dinas Kesehatan – 12,5 % 1/2/2026".encode() * 4


def changed(grid: Grid, data: bytes) -> Grid:
    """The workbook with a few cells that say something else."""
    source = atheris.FuzzedDataProvider(data)
    cells: dict[str, dict[tuple[int, int], CellValue]] = {}
    for _ in range(source.ConsumeIntInRange(1, 12)):
        sheet: Sheet = source.PickValueInList(list(grid.sheets))
        at = (
            source.ConsumeIntInRange(1, sheet.height + 2),
            source.ConsumeIntInRange(1, sheet.width + 2),
        )
        cells.setdefault(sheet.name, {})[at] = value(source, grid)
    sheets = [replace(one, cells={**one.cells, **cells.get(one.name, {})}) for one in grid.sheets]
    return replace(grid, sheets=tuple(sheets))


def value(source: atheris.FuzzedDataProvider, grid: Grid) -> CellValue:
    match source.ConsumeIntInRange(0, 6):
        case 0:
            return float(source.ConsumeRegularFloat())
        case 1:
            return int(source.ConsumeInt(8))
        case 2:
            return bool(source.ConsumeBool())
        case 3:
            return date.fromordinal(source.ConsumeIntInRange(1, date.max.toordinal()))
        case 4:
            return str(source.ConsumeUnicodeNoSurrogates(60))
        case 5:
            return str(source.ConsumeString(40))
        case _:
            sheet: Sheet = source.PickValueInList(list(grid.sheets))
            return source.PickValueInList(list(sheet.cells.values()) or [""])


def read_changed_register() -> Callable[[bytes], object]:
    grid = read_grid(write_register_template(REGISTER))
    return lambda data: read_register(changed(grid, data))


def read_changed_forms() -> Callable[[bytes], object]:
    sop = read_grid(template(full_sop()))
    forms = [(one, read_grid(write_kind(one.kind, one.example()))) for one in MEMBERS]

    def once(data: bytes) -> None:
        kind, rest = (data[0] if data else 0) % (len(forms) + 1), data[1:]
        if kind == len(forms):
            read_submission(changed(sop, rest), received("a.xlsx"), NO_REGISTER.settings)
        else:
            member, grid = forms[kind]
            read_form(changed(grid, rest), received("a.xlsx"), member.kind, member.build)

    return once


TARGETS: Mapping[str, Callable[[], Target]] = {
    "reader": lambda: Target(books, read_book),
    "formulas": lambda: Target(formulas, spell),
    "mail": lambda: Target(mails, open_mail),
    "register": lambda: Target(changes, read_changed_register()),
    "forms": lambda: Target(changes, read_changed_forms()),
}


def main(words: Sequence[str]) -> None:
    """Fuzz for that long; the process ends with another code than 0 after a crash."""
    name, seconds, place = words
    target, folder = TARGETS[name](), Path(place, name)
    folder.mkdir(parents=True, exist_ok=True)
    for at, seed in enumerate(target.seeds()):
        (folder / f"awal-{at}").write_bytes(seed)
    about = {
        "max_total_time": seconds, "max_len": LONGEST, "timeout": PATIENCE,
        "rss_limit_mb": MEMORY, "artifact_prefix": f"{folder}/", "print_final_stats": 1,
        "verbosity": 0,
    }  # fmt: skip
    given = [f"-{key}={value}" for key, value in about.items()]
    atheris.Setup([words[0], *given, str(folder)], target.once)
    atheris.Fuzz()


if __name__ == "__main__":
    main(sys.argv[1:])
