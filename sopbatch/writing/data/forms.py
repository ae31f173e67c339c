"""Tables of a report come in; a JSON document, or CSV files with their dictionary, go out."""

import csv
import json
import re
from codecs import BOM_UTF8
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from io import StringIO
from itertools import chain
from typing import TypeVar

from sopbatch import __version__
from sopbatch.report.content import Content
from sopbatch.writing.data.contents import tables
from sopbatch.writing.data.counts import figures_of
from sopbatch.writing.data.table import Cell, DataTable

DICTIONARY = "kamus_data.csv"
SEPARATOR = ";"
"""What an Indonesian spreadsheet expects, as its decimals have a comma."""
FORMULA = re.compile(r"""(\A|[;,|\t\r\n\v\f\x85\u2028\u2029])([\s"]*)(?=[=+\-@＝＋－＠])""")
"""Where a formula may begin (OWASP, CSV Injection): at the start of a text, and where a spreadsheet
set to another separator would begin a cell."""
BEGINS = re.compile("[=+\\-@＝＋－＠]")
"""Without one of these there is no formula, and most texts have none."""
BLANK_STARTS = ("\t", "\r", "\n")
TOGETHER = 1 << 16
"""Characters that are a piece."""
T = TypeVar("T")
DICTIONARY_HEAD = ("tabel", "arti_tabel", "kolom", "jenis", "arti")


def write_json(content: Content) -> Iterator[bytes]:
    """The whole report as one JSON document, UTF-8, piece by piece."""
    settings = content.register.settings
    begin = {
        "laporan": {
            "tanggal": content.as_of.isoformat(),
            "batas_penerimaan": f"{content.until:%H:%M}" if content.until else "24:00",
            "minggu": content.now.week,
            "pemerintah": settings.government,
            "disusun_oleh": settings.organisation_bureau,
            "program": f"sopbatch {__version__}",
            "nomor_buku_besar": content.digest[:16],
            "ada_rencana": content.tally.can_count_plan,
        },
        "ringkasan": {
            **figures_of(content.tally.total),
            "jatuh_tempo_30_hari": sum(unit.due_soon for unit in content.tally.units),
        },
        "status": dict(content.tally.by_status),
    }
    found = tables(content)
    end = {
        "kamus": {
            one.name: {name: {"jenis": kind, "arti": told} for name, told, kind in one.columns}
            for one in found
        }
    }
    texts = chain(
        (json.dumps(begin, ensure_ascii=False, indent=1).removesuffix("\n}"),),
        (',\n "tabel": {\n  ',),
        chain.from_iterable(_between((",\n  ",), map(_table, found))),
        ("\n },",),
        (json.dumps(end, ensure_ascii=False, indent=1).removeprefix("{"), "\n"),
    )
    return (text.encode("utf-8", "replace") for text in texts)


def _table(one: DataTable) -> Iterator[str]:
    """A table as the standard encoder would indent it, which is far slower and holds it thrice."""
    names = [_text(name) for name, _, _ in one.columns]
    yield f"{_text(one.name)}: ["
    empty = True
    for row in one.rows:
        yield "\n   " if empty else ",\n   "
        yield _record(names, row)
        empty = False
    yield "]" if empty else "\n  ]"


def _record(names: Iterable[str], row: Iterable[Cell]) -> str:
    cells = ",\n    ".join(f"{name}: {_text(cell)}" for name, cell in zip(names, row, strict=True))
    return f"{{\n    {cells}\n   }}"


def _between(mark: T, parts: Iterable[T]) -> Iterator[T]:
    for place, part in enumerate(parts):
        if place:
            yield mark
        yield part


def _text(value: Cell) -> str:
    return _ENCODER.encode(value)


def _day(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"no data: {value!r}")


_ENCODER = json.JSONEncoder(ensure_ascii=False, default=_day)
"""For all cells: the standard function prepares one for each."""


def write_csv_files(content: Content) -> Mapping[str, Iterator[bytes]]:
    """File name to bytes, piece by piece, the dictionary of all columns among them.

    UTF-8 with the mark that spreadsheets know it by; a semicolon between cells; dates as
    YYYY-MM-DD; a comma in decimals; nothing where nothing is known.
    """
    found = tables(content)
    dictionary = [
        (one.name, one.meaning, name, kind, told)
        for one in found
        for name, told, kind in one.columns
    ]
    return {
        **{
            f"{one.name}.csv": _csv([name for name, _, _ in one.columns], one.rows) for one in found
        },
        DICTIONARY: _csv(DICTIONARY_HEAD, dictionary),
    }


def _csv(head: Iterable[str], rows: Iterable[Iterable[Cell]]) -> Iterator[bytes]:
    yield BOM_UTF8
    stream = StringIO()
    writer = csv.writer(stream, delimiter=SEPARATOR, lineterminator="\r\n")
    writer.writerow(head)
    for row in rows:
        writer.writerow([_shown(cell) for cell in row])
        if stream.tell() > TOGETHER:
            yield stream.getvalue().encode("utf-8", "replace")
            stream.seek(0)
            stream.truncate()
    yield stream.getvalue().encode("utf-8", "replace")


def _shown(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case bool():
            return "ya" if cell else "tidak"
        case str():
            return _harmless(cell)
        case date():
            return cell.isoformat()
        case float():
            return repr(cell).replace(".", ",")
        case _:
            return repr(cell)


def _harmless(text: str) -> str:
    """The text with an apostrophe before everything that a spreadsheet might run."""
    quiet = FORMULA.sub(r"\1\2'", text) if BEGINS.search(text) else text
    return f"'{quiet}" if quiet.startswith(BLANK_STARTS) else quiet
