"""The examples of a rule as a small table: what is wrong, what is right, and what is offered."""

import re
from collections.abc import Iterator, Sequence
from datetime import date

from rich import box
from rich.table import Table as Screen
from rich.text import Text

from sopbatch.model import column_number
from sopbatch.rules.examples import Casebook, Example, ExampleTable
from sopbatch.schema.example import EXAMPLE_ACTORS
from sopbatch.schema.places import FIRST_LANE_COLUMN, FIRST_STEP_ROW, KIND_ROW, NAME_ROW
from sopbatch.schema.sop import IDENTITY_SHEET, MAX_LANES, PROCEDURE_SHEET
from sopbatch.text.words import long_date

MOST = 5
"""Examples of a kind that are shown."""
MOST_LINES = 4
"""Cells of one example that are shown."""
HEADS = {"bad": "Keliru", "good": "Benar"}
OFFERED = re.compile(r"“Maksud: (.+)”")
AS_IS = "seperti contoh pada formulir"
AROUND = {
    "berkas": "berkas {}",
    "diterima": "diterima {}",
    "per tanggal": "diperiksa {}",
    "status lalu": "status pada laporan sebelumnya: {}",
    "hapus lembar": "lembar {} dihapus",
    "salin lembar": "lembar disalin: {}",
    "gabung": "sel {} digabung",
    "sembunyikan": "{} disembunyikan",
    "ukuran": "ukuran berkas {}",
}
"""What an example says besides its cells, by its word, and how it is shown."""
ISO_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


def example_table(casebook: Casebook) -> Screen:
    """Some bad and some good examples; whatever is not named is as on the filled form."""
    table = Screen(box=box.SIMPLE_HEAD, show_edge=False, pad_edge=False)
    table.add_column("", no_wrap=True)
    for head in ("Contoh", "Isian", "Usul isian"):
        table.add_column(head, overflow="fold")
    for kind, head in HEADS.items():
        shown = [example for example in casebook.examples if example.kind == kind][:MOST]
        for example in shown:
            title = example.title[:1].upper() + example.title[1:]
            row = (title, "\n".join(_typed(example)) or AS_IS, _offered(example))
            table.add_row(Text(head), *map(Text, row))
    if not any(map(_offered, casebook.examples)):
        del table.columns[-1]
    return table


def _offered(example: Example) -> str:
    lines = (part for part in example.parts if isinstance(part, str))
    found = (OFFERED.search(line) for line in lines)
    return next((match[1] for match in found if match), "")


def _typed(example: Example) -> Iterator[str]:
    """What is typed, cell by cell: “Waktu langkah 4: 3 hari”, and what else matters."""
    told = [
        line
        for part in example.parts
        for line in (_around(part) if isinstance(part, str) else _cells(part))
    ]
    yield from told[:MOST_LINES]
    if len(told) > MOST_LINES:
        yield "…"


def _around(line: str) -> Iterator[str]:
    """What matters besides the cells: “status pada laporan sebelumnya: Diajukan”."""
    word, _, value = line.partition(": ")
    if word in AROUND:
        # Keys of the SOP are left out: an example has one.
        yield AROUND[word].format(_value(value.rpartition(" = ")[2]))


def _cells(table: ExampleTable) -> Iterator[str]:
    on_form = table.sheet in (IDENTITY_SHEET, PROCEDURE_SHEET)
    for head, texts in table.rows:
        if not on_form:
            yield from _of_other_form(table, head, texts)
            continue
        for column, text in zip(table.columns, texts, strict=True):
            if text and column != "No":
                yield f"{_field(table.sheet, column, head)}: {_value(text)}"


def _of_other_form(table: ExampleTable, head: str, texts: Sequence[str]) -> Iterator[str]:
    """Cells of another form: a field by its name, a cell of a table by its column and row."""
    for column, text in zip(table.columns, texts, strict=False):
        named = head if column.isupper() else f"{column}, baris {head}"
        if text:
            yield f"{table.sheet}, {named}: {_value(text)}"


def _field(sheet: str, column: str, head: str) -> str:
    """How people call a cell."""
    if sheet == IDENTITY_SHEET:
        return head if not head.isdigit() else f"{sheet} {column}{head}"
    row = int(head)
    where = f"langkah {row - FIRST_STEP_ROW + 1}" if row >= FIRST_STEP_ROW else f"baris {row}"
    if not (column.isupper() and len(column) < 3):
        return f"{column} {where}"
    lane = column_number(column) - FIRST_LANE_COLUMN
    if not 0 <= lane < MAX_LANES:
        return f"{sheet} {column}{head}"
    names = dict(enumerate(name for name, _ in EXAMPLE_ACTORS))
    if row == NAME_ROW:
        return f"Pelaksana ke-{lane + 1}"
    if row == KIND_ROW:
        return f"Jenis pelaksana ke-{lane + 1}"
    return f"{names.get(lane, f'Pelaksana ke-{lane + 1}')}, {where}"


def _value(text: str) -> str:
    """A drawn text as a cell shows it."""
    if found := re.fullmatch(r"\{rumus ([^→}]*?)(?: → (.*))?\}", text):
        return f"rumus ={found[1]}"
    if text.startswith("{="):
        return text[2:-1]
    if ISO_DAY.fullmatch(day := text.strip("{}")):
        return long_date(date.fromisoformat(day))
    return text.replace("⏎", " / ")
