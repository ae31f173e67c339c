"""Casebooks: rules with bad and good examples, drawn as Markdown tables on the clean workbook.

A casebook is named after its rule and has any number of examples:

    # D-01 created-not-a-date
    Why the rule is there.

    ## bad: hanya bulan
    | Identitas         | C         |
    |-------------------|-----------|
    | Tanggal Pembuatan | Juni 2020 |
    finds: D-01 @ Identitas!Tanggal Pembuatan

Tables name a sheet and columns (letters, or headings of the procedure table); their rows are row
numbers or labels of Identitas ("Dasar Hukum 2" for the second row of a list). A blank drawn cell
leaves the clean one alone; "(kosong)" clears it. "{2025-03-03}" is a real date, "{=5}" a number,
"{rumus A1}" a formula without a stored value, "{rumus A1 → teks}" one with, "⏎" a line break.
A table that names a sheet of the register adds records to it (a known code replaces its record).

Lines before or between the tables:

    berkas: nama.xlsx            the file's name; each further one starts another workbook
    format: xls                  as stored by another program
    per tanggal: 2026-01-05      day of the run
    tanpa daftar induk           no register
    pengaturan: region = Jambi   a setting of the register ("ratified" is "Diperiksa penuh")
    status lalu: TL-01 = Draf    status in the last run, by key of the SOP
    kode rencana: TL-02          the hidden code of the plan line; "-" for none
    salinan: lain.xlsx           another name of the same bytes
    diterima: 2025-05-05         day on which the file was first seen
    hapus nama: id_judul         a defined name that is gone ("semua" for all of them)
    gabung: Prosedur!B9:B10      merged cells
    sembunyikan: Prosedur!12     a hidden row, or a hidden column by its letters
    gambar: Prosedur = 3         drawing objects on a sheet
    makro                        a macro project
    dari luar: picture = x.png   something from elsewhere, by its kind
    salin lembar: Identitas = X  a copy of a sheet under another name
    hapus lembar: Prosedur       a sheet that is gone
    isi berkas: %PDF-1.7         these bytes instead of a workbook
    ukuran: 30 MB                so many bytes instead of a workbook
    diagram: A3, 2 kesalahan     its flowchart as laid out: paper, geometric faults
    diagram: F4, terlalu rumit   no flowchart could be laid out
    formulir: MONITORING         the filled example of another kind instead of the SOP

Expectations, compared for this code only unless "exactly":

    finds: D-01 @ Identitas!C24                      a finding of this rule at this cell
    finds: D-01 peringatan @ Identitas!C24           with this severity
    finds: D-01 @ Identitas!C24 “Maksud: 3 Juni”     offering this suggestion
    finds: S-10 @ dua.xlsx Identitas!C32             in this workbook of several
    finds: F-12                                      a finding about the file
    finds: nothing

The first bad example tells, for docs/aturan.md and “sopbatch explain”, what its first finding says:

    says: Tanggal Pembuatan berisi “Juni 2020”, bukan tanggal lengkap.
    advises: Tulis tanggal, bulan, dan tahun, misalnya “3 Maret 2025”.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from sopbatch.rules import examples as written
from sopbatch.rules.examples import ExampleTable

RUN_DAY = date(2025, 6, 2)
"""Day of the run unless a case says otherwise."""
FILE_NAME = "4.01.01.01_SOP Fasilitasi.xlsx"

EXPECTATION = re.compile(
    r"(?P<code>[A-Z]-\d\d)(?: (?P<severity>galat|peringatan|saran))?"
    r"(?: @ (?:(?P<file>\S+\.\w+) )?(?P<cell>[^“]+?))?(?: “Maksud: (?P<suggestion>.*)”)?"
)


@dataclass(frozen=True, slots=True)
class Expected:
    """A finding a case promises."""

    code: str
    severity: str = ""
    file: str = ""
    cell: str = ""
    """"Sheet!A1", or "Sheet!Label"; "" for the file as a whole."""
    suggestion: str | None = None


@dataclass(slots=True)
class Book:
    """One workbook of a case: what is drawn on it and done to it."""

    name: str = FILE_NAME
    tables: list[ExampleTable] = field(default_factory=list)
    orders: list[tuple[str, str]] = field(default_factory=list)
    """Directive and its text, in order."""


@dataclass(slots=True)
class Example:
    """One example of a casebook."""

    code: str
    kind: str
    """"bad" or "good"."""
    title: str
    books: list[Book] = field(default_factory=lambda: [Book()])
    as_of: date = RUN_DAY
    with_register: bool = True
    settings: dict[str, str] = field(default_factory=dict)
    previous_status: dict[str, str] = field(default_factory=dict)
    expected: list[Expected] = field(default_factory=list)
    told: bool = False
    """Says what it finds, be it nothing."""
    exactly: bool = False
    says: str = ""
    advises: str = ""

    @property
    def id(self) -> str:
        """For the test's name."""
        return f"{self.code} {self.kind}: {self.title}"


@dataclass(frozen=True, slots=True)
class Casebook:
    """The examples of one rule."""

    code: str
    name: str
    examples: tuple[Example, ...]


def casebooks() -> tuple[Casebook, ...]:
    """All casebooks, by code."""
    return tuple(
        Casebook(book.code, book.name, tuple(_example(book.code, one) for one in book.examples))
        for book in map(written.read_casebook, sorted(written.CASES.glob("*.md")))
    )


def _example(code: str, drawn: written.Example) -> Example:
    example = Example(code, drawn.kind, drawn.title)
    for part in drawn.parts:
        if isinstance(part, ExampleTable):
            example.books[-1].tables.append(part)
        else:
            _take(example, part)
    return example


def _take(example: Example, line: str) -> None:
    """One line that is no table."""
    word, _, text = (part.strip() for part in line.partition(":"))
    match word:
        case "finds" | "finds exactly":
            example.told = True
            example.exactly = word.endswith("exactly")
            if text != "nothing":
                example.expected.append(_expected(text))
        case "says" | "advises":
            setattr(example, word, text)
        case "berkas":
            example.books[-1:] = _named(example.books[-1], text)
        case "per tanggal":
            example.as_of = date.fromisoformat(text)
        case "tanpa daftar induk":
            example.with_register = False
        case "pengaturan":
            example.settings.update([_pair(text)])
        case "status lalu":
            example.previous_status.update([_pair(text)])
        case _:
            assert text or word in ORDERS, f"{example.id}: unknown line {line!r}"
            if word in ORDERS:
                example.books[-1].orders.append((word, text))


ORDERS = frozenset(
    (
        *("format", "salinan", "hapus nama", "gabung", "sembunyikan", "gambar", "salin lembar"),
        *("hapus lembar", "isi berkas", "ukuran", "kode rencana", "diterima"),
        *("diagram", "makro", "dari luar", "formulir"),
    )
)


def _named(last: Book, name: str) -> list[Book]:
    """A still untouched workbook takes the name; otherwise another one begins."""
    if last.tables or last.orders or last.name != FILE_NAME:
        return [last, Book(name)]
    return [replace(last, name=name)]


def _pair(text: str) -> tuple[str, str]:
    key, _, value = text.partition(" = ")
    return key.strip(), value.strip()


def _expected(text: str) -> Expected:
    found = EXPECTATION.fullmatch(text)
    assert found, f"not understood: {text!r}"
    parts: Mapping[str, str | None] = found.groupdict()
    return Expected(
        parts["code"] or "",
        parts["severity"] or "",
        parts["file"] or "",
        (parts["cell"] or "").strip(),
        parts["suggestion"],
    )


def examples() -> Iterator[Example]:
    """All examples of all casebooks."""
    for book in casebooks():
        yield from book.examples
